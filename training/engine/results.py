"""RESULTS.md: every measured table in one file, each written by the command that measured it."""

from __future__ import annotations

import re
from pathlib import Path

from assets.write import write_text

RESULTS = Path(__file__).resolve().parents[1] / "RESULTS.md"
"""The checkout's own file."""

_NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_MARKER = re.compile(r"^<!-- (?:begin|end) [^\n]*-->$", re.MULTILINE)


def write_section(file: Path, name: str, command: str, text: str) -> None:
    """Replace one command's section of a file of results, and nothing else of it.

    A section stands between ``<!-- begin NAME: command -->`` and ``<!-- end NAME -->``, each on a line of its
    own. Where the file has no such section, it is added at the end; where there is no file, it is made.

    Parameters
    ----------
    file : Path
        The file of results (Markdown).
    name : str
        The section's: letters, digits and single hyphens.
    command : str
        What measured it, as somebody else would type it: without places of one machine.
    text : str
        The section: Markdown, without markers of its own.

    Raises
    ------
    ValueError
        If the file's markers of this section do not make one pair, or name, command or text cannot stand in a
        section.
    OSError
        If the file cannot be read or written.
    """
    if not _NAME.fullmatch(name) or "\n" in command or "-->" in command or _MARKER.search(text):
        raise ValueError(f"A section of results cannot be named {name!r}, be of {command!r} or hold markers.")
    section = f"<!-- begin {name}: {command} -->\n\n{text.strip()}\n\n<!-- end {name} -->"
    kept = file.read_text(encoding="utf-8") if file.exists() else "# Results\n"
    begins = [m.start() for m in re.finditer(rf"^<!-- begin {name}: [^\n]*-->$", kept, re.MULTILINE)]
    ends = [m.end() for m in re.finditer(rf"^<!-- end {name} -->$", kept, re.MULTILINE)]
    if not begins and not ends:
        whole = f"{kept.rstrip()}\n\n{section}\n"
    elif len(begins) == len(ends) == 1 and begins[0] < ends[0]:
        whole = kept[: begins[0]] + section + kept[ends[0] :]
    else:
        raise ValueError(
            f"{file} has {len(begins)} beginnings and {len(ends)} ends of the section {name}, not one pair."
        )
    write_text(file, whole)


def has_section(file: Path, name: str) -> bool:
    """Whether a file of results is there and has a section of this name.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    return file.exists() and f"<!-- begin {name}: " in file.read_text(encoding="utf-8")


def read_section(file: Path, name: str) -> str:
    """Give what one command wrote into a file of results.

    Raises
    ------
    ValueError
        If there is no such section.
    OSError
        If the file cannot be read.
    """
    kept = file.read_text(encoding="utf-8")
    found = re.search(
        rf"^<!-- begin {name}: [^\n]*-->\n(.*?)^<!-- end {name} -->$", kept, re.MULTILINE | re.DOTALL
    )
    if found is None:
        raise ValueError(f"{file} has no section {name}.")
    return found.group(1).strip()
