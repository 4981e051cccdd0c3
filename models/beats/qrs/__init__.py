"""The QRS detector: from samples to R peaks, with a small network in NumPy."""
