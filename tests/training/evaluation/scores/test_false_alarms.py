"""One definition of a false alarm, whoever asks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.records.open import open_record
from assets.records.record import Annotations, Record
from training.evaluation import compare
from training.evaluation.compare import Scored
from training.evaluation.protocol import EmissionScore, Truth
from training.evaluation.scores.assess import assess
from training.evaluation.scores.false_alarms import FalseAlarms

FS = 360.0


def record_of(beats: list[tuple[float, str]], seconds: float = 360) -> Record:
    return Record(
        "toy",
        FS,
        ("MLII",),
        np.zeros((round(seconds * FS), 1), dtype=np.float32),
        Annotations(
            np.array([round(at * FS) for at, _ in beats], dtype=np.int64),
            tuple(symbol for _, symbol in beats),
            ("",) * len(beats),
        ),
    )


RECORD = record_of([(0.5 + i, "V" if i in (310, 333) else "A" if i == 345 else "N") for i in range(358)])


@pytest.mark.parametrize(
    ("at", "false"),
    [(299.9, 0), (300.1, 1), (310.35, 1), (310.45, 0), (311.45, 0), (311.55, 1), (345.6, 0), (355.0, 1)],
)
def test_an_alarm_is_false_unless_about_a_beat_that_is_not_normal(at: float, false: int) -> None:
    truth = Truth.of(RECORD)
    one = np.ones(1)
    assert len(FalseAlarms(truth, one, np.array([round(at * FS)])).at(1.0)) == false
    assert len(FalseAlarms(truth, one, np.array([round((at + 0.2) * FS)]), delay=72).at(1.0)) == false
    value = np.zeros(truth.n_samples)
    value[round((at + 0.2) * FS)] = 1.0
    assert len(FalseAlarms(truth, value, delay=72).at(1.0)) == false


@given(
    st.lists(st.integers(round(295 * FS), RECORD.n_samples - 200), max_size=30), st.sampled_from([0, 33, 125])
)
def test_comparison_and_assessment_count_alike(peaks: list[int], delay: int) -> None:
    """The same score, told by the sample it describes and by the sample at which it came out."""
    index = np.unique(np.array(peaks, dtype=np.int64))
    score = np.full(len(index), 2.0, dtype=np.float32)
    emitted = np.zeros(RECORD.n_samples, dtype=np.float32)
    emitted[index + delay] = 2.0
    figures = compare.assess(RECORD, Scored(index, score, score))
    assessed = assess([Truth.of(RECORD)], [EmissionScore(emitted, delay / FS)], frozen=1.0)
    assert figures.alarms_per_minute == pytest.approx(assessed.operating["frozen"].alarms_per_minute)
    assert figures.found == assessed.operating["frozen"].found


def test_without_annotations_every_alarm_after_five_minutes_is_false() -> None:
    record = Record("bare", FS, ("MLII",), np.zeros((round(420 * FS), 1), dtype=np.float32))
    index = np.array([round(at * FS) for at in (100.0, 310.0, 310.2, 400.0)])
    figures = compare.assess(
        record, Scored(index, np.ones(4, dtype=np.float32), np.zeros(4, dtype=np.float32))
    )
    assert (figures.auc, figures.found) == (None, 0)
    assert figures.alarms_per_minute == pytest.approx(2 / 2)


@pytest.mark.slow
def test_both_count_alike_on_a_real_record(data_dir: Path) -> None:
    from training.evaluation.detectors.live import LivePipeline

    record = open_record("119", data_dir=data_dir)
    emitted = LivePipeline()(record.signals[:, 0], record.fs)["ectopy"]
    assessed = assess([Truth.of(record)], [emitted], frozen=1.0).operating["frozen"]
    figures = compare.assess(record, compare.score(record, 0, "beats", None))
    assert (figures.found, figures.ventricular) == (assessed.found, assessed.ventricular)
    assert figures.alarms_per_minute == pytest.approx(assessed.alarms_per_minute, abs=0.05)
