"""Alerts and beats as text: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from assets.causes import words_of
from assets.errors import AssetError, WriteError
from assets.sources.source import SourceInfo
from assets.text_output import TextOutput
from assets.write import write_text
from models.alarms.alarm import Alarm
from models.alerts.events import Event
from models.alerts.reasons import Channel, Reason
from models.beats.scores import BeatScores
from models.judging.labels import beat_classes
from models.signal.states import State

REASON_COLUMNS = {reason: f"reason_{reason.value.replace(' ', '_')}" for reason in Reason}
"""A column for whatever can speak against a beat, as a multiple of what it takes to fail."""

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
    "beats",
    "beat_samples",
    "rate_bpm",
    "premature_share",
    "forecast_score",
    "reconstruction_score",
    "ectopy_score",
    *REASON_COLUMNS.values(),
    "meanwhile",
    "why",
)
"""Columns of the alerts. Samples and times are the source's own; `source_offset` is where in the signal that
`source` names its first sample lies. `beat_samples` has the R peaks, with spaces between them, and
`meanwhile` the states that went on beside the alert (`models.signal.states.StateKind`)."""

BEAT_COLUMNS = (
    "record",
    "source",
    "source_offset",
    "lead",
    "r_peak_sample",
    "r_peak_s",
    "class",
    "score",
    "premature_share",
    "rr_s",
    "amplitude_mv",
)
"""Columns of the beats; `class` is one of `models.judging.labels.BeatClass`."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class ExportError(AssetError):
    """Alerts or beats could not be written; the message says where and why."""


def cell(text: str) -> str:
    """Make a text from a file harmless to a spreadsheet, which would take its beginning for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_csv(path: Path | TextOutput, events: Sequence[Event], info: SourceInfo, lead: str) -> None:
    """Write one row an alert; the file appears whole or not at all.

    Parameters
    ----------
    path : Path or TextOutput
        The file, or where else the text goes.
    events : sequence of Event
        The alerts.
    info : SourceInfo
        What they were raised on.
    lead : str
        Stands where an alert does not name its own.

    Raises
    ------
    ExportError
        If the file cannot be written.
    """
    fs = info.fs
    _write(
        path,
        CSV_COLUMNS,
        (
            [
                cell(info.name),
                cell(e.source),
                e.offset,
                cell(e.lead or lead),
                e.kind.title,
                f"{e.start / fs:.3f}",
                f"{e.peak / fs:.3f}",
                f"{e.end / fs:.3f}",
                f"{(e.end - e.start) / fs:.3f}",
                e.start,
                e.peak,
                e.end,
                len(e.beats),
                " ".join(map(str, e.beats)),
                _number(e.rate_bpm, 1),
                _number(e.premature),
                *(_number(e.scores.get(c)) for c in Channel if c is not Channel.PREMATURE),
                *(_number(e.reasons.get(r)) for r in REASON_COLUMNS),
                "; ".join(m.kind.value for m in e.meanwhile),
                cell(e.why()),
            ]
            for e in events
        ),
    )


def write_beats(
    path: Path | TextOutput, beats: Mapping[str, BeatScores], events: Sequence[Event], info: SourceInfo
) -> None:
    """Write one row a beat, lead by lead; the file appears whole or not at all.

    Parameters
    ----------
    path : Path or TextOutput
        The file, or where else the text goes.
    beats : mapping of str to BeatScores
        The beats of each analysis, by the name of its lead or leads.
    events : sequence of Event
        The alerts, from which the beats have their classes.
    info : SourceInfo
        What they were found in.

    Raises
    ------
    ExportError
        If the file cannot be written.
    """
    _write(
        path,
        BEAT_COLUMNS,
        (
            [
                cell(info.name),
                cell(info.identity),
                info.offset,
                cell(lead),
                int(found.index[i]),
                f"{found.index[i] / info.fs:.3f}",
                told.value,
                _number(found.score[i]),
                _number(found.premature[i]),
                _number(found.rr_s[i]),
                _number(found.amplitude[i]),
            ]
            for lead, found in beats.items()
            for i, told in enumerate(beat_classes(found, [e for e in events if e.analysis == lead]))
        ),
    )


def _number(value: float | None, digits: int = 3) -> str:
    return "" if value is None or not math.isfinite(value) else f"{value:.{digits}f}"


def _write(path: Path | TextOutput, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows(rows)
    put = path.write if isinstance(path, TextOutput) else partial(write_text, path)
    try:
        put(table.getvalue())
    except WriteError as error:
        raise ExportError(words_of(error)) from error


def event_json(event: Event, fs: float) -> dict[str, Any]:
    """Describe an alert as JSON: indices in samples, times in seconds, `fs` in Hz."""
    return {
        "kind": event.kind.title,
        "source": event.source,
        "offset": event.offset,
        "lead": event.lead,
        "leads": list(event.speaking or event.together or filter(None, [event.lead])),
        "start": event.start,
        "peak": event.peak,
        "end": event.end,
        "emitted": event.emitted,
        "peak_s": round(event.peak / fs, 3),
        "length_s": round((event.end - event.start) / fs, 3),
        "beats": list(event.beats),
        "rate_bpm": None if event.rate_bpm is None else round(event.rate_bpm, 1),
        "premature_share": None if event.premature is None else round(event.premature, 4),
        "scores": {c.value: round(v, 4) for c, v in event.scores.items()},
        "thresholds": {c.value: round(v, 4) for c, v in event.thresholds.items()},
        "reasons": {r.value: round(v, 4) for r, v in event.reasons.items()},
        "meanwhile": [{"kind": m.kind.value, "why": m.why, "lead": m.lead} for m in event.meanwhile],
        "why": event.why(),
    }


def state_json(state: State, fs: float) -> dict[str, Any]:
    """Describe a state as JSON: indices in samples, times in seconds, `fs` in Hz; null while it goes on."""
    return {
        "kind": state.kind.value,
        "topic": state.kind.topic.name.lower(),
        "lead": state.lead,
        "start": state.start,
        "end": state.end,
        "known": state.known,
        "over": state.over,
        "start_s": round(state.start / fs, 3),
        "length_s": round((state.end - state.start) / fs, 3),
        "why": state.why,
    }


def alarm_json(alarm: Alarm, fs: float, last: int) -> dict[str, Any]:
    """Describe an alarm as JSON: indices in samples, times in seconds.

    Parameters
    ----------
    alarm : Alarm
        As it ended, or as it goes on; `over` is null then.
    fs : float
        Rate, Hz.
    last : int
        The last sample that there was, which stands for the end of one that goes on.
    """
    return {
        "condition": alarm.condition.key,
        "priority": alarm.priority.value,
        "source": alarm.source,
        "offset": alarm.offset,
        "lead": alarm.lead,
        "start": alarm.start,
        "end": last if alarm.end is None else alarm.end,
        "raised": alarm.raised,
        "over": alarm.over,
        "start_s": round(alarm.start / fs, 3),
        "raised_s": round(alarm.raised / fs, 3),
        "value": None if alarm.value is None else round(alarm.value, 3),
        "limit": alarm.limit,
        "worst": None if alarm.worst is None else round(alarm.worst, 3),
        "title": alarm.title(),
    }
