"""Which channels of a stream are shown, and how they come to millivolts."""

from __future__ import annotations

from dataclasses import dataclass

from assets.errors import RecordError
from assets.phrase import listed, phrase
from assets.records.lead import MILLIVOLTS, Lead, LeadKind, factor_of
from assets.sources.lsl.described import Channel, Described
from assets.sources.lsl.naming import LEAST_HZ, MOST_HZ, StreamName

MOST_LEADS = 12
"""So many channels are shown at most."""


BESIDE = (LeadKind.PRESSURE, LeadKind.PLETH, LeadKind.RESPIRATION, LeadKind.NUMERIC)
"""What is taken along beside an ECG."""

UNITLESS = (LeadKind.PLETH, LeadKind.RESPIRATION)
"""What is often told without a unit, and is shown without one."""


@dataclass(frozen=True)
class Choice:
    """What is taken of a stream.

    Attributes
    ----------
    columns : tuple of int
        Columns of its samples.
    leads : tuple of Lead
        What each is.
    factors : tuple of float
        What each is multiplied with to be in its lead's unit.
    fs : float
        Rate, Hz.
    """

    columns: tuple[int, ...]
    leads: tuple[Lead, ...]
    factors: tuple[float, ...]
    fs: float


def choose(stream: Described, name: StreamName) -> Choice:
    """Choose as the name says, and where it says nothing, as the stream does.

    Parameters
    ----------
    stream : Described
        With its channels.
    name : StreamName
        Channels, unit and rate that are wished for. The unit holds for channels that measure a voltage, or
        tell no unit.

    Raises
    ------
    RecordError
        If there is no such channel, or something must be known that neither says.
    """
    if stream.refusal:
        raise RecordError(
            phrase("The stream {name} cannot be shown: {why}.", name=stream.name, why=stream.refusal)
        )
    columns = _named(stream, name.channels) if name.channels else usual(stream)
    channels = [stream.channels[i] for i in columns]
    units = [_unit(stream, channel, name.unit) for channel in channels]
    leads = tuple(
        Channel(channel.label, unit, channel.kind).lead for channel, unit in zip(channels, units, strict=True)
    )
    return Choice(columns, leads, tuple(factor_of(unit) for unit in units), rate_of(stream, name.rate))


def rate_of(stream: Described, said: float | None) -> float:
    """Give the rate of a stream, Hz: what it tells, else what is `said`.

    Raises
    ------
    RecordError
        If neither says it, or it is none that can be shown.
    """
    rate = stream.rate or said
    if rate is None:
        raise RecordError(
            phrase(
                "The stream {name} tells no rate; say it behind its name, as ?rate=250 (Hz).",
                name=stream.name,
            )
        )
    if not LEAST_HZ <= rate <= MOST_HZ:
        raise RecordError(
            phrase(
                "The stream {name} runs at {rate:g} Hz; {least:g} to {most:g} Hz can be shown.",
                name=stream.name,
                rate=rate,
                least=LEAST_HZ,
                most=MOST_HZ,
            )
        )
    return rate


def usual(stream: Described) -> tuple[int, ...]:
    """Columns that are taken where nobody says which: those that say ECG, with the vital signs beside them.

    Where none does, all of a small stream.

    Raises
    ------
    RecordError
        If there are too many to take all.
    """
    hearts = tuple(i for i, channel in enumerate(stream.channels) if channel.is_heart)
    if hearts:
        beside = (i for i, channel in enumerate(stream.channels) if channel.lead.kind in BESIDE)
        return tuple(sorted(list(dict.fromkeys((*hearts, *beside)))[:MOST_LEADS]))
    if len(stream.channels) <= MOST_LEADS:
        return tuple(range(len(stream.channels)))
    labels = listed(channel.label for channel in stream.channels[:MOST_LEADS])
    raise RecordError(
        phrase(
            "The stream {name} has {n} channels and does not say which are an ECG; name up to {most}, "
            "as ?channels={first} (there are {labels}, …).",
            name=stream.name,
            n=len(stream.channels),
            most=MOST_LEADS,
            first=stream.channels[0].label,
            labels=labels,
        )
    )


def needs_unit(channel: Channel) -> bool:
    """Whether a channel tells no unit, and nothing can be made of it without one."""
    return not channel.tells_unit and channel.lead.kind not in UNITLESS


def channel_word(stream: Described, column: int) -> str:
    """Say which channel is meant, as a name has it: its number, as ``#2`` where another one is labelled 2."""
    number = str(column + 1)
    labelled = any(one.label == number for at, one in enumerate(stream.channels) if at != column)
    return f"#{number}" if labelled else number


def _named(stream: Described, names: tuple[str, ...]) -> tuple[int, ...]:
    if len(names) > MOST_LEADS:
        raise RecordError(
            phrase("{most} channels can be shown at most, not {n}.", most=MOST_LEADS, n=len(names))
        )
    labels = {channel.label.casefold(): i for i, channel in reversed(list(enumerate(stream.channels)))}
    columns: list[int] = []
    for name in names:
        at = labels.get(name.casefold())
        number = name.removeprefix("#")
        if at is None and number.isascii() and number.isdecimal() and len(number) < 6:
            at = int(number) - 1 if 1 <= int(number) <= len(stream.channels) else None
        if at is None:
            there = listed(channel.label for channel in stream.channels[: 2 * MOST_LEADS])
            raise RecordError(
                phrase(
                    "The stream {stream} has no channel {channel!r}; there are {there}.",
                    stream=stream.name,
                    channel=name,
                    there=there,
                )
            )
        columns.append(at)
    return tuple(dict.fromkeys(columns))


def _unit(stream: Described, channel: Channel, said: str) -> str:
    """The unit of a channel."""
    voltage = channel.unit.casefold() in MILLIVOLTS
    if said and (voltage or not channel.tells_unit):
        return said
    if needs_unit(channel):
        raise RecordError(
            phrase(
                "The stream {stream} tells no unit of {channel}; say it behind its name, as ?unit=uV.",
                stream=stream.name,
                channel=channel.label,
            )
        )
    return channel.unit
