"""The envelope of a record that is too long to be gone through at once, looked over in the background."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal

from assets.errors import RecordError
from monitor.ui.kit.work.background import BackgroundThread

COLUMNS = 2048
"""Stretches into which a record is divided, about one a pixel of a wide screen."""

SEEN_S = 2.0
"""Of each of them so much is looked at, in seconds: a heartbeat or two."""

TOLD_EVERY_S = 0.3
"""How often the picture is renewed while it grows, in seconds."""

REST_S = 0.001
"""Rest after each look, in seconds, so that the stream and its analysis come first."""

_STRIDE = 8

Glance = Callable[[int, int], npt.NDArray[np.float32]]
"""Gives a lead's samples between two indices, shape (n,), and keeps none of them."""


class Outline(BackgroundThread):
    """Look at the middle of each of `COLUMNS` equal stretches of a lead, from coarse to fine.

    Parameters
    ----------
    glance : callable
        Gives the lead's samples; called in this thread.
    fs : float
        Sampling frequency in Hz.
    n_samples : int
        Length of the record.
    """

    grown = Signal()

    def __init__(self, glance: Glance, fs: float, n_samples: int) -> None:
        super().__init__()
        self._glance, self._n = glance, n_samples
        self._seen = max(1, round(SEEN_S * fs))
        self._low = np.full(COLUMNS, np.nan, dtype=np.float32)
        self._high = self._low.copy()
        self._lock = threading.Lock()

    def envelope(self, columns: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Lowest and highest value in each of so many columns, as far as they are known; else NaN."""
        starts = np.arange(columns) * COLUMNS // max(1, columns)
        with self._lock:  # a column is known with both its values, or not at all
            return np.fmin.reduceat(self._low, starts), np.fmax.reduceat(self._high, starts)

    def run(self) -> None:
        """Look until all is known or it is told to stop."""
        told = time.monotonic()
        try:
            for column in _coarse_to_fine():
                if self.stopping:
                    return
                self._look(column)
                if time.monotonic() - told > TOLD_EVERY_S:
                    told = time.monotonic()
                    self.grown.emit()
                self.pause(REST_S)
        except RecordError:
            # The record has gone, or was replaced by another one. Whoever plays it is told; here nothing more
            # can be seen, and what was seen stays.
            self.ask_to_stop()
        self.grown.emit()

    def _look(self, column: int) -> None:
        first, stop = (edge * self._n // COLUMNS for edge in (column, column + 1))
        first = max(first, (first + stop - self._seen) // 2)
        signal = self._glance(first, min(stop, first + self._seen))
        if np.isfinite(signal).any():
            with self._lock:
                self._low[column], self._high[column] = np.nanmin(signal), np.nanmax(signal)


def _coarse_to_fine() -> Iterator[int]:
    for first in (0, 4, 2, 6, 1, 3, 5, 7):
        yield from range(first, COLUMNS, _STRIDE)
