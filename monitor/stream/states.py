"""The states of a lead that have been told: they stay, and can be asked for at any moment of the stream."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from models.signal.states import State

AHEAD_S = 2.0
"""One that goes on is taken to go on beyond what was analysed for so long, s: the trace is ahead of it."""


@dataclass
class _Kept:
    """A state with how far the analysis had come when it was last told."""

    state: State
    seen: int

    @property
    def start(self) -> int:
        return self.state.start


class StateLog:
    """States in the order of time.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._ahead = round(AHEAD_S * fs)
        self._kept: list[_Kept] = []
        self._longest = 0

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[State]:
        return (kept.state for kept in self._kept)

    def take(self, states: Iterable[State], stop: int) -> None:
        """Keep states that were told when the analysis had come to sample `stop`, as they now are.

        One that is withdrawn is kept no longer.
        """
        for state in states:
            at = bisect_left(self._kept, state.start, key=attrgetter("start"))
            same = None
            while at < len(self._kept) and self._kept[at].start == state.start:
                other = self._kept[at].state
                if (other.kind, other.lead) == (state.kind, state.lead):
                    same = self._kept[at]
                at += 1
            if state.withdrawn:
                if same is not None:
                    self._kept.remove(same)
                continue
            if same is None:
                same = _Kept(state, stop)
                insort(self._kept, same, key=attrgetter("start"))
            same.state, same.seen = state, stop
            self._longest = max(self._longest, self._stop(same) - state.start)

    def _stop(self, kept: _Kept) -> int:
        return kept.state.end if kept.state.over is not None else kept.seen + self._ahead

    def between(self, first: float, last: float) -> list[State]:
        """States that have a sample between two; one that goes on ends a little after what was analysed."""
        lo = bisect_left(self._kept, first - self._longest, key=attrgetter("start"))
        hi = bisect_right(self._kept, last, key=attrgetter("start"))
        found = [(kept.state, self._stop(kept)) for kept in self._kept[lo:hi]]
        return [
            state if state.over is not None else replace(state, end=stop)
            for state, stop in found
            if stop >= first
        ]

    def known_at(self, first: float, at: int) -> list[State]:
        """States since sample `first` as they were known when the stream stood at a sample."""
        lo = bisect_left(self._kept, first - self._longest, key=attrgetter("start"))
        hi = bisect_right(self._kept, at, key=attrgetter("start"))
        found = []
        for kept in self._kept[lo:hi]:
            state = kept.state
            if state.known > at or self._stop(kept) < first:
                continue
            if state.over is None and kept.seen < at:
                # What was analysed ends within it: nobody knows whether it went on.
                state = replace(state, end=kept.seen, over=kept.seen)
            elif state.over is not None and at < state.over:
                state = replace(state, end=min(state.end, at), over=None)
            found.append(state)
        return found

    def going_on(self, at: int) -> tuple[State, ...]:
        """States that were known to go on when the stream stood at a sample, by their start."""
        return tuple(
            kept.state
            for kept in self._kept
            if kept.state.known <= at
            and (at < kept.state.over if kept.state.over is not None else at <= kept.seen)
        )


def within(states: Iterable[State], first: int, stop: int | None = None) -> tuple[State, ...]:
    """Give the parts of states that lie in a stretch, from one sample to before another.

    A state belongs to each stretch that holds a part of it: one that was found before the stretch is known
    from its first sample on, and ends with it.
    """
    parts = []
    for state in states:
        if state.withdrawn:
            parts.append(state)
            continue
        if (state.over is not None and state.end < first) or (stop is not None and state.start >= stop):
            continue
        start = max(state.start, first)
        part = replace(state, start=start, end=max(state.end, start), known=max(state.known, start))
        if stop is not None and (part.over is None or part.end >= stop):
            part = replace(part, end=min(part.end, stop - 1), known=min(part.known, stop), over=stop)
        parts.append(part if part != state else state)
    return tuple(parts)
