"""The vital signs that were read of the source that is on: each second, wherever the stream goes."""

from __future__ import annotations

import numpy as np

from models.vitals.readings import Readings
from models.vitals.signs import Sign
from monitor.stream.past.rows import RowArchive

KEPT_S = 12 * 3600
"""So many seconds are kept, 12 hours: 5 MB."""

BLOCK_S = 600.0
"""Rows leave, and are found, by ten minutes."""

HOLDS_S = 2.5
"""A reading holds for so long, s: after a jump there is none until the next comes."""


class VitalArchive:
    """Readings by the sample on whose arrival they were known.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self._rows = RowArchive(2 * len(Sign), round(BLOCK_S * fs), KEPT_S)

    def take(self, readings: Readings) -> None:
        """Keep what was read, but for what is kept already: the leads of another analysis are the same."""
        if not len(readings):
            return
        known = self.between(int(readings.at[0]), int(readings.at[-1]) + 1).at
        new = ~np.isin(readings.at, known)
        if new.any():
            readings = Readings(readings.at[new], readings.values[new], readings.quality[new])
            values = np.hstack([readings.values, readings.quality.astype(np.float32)])
            self._rows.add(0, readings.at, *values.T)

    def between(self, start: float, stop: float) -> Readings:
        """The readings known from sample `start` to before `stop`."""
        index, values = self._rows.between(0, start, stop)
        width = len(Sign)
        quality = np.nan_to_num(values[width:].T).astype(np.int8)
        return Readings(index, values[:width].T, quality)

    def at(self, sample: int) -> Readings:
        """The reading that holds at a sample: one row, or none."""
        found = self.between(max(0, sample - HOLDS_S * self._fs), sample + 1)
        return Readings(found.at[-1:], found.values[-1:], found.quality[-1:])
