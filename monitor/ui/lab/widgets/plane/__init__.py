"""What a latent map is put together from."""
