from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.signal.baseline import BINS, BLOCK_ROWS, PatientBaseline, ScorePrior, block_peaks

PRIOR = ScorePrior.fit(np.linspace(0.0, 1.0, 100))


def trace(seconds: int, peaks: np.ndarray | float) -> np.ndarray:
    """Scores that lie at -1 and reach `peaks` once a second."""
    score = np.full((seconds, BLOCK_ROWS), -1.0, dtype=np.float32)
    score[:, 60] = peaks
    return score.ravel()


def test_the_baseline_becomes_zero() -> None:
    above = PatientBaseline(PRIOR).push(trace(300, 0.8))
    assert np.nanmax(above[-10 * BLOCK_ROWS :]) == pytest.approx(0.0, abs=0.02)


def test_in_bigeminy_the_quiet_beats_stay_the_measure() -> None:
    peaks = np.where(np.arange(300) % 2, 0.9, 0.1)
    above = PatientBaseline(PRIOR).push(trace(300, peaks))[-10 * BLOCK_ROWS :].reshape(-1, BLOCK_ROWS).max(1)
    np.testing.assert_allclose(sorted(above)[:5], 0.0, atol=0.03)
    np.testing.assert_allclose(sorted(above)[5:], 0.8, atol=0.03)


def test_the_spread_is_not_divided_by() -> None:
    calm, lively = trace(300, 0.5), trace(300, 0.5)
    calm[-1] = lively[-1] = 0.9
    lively[60:-BLOCK_ROWS:BLOCK_ROWS][::3] = 0.95
    outlier = [PatientBaseline(PRIOR).push(x)[-1] for x in (calm, lively)]
    assert outlier[0] == pytest.approx(outlier[1], abs=0.03)


def test_the_population_is_where_a_patient_starts_from() -> None:
    baseline = PatientBaseline(PRIOR)
    assert baseline.level == pytest.approx(0.2, abs=0.03)
    baseline.push(trace(200, 0.9))
    assert baseline.level > 0.6
    baseline.reset()
    assert baseline.level == pytest.approx(0.2, abs=0.03)


def test_an_old_baseline_is_forgotten_slowly() -> None:
    baseline = PatientBaseline(PRIOR)
    baseline.push(trace(3600, 0.1))
    baseline.push(trace(60, 0.9))
    assert baseline.level < 0.15
    baseline.push(trace(1800, 0.9))
    assert baseline.level > 0.8


def test_what_tells_nothing_of_the_patient_is_scored_and_teaches_nothing() -> None:
    baseline = PatientBaseline(PRIOR)
    before = baseline.level
    loud = trace(10, 5.0)
    above = baseline.push(loud, np.arange(len(loud)) % BLOCK_ROWS == 3)
    np.testing.assert_allclose(above, loud - before, atol=1e-6)
    assert baseline.level == before


def test_gaps_stay_gaps_and_teach_nothing() -> None:
    baseline = PatientBaseline(PRIOR)
    before = baseline.level
    above = baseline.push(np.full(10 * BLOCK_ROWS, np.nan, dtype=np.float32))
    assert np.isnan(above).all()
    assert baseline.level == before


@given(st.lists(st.integers(0, 600), max_size=10), st.integers(0, 50))
def test_levels_do_not_depend_on_the_chunks(cuts: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    score = rng.normal(size=600).astype(np.float32)
    score[rng.integers(600)] = np.nan
    whole = PatientBaseline(PRIOR).push(score)
    baseline = PatientBaseline(PRIOR)
    edges = [0, *sorted(cuts), 600]
    parts = [baseline.push(score[a:b]) for a, b in pairwise(edges)]
    np.testing.assert_array_equal(whole, np.concatenate(parts))


def test_peaks_are_taken_of_whole_blocks() -> None:
    score = trace(3, np.array([0.1, 0.2, 0.3]))
    score[BLOCK_ROWS] = np.nan
    np.testing.assert_allclose(block_peaks(score[:-1]), [0.1, np.nan])


@pytest.mark.parametrize(
    ("low", "high", "density"),
    [
        (1.0, 0.0, (1 / BINS,) * BINS),
        (float("nan"), 1.0, (1 / BINS,) * BINS),
        (0.0, 1.0, (1.0,)),
        (0.0, 1.0, (1.0,) * BINS),
        (0.0, 1.0, (-1.0, 2.0, *(0.0,) * (BINS - 2))),
    ],
)
def test_an_unusable_prior_is_refused(low: float, high: float, density: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="the prior"):
        ScorePrior(low, high, density)


def test_no_prior_without_scores() -> None:
    with pytest.raises(ValueError, match="No finite score"):
        ScorePrior.fit([np.nan])
