"""What went on while an alert was raised: the states that were known then, told in its reason."""

from __future__ import annotations

from dataclasses import replace

from models.alerts.events import Event, Meanwhile
from models.alerts.watcher import Block
from models.signal.states import State, Topic

REMEMBERED_S = 60.0
"""A state that is over is remembered for so long, s: until every alert about it has been raised."""


class Circumstances:
    """The states of late, as far as they were known at a moment: the same however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._remembered = round(REMEMBERED_S * fs)
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._states: list[State] = []

    def take(self, block: Block) -> None:
        """Take the states of the next block."""
        since = block.stop - len(block.samples) - self._remembered
        kept = (state for state in self._states if state.over is not None and state.over >= since)
        self._states = [*kept, *block.states]

    def told(self, event: Event) -> Event:
        """Give an alert about the heart with what was known to go on beside it when it was raised."""
        if event.technical or event.provisional:
            return event
        found = {
            Meanwhile(state.kind, *((state.why, state.lead) if state.kind.topic is Topic.QUALITY else ()))
            for state in self._states
            if _goes_on(state, event) and state.kind.value not in event.kind.title.lower()
        }
        if not found:
            return event
        return replace(
            event, meanwhile=tuple(sorted(found, key=lambda each: (each.kind.value, each.lead, each.why)))
        )


def _goes_on(state: State, event: Event) -> bool:
    if state.kind.topic is Topic.QUALITY and event.speaking and state.lead not in event.speaking:
        return False  # a lead that says nothing of these beats
    at = event.emitted
    ends = state.over is not None and state.over <= at
    return state.known <= at and state.start <= event.end and (not ends or state.end >= event.start)
