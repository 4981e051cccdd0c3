"""Technical alert where a lead falls silent: NaN for longer than a moment."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.alerts.events import Event
from models.alerts.kinds import Kind

LONGEST_SILENT_GAP_S = 0.5
"""A gap up to this long, in seconds, is drawn as a gap and not announced."""


class GapWatch:
    """Find gaps in a stream of samples, whatever the chunks.

    Parameters
    ----------
    fs : float
        Sampling frequency in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._longest = round(LONGEST_SILENT_GAP_S * fs)
        self._position = 0
        self._since: int | None = None

    def start_at(self, sample: int) -> None:
        """Say at which sample index of the source the stream begins."""
        self._position = sample
        self._since = None

    def push(self, samples: npt.NDArray[np.floating]) -> list[Event]:
        """Take samples (shape (n,), mV) and return the gaps that ended in them."""
        missing = np.isnan(samples)
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
        self._position += len(samples)
        return events

    @property
    def open(self) -> Event | None:
        """The gap in which the stream now stands, once it is long enough to be announced."""
        if self._since is None or self._position - self._since <= self._longest:
            return None
        return self._event(self._since, self._position - 1, self._position - 1)

    @staticmethod
    def _event(start: int, end: int, emitted: int) -> Event:
        return Event(Kind.GAP, start, start, end, emitted, {}, {})
