"""The journal's files: each start of the program has its own, the oldest go as the folder is full."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from assets.causes import reason, words_of
from assets.phrase import phrase
from assets.regular import read_regular
from monitor.alarms.journaling.lines import Line, Logged, decoded, first_told

LINES, STRIPS = ".jsonl", ".strips"

MAX_FILE_BYTES = 4 * 2**20
"""A file of lines gets no larger, some 8 000 of them: then another one begins."""

MAX_STRIPS_BYTES = 16 * 2**20
"""Nor does a file of strips."""

KEPT_BYTES = 128 * 2**20
"""All files together take no more: about ten thousand alarms of three leads, with their strips."""

MAX_NAMED = 5
"""So many lines that were left out are named; of more it is said how many there are."""


@dataclass
class Read:
    """What a folder holds.

    Attributes
    ----------
    logged : dict of str to Logged
        The alarms by their identity, in the order in which they came.
    problems : list of str
        What was left out, a sentence each.
    """

    logged: dict[str, Logged] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def take(self, line: Line) -> Logged:
        """Add what a line says; give the alarm that it is about."""
        known = self.logged.get(line.id)
        self.logged[line.id] = told = first_told(line) if known is None else known.told(line)
        return told


def files(folder: Path) -> list[Path]:
    """Give the files of lines, the oldest first; none where there is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == LINES)
    except FileNotFoundError:
        return []


def read_folder(folder: Path) -> Read:
    """Read all that was logged. What is no line is left out and named, a file that cannot be read too."""
    found = Read()
    left_out = 0
    try:
        paths = files(folder)
    except OSError as error:
        found.problems.append(
            phrase("The alarm log in {folder} cannot be read: {why}.", folder=folder, why=reason(error))
        )
        return found
    for path in paths:
        try:
            content = read_regular(path, 2 * MAX_FILE_BYTES)
        except OSError as error:
            found.problems.append(
                phrase("{name} of the alarm log was left out: {why}.", name=path.name, why=reason(error))
            )
            continue
        *lines, torn = content.split(b"\n")
        if torn:
            found.problems.append(
                phrase(
                    "The last line of {name} of the alarm log is torn, as by a crash, and was left out.",
                    name=path.name,
                )
            )
        for number, line in enumerate(lines, start=1):
            try:
                found.take(decoded(line))
            except ValueError as error:
                left_out += 1
                if left_out <= MAX_NAMED:
                    found.problems.append(
                        phrase(
                            "Line {number} of {name} of the alarm log was left out: {error}.",
                            number=number,
                            name=path.name,
                            error=words_of(error),
                        )
                    )
    if left_out > MAX_NAMED:
        found.problems.append(
            phrase("{left_out} more lines of the alarm log were left out.", left_out=left_out - MAX_NAMED)
        )
    return found


def make_room(folder: Path, keep: str, kept_bytes: int = KEPT_BYTES) -> int:
    """Delete the oldest files, but for those that are called `keep`, until the rest is small enough.

    Returns
    -------
    int
        How many files of lines went.

    Raises
    ------
    OSError
        If one cannot be deleted.
    """
    pairs = [(path, path.with_suffix(STRIPS)) for path in files(folder)]
    sizes = [sum(one.stat().st_size for one in pair if one.exists()) for pair in pairs]
    total, gone = sum(sizes), 0
    for (lines, strips), size in zip(pairs, sizes, strict=True):
        if total <= kept_bytes:
            break
        if lines.stem == keep:
            continue
        strips.unlink(missing_ok=True)
        lines.unlink()
        total -= size
        gone += 1
    return gone
