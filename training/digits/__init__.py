"""Fitting and measuring the digit models: ``ecg-train digits``."""
