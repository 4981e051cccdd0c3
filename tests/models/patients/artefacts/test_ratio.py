"""Signal and noise are measured as the noise-stress test measures them."""

from __future__ import annotations

import numpy as np
import pytest

from models.patients.artefacts.ratio import noise_gain, noise_power, qrs_power

FS = 250.0


def test_a_noise_s_power_is_that_about_each_second_s_mean() -> None:
    time = np.arange(round(60 * FS)) / FS
    tone = np.sqrt(2) * 0.2 * np.sin(2 * np.pi * 25 * time)
    assert noise_power(tone, FS) == pytest.approx(0.04, rel=1e-3)
    assert noise_power(tone + np.floor(time), FS) == pytest.approx(0.04, rel=1e-3)
    with pytest.raises(ValueError, match="less than one"):
        noise_power(tone[:100], FS)


def test_a_signal_s_power_is_that_of_a_sine_that_swings_as_its_beats_do() -> None:
    signal = np.zeros(round(60 * FS), dtype=np.float32)
    beats = np.arange(100, 14_900, 250)
    signal[beats], signal[beats + 4] = 1.5, -0.5
    signal[beats[3]] = 30.0  # one of 60 is left out
    signal[beats[9]] = np.nan  # and one in a gap
    assert qrs_power(signal, beats, FS) == pytest.approx(2.0**2 / 8)
    assert noise_gain(0.5, 0.04, 6.0) == pytest.approx(np.sqrt(0.5 / 0.04 / 10**0.6))
