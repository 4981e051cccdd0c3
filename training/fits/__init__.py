"""The fits of the ECG models."""
