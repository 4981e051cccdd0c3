"""Whether the signal stands still since a beat: this may then have been the step with which a fault began."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.alerts.watcher import Block
from models.signal.faults import HOP_S, SMALL_MV, SMALL_S

AFTER_S = 0.2
"""The signal stands still since a beat if it does from so long after the R peak, s: the QRS complex is over,
and a T wave is not."""


class Stillness:
    """Remembers the latest samples of a lead.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._after = round(AFTER_S * fs)
        self._longest = round((SMALL_S + 4 * HOP_S) * fs)  # by then a fault is known
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._samples: npt.NDArray[np.floating] = np.zeros(0)
        self._stop = 0

    def take(self, block: Block) -> None:
        """Take the samples of the next block."""
        self._samples = np.concatenate([self._samples[-self._longest :], block.samples])
        self._stop = block.stop

    def ends(self, r_peak: int, due: int) -> int:
        """Give the first sample from `due` on at which the signal no longer stands still since a beat.

        At the latest that is when a fault would be known; where samples are not remembered, or missing, the
        signal does not stand still.
        """
        first = self._stop - len(self._samples)
        begin = r_peak + self._after
        since = self._samples[max(0, begin - first) :]
        if begin < first or not len(since):
            return due
        span = np.maximum.accumulate(since) - np.minimum.accumulate(since)
        moved = np.flatnonzero(~(span <= SMALL_MV))
        latest = r_peak + self._longest
        return max(due, min(latest, begin + int(moved[0])) if len(moved) else latest)
