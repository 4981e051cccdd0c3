"""Whether what was taken for a beat is so low that it will be a P wave or a pacing pulse."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from statistics import median

SLIGHT = 0.2
"""So low a share of the usual height, in every lead: a P wave in complete heart block, a pulse that brings no
beat. Of 39 861 annotated beats of DS1 and the half of the
Supraventricular Database at hand none is as low."""

BEATS, FEWEST = 8, 4
"""The usual height is the median of so many latest beats that are not so low; with fewer than the second
number nothing is usual. As many low ones in a row are beats: then the signal has become lower."""


class Sizes:
    """Follows the heights of beats, one by one.

    Parameters
    ----------
    leads : int
        How many leads are analysed together.
    """

    def __init__(self, leads: int) -> None:
        self._usual = [deque[float](maxlen=BEATS) for _ in range(leads)]
        self._low = 0

    def slight(self, heights: Sequence[float]) -> bool:
        """Take the next beat, its height in each lead (mV, 0 where it shows none); whether it is so low."""
        known = [
            (abs(height), median(usual))
            for height, usual in zip(heights, self._usual, strict=True)
            if len(usual) >= FEWEST
        ]
        if known and all(height < SLIGHT * usual for height, usual in known):
            self._low += 1
            if self._low < BEATS:
                return True
            for usual in self._usual:
                usual.clear()
        self._low = 0
        for height, usual in zip(heights, self._usual, strict=True):
            if height:
                usual.append(abs(height))
        return False
