"""The calipers open on a real interval or show no figure, and the keys move them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from assets.sources.record import RecordSource
from monitor.ui.pages.actions.table import help_html
from monitor.ui.review.calipers import MOVED, READY, RR
from tests.monitor.conftest import FS, make_record, rippled

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def window(make_window, play):
    window = make_window()
    window.put_on(RecordSource(rippled(make_record(60))))
    play(window, 7)
    return window


def opened(window, event):
    window.context.review(event)
    return window.pages.made["review"]


def test_they_open_on_the_rr_interval_of_the_first_beat(window):
    event = window.session.log[0]
    review = opened(window, event)
    assert review._calipers.stands == pytest.approx((event.beats[0] / FS - 1, event.beats[0] / FS), abs=0.01)
    assert review.measurement.startswith("1000 ms  ·  60 /min")
    assert review._caption.text() == RR
    review.move_calipers(4.5, 5.0)
    assert review._caption.text() == MOVED


def test_without_a_beat_before_no_figure_is_shown_until_they_are_moved(window):
    event = window.session.log[0]
    first = int(window.session.beats_by_lead()["L1 + L2"].index[0])
    for without in (replace(event, beats=()), replace(event, beats=(first,))):
        review = opened(window, without)
        assert (review._caption.text(), review.measurement) == (READY, "")
    review.move_calipers(4.5, 5.0)
    assert review.measurement.startswith("500 ms")


def test_keys_move_them_and_do_not_seek(window, qtbot):
    review = opened(window, window.session.log[0])
    plots, head = review._plots, window.session.head
    left, right = review._calipers.stands
    plots.setFocus()
    qtbot.waitUntil(plots.hasFocus)
    for key, held, by in (
        (Qt.Key.Key_Right, NONE, (0, 0.01)),
        (Qt.Key.Key_Left, CTRL, (0, -0.09)),
        (Qt.Key.Key_Left, SHIFT, (-0.01, -0.09)),
        (Qt.Key.Key_Right, SHIFT | CTRL, (0.09, -0.09)),
    ):
        qtbot.keyClick(plots, key, held)
        assert review._calipers.stands == pytest.approx((left + by[0], right + by[1]))
    assert review.measurement.startswith("820 ms")
    assert window.session.head == head
    window.header.setFocus()
    plots.clearFocus()
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert window.session.head < head, "elsewhere the key is the stream's"


def test_a_line_stops_at_the_other_and_at_the_end_and_is_followed(window):
    review = opened(window, window.session.log[0])
    left, _ = review._calipers.stands
    review._nudge(-5.0, False)
    assert review._calipers.stands == pytest.approx((left, left))
    review._nudge(60.0, False)
    stop = review._excerpt.start + len(review._excerpt.signal) - 1
    assert review.caliper_s == pytest.approx(stop / FS)
    review._nudge(-60.0, True)
    at = review._calipers.stands[0]
    assert at == pytest.approx(review._excerpt.start / FS)
    first, last = review._signal_plot.viewRange()[0]
    assert first <= at + 1e-9 < last


def test_the_focus_shows_around_the_plot(window, qtbot):
    review = opened(window, window.session.log[0])
    plots = review._plots
    accent = QColor(window.context.theme.accent)

    def ringed():
        image = plots.grab().toImage()
        return image.pixelColor(0, image.height() // 2) == accent

    assert not ringed()
    plots.setFocus()
    qtbot.waitUntil(plots.hasFocus)
    assert ringed()


def test_without_an_alert_the_plot_takes_no_keys(make_window):
    window = make_window()
    window.put_on(RecordSource(make_record(20)))
    window.show_page("review")
    assert window.pages.made["review"]._plots.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_help_names_the_keys():
    page = help_html()
    assert "Move the right caliper" in page
    assert "Shift+Left / Right" in page
    assert "by 10 ms, with Ctrl by 100 ms" in page
