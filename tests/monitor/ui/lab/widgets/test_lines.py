"""Several curves in one picture: what is written beside the axes, and what is drawn."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.lines import Axis, Line, LinesView

RED, GREEN = DARK.forecast, DARK.accent


@pytest.fixture
def view(qtbot):
    lines = {"one": Line("first", "forecast", width=3), "two": Line("second", "accent", width=3)}
    made = LinesView(DARK, "height", "way", lines)
    qtbot.addWidget(made)
    made.resize(400, 240)
    return made


def drawn(view, colour):
    image, wanted = view.grab().toImage(), QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(50, image.height()))


def test_what_is_shown_is_drawn_in_its_colour_and_cleared(view):
    view.show_line("one", [0, 1, 2], [0.0, 1.0, 0.5])
    assert drawn(view, RED) > 50
    assert not drawn(view, GREEN)
    view.show_line("two", [0, 1, 2], [1.0, 0.0, 0.5])
    assert drawn(view, GREEN) > 50
    assert "first 0.5, second 0.5" in view.accessibleDescription()
    view.clear()
    assert not drawn(view, RED)
    assert not len(view.line("one")[0])


def test_a_gap_is_a_gap(view):
    view.show_line("one", np.arange(5), np.ones(5))
    whole = drawn(view, RED)
    view.show_line("one", np.arange(5), [1, 1, np.nan, 1, 1])
    assert 0 < drawn(view, RED) < 0.7 * whole


def test_a_logarithmic_axis_is_written_in_powers_and_leaves_out_what_has_no_logarithm():
    axis = Axis(log=True)
    places = axis.scaled([1e-6, 1.0, 0.0])
    assert places[:2].tolist() == [-6, 0]
    assert np.isnan(places[2])
    low, high = axis.range(places)
    words = [text for _, text in axis.marks(low, high, 10)]
    assert words == ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1"]


def test_ticks_that_are_given_are_written_where_they_are_seen():
    axis = Axis(0.0, 1.0, ticks=(0, 0.5, 1, 2), percent=True)
    assert axis.marks(*axis.range(np.zeros(0)), 5) == [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")]
    assert Axis(5, 500, log=True, ticks=(5, 500)).marks(0.6, 2.8, 5)[1] == (pytest.approx(2.69897), "500")
