"""The fast path's marks: drawn while the confirm path has yet to speak; they fade where no alert follows."""

from __future__ import annotations

from collections.abc import Callable

from models.alerts.events import Event

FADE_S = 0.8
"""A mark that no alert took the place of is gone after so long, s of the record."""

STEPS = 5
"""It fades in so many steps: each is drawn once."""

Shade = tuple[Event, float]
"""An alert or a mark, and how strongly its shade is drawn: 1 whole, towards 0 fading."""


class FastMarks:
    """Marks that wait, and marks that fade."""

    def __init__(self) -> None:
        self.waiting: tuple[Event, ...] = ()
        """Those that are open or not judged yet, in the order of time."""
        self._fading: list[tuple[Event, int, int]] = []  # mark, gone at this sample, steps it has faded

    def clear(self) -> None:
        """Forget all."""
        self.waiting, self._fading = (), []

    def take(self, marks: tuple[Event, ...], head: int, is_alert: Callable[[Event], bool]) -> list[Event]:
        """Take the marks as they now are.

        Parameters
        ----------
        marks : tuple of Event
            Those that wait.
        head : int
            Sample that the trace has reached.
        is_alert : callable
            Whether an alert has taken a mark's place.

        Returns
        -------
        list of Event
            Those whose drawing changed.
        """
        before, self.waiting = self.waiting, marks
        spans = {(m.start, m.end) for m in before} ^ {(m.start, m.end) for m in marks}
        for mark in before:
            # One that has grown, or has been joined to another, goes on in that one.
            goes_on = any(m.start <= mark.end and m.end >= mark.start for m in marks)
            if not goes_on and not is_alert(mark):
                self._fading.append((mark, head, 0))
        return [m for m in (*before, *marks) if (m.start, m.end) in spans]

    def advance(self, head: int, fs: float) -> list[Event]:
        """Let time pass up to a sample; give the marks that are to be drawn fainter, or not any more."""
        changed, kept = [], []
        for mark, gone_at, faded in self._fading:
            steps = int((head - gone_at) * STEPS / (FADE_S * fs))
            if steps != faded:
                changed.append(mark)
            if steps < STEPS:
                kept.append((mark, gone_at, steps))
        self._fading = kept
        return changed

    def between(self, first: float, last: float) -> list[Shade]:
        """Marks that overlap two sample indices, with their strengths."""
        shades = [(mark, 1.0) for mark in self.waiting]
        shades += [(mark, 1 - (faded + 1) / (STEPS + 1)) for mark, _, faded in self._fading]
        return [(mark, how) for mark, how in shades if mark.start <= last and mark.end >= first]
