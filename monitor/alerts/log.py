"""The alerts of a session, in the order of time, and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from models.alerts.events import Event


class AlertLog:
    """Alerts sorted by their start, of all leads that were analysed."""

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
        """Put an alert in its place and return the row at which it now stands."""
        row = bisect_right(self._starts, event.start)
        self._events.insert(row, event)
        self._starts.insert(row, event.start)
        self._longest = max(self._longest, event.end - event.start)
        return row

    def remove(self, event: Event) -> None:
        """Take an alert out again, if it is listed."""
        for row in range(bisect_left(self._starts, event.start), bisect_right(self._starts, event.start)):
            if self._events[row] == event:
                del self._events[row], self._starts[row]
                return

    def overlapping(self, first: float, last: float) -> list[Event]:
        """Alerts that have a sample between `first` and `last`."""
        lo, hi = self._rows(first, last)
        return [e for e in self._events[lo:hi] if e.end >= first]

    def _rows(self, first: float, last: float) -> tuple[int, int]:
        """Rows among which are all alerts that overlap two sample indices."""
        return bisect_left(self._starts, first - self._longest), bisect_right(self._starts, last)

    def latest(self, sample: int, accept: Callable[[Event], bool]) -> Event | None:
        """Of the alerts that begin at a sample or before it, the latest that is accepted."""
        rows = range(bisect_right(self._starts, sample) - 1, -1, -1)
        return next((self._events[row] for row in rows if accept(self._events[row])), None)

    def after(self, sample: int) -> Event | None:
        """The first alert whose peak lies after `sample`."""
        first: Event | None = None
        for event in self._events[bisect_left(self._starts, sample - self._longest) :]:
            if first is not None and event.start >= first.peak:
                break  # a peak is never before its start
            if event.peak > sample and (first is None or event.peak < first.peak):
                first = event
        return first

    def before(self, sample: int) -> Event | None:
        """The last alert whose peak lies before `sample`."""
        last: Event | None = None
        for row in range(bisect_left(self._starts, sample) - 1, -1, -1):
            event = self._events[row]
            if last is not None and event.start + self._longest < last.peak:
                break  # nor after the end
            if event.peak < sample and (last is None or event.peak > last.peak):
                last = event
        return last
