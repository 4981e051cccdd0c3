"""What the app and the fits must agree on, although neither imports the other."""
