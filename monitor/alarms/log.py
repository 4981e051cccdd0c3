"""The alerts of a session, in the order of time, and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from models.alerts.events import Event


class AlertLog:
    """Alerts sorted by their start; a stretch analysed twice (after a seek back) is listed once."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._starts: list[int] = []
        self._longest = 0

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def __getitem__(self, i: int) -> Event:
        return self._events[i]

    def clear(self) -> None:
        """Forget all alerts."""
        self._events.clear()
        self._starts.clear()
        self._longest = 0

    def add(self, event: Event) -> int:
        """Put an alert in its place and return the row at which it now stands.

        An alert that overlaps earlier ones of the same nature (of the heart, or technical) replaces them:
        it is the same stretch of the record, analysed again.
        """
        again = [e for e in self.overlapping(event.start, event.end) if e.technical == event.technical]
        for known in again:
            row = self._events.index(known)
            del self._events[row], self._starts[row]
        row = bisect_right(self._starts, event.start)
        self._events.insert(row, event)
        self._starts.insert(row, event.start)
        self._longest = max(self._longest, event.end - event.start)
        return row

    def overlapping(self, first: float, last: float) -> list[Event]:
        """Alerts that have a sample between `first` and `last`."""
        lo = bisect_left(self._starts, first - self._longest)
        hi = bisect_right(self._starts, last)
        return [e for e in self._events[lo:hi] if e.end >= first]

    def after(self, sample: int) -> Event | None:
        """The first alert whose peak lies after `sample`."""
        return min((e for e in self._events if e.peak > sample), key=lambda e: e.peak, default=None)

    def before(self, sample: int) -> Event | None:
        """The last alert whose peak lies before `sample`."""
        return max((e for e in self._events if e.peak < sample), key=lambda e: e.peak, default=None)
