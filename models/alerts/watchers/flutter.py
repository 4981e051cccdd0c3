"""The alert about ventricular flutter or fibrillation, while it goes on and once it is over."""

from __future__ import annotations

from collections.abc import Iterable

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.alerts.watcher import Block
from models.alerts.watchers.lasting import LastingWatch
from models.signal.states import State, StateKind


class FlutterWatch(LastingWatch[State]):
    """Watch for the state that the rhythm stream finds (`models.rhythm.flutter`)."""

    def found(self, block: Block) -> Iterable[State]:
        """Give its states of flutter."""
        return (state for state in block.states if state.kind is StateKind.FLUTTER)

    def event(self, found: State, end: int, emitted: int) -> Event:
        """Give the alert about it."""
        return Event(Kind.FLUTTER, found.start, found.start, end, emitted, {}, {})
