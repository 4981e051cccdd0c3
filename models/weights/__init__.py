"""Weights as files: one reader and one writer for every kind."""
