"""Steered patients: an endless, labelled ECG with pressure, pleth and respiration."""
