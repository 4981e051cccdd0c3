"""Provisional alerts: drawn until their beats are classified; they fade where no alert follows."""

from __future__ import annotations

from collections.abc import Callable

from models.alerts.events import Event

FADE_S = 0.8
"""A provisional alert that no alert took the place of is gone after so long, s of the record."""

STEPS = 5
"""It fades in so many steps: each is drawn once."""

Shade = tuple[Event, float]
"""An alert, provisional or not, and how strongly its shade is drawn: 1 whole, towards 0 fading."""


class ProvisionalAlerts:
    """Provisional alerts that wait for the beat classifier, and those that fade."""

    def __init__(self) -> None:
        self.waiting: tuple[Event, ...] = ()
        """Those that are open or whose beats are not classified yet, in the order of time."""
        self._fading: list[tuple[Event, int, int]] = []  # alert, gone at this sample, steps it has faded

    def clear(self) -> None:
        """Forget all."""
        self.waiting, self._fading = (), []

    def take(self, waiting: tuple[Event, ...], head: int, is_alert: Callable[[Event], bool]) -> list[Event]:
        """Take the provisional alerts as they now are.

        Parameters
        ----------
        waiting : tuple of Event
            Those that wait.
        head : int
            Sample that the trace has reached.
        is_alert : callable
            Whether an alert has taken a provisional one's place.

        Returns
        -------
        list of Event
            Those whose drawing changed.
        """
        before, self.waiting = self.waiting, waiting
        spans = {(e.start, e.end) for e in before} ^ {(e.start, e.end) for e in waiting}
        for event in before:
            # One that has grown, or has been joined to another, goes on in that one.
            goes_on = any(e.start <= event.end and e.end >= event.start for e in waiting)
            if not goes_on and not is_alert(event):
                self._fading.append((event, head, 0))
        return [e for e in (*before, *waiting) if (e.start, e.end) in spans]

    def advance(self, head: int, fs: float) -> list[Event]:
        """Let time pass up to a sample; give those that are to be drawn fainter, or not any more."""
        changed, kept = [], []
        for event, gone_at, faded in self._fading:
            steps = int((head - gone_at) * STEPS / (FADE_S * fs))
            if steps != faded:
                changed.append(event)
            if steps < STEPS:
                kept.append((event, gone_at, steps))
        self._fading = kept
        return changed

    def between(self, first: float, last: float) -> list[Shade]:
        """Those that overlap two sample indices, with their strengths."""
        shades = [(event, 1.0) for event in self.waiting]
        shades += [(event, 1 - (faded + 1) / (STEPS + 1)) for event, _, faded in self._fading]
        return [(event, how) for event, how in shades if event.start <= last and event.end >= first]
