"""The signal around an alarm: packed behind the others in a file beside the journal's."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.causes import reason
from assets.phrase import phrase
from assets.recording.signals import Digits, reach_of
from assets.records.lead import Lead, LeadKind
from assets.regular import open_regular
from monitor.alarms.journaling.lines import MAX_LEADS, MAX_STRIP_BYTES, StripPlace

BEFORE_S, AFTER_S = 6.0, 4.0
"""So much is kept before the moment at which an alarm came, and after it, s."""


@dataclass(frozen=True)
class Strip:
    """The signal around an alarm.

    Attributes
    ----------
    start : int
        Sample of the source at which it begins.
    fs : float
        Sampling frequency, Hz.
    leads : tuple of Lead
        One a column.
    samples : ndarray of float32, shape (n, n_leads)
        In each lead's unit; NaN is a gap.
    """

    start: int
    fs: float
    leads: tuple[Lead, ...]
    samples: npt.NDArray[np.float32]


class StripError(Exception):
    """A strip cannot be read; the message is a sentence."""


def packed(samples: npt.NDArray[np.float32], leads: Sequence[Lead]) -> tuple[bytes, Digits]:
    """Pack samples, shape (n, n_leads), of at most `MAX_LEADS` leads."""
    shown = list(leads[:MAX_LEADS])
    samples = samples[:, : len(shown)]
    digits = Digits.of(shown, reach_of(samples))
    return zlib.compress(digits.stored(digits.whole(samples))), digits


def place_of(
    file: str, at: int, content: bytes, digits: Digits, start: int, n: int, leads: Sequence[Lead]
) -> StripPlace:
    """Say where packed samples lie."""
    told = zip(leads, digits.gains, strict=False)
    return StripPlace(
        file,
        at,
        len(content),
        zlib.crc32(content),
        start,
        n,
        "16" if digits.fmt == "16" else "24",
        tuple((lead.name[:400], lead.unit[:400], lead.kind.value, gain) for lead, gain in told),
    )


def read_strip(folder: Path, place: StripPlace, fs: float) -> Strip:
    """Read a strip; what the file holds is checked.

    Raises
    ------
    StripError
        If it is not there, or is not what was written.
    """
    damaged = phrase("The strip in {file} cannot be shown: it is damaged.", file=place.file)
    try:
        with open_regular(folder / place.file) as file:
            file.seek(place.at)
            content = file.read(place.size)
    except OSError as error:
        raise StripError(
            phrase("The strip in {file} cannot be shown: {why}.", file=place.file, why=reason(error))
        ) from error
    if len(content) < place.size or zlib.crc32(content) != place.crc:
        raise StripError(damaged)
    digits = Digits(place.fmt, tuple(gain for *_, gain in place.leads))
    size = place.n * len(place.leads) * (2 if place.fmt == "16" else 3)
    try:
        opened = zlib.decompressobj()
        stored = opened.decompress(content, min(size, MAX_STRIP_BYTES) + 1)
    except zlib.error as error:
        raise StripError(damaged) from error
    if len(stored) != size:
        raise StripError(damaged)
    kinds = {kind.value for kind in LeadKind}
    leads = tuple(
        Lead(name, unit, LeadKind(kind) if kind in kinds else LeadKind.OTHER)
        for name, unit, kind, _ in place.leads
    )
    return Strip(place.start, fs, leads, digits.samples(stored))
