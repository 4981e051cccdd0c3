"""Alerts kept, counted, compared and exported; no Qt."""
