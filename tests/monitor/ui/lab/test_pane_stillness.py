"""Where nothing is to move of itself, no pane's picture changes until someone touches it."""

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from monitor.ui.kit.drawing.motion import set_still
from monitor.ui.lab.registry import PANES

WATCHED_MS = 1_600
"""Two beats of the shipped recording would have come by then, ms."""


@pytest.fixture(autouse=True)
def stillness(qapp):
    set_still(True)
    yield
    set_still(False)


def stands(pane):
    before = pane.grab().toImage()
    loop = QEventLoop()
    QTimer.singleShot(WATCHED_MS, loop.quit)
    loop.exec()
    return pane.grab().toImage() == before


@pytest.mark.slow
@pytest.mark.parametrize("name", [pane.name for pane in PANES])
def test_every_pane_comes_to_rest(qtbot, open_pane, name):
    pane = open_pane(name)
    qtbot.waitUntil(lambda: stands(pane))


def test_a_climb_shows_its_start_and_its_end_alone(qtbot, open_pane, monkeypatch):
    pane = open_pane("search")
    seen = []
    monkeypatch.setattr(pane._here, "show_image", lambda image: seen.append(pane.climbing))
    pane.climb_from(1.4, -1.6)
    qtbot.waitUntil(lambda: not pane.climbing)
    assert sum(seen) == 2, "where it begins, and the whole way"
    assert len(pane.found.path) > 3


def test_noise_is_taken_away_out_of_sight(qtbot, open_pane, monkeypatch):
    monkeypatch.setattr("monitor.ui.lab.widgets.diffusion.noise_out.STEPS", 15)
    pane = open_pane("diffusion")
    pane.show_section(1)
    part = pane.section
    qtbot.waitUntil(lambda: bool(part.stages) and not part.running)
    seen = []
    monkeypatch.setattr(part.clean[0], "show_image", lambda image: seen.append(len(part.stages)))
    part._begin()
    qtbot.waitUntil(lambda: not part.running)
    assert seen == [len(part.stages)], "the end alone"
    part.slide.setValue(3)
    assert len(seen) == 2, "whoever moves the slider sees each step"


def test_what_runs_to_and_fro_stands_at_once_and_says_why_it_does_not_begin(open_pane):
    set_still(False)
    pane = open_pane("lstm")
    pane.slide_button.click()
    assert pane._timer.isActive()
    set_still(True)
    assert not pane._timer.isActive()
    assert not pane.slide_button.isEnabled()
    assert "Shift+S" in pane.slide_button.toolTip()
    set_still(False)
    assert pane.slide_button.isEnabled()
