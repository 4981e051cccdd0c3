"""What the rhythm's fit learns from: the beats of annotated records with what is known of their moments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.databases import svdb
from assets.records.record import Record
from models.beats.classifier import BeatClassifier
from models.beats.scores import BeatScores
from models.beats.weights import TrainedBeats
from models.judging.reference import MATCH_S, Reference, rhythm_spans
from models.rhythm.evidence import EVIDENCE, Evidence
from models.rhythm.irregular import IRREGULARITY, Irregularity
from models.rhythm.windows import Windows
from models.running.autoencoder import Autoencoder
from models.running.forecaster import Forecaster
from models.signal.frontend import FrontEndRows
from training.data.dataset import read_patient
from training.fits.beats import LEARN_S, find_beats


@dataclass(frozen=True)
class LeadIrregularity:
    """Irregularity by the P waves of one lead, measured now and then.

    Attributes
    ----------
    at, since : ndarray of int64, shape (k,)
        R peak at which it was measured, and that in the middle of what was measured, source samples.
    measured : ndarray of float64, shape (k, `IRREGULARITY`)
        NaN where there were too few intervals.
    atrial : ndarray of bool, shape (k,)
        Whether the rhythm is atrial fibrillation or flutter at both.
    clear : ndarray of bool, shape (k,)
        Whether it could be measured, and the rhythm is the same at both.
    """

    at: npt.NDArray[np.int64]
    since: npt.NDArray[np.int64]
    measured: npt.NDArray[np.float64]
    atrial: npt.NDArray[np.bool_]
    clear: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class RhythmPatient:
    """The beats that were found in the first lead of a record.

    Attributes
    ----------
    name, database : str
        The record; ``mitdb`` or ``svdb``.
    fs : float
        Rate, Hz.
    minutes : float
        Time after the first five minutes, min.
    rhythms : bool
        Whether the record's rhythms are annotated.
    beats : BeatScores
        The beats.
    evidence : ndarray of float64, shape (n, `EVIDENCE`)
        What is known of each.
    score : ndarray of float32, shape (n,)
        The beat classifier's.
    aami : ndarray of str, shape (n,)
        AAMI class; empty where no reference beat lies near.
    late, flutter, atrial : ndarray of bool, shape (n,)
        After the first five minutes; in ventricular flutter; in atrial fibrillation or flutter.
    irregularity : tuple of LeadIrregularity
        Of the first two leads.
    fibrillation, atrial_flutter : ndarray of int64, shape (k, 2)
        Annotated spans, source samples.
    """

    name: str
    database: str
    fs: float
    minutes: float
    rhythms: bool
    beats: BeatScores
    evidence: npt.NDArray[np.float64]
    score: npt.NDArray[np.float32]
    aami: npt.NDArray[np.str_]
    late: npt.NDArray[np.bool_]
    flutter: npt.NDArray[np.bool_]
    atrial: npt.NDArray[np.bool_]
    irregularity: tuple[LeadIrregularity, ...]
    fibrillation: npt.NDArray[np.int64]
    atrial_flutter: npt.NDArray[np.int64]


def measure_rhythm(
    record: Record, forecaster: Forecaster, autoencoder: Autoencoder, trained: TrainedBeats
) -> RhythmPatient:
    """Find a record's beats and what is known of their moments.

    Raises
    ------
    ValueError
        If the record has no annotations.
    """
    patient = read_patient(record)
    found = find_beats(patient, forecaster, autoencoder)
    beats = BeatClassifier(trained, record.fs).push(
        found.rows, found.beats, found.forecast, found.reconstruction
    )
    assert record.annotations is not None  # else `read_patient` has refused it
    reference = Reference.of(record.annotations, record.fs, record.n_samples)
    evidence = _evidence(found.rows, beats, record.fs)
    leads = [
        _irregularity(_rows(patient.index, patient.value[:, lead], patient.valid), beats, reference)
        for lead in range(min(2, patient.value.shape[1]))
    ]
    notes = record.annotations
    return RhythmPatient(
        record.name,
        "svdb" if record.name in svdb.RECORDS else "mitdb",
        record.fs,
        max(0.0, record.n_samples / record.fs - LEARN_S) / 60,
        any(note.startswith("(") for note in notes.aux_note),
        beats,
        evidence,
        beats.score,
        _class_of(reference, beats.index),
        beats.index >= LEARN_S * record.fs,
        within(beats.index, reference.flutter),
        within(beats.index, reference.atrial),
        tuple(leads),
        rhythm_spans(notes, record.n_samples, "AFIB"),
        rhythm_spans(notes, record.n_samples, "AFL"),
    )


def within(at: npt.NDArray[np.int64], spans: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether samples lie in any of the spans, first to last; shape of `at`."""
    inside: npt.NDArray[np.bool_] = np.zeros(at.shape, dtype=bool)
    for start, end in spans.tolist():
        inside |= (at >= start) & (at <= end)
    return inside


def _rows(
    index: npt.NDArray[np.int64], value: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_]
) -> FrontEndRows:
    return FrontEndRows(index, index, value, np.zeros_like(value), valid)


def _pieces(rows: FrontEndRows, beats: BeatScores, fs: float) -> list[tuple[FrontEndRows, BeatScores]]:
    """Cut into a minute each, every beat in the piece in which its rows are complete."""
    pieces = []
    minute = round(60 * fs)
    for first in range(0, int(rows.index[-1]) + 1, minute):
        a, b = np.searchsorted(rows.index, [first, first + minute])
        mine = np.flatnonzero((beats.emitted >= first) & (beats.emitted < first + minute))
        piece = FrontEndRows(*(getattr(rows, f)[a:b] for f in FrontEndRows.__dataclass_fields__))
        pieces.append((piece, beats.rows(mine)))
    return pieces


def _evidence(rows: FrontEndRows, beats: BeatScores, fs: float) -> npt.NDArray[np.float64]:
    windows, evidence = Windows(fs), Evidence()
    taken = []
    for piece, own in _pieces(rows, beats, fs):
        windows.push(piece)
        taken += [evidence.take(windows, own, i) for i in range(len(own))]
        windows.forget()
    return np.array(taken).reshape(-1, len(EVIDENCE))


def _irregularity(rows: FrontEndRows, beats: BeatScores, reference: Reference) -> LeadIrregularity:
    windows, irregularity = Windows(reference.fs), Irregularity()
    at, since, taken = [], [], []
    for piece, own in _pieces(rows, beats, reference.fs):
        windows.push(piece)
        for i in range(len(own)):
            measured = irregularity.take(windows, own, i)
            if measured is not None and np.isfinite(measured).all():
                at.append(int(own.index[i]))
                since.append(irregularity.since)
                taken.append(measured)
        windows.forget()
    now, then = np.array(at, dtype=np.int64), np.array(since, dtype=np.int64)
    first, second = within(now, reference.atrial), within(then, reference.atrial)
    values = np.array(taken).reshape(-1, len(IRREGULARITY))
    clear = (first == second) & ~within(now, reference.flutter)
    return LeadIrregularity(now, then, values, first & second, clear)


def _class_of(reference: Reference, at: npt.NDArray[np.int64]) -> npt.NDArray[np.str_]:
    """AAMI class of the nearest reference beat within `MATCH_S`; empty without one."""
    classes = np.full(len(at), "", dtype="<U1")
    if not len(reference.beats):
        return classes
    after = np.searchsorted(reference.beats, at).clip(0, len(reference.beats) - 1)
    before = (after - 1).clip(0)
    nearer = np.abs(reference.beats[before] - at) <= np.abs(reference.beats[after] - at)
    nearest = np.where(nearer, before, after)
    near = np.abs(reference.beats[nearest] - at) <= MATCH_S * reference.fs
    classes[near] = reference.aami[nearest[near]]
    return classes
