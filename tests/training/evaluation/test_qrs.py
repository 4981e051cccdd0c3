"""The QRS detector assessed."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assets.databases.mitbih import RECORDS
from assets.records.open import open_record
from assets.records.record import Annotations, Record
from training.evaluation.qrs import GROUPS, QrsCounts, compare, count_beats, detect_ours, table


def indices(*samples: int) -> np.ndarray:
    return np.array(samples, dtype=np.int64)


def record_of(beats: np.ndarray, marks: tuple[tuple[int, str], ...] = ()) -> Record:
    every = sorted([*((int(b), "N") for b in beats), *marks])
    annotations = Annotations(indices(*(s for s, _ in every)), tuple(m for _, m in every), ("",) * len(every))
    signals = np.zeros((400_000, 1), dtype=np.float32)
    return Record("r", 360.0, ("MLII",), signals, annotations)


def test_start_and_flutter_are_not_assessed() -> None:
    beats = indices(1_000, 120_000, 130_000, 200_000)
    record = record_of(beats, ((140_000, "["), (150_000, "]")))
    found = indices(2_000, 120_010, 145_000, 180_000, 200_010)
    assert count_beats(record, found) == QrsCounts(found=2, missed=1, false=1)


def test_shares() -> None:
    counts = QrsCounts(98, 2, 1) + QrsCounts(0, 0, 1)
    assert counts.beats == 100
    assert counts.sensitivity == pytest.approx(0.98)
    assert counts.positive_predictivity == pytest.approx(0.98)
    assert np.isnan(QrsCounts().sensitivity)
    assert np.isnan(QrsCounts().positive_predictivity)


def test_the_table_names_every_record_and_detector() -> None:
    record = record_of(indices(120_000, 130_000))
    report = compare([record], {"ours": lambda r: indices(120_000), "none": lambda r: indices()})
    text = table(report)
    assert "none: FN" in text
    assert "50.00" in text
    assert "—" in text
    assert json.loads(json.dumps(report.as_json()))["records"]["r"]["ours"]["missed"] == 1


@pytest.mark.slow
def test_all_records_reach_the_target(data_dir: Path) -> None:
    records = (open_record(name, data_dir=data_dir) for name in RECORDS)
    report = compare(records, {"ours": detect_ours})
    for group, names in GROUPS.items():
        counts = report.gross("ours", names)
        assert counts.sensitivity >= 0.997, group
        assert counts.positive_predictivity >= 0.997, group
