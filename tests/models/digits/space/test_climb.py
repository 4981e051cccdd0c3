"""The search in the map rises, arrives, and says where it leaves the real digits."""

import numpy as np
import pytest

from models.digits.catalogue import load, load_judge
from models.digits.space.climb import LEAPS, LONGEST_STEP, climb
from models.digits.space.codes import load_codes


@pytest.mark.parametrize("digit", [7, 0, 3])
def test_a_climb_rises_and_arrives(digit):
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    # One of the digit's own codes that does not convince the judge: from far away a climb may end on a
    # lesser hill, and says so by its score.
    own = codes.means[codes.labels == digit][:500]
    doubt = judge.probabilities(model.decode(own))[:, digit]
    start = own[np.argmin(np.abs(doubt - 0.3))]
    way = climb(model, judge, codes, start, digit)
    assert np.array_equal(way.path[0], start.astype(np.float32))
    assert len(way.path) == len(way.score) == len(way.distance)
    assert (np.diff(way.score) > 0).all()
    lengths = np.linalg.norm(np.diff(way.path, axis=0), axis=1)
    leaps = np.abs(lengths[:, None] - np.array(LEAPS)).min(1) < 1e-3
    assert ((lengths <= LONGEST_STEP * 1.001) | leaps).all()
    probability = judge.probabilities(model.decode(way.path))[:, digit]
    np.testing.assert_allclose(np.log(probability), way.score, atol=1e-3)
    assert probability[-1] > max(0.5, probability[0])


@pytest.mark.slow
def test_most_climbs_from_one_digit_to_another_arrive():
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    starts = [codes.means[codes.labels == digit].mean(0) for digit in (2, 5, 9)]
    ends = [climb(model, judge, codes, start, digit).score[-1] for start in starts for digit in range(10)]
    assert np.mean(np.array(ends) > np.log(0.5)) >= 0.7


def test_a_climb_says_where_it_leaves_the_real_digits():
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    way = climb(model, judge, codes, [8.0, 8.0], 1)
    assert way.left_at == 0
    inside = climb(model, judge, codes, codes.means[np.argmin(codes.distance(codes.means))], 1, steps=0)
    assert inside.left_at is None
    assert len(inside.path) == 1


def test_an_impossible_climb_is_refused():
    model, judge, codes = load("vae"), load_judge(), load_codes("vae")
    with pytest.raises(ValueError, match="digit must"):
        climb(model, judge, codes, [0.0, 0.0], 10)
    with pytest.raises(ValueError, match="start must"):
        climb(model, judge, codes, [0.0], 1)
    with pytest.raises(ValueError, match="cannot be climbed"):
        climb(load("cvae"), judge, load_codes("cvae"), [0.0, 0.0], 1)
