"""``ecg-train annotate``: the live pipeline, headless, one WFDB annotation file of its beats a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assets.records.annotation_writer import annotation_file, write_annotations
from assets.sources.source import Source, SourceBlock, SourceInfo
from assets.write import check_apart, check_new
from models.alerts.analyzer import Analysis, Analyzer
from models.alerts.events import Event, joined_leads
from models.beats.scores import BeatScores
from models.judging.labels import ANNOTATOR, BeatClass, beat_classes
from models.leads.choice import leads_together
from training.evaluation.detectors.live import StreamMaker

CHUNK_S = 10.0
"""A source is read in pieces of this length, s, so that a long one takes no more memory than a short one."""


@dataclass(frozen=True)
class Annotated:
    """One record, annotated.

    Attributes
    ----------
    record, source : str
        Its name, and its identity.
    file : Path
        The annotation file written.
    lead : str
        What was analysed.
    fs : float
        Rate, Hz.
    seconds : float
        How much was analysed, s.
    labels : mapping of str to int
        How many beats of each label: N, V, S and Q.
    alerts : mapping of str to int
        How many alerts of each kind, by its name in lower case.
    warnings : tuple of str
        What was wrong with the record's files and could be lived with.
    """

    record: str
    source: str
    file: Path
    lead: str
    fs: float
    seconds: float
    labels: dict[str, int]
    alerts: dict[str, int]
    warnings: tuple[str, ...]

    @property
    def beats(self) -> int:
        """Beats found."""
        return sum(self.labels.values())

    def row(self) -> dict[str, Any]:
        """The same as one flat row of plain values: a column a label and a kind of alert."""
        plain = asdict(self)
        labels, alerts = plain.pop("labels"), plain.pop("alerts")
        return {
            **plain,
            "file": str(self.file),
            "warnings": list(self.warnings),
            "beats": self.beats,
            **{f"beats_{label}": n for label, n in labels.items()},
            **{f"alerts_{kind}": n for kind, n in alerts.items()},
        }


@dataclass(frozen=True)
class Analysed:
    """What the monitor says of one record.

    Attributes
    ----------
    beats : BeatScores
        Every beat found, in the source's samples.
    labels : tuple of BeatClass
        The label of each.
    alerts : tuple of Event
        Every alert that was raised, also those still open at the end.
    leads : tuple of int
        Columns that were analysed, together where there are several (`models.leads.choice`).
    lead : str
        Their names.
    samples : int
        How much was analysed.
    """

    beats: BeatScores
    labels: tuple[BeatClass, ...]
    alerts: tuple[Event, ...]
    leads: tuple[int, ...]
    lead: str
    samples: int


def analyse_source(
    source: Source,
    maker: StreamMaker,
    duration_s: float | None = None,
    listen: Callable[[Analysis], object] = lambda analysis: None,
) -> Analysed:
    """Analyse a record as the monitor does, in pieces.

    Parameters
    ----------
    source, maker, duration_s
        As for `annotate_record`.
    listen : callable, optional
        Called with what each piece brought.

    Raises
    ------
    RecordError
        If the source has no end and no duration is given, or its samples cannot be had.
    """
    info = source.info
    leads = leads_together(info.leads) or (0,)
    names = [info.leads[lead].name for lead in leads]
    several = len(leads) > 1
    stream = maker.together(info.fs, len(leads)) if several else maker(info.fs)
    together = names if several else ()
    analyzer = Analyzer(
        info.fs, stream, source=info.identity, offset=info.offset, lead=names[0], together=together
    )
    beats, alerts, samples = [BeatScores.none()], list[Event](), 0
    for block in _blocks(source, info.length(duration_s)):
        analysis = analyzer.push(block.samples[:, list(leads) if several else leads[0]])
        beats.append(analysis.beats)
        alerts += analysis.events
        samples += len(block.samples)
        listen(analysis)
    alerts += analyzer.finish()
    found = BeatScores.concatenate(beats)
    labels = tuple(beat_classes(found, alerts))
    return Analysed(found, labels, tuple(alerts), leads, joined_leads(names), samples)


def annotate_record(
    source: Source, out: Path, maker: StreamMaker, duration_s: float | None = None
) -> Annotated:
    """Analyse a record as the monitor does, all leads together, and write a label at each R peak found.

    The file is ``NAME.ecgm``. Samples count in the identity's own time base, so that it belongs beside the
    record's header; the labels are those of the monitor's exports (`models.judging.labels`).

    Parameters
    ----------
    source : Source
        At its beginning; it is read to its end.
    out : Path
        Folder; it exists.
    maker : StreamMaker
        Makes the pipeline.
    duration_s : float, optional
        Seconds that are analysed; a source without an end needs it.

    Raises
    ------
    WriteError
        If the file exists already, is one of the record's own, or cannot be written.
    RecordError
        If the source has no end and no duration is given, or its samples cannot be had.
    """
    info = source.info
    path = annotation_file(out, info.name, ANNOTATOR)
    check_new(path)
    check_apart(path, info.files)
    return write_labels(path, info, analyse_source(source, maker, duration_s))


def write_labels(path: Path, info: SourceInfo, analysed: Analysed) -> Annotated:
    """Write the annotation file of a record that was analysed.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    labels = analysed.labels
    write_annotations(
        path,
        info.fs,
        analysed.beats.index + info.offset,
        [one.value for one in labels],
        [analysed.leads[0]] * len(labels),
    )
    count, kinds = Counter(labels), Counter(alert.kind.name.lower() for alert in analysed.alerts)
    return Annotated(
        info.name,
        info.identity,
        path,
        analysed.lead,
        info.fs,
        analysed.samples / info.fs,
        {label.value: count[label] for label in BeatClass},
        dict(sorted(kinds.items())),
        info.warnings,
    )


def _blocks(source: Source, left: int) -> Iterator[SourceBlock]:
    chunk = round(CHUNK_S * source.info.fs)
    while left > 0 and len((block := source.read(min(chunk, left))).samples):
        yield block
        left -= len(block.samples)
