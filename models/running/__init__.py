"""The running models: forecaster and autoencoder, scores that run with time."""
