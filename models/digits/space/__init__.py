"""The latent space: its map, where digits lie on it, and ways through it."""
