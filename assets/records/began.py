"""When a record began by the clock of those who recorded it, as headers say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

_TIME = re.compile(r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_EDF = re.compile(rb"(\d\d)[.:/-](\d\d)[.:/-](\d\d)", re.ASCII)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_EDF_PLUS = re.compile(r"Startdate (\d\d)-([A-Z]{3})-(\d{4})(?: |$)", re.ASCII)

EDF_YEARS = range(1985, 2085)
"""The years that an EDF header can say in two figures; its first day, at midnight, stands for none."""

LAST_YEAR = 9000
"""What is said to begin later makes no sense: the calendar ends in 9999, and no record may reach that."""


def of_fields(fields: Sequence[str]) -> datetime | None:
    """Read what stands in a WFDB header behind the number of samples: base time and base date.

    Parameters
    ----------
    fields : sequence of str
        A time (``10:44:18.529``) and a date (``04/05/2704``, the day first, or ``2704-05-04``).

    Returns
    -------
    datetime or None
        In no time zone; None where either is missing or makes no sense.
    """
    times = [found for field in fields if (found := _TIME.fullmatch(field))]
    days = [(int(d[3]), int(d[2]), int(d[1])) for field in fields if (d := _DAY_FIRST.fullmatch(field))]
    days += [(int(d[1]), int(d[2]), int(d[3])) for field in fields if (d := _YEAR_FIRST.fullmatch(field))]
    if not times or not days:
        return None
    hour, minute, second, fraction = times[0].groups()
    whole = _moment(days[0], int(hour), int(minute), int(second or 0))
    if whole is None:
        return None
    return whole + timedelta(seconds=float(f"0.{fraction}")) if fraction else whole


def of_edf(day: bytes, time: bytes, recording: str) -> datetime | None:
    """Read the fields of an EDF header: ``dd.mm.yy``, ``hh.mm.ss``, and EDF+'s ``Startdate dd-MMM-yyyy``.

    Returns
    -------
    datetime or None
        In no time zone; None where they make no sense, or say the day that stands for none.
    """
    date, clock = _EDF.fullmatch(day), _EDF.fullmatch(time)
    if date is None or clock is None:
        return None
    year = int(date[3]) + (1900 if int(date[3]) >= EDF_YEARS.start % 100 else 2000)
    days = (year, int(date[2]), int(date[1]))
    hour, minute, second = (int(figure) for figure in clock.groups())
    plus = _EDF_PLUS.match(recording)
    if plus is not None and plus[2] in _MONTHS:
        days = (int(plus[3]), _MONTHS.index(plus[2]) + 1, int(plus[1]))
    found = _moment(days, hour, minute, second)
    return None if found == datetime(EDF_YEARS.start, 1, 1) else found


def _moment(day: tuple[int, int, int], hour: int, minute: int, second: int) -> datetime | None:
    """Give a moment of the calendar; None where there is none such, or none that a record can go on from."""
    try:
        found = datetime(*day, hour, minute, second)
    except ValueError:
        return None
    return found if found.year <= LAST_YEAR else None
