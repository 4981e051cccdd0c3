"""What a session has heard of its source: the one place from which everything that draws or looks back reads.

A source that keeps what it hands out (a record) is asked again, which may mean a look into a file; where that
fails there is a gap, and `SignalHistory.failure` says why. Of any other the newest stretch is kept here,
in bounded memory; what is older than that is a gap.
"""

from __future__ import annotations

import threading
from collections import deque

import numpy as np
import numpy.typing as npt

from assets.causes import words_of
from assets.errors import RecordError
from assets.records.record import Annotations
from assets.sources.source import NO_ANNOTATIONS, Lead, Source, SourceBlock

KEPT_S = 3600.0
"""Seconds that are kept of a source that keeps nothing itself."""

KEPT_BYTES = 64 * 2**20
"""What is kept takes no more memory than this: an hour of twelve leads at 360 Hz."""


class SignalHistory:
    """Samples and annotations that a source has handed out. Safe to use from several threads.

    Parameters
    ----------
    source : Source
        Who hands them out; each block is given to `append` once.
    kept_s, kept_bytes : float, int
        Bounds of what is kept of a source that keeps nothing itself; the tighter one holds.

    Attributes
    ----------
    failure : str
        Why the source could not give what it was last asked for, in a sentence; empty while all is well.
    """

    def __init__(self, source: Source, kept_s: float = KEPT_S, kept_bytes: int = KEPT_BYTES) -> None:
        self._source = source
        self._n_leads = len(source.info.leads)
        self._looks_back = source.between(0, 0) is not None
        self.failure = ""
        self._lock = threading.Lock()
        capacity = min(int(kept_s * source.info.fs), kept_bytes // (4 * self._n_leads))
        self._capacity = 0 if self._looks_back else max(1, capacity)
        # Pages of an untouched zeros array take no memory: a short stream costs what it has brought.
        self._ring = np.zeros((self._capacity, self._n_leads), dtype=np.float32)
        self._annotations: deque[tuple[int, str, str]] = deque()
        self._first = self._stop = 0

    @property
    def leads(self) -> tuple[Lead, ...]:
        """What each column is."""
        return self._source.info.leads

    @property
    def looks_back(self) -> bool:
        """Whether the source keeps what it hands out, and is asked for it again."""
        return self._looks_back

    @property
    def span(self) -> tuple[int, int]:
        """First sample that can be shown, and the one after the newest."""
        with self._lock:
            return (0, self._stop) if self._looks_back else (self._first, self._stop)

    def append(self, block: SourceBlock) -> None:
        """Take the next block; one that does not follow on the last begins anew, as after a seek."""
        with self._lock:
            if block.start != self._stop:
                self._first = block.start
                self._annotations.clear()
            self._stop = block.stop
            if self._looks_back or not len(block.samples):
                return
            newest = block.samples[-self._capacity :]
            at = (block.stop - len(newest) + np.arange(len(newest))) % self._capacity
            self._ring[at] = newest
            self._first = max(self._first, self._stop - self._capacity)
            known = block.annotations
            self._annotations.extend(zip(known.sample.tolist(), known.symbol, known.aux_note, strict=True))
            while self._annotations and self._annotations[0][0] < self._first:
                self._annotations.popleft()

    def reach(self, stop: int) -> None:
        """Know how far the stream has come, where the source looks back and nothing need be handed over."""
        with self._lock:
            self._stop = stop

    def between(self, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples `start` to `stop` of all leads.

        Parameters
        ----------
        start, stop : int
            Sample indices in the source's time base; `stop` may lie before `start`.

        Returns
        -------
        ndarray of float32, shape (max(0, stop - start), n_leads)
            In each lead's unit; NaN where the source has no such sample or nothing is kept of it. Not to be
            written to: it may be the source's own.
        """
        if stop <= start:
            return np.zeros((0, self._n_leads), dtype=np.float32)
        if self._looks_back:
            found, at = self._asked_again(start, stop)
            if len(found) == stop - start:
                return found
        else:
            found, at = self._from_ring(start, stop)
        whole = np.full((stop - start, self._n_leads), np.nan, dtype=np.float32)
        if len(found):
            whole[at - start : at - start + len(found)] = found
        return whole

    def lead(self, lead: int, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples `start` to `stop` of one lead, shape (max(0, stop - start),); as `between`."""
        column: npt.NDArray[np.float32] = self.between(start, stop)[:, lead]
        return column

    def annotations(self, start: float, stop: float) -> Annotations:
        """Annotations from sample `start` up to `stop`, as far as they are kept."""
        first, last = int(np.ceil(start)), int(np.ceil(stop))
        if self._looks_back:
            return self._source.annotations(max(0, first), max(0, last))
        with self._lock:
            found = [a for a in self._annotations if first <= a[0] < last]
        if not found:
            return NO_ANNOTATIONS
        sample, symbol, aux_note = zip(*found, strict=True)
        return Annotations(np.array(sample, dtype=np.int64), tuple(symbol), tuple(aux_note))

    def glance(self, lead: int, start: int, stop: int) -> npt.NDArray[np.float32]:
        """Samples of one lead that are looked at once, shape (n,), as far as they can be had.

        Raises
        ------
        RecordError
            If the source cannot give them any more.
        """
        if self._looks_back:
            return self._source.glance(lead, start, stop)
        return self.lead(lead, start, stop)

    def _asked_again(self, start: int, stop: int) -> tuple[npt.NDArray[np.float32], int]:
        try:
            block = self._source.between(start, stop)
        except RecordError as error:
            self.failure = words_of(error)
            return np.zeros((0, self._n_leads), dtype=np.float32), start
        assert block is not None
        return block.samples, block.start

    def _from_ring(self, start: int, stop: int) -> tuple[npt.NDArray[np.float32], int]:
        with self._lock:
            first, last = max(start, self._first), min(stop, self._stop)
            if last <= first:
                return np.zeros((0, self._n_leads), dtype=np.float32), start
            a, b = first % self._capacity, (last - 1) % self._capacity + 1
            if a < b:
                return self._ring[a:b].copy(), first
            return np.concatenate([self._ring[a:], self._ring[:b]]), first
