"""How a stream is named: ``lsl:NAME``, ``lsl:NAME?channels=I,II&unit=uV&rate=250``."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from assets.errors import RecordError
from assets.phrase import phrase

UNITS = ("uV", "mV", "V")
"""Units that a name can say."""

MOST_CHARS = 1000
"""A name is not longer."""

LEAST_HZ, MOST_HZ = 100.0, 1000.0
"""Rates that the monitor takes, as those of records (`assets.records.reader`)."""


@dataclass(frozen=True)
class StreamName:
    """What stands after ``lsl:``, taken apart.

    Attributes
    ----------
    name : str
        The stream's own name.
    channels : tuple of str
        Labels of channels, or their numbers from 1 (``#2`` where another one is labelled 2); empty where the
        stream is to tell.
    unit : str
        Unit of voltages, one of `UNITS`; empty where the stream tells.
    rate : float or None
        Rate in Hz, where the stream does not tell.
    source_id, host : str
        Which device it is, and on which computer, where several have the name; None, or empty, for any.
    """

    name: str
    channels: tuple[str, ...] = ()
    unit: str = ""
    rate: float | None = None
    source_id: str | None = None
    host: str = ""

    @classmethod
    def of(cls, text: str) -> StreamName:
        """Take a name apart; ``%3F`` and the like stand for signs that mean something here.

        Raises
        ------
        RecordError
            If there is no name, or something else is said of it than can be.
        """
        if len(text) > MOST_CHARS:
            raise RecordError(
                phrase("A stream's name has at most {most} letters, not {n}.", most=MOST_CHARS, n=len(text))
            )
        name, _, options = text.strip().partition("?")
        name = unquote(name).strip()
        if not name:
            raise RecordError(phrase("A stream is named by lsl: and its name, as lsl:Amplifier."))
        channels: tuple[str, ...] = ()
        unit, host = "", ""
        rate: float | None = None
        source_id: str | None = None
        for part in options.split("&") if options else ():
            key, _, value = part.partition("=")
            if key == "channels":
                channels = tuple(dict.fromkeys(unquote(c).strip() for c in value.split(",") if c.strip()))
            elif key == "unit":
                unit = _unit(unquote(value))
            elif key == "rate":
                rate = _rate(value)
            elif key == "source_id":
                source_id = unquote(value)
            elif key == "host":
                host = unquote(value)
            else:
                raise RecordError(
                    phrase(
                        "After a stream's name may stand channels=, unit=, rate=, source_id= and host=, not "
                        "{part!r}.",
                        part=part,
                    )
                )
        return cls(name, channels, unit, rate, source_id, host)

    def __str__(self) -> str:
        """As it is named, always in one way."""
        options = []
        if self.channels:
            options.append("channels=" + ",".join(_quoted(c) for c in self.channels))
        if self.unit:
            options.append(f"unit={self.unit}")
        if self.rate is not None:
            options.append(f"rate={self.rate:g}")
        if self.source_id is not None:
            options.append(f"source_id={_quoted(self.source_id)}")
        if self.host:
            options.append(f"host={_quoted(self.host)}")
        return _quoted(self.name) + ("?" + "&".join(options) if options else "")


def telling(one: tuple[str, str], others: Iterable[tuple[str, str]]) -> tuple[str | None, str]:
    """Say by what a stream is told from others of its name: its `source_id`, its `host`, or both.

    Parameters
    ----------
    one : tuple of str
        Its source_id and its host.
    others : iterable of such tuples
        Of all streams of the name, itself among them.

    Returns
    -------
    source_id : str or None
        None where it is not needed.
    host : str
        Empty where it is not needed.
    """
    apart = [other for other in others if other != one]
    if not apart:
        return None, ""
    if all(other[0] != one[0] for other in apart):
        return one[0], ""
    return (None, one[1]) if all(other[1] != one[1] for other in apart) else one


def _quoted(text: str) -> str:
    return quote(text, safe=" ()[]äöüÄÖÜ")


def _unit(text: str) -> str:
    plain = text.strip().replace("µ", "u").replace("μ", "u").casefold()
    for unit in UNITS:
        if plain == unit.casefold():
            return unit
    raise RecordError(phrase("The unit of a stream is uV, mV or V, not {unit!r}.", unit=text))


def _rate(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not LEAST_HZ <= value <= MOST_HZ:
        raise RecordError(
            phrase(
                "The rate of a stream is {least:g} to {most:g} Hz, not {rate!r}.",
                least=LEAST_HZ,
                most=MOST_HZ,
                rate=text,
            )
        )
    return value
