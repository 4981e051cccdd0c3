"""Offline fitting and evaluation, behind one command: ``ecg-train``."""
