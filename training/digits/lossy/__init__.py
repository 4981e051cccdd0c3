"""Fit and measure the variational lossy autoencoder."""
