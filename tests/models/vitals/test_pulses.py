"""Pulses of one stretch, or none."""

import numpy as np

from models.vitals.pulses import find_pulses

FS = 125.0


def test_a_pressure_that_falls_without_a_beat_has_no_pulse():
    """As in fibrillation: what rises is the breath, and less than any pulse."""
    at = np.arange(round(12 * FS)) / FS
    pressure = 12 + np.sin(2 * np.pi * 0.2 * at)
    found = find_pulses(pressure, FS, least=4.0)
    assert len(found) == len(found.peak) == 0
