"""Samples from an autoencoder's latent space: the prior, chains, mixtures, and how good the pictures are."""
