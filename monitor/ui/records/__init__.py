"""Choosing a record."""
