"""What an autoencoder is good for."""
