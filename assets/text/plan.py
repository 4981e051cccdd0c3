"""Which columns of a text file are read, as what and at which rate, by its shape and what was said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from assets.edf.choosing import choose
from assets.edf.header import EdfSignal
from assets.errors import RecordError
from assets.phrase import listed, phrase
from assets.records.headers.header import quoted, refused
from assets.records.headers.survey import MAX_LEADS, MAX_VITALS, check_rate
from assets.records.lead import MILLIVOLTS, Lead, LeadKind, factor_of, lead_of
from assets.text.answers import NO_TIME, NO_UNIT, Answers, Untold
from assets.text.shape import TextShape
from assets.text.times import rate_of_steps, scale_of

_TIME = re.compile(
    r"(?:time|timer|timestamp|zeit|elapsed|t|sec|secs|seconds?|millis\w*|ms|date|datetime)(?:\b|_|$).*"
    r"|.*[_ ](?:time|ms|sec)",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"(?:n?seq|samples?|sample[_ ]?\w*|index|idx|nr?|no\.?|#|frames?|i|row|unnamed.*)", re.IGNORECASE
)
UNSAID = "NU"
"""Unit of a column that is no voltage and has none."""


@dataclass(frozen=True)
class Taken:
    """A column that is read.

    Attributes
    ----------
    index : int
        Which, from 0.
    lead : Lead
        What it is.
    factor : float
        What its numbers are multiplied with.
    centred : bool
        Whether its median is taken away: steps of a converter have their zero somewhere.
    """

    index: int
    lead: Lead
    factor: float
    centred: bool = False


@dataclass(frozen=True)
class Plan:
    """How a file is read.

    Attributes
    ----------
    rate : float or None
        Hz; None where the times give it.
    time : int or None
        Column of the times that give it.
    scale : float
        Seconds in one of the times.
    taken : tuple of Taken
        At least one ECG lead among them.
    warnings : tuple of str
        What was left out.
    """

    rate: float | None
    time: int | None
    scale: float
    taken: tuple[Taken, ...]
    warnings: tuple[str, ...] = ()


def time_column(shape: TextShape, said: str = "") -> int | None:
    """Find the column of times: as said, by what stands in it, or by its name; None where there is none.

    Raises
    ------
    RecordError
        If a column was named that there is not.
    """
    if said.casefold() == NO_TIME:
        return None
    if said:
        return column_named(shape, said)
    times = [i for i, column in enumerate(shape.columns) if column.times]
    if times:  # a day in a column of its own stands still, and the time beside it goes on
        return next((i for i in times if _rises(shape, i)), times[0])
    if len(shape.columns) < 2:
        return None
    named = [
        i for i, c in enumerate(shape.columns) if c.name and _TIME.fullmatch(c.name) and _rises(shape, i)
    ]
    if named:
        return named[0]
    first = shape.columns[0]
    return 0 if not first.name and _rises(shape, 0) and not _counts(shape, 0) and _even(shape, 0) else None


def signal_columns(shape: TextShape, time: int | None) -> tuple[int, ...]:
    """Columns that may hold a signal: no times, no numbering, no words, not the same number all the way."""
    found = []
    for i, column in enumerate(shape.columns):
        numbering = (
            (not column.name or _INDEX.fullmatch(column.name))
            and len(shape.columns) > 1
            and _counts(shape, i)
        )
        if i != time and not numbering and not column.times and np.isfinite(shape.head[:, i]).any():
            found.append(i)
    moving = [i for i in found if np.nanmax(shape.head[:, i]) > np.nanmin(shape.head[:, i])]
    return tuple(moving or found)


def column_word(shape: TextShape, i: int) -> str:
    """Say which column is meant, for `column_named`: its number, as ``#2`` where another one is called 2."""
    number = str(i + 1)
    called = any(column.name == number for at, column in enumerate(shape.columns) if at != i)
    return f"#{number}" if called else number


def column_named(shape: TextShape, said: str) -> int:
    """Give the column of a name or a number (`column_word`), from 0.

    Raises
    ------
    RecordError
        If there is none.
    """
    for i, column in enumerate(shape.columns):
        if column.name and column.name.casefold() == said.casefold():
            return i
    number = said.removeprefix("#")
    if number.isdecimal() and 1 <= int(number[:6]) <= len(shape.columns):
        return int(number) - 1
    names = listed(c.name for c in shape.columns[:6] if c.name)
    there = phrase("{n} ({names})", n=len(shape.columns), names=names) if names else str(len(shape.columns))
    raise RecordError(
        phrase(
            "{file} has no column {name}; its columns are {there}.",
            file=shape.label,
            name=quoted(said),
            there=there,
        )
    )


def plan(shape: TextShape, answers: Answers) -> Plan:
    """Say how a file is read.

    Raises
    ------
    Untold
        If neither the file nor `answers` say the rate, or the unit.
    RecordError
        If there is no ECG in it, or its rate is none that can be analysed.
    """
    time = time_column(shape, answers.time)
    chosen = tuple(column_named(shape, said) for said in answers.columns)
    columns = tuple(dict.fromkeys(chosen)) or signal_columns(shape, time)
    if not columns:
        raise refused(shape.label, phrase("there is no column of a signal in it"))
    rate, scale, wants = answers.rate or None, 1.0, []
    if rate is None and time is not None:
        head = shape.head[:, time]
        scale = 1.0 if shape.columns[time].times else scale_of(head, shape.columns[time].unit)
        found = rate_of_steps(head * scale)
        if found is None and shape.rate is None:
            wants.append("rate")
    elif rate is None and shape.rate is None:
        wants.append("rate")
    if rate is not None:
        time = None
    elif time is None or rate_of_steps(shape.head[:, time] * scale) is None:
        rate, time = shape.rate, None
    taken, warnings, unsaid = _taken(shape, answers, columns, bool(chosen))
    if unsaid:
        wants.append("unit")
    if wants:
        raise Untold(shape, answers, tuple(wants))
    if not any(one.lead.kind is LeadKind.ECG for one in taken):
        raise refused(shape.label, phrase("none of its columns is a voltage of an ECG"))
    if rate is not None:
        check_rate(rate, shape.label)
    return Plan(rate, time, scale, taken, warnings)


def _taken(
    shape: TextShape, answers: Answers, columns: tuple[int, ...], chosen: bool
) -> tuple[tuple[Taken, ...], tuple[str, ...], bool]:
    """Say of each column what it is; also what was left out, and whether a unit is missing."""
    said = {i: shape.columns[i].unit for i in columns}
    if chosen and answers.unit and len(columns) == 1:
        said[columns[0]] = ""  # what was said of one column holds for it
    elif answers.unit and answers.unit.casefold() != NO_UNIT and all(said.values()):
        # Nothing was left open: it puts right what the file says of its voltages.
        said = {i: "" if unit.casefold() in MILLIVOLTS else unit for i, unit in said.items()}
    units = {i: said[i] or _told(answers) for i in columns}
    signals = [EdfSignal(shape.columns[i].name, units[i], (0, 1), (0, 1), 1) for i in columns]
    choice = choose(signals)
    found: list[Taken] = []
    unsaid = False
    for at, i in enumerate(columns):
        name = shape.columns[i].name
        lead = choice.leads.get(at)
        if lead is None and chosen and units[i].casefold() in MILLIVOLTS:
            lead = Lead(name)  # it was asked for, and it is a voltage
        if lead is None:
            continue
        shown = lead.name if name else (f"column {i + 1}" if len(columns) > 1 else "ECG")
        if lead.kind is not LeadKind.ECG:
            found.append(Taken(i, lead_of(shown, units[i]), factor_of(units[i])))
        elif answers.steps is not None and not said[i]:
            found.append(Taken(i, Lead(shown), 1 / answers.steps, centred=True))
        else:
            unsaid |= not units[i]
            found.append(Taken(i, Lead(shown), factor_of(units[i])))
    ecg = [one for one in found if one.lead.kind is LeadKind.ECG]
    others = [one for one in found if one.lead.kind is not LeadKind.ECG]
    kept = sorted([*ecg[:MAX_LEADS], *others[:MAX_VITALS]], key=lambda one: one.index)
    left = [shape.columns[i].name or str(i + 1) for i in columns if i not in {one.index for one in kept}]
    names = listed(left, most=3)
    warnings = (phrase("Columns that are no ECG nor shown beside one were left out: {names}.", names=names),)
    # Nobody said what it is: a unit says.
    unsaid |= not found and not answers.unit and not any(shape.columns[i].unit for i in columns)
    return tuple(kept), warnings if left else (), unsaid


def _told(answers: Answers) -> str:
    if answers.steps is not None:
        return "mV"
    return UNSAID if answers.unit.casefold() == NO_UNIT else answers.unit


def _rises(shape: TextShape, i: int) -> bool:
    values = shape.head[:, i]
    values = values[np.isfinite(values)]
    return len(values) > 2 and bool((np.diff(values) >= 0).all()) and values[-1] > values[0]


def _counts(shape: TextShape, i: int) -> bool:
    steps = np.diff(shape.head[:, i][np.isfinite(shape.head[:, i])])
    return len(steps) > 1 and bool((steps == 1).mean() > 0.95)


def _even(shape: TextShape, i: int) -> bool:
    steps = np.diff(shape.head[:, i][np.isfinite(shape.head[:, i])])
    return bool(np.median(np.abs(steps - np.median(steps))) <= 0.1 * np.median(steps))
