"""Vital signs beside the ECG: pressures, the pulse in a finger, the breath, and figures of other monitors."""
