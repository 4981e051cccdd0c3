"""The fit of the lab's heartbeat autoencoder, and what is measured of it."""
