"""The marks that a user set in review, kept as they change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from models.contract.marks import Mark, MarksError, read_marks, write_marks

LOCK_S = 2.0
"""Longest wait for another window that writes marks, in seconds."""


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
        self._marks = set(read_marks(path)) if path.exists() else set()

    def __len__(self) -> int:
        return len(self._marks)

    def all(self) -> tuple[Mark, ...]:
        """Give all marks by record and time."""
        return tuple(sorted(self._marks))

    def put(self, *new: Mark) -> None:
        """Set marks, all in one change of the file; others at the same places go.

        Raises
        ------
        MarksError
            If the file cannot be written.
        """
        places = {(m.record, m.sample) for m in new}
        self._change(lambda marks: {m for m in marks if (m.record, m.sample) not in places} | set(new))

    def remove(self, mark: Mark) -> None:
        """Take a mark away.

        Raises
        ------
        MarksError
            If the file cannot be written.
        """
        self._change(lambda marks: marks - {mark})

    def _change(self, change: Callable[[set[Mark]], set[Mark]]) -> None:
        """Change what the file holds by now: another window may have marked something meanwhile."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_name(f"{self.path.name}.lock"), timeout=LOCK_S):
                there = set(read_marks(self.path)) if self.path.exists() else set()
                marks = change(there)
                write_marks(self.path, marks)
        except Timeout as error:
            raise MarksError(
                f"The marks could not be kept: another program is writing {self.path}."
            ) from error
        except OSError as error:
            raise MarksError(
                f"The marks could not be kept in {self.path}: {error.strerror or error}."
            ) from error
        self._marks = marks
