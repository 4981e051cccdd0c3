"""The shape of a text file of numbers, told from its beginning: delimiter, decimal sign, header, columns.

Nothing is taken for granted but that it is text: a bare column, a spreadsheet's export with decimal commas, a
header of remarks (OpenSignals, BIOPAC, LabChart write them differently) or ``rdsamp``'s two lines of names
and units are all read as what most of their lines are.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.errors import RecordError
from assets.phrase import phrase
from assets.records.headers.header import MAX_LEAD_NAME_CHARS, refused
from assets.regular import open_regular
from assets.text.cells import bare, is_unit, number, seconds, unit_in
from assets.together import found_below

ENDINGS = (".csv", ".txt", ".tsv", ".asc")
"""How such files are named."""

HEAD_BYTES = 2**17
"""So much of the beginning is looked at; it is what a preview shows, too."""

MAX_LINE_BYTES = 2**15
"""Length above which a line is refused; 12 leads take some 150."""

MAX_COLUMNS = 256
"""Columns that a file may have."""

MAX_HEADER_LINES = 200
"""Lines that may stand before the first number."""

_DELIMITERS = ("\t", ";", ",", "|", " ")
_REMARK = ("#", "%", ";", "//")
# Each repetition has a bound: whoever wrote the header must not say how long it is looked through.
_RATE = re.compile(
    r"(?:sampl\w{0,12}[\s_-]{0,4}(?:rate|freq\w{0,12})|\bfs\b|\bfreq\w{0,12}|\brate)"
    r"[^\d\n]{0,20}?([\d.,]{1,12})\s{0,4}(k?hz|sps)?",
    re.IGNORECASE,
)
_UNITS = re.compile(r"\bunits?\b\W{1,6}([nuµμm]?V)\b", re.IGNORECASE)
_LABELS = re.compile(r"\b(?:labels?|channels?|signals?|columns?)\b[\s:=]{1,6}(\S.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    name : str
        As the header calls it; empty where it has no name.
    unit : str
        As the header has it; empty where it does not say.
    times : bool
        Whether dates or times of day stand in it.
    """

    name: str = ""
    unit: str = ""
    times: bool = False


@dataclass(frozen=True)
class TextShape:
    """What the beginning of a file tells.

    Attributes
    ----------
    path : Path
        The file.
    encoding : str
        Of its text.
    delimiter : str
        Between cells; a blank stands for any number of blanks.
    decimal : str
        Before the decimals: a point or a comma.
    skip : int
        Lines before the first row.
    header : tuple of str
        Those lines.
    columns : tuple of Column
        At least one.
    rate : float or None
        Sampling frequency that the header gives, Hz.
    head : ndarray of float64, shape (n, n_columns)
        The first rows: numbers, times as seconds from the first, NaN for what is neither.
    whole : bool
        Whether `head` is all there is.
    """

    path: Path
    encoding: str
    delimiter: str
    decimal: str
    skip: int
    header: tuple[str, ...]
    columns: tuple[Column, ...]
    rate: float | None
    head: npt.NDArray[np.float64]
    whole: bool

    @property
    def label(self) -> str:
        """Name of the file, for messages."""
        return self.path.name

    @property
    def named(self) -> bool:
        """Whether a header says anything by which files of one kind are known."""
        return bool("".join(self.header).strip())

    @property
    def fingerprint(self) -> str:
        """The same for files of the same kind: columns and header, whatever figures stand in it."""
        header = re.sub(r"\d+", "0", "\n".join(self.header))
        told = f"{self.delimiter}{self.decimal}{len(self.columns)}\n{header}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def shape_of(path: Path) -> TextShape:
    """Tell the shape of the file at `path` from its beginning.

    Raises
    ------
    RecordError
        If it cannot be read, is no text, or holds no numbers; the message is one sentence.
    """
    label = path.name
    try:
        with open_regular(path) as file:
            content = file.read(HEAD_BYTES + 1)
    except (OSError, ValueError) as error:
        raise refused(label, phrase("it cannot be read ({why})", why=reason(error))) from error
    whole = len(content) <= HEAD_BYTES
    text, encoding = _decoded(content[:HEAD_BYTES], label)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not whole:
        lines.pop()  # cut within
    if not lines or max(map(len, lines)) > MAX_LINE_BYTES:
        raise refused(label, phrase("it has a line of more than {n} characters", n=MAX_LINE_BYTES))
    delimiter, decimal = _separators(lines, label)
    skip, rows = _rows(lines, delimiter, decimal, label)
    n_columns = Counter(map(len, rows)).most_common(1)[0][0]
    if whole and lines[-1].strip() and len(rows) > 1 and len(rows[-1]) < n_columns:
        rows = rows[:-1]  # being written yet: a number in it may be the beginning of another one
    if n_columns > MAX_COLUMNS:
        raise refused(
            label, phrase("it has {n} columns, where {most} are possible", n=n_columns, most=MAX_COLUMNS)
        )
    header = tuple(line.rstrip()[:MAX_LINE_BYTES] for line in lines[:skip])
    columns = _columns(header, rows, n_columns, delimiter, decimal)
    head = np.full((len(rows), n_columns), np.nan)
    for at, row in enumerate(rows):
        for i, cell in enumerate(row[:n_columns]):
            head[at, i] = _value(cell, decimal, columns[i])
    return TextShape(path, encoding, delimiter, decimal, skip, header, columns, _rate(header), head, whole)


def texts_in(folder: Path) -> list[Path]:
    """Find the text files of numbers in a folder and in all folders within it, in the order of their names.

    What holds no rows of numbers (a licence, a list of names) is none of them.
    """
    found = []
    for path in sorted(found_below(folder)):
        if path.suffix.lower() in ENDINGS and path.is_file():
            try:
                shape_of(path)
            except RecordError:
                continue
            found.append(path)
    return found


def cells(line: str, delimiter: str) -> list[str]:
    """Take a line apart; blanks count once, and a delimiter at the end ends the last cell."""
    if delimiter == " ":
        return line.split()
    found = line.split(delimiter)
    return found[:-1] if len(found) > 1 and not found[-1].strip() else found


def _decoded(content: bytes, label: str) -> tuple[str, str]:
    if not content.strip():
        raise refused(label, phrase("the file is empty"))
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        # The end of what was read may lie within a character.
        if encoding == "utf-8-sig" and error.start >= len(content) - 3:
            text = content[: error.start].decode(encoding)
        else:
            text, encoding = content.decode("latin-1"), "latin-1"
    if any(ord(char) < 32 and char not in "\t\r\n\f" for char in text[:HEAD_BYTES]):
        raise refused(label, phrase("it holds binary data and is no text file of numbers"))
    return text, encoding


def _separators(lines: list[str], label: str) -> tuple[str, str]:
    """Choose delimiter and decimal sign: those that make most lines rows of most numbers."""
    sample = [line for line in lines[: MAX_HEADER_LINES * 2] if line.strip()]
    best, found = 0.0, None
    for delimiter in _DELIMITERS:
        for decimal in (".", ","):
            if delimiter == decimal:
                continue
            rows = [cells(line, delimiter) for line in sample]
            good = [(len(row), share) for row in rows if (share := _numeric(row, decimal)) > 0]
            if not good:
                continue
            usual, _ = Counter(n for n, _ in good).most_common(1)[0]
            # Lines first; of two that read all of them, the one that tells more columns apart.
            score = sum(share for n, share in good if n == usual) + min(usual, MAX_COLUMNS) / 2**10
            if score > best:
                best, found = score, (delimiter, decimal)
    if found is None:
        raise refused(label, phrase("there are no rows of numbers in it"))
    return found


def _numeric(row: list[str], decimal: str) -> float:
    """Share of the cells that are numbers or times, or empty; 0 for what is no row of numbers."""
    values = [number(cell, decimal) for cell in row]
    words = sum(value is None and seconds(cell) is None for cell, value in zip(row, values, strict=True))
    numbers = any(value is not None and not math.isnan(value) for value in values)
    return 1 - words / len(row) if numbers and 2 * words <= len(row) else 0.0


def _rows(lines: list[str], delimiter: str, decimal: str, label: str) -> tuple[int, list[list[str]]]:
    """Find where the numbers begin, and the rows from there on."""
    rows = [cells(line, delimiter) for line in lines]
    sample = rows[: 2 * MAX_HEADER_LINES]
    usual = Counter(len(row) for row in sample if _numeric(row, decimal) > 0).most_common(1)[0][0]
    skip = next(i for i, row in enumerate(rows) if len(row) == usual and _numeric(row, decimal) > 0)
    if skip > MAX_HEADER_LINES:
        raise refused(label, phrase("more than {n} lines stand before its numbers", n=MAX_HEADER_LINES))
    return skip, [row for line, row in zip(lines[skip:], rows[skip:], strict=True) if line.strip()]


def _columns(
    header: tuple[str, ...], rows: list[list[str]], n: int, delimiter: str, decimal: str
) -> tuple[Column, ...]:
    names, units = [""] * n, [""] * n
    for line in reversed(header):
        plain = line.strip().lstrip("#%").strip()
        found = [bare(cell) for cell in cells(plain, delimiter)]
        if len(found) == n and any(found) and not any(names):
            if not any(units) and all(is_unit(f) or clock_form(f) for f in found if f):
                units = ["" if clock_form(f) else f for f in found]
            elif not (n == 1 and _is_remark(line)):
                names = found
        elif (labels := _LABELS.search(plain)) is not None and not any(names):
            listed = [bare(one) for one in re.split(r"[\s,;\t]+", labels[1]) if bare(one)]
            names = listed if len(listed) == n else names
    told = next((match[1] for line in header if (match := _UNITS.search(line)) is not None), "")
    columns = []
    for i in range(n):
        name, unit = unit_in(_clean(names[i]))
        some = [row[i] for row in rows[:20] if i < len(row)]
        times = bool(some) and all(
            number(cell, decimal) is None and seconds(cell) is not None for cell in some
        )
        columns.append(Column(name[:MAX_LEAD_NAME_CHARS], unit or units[i] or told, times))
    return tuple(columns)


def clock_form(text: str) -> bool:
    """Whether a cell of a line of units says how times are written (``hh:mm:ss.mmm``)."""
    return bool(re.fullmatch(r"[hms:.\s]{2,16}|time", text, re.IGNORECASE))


def _is_remark(line: str) -> bool:
    return line.lstrip().startswith(_REMARK)


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _rate(header: tuple[str, ...]) -> float | None:
    for line in header:
        found = _RATE.search(line)
        if found is None:
            continue
        value = number(found[1].strip(".,").replace(",", "."), ".")
        if value and math.isfinite(value):
            return value * (1000 if (found[2] or "").casefold() == "khz" else 1)
    return None


def _value(cell: str, decimal: str, column: Column) -> float:
    value = seconds(cell) if column.times else number(cell, decimal)
    return math.nan if value is None else value
