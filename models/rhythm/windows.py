"""The signal about each R peak, cut out of rows that arrive in pieces."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import MODEL_FS, FrontEndRows
from models.signal.latest import Latest

KEEP_ROWS = 480
"""So many of the latest rows are kept, 4 s: a beat's scores come out at most 1 s after its R peak."""

ATRIAL = (-29, -5)
"""Rows about the R peak, first and one after the last, in which a P wave lies: 240 to 50 ms before it."""

VENTRICULAR = (-7, 10)
"""Rows about the R peak that hold the QRS complex."""

SHIFTS = 2
"""The QRS complex is compared with the usual one shifted by so many rows either way."""


class Windows:
    """Keeps the latest rows of a lead.

    Parameters
    ----------
    fs : float
        Rate of the source, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._per_sample = MODEL_FS / fs
        self._latest = Latest(1, KEEP_ROWS, np.nan, np.float64)
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next row is row 0."""
        self._rows = 0
        self._latest.reset()
        self._value: npt.NDArray[np.float64] = self._latest.rows[0]

    def push(self, rows: FrontEndRows) -> None:
        """Take the next rows."""
        if len(rows):
            self._rows += len(rows)
            new = np.where(rows.valid, rows.value, np.nan)
            self._value = self._latest.extend(new[None])[0]

    def forget(self) -> None:
        """Forget what no beat still to come can need."""
        self._value = self._latest.rows[0]

    def about(self, r_peak: int, first: int, stop: int) -> npt.NDArray[np.float64] | None:
        """Give rows `first` to `stop` about an R peak (source sample), mV; None where one is missing."""
        at = int(np.floor(r_peak * self._per_sample + 0.5)) - (self._rows - len(self._value))
        if at + first < 0 or at + stop > len(self._value):
            return None
        cut: npt.NDArray[np.float64] = self._value[at + first : at + stop].copy()  # its place is used again
        return cut if bool(np.isfinite(cut).all()) else None
