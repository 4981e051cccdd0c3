"""“Point or cloud”: counted in the shipped codes."""

import numpy as np
import pytest

from models.digits.space.codes import load_codes
from models.digits.space.holes import unreadable
from monitor.ui.lab.course.lessons import clouds


def test_the_plain_ones_codes_spread_farther_than_the_clouds():
    fact = clouds.spread()
    means = load_codes("ae-2").means
    assert fact.answer == pytest.approx(100 * (np.abs(means).max(1) > clouds.REACH).mean(), abs=0.5)


def test_chance_near_the_middle_is_worse_for_the_plain_one_than_where_its_digits_lie():
    shares = unreadable(load_codes("ae-2"))
    assert clouds.chance().answer == round(100 * shares.chance)
    assert shares.chance > shares.digits


def test_a_network_that_is_told_mixes_its_digits():
    fact = clouds.told()
    assert 0 < fact.answer < 10
    assert "By mere chance" in fact.words
