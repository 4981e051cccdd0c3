"""The evaluation: detectors, floors and the protocol by which both are judged."""
