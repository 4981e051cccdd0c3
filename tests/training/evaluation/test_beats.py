from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation.beats import alarms, beat_maxima

FS = 360.0


def score_with(peaks: dict[int, float], n: int = 3600) -> tuple[np.ndarray, np.ndarray]:
    index = np.arange(0, n, 3)
    score = np.zeros(len(index))
    for at, height in peaks.items():
        score[np.searchsorted(index, at)] = height
    return index, score


@pytest.mark.parametrize(
    ("offset", "seen"), [(-39, False), (-36, True), (0, True), (123, True), (126, False)]
)
def test_a_beat_owns_from_0_1_s_before_to_0_35_s_after_its_peak(offset: int, seen: bool) -> None:
    index, score = score_with({1800 + offset: 5.0})
    assert beat_maxima(index, score, np.array([1800]), FS)[0] == (5.0 if seen else 0.0)


def test_a_window_ends_where_the_next_begins() -> None:
    index, score = score_with({1800 + 72: 5.0})
    found = beat_maxima(index, score, np.array([1800, 1900]), FS)
    assert found.tolist() == [0.0, 5.0]


def test_beats_without_scores_have_none() -> None:
    index, score = score_with({})
    score[(index > 900) & (index < 1500)] = np.nan
    found = beat_maxima(index, score, np.array([600, 1200, 3000, 9000]), FS)
    assert np.isnan(found).tolist() == [False, True, False, True]
    assert not len(beat_maxima(index, score, np.zeros(0, dtype=np.int64), FS))


def test_an_alarm_is_counted_once_a_second() -> None:
    score = np.zeros(3600)
    score[[360, 400, 719, 720, 2000]] = 2.0
    score[1000:1300] = np.nan
    assert alarms(score, 1.0, FS).tolist() == [360, 720, 2000]
    index = np.arange(3600) * 3
    assert alarms(score, 1.0, FS, index).tolist() == [360, 719, 2000]


def test_a_score_that_never_comes_down_alarms_each_second() -> None:
    assert len(alarms(np.ones(3600), 1.0, FS)) == 10


@given(st.lists(st.floats(0, 1), max_size=200), st.floats(0, 1), st.floats(0, 1))
def test_a_lower_threshold_never_has_fewer_alarms(score: list[float], one: float, other: float) -> None:
    low, high = sorted([one, other])
    assert len(alarms(np.array(score), low, 10.0)) >= len(alarms(np.array(score), high, 10.0))
