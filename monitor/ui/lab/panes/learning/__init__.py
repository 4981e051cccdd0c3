"""Panes on what happens while a network learns."""
