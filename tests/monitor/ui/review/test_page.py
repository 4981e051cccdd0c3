"""The review opens on an alert where there is one, and says what it waits for where there is none."""

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from assets.sources.record import RecordSource
from models.alerts.kinds import Nature
from monitor.ui.kit.drawing.colours import event_shade
from monitor.ui.kit.language import LANGUAGES, speak
from monitor.ui.kit.theme import LIGHT
from monitor.ui.review.drawing import OTHERS
from monitor.ui.review.page import NOTHING_YET
from tests.monitor.conftest import FS, make_record, rippled

OF_AN_ALERT = {"Normal for this patient", "Missed", "‹  Previous alert", "Next alert  ›"}


@pytest.fixture
def window(make_window):
    window = make_window()
    window.put_on(RecordSource(rippled(make_record(60))))
    return window


def enabled(review):
    return {b.text() for b in review.findChildren(QPushButton) if b.isEnabled()}


def test_the_newest_alert_opens_where_none_was_chosen(window, play):
    play(window, 17)
    window.show_page("review")
    review = window.pages.made["review"]
    assert review.shown is window.context.reviewed is window.session.log[-1]
    assert enabled(review) == {*OF_AN_ALERT, "Back to live"}


def test_the_alert_that_was_chosen_stays(window, play):
    play(window, 17)
    chosen = window.session.log[0]
    window.context.review(chosen)
    window.show_page("monitor")
    window.show_page("review")
    window._show_slow_things()
    assert window.pages.made["review"].shown is chosen


def test_other_colours_are_drawn_once_it_is_seen(window, play, qtbot):
    play(window, 17)
    window.show_page("review")
    review = window.pages.made["review"]

    def background():
        return review._plots.backgroundBrush().color().name()

    def inks():
        return {pg.mkPen(one.opts["pen"]).color().name() for one in review._signal_plot.listDataItems()}

    window.show_page("monitor")
    drawn = review._signal_plot
    window.context.set_theme(LIGHT)
    qtbot.waitUntil(lambda: background() == QColor(LIGHT.window).name())
    assert review._signal_plot is drawn, "hidden, it is not drawn anew"
    window.show_page("review")
    qtbot.waitUntil(lambda: QColor(LIGHT.lead(0)).name() in inks())
    assert review._signal_plot is not drawn


def test_without_alerts_it_says_where_they_come_from_and_opens_the_first(window, play):
    play(window, 3)
    window.show_page("review")
    review = window.pages.made["review"]
    window._show_slow_things()
    assert review.shown is None
    assert review._why.text() == NOTHING_YET
    assert enabled(review) == {"Back to live"}
    assert review.measurement == ""
    play(window, 4)
    window._show_slow_things()
    assert review.shown is window.session.log[0]
    assert enabled(review) == {*OF_AN_ALERT, "Back to live"}


def test_undo_is_offered_where_there_is_something_to_undo(window, play):
    play(window, 7)
    window.show_page("review")
    review = window.pages.made["review"]
    assert "Undo" not in enabled(review)
    window.context.actions["mark_normal"].trigger()
    assert "Undo" in enabled(review)
    window.context.actions["undo_mark"].trigger()
    assert "Undo" not in enabled(review)


def test_other_alerts_within_what_is_shown_are_shaded_lightly(window, play):
    play(window, 17)
    window.context.review(window.session.log[1])
    review = window.pages.made["review"]
    theme = window.context.theme
    strengths = {
        event.start: event_shade(theme, event, 1.0 if event is review.shown else OTHERS)
        for event in window.session.log
    }
    assert len(strengths) == 3
    assert all(e.kind.nature is Nature.BEATS for e in window.session.log)
    drawn = {
        round(item.getRegion()[0] * FS): item.brush.color()
        for item in review._signal_plot.items
        if hasattr(item, "getRegion") and item is not review._calipers
    }
    assert drawn == strengths


def test_made_anew_in_another_language_it_draws_the_alert_again(window, play, qtbot):
    play(window, 17)
    window.show_page("review")
    shown = window.pages.made["review"].shown
    try:
        window.languages.choose("ja")
        window.pages.settle()
        review = window.pages.made["review"]
        assert review.shown == shown
        qtbot.waitUntil(lambda: review.ready)
        assert review._plots.updatesEnabled()
        assert review.caliper_s is not None
    finally:
        speak(LANGUAGES[0])
