"""What a stream says of itself, checked: nothing of it is trusted, for anybody on the network may say it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from assets.phrase import phrase
from assets.records.lead import MILLIVOLTS, Lead, LeadKind, lead_of

MOST_CHANNELS = 512
"""A stream of more channels is not taken: so many at 1000 Hz are 2 MB a second."""

MOST_LETTERS = 40
"""Of a label, unit or name so many are read."""

NUMERIC = {1: "float32", 2: "double64", 4: "int32", 5: "int16", 6: "int8", 7: "int64"}
"""Formats of samples that are numbers, as ``lsl_channel_format_t`` counts them."""

_WORDS = {
    "microvolt": "uV",
    "microvolts": "uV",
    "millivolt": "mV",
    "millivolts": "mV",
    "volt": "V",
    "volts": "V",
    "nanovolt": "nV",
    "nanovolts": "nV",
}
"""Units as the XDF specification's meta-data for EEG spell them, in the records' words."""

_HEARTS = re.compile(r"e[ck]g|heart|cardi", re.IGNORECASE)
_LEADS = re.compile(r"(?:ML|MCL)?(?:I|II|III|aVR|aVL|aVF|V[1-9]R?)", re.IGNORECASE)


@dataclass(frozen=True)
class Channel:
    """One channel of a stream.

    Attributes
    ----------
    label : str
        Its name; where it has none of its own, its number.
    unit : str
        Its unit, in the words of `assets.records.lead`; empty where it tells none.
    kind : str
        What the stream says that it measures (``ECG``); empty where it does not.
    """

    label: str
    unit: str = ""
    kind: str = ""

    @property
    def lead(self) -> Lead:
        """What it measures, told by label and unit, as for a record; a channel that says ECG is one."""
        if _HEARTS.search(self.kind) and (not self.unit or self.unit.casefold() in MILLIVOLTS):
            return Lead(self.label, "mV", LeadKind.ECG)
        return lead_of(self.label, self.unit)

    @property
    def tells_unit(self) -> bool:
        """Whether the unit is told."""
        return bool(self.unit)

    @property
    def is_heart(self) -> bool:
        """Whether its kind or its label says that it is an ECG."""
        return bool(_HEARTS.search(self.kind) or _HEARTS.search(self.label) or _LEADS.fullmatch(self.label))


@dataclass(frozen=True)
class Described:
    """A stream, as it describes itself.

    Attributes
    ----------
    name, kind, host, source_id, uid : str
        Its name; its content type (``EEG``); where it runs; which device it is; which of its outlets.
    rate : float
        Hz; 0 where it tells none.
    n_channels : int
        As it says.
    format : int
        Of its samples, as ``lsl_channel_format_t`` counts.
    created_at : float
        When its outlet was made, s of its own clock.
    channels : tuple of Channel
        Empty until the whole description was asked for.
    """

    name: str
    kind: str
    host: str
    source_id: str
    uid: str
    rate: float
    n_channels: int
    format: int
    created_at: float
    channels: tuple[Channel, ...] = ()

    @property
    def refusal(self) -> str:
        """Why it cannot be shown, in a few words; empty where it can."""
        if self.format not in NUMERIC:
            return phrase("it carries texts, not samples")
        if not 1 <= self.n_channels <= MOST_CHANNELS:
            return phrase(
                "it has {n} channels, and {most} are taken at most", n=self.n_channels, most=MOST_CHANNELS
            )
        return ""


def cleaned(text: str) -> str:
    """A text of the network in one line, without signs that cannot be seen, and not too long."""
    seen = "".join(c if c.isprintable() else " " for c in text[: 4 * MOST_LETTERS])
    return " ".join(seen.split())[:MOST_LETTERS]


def described(info: Any) -> Described:
    """Read a stream's description.

    Parameters
    ----------
    info : pylsl.StreamInfo
        As it was found, or whole.
    """
    rate = float(info.nominal_srate())
    created = float(info.created_at())
    n_channels = int(info.channel_count())
    source_id = info.source_id()
    return Described(
        name=cleaned(info.name()),
        kind=cleaned(info.type()),
        host=cleaned(info.hostname()),
        source_id=source_id if len(source_id) <= MOST_CHANNELS else source_id[:MOST_CHANNELS],
        uid=info.uid()[:MOST_CHANNELS],
        rate=rate if math.isfinite(rate) and rate > 0 else 0.0,
        n_channels=n_channels,
        format=int(info.channel_format()),
        created_at=created if math.isfinite(created) else 0.0,
        channels=_channels(info, min(n_channels, MOST_CHANNELS)),
    )


def _channels(info: Any, n_channels: int) -> tuple[Channel, ...]:
    """The channels: as many as there are samples for, whatever the description says."""
    kind = cleaned(info.type())
    found: list[Channel] = []
    taken: set[str] = set()
    at = info.desc().child("channels").child("channel")
    for i in range(n_channels):
        label = unit = own = ""
        if not at.empty():
            label, unit = cleaned(at.child_value("label")), unit_of(at.child_value("unit"))
            own = cleaned(at.child_value("type"))
            at = at.next_sibling("channel")
        label = _apart(label or f"Ch{i + 1}", i + 1, taken)
        taken.add(label.casefold())
        found.append(Channel(label, unit, own or kind))
    return tuple(found)


def _apart(label: str, number: int, taken: Collection[str]) -> str:
    """Give a channel a label that no other has, with its number where its own is taken.

    Labels that are made to be taken, too, are only as many as there are channels: counting on passes them.
    """
    told = label
    while told.casefold() in taken:
        told = f"{label[: MOST_LETTERS - 10]} #{number}"
        number += MOST_CHANNELS
    return told


def unit_of(text: str) -> str:
    """A unit in the words of `assets.records.lead`; what is no known unit stays as it is."""
    unit = cleaned(text)
    return _WORDS.get(unit.casefold(), unit)
