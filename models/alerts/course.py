"""What the running models find: provisional alerts, and an alert where no beat can be classified."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from models.alerts.events import Event
from models.alerts.grouping import Grouper
from models.alerts.kinds import Kind
from models.alerts.muting import PERSISTS_S, Withholding, is_classified, is_unexpected_course
from models.alerts.watcher import Block


class CourseWatch:
    """Watch the running models' scores.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self._withheld = Withholding(fs)
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._withheld.forget()
        self._grouper = Grouper(self._fs)
        self._classified: list[int] = []  # R peaks that a provisional alert may still cover

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the unexpected courses that became complete."""
        self._withheld.take(block)
        for channel, rows in block.rows.items():
            self._grouper.add(channel, rows.index, rows.emitted, rows.score, block.thresholds[channel])
        self._classified += block.beats.index[np.isfinite(block.beats.score)].tolist()
        events = self._unexpected(self._grouper.take_complete())
        oldest = min((e.start for e in self._grouper.pending), default=block.stop)
        oldest -= round(PERSISTS_S * self._fs)
        self._classified = [r for r in self._classified if r >= oldest]
        return events

    @property
    def open(self) -> Event | None:
        """None: that a course is unexpected is known only once it is complete."""
        return None

    @property
    def provisional(self) -> tuple[Event, ...]:
        """The provisional alerts there are now, of whose beats none is classified yet."""
        return tuple(e for e in self._grouper.pending if not is_classified(e, self._classified))

    def finish(self) -> list[Event]:
        """Give what is still open at the end of the stream, as far as it has lasted."""
        return self._unexpected(self._grouper.take_rest())

    def _unexpected(self, provisional: list[Event]) -> list[Event]:
        """Those that are alerts of their own."""
        found = [
            e
            for e in provisional
            if is_unexpected_course(e, self._classified, self._fs)
            and not self._withheld.covers(e.start, e.end, e.emitted)
        ]
        return [replace(e, kind=Kind.UNEXPECTED) for e in found]
