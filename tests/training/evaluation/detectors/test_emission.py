from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation.detectors.emission import delayed, hold, pulses
from training.evaluation.protocol import SILENT


def test_a_score_stands_until_the_next_comes_out() -> None:
    held = hold(np.array([2, 4, 4, 7]), np.array([1.0, 2.0, 3.0, np.nan]), 9)
    assert held.dtype == np.float32
    assert held.tolist() == [SILENT, SILENT, 1, 1, 3, 3, 3, SILENT, SILENT]


def test_a_beats_score_stands_a_fifth_of_a_second() -> None:
    value = pulses(np.array([10, 40, 45]), np.array([1.0, 2.0, 3.0]), 80, 100.0)
    assert np.flatnonzero(value == 1).tolist() == list(range(10, 30))
    assert np.flatnonzero(value == 2).tolist() == list(range(40, 45))
    assert np.flatnonzero(value == 3).tolist() == list(range(45, 65))
    assert (value == SILENT).sum() == 80 - 20 - 5 - 20


def test_a_delay_moves_a_score() -> None:
    value = np.array([1, 2, 3], dtype=np.float32)
    assert delayed(value, 0).tolist() == [1, 2, 3]
    assert delayed(value, 2).tolist() == [SILENT, SILENT, 1]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20).map(sorted), st.integers(1, 60))
def test_what_is_known_does_not_depend_on_what_comes(emitted: list[int], n: int) -> None:
    at, score = np.array(emitted), np.arange(len(emitted), dtype=float)
    whole = pulses(at, score, 60, 20.0)
    known = at < n
    np.testing.assert_array_equal(pulses(at[known], score[known], n, 20.0), whole[:n])
