"""A long record is looked over in the background: all of it is seen a little, none of it is kept."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from assets.errors import RecordError
from monitor.alerts.log import AlertLog
from monitor.ui.kit.theme import DARK
from monitor.ui.strips import outline, overview
from monitor.ui.strips.outline import Outline
from monitor.ui.strips.overview import Overview

FS = 100.0
N = 1_000_000
"""Samples; a tall wave stands in the second half, a gap in the last tenth."""


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch):
    monkeypatch.setattr(outline, "REST_S", 0)


def glance(start, stop):
    at = np.arange(start, min(stop, N), dtype=np.float32)
    wave = np.where(at < N / 2, 1.0, 3.0) * np.sign(np.sin(at))
    return np.where(at >= 0.9 * N, np.nan, wave).astype(np.float32)


def finish(thread):
    thread.start()
    assert thread.wait(90_000)


def test_every_stretch_is_seen(qtbot):
    thread = Outline(glance, FS, N)
    finish(thread)
    low, high = thread.envelope(100)
    assert np.array_equal(high[:50], np.ones(50))
    assert np.array_equal(low[:50], -np.ones(50))
    assert np.array_equal(high[50:90], np.full(40, 3.0))
    assert np.isnan(high[90:]).all()
    wide, _ = thread.envelope(5000)
    assert np.isfinite(wide[:4490]).all()


def test_it_asks_for_little_and_for_nothing_twice(qtbot):
    asked = []

    def counted(start, stop):
        asked.append((start, stop))
        return glance(start, stop)

    finish(Outline(counted, FS, N))
    assert len(asked) == outline.COLUMNS
    assert max(stop - start for start, stop in asked) <= outline.SEEN_S * FS
    asked.sort()
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(asked))


def test_told_to_stop_it_looks_no_further(qtbot):
    asked = []

    def counted(start, stop):
        asked.append(start)
        if len(asked) == 5:
            thread.ask_to_stop()
        return glance(start, stop)

    thread = Outline(counted, FS, N)
    finish(thread)
    assert len(asked) == 5


def test_what_was_seen_stays_where_the_rest_cannot_be_read(qtbot):
    def breaks(start, stop):
        if start > N / 10:
            raise RecordError("gone")
        return glance(start, stop)

    thread = Outline(breaks, FS, N)
    with qtbot.waitSignal(thread.grown):
        thread.start()
    assert thread.wait(90_000)
    assert np.isfinite(thread.envelope(outline.COLUMNS)[1]).sum() == pytest.approx(
        outline.COLUMNS / 80, abs=2
    )


@pytest.fixture
def drawn(qtbot, monkeypatch):
    monkeypatch.setattr(overview, "AT_ONCE", N - 1)
    widget = Overview(AlertLog(), DARK)
    widget.resize(400, 52)
    qtbot.addWidget(widget)
    yield widget
    widget.stop()
    widget.close()  # before the number above is put back: what is still to be painted would go by that


def columns_drawn(widget):
    image = widget._coming
    return sum(
        any(image.pixelColor(x, y).alpha() for y in range(image.height())) for x in range(image.width())
    )


def refuse(start, stop):
    raise AssertionError("a long record is not gone through by who draws it")


def test_a_long_record_is_drawn_as_it_becomes_known(drawn, qtbot):
    drawn.show_source(refuse, FS, N, glance)
    qtbot.waitUntil(lambda: columns_drawn(drawn) >= 0.89 * 400)


def test_a_short_record_is_drawn_at_once(drawn):
    def refuse_glance(start, stop):
        raise AssertionError("there is no need to look at parts")

    drawn.show_source(glance, FS, N - 1, refuse_glance)
    assert columns_drawn(drawn) >= 0.89 * 400


def test_another_record_is_not_drawn_with_what_is_known_of_the_first(drawn, qtbot):
    drawn.show_source(refuse, FS, N, glance)
    first = drawn._outline
    drawn.show_source(lambda start, stop: np.full(stop - start, np.nan, np.float32), FS, 1000)
    assert first.wait(90_000)
    assert columns_drawn(drawn) == 0


def test_a_click_far_along_a_record_of_years_goes_there(drawn, qtbot):
    """Qt's own int has 32 bits."""
    n = 2**36
    drawn.show_source(refuse, FS, n, lambda start, stop: np.zeros(0, np.float32))
    with qtbot.waitSignal(drawn.seek_asked) as asked:
        qtbot.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert asked.args[0] == pytest.approx(n / 2, rel=0.01)
