"""The alerts of a session, in the order of time, and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from monitor.analysis.events import Event


class AlertLog:
    """Alerts sorted by their start; a stretch heard twice (after a seek back) is listed once."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def __len__(self) -> int:
        return len(self._events)

    def __getitem__(self, i: int) -> Event:
        return self._events[i]

    def clear(self) -> None:
        """Forget all alerts."""
        self._events.clear()

    def add(self, event: Event) -> int:
        """Put an alert in its place and return the row at which it now stands.

        An alert that overlaps earlier ones of the same nature (of the heart, or technical) replaces them:
        it is the same stretch of the record, heard again.
        """
        self._events = [
            e
            for e in self._events
            if e.technical != event.technical or e.end < event.start or e.start > event.end
        ]
        row = bisect_right([e.start for e in self._events], event.start)
        self._events.insert(row, event)
        return row

    def after(self, sample: int) -> Event | None:
        """The first alert whose peak lies after `sample`."""
        peaks = [e.peak for e in self.by_peak()]
        i = bisect_right(peaks, sample)
        return self.by_peak()[i] if i < len(peaks) else None

    def before(self, sample: int) -> Event | None:
        """The last alert whose peak lies before `sample`."""
        peaks = [e.peak for e in self.by_peak()]
        i = bisect_left(peaks, sample)
        return self.by_peak()[i - 1] if i > 0 else None

    def by_peak(self) -> list[Event]:
        """All alerts in the order of their peaks."""
        return sorted(self._events, key=lambda e: e.peak)
