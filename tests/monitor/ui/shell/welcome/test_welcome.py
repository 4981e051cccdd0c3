"""Three doors at the first start, and tours that point at real controls and are left at once."""

from argparse import Namespace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from assets.sources.record import RecordSource
from monitor.ui.shell.app import greets
from monitor.ui.shell.welcome.callout import Callout, beside
from monitor.ui.shell.welcome.tours import TOURS

BY_NAME = {tour.name: tour for tour in TOURS}


@pytest.fixture
def window(make_window, play, record):
    made = make_window(size=(1366, 768))
    made.put_on(RecordSource(record))
    play(made, 1)
    return made


def test_the_doors_are_shown_once(make_window):
    window = make_window()
    assert window.welcome.doors is None, "a window by itself shows none"
    window.welcome.greet()
    assert window.welcome.doors.isVisible()
    window.welcome.doors.reject()
    assert window.welcome.doors is None
    window.welcome.greet()
    assert window.welcome.doors is None
    window.context.actions["show_tours"].trigger()
    assert window.welcome.doors.isVisible(), "they are found again"
    window.welcome.doors.reject()


@pytest.mark.parametrize(
    ("asked", "platform", "shown"),
    [
        ({}, "xcb", True),
        ({}, "offscreen", False),
        ({"named": True}, "xcb", False),
        ({"record_to": "folder"}, "xcb", False),
        ({"publish": "name"}, "xcb", False),
    ],
)
def test_only_a_start_that_asks_for_nothing_shows_them(asked, platform, shown):
    usual = {"named": False, "record_to": None, "publish": None, "speed": None, "alert_on": None}
    assert greets(Namespace(**(usual | asked)), platform) is shown


def points_at(callout, control):
    """The ring is around the control, which is looked for anew, as the callout does by itself."""
    assert control is not None
    callout.follow()
    above, part = [], control
    while part is not None:
        above.append((type(part).__name__, part.geometry().getRect(), part.isVisible()))
        part = part.parentWidget()
    place = QRect(control.mapTo(control.window(), QPoint()), control.size())
    assert callout.ring.isVisible(), above
    assert callout.ring.geometry().adjusted(-5, -5, 5, 5).intersects(place), above


@pytest.mark.parametrize("name", BY_NAME)
def test_each_step_points_at_a_control_that_is_seen_and_does_not_cover_it(window, qtbot, name):
    window.welcome.show_tours()
    window.welcome.doors.doors[name].click()
    callout = window.welcome.callout
    assert window.context.page == BY_NAME[name].page
    if BY_NAME[name].scenario:
        qtbot.waitUntil(lambda: window.instructor.desk.course is not None)
    for number, step in enumerate(BY_NAME[name].steps):
        assert callout.number == number
        qtbot.waitUntil(lambda step=step: points_at(callout, step.find(window)))
        assert callout.words.text() == step.words
        host = step.find(window).window()
        assert callout.parentWidget() is host
        assert host.rect().contains(callout.geometry())
        callout.next.click()
    assert window.welcome.callout is None, "after the last step it is over"


def test_the_door_to_teaching_leads_into_a_scenario_that_runs_in_two_windows(window, qtbot):
    window.welcome.begin(BY_NAME["teach"])
    qtbot.waitUntil(lambda: window.instructor.desk.course is not None)
    shown, callout = window.instructor.shown, window.welcome.callout
    assert shown.isVisible()
    assert shown.course.chosen.name == "first-pvc"
    assert window.session.playing
    assert window.instructor.bar.isVisible()
    steps = BY_NAME["teach"].steps
    assert {step.find(window).window() for step in steps} == {window, shown}
    callout.go(2)
    assert callout.parentWidget() is shown
    shown.close()
    assert callout.parentWidget() is window
    assert callout.isVisible(), "a window that is closed does not take the tour with it"
    window.context.actions["show_instructor"].trigger()
    callout.follow()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert window.welcome.callout is None, "it is left at once from either window"
    assert window.instructor.desk.course is not None, "the scenario goes on"


def test_a_tour_survives_another_language_in_both_windows(window, qtbot):
    window.welcome.begin(BY_NAME["teach"])
    callout = window.welcome.callout
    callout.go(3)
    window.renew()
    qtbot.waitUntil(lambda: callout.parentWidget() is window.instructor.shown)
    callout.go(1)
    assert callout.isVisible()
    callout.end()


def test_what_is_being_recorded_is_not_taken_away_by_a_tour(window, qtbot, tmp_path):
    window.recording.record_to(tmp_path)
    before = window.session.source
    window.welcome.begin(BY_NAME["teach"])
    assert window.instructor.shown.isVisible()
    said = [m.text for m in window.context.messages.said]
    assert any("Start begins the scenario" in text for text in said)
    qtbot.wait(50)
    assert window.session.source is before
    window.welcome.leave()


def test_it_survives_other_sizes_other_pages_and_controls_that_are_not_there(window, qapp):
    window.welcome.begin(BY_NAME["watch"])
    callout = window.welcome.callout
    for size in ((960, 580), (1920, 1080)):
        window.resize(*size)
        qapp.processEvents()
        callout.follow()
        assert window.rect().contains(callout.geometry())
    window.show_page("retraining")
    callout.follow()
    assert not callout.ring.isVisible()
    assert callout.isVisible()
    window.show_page("monitor")
    callout.follow()
    assert callout.ring.isVisible()
    window.pages.need("monitor").board.lanes.clear()
    callout.go(1)
    assert not callout.ring.isVisible(), "the lane is gone"


def test_keys_lead_through_it_and_esc_leaves_at_once(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.welcome.begin(BY_NAME["watch"])
    callout = window.welcome.callout
    assert isinstance(window.focusWidget(), QPushButton)
    playing = window.session.playing
    for key, number in (
        (Qt.Key.Key_Space, 1),
        (Qt.Key.Key_Return, 2),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Space, 1),
    ):
        qtbot.keyClick(window.focusWidget(), key)
        assert callout.number == number
    assert window.session.playing is playing, "its keys are not the window's"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.welcome.callout is None
    assert not window.findChildren(Callout) or not window.findChildren(Callout)[0].isVisible()
    window.welcome.begin(BY_NAME["teach"])
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.welcome.callout is None, "wherever the focus is"


def test_return_leads_through_a_tour_across_pages_and_windows_and_presses_nothing_else(window, qtbot):
    window.welcome.begin(BY_NAME["teach"])
    qtbot.waitUntil(lambda: window.instructor.desk.course is not None)
    callout = window.welcome.callout
    qtbot.waitUntil(window.isActiveWindow)
    for number in range(len(BY_NAME["teach"].steps)):
        assert callout.number == number
        host = callout.parentWidget()
        qtbot.waitUntil(lambda host=host: host.isActiveWindow())
        assert host.focusWidget() is callout.next
        qtbot.keyClick(host.focusWidget(), Qt.Key.Key_Return)
    assert window.welcome.callout is None
    assert window.pages.need("class").lesson.watching is None, "no class has begun"


def test_a_tour_begins_in_front_of_the_window_that_opens_with_it(window, qtbot):
    window.welcome.begin(BY_NAME["teach"])
    callout, shown = window.welcome.callout, window.instructor.shown
    callout.timer.stop()
    shown.activateWindow()  # as a window manager does with one that is new
    qtbot.waitUntil(shown.isActiveWindow)
    callout.settle()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is callout.next
    callout.go(1)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    callout.settle()
    qtbot.wait(50)
    assert shown.isActiveWindow(), "afterwards it leaves the windows where they were put"


def test_a_callout_lies_beside_its_control_or_else_in_a_corner():
    room, size = QRect(0, 0, 1000, 600), QSize(320, 120)
    for target in (QRect(10, 10, 80, 30), QRect(900, 560, 80, 30), QRect(0, 0, 400, 600)):
        place = QRect(beside(target, size, room), size)
        assert room.contains(place)
        assert not place.intersects(target)
    everything = QRect(beside(room, size, room), size)
    assert everything == QRect(beside(QRect(), size, room), size)
    assert room.contains(everything)


def test_a_control_that_is_scrolled_away_is_brought_into_view_once(window, qtbot):
    window.welcome.begin(BY_NAME["teach"])
    qtbot.waitUntil(lambda: window.instructor.desk.course is not None)
    shown, callout = window.instructor.shown, window.welcome.callout
    shown.resize(shown.width(), 320)
    (whole,) = shown.centralWidget().findChildren(
        QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    qtbot.waitUntil(lambda: whole.verticalScrollBar().maximum() > 0)
    callout.go(3)
    qtbot.waitUntil(lambda: points_at(callout, shown.course.hold))
    whole.verticalScrollBar().setValue(0)
    callout.follow()
    assert whole.verticalScrollBar().value() == 0, "who scrolls on is not fetched back"
