"""What stands in a cell of a text file: a number, a time, a unit, a name."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime

from assets.records.lead import MILLIMETRES, MILLIVOLTS

NOTHING = frozenset({"", "nan", "na", "n/a", "null", "none", "-", "--", "?", "inf", "-inf", "+inf"})
"""Cells in which there is no number; a gap."""

MAX_CELL_CHARS = 64
"""No number and no time is longer."""

_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,2}):)?(\d{1,2}(?:\.\d{1,9})?)", re.ASCII)
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[-+]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?", re.ASCII
)
_SLASHED = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?: ?([ap])\.?m\.?)?)?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][-+]?\d{1,3})?", re.ASCII)
_UNIT = re.compile(r"\s*(?:[\[(]\s*([^\])]{1,12}?)\s*[\])]|[_/]([nuµμm]?V|mmHg|kPa))\s*$", re.IGNORECASE)


def bare(cell: str) -> str:
    """Give what a cell says without the blanks and quotation marks around it."""
    return cell.strip().strip("\"'").strip()


def number(cell: str, decimal: str) -> float | None:
    """Give a cell's number, NaN where it says that there is none; None where it is something else."""
    text = bare(cell)
    if text.casefold() in NOTHING:
        return math.nan
    if len(text) > MAX_CELL_CHARS:
        return None
    if decimal == ",":
        text = text.replace(",", ".")
    return float(text) if _NUMBER.fullmatch(text) else None


def clock(cell: str) -> float | None:
    """Give the seconds of ``1:02:03.5`` or ``2:03,5``; None where a cell is no such time."""
    text = bare(cell).strip("[]").strip().replace(",", ".")
    found = _CLOCK.fullmatch(text) if ":" in text and len(text) <= MAX_CELL_CHARS else None
    if found is None:
        return None
    return 3600 * int(found[1] or 0) + 60 * int(found[2] or 0) + float(found[3])


def is_date(cell: str) -> bool:
    """Whether a cell is a date, with a time or without: ``2024-03-05 14:22``, ``5.3.2024``, ``3/5/2024``."""
    text = bare(cell).strip("[]").strip().replace(",", ".")
    return len(text) <= MAX_CELL_CHARS and any(form.fullmatch(text) for form in (_DATE, _DAY_FIRST, _SLASHED))


def is_slashed(cell: str) -> bool:
    """Whether a cell is a date that may begin with its day or with its month: ``3/5/2024 14:22``."""
    return _SLASHED.fullmatch(_plain(cell)) is not None


def slashed(cell: str, *, month_first: bool) -> float:
    """Give such a date in seconds from 1970; NaN where it is none in this order."""
    found = _SLASHED.fullmatch(_plain(cell))
    if found is None:
        return math.nan
    month, day = (found[1], found[2]) if month_first else (found[2], found[1])
    hour, minute, second = (float(part) for part in (*(found[4] or "0:0").split(":"), "0")[:3])
    if found[5]:  # of twelve hours, the first of which is called 12
        if not 1 <= hour <= 12:
            return math.nan
        hour = hour % 12 + 12 * (found[5].casefold() == "p")
    if hour >= 24 or minute >= 60 or second >= 60:
        return math.nan
    try:
        midnight = datetime(int(found[3]), int(month), int(day), tzinfo=UTC).timestamp()
    except (ValueError, OverflowError):
        return math.nan
    return midnight + 3600 * hour + 60 * minute + second


def _plain(cell: str) -> str:
    return bare(cell).strip("[]").strip().replace(",", ".")[: MAX_CELL_CHARS + 1]


def seconds(cell: str) -> float | None:
    """Give a time of day or a date in seconds, from midnight or from 1970; None where a cell is neither.

    A date with slashes is taken with its day first, where that is one (`assets.text.times.in_order`).
    """
    found = clock(cell)
    if found is not None or not is_date(cell):
        return found
    if is_slashed(cell):
        each = (slashed(cell, month_first=first) for first in (False, True))
        return next((value for value in each if not math.isnan(value)), None)
    text = bare(cell).strip("[]").strip()
    day, time = text[:10].replace("/", "-").replace(".", "-"), text[10:].replace(",", ".")
    if (first := _DAY_FIRST.fullmatch(text.replace(",", "."))) is not None:
        day = f"{first[3]}-{first[2]:0>2}-{first[1]:0>2}"
        time = f"T{'0' * (first[4].index(':') == 1)}{first[4]}" if first[4] else ""
    try:
        when = datetime.fromisoformat(day + time)
        # A recording has one clock: without a zone its summer time does not matter.
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def unit_in(name: str) -> tuple[str, str]:
    """Part the name of a column from the unit in it: ``ECG [mV]``, ``MLII_uV``; the unit may be empty."""
    found = _UNIT.search(name)
    if found is None:
        return name, ""
    return name[: found.start()].strip() or name.strip(), (found[1] or found[2]).strip()


def is_unit(text: str) -> bool:
    """Whether a text is a unit that says what a signal is."""
    plain = text.casefold()
    return bool(plain) and (
        plain in MILLIVOLTS
        or plain in MILLIMETRES
        or plain in {"%", "s", "sec", "seconds", "ms", "us", "bpm"}
    )
