"""The vital signs that were read of the source that is on: each second, wherever the stream goes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from models.vitals.stream import CUFF, TICK_S
from monitor.stream.past.rows import RowArchive

KEPT_S = 12 * 3600
"""So many seconds are kept, 12 hours: 5 MB."""

BLOCK_S = 600.0
"""Rows leave, and are found, by ten minutes."""

HOLDS_S = 2.5
"""A reading holds for so long, s: after a jump there is none until the next comes."""


@dataclass(frozen=True)
class CuffReading:
    """What a cuff has measured last.

    Two measurings in a row that found the very same cannot be told apart: they are the first of them.

    Attributes
    ----------
    systolic, diastolic, mean : float or None
        mmHg; all None where it could not measure.
    at : int
        Sample at which it was first shown.
    exact : bool
        Whether it was taken then; else it stood there when it was first looked, and is older.
    """

    systolic: float | None
    diastolic: float | None
    mean: float | None
    at: int
    exact: bool

    def figure(self, sign: Sign) -> float | None:
        """One of its figures."""
        return dict(zip(CUFF, (self.systolic, self.diastolic, self.mean), strict=True)).get(sign)

    @property
    def failed(self) -> bool:
        """Whether it could not measure."""
        return self.systolic is None and self.diastolic is None and self.mean is None


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
        self._has_cuff = False
        self._cuff: tuple[int, CuffReading | None] | None = None

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
            self._cuff = None
            absent = readings.quality[:, [sign.column for sign in CUFF]] == int(Quality.ABSENT)
            self._has_cuff = self._has_cuff or not absent.all()

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

    def cuff(self, sample: int) -> CuffReading | None:
        """What a cuff had measured last at a sample; None where it had not, as far as it was heard."""
        if not self._has_cuff:
            return None
        tick = int(sample / self._fs / TICK_S)
        if self._cuff is None or self._cuff[0] != tick:
            self._cuff = tick, self._cuff_before(sample + 1)
        return self._cuff[1]

    def _cuff_before(self, stop: int) -> CuffReading | None:
        """Look back, block by block, until the figures are others than the last."""
        newest: npt.NDArray[np.float32] | None = None
        came, first = 0, stop
        while first > 0:
            first, last = max(0, first - round(BLOCK_S * self._fs)), first
            found = self.between(first, last)
            shown, measured = _cuff_rows(found)
            known = np.flatnonzero(measured)
            if not len(known):
                continue
            newest = shown[known[-1]] if newest is None else newest
            others = np.flatnonzero((shown[known] != newest).any(axis=1))
            begins = others[-1] + 1 if len(others) else 0
            if begins < len(known):
                came = int(found.at[known[begins]])
            if len(others):
                break
        if newest is None:
            return None
        high, low, mean = (float(value) if value > 0 else None for value in newest)
        heard_before = len(self.between(max(0, came - 1.5 * TICK_S * self._fs), came)) > 0
        return CuffReading(high, low, mean, came, heard_before)


def _cuff_rows(readings: Readings) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """Figures of a cuff, shape (n, 3), -1 for each that is missing; and whether a row is a measurement."""
    columns = [sign.column for sign in CUFF]
    figures = np.nan_to_num(readings.values[:, columns], nan=-1.0)
    failed = (readings.quality[:, columns] == int(Quality.FAILED)).any(axis=1)
    return figures, (figures > 0).any(axis=1) | failed
