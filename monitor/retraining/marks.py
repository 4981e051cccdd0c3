"""The marks that a user set in review, kept as they change."""

from __future__ import annotations

from pathlib import Path

from models.contract.marks import Mark, read_marks, write_marks


class Marks:
    """Marks in a file; each change is written at once.

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

    def put(self, mark: Mark) -> None:
        """Set a mark; another one at the same place goes.

        Raises
        ------
        MarksError
            If the file cannot be written.
        """
        others = {m for m in self._marks if (m.record, m.sample) != (mark.record, mark.sample)}
        self._keep(others | {mark})

    def remove(self, mark: Mark) -> None:
        """Take a mark away.

        Raises
        ------
        MarksError
            If the file cannot be written.
        """
        self._keep(self._marks - {mark})

    def _keep(self, marks: set[Mark]) -> None:
        write_marks(self.path, marks)
        self._marks = marks
