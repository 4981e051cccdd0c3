"""What went wrong unexpectedly, each error once, with how often it happened."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import PurePath

from monitor.mishaps.scrub import place_of, traceback_of

MOST = 100
"""So many different errors are told apart; whatever comes after them counts as the last one."""


@dataclass(frozen=True)
class Mishap:
    """An error that nobody expected.

    Attributes
    ----------
    key : tuple
        Kind of the error, and where in which file: what tells two apart.
    what : str
        Kind and place in a few words.
    details : str
        The traceback, with nothing of a patient's.
    count : int
        How often it happened.
    """

    key: tuple[str, str, int]
    what: str
    details: str
    count: int = 1

    @property
    def is_due(self) -> bool:
        """Whether it is worth telling again: at first, and whenever the count has doubled."""
        return self.count & (self.count - 1) == 0


class Ledger:
    """Counts errors, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str, int], Mishap] = {}

    def take(self, error: BaseException, names: Collection[str] = ()) -> Mishap:
        """Count an error.

        Parameters
        ----------
        error : BaseException
            With its traceback.
        names : collection of str
            What the open record is called; it is left out of what is kept.
        """
        file, line = place_of(error.__traceback__)
        kind = type(error).__name__
        key = (f"{type(error).__module__}.{type(error).__qualname__}", file, line)
        with self._lock:
            if key not in self._known and len(self._known) >= MOST:
                key = next(reversed(self._known))
            known = self._known.get(key)
            if known is None:
                what = f"{kind}, {PurePath(file).name}:{line}"
                mishap = Mishap(key, what, traceback_of(error, names))
            else:
                mishap = replace(known, count=known.count + 1)
            self._known[key] = mishap
        return mishap
