"""The bounds close for the digit that is there, and what is said holds for what is drawn."""

import numpy as np
import pytest

from models.digits.likelihood.closing import Closing
from models.digits.likelihood.pixels import GREY
from monitor.ui.lab.panes.generate.likelihood import said


def done(pane):
    return pane.bars.known is not None and pane.bars.known.exact is not None


@pytest.fixture
def shown(open_pane, monkeypatch):
    monkeypatch.setattr("monitor.ui.lab.panes.generate.likelihood.BREATH_S", 0.0)
    return open_pane("likelihood")


def test_the_bounds_close_on_the_exact_value(shown, qtbot):
    shown.choose(GREY)
    assert shown.bars.empty == "It is being worked out …"
    qtbot.waitUntil(lambda: done(shown))
    known = shown.bars.known
    assert known.exact < known.elbo
    assert known.bounds[4096] == pytest.approx(known.exact, abs=0.5), "a draw may be lucky"
    gap = known.elbo - known.exact
    assert f"{gap:.2f} nats short of the truth" in shown.said.text()
    assert "no likelihood" in shown.said.text()
    assert not shown.again.isEnabled()
    assert f"exact {known.exact:.2f}" in shown.bars.accessibleName()


@pytest.mark.slow
def test_another_digit_begins_anew_and_leaving_ends_the_work(shown, lab, qtbot):
    shown.choose(GREY)
    qtbot.waitUntil(lambda: done(shown))
    before = shown.bars.known.exact
    lab.state.show(np.zeros((28, 28), np.float32), "nothing")
    qtbot.waitUntil(lambda: done(shown) and shown.bars.known.exact != before)
    assert shown.bars.known.exact < before, "an empty picture is the likeliest of all: most pixels are black"
    thread = shown._thread
    lab.state.show(np.eye(28, dtype=np.float32), "a stroke")
    shown.stop()
    qtbot.waitUntil(thread.isFinished)
    assert not shown.running


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0.001, "nothing to speak of is missing"),
        (0.4, "0.40 nats are missing"),
        (-0.02, "it is 0.02 too good, by chance"),
    ],
)
def test_what_is_said_follows_the_sign(left, words):
    known = Closing({1: 155.0, 50: 153.0, 500: 152.5, 4096: 152.0 + left}, 4096, 1.0, 152.0)
    assert words in said(known, "dynamic")
    assert "grey" not in said(known, "dynamic")
