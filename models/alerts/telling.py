"""Which states people are told of: of a signal in which the heart flutters, not that it is disturbed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.alerts.watcher import Block
from models.alerts.within import Within
from models.signal.states import State, StateKind, Topic

LATE_S = 3.0
"""A disturbance that began no longer than this before flutter is taken for it, s: the start of either is
known to about as much."""

LATELY_S = 10.0
"""What was said of a signal until so long before can be withdrawn, s: by then flutter is known."""

LEAST_S = 1.0
"""A state is told from this length on, s."""


class Telling:
    """Leaves out that a signal is disturbed where what disturbs it is flutter.

    Large waves without QRS complexes look like the motion of an electrode, and that is known a second or two
    before the flutter is. What was said of the signal by then is withdrawn (`State.withdrawn`); what was
    disturbed before stays so, and what is disturbed still when flutter is over is told from there.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self._late, self._least = round(LATE_S * fs), round(LEAST_S * fs)
        self._lately = round(LATELY_S * fs)
        self._flutter = Within(fs, StateKind.FLUTTER)
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._flutter.forget()
        self._told: dict[tuple[StateKind, str, int], State] = {}  # of those that go on, what was told last
        self._ended: list[State] = []  # told and over lately

    def take(self, block: Block, states: Iterable[State]) -> tuple[State, ...]:
        """Take the states of the next block; give those that people are told of, in the same order."""
        self._flutter.take(block)
        now = block.stop - 1
        self._ended = [state for state in self._ended if state.end >= now - len(block.samples) - self._lately]
        given = self._taken_back(now) if any(s.kind is StateKind.FLUTTER for s in block.states) else []
        for state in states:
            if state.kind.topic is not Topic.QUALITY:
                given.append(state)
                continue
            key = (state.kind, state.lead, state.start)
            before, said = self._told.pop(key, None), self._said(state, now)
            if before is not None and (said is None or said.start != before.start):
                given.append(_withdrawn(before, now))
            if said is not None:
                given.append(said)
                if said.over is None:
                    self._told[key] = said
                else:
                    self._ended.append(said)
        return tuple(sorted(given, key=lambda state: state.over is None))

    def _taken_back(self, now: int) -> list[State]:
        """What was told and over before the flutter was known."""
        wrong = [state for state in self._ended if self._said(state, now) != state]
        self._ended = [state for state in self._ended if state not in wrong]
        return [_withdrawn(state, now) for state in wrong]

    def _said(self, state: State, now: int) -> State | None:
        """What is said of a signal by what is known now."""
        then = now if state.over is None else min(state.over, now)
        reach = state.start + self._late
        flutter = self._flutter.about(state.start, reach, now) or self._flutter.about(
            state.start, reach, then
        )
        ends = [each.over for each in flutter if each.over is not None and each.over <= then]
        if len(ends) < len(flutter):
            return None
        start = max([each.end + 1 for each in flutter], default=state.start)
        if start <= state.start:
            return state
        known = max(state.known, *ends)
        return replace(state, start=start, known=known) if state.end - start >= self._least else None


def _withdrawn(state: State, now: int) -> State:
    return replace(state, end=state.start - 1, over=now)
