"""The alert about ectopic beats that take turns with others: one for all that it stands for."""

from __future__ import annotations

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.alerts.within import Within
from models.signal.states import State, StateKind

KINDS = {StateKind.BIGEMINY: Kind.BIGEMINY, StateKind.TRIGEMINY: Kind.TRIGEMINY}
"""The alert that each state raises, while it goes on and once it is over."""


class Turns:
    """Keeps the beats that raise no alert of their own, and gives the one that stands for them.

    It is a part of the watcher of beats, who knows which these are; the same however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._within = Within(fs, *KINDS)
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._within.forget()
        self._open: State | None = None
        self._ended: list[State] = []
        self._stop = sample
        self._beats: list[int] = []

    def take(self, block: Block) -> None:
        """Take the states of the next block."""
        self._within.take(block)
        self._stop = block.stop
        found = [state for state in block.states if state.kind in KINDS]
        self._open = next((state for state in found if state.over is None), None)
        self._ended += [state for state in found if state.over is not None]

    def stands_for(self, r_peak: int, at: int) -> bool:
        """Whether a beat lies in one, by what was known at sample `at`."""
        return self._within.covers(r_peak, r_peak, at)

    def keep(self, r_peak: int) -> None:
        """Keep a beat that it stands for."""
        self._beats.append(r_peak)

    def complete(self, at: int, waiting: list[int]) -> list[Event]:
        """Give what was known to be over at sample `at`; the beats `waiting` are kept later, if at all."""
        events = [
            self._event(state, state.end, state.over, waiting)
            for state in self._ended
            if state.over is not None and state.over <= at
        ]
        self._ended = self._ended[len(events) :]
        if events or (self._open is None and not self._ended):
            last = events[-1].end if events else self._stop
            self._beats = [r_peak for r_peak in self._beats if r_peak > last]
        return events

    def open(self, waiting: list[int]) -> Event | None:
        """The one that is going on."""
        if self._open is None:
            return None
        return self._event(self._open, self._stop - 1, self._stop - 1, waiting)

    def _event(self, state: State, end: int, emitted: int, waiting: list[int]) -> Event:
        beats = tuple(r_peak for r_peak in (*self._beats, *waiting) if state.start <= r_peak <= end)
        return Event(KINDS[state.kind], state.start, state.start, end, emitted, {}, {}, beats)
