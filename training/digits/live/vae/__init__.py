"""The course's VAE, fitted while it is watched."""
