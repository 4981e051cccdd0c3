"""The sounds of alarms, worked out as samples: bursts of pulses by IEC 60601-1-8.

The standard (IEC 60601-1-8:2006 with amendments 1:2012 and 2:2020, tables 3 and 4) sets, with `x` the pause
between two pulses and `t` the length of a pulse:

- a burst has 10 pulses for high priority (5, a pause, 5 again), 3 for medium, 1 or 2 for low;
- `t` is 75 to 200 ms for high, 125 to 250 ms for medium and low priority;
- `x` is 50 to 125 ms for high, 125 to 250 ms for medium and low; within each five of high priority the third
  and the fourth pulse stand ``2 x + t`` apart, and the two fives 0.35 to 1.3 s;
- from one burst to the next there are 2.5 to 15 s for high, 2.5 to 30 s for medium, more than 15 s for low;
- a pulse has a fundamental of 150 to 1000 Hz and at least four harmonics between 300 and 4000 Hz, each within
  15 dB of it, rises within 10 to 40 % of its length, and falls before the next one begins.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.alerts.kinds import Priority

RATE_HZ = 44_100
"""Samples a second."""

HARMONICS = (1.0, 0.7, 0.5, 0.4, 0.3)
"""Height of the fundamental and of its harmonics: the last is 10.5 dB below the first."""

RISE = 0.2
"""Share of a pulse in which it rises, and in which it falls."""


@dataclass(frozen=True)
class Burst:
    """The pulses of one priority.

    Attributes
    ----------
    pitch_hz : float
        Fundamental, Hz.
    pulse_s : float
        Length of a pulse, s.
    pauses_s : tuple of float
        Pause between each pulse and the next, s: one fewer than there are pulses.
    between_s : float
        Pause from the end of a burst to the beginning of the next one, s.
    level : float
        Height of the loudest sample, of 1: the more urgent, the louder.
    """

    pitch_hz: float
    pulse_s: float
    pauses_s: tuple[float, ...]
    between_s: float
    level: float

    @property
    def starts_s(self) -> tuple[float, ...]:
        """When each pulse begins, s from the beginning of the burst."""
        at, starts = 0.0, [0.0]
        for pause in self.pauses_s:
            at += self.pulse_s + pause
            starts.append(at)
        return tuple(starts)

    @property
    def length_s(self) -> float:
        """Length of the burst, s."""
        return self.starts_s[-1] + self.pulse_s

    @property
    def period_s(self) -> float:
        """From the beginning of a burst to that of the next one, s."""
        return self.length_s + self.between_s


_X, _T = 0.1, 0.15
_FIVE = (_X, _X, 2 * _X + _T, _X)

BURSTS = {
    Priority.HIGH: Burst(660.0, _T, (*_FIVE, 0.7, *_FIVE), 4.0, 0.8),
    Priority.MEDIUM: Burst(520.0, 0.2, (0.2, 0.2), 8.0, 0.55),
    Priority.LOW: Burst(390.0, 0.2, (0.2,), 20.0, 0.4),
}
"""The burst of each priority that sounds."""


def samples(priority: Priority) -> npt.NDArray[np.float32]:
    """Work out one burst.

    Parameters
    ----------
    priority : Priority
        One of `BURSTS`.

    Returns
    -------
    ndarray of float32, shape (n,)
        Samples between -1 and 1, `RATE_HZ` a second, from the first pulse's beginning to the last one's end.
    """
    burst = BURSTS[priority]
    pulse = _pulse(burst)
    whole = np.zeros(round(burst.starts_s[-1] * RATE_HZ) + len(pulse), dtype=np.float32)
    for start in burst.starts_s:
        first = round(start * RATE_HZ)
        whole[first : first + len(pulse)] = pulse
    return whole


def _pulse(burst: Burst) -> npt.NDArray[np.float32]:
    n = round(burst.pulse_s * RATE_HZ)
    t = np.arange(n) / RATE_HZ
    tone = np.zeros(n)
    for i, height in enumerate(HARMONICS, 1):
        tone += height * np.sin(2 * np.pi * burst.pitch_hz * i * t)
    rise = max(1, round(RISE * n))
    edge = 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    tone[:rise] *= edge
    tone[-rise:] *= edge[::-1]
    return (burst.level * tone / np.abs(tone).max()).astype(np.float32)
