"""Alerts as files: CSV for spreadsheets, JSON, WFDB annotations for LightWAVE, WAVE and ``wfdb.rdann``."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assets.errors import WriteError
from assets.write import write_bytes, write_text
from models.alerts.events import Event
from models.alerts.reasons import Channel

CSV_COLUMNS = (
    "record",
    "source",
    "source_offset",
    "lead",
    "kind",
    "start_s",
    "peak_s",
    "end_s",
    "length_s",
    "start_sample",
    "peak_sample",
    "end_sample",
    "forecast_score",
    "reconstruction_score",
    "ectopy_score",
    "premature_share",
    "why",
)

WFDB_EXTENSION = "alerts"
"""Extension (in WFDB's words: annotator name) of the annotation file."""


class ExportError(Exception):
    """Alerts could not be written; the message says where and why."""


def write_csv(path: Path, events: Sequence[Event], *, fs: float, record: str, lead: str) -> None:
    """Write one row an alert; the file appears whole or not at all.

    `lead` stands where an alert does not name its own.

    Raises
    ------
    ExportError
        If the file cannot be written.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(CSV_COLUMNS)
    for e in events:
        writer.writerow(
            [
                record,
                e.source,
                e.offset,
                e.lead or lead,
                e.kind.title,
                f"{e.start / fs:.3f}",
                f"{e.peak / fs:.3f}",
                f"{e.end / fs:.3f}",
                f"{(e.end - e.start) / fs:.3f}",
                e.start,
                e.peak,
                e.end,
                *(f"{e.scores[c]:.3f}" if c in e.scores else "" for c in Channel),
                e.why(),
            ]
        )
    try:
        write_text(path, table.getvalue())
    except WriteError as error:
        raise ExportError(str(error)) from error


def event_json(event: Event, fs: float) -> dict[str, Any]:
    """Describe an alert as JSON: indices in samples, times in seconds, `fs` in Hz."""
    return {
        "kind": event.kind.title,
        "source": event.source,
        "offset": event.offset,
        "lead": event.lead,
        "start": event.start,
        "peak": event.peak,
        "end": event.end,
        "emitted": event.emitted,
        "peak_s": round(event.peak / fs, 3),
        "length_s": round((event.end - event.start) / fs, 3),
        "scores": {c.value: round(v, 4) for c, v in event.scores.items()},
        "thresholds": {c.value: round(v, 4) for c, v in event.thresholds.items()},
        "reasons": {r.value: round(v, 4) for r, v in event.reasons.items()},
        "why": event.why(),
    }


def wfdb_name(record: str) -> str:
    """`record` with every character that WFDB does not allow in a record name replaced by an underscore."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", record) or "record"


def write_wfdb(folder: Path, events: Sequence[Event], *, fs: float, record: str, lead: int) -> Path:
    """Write an annotation file ``RECORD.alerts`` with a comment at the peak of each alert.

    Parameters
    ----------
    folder : Path
        Where to write; put it beside the record's header for LightWAVE.
    events : sequence of Event
        At least one alert.
    fs : float
        Sampling frequency in Hz, stored in the file.
    record : str
        Record name.
    lead : int
        Number of the analysed lead, stored as the annotations' channel.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    ExportError
        If there is no alert, or the file cannot be written.
    """
    if not events:
        raise ExportError("There are no alerts to export yet.")
    import wfdb  # slow to import, and needed only here

    name = wfdb_name(record)
    by_peak = sorted(events, key=lambda e: e.peak)
    try:
        # wfdb can write into a folder only, and not all or nothing.
        with tempfile.TemporaryDirectory(prefix="ecg-monitor-") as aside:
            wfdb.wrann(
                name,
                WFDB_EXTENSION,
                sample=np.array([e.peak for e in by_peak], dtype=np.int64),
                symbol=[e.kind.symbol for e in by_peak],
                chan=np.full(len(by_peak), lead, dtype=np.int64),
                aux_note=[_note(e, fs) for e in by_peak],
                fs=fs,
                write_dir=aside,
            )
            content = (Path(aside) / f"{name}.{WFDB_EXTENSION}").read_bytes()
        written = folder / f"{name}.{WFDB_EXTENSION}"
        write_bytes(written, content)
    except WriteError as error:
        raise ExportError(str(error)) from error
    except OSError as error:
        raise ExportError(f"The alerts could not be written: {error.strerror or error}.") from error
    return written


def _note(event: Event, fs: float) -> str:
    scores = " ".join(f"{c.value} {event.scores[c]:.1f}" for c in Channel if c in event.scores)
    return f"{event.kind.title} {(event.end - event.start) / fs:.2f} s {scores}".strip()
