from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from assets.records.record import Annotations, Record
from training.evaluation.protocol import SILENT, EmissionScore, Truth
from training.evaluation.scores.assess import assess

FS = 360.0
MakeRecord = Callable[..., Record]


def record_of(symbols: list[tuple[float, str, str]], seconds: float = 420, name: str = "toy") -> Record:
    """A silent record with these annotations: time in s, symbol, note."""
    return Record(
        name=name,
        fs=FS,
        leads=("MLII",),
        signals=np.zeros((round(seconds * FS), 1), dtype=np.float32),
        annotations=Annotations(
            np.array([round(at * FS) for at, _, _ in symbols], dtype=np.int64),
            tuple(symbol for _, symbol, _ in symbols),
            tuple(note for _, _, note in symbols),
        ),
    )


def rhythm(changed: dict[int, str], n: int = 400, every: float = 1.0) -> list[tuple[float, str, str]]:
    return [(0.5 + i * every, changed.get(i, "N"), "") for i in range(n)]


def score_of(truth: Truth, peaks: dict[float, float], latency_s: float = 0.2) -> EmissionScore:
    """A score of 0 with one sample each at these times (s, emission)."""
    value = np.zeros(truth.n_samples, dtype=np.float32)
    for at, height in peaks.items():
        value[round(at * FS)] = height
    return EmissionScore(value, latency_s)


def test_only_beats_after_five_minutes_and_before_the_last_second_are_assessed() -> None:
    truth = Truth.of(record_of(rhythm({}, 420)))
    assert truth.beats[truth.assessed][[0, -1]].tolist() == [round(300.5 * FS), round(418.5 * FS)]
    assert truth.minutes == pytest.approx(2.0)


def test_a_beat_is_found_in_its_window_later_by_the_declared_delay() -> None:
    truth = Truth.of(record_of(rhythm({320: "V", 340: "V", 360: "V"})))
    peaks = {320.5 + 0.2 - 0.1: 2.0, 340.5 + 0.2 + 0.34: 2.0, 360.5 + 0.2 + 0.36: 2.0}
    assessment = assess([truth], [score_of(truth, peaks)], frozen=1.0)
    frozen = assessment.operating["frozen"]
    assert (frozen.found, frozen.ventricular) == (2, 3)
    assert frozen.false_alarms == 0, "excused within a second after an abnormal beat"
    assert frozen.delay_s(0) == pytest.approx(0.1, abs=2 / FS)
    assert frozen.delay_s(100) == pytest.approx(0.54, abs=2 / FS)


def test_alarms_are_false_but_about_abnormal_beats() -> None:
    truth = Truth.of(record_of(rhythm({320: "A", 350: "F", 380: "Q"})))
    peaks = {200.0: 9.0, 310.0: 9.0, 320.6: 9.0, 322.0: 9.0, 351.5: 9.0, 380.7: 9.0, 390.0: 9.0, 390.5: 9.0}
    frozen = assess([truth], [score_of(truth, peaks)], frozen=1.0).operating["frozen"]
    assert frozen.false_alarms == 3
    assert frozen.alarms_per_minute == pytest.approx(3 / truth.minutes)
    assert np.isnan(frozen.sensitivity)


def test_a_run_is_found_by_any_of_its_beats() -> None:
    changed = dict.fromkeys([310, 311, 312, 320, 321, 330, 331, 332, 333], "V")
    truth = Truth.of(record_of(rhythm(changed)))
    frozen = assess([truth], [score_of(truth, {332.6: 2.0})], frozen=1.0).operating["frozen"]
    assert (frozen.runs_found, frozen.runs, frozen.found) == (1, 2, 1)


def test_a_delay_counts_from_the_crossing_not_from_an_alarm_still_on() -> None:
    truth = Truth.of(record_of(rhythm({310: "V", 330: "V"})))
    score = score_of(truth, {})
    score.value[round(330.2 * FS) : round(331 * FS)] = 3.0
    score.value[round(310.65 * FS) : round(311 * FS)] = 3.0
    frozen = assess([truth], [score], frozen=1.0).operating["frozen"]
    assert frozen.found == 2
    assert frozen.delays == pytest.approx([0.15], abs=2 / FS)


def test_sensitivity_is_read_at_the_wanted_rates_of_false_alarms() -> None:
    truth = Truth.of(record_of(rhythm({i: "V" for i in range(305, 395, 10)}, 620), 900))
    false = {302.0 + 10 * i: 1.0 + i / 100 for i in range(10, 50)}
    right = {305.6 + 10 * i: 1.0 + (32 + i) / 100 for i in range(9)}
    assessment = assess([truth], [score_of(truth, false | right)])
    assert truth.minutes == pytest.approx(10)
    one, tenth = assessment.operating["1/min"], assessment.operating["0.1/min"]
    assert (one.false_alarms, tenth.false_alarms) == (10, 1)
    assert one.threshold == pytest.approx(1.39, abs=0.02)
    assert (one.found, tenth.found) == (1, 0)


def test_tasks_differ_in_the_beats_to_be_told_from_normal_ones() -> None:
    truth = Truth.of(record_of(rhythm({310: "V", 320: "F", 330: "A", 340: "Q"})))
    assessment = assess([truth], [score_of(truth, {310.6: 3.0, 320.6: 2.0, 350.6: 1.0, 330.6: 0.5})])
    assert {task: r.positive for task, r in assessment.rankings.items()} == {
        "V": 1,
        "V+F": 2,
        "S+V+F": 3,
        "S": 1,
    }
    assert assessment.rankings["V+F"].auc == 1.0
    assert assessment.rankings["S+V+F"].precision == pytest.approx((1 + 1 + 3 / 4) / 3)
    assert assessment.rankings["V"].negative == 100 - 4


def test_pooled_figures_and_medians_and_the_record_apart() -> None:
    records = [record_of(rhythm({310: "V", 320: "V"}), name=name) for name in ("100", "101", "232")]
    truths = [Truth.of(record) for record in records]
    scores = [score_of(truths[0], {310.6: 1.0, 320.6: 1.0}), score_of(truths[1], {310.6: 1.0})]
    assessment = assess(truths, [*scores, score_of(truths[2], {})])
    medians = [assessment.records[name].rankings["V"].auc for name in ("100", "101", "232")]
    assert medians == pytest.approx([1.0, 0.75, 0.5])
    assert assessment.rankings["V"].median_auc == pytest.approx(0.75)
    assert assessment.rankings["V"].auc == pytest.approx(0.75)
    assert assessment.rankings_apart["V"].auc == pytest.approx(0.875)
    assert assess(truths[:2], scores).rankings_apart == {}


def test_a_beat_without_a_score_ranks_last_and_is_counted() -> None:
    truth = Truth.of(record_of(rhythm({310: "V"})))
    score = score_of(truth, {320.6: 1.0})
    score.value[round(310 * FS) : round(311.4 * FS)] = SILENT
    assessment = assess([truth], [score])
    assert assessment.silent == 1
    assert assessment.rankings["V"].auc == 0.0


def test_flutter_is_not_assessed() -> None:
    marks = [(330.1, "[", ""), (330.2, "+", "(VFL"), (339.0, "]", ""), (340.1, "+", "(N"), (400.2, "[", "")]
    record = record_of(sorted(rhythm({335: "V"}) + marks))
    truth = Truth.of(record)
    assert (truth.flutter / FS).round(1).tolist() == [[330.1, 340.1], [400.2, 420.0]]
    assert truth.minutes == pytest.approx((120 - 10 - 19.8) / 60, abs=1e-3)
    frozen = assess([truth], [score_of(truth, {335.0: 5.0, 340.2: 5.0, 410.0: 5.0, 350.0: 5.0})], 1.0)
    assert frozen.operating["frozen"].false_alarms == 1
    assert frozen.operating["frozen"].ventricular == 0


def test_what_does_not_belong_together_is_refused() -> None:
    truth = Truth.of(record_of(rhythm({})))
    with pytest.raises(ValueError, match="0 scores do not belong to 1 records"):
        assess([truth], [])
    with pytest.raises(ValueError, match="not as many samples"):
        assess([truth], [EmissionScore(np.zeros(5, dtype=np.float32), 0.0)])
