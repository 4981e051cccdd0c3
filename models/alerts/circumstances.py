"""What went on while an alert was raised: the states that were known then, told in its reason."""

from __future__ import annotations

from dataclasses import replace

from models.alerts.events import Event, Meanwhile
from models.alerts.watcher import Block
from models.alerts.within import Within
from models.signal.states import State, StateKind, Topic


class Circumstances:
    """The states of late, as far as they were known at a moment: the same however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._states = Within(fs, *StateKind)

    def forget(self) -> None:
        """Forget the stream so far."""
        self._states.forget()

    def take(self, block: Block) -> None:
        """Take the states of the next block."""
        self._states.take(block)

    def told(self, event: Event) -> Event:
        """Give an alert about the heart with what was known to go on beside it when it was raised."""
        if event.technical or event.provisional:
            return event
        found = {
            Meanwhile(state.kind, *((state.why, state.lead) if state.kind.topic is Topic.QUALITY else ()))
            for state in self._states.about(event.start, event.end, event.emitted)
            if _heard(state, event) and state.kind.value not in event.kind.title.lower()
        }
        if not found:
            return event
        return replace(
            event, meanwhile=tuple(sorted(found, key=lambda each: (each.kind.value, each.lead, each.why)))
        )


def _heard(state: State, event: Event) -> bool:
    """Whether a state is not one of a lead that says nothing of an alert's beats."""
    return state.kind.topic is not Topic.QUALITY or not event.speaking or state.lead in event.speaking
