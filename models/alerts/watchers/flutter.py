"""The alert about ventricular flutter or fibrillation, while it goes on and once it is over."""

from __future__ import annotations

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.signal.states import State, StateKind


class FlutterWatch:
    """Watch for the state that the rhythm stream finds (`models.rhythm.flutter`).

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
        """Take the next block; give what ended in it."""
        self._stop = block.stop
        found = [state for state in block.states if state.kind is StateKind.FLUTTER]
        self._open = next((state for state in found if state.over is None), None)
        return [_event(state, state.end, state.over) for state in found if state.over is not None]

    @property
    def open(self) -> Event | None:
        """The one that is going on."""
        if self._open is None:
            return None
        return _event(self._open, self._stop - 1, self._stop - 1)

    def finish(self) -> list[Event]:
        """Give the one in which the stream ended."""
        return [self.open] if self.open is not None else []


def _event(state: State, end: int, emitted: int) -> Event:
    return Event(Kind.FLUTTER, state.start, state.start, end, emitted, {}, {})
