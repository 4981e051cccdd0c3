"""The states of late: what lies in one, and what goes on, as far as it was known at a moment."""

from __future__ import annotations

from models.alerts.watcher import Block
from models.signal.states import State, StateKind

REMEMBERED_S = 60.0
"""A state that is over is remembered for so long, s: until every alert about it has been raised."""


class Within:
    """What lies in states of some kinds, as far as it was known at a moment, however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    kinds : StateKind
        Which states.
    """

    def __init__(self, fs: float, *kinds: StateKind) -> None:
        self._remembered = round(REMEMBERED_S * fs)
        self._kinds = frozenset(kinds)
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._states: list[State] = []

    def take(self, block: Block) -> None:
        """Take the states of the next block."""
        if not self._states and not block.states:
            return
        since = block.stop - len(block.samples) - self._remembered
        gone = {_one(state) for state in block.states if state.withdrawn}
        kept = (s for s in self._states if s.over is not None and s.over >= since and _one(s) not in gone)
        came = (s for s in block.states if s.kind in self._kinds and not s.withdrawn)
        self._states = [*kept, *came]

    def about(self, start: int, end: int, at: int) -> list[State]:
        """Give those in which what lies from sample `start` to `end` is, by what was known at sample `at`."""
        return [
            state
            for state in self._states
            if state.known <= at
            and end >= state.start
            and (state.over is None or state.over > at or start <= state.end)
        ]

    def covers(self, start: int, end: int, at: int) -> bool:
        """Whether what lies from sample `start` to `end` is in one, by what was known at sample `at`."""
        return bool(self.about(start, end, at))

    def goes_on(self, at: int) -> bool:
        """Whether one goes on, by what was known at sample `at`."""
        return any(state.known <= at and (state.over is None or state.over > at) for state in self._states)

    def over(self, since: int, at: int) -> int | None:
        """Sample at which what went on at sample `since` was known to be over; None if not by sample `at`."""
        ends = (
            state.over
            for state in self._states
            if state.known <= since and state.over is not None and since < state.over <= at
        )
        return min(ends, default=None)

    def ended(self, at: int) -> int:
        """Last sample of the latest one that was known to be over at sample `at`; -1 where there is none."""
        return max((s.end for s in self._states if s.over is not None and s.over <= at), default=-1)

    def lasts(self, sample: int) -> bool:
        """Whether one that goes on in the latest block has lasted beyond a sample, wherever it will end."""
        return any(state.over is None and state.start <= sample <= state.end for state in self._states)


def _one(state: State) -> tuple[StateKind, str, int]:
    """By what a state is known again."""
    return state.kind, state.lead, state.start
