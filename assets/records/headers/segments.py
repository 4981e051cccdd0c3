"""Records of several segments: one header that lists others, as long-term and ICU archives have them.

A segment is a record of its own, or a gap (``~``). In a *fixed* layout all segments have the same signals; in
a *variable* one the first entry, of no samples, is a layout header that names all signals there are, and each
segment has some of them, at gains of its own (header(5) of the WFDB Applications Guide, "Multi-segment
records").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from assets.causes import reason, words_of
from assets.errors import RecordError
from assets.phrase import phrase, unstopped
from assets.records.annotations import read_annotations
from assets.records.began import of_fields
from assets.records.headers.header import (
    FREQUENCY,
    MAX_HEADER_BYTES,
    RECORD_NAME,
    UNSIGNED,
    Header,
    SignalSpec,
    as_text,
    header_lines,
    quoted,
    read_header,
    refused,
)
from assets.records.headers.survey import (
    MAX_RAW_FS,
    Survey,
    check_rate,
    chosen,
    interpolated,
    label_of,
    locate,
    survey_part,
    survey_record,
)
from assets.records.lead import Lead, lead_of
from assets.records.numerics import Numerics, numerics_beside
from assets.records.record import Annotations
from assets.regular import open_regular

GAP = "~"
"""Name of a segment in which nothing was recorded."""

#: A gap costs its header nothing, but whoever draws it: a record lasts at most so long, in seconds.
MAX_SECONDS = 366 * 86_400

_SEGMENT = re.compile(r"(?P<name>[-\w.]{1,255}|~)\s+(?P<frames>\d{1,15})", re.ASCII)


@dataclass(frozen=True)
class Part:
    """One segment in its place.

    Attributes
    ----------
    start, stop : int
        Its first sample in the record, and the one after its last.
    survey : Survey or None
        Its files; None for a gap.
    columns : tuple of int
        Columns of the record in which its leads stand.
    """

    start: int
    stop: int
    survey: Survey | None = None
    columns: tuple[int, ...] = ()


@dataclass(frozen=True)
class Segmented:
    """A record of several segments whose files have been checked, and of which no sample has been read.

    Attributes
    ----------
    name, label, annotations, notes, warnings, identity, numerics
        As for `assets.records.headers.survey.Survey`.
    path : Path
        The header.
    fs : float
        Sampling frequency, Hz.
    n_samples : int
        Number of samples in each lead.
    described : tuple of Lead
        What each column is: the leads, and the figures after them.
    parts : tuple of Part
        The segments in their order.
    comments : tuple of str
        Of the header.
    start : datetime or None
        When it began, as for `assets.records.headers.survey.Survey`.
    """

    name: str
    label: str
    path: Path
    fs: float
    n_samples: int
    described: tuple[Lead, ...]
    parts: tuple[Part, ...]
    annotations: Annotations | None
    notes: str
    comments: tuple[str, ...]
    warnings: tuple[str, ...]
    identity: str = ""
    numerics: Numerics | None = None
    start: datetime | None = None

    @property
    def leads(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(lead.name for lead in self.described)

    @property
    def n_values(self) -> int:
        """Samples of all columns together."""
        return self.n_samples * len(self.described)

    @property
    def checksums(self) -> tuple[int | None, ...]:
        """The sums of the segments' leads, modulo 65536; None where a header gives none."""
        return tuple(s for part in self.parts if part.survey is not None for s in part.survey.checksums)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that it is read from, and that of its annotations, whether or not there is one."""
        of_parts = (
            path
            for part in self.parts
            if part.survey is not None
            for path in part.survey.paths
            if path.suffix != ".atr"
        )
        figures = self.numerics.paths if self.numerics is not None else ()
        return tuple(dict.fromkeys((self.path, self.path.with_suffix(".atr"), *of_parts, *figures)))


def survey_any(path: str | Path) -> Survey | Segmented:
    """Check the files of a record of one segment or of several, as `survey_record` does.

    Raises
    ------
    RecordError
        If there is no such record or it cannot be shown rightly; the message is one sentence with file
        and cause.
    """
    file = locate(Path(path))
    lines, comments = _read_lines(file)
    fields = lines[0].split()
    named = RECORD_NAME.fullmatch(fields[0])
    if named is None or named["segments"] is None:
        return survey_record(path)
    return _survey_segments(file, lines, comments, int(named["segments"]))


def segment_names(file: Path) -> list[str] | None:
    """List the headers that a record of several segments puts together, without their ending; gaps have none.

    Returns
    -------
    list of str or None
        In their order; None where the record has one segment.

    Raises
    ------
    RecordError
        If it is not a header.
    """
    lines, _ = _read_lines(file)
    named = RECORD_NAME.fullmatch(lines[0].split()[0])
    if named is None or named["segments"] is None:
        return None
    entries = [_entry(line, number, label_of(file)) for number, line in enumerate(lines[1:], start=1)]
    return [name for name, _ in entries if name != GAP]


def _read_lines(file: Path) -> tuple[list[str], tuple[str, ...]]:
    try:
        with open_regular(file) as opened:
            content = opened.read(MAX_HEADER_BYTES + 1)
    except (OSError, ValueError) as error:
        raise refused(label_of(file), phrase("it cannot be read ({why})", why=reason(error))) from error
    return header_lines(content, file.name)


def _survey_segments(file: Path, lines: list[str], comments: tuple[str, ...], announced: int) -> Segmented:
    label = label_of(file)
    fields = lines[0].split()
    frequency = FREQUENCY.fullmatch(fields[2]) if len(fields) > 2 else None
    frame_rate = float(frequency["fs"]) if frequency else 0.0
    if not 0 < frame_rate <= MAX_RAW_FS:
        raise refused(
            label, phrase("its first line {line} gives no sampling frequency", line=quoted(lines[0]))
        )
    entries = [_entry(line, number, label) for number, line in enumerate(lines[1:], start=1)]
    if len(entries) != announced or not entries:
        raise refused(
            label,
            phrase("it announces {announced} segments and lists {n}", announced=announced, n=len(entries)),
        )
    layout: Header | None = None
    if entries[0][1] == 0 and entries[0][0] != GAP:
        layout = read_header(_sibling(file, entries.pop(0)[0]))
    n_frames = sum(frames for _, frames in entries)
    if len(fields) > 3 and UNSIGNED.fullmatch(fields[3]) and int(fields[3]) not in (0, n_frames):
        raise refused(
            label,
            phrase(
                "it announces {announced} samples, and its segments add up to {frames}",
                announced=fields[3],
                frames=n_frames,
            ),
        )
    surveys = _surveys(file, entries, frame_rate)
    if n_frames / frame_rate > MAX_SECONDS:
        days = n_frames / frame_rate / 86_400
        raise refused(
            label,
            phrase(
                "it lasts {days:,.0f} days, gaps included, and a year is the most that is shown", days=days
            ),
        )
    first = layout or next((s.header for s in surveys if s is not None), None)
    if first is None or n_frames < 1:
        raise refused(label, phrase("its segments hold no samples"))
    keep, warnings = chosen(first, label)
    described = tuple(lead_of(first.signals[i].name, first.signals[i].units) for i in keep)
    place = _by_name(described) if layout is not None else _by_order(keep)
    kept = [None if s is None else _kept(s, described, place, warnings) for s in surveys]
    there = [found[0] for found in kept if found is not None]
    if not there:
        raise refused(label, phrase("its segments hold no samples of its signals"))
    per_frame = max(spec.samples_per_frame for survey in there for spec in survey.specs)
    fs = frame_rate * per_frame
    check_rate(fs, label)
    parts, at = [], 0
    for (_, frames), found in zip(entries, kept, strict=True):
        stop = at + frames * per_frame
        if found is None:
            parts.append(Part(at, stop))
        else:
            parts.append(Part(at, stop, replace(found[0], frame=per_frame), found[1]))
        at = stop
    annotations, annotation_warnings = read_annotations(
        file.with_suffix(".atr"), frame_rate=frame_rate, fs=fs, n_samples=at
    )
    numerics, numerics_warnings = numerics_beside(file, {lead.name.casefold() for lead in described})
    for survey in there:
        warnings += survey.warnings
        warnings += interpolated(survey.specs, frame_rate, per_frame)
    return Segmented(
        name=as_text(file.stem),
        label=label,
        path=file,
        fs=fs,
        n_samples=at,
        described=described if numerics is None else (*described, *numerics.leads),
        parts=tuple(parts),
        annotations=annotations,
        notes=phrase(
            "WFDB record {name} of {n} segments from {folder}",
            name=as_text(file.stem),
            n=len(entries),
            folder=as_text(file.parent),
        ),
        comments=comments,
        warnings=(*_few(warnings), *annotation_warnings, *numerics_warnings),
        numerics=numerics,
        start=of_fields(fields[4:6]),
    )


def _entry(line: str, number: int, label: str) -> tuple[str, int]:
    found = _SEGMENT.fullmatch(line)
    if found is None:
        raise refused(
            label,
            phrase(
                "the line of segment {number}, {line}, is not a name and a length",
                number=number,
                line=quoted(line),
            ),
        )
    return found["name"], int(found["frames"])


def _sibling(file: Path, name: str) -> Path:
    """Give the header of a segment; names have no separators, so it lies in the record's own folder."""
    if name in {".", ".."}:
        raise refused(label_of(file), phrase("its segment {name} is no record", name=quoted(name)))
    return file.with_name(f"{name}.hea")


def _surveys(file: Path, entries: list[tuple[str, int]], frame_rate: float) -> list[Survey | None]:
    known: dict[tuple[str, int], Survey] = {}
    found: list[Survey | None] = []
    for name, frames in entries:
        if name == GAP or not frames:
            found.append(None)
            continue
        if (name, frames) not in known:
            try:
                known[name, frames] = survey_part(_sibling(file, name), frame_rate, frames)
            except RecordError as error:
                raise refused(
                    label_of(file), phrase("of its segments, {error}", error=unstopped(words_of(error)))
                ) from error
        found.append(known[name, frames])
    return found


Place = Callable[[int, SignalSpec], int | None]
"""Says in which column of the record a segment's signal stands, given its number and line; None for none."""


def _by_name(described: tuple[Lead, ...]) -> Place:
    """Place the signals of a variable layout, where a segment has some of them, in any order."""
    names = {lead.name.casefold(): column for column, lead in enumerate(described)}
    return lambda _index, spec: names.get(spec.name.casefold())


def _by_order(keep: list[int]) -> Place:
    """Place the signals of a fixed layout, where all segments have the same ones in the same order."""
    columns = {index: column for column, index in enumerate(keep)}
    return lambda index, _spec: columns.get(index)


def _kept(
    survey: Survey, described: tuple[Lead, ...], place: Place, warnings: list[str]
) -> tuple[Survey, tuple[int, ...]] | None:
    """Keep of a segment's signals those that the record has, with their columns; None where it has none."""
    columns: dict[int, int] = {}
    for index in survey.keep:
        spec = survey.header.signals[index]
        column = place(index, spec)
        if column is None or column in columns.values():
            continue
        unit = lead_of(spec.name, spec.units).unit
        if unit == described[column].unit:
            columns[index] = column
        else:
            warnings.append(
                phrase(
                    "{name} is a gap in some segments: it is in {unit} there, and in {unit2} in the record.",
                    name=spec.name,
                    unit=unit or phrase("no unit"),
                    unit2=described[column].unit or phrase("no unit"),
                )
            )
    if not columns:
        return None
    return replace(survey, keep=tuple(columns)), tuple(columns.values())


def _few(warnings: list[str], most: int = 5) -> list[str]:
    """Say each thing once, and of many the first."""
    each = list(dict.fromkeys(warnings))
    rest = len(each) - most
    return (
        each
        if rest <= 0
        else [
            *each[:most],
            phrase("Of {rest} more of its signals and segments alike.", rest=rest),
        ]
    )
