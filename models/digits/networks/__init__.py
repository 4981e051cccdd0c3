"""The networks of the autoencoder family."""
