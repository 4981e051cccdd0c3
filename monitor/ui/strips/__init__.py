"""Strips and lanes on one time axis."""
