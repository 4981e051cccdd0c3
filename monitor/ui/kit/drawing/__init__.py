"""Colours, palettes, and how panels are painted by hand."""
