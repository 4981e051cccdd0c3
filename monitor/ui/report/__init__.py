"""Strips on ECG paper, and the printable debrief."""
