"""What a user marked in review: what is normal for a patient, and what was missed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from assets.errors import WriteError
from assets.write import write_text

VERSION = 1

NORMAL, MISSED = "normal", "missed"

MAX_BYTES = 4 * 2**20
"""A file of marks is no larger than this; a larger one is refused."""


class MarksError(ValueError):
    """The marks cannot be read or kept; the message says why in one sentence."""


@dataclass(frozen=True, order=True)
class Mark:
    """One mark.

    Attributes
    ----------
    record : str
        Name of the record.
    sample : int
        Where in it.
    mark : str
        `NORMAL` ("normal for this patient") or `MISSED`.
    """

    record: str
    sample: int
    mark: str


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
        self._marks = _read(path) if path.exists() else set()

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


def write_marks(path: Path, marks: set[Mark]) -> None:
    """Write marks to a file, as `ecg-train` reads them; it appears whole or not at all.

    Raises
    ------
    MarksError
        If the file cannot be written.
    """
    text = json.dumps({"version": VERSION, "marks": [asdict(m) for m in sorted(marks)]}, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text + "\n")
    except WriteError as error:
        raise MarksError(f"The marks could not be kept: {error}") from error
    except OSError as error:
        raise MarksError(f"The marks could not be kept in {path}: {error.strerror}.") from error


def _read(path: Path) -> set[Mark]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MarksError(f"{path} is larger than any file of marks.")
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != VERSION:
            raise MarksError(f"{path} holds marks of version {kept['version']!r}, not {VERSION}.")
        marks = {Mark(entry["record"], entry["sample"], entry["mark"]) for entry in kept["marks"]}
    except MarksError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MarksError(f"{path} is not a file of marks ({type(error).__name__}).") from None
    for mark in marks:
        if not (isinstance(mark.record, str) and type(mark.sample) is int and mark.mark in (NORMAL, MISSED)):
            raise MarksError(f"{path} holds a mark that is neither normal nor missed at a sample.")
    return marks
