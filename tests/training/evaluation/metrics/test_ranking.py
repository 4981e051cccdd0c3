from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation.metrics.ranking import auc_error, average_precision, roc_auc

SAMPLES = st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=40)


def test_known_values() -> None:
    assert roc_auc([0.1, 0.4, 0.35, 0.8], [False, False, True, True]) == 0.75
    assert average_precision([0.1, 0.4, 0.35, 0.8], [False, False, True, True]) == pytest.approx(5 / 6)


@given(SAMPLES)
def test_auc_counts_the_pairs_that_are_in_order(samples: list[tuple[int, bool]]) -> None:
    positive = [s for s, label in samples if label]
    negative = [s for s, label in samples if not label]
    auc = roc_auc([s for s, _ in samples], [label for _, label in samples])
    if not positive or not negative:
        assert np.isnan(auc)
        return
    pairs = [(p > n) + 0.5 * (p == n) for p in positive for n in negative]
    assert auc == pytest.approx(np.mean(pairs))


LIKELY_TIED = st.lists(
    st.tuples(st.sampled_from([-10.0, -0.5, 0.0, 1e-9, 0.25, 1.0]) | st.floats(-1e6, 1e6), st.booleans()),
    min_size=2,
    max_size=60,
)


@given(LIKELY_TIED)
def test_both_are_what_scikit_learn_computes_ties_included(samples: list[tuple[float, bool]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    score, label = (np.array(column) for column in zip(*samples, strict=True))
    if label.all() or not label.any():
        assert np.isnan([roc_auc(score, label), average_precision(score, label)]).all()
        return
    assert roc_auc(score, label) == pytest.approx(metrics.roc_auc_score(label, score))
    assert average_precision(score, label) == pytest.approx(metrics.average_precision_score(label, score))


@given(SAMPLES, st.randoms())
def test_the_order_of_equal_scores_does_not_matter(
    samples: list[tuple[int, bool]], random: st.DataObject
) -> None:
    shuffled = list(samples)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    values = [average_precision([s for s, _ in x], [y for _, y in x]) for x in (samples, shuffled)]
    np.testing.assert_allclose(values[0], values[1])


@given(st.integers(1, 20), st.integers(1, 20))
def test_scores_that_say_nothing_earn_chance(n_positive: int, n_negative: int) -> None:
    labels = [True] * n_positive + [False] * n_negative
    flat = [0.0] * len(labels)
    assert roc_auc(flat, labels) == 0.5
    assert average_precision(flat, labels) == pytest.approx(n_positive / len(labels))


@pytest.mark.parametrize(("score", "label"), [([1.0], [True, False]), ([float("nan"), 1.0], [True, False])])
def test_unusable_input_is_refused(score: list[float], label: list[bool]) -> None:
    for metric in (roc_auc, average_precision):
        with pytest.raises(ValueError, match="score"):
            metric(score, label)


def test_the_error_of_a_difference_of_areas_is_what_resampling_finds() -> None:
    rng = np.random.default_rng(3)
    positive = rng.random(600) < 0.2
    shared = rng.normal(size=600) + 1.2 * positive
    one, other = shared + 0.5 * rng.normal(size=600), shared + 0.8 * rng.normal(size=600)
    differences = []
    for _ in range(400):
        drawn = rng.integers(0, 600, 600)
        differences.append(roc_auc(one[drawn], positive[drawn]) - roc_auc(other[drawn], positive[drawn]))
    assert auc_error(one, other, positive) == pytest.approx(np.std(differences), rel=0.15)
    assert auc_error(one, one, positive) == 0
    assert np.isnan(auc_error([1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [True, False, False]))
