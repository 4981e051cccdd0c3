"""The sounds of alarms, measured from their samples, against the bounds of IEC 60601-1-8."""

import numpy as np
import pytest
from scipy.signal import welch

from models.alerts.kinds import Priority
from monitor.alarms.tones import BURSTS, RATE_HZ, samples

BOUNDS = {  # pulses, length of a pulse, pause between two, pause between two bursts; all s
    Priority.HIGH: (10, (0.075, 0.2), (0.05, 0.125), (2.5, 15.0)),
    Priority.MEDIUM: (3, (0.125, 0.25), (0.125, 0.25), (2.5, 30.0)),
    Priority.LOW: (2, (0.125, 0.25), (0.125, 0.25), (15.0, np.inf)),
}


def pulses(sound):
    """First and last moment of each pulse, s: where the sound is silent for no more than 10 ms."""
    loud = np.flatnonzero(np.abs(sound) > 0.005 * np.abs(sound).max())
    breaks = np.flatnonzero(np.diff(loud) > 0.01 * RATE_HZ)
    firsts, lasts = loud[np.r_[0, breaks + 1]], loud[np.r_[breaks, len(loud) - 1]]
    return firsts / RATE_HZ, lasts / RATE_HZ


@pytest.mark.parametrize("priority", BOUNDS)
def test_pulses_and_pauses_are_those_of_the_standard(priority):
    count, length, pause, between = BOUNDS[priority]
    firsts, lasts = pulses(samples(priority))
    assert len(firsts) == count
    lengths, pauses = lasts - firsts, firsts[1:] - lasts[:-1]
    assert np.all((lengths > length[0] - 0.01) & (lengths < length[1]))
    np.testing.assert_allclose(lengths, lengths[0], atol=0.002)
    if priority is Priority.HIGH:
        x, t = pauses[0], lengths[0]
        np.testing.assert_allclose(pauses[[0, 1, 3, 5, 6, 8]], x, atol=0.002)
        np.testing.assert_allclose(pauses[[2, 7]], 2 * x + t, atol=0.02)
        assert 0.35 <= pauses[4] <= 1.3
        pauses = pauses[[0, 1, 3, 5, 6, 8]]
    assert np.all((pauses > pause[0]) & (pauses < pause[1]))
    burst = BURSTS[priority]
    assert between[0] <= burst.between_s <= between[1]
    assert burst.length_s == pytest.approx(len(samples(priority)) / RATE_HZ, abs=0.001)
    assert burst.period_s == pytest.approx(burst.length_s + burst.between_s)


@pytest.mark.parametrize("priority", BOUNDS)
def test_a_pulse_has_a_fundamental_and_four_harmonics_near_its_height(priority):
    sound = samples(priority)
    firsts, lasts = pulses(sound)
    pulse = sound[round(firsts[0] * RATE_HZ) : round(lasts[0] * RATE_HZ)]
    frequency, power = welch(pulse, RATE_HZ, nperseg=len(pulse), nfft=2**17)
    fundamental = frequency[np.argmax(power)]
    assert 150 <= fundamental <= 1000
    assert fundamental == pytest.approx(BURSTS[priority].pitch_hz, rel=0.01)

    def level(at):
        return 10 * np.log10(power[np.abs(frequency - at) < 20].max())

    near = [
        n
        for n in range(2, 12)
        if 300 <= n * fundamental <= 4000 and abs(level(n * fundamental) - level(fundamental)) <= 15
    ]
    assert len(near) >= 4


@pytest.mark.parametrize("priority", BOUNDS)
def test_a_pulse_rises_and_falls_without_a_click(priority):
    sound = samples(priority)
    firsts, lasts = pulses(sound)
    pulse = np.abs(sound[round(firsts[0] * RATE_HZ) : round(lasts[0] * RATE_HZ)])
    envelope = np.array([part.max() for part in np.array_split(pulse, 50)])
    highest = envelope.max()
    rise = np.argmax(envelope > 0.9 * highest) - np.argmax(envelope > 0.1 * highest)
    assert 0.08 <= rise / 50 <= 0.4
    assert envelope[0] < 0.1 * highest
    assert envelope[-1] < 0.1 * highest
    assert np.abs(np.diff(sound)).max() < 0.6
    assert np.abs(sound).max() <= 1


def test_what_is_more_urgent_is_louder_and_comes_more_often():
    high, medium, low = (BURSTS[p] for p in (Priority.HIGH, Priority.MEDIUM, Priority.LOW))
    assert high.level > medium.level > low.level
    assert high.between_s < medium.between_s < low.between_s
