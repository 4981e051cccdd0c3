"""The evaluation: detectors, baselines and the protocol by which both are assessed."""
