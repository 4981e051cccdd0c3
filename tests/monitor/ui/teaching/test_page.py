"""The page "Class": panes, keys of learners, and what the window keeps to itself meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assets.sources.record import RecordSource
from monitor.alarms.lifecycle import Audio
from monitor.bedside.teaching.findings import Finding
from tests.monitor.conftest import make_record

Key = Qt.Key


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(make_record(60.0)))
    made.show_page("class")
    return made


@pytest.fixture
def page(window):
    return window.pages.need("class")


def test_every_pane_can_be_shown_and_no_other(page):
    for name in page.pane_names:
        page.show_pane(name)
        assert page.pane is page.panes[name]
    with pytest.raises(ValueError, match="no pane"):
        page.show_pane("nothing")


def test_a_learner_s_key_is_his_and_not_the_window_s(window, page, play):
    page.lesson.start()
    play(window, 3)
    playing = window.session.playing
    theme = window.context.theme
    for key in (Key.Key_Space, Key.Key_5, Key.Key_1):
        QTest.keyClick(page.lesson, key)
    assert [m.finding for m in page.lesson.watching.marks] == [None, Finding.VT, Finding.SINUS]
    assert window.session.playing is playing
    QTest.keyClick(page.lesson, Key.Key_T)  # nobody's: the window's
    assert window.context.theme is not theme


def test_with_keys_of_their_own_a_letter_is_the_second_learner_s(window, page, play):
    page.learners.set("Ada, Bob", True)
    page.lesson.start()
    play(window, 2)
    theme = window.context.theme
    QTest.keyClick(page.lesson, Key.Key_T)
    QTest.keyClick(page.lesson, Key.Key_Return)
    assert [(m.learner, m.finding) for m in page.lesson.watching.marks] == [
        ("Bob", Finding.VT),
        ("Bob", None),
    ]
    assert window.context.theme is theme


def test_a_key_that_is_held_down_marks_once(window, page, play):
    page.lesson.start()
    play(window, 2)
    QTest.keyPress(page.lesson, Key.Key_Space)
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    QCoreApplication.sendEvent(page.lesson, held)
    assert len(page.lesson.watching.marks) == 1


def test_names_are_typed_without_marking_anything(window, page, play):
    page.lesson.start()
    play(window, 2)
    line = page.quiz.findChildren(type(page.quiz.seed.lineEdit()))[0]
    page.show_pane("quiz")
    line.setFocus()
    QTest.keyClicks(line, "159")
    assert page.lesson.watching.marks == []


def test_while_learners_mark_the_window_does_not_tell_and_is_silent(window, page, play):
    assert window.banner.isVisible()
    page.lesson.start()
    play(window, 12)
    window._show_slow_things()
    assert not window.banner.isVisible()
    assert "alert" not in window.header.facts
    assert window.session.life_cycle.audio is Audio.OFF
    page.lesson.end()
    window._show_slow_things()
    assert window.banner.isVisible()
    assert window.session.life_cycle.audio is Audio.ON


def test_on_another_page_the_window_tells_as_ever(window, page, play):
    page.lesson.start()
    play(window, 3)
    window.show_page("monitor")
    window._show_slow_things()
    assert window.banner.isVisible()


def test_return_begins_what_the_card_offers(window, page):
    page.setFocus()
    page.activate()
    QTest.keyClick(page.lesson, Key.Key_Return)
    assert page.lesson.watching is not None
