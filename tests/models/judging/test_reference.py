"""What annotations say: beats with their classes, and where a rhythm goes on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assets.records.open import open_record
from assets.records.record import Annotations
from models.judging.reference import Reference, inside, rhythm_spans


def notes(*ones: tuple[int, str, str]) -> Annotations:
    at, symbols, texts = zip(*ones, strict=True) if ones else ((), (), ())
    return Annotations(np.array(at, dtype=np.int64), symbols, texts)


def test_a_rhythm_lasts_until_another_one_or_the_end() -> None:
    told = notes(
        (0, "+", "(N"), (100, "+", "(AFIB"), (200, "+", "(AFL\0"), (300, "+", "(N"), (400, "+", "(B")
    )
    assert rhythm_spans(told, 1000, "AFIB").tolist() == [[100, 200]]
    reference = Reference.of(told, 360.0, 1000)
    assert reference.atrial.tolist() == [[100, 300]], "fibrillation and flutter that follow each other"
    assert reference.bigeminy.tolist() == [[400, 999]]
    assert inside(np.array([99, 100, 300, 301]), reference.atrial).tolist() == [False, True, True, False]


def test_beats_have_their_classes_and_other_marks_are_none() -> None:
    told = notes((5, "+", "(N"), (10, "L", ""), (20, "V", ""), (30, "~", ""), (40, "j", ""), (50, "a", ""))
    reference = Reference.of(told, 360.0, 100)
    assert reference.beats.tolist() == [10, 20, 40, 50]
    assert "".join(reference.aami) == "NVNS"
    assert Reference.of(notes(), 360.0, 100).atrial.shape == (0, 2)


def test_minutes_of_atrial_fibrillation_are_those_of_the_database(data_dir: Path) -> None:
    record = open_record("203", data_dir=data_dir)
    assert record.annotations is not None
    atrial = Reference.of(record.annotations, record.fs, record.n_samples).atrial
    minutes = np.diff(atrial).sum() / record.fs / 60
    assert minutes == pytest.approx(29.3, abs=1.0), "the directory says 2:43 of flutter, 21:32 and 5:07 of AF"
