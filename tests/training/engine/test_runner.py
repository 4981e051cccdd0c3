"""What a fit reads: the records, and the user's marks of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assets.records.open import file_identity
from assets.records.record import Record
from models.contract.marks import MISSED, Mark, MarkFile, write_marks
from training.engine.runner import Run

MakeRecord = Callable[..., Record]


def test_a_fit_follows_the_marks_of_its_records_and_says_which_it_leaves_out(
    write_record: Callable[..., Path],
    make_record: MakeRecord,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record = make_record(60)
    headers = [
        write_record(np.round(200 * record.signals), name=name, fs=record.fs, leads=record.leads)
        for name in ("a", "b")
    ]
    assert record.annotations is not None
    beat = int(record.annotations.sample[30])
    marks = (
        Mark(file_identity(headers[0]), beat, MISSED),
        Mark(f"file:/elsewhere/{headers[0].stem}", beat, MISSED),
        Mark("mitdb/101", beat, MISSED),
    )
    labels = tmp_path / "labels.json"
    write_marks(labels, MarkFile(marks, ({"record": "x", "sample": 1, "mark": MISSED},)))
    arguments = argparse.Namespace(
        data=headers[0].parent,
        records=[],
        held_out=[],
        labels=labels,
        data_dir=None,
        out=tmp_path / "w.safetensors",
        keep=None,
        device="cpu",
        progress="text",
    )
    (learnt,), (held_out,) = Run(arguments, "forecaster").read()
    assert (learnt.beats.aami == "V").sum() == 1, "the mark that is of this very file"
    assert (held_out.beats.aami == "V").sum() == 0
    said = capsys.readouterr().err
    assert "Record a: 1 of 1 marks lie at a beat and are followed." in said
    assert "2 marks of records that are not chosen are left out (101, a)." in said
    assert "1 mark of an older version names only 'x' and cannot be placed" in said
