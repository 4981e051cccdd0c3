"""Digits drawn, chosen and shown."""
