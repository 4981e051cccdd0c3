"""What is got over the network: bounded, stopped at any moment, and never from another place than asked."""
