"""Rows of digits: as many as have names, each below its own."""

import numpy as np

from models.contract.messages.lab import Picture
from monitor.ui.kit.theme import DARK
from monitor.ui.lab.widgets.digits.digit_rows import DigitRows


def test_rows_are_drawn_below_each_other_and_taken_away(qtbot):
    rows = DigitRows(DARK, ("above", "below"), "nothing yet")
    qtbot.addWidget(rows)
    rows.resize(300, 200)
    ink = np.zeros((56, 84), np.uint8)
    ink[28:] = 255  # the second row is white
    rows.show_rows(Picture(56, 84, ink.tobytes()))
    image = rows.grab().toImage()
    bright = [y for y in range(image.height()) if image.pixelColor(40, y).lightness() > 250]
    assert bright, "the second row is there"
    assert min(bright) > 100
    rows.show_rows(None)
    assert rows.grab().toImage().pixelColor(40, bright[5]).lightness() < 250
