"""A line of the journal: one thing that happened to one alarm, or the signal around it; JSON, checked."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from assets.causes import words_of
from assets.phrase import phrase
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from monitor.alarms.lifecycle import Change, Entry

MAX_LINE_BYTES = 16 * 1024
"""No line is longer."""

MAX_STRIP_BYTES = 4 * 2**20
"""No strip takes more, packed or unpacked: ten seconds of 64 leads at 1000 Hz fit."""

MAX_LEADS = 64
FAR = 2**53

YEARS = range(1970, 9000)
"""Times of other years are none: at the ends of the calendar they cannot be told in another zone."""

_CONDITIONS = {condition.key: condition for condition in Condition}

Text = Annotated[str, msgspec.Meta(max_length=400)]
Sample = Annotated[int, msgspec.Meta(ge=-FAR, le=FAR)]
Number = Annotated[float, msgspec.Meta(ge=-1e12, le=1e12)]
Positive = Annotated[float, msgspec.Meta(gt=0, le=1e12)]
Rate = Annotated[float, msgspec.Meta(ge=0.1, le=1e6)]
LeadTold = tuple[Text, Text, Text, Positive]


class StripPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the signal around an alarm lies.

    Attributes
    ----------
    file : str
        Name of the file beside the journal's.
    at, size : int
        First byte, and how many; packed.
    crc : int
        CRC-32 of these bytes.
    start, n : int
        First sample of the source, and how many.
    fmt : str
        Storage format, as in `assets.recording.signals.Digits`.
    leads : tuple of (str, str, str, float)
        Name, unit, kind and gain of each.
    """

    file: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{1,80}\.strips$")]
    at: Annotated[int, msgspec.Meta(ge=0, le=FAR)]
    size: Annotated[int, msgspec.Meta(ge=1, le=MAX_STRIP_BYTES)]
    crc: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
    start: Sample
    n: Annotated[int, msgspec.Meta(ge=1, le=MAX_STRIP_BYTES)]
    fmt: Literal["16", "24"]
    leads: Annotated[tuple[LeadTold, ...], msgspec.Meta(min_length=1, max_length=MAX_LEADS)]


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one line holds; the alarm is told in full each time, so that a line stands for itself.

    Attributes
    ----------
    id : str
        The alarm's own, the same in each of its lines.
    at : datetime
        When it happened, with its time zone.
    change : str
        What happened (`monitor.alarms.lifecycle.Change`); ``strip`` where the signal around it is added.
    name, source, offset, fs
        Of the source, as in `assets.sources.source.SourceInfo`.
    condition, start, raised, end, over, value, limit, note, lead, worst
        Of the alarm, as in `models.alarms.alarm.Alarm`.
    by : str
        Who did it.
    limits : dict of str to float
        In force as it was raised.
    strip : StripPlace or None
        Where the signal lies.
    """

    id: Text
    at: datetime
    change: Literal["raised", "acknowledged", "latched", "ended", "noted", "strip"]
    name: Text
    source: Text
    fs: Rate
    condition: Text
    start: Sample
    raised: Sample
    offset: Sample = 0
    end: Sample | None = None
    over: Sample | None = None
    value: Number | None = None
    limit: Number | None = None
    note: Text = ""
    lead: Text = ""
    by: Text = ""
    limits: Annotated[dict[Text, Number], msgspec.Meta(max_length=100)] = {}
    worst: Number | None = None
    strip: StripPlace | None = None

    def alarm(self) -> Alarm:
        """Give the alarm."""
        return Alarm(
            _CONDITIONS[self.condition],
            self.start,
            self.raised,
            self.end,
            self.over,
            self.value,
            self.limit,
            self.note,
            self.lead,
            self.source,
            self.offset,
            self.worst,
        )


_DECODER, _ENCODER = msgspec.json.Decoder(Line), msgspec.json.Encoder(enc_hook=str)


@dataclass(frozen=True)
class Happened:
    """One thing that happened to an alarm: what, when, and who did it."""

    change: Change
    at: datetime
    by: str = ""


@dataclass(frozen=True)
class Logged:
    """An alarm with all that the journal has of it.

    Attributes
    ----------
    id : str
        Its own.
    name : str
        Of the source, for people.
    fs : float
        Sampling frequency of the source, Hz.
    alarm : Alarm
        As it was last known.
    happened : tuple of Happened
        In the order of time; the first says when it came.
    limits : dict of str to float
        In force as it was raised.
    strip : StripPlace or None
        Where the signal around it lies; None where there is none.
    """

    id: str
    name: str
    fs: float
    alarm: Alarm
    happened: tuple[Happened, ...] = ()
    limits: dict[str, float] | None = None
    strip: StripPlace | None = None

    @property
    def at(self) -> datetime:
        """When it came."""
        return self.happened[0].at

    @property
    def acknowledged(self) -> Happened | None:
        """When it was acknowledged, and by whom."""
        return next((one for one in self.happened if one.change is Change.ACKNOWLEDGED), None)

    @property
    def state(self) -> str:
        """What has become of it, in a word."""
        last = self.happened[-1].change
        if last is Change.RAISED:
            return "active"
        return "over" if last is Change.ENDED else last.value

    @property
    def lasted_s(self) -> float | None:
        """How long it was the case, s; None where that is not known."""
        alarm = self.alarm
        return None if alarm.end is None else max(0.0, (alarm.end - alarm.start) / self.fs)

    def told(self, line: Line) -> Logged:
        """Add what a further line says."""
        if line.change == "strip":
            return replace(self, strip=line.strip)
        happened = Happened(Change(line.change), line.at, line.by)
        alarm = self.alarm if line.over is None and self.alarm.over is not None else line.alarm()
        limits = self.limits or line.limits or None
        return replace(self, alarm=alarm, happened=(*self.happened, happened), limits=limits)


def first_told(line: Line) -> Logged:
    """An alarm of which nothing was known before."""
    found = Logged(line.id, line.name, line.fs, line.alarm(), (), line.limits or None, line.strip)
    change = Change.RAISED if line.change == "strip" else Change(line.change)
    return replace(found, happened=(Happened(change, line.at, line.by),))


def line_of(key: str, entry: Entry, at: datetime, name: str, fs: float, limits: Limits | None = None) -> Line:
    """Make the line of what happened to an alarm; limits are told as it comes."""
    alarm = entry.alarm
    return Line(
        key,
        at,
        entry.change.value,
        _short(name),
        _short(alarm.source),
        fs,
        alarm.condition.key,
        alarm.start,
        alarm.raised,
        alarm.offset,
        alarm.end,
        alarm.over,
        _finite(alarm.value),
        _finite(alarm.limit),
        _short(alarm.note),
        _short(alarm.lead),
        _short(entry.by),
        {} if limits is None else _numbers(asdict(limits)),
        _finite(alarm.worst),
    )


def strip_line(logged: Logged, at: datetime, strip: StripPlace) -> Line:
    """Make the line that says where the signal around an alarm lies."""
    entry = Entry(Change.RAISED, logged.alarm, 0.0)
    return msgspec.structs.replace(
        line_of(logged.id, entry, at, logged.name, logged.fs), change="strip", strip=strip
    )


def encoded(line: Line) -> bytes:
    """A line as it stands in the file, with its end."""
    return _ENCODER.encode(line) + b"\n"


def decoded(content: bytes) -> Line:
    """Read a line.

    Raises
    ------
    ValueError
        If it is none; a clause that says why.
    """
    if len(content) > MAX_LINE_BYTES:
        raise ValueError(phrase("it is longer than {most} KiB", most=MAX_LINE_BYTES // 1024))
    try:
        line = _DECODER.decode(content)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(phrase("it is no line of a journal ({error})", error=words_of(error))) from error
    if line.condition not in _CONDITIONS:
        raise ValueError(phrase("there is no alarm called {condition!r}", condition=line.condition[:40]))
    if line.at.tzinfo is None:
        raise ValueError(phrase("its time has no time zone"))
    if line.at.year not in YEARS:
        raise ValueError(phrase("its time is in the year {year}", year=line.at.year))
    if (line.change == "strip") != (line.strip is not None):
        raise ValueError(phrase("it tells of a strip that is not there"))
    return line


def _numbers(limits: dict[str, object]) -> dict[str, float]:
    return {
        name: value
        for name, value in limits.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    }


def _short(text: str) -> str:
    return text if len(text) <= 400 else text[:399] + "…"


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) and abs(value) <= 1e12 else None
