"""Since when beats could be seen in at least one lead: a deaf monitor concludes nothing from silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.alerts.events import Event
from models.alerts.watcher import Block
from models.alerts.watchers.gaps import LONGEST_SILENT_GAP_S, GapWatch
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind

REMEMBERED_S = 30.0
"""What is over is remembered for so long, s."""


@dataclass(frozen=True)
class Gap:
    """A stretch without samples that is long enough to be told (`models.alerts.watchers.gaps`).

    Attributes
    ----------
    start, end : int
        Its first and its last sample, as far as it is known.
    known : int
        Sample on whose arrival it was long enough.
    over : int or None
        The first sample after it; None while it goes on.
    """

    start: int
    end: int
    known: int
    over: int | None


class _Lead:
    """When one lead was deaf, as far as it was known at a moment."""

    def __init__(self, fs: float, sample: int) -> None:
        self._remembered, self._longest = round(REMEMBERED_S * fs), round(LONGEST_SILENT_GAP_S * fs)
        self._watch = GapWatch(fs)
        self._watch.start_at(sample)
        self._known: list[Fault | State | Gap] = []
        self.gaps: tuple[Gap, ...] = ()

    def take(self, own: Block) -> None:
        ended = (self._gap(event, event.emitted) for event in self._watch.push(own))
        going_on = self._watch.open
        self.gaps = (*ended, *(() if going_on is None else (self._gap(going_on, None),)))
        since = own.stop - len(own.samples) - self._remembered
        kept = (s for s in self._known if s.over is not None and s.over >= since)
        faults = (f for f in own.faults if f.kind is not FaultKind.SMALL)
        unusable = (s for s in own.states if s.kind is StateKind.UNUSABLE)
        self._known = [*kept, *faults, *unusable, *self.gaps]

    def until(self, at: int) -> int:
        """The latest sample up to `at` at which it was deaf; -1 if none is known."""
        return max(
            (
                min(s.end, at) if s.over is not None and s.over <= at else at
                for s in self._known
                if s.known <= at
            ),
            default=-1,
        )

    def _gap(self, event: Event, over: int | None) -> Gap:
        return Gap(event.start, event.end, event.start + self._longest, over)


class Hearing:
    """Since when at least one lead has been heard without a break, the same however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    leads : int
        How many there are.
    sample : int
        The first sample that it is given.
    """

    def __init__(self, fs: float, leads: int, sample: int = 0) -> None:
        self._each = [_Lead(fs, sample) for _ in range(leads)]

    def take(self, block: Block) -> None:
        """Take the next block."""
        for lead, own in zip(self._each, block.leads or (block,), strict=True):
            lead.take(own)

    def gaps(self, lead: int) -> Sequence[Gap]:
        """The gaps of a lead that ended in the latest block, and last the one that goes on at its end."""
        return self._each[lead].gaps

    def deaf_until(self, at: int) -> int:
        """The latest sample up to `at` of the lead that has been heard for longest; -1: it always was."""
        return min(lead.until(at) for lead in self._each)
