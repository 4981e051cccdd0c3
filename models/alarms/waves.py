"""Whether there are waves where there are no beats: fibrillation takes longer to be known than silence."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.alerts.watcher import Block

LOOK_S, PIECE_S = 2.0, 0.1
"""The latest so many seconds are looked at, in pieces of the second length, s."""

KEPT_S = 1.0
"""So much more is kept, s: what is asked about may lie before the beat that has just become known."""

LEAST_MV = 0.1
"""Where the median piece ranges over no less than this, mV, there are waves: the line of an asystole has a
third of it, the finest fibrillation that can be known has twice as much."""


class Waves:
    """What the leads have looked like of late.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    leads : int
        How many leads are analysed together.
    """

    def __init__(self, fs: float = 1.0, leads: int = 1) -> None:
        self._piece, self._look = max(2, round(PIECE_S * fs)), round(LOOK_S * fs)
        self._kept = self._look + round(KEPT_S * fs)
        self._each: list[npt.NDArray[np.float32]] = [np.zeros(0, dtype=np.float32)] * leads
        self._stop = 0

    def take(self, block: Block) -> None:
        """Take the next block."""
        self._stop = block.stop
        for i, own in enumerate(block.leads or (block,)):
            self._each[i] = np.concatenate([self._each[i][-self._kept :], own.samples])

    def around(self, r_peak: int, half: int) -> list[npt.NDArray[np.float32]]:
        """Give each lead from `half` samples before an R peak to as many after it, as far as it is kept."""
        ats = [len(lead) - (self._stop - r_peak) for lead in self._each]
        return [lead[max(0, at - half) : at + half + 1] for at, lead in zip(ats, self._each, strict=True)]

    def seen(self, at: int) -> bool:
        """Whether there are waves, in the lead that has the largest, just before sample `at`."""
        return any(self._range(lead, at) >= LEAST_MV for lead in self._each)

    def _range(self, lead: npt.NDArray[np.float32], at: int) -> float:
        stop = len(lead) - (self._stop - 1 - at)
        piece = lead[max(0, stop - self._look) : max(0, stop)]
        n = len(piece) // self._piece
        if not n or not np.isfinite(piece).all():
            return 0.0
        return float(np.median(np.ptp(piece[-n * self._piece :].reshape(n, self._piece), axis=1)))
