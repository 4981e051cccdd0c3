"""The digit lab: what a latent space is, felt on handwritten digits."""
