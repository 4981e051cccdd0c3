"""Records that are too long to be held: read from their files in pieces, as far as they are asked for."""
