"""Several curves in one picture: what is written beside the axes, and what is drawn."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.plots.lines import Line, LinesView

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
