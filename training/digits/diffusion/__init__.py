"""The fit of latent diffusion, and what is measured of it."""
