"""When the data records of an EDF+ file are, and its annotations: a survey in its place in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assets.causes import reason
from assets.edf.gaps import told_by_samples
from assets.edf.header import EdfHeader
from assets.edf.marks import annotations_of
from assets.edf.notes import Notes, begins_at
from assets.phrase import phrase
from assets.records.annotations import AnnotationError
from assets.records.headers.header import refused
from assets.records.headers.segments import Part, Segmented
from assets.records.headers.survey import Survey
from assets.records.record import Annotations
from assets.regular import open_regular

MAX_TIMED_RECORDS = 2**21
"""Data records that are looked into for times and annotations; a day has 86 400 of a second each."""

MAX_ANNOTATION_BYTES = 2**26
"""Bytes of annotations above which they are left out."""

MAX_PARTS = 2**14
"""Stretches without a gap that a discontinuous file may have."""

MAX_SPAN_S = 62 * 86400.0
"""A discontinuous file may reach over so many seconds, most of which may be gaps."""

_ONSET_BYTES = 32


def placed(whole: Survey, path: Path, header: EdfHeader) -> Survey | Segmented:
    """Put the data records of a file where they belong in time, with its annotations.

    Parameters
    ----------
    whole : Survey
        The file as one stretch.
    path, header : Path and EdfHeader
        The file.

    Raises
    ------
    RecordError
        If the times of a discontinuous file (EDF+D) are missing or make no sense.
    """
    timed = _Timed(path, header, whole)
    parts = timed.parts() if header.discontinuous else []
    n_samples = parts[-1].stop if parts else whole.n_samples
    annotations, comments, warnings = timed.annotations(n_samples)
    comments, warnings = (*whole.comments, *comments), (*whole.warnings, *warnings)
    if len(parts) < 2:
        layout = replace(whole.header, comments=comments)
        return replace(whole, header=layout, annotations=annotations, warnings=warnings)
    return Segmented(
        name=whole.name,
        label=whole.label,
        path=path,
        fs=whole.fs,
        n_samples=n_samples,
        described=whole.described,
        parts=tuple(parts),
        annotations=annotations,
        notes=whole.notes,
        comments=comments,
        warnings=warnings,
        start=whole.start,
    )


class _Timed:
    """The annotation signals of a file."""

    def __init__(self, path: Path, header: EdfHeader, whole: Survey) -> None:
        self._path, self._header, self._whole = path, header, whole
        self._places: list[tuple[int, int]] = []
        """Where the annotation signals lie in a data record, and how long they are; bytes."""
        at = 0
        for signal in header.signals:
            if signal.annotates and signal.n:
                self._places.append((at, signal.n * header.sample_bytes))
            at += signal.n * header.sample_bytes

    def parts(self) -> list[Part]:
        """Find the stretches in which no time passes between data records.

        Raises
        ------
        RecordError
            If the times are missing, go back, or reach over more than `MAX_SPAN_S`.
        """
        whole, label = self._whole, self._whole.label
        if not self._places or whole.n_frames > MAX_TIMED_RECORDS:
            raise refused(label, phrase("it is discontinuous and does not say when its data records begin"))
        runs: list[tuple[float, int]] = []
        """Onset of the first data record of each stretch, in seconds, and its number."""
        for number, content in enumerate(self._contents(self._places[:1], _ONSET_BYTES)):
            onset = begins_at(content)
            if onset is None:
                raise refused(
                    label, phrase("it does not say when its data record {number} begins", number=number + 1)
                )
            expected = runs[-1][0] + (number - runs[-1][1]) * self._header.record_s if runs else onset
            if runs and (onset - expected) * whole.fs < -1:
                raise refused(
                    label,
                    phrase(
                        "its data record {number} begins before the one before it ends", number=number + 1
                    ),
                )
            if not runs or (onset - expected) * whole.fs >= 1:
                runs.append((onset, number))
            if onset - runs[0][0] > MAX_SPAN_S or len(runs) > MAX_PARTS:
                raise refused(
                    label,
                    phrase(
                        "its data records reach over more than {days:g} days or have more than {n} gaps "
                        "between them",
                        days=MAX_SPAN_S / 86400,
                        n=MAX_PARTS,
                    ),
                )
        return [
            self._part(onset - runs[0][0], first, stop)
            for (onset, first), stop in zip(runs, [*(n for _, n in runs[1:]), whole.n_frames], strict=True)
        ]

    def _part(self, onset_s: float, first: int, stop: int) -> Part:
        whole, n = self._whole, stop - first
        (file,) = whole.files
        own = replace(file, offset=file.offset + first * self._header.record_bytes, n_frames=n)
        start = round(onset_s * whole.fs)
        columns = tuple(range(len(whole.keep)))
        survey = replace(whole, files=(own,), n_frames=n, warnings=())
        return Part(start, start + n * whole.per_frame, survey, columns)

    def annotations(self, n_samples: int) -> tuple[Annotations | None, tuple[str, ...], tuple[str, ...]]:
        """Read the annotations; broken ones cost themselves, never the record.

        Returns
        -------
        annotations : Annotations or None
            None where none says a beat or a rhythm.
        comments, warnings : tuple of str
            Texts that say neither, and a sentence for each thing that was wrong.
        """
        whole, notes = self._whole, Notes()
        begun: float | None = None
        try:
            if self._places and whole.n_frames > MAX_TIMED_RECORDS:
                raise AnnotationError(phrase("it has more than {n} data records", n=MAX_TIMED_RECORDS))
            if whole.n_frames * sum(size for _, size in self._places) > MAX_ANNOTATION_BYTES:
                raise AnnotationError(phrase("they take more than {n} MiB", n=MAX_ANNOTATION_BYTES // 2**20))
            for content in self._contents(self._places):
                begun = (begins_at(content) or 0.0) if begun is None else begun
                notes.take(content)
        except AnnotationError as error:
            return (
                None,
                (),
                (
                    phrase(
                        "The annotations in {file} were left out: {why}.", file=whole.label, why=error.args[0]
                    ),
                ),
            )
        said = [one for one in notes.found if not told_by_samples(one.text, self._header.recording)]
        found, comments, outside = annotations_of(said, begun or 0.0, whole.fs, n_samples)
        warnings: list[str] = []
        if notes.damaged:
            warnings.append(
                phrase("{n} damaged annotations in {file} were left out.", n=notes.damaged, file=whole.label)
            )
        if outside:
            warnings.append(
                phrase(
                    "{n} annotations in {file} outside the record were left out.", n=outside, file=whole.label
                )
            )
        return found, comments, tuple(warnings)

    def _contents(self, places: list[tuple[int, int]], most: int | None = None) -> Iterator[bytes]:
        """Give the bytes of these signals, data record after data record, of each the first `most`."""
        if not places:
            return
        (file,) = self._whole.files
        try:
            with open_regular(self._path) as opened:
                for number in range(self._whole.n_frames):
                    start = file.offset + number * self._header.record_bytes
                    for at, size in places:
                        opened.seek(start + at)
                        yield opened.read(size if most is None else min(size, most))
        except OSError as error:
            raise refused(
                self._whole.label, phrase("it cannot be read ({why})", why=reason(error))
            ) from error
