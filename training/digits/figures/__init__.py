"""Figures measured on the digit models."""
