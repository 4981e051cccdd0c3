"""Alerts and beats as WFDB annotations, for LightWAVE, WAVE and ``wfdb.rdann``.

Samples count in the identity's own time base: what was found in an excerpt lies on the same beats of the
whole record, beside whose header the file belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assets.causes import words_of
from assets.errors import WriteError
from assets.phrase import phrase
from assets.records.annotation_writer import annotation_file, write_annotations
from assets.sources.source import SourceInfo
from models.alerts.events import Event
from models.alerts.reasons import Channel
from models.beats.scores import BeatScores
from models.judging.labels import ANNOTATOR, beat_classes
from monitor.alerts.export import ExportError

ALERTS = "alerts"
"""Extension (in WFDB's words: annotator's name) of the file with a comment an alert."""


def alerts_file(folder: Path, info: SourceInfo) -> Path:
    """Where `write_alerts` writes."""
    return annotation_file(folder, info.name, ALERTS)


def beats_file(folder: Path, info: SourceInfo) -> Path:
    """Where `write_beat_labels` writes."""
    return annotation_file(folder, info.name, ANNOTATOR)


def write_alerts(folder: Path, events: Sequence[Event], info: SourceInfo, lead: int) -> Path:
    """Write an annotation file ``RECORD.alerts`` with a comment at the peak of each alert.

    Parameters
    ----------
    folder : Path
        Where to write; put it beside the record's header for LightWAVE.
    events : sequence of Event
        At least one alert.
    info : SourceInfo
        What they were raised on.
    lead : int
        Stands, as the annotation's channel, where an alert does not name its lead.

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
        raise ExportError(phrase("There are no alerts to export yet."))
    by_peak = sorted(events, key=lambda e: e.peak)
    names = info.lead_names
    return _write(
        alerts_file(folder, info),
        info,
        [e.peak for e in by_peak],
        [e.kind.symbol for e in by_peak],
        [names.index(e.lead) if e.lead in names else lead for e in by_peak],
        [_note(e, info.fs) for e in by_peak],
    )


def write_beat_labels(
    folder: Path,
    beats: BeatScores,
    events: Sequence[Event],
    info: SourceInfo,
    lead: int,
    analysis: str | None = None,
) -> Path:
    """Write an annotation file ``RECORD.ecgm`` with a label at each R peak: N, V, S or Q.

    Parameters
    ----------
    folder : Path
        Where to write; put it beside the record's header for LightWAVE.
    beats : BeatScores
        At least one beat, all of one analysis.
    events : sequence of Event
        The alerts, from which the beats have their classes (`models.judging.labels`).
    info : SourceInfo
        What they were found in.
    lead : int
        Column of the lead, of several that were analysed together the first.
    analysis : str, optional
        Which analysis found them (`models.alerts.events.Event.analysis`); that of the lead if left out.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    ExportError
        If there is no beat, or the file cannot be written.
    """
    if not len(beats):
        raise ExportError(phrase("There are no beats to export yet."))
    name = analysis if analysis is not None else info.leads[lead].name
    told = beat_classes(beats, [e for e in events if e.analysis == name])
    return _write(
        beats_file(folder, info),
        info,
        beats.index.tolist(),
        [one.value for one in told],
        [lead] * len(told),
        None,
    )


def _write(
    path: Path,
    info: SourceInfo,
    samples: Sequence[int],
    symbols: list[str],
    channels: Sequence[int],
    notes: list[str] | None,
) -> Path:
    try:
        write_annotations(
            path, info.fs, np.array(samples, dtype=np.int64) + info.offset, symbols, channels, notes
        )
    except WriteError as error:
        raise ExportError(words_of(error)) from error
    return path


def _note(event: Event, fs: float) -> str:
    scores = " ".join(f"{c.value} {event.scores[c]:.1f}" for c in Channel if c in event.scores)
    return f"{event.kind.title} {(event.end - event.start) / fs:.2f} s {scores}".strip()
