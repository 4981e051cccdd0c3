"""The autoencoders beside each other, and one of them opened."""
