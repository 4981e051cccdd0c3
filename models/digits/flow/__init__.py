"""A picture on its way through a network."""
