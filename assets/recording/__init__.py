"""Records that are written as they come."""
