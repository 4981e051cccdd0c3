import numpy as np

from models.heartbeats.usual import FEWEST, KEPT, Usual


def test_usual_is_the_median_of_what_came_before():
    usual = Usual()
    for i in range(FEWEST):
        assert usual.take([i, -i]) is None
    assert np.array_equal(usual.value, [(FEWEST - 1) / 2, -(FEWEST - 1) / 2])
    assert np.array_equal(usual.take([100, 100]), [(FEWEST - 1) / 2, -(FEWEST - 1) / 2])


def test_what_could_not_be_measured_counts_for_nothing_and_the_old_is_forgotten():
    usual = Usual()
    for value in [np.nan, *[1.0] * FEWEST, np.nan]:
        usual.take(value)
    assert float(usual.value) == 1.0
    for _ in range(KEPT):
        usual.take(5.0)
    assert float(usual.value) == 5.0
