"""“Point or cloud”: counted in the shipped codes."""

import numpy as np
import pytest

from models.contract.messages.lab import Clouds
from models.digits.space.codes import load_codes
from models.digits.space.holes import unreadable
from monitor.ui.lab.course.fact import NotYetError, Scene
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


def test_the_draws_are_the_learners(open_pane):
    pane = open_pane("resample")
    scene = Scene(pane.state.picture, pane)
    pane.draw(1)
    with pytest.raises(NotYetError, match="Draw 8"):
        clouds.draws(scene)
    pane.draw(clouds.DRAWS)
    fact = clouds.draws(scene)
    assert f"in <b>{fact.answer:.0f} of {clouds.DRAWS}</b>" in pane.said.text()
    pane.wider.setValue(pane.wider.maximum())
    with pytest.raises(NotYetError, match="back to 1"):
        clouds.draws(scene)


@pytest.mark.parametrize(("std", "answer"), [(0.0001, "narrower"), (1.0, "wider")])
def test_the_clouds_are_those_of_the_learners_training(open_pane, std, answer):
    pane = open_pane("tug-of-war")
    scene = Scene(None, pane)
    with pytest.raises(NotYetError, match="press Start"):
        clouds.beta(scene)
    pane.began()
    means, stds = np.zeros((4, 2), "<f4"), np.full((4, 2), std, "<f4")
    pane.told(Clouds(4.0, means.tobytes(), stds.tobytes(), b"\x01\x02\x03\x04"))
    pane.curves["kl"].add(np.array([0.5], np.float32), np.array([3.0], np.float32))
    with pytest.raises(NotYetError, match="Turn beta to 0"):
        clouds.beta(scene)
    pane.set_beta(0.0)
    pane.began()
    pane.told(Clouds(4.0, means.tobytes(), stds.tobytes(), b"\x01\x02\x03\x04"))
    pane.curves["kl"].add(np.array([0.5], np.float32), np.array([3.0], np.float32))
    with pytest.raises(NotYetError, match="2 epochs"):
        clouds.beta(scene)
    pane.curves["kl"].add(np.array([2.5], np.float32), np.array([9.0], np.float32))
    assert clouds.beta(scene).answer == answer
