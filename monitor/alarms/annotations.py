"""Alerts and beats as WFDB annotations, for LightWAVE, WAVE and ``wfdb.rdann``.

Samples count in the identity's own time base: what was found in an excerpt lies on the same beats of the
whole record, beside whose header the file belongs.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assets.errors import WriteError
from assets.sources.source import SourceInfo
from assets.write import write_bytes
from models.alerts.events import Event
from models.alerts.reasons import Channel
from models.beats.scores import BeatScores
from models.judging.labels import beat_classes
from monitor.alarms.export import ExportError

ALERTS, BEATS = "alerts", "ecgm"
"""Extensions (in WFDB's words: annotator names) of the files: a comment an alert, and a label a beat."""


def wfdb_name(record: str) -> str:
    """Give a name that WFDB allows; where characters are replaced, four more tell it from other names."""
    allowed = re.sub(r"[^A-Za-z0-9_-]", "_", record)
    if allowed == record and record:
        return record
    return f"{allowed or 'record'}-{hashlib.sha256(record.encode()).hexdigest()[:4]}"


def alerts_file(folder: Path, info: SourceInfo) -> Path:
    """Where `write_alerts` writes."""
    return folder / f"{wfdb_name(info.name)}.{ALERTS}"


def beats_file(folder: Path, info: SourceInfo) -> Path:
    """Where `write_beat_labels` writes."""
    return folder / f"{wfdb_name(info.name)}.{BEATS}"


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
        raise ExportError("There are no alerts to export yet.")
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
    folder: Path, beats: BeatScores, events: Sequence[Event], info: SourceInfo, lead: int
) -> Path:
    """Write an annotation file ``RECORD.ecgm`` with a label at each R peak: N, V, S or Q.

    Parameters
    ----------
    folder : Path
        Where to write; put it beside the record's header for LightWAVE.
    beats : BeatScores
        At least one beat, all of one lead.
    events : sequence of Event
        The alerts, from which the beats have their classes (`models.judging.labels`).
    info : SourceInfo
        What they were found in.
    lead : int
        Column of the lead.

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
        raise ExportError("There are no beats to export yet.")
    told = beat_classes(beats, [e for e in events if e.lead == info.leads[lead].name])
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
    import wfdb  # slow to import, and needed only here

    try:
        # wfdb can write into a folder only, and not all or nothing.
        with tempfile.TemporaryDirectory(prefix="ecg-monitor-") as aside:
            wfdb.wrann(
                path.stem,
                path.suffix[1:],
                sample=np.array(samples, dtype=np.int64) + info.offset,
                symbol=symbols,
                chan=np.array(channels, dtype=np.int64),
                aux_note=notes,
                fs=info.fs,
                write_dir=aside,
            )
            content = (Path(aside) / path.name).read_bytes()
        write_bytes(path, content)
    except WriteError as error:
        raise ExportError(str(error)) from error
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error
    return path


def _note(event: Event, fs: float) -> str:
    scores = " ".join(f"{c.value} {event.scores[c]:.1f}" for c in Channel if c in event.scores)
    return f"{event.kind.title} {(event.end - event.start) / fs:.2f} s {scores}".strip()
