"""Technical alert where a lead falls silent: NaN for longer than a moment."""

from __future__ import annotations

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block

LONGEST_SILENT_GAP_S = 0.5
"""A gap up to this long, in seconds, is drawn as a gap and not announced."""


class GapWatch:
    """Watch for gaps in the samples.

    Parameters
    ----------
    fs : float
        Sampling frequency in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._longest = round(LONGEST_SILENT_GAP_S * fs)
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._position = sample
        self._since: int | None = None

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the gaps that ended in it."""
        missing = np.isnan(block.samples)
        if self._since is None and not missing.any():
            self._position += len(missing)
            return []
        edges = np.flatnonzero(np.diff(np.concatenate(([self._since is not None], missing)).astype(np.int8)))
        events = []
        for edge in edges:
            at = self._position + int(edge)
            if self._since is None:
                self._since = at
            else:
                if at - self._since > self._longest:
                    events.append(self._event(self._since, at - 1, at))
                self._since = None
        self._position += len(block.samples)
        return events

    @property
    def open(self) -> Event | None:
        """The gap in which the stream now stands, once it is long enough to be announced."""
        if self._since is None or self._position - self._since <= self._longest:
            return None
        return self._event(self._since, self._position - 1, self._position - 1)

    def finish(self) -> list[Event]:
        """Give the gap in which the stream ended, if it is long enough."""
        return [self.open] if self.open is not None else []

    @staticmethod
    def _event(start: int, end: int, emitted: int) -> Event:
        return Event(Kind.GAP, start, start, end, emitted, {}, {})
