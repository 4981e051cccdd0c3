"""The network's pane: the learner's digit in every network, and units that can be asked."""

import numpy as np
import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def pane(open_pane):
    return open_pane("network")


def test_the_learners_digit_goes_through(pane):
    np.testing.assert_array_equal(pane.flow.columns[0].values[0], pane.state.picture)
    other = np.zeros((28, 28), np.float32)
    other[10:18, 10:18] = 1
    pane.state.show(other, "a test")
    np.testing.assert_array_equal(pane.flow.columns[0].values[0], other)


def test_every_network_can_be_chosen_and_its_units_asked(pane):
    for i in range(pane.model.count()):
        pane.model.setCurrentIndex(i)
        assert not pane.message.text()
        assert all(not picture.image.isNull() for picture in pane.pictures.values())
        for at, layer in enumerate(pane.flow.columns):
            if not layer.picture:
                pane.view.choose(at, layer.units - 1)
                assert f"of {layer.units} says" in pane._unit.text()


def test_a_click_asks_another_unit(qtbot, pane):
    before = pane._unit.text()
    at, unit = pane.view.chosen
    other = pane.view.cell(at, (unit + 1) % pane.flow.columns[at].units)
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=other.center().toPoint())
    assert pane._unit.text() != before


def test_a_unit_that_says_nothing_is_said_to_add_nothing(pane):
    silent = int(pane.flow.columns[1].values.argmin())
    pane.view.choose(1, silent)
    assert "nothing would change" in pane._said.text()


def test_the_judges_units_move_digits(pane):
    pane.model.setCurrentIndex(pane.model.findData("judge"))
    last = len(pane.flow.columns) - 1
    best = int(pane.flow.columns[last].values.argmax())
    pane.view.choose(last, best)
    assert f"It moves the {best} by" in pane._said.text()


def test_nothing_moves_once_it_is_closed(lab, pane):
    pane._send()
    lab.stop()
    assert pane.view.reached == len(pane.flow.columns)
