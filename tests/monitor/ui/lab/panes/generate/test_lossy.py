import numpy as np
import pytest
from PySide6.QtCore import Qt

from models.digits.lossy.catalogue import ALL
from monitor.ui.lab.panes.generate.lossy import CODES, DRAWINGS


def finish(qtbot, pane):
    qtbot.waitUntil(lambda: pane.drawing is not None and not pane.running)


@pytest.mark.slow
def test_a_digit_is_drawn_three_times_pixel_by_pixel(qtbot, open_pane):
    pane = open_pane("lossy")
    qtbot.waitUntil(lambda: pane.drawing is not None and 0 < pane.drawing.drawn)
    finish(qtbot, pane)
    assert pane.drawing.drawn == 784
    images = pane.drawing.images
    assert len(images) == DRAWINGS
    assert (images[0] != images[1]).any(), "coins are thrown for each"
    assert not pane.views[0].image.isNull()
    assert pane.said.text().startswith("The judge takes them for")
    code, pixels = np.mean(pane._measured, 0)
    assert len(pane._measured) == CODES
    assert pane.nats.text() == f"{code:.1f} nats in the code, {pixels:.1f} left to the pixels"
    given = pane.given.image
    pane._again()
    qtbot.waitUntil(lambda: pane.drawing.drawn == 784)
    assert (pane.drawing.images != images).any(), "other coins for the same code"
    assert pane.given.image == given


@pytest.mark.slow
def test_the_slider_changes_what_a_pixel_sees_and_who_draws(qtbot, open_pane):
    pane = open_pane("lossy")
    finish(qtbot, pane)
    wide = pane.nats.text()
    qtbot.keyClick(pane.reach, Qt.Key.Key_Home)
    assert not pane.window_view.seen
    assert "nothing of its own drawing" in pane.sees.text()
    finish(qtbot, pane)
    assert pane.network.reach == ALL[0].settings["reach"] == 0
    assert pane.nats.text() != wide
    qtbot.keyClick(pane.reach, Qt.Key.Key_Right)
    assert "11 pixels" in pane.sees.text()
    assert (0, -1) in pane.window_view.seen


def test_it_waits_while_nobody_sees_it(qtbot, lab, open_pane):
    pane = open_pane("lossy")
    qtbot.waitUntil(lambda: pane.drawing is not None)
    lab.show_pane("map")
    at = pane.drawing.drawn
    qtbot.wait(100)
    assert pane.drawing.drawn == at < 784
    open_pane("lossy")
    finish(qtbot, pane)
    assert pane.drawing.drawn == 784
