"""From evidence that comes beat by beat to a state with a beginning and an end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.signal.states import State, StateKind

ENTER, LEAVE, TIMES = 1.0, -2.0, 3
"""Log odds from which on a rhythm is irregular, if it is so as many times in a row, and below which it is so
no longer. On DS1, each patient with fibrillation judged by a fit without him, no other values did better."""


@dataclass(frozen=True)
class Ruling:
    """What is the case as of a beat: the kind, since which sample it is so, and what speaks for it."""

    kind: StateKind | None
    since: int
    why: str = ""


class Irregular:
    """Decides from log odds, with hysteresis, whether the rhythm is irregular."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._times = 0
        self._first = 0
        self.ruling = Ruling(None, 0)

    def take(self, odds: float, since: int, why: str) -> None:
        """Take the log odds over the latest beats, whose middle is sample `since`; not known is NaN."""
        if odds != odds:
            return
        self._times = self._times + 1 if odds > ENTER else 0
        if self._times == 1:
            self._first = since
        if self.ruling.kind is None and self._times >= TIMES:
            self.ruling = Ruling(StateKind.IRREGULAR, self._first, why)
        elif self.ruling.kind is not None and odds < LEAVE:
            self.ruling = Ruling(None, since)


class Ledger:
    """Keeps the one rhythm that goes on, and what is said of it at the end of a push."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._open: State | None = None
        self._last = 0

    def take(self, ruling: Ruling, until: int, known: int) -> list[State]:
        """Take what is the case when samples up to `until` are judged, on arrival of sample `known`.

        Returns
        -------
        list of State
            The state that ended by it, if one did.
        """
        ended: list[State] = []
        if self._open is not None and ruling.kind is not self._open.kind:
            # What came to an end is told from the middle of what showed it, but ends no later than known.
            self._last = max(self._open.start, min(ruling.since, known))
            ended.append(replace(self._open, end=self._last, over=known))
            self._open = None
        if ruling.kind is not None and self._open is None:
            start = max(ruling.since, self._last)
            self._open = State(ruling.kind, start, max(start, until), known, None, ruling.why)
        elif self._open is not None:
            self._open = replace(self._open, end=max(self._open.end, until))
        return ended

    @property
    def open(self) -> tuple[State, ...]:
        """The state that goes on, if one does."""
        return () if self._open is None else (self._open,)
