"""Any stretch of a record of several segments, out of files that stay on the disk."""

from __future__ import annotations

import threading
from collections import OrderedDict

import numpy as np

from assets.pieces.pieces import CACHE_BYTES, Pieces, Signals
from assets.records.headers.segments import Part, Segmented

OPEN = 8
"""So many segments have their files open and blocks in memory; a record may have hundreds."""


class SegmentedPieces:
    """Reads stretches of a record of several segments. Safe to use from several threads.

    Parameters
    ----------
    survey : Segmented
        The record.
    """

    def __init__(self, survey: Segmented) -> None:
        self._parts = survey.parts
        self._starts = np.array([part.start for part in survey.parts], dtype=np.int64)
        self._n = survey.n_samples
        figures = len(survey.numerics.leads) if survey.numerics is not None else 0
        self._n_leads = len(survey.described) - figures
        self._open: OrderedDict[int, Pieces] = OrderedDict()
        self._lock = threading.Lock()

    def between(self, start: int, stop: int) -> Signals:
        """Samples `start` to `stop` of all leads, as far as the record has them, shape (n, n_leads).

        Raises
        ------
        RecordError
            If a file cannot be opened, or read any more.
        """
        start, stop = max(start, 0), min(stop, self._n)
        whole = np.full((max(0, stop - start), self._n_leads), np.nan, dtype=np.float32)
        number = max(0, int(np.searchsorted(self._starts, start, side="right")) - 1)
        with self._lock:
            while number < len(self._parts) and self._parts[number].start < stop:
                part = self._parts[number]
                a, b = max(start, part.start), min(stop, part.stop)
                if part.survey is not None and a < b:
                    found = self._pieces(number, part).between(a - part.start, b - part.start)
                    whole[a - start : b - start, list(part.columns)] = found
                number += 1
        whole.flags.writeable = False
        return whole

    def glance(self, lead: int, start: int, stop: int) -> Signals:
        """Samples `start` to `stop` of one lead, shape (n,), as `between`."""
        return self.between(start, stop)[:, lead]

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            while self._open:
                self._open.popitem()[1].close()

    def _pieces(self, number: int, part: Part) -> Pieces:
        assert part.survey is not None
        found = self._open.get(number)
        if found is None:
            while len(self._open) >= OPEN:
                self._open.popitem(last=False)[1].close()
            found = self._open[number] = Pieces(part.survey, CACHE_BYTES // OPEN)
        self._open.move_to_end(number)
        return found
