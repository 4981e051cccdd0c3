"""What a user marked in review, as a file: the app writes it, the fits read it, both check it here."""

from __future__ import annotations

import json
from collections.abc import Iterable
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
        Where in it, in the record's own samples.
    mark : str
        `NORMAL` ("normal for this patient") or `MISSED`.
    """

    record: str
    sample: int
    mark: str


def write_marks(path: Path, marks: Iterable[Mark]) -> None:
    """Write marks to a file; it appears whole or not at all, and its folder comes into being.

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


def read_marks(path: Path) -> tuple[Mark, ...]:
    """Read the marks of a file, by record and sample.

    Raises
    ------
    MarksError
        If the file is missing, too large, broken, or not of this kind; it is left as it is.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MarksError(f"{path} is larger than any file of marks.")
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != VERSION:
            raise MarksError(f"{path} holds marks of version {kept['version']!r}, not {VERSION}.")
        marks = {Mark(entry["record"], entry["sample"], entry["mark"]) for entry in kept["marks"]}
    except MarksError:
        raise
    except FileNotFoundError:
        raise MarksError(f"There is no file of marks {path}.") from None
    except json.JSONDecodeError as error:
        raise MarksError(f"{path} is not a file of marks: {error.msg} in line {error.lineno}.") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MarksError(f"{path} is not a file of marks ({type(error).__name__}).") from None
    for mark in marks:
        if not (isinstance(mark.record, str) and type(mark.sample) is int and mark.mark in (NORMAL, MISSED)):
            raise MarksError(f"{path} holds a mark that is neither normal nor missed at a sample.")
    return tuple(sorted(marks))
