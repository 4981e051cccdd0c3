"""Since when beats could be seen in at least one lead: nobody may conclude from silence of a deaf monitor."""

from __future__ import annotations

import numpy as np

from models.alerts.watcher import Block
from models.alerts.watchers.gaps import LONGEST_SILENT_GAP_S
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind

REMEMBERED_S = 30.0
"""What is over is remembered for so long, s."""


class _Lead:
    """When one lead was deaf, as far as it was known at a moment."""

    def __init__(self, fs: float) -> None:
        self._remembered, self._longest = round(REMEMBERED_S * fs), round(LONGEST_SILENT_GAP_S * fs)
        self._known: list[Fault | State] = []
        self._gaps: list[tuple[int, int]] = []  # first sample, and the one after the last; -1: it goes on

    def take(self, own: Block) -> None:
        begin = own.stop - len(own.samples)
        since = begin - self._remembered
        kept = (s for s in self._known if s.over is not None and s.over >= since)
        faults = (f for f in own.faults if f.kind is not FaultKind.SMALL)
        self._known = [*kept, *faults, *(s for s in own.states if s.kind is StateKind.UNUSABLE)]
        self._gaps = [gap for gap in self._gaps if gap[1] < 0 or gap[1] >= since]
        missing = np.isnan(own.samples)
        going_on = bool(self._gaps) and self._gaps[-1][1] < 0
        if not going_on and not missing.any():
            return
        for edge in np.flatnonzero(np.diff(np.concatenate(([going_on], missing)).astype(np.int8))).tolist():
            if self._gaps and self._gaps[-1][1] < 0:
                self._gaps[-1] = (self._gaps[-1][0], begin + edge)
            else:
                self._gaps.append((begin + edge, -1))

    def until(self, at: int) -> int:
        """The latest sample up to `at` at which it was deaf; -1 if none is known."""
        latest = -1
        for stretch in self._known:
            if stretch.known <= at:
                ended = stretch.over is not None and stretch.over <= at
                latest = max(latest, min(stretch.end, at) if ended else at)
        for start, stop in self._gaps:
            end = at if stop < 0 or stop > at else stop - 1
            if end - start >= self._longest:
                latest = max(latest, end)
        return latest


class Hearing:
    """Since when at least one lead has been heard without a break.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    leads : int
        How many there are.
    """

    def __init__(self, fs: float, leads: int) -> None:
        self._fs, self._leads = fs, leads
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._each = [_Lead(self._fs) for _ in range(self._leads)]

    def take(self, block: Block) -> None:
        """Take the next block."""
        for lead, own in zip(self._each, block.leads or (block,), strict=True):
            lead.take(own)

    def deaf_until(self, at: int) -> int:
        """The latest sample up to `at` of the lead that has been heard for longest; -1: it always was."""
        return min(lead.until(at) for lead in self._each)
