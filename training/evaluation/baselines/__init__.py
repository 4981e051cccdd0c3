"""Baselines: plain detectors that any other must beat, assessed in the same table; see `registry`."""
