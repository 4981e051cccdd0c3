import numpy as np
import pytest
import torch
from scipy.linalg import sqrtm

from models.digits.catalogue import load_judge
from models.digits.pictures import examples
from models.digits.sampling.score import MOST_ENTROPY, Moments, Score, Tally, frechet, together


def moments(seed, d=5):
    rng = np.random.default_rng(seed)
    half = rng.normal(size=(d, d))
    return Moments(rng.normal(size=d), half @ half.T + 0.1 * np.eye(d))


def test_the_distance_is_the_formulas():
    one, other = moments(0), moments(1)
    cross = sqrtm(one.covariance @ other.covariance).real
    exact = np.square(one.mean - other.mean).sum() + np.trace(one.covariance + other.covariance - 2 * cross)
    assert frechet(one, other) == pytest.approx(exact)
    assert frechet(other, one) == pytest.approx(exact)
    assert frechet(one, one) == pytest.approx(0, abs=1e-9)
    moved = Moments(one.mean + 3.0 * np.eye(5)[0], one.covariance)
    assert frechet(one, moved) == pytest.approx(9.0)


def pictures():
    found = examples.load_examples()
    return torch.from_numpy(found.images().reshape(len(found), -1)), found.labels


def test_pictures_score_alike_in_parts_and_at_once_and_their_figures_are_the_judges():
    x, _ = pictures()
    judge = load_judge()
    whole, parts = Tally(judge.network), Tally(judge.network)
    whole.add(x)
    for part in x.split(7):
        parts.add(part)
    real = whole.moments
    score = whole.score(real)
    assert score.n == len(x)
    assert score.frechet == pytest.approx(0, abs=1e-6)
    assert score.confidence == pytest.approx(float(judge.confidence(x.numpy()).mean()), abs=1e-5)
    assert score.entropy == pytest.approx(MOST_ENTROPY), "as many of each digit"
    again = parts.score(real)
    assert (again.n, again.entropy) == (score.n, pytest.approx(score.entropy))
    assert again.frechet == pytest.approx(0, abs=1e-3)
    assert np.allclose(parts.moments.covariance, real.covariance, atol=1e-4)


def test_one_digit_only_is_sure_but_without_variety():
    x, labels = pictures()
    judge = load_judge().network
    all_of_them, one = Tally(judge), Tally(judge)
    all_of_them.add(x)
    one.add(x[torch.from_numpy(labels == 3)])
    real = all_of_them.moments
    assert one.score(real).confidence > 0.9
    assert one.score(real).entropy == 0.0
    assert one.score(real).frechet > 10


def test_a_single_picture_has_no_moments():
    tally = Tally(load_judge().network)
    tally.add(torch.zeros(1, 784))
    with pytest.raises(ValueError, match="two pictures"):
        tally.score(moments(0, 64))


def test_several_starts_are_told_by_their_mean_and_sample_deviation():
    mean, spread = together([Score(50, 10.0, 0.8, 2.0), Score(50, 12.0, 0.9, 2.0), Score(50, 14.0, 1.0, 2.0)])
    assert mean == Score(50, 12.0, pytest.approx(0.9), 2.0)
    assert spread == Score(50, pytest.approx(2.0), pytest.approx(0.1), 0.0)
    assert together([mean]) == (mean, None)
    for unlike in ([], [Score(50, 1.0, 1.0, 1.0), Score(100, 1.0, 1.0, 1.0)]):
        with pytest.raises(ValueError, match="as many pictures"):
            together(unlike)
