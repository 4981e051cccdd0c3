"""Annotated records as the models see them: front-end rows, with the spans of normal rhythm marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.databases import svdb
from assets.databases.mitbih import AAMI, DS1
from assets.phrase import phrase
from assets.records.open import open_record
from assets.records.record import Record
from models.contract.fits import HELD_OUT, HELD_OUT_SVDB
from models.signal.frontend import FrontEnd
from training.data.flutter import flutter_spans, inside

MARGIN_S = 1.0
"""Rows nearer than this to a beat that is not normal are not learnt from, s."""

ABNORMAL_SYMBOLS = frozenset("[]!x|~")
"""Other annotations that are no normal rhythm: flutter, blocked P wave, artefact, change of quality."""


LEARNT = {"mitdb": (DS1, HELD_OUT), "svdb": (svdb.DEVELOPMENT, HELD_OUT_SVDB)}
"""Of each database that fits may use: the records, and those of them that are held out."""


def training_records(databases: Sequence[str] = ("mitdb",)) -> tuple[str, ...]:
    """Give the records that models are fitted on: all but `held_out_records`.

    Parameters
    ----------
    databases : sequence of str
        Keys of `LEARNT`; DS1 alone where not given.
    """
    return tuple(name for key in databases for name in LEARNT[key][0] if name not in LEARNT[key][1])


def held_out_records(databases: Sequence[str] = ("mitdb",)) -> tuple[str, ...]:
    """Give the records that fits on these databases are judged by, and learn nothing from."""
    return tuple(name for key in databases for name in LEARNT[key][1])


@dataclass(frozen=True)
class Beats:
    """Reference beats of a record.

    Attributes
    ----------
    sample : ndarray of int64, shape (n,)
        R peak (as annotated), source samples.
    aami : ndarray of str, shape (n,)
        AAMI class: N, S, V, F or Q (ANSI/AAMI EC57).
    """

    sample: npt.NDArray[np.int64]
    aami: npt.NDArray[np.str_]


@dataclass(frozen=True)
class PatientRows:
    """One record behind the front end.

    Attributes
    ----------
    name : str
        The record.
    fs : float
        The record's sampling frequency, Hz.
    index : ndarray of int64, shape (k,)
        Source sample of each row.
    value : ndarray of float32, shape (k, leads)
        mV at 120 Hz; 0 where a lead has a gap.
    valid : ndarray of bool, shape (k,)
        Rows in which every lead is valid.
    normal : ndarray of bool, shape (k,)
        Rows that may be learnt from: valid, and every beat within `MARGIN_S` normal.
    beats : Beats
        The reference beats.
    """

    name: str
    fs: float
    index: npt.NDArray[np.int64]
    value: npt.NDArray[np.float32]
    valid: npt.NDArray[np.bool_]
    normal: npt.NDArray[np.bool_]
    beats: Beats


def read_beats(record: Record) -> Beats:
    """Take the beats from a record's annotations.

    Raises
    ------
    ValueError
        If the record has no annotations.
    """
    if record.annotations is None:
        raise ValueError(phrase("Record {name} has no annotations to take beats from.", name=record.name))
    class_of = {symbol: name for name, symbols in AAMI.items() for symbol in symbols}
    found = [
        (sample, class_of[symbol])
        for sample, symbol in zip(record.annotations.sample, record.annotations.symbol, strict=True)
        if symbol in class_of
    ]
    return Beats(
        np.array([sample for sample, _ in found], dtype=np.int64),
        np.array([name for _, name in found], dtype="<U1"),
    )


def read_patient(record: Record) -> PatientRows:
    """Put every lead of a record through the front end and mark its normal rows.

    Raises
    ------
    ValueError
        If the record has no annotations.
    """
    beats = read_beats(record)
    leads = [FrontEnd(record.fs).push(record.signals[:, i]) for i in range(len(record.leads))]
    index = leads[0].index
    valid = np.logical_and.reduce([lead.valid for lead in leads])
    return PatientRows(
        name=record.name,
        fs=record.fs,
        index=index,
        value=np.stack([np.nan_to_num(lead.value, nan=0.0) for lead in leads], axis=1),
        valid=valid,
        normal=valid & normal_rhythm(record, beats, index),
        beats=beats,
    )


def normal_rhythm(record: Record, beats: Beats, index: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Mark the samples `index` that lie between normal beats only.

    Parameters
    ----------
    record : Record
        An annotated record.
    beats : Beats
        Its beats.
    index : ndarray of int64, shape (k,)
        Samples to mark.

    Returns
    -------
    ndarray of bool, shape (k,)
        True between the first and the last beat, outside flutter, and farther than `MARGIN_S` from every beat
        that is not of class N and from every mark of `ABNORMAL_SYMBOLS`.
    """
    if record.annotations is None or not len(beats.sample):
        return np.zeros(len(index), dtype=bool)
    marks = [
        sample
        for sample, symbol in zip(record.annotations.sample, record.annotations.symbol, strict=True)
        if symbol in ABNORMAL_SYMBOLS
    ]
    abnormal = np.sort(np.concatenate([beats.sample[beats.aami != "N"], np.array(marks, dtype=np.int64)]))
    normal = (index >= beats.sample[0]) & (index <= beats.sample[-1])
    normal &= ~inside(index, flutter_spans(record))
    if len(abnormal):
        after = np.searchsorted(abnormal, index)
        since = np.abs(index - abnormal[np.maximum(after - 1, 0)])
        until = np.abs(abnormal[np.minimum(after, len(abnormal) - 1)] - index)
        normal &= np.minimum(since, until) > MARGIN_S * record.fs
    return normal


def read_patients(names: Sequence[str], data_dir: Path | None) -> list[PatientRows]:
    """Read records by name from the mirror, the cache or PhysioNet.

    Raises
    ------
    assets.errors.AssetError
        If a record cannot be had.
    """
    return [read_patient(open_record(name, data_dir=data_dir)) for name in names]
