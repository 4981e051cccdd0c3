"""Repeats among alerts: many of one kind in a row are one line of the list, which opens to its members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.alerts.events import Event
from models.alerts.kinds import Kind

LEAST = 3
"""So many alerts of one kind and analysis in succession make a group."""

APART_S = 60.0
"""Two alerts farther apart than this are no repeats of each other, s."""

Key = tuple[Kind, str, int]
"""What a group is known by while it grows: kind and analysis of its alerts, and the start of its first."""


@dataclass(frozen=True)
class Group:
    """Alerts of one kind and analysis, one after the other.

    Attributes
    ----------
    at : int
        Place of the first among all alerts that were grouped.
    events : tuple of Event
        The alerts in the order of time, at least one.
    """

    at: int
    events: tuple[Event, ...]

    @property
    def key(self) -> Key:
        """What it is known by while it grows."""
        first = self.events[0]
        return first.kind, _about(first), first.start

    @property
    def repeats(self) -> bool:
        """Whether it is long enough to be shown as one."""
        return len(self.events) >= LEAST


class Grouping:
    """Groups of alerts that are kept up to date as alerts come, mostly at the end.

    Parameters
    ----------
    apart : float
        Two alerts whose peaks are farther apart than so many samples are no repeats of each other.
    """

    def __init__(self, apart: float) -> None:
        self.apart = apart
        self.groups: list[Group] = []
        self._events: list[Event] = []

    def take(self, events: Sequence[Event]) -> int:
        """Group alerts given in the order of time; give how many groups are as they were."""
        new = list(events)
        same = len(self._events)
        # Identity decides, and comparing lists asks for it first; alerts mostly come at the end.
        if new[:same] != self._events:
            pairs = zip(new, self._events, strict=False)
            same = next((i for i, (a, b) in enumerate(pairs) if a is not b), min(same, len(new)))
        self._events = new
        # The last group may go on.
        while self.groups and self.groups[-1].at + len(self.groups[-1].events) >= same:
            self.groups.pop()
        kept = len(self.groups)
        at = self.groups[-1].at + len(self.groups[-1].events) if self.groups else 0
        while at < len(new):
            stop = at + 1
            while stop < len(new) and self._repeats(new[stop - 1], new[stop]):
                stop += 1
            self.groups.append(Group(at, tuple(new[at:stop])))
            at = stop
        return kept

    def _repeats(self, one: Event, next_one: Event) -> bool:
        return (
            one.kind is next_one.kind
            and _about(one) == _about(next_one)
            and next_one.peak - one.peak <= self.apart
        )


def _about(event: Event) -> str:
    """The lead or leads that were analysed, of a technical alert the lead that it is about."""
    return event.lead if event.technical else event.analysis
