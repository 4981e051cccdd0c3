"""The timeline's geometry, and that it draws what it is given."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from monitor.bedside.teaching.file import Span
from monitor.ui.kit.theme import DARK, LIGHT
from monitor.ui.teaching.parts.lanes import (
    MOST_TRACKS,
    NAMES_PX,
    OUTLINE_PX,
    Lane,
    Lanes,
    bare_until,
    outline,
    tracks,
)
from tests.monitor.conftest import pixels

FS = 100.0


@pytest.fixture
def lanes(qtbot):
    made = Lanes(DARK)
    qtbot.addWidget(made)
    made.resize(900, 200)
    truth = Lane("What was so", (Span(1000, 2000, "<b>VT</b>", "vt"),), "truth")
    marks = Lane("Ada", (Span(1500, 1500, "VT", "right"),), "marks")
    made.show_lanes([truth, marks], FS, 0, 6000, outline(np.sin(np.arange(6000) / 30), 200))
    return made


def test_a_click_is_the_sample_that_stands_there(lanes, qtbot):
    for sample in (0, 1500, 5999):
        assert lanes.sample_at(lanes.x_of(sample)) == sample


def test_words_under_the_pointer_are_those_of_the_span(lanes):
    assert lanes.words_at(lanes.x_of(1200), 10) == "00:10.0 to 00:20.0  <b>VT</b>"
    assert lanes.words_at(lanes.x_of(3000), 10) == ""
    assert lanes.words_at(NAMES_PX - 5, 10) == ""
    at, none = QPointF(lanes.x_of(1200), 10), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(lanes, move)
    assert "<\u2060b>VT" in lanes.toolTip()


def test_spans_are_drawn_where_they_are_and_change_with_the_theme(lanes):
    dark = pixels(lanes.grab().toImage())
    y = 10
    inside, outside = (dark[y, round(lanes.x_of(at))] for at in (1800, 3000))
    assert abs(inside - outside).sum() > 60
    lanes.theme = LIGHT
    assert abs(pixels(lanes.grab().toImage()) - dark).mean() > 50


def test_the_time_at_the_very_end_is_written_whole(lanes):
    def ink() -> int:
        """Pixels of the words 01:00 below the lanes."""
        picture, x = pixels(lanes.grab().toImage()), round(lanes.x_of(60 * FS))
        words = picture[round(lanes._foot) + OUTLINE_PX + 2 :, x - 30 : x + 30]
        return int((abs(words - words[-1, 0]).sum(axis=-1) > 60).sum())

    at_the_end = ink()
    lanes.show_lanes([], FS, 0, 12000, outline(np.zeros(12000), 200))
    in_the_middle = ink()
    assert in_the_middle > 50
    assert at_the_end > 0.9 * in_the_middle


def test_the_cursor_stays_in_view_when_zoomed(lanes):
    lanes._look(0, 1000)
    lanes.set_cursor(4000)
    first, last = lanes._view
    assert first <= 4000 <= last
    assert last - first == 1000


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 40)), max_size=20))
def test_spans_of_one_track_do_not_overlap_while_there_are_tracks(pairs):
    spans = sorted((Span(a, a + n, "") for a, n in pairs), key=lambda s: s.start)
    places = tracks(spans)
    assert all(0 <= track < of <= MOST_TRACKS for track, of in places)
    for track in range(MOST_TRACKS - 1):
        own = [s for s, (t, _) in zip(spans, places, strict=True) if t == track]
        assert all(a.end < b.start for a, b in pairwise(own))


def test_an_outline_has_gaps_where_the_signal_has():
    values = np.r_[np.zeros(50), np.full(50, np.nan), np.ones(100)]
    found = outline(values, 4)
    assert found[0].tolist() == [0, 0]
    assert np.isnan(found[1]).all()
    assert found[3].tolist() == [1, 1]


def test_an_outline_has_no_gap_where_the_signal_leaps():
    values = np.repeat([0.0, 5.0, 1.0, 1.0], 10)
    found = outline(values, 4)
    assert found.tolist() == [[0, 0], [0, 5], [1, 5], [1, 1]], "each column reaches to the one before"


def test_words_of_a_span_end_where_another_one_lies_over_it():
    spans = [Span(0, 1000, "sinus"), Span(30, 900, "PVC"), Span(950, 960, "PVC"), Span(2000, 2100, "VT")]
    assert bare_until(spans) == [30, 900, 960, 2100]
    assert bare_until([Span(0, 1000, "sinus"), Span(0, 400, "PVC")]) == [0, 400]
    assert bare_until([]) == []
