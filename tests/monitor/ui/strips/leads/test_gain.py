"""The automatic gain: the largest standard one at which every lead fits its row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.ui.strips.extent import Extent
from monitor.ui.strips.leads.gain import ROOM, AutoGain, Fit
from monitor.ui.strips.scale import GAINS


def fit(span, height_mm=20.0, *, millivolts=True):
    return Fit(Extent(0.0, -span / 2, span / 2), height_mm, millivolts)


def chosen(*fits):
    gains = AutoGain()
    gains.choose(dict(enumerate(fits)))
    return gains


@pytest.mark.parametrize(("span", "gain"), [(0.5, 20), (1.5, 10), (3, 5), (6, 2.5), (12, 1.25)])
def test_the_largest_standard_gain_that_fits_is_taken(span, gain):
    assert chosen(fit(span)).common == gain


def test_the_tallest_lead_decides_for_all():
    gains = chosen(*[fit(1.5)] * 11, fit(6))
    assert gains.common == 2.5
    assert gains.own == {}


def test_a_lead_that_is_far_taller_has_a_gain_of_its_own():
    gains = chosen(*[fit(1.5)] * 11, fit(100))
    assert gains.common == 10
    assert 100 * gains.own[11] <= ROOM * 20


def test_a_gain_is_held_while_it_fits():
    gains = chosen(fit(3))
    assert gains.common == 5
    assert not gains.choose({0: fit(1.75)}), "10 would only just fit"
    assert gains.choose({0: fit(1.2)})
    assert gains.common == 10
    assert gains.choose({0: fit(3)}), "what is cut is made smaller at once"
    assert gains.common == 5


def test_what_is_not_in_millivolts_has_its_own_and_a_gain_by_hand_is_left_alone():
    gains = AutoGain()
    gains.choose({0: fit(90, millivolts=False), 1: fit(8)}, common=False)
    assert gains.common == 10
    assert gains.own == {0: 0.2}


@given(st.lists(st.floats(1e-3, 1e4), min_size=1, max_size=15), st.floats(5, 100))
def test_no_lead_is_ever_cut(spans, height):
    gains = chosen(*[fit(span, height) for span in spans])
    for lead, span in enumerate(spans):
        assert span * gains.own.get(lead, gains.common) <= height
    assert gains.common <= GAINS[-1]
