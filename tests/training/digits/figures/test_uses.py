import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.digits.figures.uses import adjusted_rand_index


def test_known_partitions():
    assert adjusted_rand_index([0, 0, 1, 1], [1, 1, 0, 0]) == 1.0, "names do not matter"
    assert adjusted_rand_index([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.5714285714)
    assert adjusted_rand_index([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) == pytest.approx(0.2424242424)
    assert adjusted_rand_index([0, 0, 0], [1, 1, 1]) == 1.0


def test_chance_is_about_nothing():
    rng = np.random.default_rng(0)
    assert abs(adjusted_rand_index(rng.integers(0, 10, 5000), rng.integers(0, 10, 5000))) < 0.01


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40))
def test_it_is_symmetric_and_at_most_1(pairs):
    a, b = zip(*pairs, strict=True)
    forth, back = adjusted_rand_index(a, b), adjusted_rand_index(b, a)
    assert forth == pytest.approx(back)
    assert forth <= 1.0 + 1e-12


def test_partitions_must_match():
    with pytest.raises(ValueError, match="as many"):
        adjusted_rand_index([0, 1], [0])
