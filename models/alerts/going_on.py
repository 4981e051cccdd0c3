"""Alerts on rhythms that go on: ventricular flutter or fibrillation, bigeminy and trigeminy."""

from __future__ import annotations

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.signal.states import State, StateKind

KINDS = {
    StateKind.FLUTTER: Kind.FLUTTER,
    StateKind.BIGEMINY: Kind.BIGEMINY,
    StateKind.TRIGEMINY: Kind.TRIGEMINY,
}
"""The alert that each state raises, while it goes on and once it is over. One of them goes on at a time."""


class RhythmWatch:
    """Watch for the states that the rhythm stream finds (`models.rhythm.stream`).

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._open: State | None = None
        self._stop = sample

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give the rhythms that ended in it."""
        self._stop = block.stop
        found = [state for state in block.states if state.kind in KINDS]
        self._open = next((state for state in found if state.over is None), None)
        return [_event(state, state.end, state.over) for state in found if state.over is not None]

    @property
    def open(self) -> Event | None:
        """The rhythm that is going on."""
        if self._open is None:
            return None
        return _event(self._open, self._stop - 1, self._stop - 1)

    def finish(self) -> list[Event]:
        """Give the rhythm in which the stream ended."""
        return [self.open] if self.open is not None else []


def _event(state: State, end: int, emitted: int) -> Event:
    return Event(KINDS[state.kind], state.start, state.start, end, emitted, {}, {})
