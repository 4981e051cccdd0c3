"""Marks set in review: they show at once, can be taken back, and belong to one signal."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor

from assets.records.demo import DEMO_START
from assets.sources.record import RecordSource
from models.contract.marks import MISSED, NORMAL, read_marks
from monitor.ui.strips.signs.marks import LEGEND, MARK_PX
from tests.monitor.conftest import FS, make_record, pixels


@pytest.fixture
def window(make_window, play):
    window = make_window()
    window.put_on(RecordSource(replace(make_record(60), identity="file:/a/made")))
    play(window, 12)
    return window


def press(window, name):
    window.context.actions[name].trigger()


def kept(window):
    return window.context.home.marks.all()


def test_an_alert_s_beats_are_marked_by_source_and_lead(window):
    event = window.session.log[0]
    window.context.review(event)
    press(window, "mark_normal")
    (mark,) = kept(window)
    assert (mark.source, mark.sample, mark.lead, mark.fs) == ("file:/a/made", event.beats[0], "L1", FS)
    assert mark.mark == NORMAL
    assert window.context.messages.said[-1].text.startswith("Marked as normal for this patient: 00:05.0.")
    assert read_marks(window.context.home.marks.path).marks == (mark,)


def test_the_same_key_again_takes_the_mark_away(window):
    window.context.review(window.session.log[0])
    press(window, "mark_normal")
    press(window, "mark_normal")
    assert kept(window) == ()
    assert window.context.messages.said[-1].text == "No longer marked: 00:05.0."
    review = window.pages.made["review"]
    review.move_calipers(6.0, 7.0)
    press(window, "mark_missed")
    review.move_calipers(6.0, 7.1)
    press(window, "mark_missed")
    assert kept(window) == (), "100 ms beside it is still the same beat"


def test_a_beat_is_normal_or_missed_and_not_both(window):
    event = window.session.log[0]
    window.context.review(event)
    press(window, "mark_normal")
    window.pages.made["review"].move_calipers(4.0, event.peak / FS + 0.05)
    press(window, "mark_missed")
    assert [m.mark for m in kept(window)] == [MISSED]


def test_several_steps_are_undone(window):
    for event in list(window.session.log)[:2]:
        window.context.review(event)
        press(window, "mark_normal")
    assert len(kept(window)) == 2
    window.show_page("monitor")
    press(window, "undo_mark")
    assert window.context.messages.said[-1].text == "Taken back: 1 mark taken away in made."
    press(window, "undo_mark")
    assert kept(window) == ()
    press(window, "undo_mark")
    assert window.context.messages.said[-1].text == "There is no change of marks to take back."


def test_marks_of_an_excerpt_are_of_the_whole_record(make_window, play):
    window = make_window()
    window.put_on(RecordSource(replace(make_record(60), identity="mitdb/208", offset=DEMO_START)))
    play(window, 12)
    window.context.review(window.session.log[0])
    press(window, "mark_normal")
    assert {m.source for m in kept(window)} == {"mitdb/208"}
    assert [m.sample - DEMO_START for m in kept(window)] == list(window.session.log[0].beats)


def test_nothing_is_marked_in_a_record_that_was_opened_since(window):
    old = window.session.log[0]
    window.context.review(old)
    window.put_on(RecordSource(replace(make_record(60, name="207"), identity="mitdb/207")))
    review = window.pages.made["review"]
    assert review.shown is None
    assert review.caliper_s is None
    for name in ("mark_normal", "mark_missed"):
        press(window, name)
        assert kept(window) == ()
    window.context.reviewed = old  # and if an alert of before were still there: it carries its source
    press(window, "mark_normal")
    assert kept(window) == ()
    assert "not open any more" in window.context.messages.said[-1].text


def test_a_mark_shows_on_the_strip_at_once_and_goes_with_it(make_window, play):
    window = make_window()
    window.put_on(RecordSource(make_record(60)))
    play(window, 7.5)
    board = window.pages.made["monitor"].board
    strip = board.strips[window.session.lead]
    assert LEGEND in strip.toolTip()
    event = window.session.log[0]
    at = round(board.timeline.virtual(event.beats[0]))
    assert at < board.timeline.width, "still on its first lap"
    box = slice(-MARK_PX - 3, None), slice(at - MARK_PX // 2, at + MARK_PX // 2 + 1)

    def inked():
        window.frame()
        board.paint(10.0)  # a frame leaves what it has no time for to the next
        colour = np.array(QColor(window.context.theme.text).getRgb()[2::-1])
        return int((np.abs(pixels(strip.grab().toImage())[box] - colour).sum(axis=-1) < 90).sum())

    before = inked()
    window.context.review(event)
    window.show_page("monitor")
    press(window, "mark_normal")
    tick = inked()
    assert tick > before + 5
    window.pages.made["review"].move_calipers(4.0, event.beats[0] / FS)
    press(window, "mark_missed")
    triangle = inked()
    assert triangle > tick + 10, "another shape"
    press(window, "undo_mark")
    assert inked() == tick
    press(window, "undo_mark")
    assert inked() == before
    other = next(s for lead, s in board.strips.items() if lead != window.session.lead)
    assert LEGEND not in other.toolTip()


def test_a_mark_shows_in_the_review_at_once(window):
    window.context.review(window.session.log[0])
    review = window.pages.made["review"]

    def shown():
        return [item.getData()[0].tolist() for item in review._drawn_marks]

    assert shown() == [[], []]
    press(window, "mark_normal")
    at = window.session.log[0].beats[0] / FS
    assert shown() == [[pytest.approx(at)], []]
    review.move_calipers(6.0, 7.0)
    press(window, "mark_missed")
    assert shown() == [[pytest.approx(at)], [pytest.approx(7.0)]]
    window.context.review(window.session.log[1])
    assert shown() == [[pytest.approx(at)], [pytest.approx(7.0)]], "its surroundings reach so far"


def test_what_is_missing_to_mark_is_not_said_of_another_record(window):
    press(window, "mark_normal")
    assert window.messages.text == "Choose an alert to mark it."
    window.put_on(RecordSource(make_record(20, name="other")))
    assert window.messages.text != "Choose an alert to mark it."
