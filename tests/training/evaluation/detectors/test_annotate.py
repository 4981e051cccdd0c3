"""A record annotated: what the file holds, and the row that tells of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from assets.records.annotations import read_annotations
from assets.records.demo import load_demo
from assets.records.record import Record
from assets.sources.record import RecordSource
from models.pipeline import ScoreStream
from training.evaluation.detectors.annotate import annotate_record


def first(seconds: float) -> Record:
    demo = load_demo()
    return replace(demo, signals=demo.signals[: round(seconds * demo.fs)], annotations=None)


def test_the_row_counts_what_the_file_holds(tmp_path: Path) -> None:
    record = first(45)
    done = annotate_record(RecordSource(record), tmp_path, ScoreStream.shipped)
    whole = record.offset + record.n_samples
    back, warnings = read_annotations(done.file, frame_rate=record.fs, fs=record.fs, n_samples=whole)
    assert back is not None
    assert not warnings
    assert back.sample[0] >= record.offset, "samples count as the whole record does"
    row = done.row()
    assert row["beats"] == len(back.sample) > 50
    assert {s: row[f"beats_{s}"] for s in "NVSQ"} == {s: back.symbol.count(s) for s in "NVSQ"}
    assert row["alerts_ectopic"] > 3
    assert (row["record"], row["source"], row["seconds"]) == ("208", "mitdb/208", 45.0)
    assert json.loads(json.dumps(row)) == row, "plain values alone"


def test_a_record_without_a_beat_has_a_file_without_annotations(tmp_path: Path) -> None:
    import wfdb

    flat = replace(first(5), signals=np.zeros((1800, 1), dtype=np.float32))
    done = annotate_record(RecordSource(flat), tmp_path, ScoreStream.shipped)
    assert done.beats == 0
    assert len(wfdb.rdann(str(done.file.with_suffix("")), "ecgm").sample) == 0
    assert read_annotations(done.file, frame_rate=360, fs=360, n_samples=1800)[0] is not None
