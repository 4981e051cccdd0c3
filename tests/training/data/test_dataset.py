from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assets.databases.mitbih import DS1, DS2
from assets.records.record import Annotations, Record
from models.contract.fits import HELD_OUT
from training.data.dataset import read_beats, read_patient, read_patients, training_records

MakeRecord = Callable[..., Record]


def test_patients_to_fit_to_select_and_to_test_on_are_apart() -> None:
    fitted = set(training_records())
    assert fitted.isdisjoint(HELD_OUT)
    assert fitted | set(HELD_OUT) == set(DS1)
    assert fitted.isdisjoint(DS2)
    assert set(HELD_OUT).isdisjoint(DS2)


def test_nothing_within_a_second_of_an_abnormal_beat_is_learnt_from(make_record: MakeRecord) -> None:
    record = make_record(60, ectopic_every=20)
    patient = read_patient(record)
    beats = read_beats(record)
    assert set(beats.aami.tolist()) == {"N", "V"}
    abnormal = beats.sample[beats.aami == "V"]
    nearest = np.abs(patient.index[:, None] - abnormal).min(axis=1)
    assert not patient.normal[nearest <= 360].any()
    assert patient.normal[(nearest > 360) & (patient.index > 3 * 360) & (patient.index < 58 * 360)].all()
    assert patient.value.shape == (len(patient.index), 2)
    assert np.isfinite(patient.value).all()


def test_flutter_and_gaps_are_not_learnt_from(make_record: MakeRecord) -> None:
    record = make_record(60)
    notes = record.annotations
    assert notes is not None
    order = np.argsort([*notes.sample.tolist(), 10_000, 12_000], kind="stable")
    symbols = (*notes.symbol, "[", "]")
    marked = Annotations(
        np.array([*notes.sample.tolist(), 10_000, 12_000])[order],
        tuple(symbols[i] for i in order),
        ("",) * len(order),
    )
    signals = record.signals.copy()
    signals[15_000:15_400, 1] = np.nan
    patient = read_patient(replace(record, annotations=marked, signals=signals))
    for start, stop in ((10_000, 12_000), (15_000, 15_400)):
        assert not patient.normal[(patient.index >= start) & (patient.index <= stop)].any()
    assert patient.normal[(patient.index > 17_000) & (patient.index < 20_000)].all()


def test_a_record_without_annotations_is_refused(make_record: MakeRecord) -> None:
    with pytest.raises(ValueError, match="no annotations"):
        read_patient(replace(make_record(5), annotations=None))


def test_real_records_hold_the_beats_that_the_literature_counts(data_dir: Path) -> None:
    (patient,) = read_patients(["208"], data_dir)
    classes, counts = np.unique(patient.beats.aami, return_counts=True)
    assert dict(zip(classes.tolist(), counts.tolist(), strict=True)) == {
        "F": 373,
        "N": 1586,
        "Q": 2,
        "S": 2,
        "V": 992,
    }
