"""What a user says of a text file where it does not itself: ``FILE?rate=100&unit=mV&column=2&time=1``."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qsl, quote

from assets.errors import RecordError
from assets.phrase import joined, listed, phrase
from assets.records.headers.header import quoted
from assets.records.lead import MILLIVOLTS
from assets.text.shape import ENDINGS, TextShape

NO_UNIT = "none"
"""The unit of what is no voltage, such as a pulse wave."""

NO_TIME = "none"
"""Where no column is to be taken for the time."""

_STEPS = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)/mV", re.IGNORECASE)
TOLD = ("rate", "unit", "column", "time")
"""What can be said of a text file."""


@dataclass(frozen=True)
class Answers:
    """What was said; empty or None where nothing was.

    Attributes
    ----------
    rate : float or None
        Sampling frequency, Hz.
    unit : str
        ``mV``, ``uV``, ``V``, steps of a converter as ``200/mV``, or `NO_UNIT`.
    columns : tuple of str
        Numbers of columns, from 1, or their names; ``#2`` is the second even where another is called 2. Empty
        for all.
    time : str
        Number or name of the column of times, or `NO_TIME`.
    """

    rate: float | None = None
    unit: str = ""
    columns: tuple[str, ...] = ()
    time: str = ""

    @classmethod
    def of(cls, text: str) -> Answers:
        """Take apart what stands after a name's question mark.

        Raises
        ------
        RecordError
            If it makes no sense; the message says what may stand there.
        """
        try:
            pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), max_num_fields=8)
        except ValueError as error:
            raise RecordError(
                phrase(
                    "{text} is not what may stand after a text file's name, as ?rate=100&unit=mV&column=2.",
                    text=quoted(f"?{text}"),
                )
            ) from error
        told = dict(pairs)
        for key in told:
            if key not in TOLD:
                raise RecordError(
                    phrase(
                        "After a text file's name may stand rate, unit, column and time, not {key}.",
                        key=quoted(key),
                    )
                )
        found = cls()
        if "rate" in told:
            found = replace(found, rate=rate_of(told["rate"]))
        if "unit" in told:
            found = replace(found, unit=unit_of(told["unit"]))
        columns = tuple(name.strip() for name in told.get("column", "").split(",") if name.strip())
        return replace(found, columns=columns, time=told.get("time", "").strip())

    def __str__(self) -> str:
        """As they stand after a name's question mark."""
        rate = "" if self.rate is None else f"{self.rate:.12g}"
        told = zip(TOLD, (rate, self.unit, ",".join(self.columns), self.time), strict=True)
        return "&".join(f"{key}={quote(value, safe='/,')}" for key, value in told if value)

    def over(self, other: Answers) -> Answers:
        """These, and where there is none the other's."""
        return Answers(
            other.rate if self.rate is None else self.rate,
            self.unit or other.unit,
            self.columns or other.columns,
            self.time or other.time,
        )

    @property
    def steps(self) -> float | None:
        """Converter steps per mV, where the unit is that."""
        found = _STEPS.fullmatch(self.unit)
        return float(found[1]) if found else None


class Untold(RecordError):
    """A text file does not say what is needed to read it, and nobody did.

    Attributes
    ----------
    shape : TextShape
        What the file told.
    answers : Answers
        What was said.
    wants : tuple of str
        What is missing: ``rate``, ``unit`` or both.
    at_a_bed : Phrase
        The same where many are opened at once, and nobody is asked.
    """

    def __init__(self, shape: TextShape, answers: Answers, wants: tuple[str, ...], why: str = "") -> None:
        words = {"rate": phrase("its sampling rate"), "unit": phrase("its unit")}
        usual = {"rate": "100", "unit": "mV"}
        told = "&".join(filter(None, (str(answers), *(f"{want}={usual[want]}" for want in wants))))
        missing = joined(phrase(" and "), [words[want] for want in wants])
        options = " ".join(f"--{want} {usual[want]}" for want in wants)
        super().__init__(
            phrase(
                "{file} does not say {what}{why}: tell it as in '{file}?{told}', or with {options}.",
                file=shape.label,
                what=missing,
                why=phrase(" ({why})", why=why) if why else "",
                told=told,
                options=options,
            )
        )
        self.shape, self.answers, self.wants = shape, answers, wants
        self.at_a_bed = phrase(
            "{file} does not say {what}: open it once by itself in the window, which asks and remembers "
            "it, or name it as '{file}?{told}'.",
            file=shape.label,
            what=missing,
            told=told,
        )


def rate_of(text: str) -> float:
    """A sampling frequency, Hz.

    Raises
    ------
    RecordError
        If it is none.
    """
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < 1e9:  # false for NaN
        raise RecordError(phrase("{value} is no sampling rate: say it in Hz, as 250.", value=quoted(text)))
    return value


def unit_of(text: str) -> str:
    """A unit.

    Raises
    ------
    RecordError
        If it is none that can be brought to mV.
    """
    plain = text.strip()
    if plain.casefold() == NO_UNIT or (plain and plain.casefold() in MILLIVOLTS):
        return plain
    found = _STEPS.fullmatch(plain)
    if found and float(found[1]) > 0:
        return plain
    raise RecordError(
        phrase(
            "{value} is no unit: say mV, uV, V, a converter's steps as 200/mV, or none where no voltage is.",
            value=quoted(text),
        )
    )


def parted(name: str) -> tuple[Path, Answers] | None:
    """Part the path of a text file from what is said of it; None where `name` is no text file's.

    Raises
    ------
    RecordError
        If what is said makes no sense.
    """
    if Path(name).suffix.lower() in ENDINGS:
        return Path(name), Answers()
    path, mark, said = name.rpartition("?")
    if not mark or Path(path).suffix.lower() not in ENDINGS:
        return None
    return Path(path), Answers.of(said)


def with_said(name: str, said: Mapping[str, str | None]) -> str:
    """Add to a text file's name what was said of it apart, as on a command line.

    Parameters
    ----------
    name : str
        As `parted` takes it.
    said : mapping of str to str or None
        By ``rate``, ``unit``, ``column`` and ``time``; None for what was not said.

    Raises
    ------
    RecordError
        If it makes no sense, or `name` is no text file's.
    """
    told = "&".join(f"{key}={quote(value, safe='/,')}" for key, value in said.items() if value is not None)
    if not told:
        return name
    found = parted(name)
    if found is None:
        options = listed(f"--{key}" for key, value in said.items() if value is not None)
        raise RecordError(
            phrase(
                "{options} is said of a text file (.csv, .txt, .tsv, .asc), not of {name}.",
                options=options,
                name=quoted(name),
            )
        )
    return named(found[0], Answers.of(told).over(found[1]))


def named(path: Path | str, answers: Answers) -> str:
    """Give the name by which a file is opened with these answers."""
    said = str(answers)
    return f"{path}?{said}" if said else str(path)
