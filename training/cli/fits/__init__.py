"""The commands that fit the monitor's models, or choose what is chosen about them."""
