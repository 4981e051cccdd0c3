import numpy as np
import pytest

from models.digits.catalogue import load
from models.digits.pictures import examples
from models.digits.sampling.racers import racer
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.race.walk import SHOWN, TICK_MS, ChainWalk


@pytest.fixture
def walk(qtbot):
    shown = ChainWalk(DARK)
    qtbot.addWidget(shown)
    shown._timer.setInterval(1)
    assert TICK_MS > 1
    shown.show()
    yield shown
    shown.stop()


def arrive(qtbot, walk, steps):
    qtbot.waitUntil(lambda: not walk.walking)
    assert len(walk.trail) == steps + 1


def test_a_digit_walks_as_many_steps_as_told_and_leaves_its_trail(qtbot, walk):
    picture = examples.load_examples().images()[0]
    walk.choose(racer("vae"), 3)
    walk.show_digit(picture)
    assert np.allclose(walk.trail[0], load("vae").encode(picture)[0])
    arrive(qtbot, walk, 3)
    assert np.array_equal(walk.map.marks.path, np.array(walk.trail))
    assert "after 3 steps the judge reads a" in walk._said.text()
    shown = [k for k, view in zip(SHOWN, walk._strip, strict=True) if view.isVisible()]
    assert shown == [0, 1, 2, 3]
    assert all(not walk._strip[SHOWN.index(k)].image.isNull() for k in shown)
    assert all(not view.image.isNull() for view in (*walk._arc, *walk._repaired))
    assert walk._arc[3].image != walk._repaired[3].image, "the chain has moved what lies between"


def test_a_walk_begins_by_chance_or_at_a_place_of_the_map(qtbot, walk):
    walk.choose(racer("vae"), 1)
    walk.show_digit(examples.load_examples().images()[5])
    arrive(qtbot, walk, 1)
    walk.from_place(0.5, -1.0)
    assert walk.trail[0].tolist() == [0.5, -1.0]
    arrive(qtbot, walk, 1)
    walk.from_chance()
    first = walk.trail[0]
    walk.from_chance()
    assert not np.allclose(walk.trail[0], first)


def test_many_numbers_have_no_map_and_other_ends_other_arcs(qtbot, walk):
    walk.choose(racer("conv-vae-16"), 1)
    walk.show_digit(examples.load_examples().images()[0])
    assert not walk.map.isVisible()
    arrive(qtbot, walk, 1)
    before = walk._arc[-1].image
    walk.another()
    assert walk._arc[-1].image != before
    assert walk._arc[0].image.size() == before.size()


def test_nobody_sees_it_and_it_waits(qtbot, walk):
    walk.hide()
    walk.choose(racer("vae"), 5)
    walk.show_digit(examples.load_examples().images()[0])
    assert not walk.walking
    walk.show()
    walk.resume()
    arrive(qtbot, walk, 5)
