"""The marks that a user set in review, kept as they change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from assets.causes import reason
from assets.phrase import phrase
from models.contract.marks import Mark, MarkFile, MarksError, read_marks, write_marks

LOCK_S = 2.0
"""Longest wait for another window that writes marks, in seconds."""

STEPS_BACK = 100
"""So many changes can be taken back."""


class Marks:
    """Marks in a file; each change is written at once, into what the file holds by then.

    Parameters
    ----------
    path : Path
        The file; it and its folder come into being with the first mark.

    Raises
    ------
    MarksError
        If there is a file and it cannot be read; it is left as it is.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept = read_marks(path) if path.exists() else MarkFile()
        self._done: deque[tuple[frozenset[Mark], frozenset[Mark]]] = deque(maxlen=STEPS_BACK)

    def __len__(self) -> int:
        return len(self._kept.marks)

    @property
    def problem(self) -> str:
        """What the file holds and nobody can place, in a sentence; empty where there is nothing."""
        return self._kept.problem

    def all(self) -> tuple[Mark, ...]:
        """Give all marks by source and time."""
        return self._kept.marks

    def between(self, source: str, first: float, last: float) -> tuple[Mark, ...]:
        """Give the marks of a source between two samples, by time; cheap enough to ask at each frame."""
        marks = self._kept.marks
        lo = bisect_left(marks, (source, first), key=_place)
        return marks[lo : bisect_right(marks, (source, last), key=_place)]

    def put(self, *new: Mark) -> None:
        """Set marks, all in one change of the file; others of the same beats go.

        Raises
        ------
        MarksError
            If the file cannot be written.
        """
        self._change(new, lambda m: m not in new and any(m.near(n.source, n.sample, n.fs) for n in new))

    def remove(self, *old: Mark) -> None:
        """Take marks away.

        Raises
        ------
        MarksError
            If the file cannot be written.
        """
        self._change((), lambda mark: mark in old)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    def undo(self) -> tuple[frozenset[Mark], frozenset[Mark]] | None:
        """Take the latest change back.

        Returns
        -------
        taken, back : frozenset of Mark
            Marks that are gone again, and those that are there again; None where there is no change left.

        Raises
        ------
        MarksError
            If the file cannot be written; the change can still be taken back.
        """
        if not self._done:
            return None
        added, removed = self._done[-1]
        self._write(removed, added.__contains__)
        self._done.pop()
        return added, removed

    def _change(self, add: Iterable[Mark], remove: Callable[[Mark], bool]) -> None:
        change = self._write(add, remove)
        if any(change):
            self._done.append(change)

    def _write(
        self, add: Iterable[Mark], remove: Callable[[Mark], bool]
    ) -> tuple[frozenset[Mark], frozenset[Mark]]:
        """Change what the file holds by now: another window may have marked something meanwhile.

        Returns
        -------
        added, removed : frozenset of Mark
            What really changed.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_name(f"{self.path.name}.lock"), timeout=LOCK_S):
                kept = read_marks(self.path) if self.path.exists() else MarkFile()
                there = frozenset(kept.marks)
                added, removed = frozenset(add) - there, frozenset(filter(remove, there))
                kept = replace(kept, marks=tuple(sorted((there - removed) | added)))
                write_marks(self.path, kept)
        except Timeout as error:
            raise MarksError(
                phrase("The marks could not be kept: another program is writing {path}.", path=self.path)
            ) from error
        except OSError as error:
            raise MarksError(
                phrase("The marks could not be kept in {path}: {why}.", path=self.path, why=reason(error))
            ) from error
        self._kept = kept
        return added, removed


def _place(mark: Mark) -> tuple[str, float]:
    return mark.source, mark.sample
