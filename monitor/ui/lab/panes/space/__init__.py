"""Panes on where codes lie."""
