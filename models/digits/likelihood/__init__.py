"""How likely a variational autoencoder holds a picture: bounds that close, and the exact value."""
