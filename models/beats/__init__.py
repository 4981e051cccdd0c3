"""Beats: where the R peaks are, and what kind of beat each is."""
