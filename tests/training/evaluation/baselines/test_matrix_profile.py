"""The left matrix profile has stumpy's values, also about gaps and flat stretches."""

from __future__ import annotations

import numpy as np
import pytest

from assets.records.demo import load_demo
from training.evaluation.baselines.matrix_profile import left_profile


def test_a_window_that_came_before_has_a_neighbour_at_no_distance() -> None:
    rng = np.random.default_rng(0)
    once = rng.normal(size=40)
    value = np.concatenate([once, rng.normal(size=30), 3 * once + 1])
    score = left_profile(value, 10)
    assert np.isnan(score[:4]).all(), "what overlaps by more than three quarters does not count"
    assert score[70:101].max() < 1e-6
    assert score[10:70].min() > 0.1
    assert len(left_profile(value[:12], 10)) == 3


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:divide by zero:RuntimeWarning")
def test_values_are_those_of_stumpy() -> None:
    stumpy = pytest.importorskip("stumpy")
    value = load_demo().signals[:36_000:9, 0].astype(np.float64)
    value[1000:1040], value[2000:2100], value[3000:3050] = 0.3, np.nan, 0.7
    ours = left_profile(value, 10)
    theirs = np.array(stumpy.stump(value, 10)[:, 2], dtype=np.int64)
    known = np.isfinite(ours)
    np.testing.assert_array_equal(known, theirs >= 0)
    windows = np.lib.stride_tricks.sliding_window_view(value, 10)
    away = windows - windows.mean(axis=1, keepdims=True)
    spread = away.std(axis=1, keepdims=True)
    normal = np.divide(away, spread, out=np.zeros_like(away), where=spread > 0)
    distance = np.linalg.norm(normal[known] - normal[theirs[known]], axis=1)
    np.testing.assert_allclose(ours[known], distance, atol=2e-3)
