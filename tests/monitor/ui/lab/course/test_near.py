"""Who lies beside whom: counted right where it can be counted by hand."""

import numpy as np
import pytest

from models.digits.space.codes import ShippedCodes
from monitor.ui.lab.course.near import NEAREST, neighbour_shares


def test_two_heaps_far_from_each_other_have_neighbours_of_their_own():
    rng = np.random.default_rng(0)
    means = rng.normal(size=(200, 2)).astype(np.float32)
    labels = np.repeat(np.array([3, 7], np.uint8), 100)
    means[labels == 7] += 100
    shares = neighbour_shares(ShippedCodes(means, np.zeros_like(means), labels))
    assert shares[3, 3] == shares[7, 7] == 1
    assert shares.sum() == pytest.approx(2)


def test_a_single_stranger_has_only_strangers_beside_it():
    means = np.arange(2 * (NEAREST + 1), dtype=np.float32).reshape(-1, 2)
    labels = np.zeros(NEAREST + 1, np.uint8)
    labels[0] = 5
    shares = neighbour_shares(ShippedCodes(means, np.zeros_like(means), labels))
    assert shares[5, 0] == 1
    assert shares[0, 5] == pytest.approx(1 / NEAREST)
