"""A stretch as a WFDB record with its annotators, for ``wfdb``, LightWAVE, and this program."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import numpy as np

from assets.phrase import phrase
from assets.recording.annotations import AnnotationStream
from assets.recording.signals import Digits, SignalStream, reach_of
from assets.records.annotation_writer import wfdb_name
from assets.together import written_together
from assets.version import app_version
from models.contract.marks import Mark
from models.judging.labels import ANNOTATOR
from models.library.account import Account
from monitor.about import DISCLAIMER
from monitor.alerts.export import ExportError
from monitor.keeping.notes import About, Note, notes
from monitor.keeping.pieces import Going, pieces

MOST_COMMENTS = 20
"""So many comments of the source go into the header."""

DISTURBED = "Artefacts were added to these samples: the annotator states says which, from when to when."


class Annotator(StrEnum):
    """The annotators beside the record, by their files' extensions."""

    REFERENCE = "atr"
    BEATS = ANNOTATOR
    ALERTS = "alerts"
    ALARMS = "alm"
    MARKS = "marks"
    STATES = "states"


ANNOTATORS = {
    About.BEAT: Annotator.BEATS,
    About.ALERT: Annotator.ALERTS,
    About.ALARM: Annotator.ALARMS,
    About.MARK: Annotator.MARKS,
    About.STATE: Annotator.STATES,
    About.ARTEFACT: Annotator.STATES,
    About.SKIPPED: Annotator.STATES,
    About.REFERENCE: Annotator.REFERENCE,
}
"""In which annotator each is found; beats and the source's own stand there by their symbols, the rest as
comments."""


def files_of(path: Path) -> tuple[Path, ...]:
    """Signals, annotators, and the header last.

    Raises
    ------
    ExportError
        If a record cannot be called so.
    """
    if wfdb_name(path.stem) != path.stem:
        raise ExportError(
            phrase(
                "The name of a WFDB record has letters, digits, - and _ alone: {stem!r} has others.",
                stem=path.stem,
            )
        )
    return (*(path.with_suffix(f".{end}") for end in ("dat", *Annotator)), path)


def write(path: Path, account: Account, marks: tuple[Mark, ...], going: Going) -> str:
    """Write ``NAME.hea``, ``NAME.dat`` and an annotation file for each kind of notes that there are.

    A millivolt has 1000 units, so that what came with 200 or any gain that divides 1000 comes back to the
    sample; a gap is the format's invalid sample. A lead that leaves ±32 mV has three bytes a sample. Samples
    and annotations count from the stretch's first sample.

    Raises
    ------
    ExportError, WriteError
        If it cannot be written, or was cancelled.
    RecordError
        If the source cannot give its samples any more.
    """
    info = account.info
    reach = np.zeros(len(info.leads))
    for _, samples in pieces(account, going, 0.0, 0.4):
        reach = np.maximum(reach, reach_of(samples))
    began = info.moment(account.start)
    with written_together(files_of(path)) as folder:
        header = folder / path.name
        comments = (
            *info.comments[:MOST_COMMENTS],
            f"Written by ECG Monitor {app_version()}. {DISCLAIMER}",
            f"Source: {info.identity}, from its sample {info.offset + account.start} on.",
            f"Analysed: {account.lead}.",
            *([DISTURBED] if account.artefacts else []),
        )
        stream = SignalStream(header, info.fs, info.leads, Digits.of(info.leads, reach), comments, began)
        try:
            for _, samples in pieces(account, going, 0.4, 1.0):
                stream.append(samples)
            stream.close()
        except BaseException:
            stream.remove()
            raise
        found = notes(account, marks)
        for annotator in Annotator:
            _annotate(header, annotator, [n for n in found if ANNOTATORS[n.about] is annotator], account)
    return phrase(
        "{seconds:.0f} s of {name} with {n} annotations written to {path}.",
        seconds=account.seconds,
        name=info.name,
        n=len(found),
        path=path,
    )


def _annotate(header: Path, annotator: Annotator, found: list[Note], account: Account) -> None:
    if not found:
        return
    names = account.info.lead_names
    lead = account.columns[0] if account.columns else 0
    stream = AnnotationStream(header.with_suffix(f".{annotator}"))
    try:
        stream.append(
            [min(max(n.sample, account.start), account.stop - 1) - account.start for n in found],
            [_symbol(n) for n in found],
            [_words(n, account) for n in found],
            [names.index(n.lead) if n.lead in names else lead for n in found],
        )
    finally:
        stream.close()


def _symbol(note: Note) -> str:
    return note.label if note.about in (About.BEAT, About.REFERENCE) else '"'


def _words(note: Note, account: Account) -> str:
    if note.about is About.BEAT:
        return ""
    if note.about is About.REFERENCE:
        return note.words.removeprefix(note.label).strip()
    lasts = f" {(note.end - note.start + 1) / account.fs:.2f} s" if note.end > note.start else ""
    label = f"{note.about.value} {note.label}" if note.about is About.ARTEFACT else note.label
    return f"{label}{lasts}{f': {note.words}' if note.words else ''}"
