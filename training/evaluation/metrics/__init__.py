"""Figures of ranking, by beat and by sample."""
