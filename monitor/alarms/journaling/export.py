"""Logged alarms as files: CSV for spreadsheets, WFDB for LightWAVE, WAVE and ``wfdb``."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from assets.causes import words_of
from assets.errors import WriteError
from assets.phrase import phrase
from assets.recording.signals import Digits, SignalStream, reach_of
from assets.records.annotation_writer import annotation_file, wfdb_name, write_annotations
from assets.write import write_text
from monitor.alarms.journaling.lines import Logged
from monitor.alarms.journaling.strips import StripError, read_strip
from monitor.alerts.export import ExportError, cell

ALARMS = "alm"
"""Annotator's name, the extension of the files with a comment an alarm."""

COLUMNS = (
    "raised_at",
    "record",
    "source",
    "source_offset",
    "condition",
    "priority",
    "what",
    "lead",
    "start_s",
    "raised_s",
    "end_s",
    "lasted_s",
    "start_sample",
    "raised_sample",
    "end_sample",
    "value",
    "limit",
    "worst",
    "unit",
    "state",
    "acknowledged_at",
    "acknowledged_by",
    "ended_at",
    "history",
    "limits",
)
"""Columns of the CSV. Samples and times are the source's own; `source_offset` is where in the signal that
`source` names its first sample lies."""


def write_journal_csv(path: Path, alarms: Sequence[Logged]) -> None:
    """Write one row an alarm; the file appears whole or not at all.

    Raises
    ------
    ExportError
        If it cannot be written.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows(_row(logged) for logged in alarms)
    try:
        write_text(path, table.getvalue())
    except WriteError as error:
        raise ExportError(words_of(error)) from error


def _row(logged: Logged) -> list[object]:
    alarm, fs, seen = logged.alarm, logged.fs, logged.acknowledged
    ended = next((one.at for one in reversed(logged.happened) if one.change.value == "ended"), None)
    history = "; ".join(
        f"{one.change.value} {one.at.isoformat(timespec='milliseconds')} {one.by}".rstrip()
        for one in logged.happened
    )
    limits = "; ".join(f"{name}={value:g}" for name, value in (logged.limits or {}).items())
    return [
        logged.at.isoformat(timespec="milliseconds"),
        cell(logged.name),
        cell(alarm.source),
        alarm.offset,
        alarm.condition.key,
        alarm.priority.value,
        cell(alarm.in_full()),
        cell(alarm.lead),
        f"{alarm.start / fs:.3f}",
        f"{alarm.raised / fs:.3f}",
        "" if alarm.end is None else f"{alarm.end / fs:.3f}",
        "" if logged.lasted_s is None else f"{logged.lasted_s:.3f}",
        alarm.start,
        alarm.raised,
        "" if alarm.end is None else alarm.end,
        "" if alarm.value is None else f"{alarm.value:g}",
        "" if alarm.limit is None else f"{alarm.limit:g}",
        "" if alarm.worst is None else f"{alarm.worst:g}",
        alarm.condition.unit,
        logged.state,
        "" if seen is None else seen.at.isoformat(timespec="milliseconds"),
        "" if seen is None else cell(seen.by),
        "" if ended is None else ended.isoformat(timespec="milliseconds"),
        cell(history),
        limits,
    ]


def write_journal_wfdb(
    folder: Path,
    journal: Path,
    alarms: Sequence[Logged],
    going_on: Callable[[], bool] = lambda: True,
) -> tuple[int, list[str]]:
    """Write alarms as WFDB: an annotation file a source, and the stretch around each as a record.

    ``NAME.alm`` has a comment an alarm at the sample at which it came, counted as in the source's identity:
    it belongs beside that record's header. ``NAME-alarm-0001`` and so on are the stretches, each with an
    ``.alm`` of its own.

    Parameters
    ----------
    folder : Path
        Where to; files that exist are left alone, and the next free numbers are taken.
    journal : Path
        The journal's folder, in which the strips lie.
    alarms : sequence of Logged
        At least one.
    going_on : callable, optional
        Whether to go on to the next stretch.

    Returns
    -------
    int
        How many stretches were written.
    list of str
        Which could not be read, a sentence each.

    Raises
    ------
    ExportError
        If there is no alarm, or a file cannot be written.
    """
    if not alarms:
        raise ExportError(phrase("There are no alarms to export."))
    by_source: dict[tuple[str, str, float], list[Logged]] = defaultdict(list)
    for logged in sorted(alarms, key=lambda one: one.alarm.raised + one.alarm.offset):
        by_source[logged.alarm.source, logged.name, logged.fs].append(logged)
    written = 0
    problems: list[str] = []
    try:
        for (_, name, fs), found in by_source.items():
            path = _free(annotation_file(folder, name, ALARMS))
            samples = np.array([one.alarm.raised + one.alarm.offset for one in found], dtype=np.int64)
            notes = [_note(one) for one in found]
            write_annotations(path, fs, samples.clip(1), ['"'] * len(found), [0] * len(found), notes)
            for logged in found:
                if not going_on():
                    return written, problems
                try:
                    written += _write_stretch(folder, journal, logged)
                except StripError as error:
                    problems.append(str(error))
    except WriteError as error:
        raise ExportError(words_of(error)) from error
    return written, problems


def _write_stretch(folder: Path, journal: Path, logged: Logged) -> int:
    """Write the stretch around an alarm, where there is one; 1 if it was written."""
    if logged.strip is None:
        return 0
    strip = read_strip(journal, logged.strip, logged.fs)
    header = _free(folder / f"{wfdb_name(logged.name)}-alarm-0001.hea")
    alarm = logged.alarm
    comments = (
        f"{alarm.in_full()} ({alarm.priority.value} priority)",
        f"Source: {alarm.source}, from its sample {alarm.offset + strip.start} on.",
    )
    digits = Digits.of(strip.leads, reach_of(strip.samples))
    stretch = SignalStream(header, strip.fs, strip.leads, digits, comments, logged.at)
    try:
        stretch.append(strip.samples)
    finally:
        stretch.close()
    at = min(max(1, alarm.raised - strip.start), len(strip.samples) - 1)
    write_annotations(header.with_suffix(f".{ALARMS}"), strip.fs, np.array([at]), ['"'], [0], [_note(logged)])
    return 1


def _note(logged: Logged) -> str:
    alarm = logged.alarm
    text = f"{alarm.condition.key} {alarm.priority.value} {alarm.lead} {alarm.in_full()}"
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.encode("ascii", "replace").decode().split())[:200]


def _free(path: Path) -> Path:
    """Give a name that no file has, with the next number where one does."""
    stem, number = path.stem, 1
    if stem.endswith("-0001"):
        stem = stem.removesuffix("-0001")
        form = "{}-{:04d}"
    else:
        form = "{}" if not path.exists() else "{}-{:d}"
    while (made := path.with_name(form.format(stem, number) + path.suffix)).exists():
        number += 1
    return made
