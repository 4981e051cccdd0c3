"""Layers side by side: a unit is where it is drawn, and is come to by mouse and keys."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from models.digits.flow.flow import Column
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.flow.view import FlowView

RNG = np.random.default_rng(0)


def column(*shape):
    return Column("a layer", RNG.random(shape, np.float32), np.zeros((shape[0], 3), np.float32), "ReLU")


PICTURE = Column("your digit", RNG.random((1, 28, 28), np.float32))
COLUMNS = (PICTURE, column(400), column(2), column(16, 14, 14), column(1568), PICTURE)


@pytest.fixture
def view(qtbot):
    made = FlowView(DARK)
    qtbot.addWidget(made)
    made.resize(730, 150)
    made.show()
    made.show_flow(COLUMNS, moving=False)
    return made


@pytest.mark.parametrize("width", [680, 1000, 1600])
def test_all_layers_stand_beside_each_other(view, width):
    view.resize(width, 300)
    sheets = view.sheets()
    assert len(sheets) == len(COLUMNS)
    assert sheets[0].left() >= 0
    assert sheets[-1].right() <= width + 0.5
    assert all(a.right() <= b.left() for a, b in itertools.pairwise(sheets))


@pytest.mark.parametrize(("at", "unit"), [(1, 0), (1, 399), (2, 1), (3, 5), (4, 1567)])
def test_a_unit_is_found_where_it_is_drawn(qtbot, view, at, unit):
    assert view.unit_at(view.cell(at, unit).center()) == (at, unit)
    with qtbot.waitSignal(view.picked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell(at, unit).center().toPoint())
    assert told.args == [at, unit]


def test_a_picture_has_no_units(view):
    assert view.unit_at(view.sheets()[0].center()) is None
    assert view.unit_at(QPointF(view.width() - 1.0, view.height() - 1.0)) is None


def test_the_arrow_keys_go_through_layers_and_units(qtbot, view):
    view.choose(1, 7)
    for key, place in (
        (Qt.Key.Key_Down, (1, 8)),
        (Qt.Key.Key_Right, (2, 1)),
        (Qt.Key.Key_Down, (2, 1)),
        (Qt.Key.Key_Up, (2, 0)),
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Left, (1, 0)),
    ):
        qtbot.keyClick(view, key)
        assert view.chosen == place


def test_the_picture_goes_through_and_then_all_is_still(qtbot, view):
    view.show_flow(COLUMNS, moving=True)
    assert view.reached == 1
    qtbot.waitUntil(lambda: view.reached == len(COLUMNS))
    qtbot.waitUntil(lambda: not view._timer.isActive())


def test_a_unit_that_says_more_is_drawn_brighter(view):
    values = np.zeros(2, np.float32)
    values[1] = 3
    view.show_flow((PICTURE, Column("two", values, np.zeros((2, 2), np.float32)), PICTURE), moving=False)
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    corners = [view.cell(1, unit).topLeft() + QPointF(3, 3) for unit in (0, 1)]
    dark, bright = (image.pixelColor((corner * ratio).toPoint()).red() for corner in corners)
    assert bright > dark + 100
