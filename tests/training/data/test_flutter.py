"""One definition of ventricular flutter for evaluation, QRS evaluation and fits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assets.databases.mitbih import DS1
from assets.records.open import open_record
from assets.records.record import Annotations, Record
from models.signal.frontend import MODEL_FS
from training.data.dataset import read_beats, read_patient
from training.data.flutter import flutter_spans, inside
from training.evaluation.protocol import Truth
from training.evaluation.qrs import QrsCounts, count_beats
from training.fits.qrs import read_qrs_patient

FS = 360.0


def record_of(notes: list[tuple[float, str, str]], seconds: float = 420) -> Record:
    """A silent record with these annotations: time in s, symbol, note."""
    return Record(
        name="toy",
        fs=FS,
        leads=("MLII",),
        signals=np.zeros((round(seconds * FS), 1), dtype=np.float32),
        annotations=Annotations(
            np.array([round(at * FS) for at, _, _ in notes], dtype=np.int64),
            tuple(symbol for _, symbol, _ in notes),
            tuple(note for _, _, note in notes),
        ),
    )


def test_a_span_is_the_union_of_wave_marks_and_rhythm_label() -> None:
    first = [(330.0, "[", ""), (330.5, "+", "(VFL"), (339.0, "]", ""), (340.0, "+", "(N")]
    record = record_of([*first, (350.0, "]", ""), (400.0, "[", "")])
    assert (flutter_spans(record) / FS).round(1).tolist() == [[330.0, 340.0], [400.0, 420.0]]
    assert len(flutter_spans(record_of([(10, "N", ""), (20, "+", "(AFL")]))) == 0


def test_evaluation_qrs_evaluation_and_fits_leave_out_the_same_time() -> None:
    beats = [(at, "N", "") for at in np.arange(305.0, 415.0, 1.0)]
    notes = [(330.2, "[", ""), (330.7, "+", "(VFL"), (338.2, "]", ""), (340.7, "+", "(N")]
    record = record_of(sorted(beats + notes))
    sample = read_beats(record).sample
    out = inside(sample, flutter_spans(record))
    assert (sample[out] / FS).tolist() == list(range(331, 341)), "also between ] and the next rhythm"
    np.testing.assert_array_equal(Truth.of(record).assessed, ~out)
    assert count_beats(record, np.zeros(0, dtype=np.int64)) == QrsCounts(missed=int((~out).sum()))
    patient = read_patient(record)
    assert not patient.normal[inside(patient.index, flutter_spans(record))].any()
    unusable = np.flatnonzero(~read_qrs_patient(record).usable) / MODEL_FS
    assert abs(unusable.min() - (330.2 - 0.5)) < 0.02
    assert abs(unusable.max() - (340.7 + 0.5)) < 0.02


def test_of_the_fitting_records_207_alone_has_flutter(data_dir: Path) -> None:
    spans = {name: flutter_spans(open_record(name, data_dir=data_dir)) for name in DS1}
    assert {name for name, found in spans.items() if len(found)} == {"207"}
    assert len(spans["207"]) == 6
    assert np.diff(spans["207"]).sum() / FS == pytest.approx(144.67, abs=0.01), "seconds"
