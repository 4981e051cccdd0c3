"""The two streams that others find on the network: the signal, and what was said of it."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.phrase import phrase
from assets.records.lead import Lead, LeadKind
from assets.sources.lsl.library import library
from assets.sources.source import SourceInfo
from assets.version import app_version

MARKERS = "-markers"
"""Ends the name of the stream of markers."""

MOST_LETTERS = 80
"""A stream is not called longer than this."""

BUFFER_S = 60
"""So much is kept for a listener who does not come to take it, s."""

KINDS = {
    LeadKind.ECG: "ECG",
    LeadKind.PRESSURE: "Pressure",
    LeadKind.PLETH: "PPG",
    LeadKind.RESPIRATION: "Respiration",
    LeadKind.NUMERIC: "Numeric",
    LeadKind.OTHER: "Misc",
}
"""What a channel measures, in the description's words."""

UNITS = {"mV": "millivolts"}
"""Units as the XDF specification spells them."""


class PublishError(AssetError):
    """Nothing can be published; the message says why."""


def checked_name(text: str) -> str:
    """Give a name under which a stream can be published.

    Raises
    ------
    PublishError
        If it is none.
    """
    name = text.strip()
    if not name or len(name) > MOST_LETTERS or not name.isprintable():
        raise PublishError(
            phrase(
                "A stream is published under a name of 1 to {most} letters, not {name!r}.",
                most=MOST_LETTERS,
                name=name[:MOST_LETTERS],
            )
        )
    return name


class Outlets:
    """Two outlets: samples with their channels described, and markers, each a text.

    Parameters
    ----------
    info : SourceInfo
        What is published.
    name : str
        What the stream of samples is called; that of the markers ends in `MARKERS`.

    Raises
    ------
    assets.sources.lsl.library.NoLibraryError
        If ``pylsl`` is not at hand.
    PublishError
        If the name is none, or the outlets cannot be made.
    """

    def __init__(self, info: SourceInfo, name: str) -> None:
        self._lsl = library()
        name = checked_name(name)
        try:
            self._samples = self._lsl.StreamOutlet(self._describe(info, name), max_buffered=BUFFER_S)
            self._markers = self._lsl.StreamOutlet(self._describe_markers(info, name), max_buffered=BUFFER_S)
        except RuntimeError as error:
            raise PublishError(
                phrase("{name} cannot be published: {why}.", name=name, why=str(error).rstrip("."))
            ) from error

    def now(self) -> float:
        """Give the present moment by the clock of streams, s."""
        return float(self._lsl.local_clock())

    @property
    def heard(self) -> bool:
        """Whether anybody listens to either."""
        return bool(self._samples.have_consumers() or self._markers.have_consumers())

    def send(self, samples: npt.NDArray[np.float32], stamps: npt.NDArray[np.float64]) -> None:
        """Send samples, shape (n, leads), each with its stamp, s."""
        self._samples.push_chunk(np.ascontiguousarray(samples, dtype=np.float32), timestamp=stamps.tolist())

    def mark(self, text: str, stamp: float) -> None:
        """Send a marker."""
        self._markers.push_sample([text], timestamp=stamp)

    def close(self) -> None:
        """Take both from the network."""
        self._samples = self._markers = None

    def _describe(self, info: SourceInfo, name: str) -> Any:
        layout = repr((info.fs, [(lead.name, lead.unit) for lead in info.leads])).encode()
        told = self._lsl.StreamInfo(
            name,
            "ECG",
            len(info.leads),
            info.fs,
            self._lsl.cf_float32,
            # A listener may take what comes back under this for the same: only if it is shaped like it.
            f"ecg-monitor/{name}/{zlib.crc32(layout):08x}",
        )
        channels = told.desc().append_child("channels")
        for lead in info.leads:
            channel = channels.append_child("channel")
            for key, value in _words(lead):
                channel.append_child_value(key, value)
        self._sign(told, info)
        return told

    def _describe_markers(self, info: SourceInfo, name: str) -> Any:
        told = self._lsl.StreamInfo(
            f"{name}{MARKERS}", "Markers", 1, 0.0, self._lsl.cf_string, f"ecg-monitor/{name}/markers"
        )
        self._sign(told, info)
        return told

    def _sign(self, told: Any, info: SourceInfo) -> None:
        desc = told.desc()
        desc.append_child_value("manufacturer", "ECG Monitor")
        desc.append_child_value("version", app_version())
        desc.append_child_value("source", info.name)
        desc.append_child_value("purpose", "For teaching and research. Not a medical device.")


def _words(lead: Lead) -> tuple[tuple[str, str], ...]:
    return ("label", lead.name), ("unit", UNITS.get(lead.unit, lead.unit)), ("type", KINDS[lead.kind])
