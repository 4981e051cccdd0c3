"""What the running models find: provisional alerts, and an alert where no beat can be classified.

Where alerts are raised on any spike, each of their stretches over a threshold is an alert of its own.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.muting import (
    PERSISTS_S,
    SPIKES,
    AlertOn,
    Withholding,
    is_classified,
    is_unexpected_course,
)
from models.alerts.watcher import Block
from models.alerts.watchers.grouping import Grouper
from models.alerts.within import Within
from models.signal.states import StateKind

HOLDS_S = 0.15
"""A spike holds the R peaks this near to it, s: the match window of ANSI/AAMI EC57."""


class CourseWatch:
    """Watch the running models' scores.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.

    Attributes
    ----------
    alert_on : AlertOn
        Whether each spike is an alert.
    """

    def __init__(self, fs: float, alert_on: AlertOn = AlertOn.BEATS) -> None:
        self._fs = fs
        self.alert_on = alert_on
        self._withheld, self._flutter = Withholding(fs), Within(fs, StateKind.FLUTTER)
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._withheld.forget()
        self._flutter.forget()
        self._grouper = Grouper(self._fs)
        self._classified: list[int] = []  # R peaks that a provisional alert may still cover
        self._beats: list[tuple[int, int]] = []  # every R peak that a spike may hold, and when it was known

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the unexpected courses that became complete."""
        self._withheld.take(block)
        self._flutter.take(block)
        for channel, rows in block.rows.items():
            self._grouper.add(channel, rows.index, rows.emitted, rows.score, block.thresholds[channel])
        if len(block.beats):
            self._classified += block.beats.index[np.isfinite(block.beats.score)].tolist()
            self._beats += zip(block.beats.index.tolist(), block.beats.emitted.tolist(), strict=True)
        events = self._raised(self._grouper.take_complete())
        oldest = min((e.start for e in self._grouper.pending), default=block.stop)
        oldest -= round(PERSISTS_S * self._fs)
        self._classified = [r for r in self._classified if r >= oldest]
        self._beats = [beat for beat in self._beats if beat[0] >= oldest]
        return events

    @property
    def open(self) -> Event | None:
        """None: a spike, and that a course is unexpected, is told once it is complete."""
        return None

    @property
    def provisional(self) -> tuple[Event, ...]:
        """The provisional alerts there are now: those that are not alerts yet, nor withdrawn."""
        if self.alert_on is AlertOn.SPIKES:
            return tuple(self._grouper.pending)
        return tuple(e for e in self._grouper.pending if not is_classified(e, self._classified))

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream, as far as it has lasted."""
        return self._raised(self._grouper.take_rest())

    def _raised(self, provisional: list[Event]) -> list[Event]:
        """Those that are alerts by the user's choice."""
        if self.alert_on is AlertOn.SPIKES:
            return [self._spike(e) for e in provisional if not self._is_withheld(e)]
        return self._unexpected(provisional)

    def _spike(self, provisional: Event) -> Event:
        """One as an alert of its own, with the R peaks about it that were known by then."""
        e, near = provisional, round(HOLDS_S * self._fs)
        strongest = max(e.scores, key=lambda c: e.scores[c] / e.thresholds[c])
        held = (r for r, known in self._beats if e.start - near <= r <= e.end + near and known <= e.emitted)
        return replace(e, kind=SPIKES[strongest], beats=tuple(held))

    def _is_withheld(self, e: Event) -> bool:
        return self._withheld.covers(e.start, e.end, e.emitted)

    def _unexpected(self, provisional: list[Event]) -> list[Event]:
        """Those that are alerts of their own."""
        found = [
            e
            for e in provisional
            if is_unexpected_course(e, self._classified, self._fs)
            and not self._is_withheld(e)
            and not self._flutter.covers(e.start, e.end, e.emitted)
        ]
        return [replace(e, kind=Kind.UNEXPECTED) for e in found]
