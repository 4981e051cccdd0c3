"""Beats and rhythm of one lead, in the source's time base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.rhythm import HeartRate, Rhythm

if TYPE_CHECKING:
    from models.qrs import Beats


class HeartWatch:
    """Find the beats in a stream of samples and tell the rhythm, whatever the chunks.

    Parameters
    ----------
    fs : float
        Sampling frequency of the stream in Hz.
    start : int
        Index, in the source's time base, of the first sample that will be pushed.
    """

    def __init__(self, fs: float, start: int = 0) -> None:
        from models.qrs import QrsDetector  # brings SciPy, which the window must not wait for

        self._detector = QrsDetector(fs)
        self._rate = HeartRate(fs)
        self._start = self._now = start

    def push(self, samples: npt.NDArray[np.floating]) -> tuple[Beats, Rhythm]:
        """Take samples (shape (n,), mV); give the beats that they completed and the rhythm at their end."""
        found = self._detector.push(samples)
        beats = type(found)(found.index + self._start, found.emitted + self._start, found.amplitude)
        self._now += len(samples)
        return beats, self._rate.push(beats.index, self._now)
