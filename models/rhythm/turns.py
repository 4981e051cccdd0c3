"""Whether ectopic beats take turns with others: bigeminy, trigeminy."""

from __future__ import annotations

from assets.phrase import phrase
from models.rhythm.states import Ruling
from models.signal.states import StateKind

TURNS = {2: StateKind.BIGEMINY, 3: StateKind.TRIGEMINY}
"""What it is called when every so-manieth beat is ectopic."""

ENOUGH = 3
"""Ectopic beats in such turns from which on it is called so: N V N V N V is the least, as annotators of the
MIT-BIH Arrhythmia Database have it."""

_WHY = {2: phrase("every second beat is ectopic"), 3: phrase("every third beat is ectopic")}


class Turns:
    """Follows the beats' labels; the same however the stream is cut, and without delay."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._since: int | None = None  # beats since the latest ectopic one; None where there was none
        self._apart = 0  # beats from one ectopic beat to the next, in the turns that go on
        self._times = 0
        self._first = 0
        self._before = self._last = 0
        self.ruling = Ruling(None, 0)

    def take(self, r_peak: int, *, ectopic: bool) -> None:
        """Take the next beat."""
        apart = 0 if self._since is None else self._since + 1
        if ectopic and apart and apart == self._apart:
            self._times += 1
        elif ectopic:
            self._apart, self._times = apart, 2 if apart else 1
            self._first = self._last if apart else r_peak
        elif self._apart and apart >= self._apart:
            self._apart = self._times = 0
        going_on = self._times >= ENOUGH and self._apart in TURNS
        if going_on and self.ruling.kind is not TURNS[self._apart]:
            self.ruling = Ruling(TURNS[self._apart], self._first, _WHY[self._apart])
        elif not going_on and self.ruling.kind is not None:
            self.ruling = Ruling(None, self._last)
        if ectopic:
            self._last = r_peak
        self._since = 0 if ectopic else None if self._since is None else apart
