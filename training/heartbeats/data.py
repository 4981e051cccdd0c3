"""Heartbeats of annotated records as shapes, with their classes: what is learnt from and measured on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.open import open_record
from assets.records.record import Record
from models.beats.qrs.detector import QrsDetector
from models.heartbeats.shape import cut, shapes
from models.signal.frontend import FrontEndRows
from training.data.dataset import read_patient
from training.fits.beats import reference_class


@dataclass(frozen=True)
class PatientShapes:
    """The beats of one record, as the detector of the monitor finds them in its first lead.

    Attributes
    ----------
    name : str
        The record.
    leads : tuple of str
        Its leads.
    peaks : ndarray of int64, shape (n,)
        R peaks, source samples.
    shape : ndarray of float32, shape (n, leads, ROWS)
        NaN where a beat has none in a lead (`models.heartbeats.shape.Shapes`).
    aami : ndarray of str, shape (n,)
        Class of the reference beat there, "" where there is none.
    normal : ndarray of bool, shape (n,)
        Beats of class N with nothing else within a second (`training.data.dataset.normal_rhythm`).
    """

    name: str
    leads: tuple[str, ...]
    peaks: npt.NDArray[np.int64]
    shape: npt.NDArray[np.float32]
    aami: npt.NDArray[np.str_]
    normal: npt.NDArray[np.bool_]


def patient_shapes(record: Record) -> PatientShapes:
    """Find and cut the beats of a record.

    Raises
    ------
    ValueError
        If the record has no annotations.
    """
    patient = read_patient(record)
    value = np.where(patient.valid[:, None], patient.value, np.float32(np.nan))
    first = np.ascontiguousarray(value[:, 0])
    rows = FrontEndRows(patient.index, patient.index, first, np.zeros_like(first), patient.valid)
    peaks = QrsDetector(patient.fs).push_rows(rows).index
    row = np.searchsorted(patient.index, peaks).clip(0, len(patient.index) - 1)
    aami = reference_class(patient, peaks)
    cut_out = shapes(cut(value, row))
    return PatientShapes(
        record.name, tuple(record.leads), peaks, cut_out.shape, aami, patient.normal[row] & (aami == "N")
    )


def read_shapes(
    names: Sequence[str], data_dir: Path | None, say: Callable[[str], None] = lambda text: None
) -> list[PatientShapes]:
    """Read records by name and cut their beats out.

    Raises
    ------
    assets.errors.AssetError
        If a record cannot be had.
    """
    found = []
    for number, name in enumerate(names, start=1):
        say(f"beats of record {name} ({number}/{len(names)})")
        found.append(patient_shapes(open_record(name, data_dir=data_dir)))
    return found
