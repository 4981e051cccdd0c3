"""Fitting the digit models."""
