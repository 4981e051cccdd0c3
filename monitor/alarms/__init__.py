"""Alerts kept, counted and exported; no Qt."""
