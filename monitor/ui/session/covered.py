"""Which stretch of the trace must be drawn again when the states that lie over it have changed."""

from __future__ import annotations

from collections.abc import Iterable

from models.signal.states import State, StateKind
from monitor.stream.states import AHEAD_S


class CoveredByStates:
    """What the states told so far were drawn to cover."""

    def __init__(self) -> None:
        self._drawn: set[tuple[StateKind, str, int, bool]] = set()
        self._until = 0

    def changed_from(self, states: Iterable[State], stop: int, head: int, fs: float) -> int:
        """Take the states as they now are; say from where on, up to the head, the trace is drawn again.

        What a state covers is drawn when it is first told, and what it was taken to cover when it ends. Where
        the trace was farther ahead of the analysis than a state is taken to go on, its part there was left
        out and is drawn now.

        Parameters
        ----------
        states : iterable of State
            All that were told.
        stop : int
            Sample that the analysis has come to.
        head : int
            Sample that the trace has reached.
        fs : float
            Sampling frequency, Hz.

        Returns
        -------
        int
            First sample to draw again; the head or more where there is none.
        """
        told = {(state.kind, state.lead, state.start, state.over is None): state for state in states}
        first = min((state.start for key, state in told.items() if key not in self._drawn), default=head)
        self._drawn = set(told)
        before, self._until = self._until, stop
        if told and before < stop:
            first = min(first, before + round(AHEAD_S * fs))
        return first
