"""Zooming time around the pointer, looking back while paused, going to a time."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from assets.sources.record import RecordSource
from monitor.ui.live.goto import GoToDialog, parse_place
from monitor.ui.strips.leads.arrangement import Layout
from monitor.ui.strips.scale import SPEED_RANGE
from tests.monitor.conftest import FS, EndlessSource, make_record

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def window(make_window, play):
    made = make_window()
    made.put_on(RecordSource(make_record(seconds=60)))
    made.session.play()
    play(made, 25)
    return made


def board(window):
    return window.pages.made["monitor"].board


def transport(window):
    return window.pages.made["monitor"].transport


def first_strip(window):
    return next(iter(board(window).strips.values()))


def speed(window):
    return window.pages.made["monitor"].view.scale.speed


def wheel(canvas, x, turned, held=NONE, across=0):
    place = QPointF(x, canvas.height() / 2)
    event = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        QPoint(0, 0),
        QPoint(across, turned),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def pinch(canvas, x, value):
    place = QPointF(x, 10)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)


def drag(qtbot, strip, begin, end):
    y = strip.height() // 2
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(begin, y))
    for i in range(1, 6):
        qtbot.mouseMove(strip, QPoint(begin + (end - begin) * i // 5, y))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(end, y))


# Zooming ------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("paused", [True, False], ids=["paused", "playing"])
@pytest.mark.parametrize("turned", [120, -120, 15])
def test_ctrl_and_the_wheel_zoom_around_the_pointer(window, paused, turned):
    if paused:
        window.session.pause()
    strip = first_strip(window)
    x = strip.timeline.head_column - 40
    held = strip.timeline.sample_under(x)
    wheel(strip, x, turned, CTRL)
    window.frame()
    assert (speed(window) > 25) == (turned > 0)
    assert strip.timeline.sample_under(x) == pytest.approx(held, abs=2)


def test_a_pinch_zooms_in_a_column_too(window):
    window.pages.made["monitor"].view.leads.lay_out(Layout.THREES)
    window.frame()
    pinch(first_strip(window), 20, 0.1)
    assert speed(window) == pytest.approx(27.5)


def test_the_paper_speed_stays_within_its_limits_and_is_shown(window):
    strip = first_strip(window)
    wheel(strip, 100, 120, CTRL)
    assert transport(window).paper.placeholderText() == "30 mm/s"
    assert transport(window).paper.currentIndex() == -1
    for way, limit in ((120, SPEED_RANGE[1]), (-120, SPEED_RANGE[0])):
        for _ in range(30):
            wheel(strip, 100, way, CTRL)
        assert speed(window) == limit
    window.frame()


def test_a_double_click_and_a_key_return_to_the_usual_paper_speed(window, qtbot):
    strip = first_strip(window)
    wheel(strip, 100, 240, CTRL)
    qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    assert speed(window) == 25
    assert transport(window).paper.currentText() == "25 mm/s"
    window.context.actions["zoom_in"].trigger()
    assert speed(window) == 30
    window.context.actions["usual_speed"].trigger()
    assert speed(window) == 25


def test_the_plain_wheel_changes_no_paper_speed(window):
    wheel(first_strip(window), 100, 120)
    assert speed(window) == 25
    assert not board(window).looking.back


def test_a_zoomed_paper_speed_is_found_again(window, make_window):
    window.pages.made["monitor"].view.set_paper_speed(37)
    window.close()
    again = make_window()
    assert speed(again) == 37
    assert transport(again).paper.placeholderText() == "37 mm/s"


# Looking back -------------------------------------------------------------------------------------


def test_a_drag_looks_back_and_leaves_the_replay_where_it_is(window, qtbot):
    window.session.pause()
    head, strip = window.session.head, first_strip(window)
    x = strip.timeline.head_column - 200
    held = strip.timeline.sample_under(x)
    drag(qtbot, strip, x, x + 150)
    for _ in range(10):
        window.frame()
    assert board(window).looking.back
    assert strip.timeline.sample_under(x + 150) == pytest.approx(held, abs=2)
    assert window.session.head == head == window.session.replay.position
    assert transport(window)._time.text().startswith("◂")
    assert all(c._painted == c.timeline.newest for c in board(window).canvases)


@pytest.mark.parametrize("way", ["play", "end", "seek"])
def test_play_end_and_a_jump_return_to_the_present(window, way):
    window.session.pause()
    window.context.actions["look_back"].trigger()
    assert board(window).looking.back
    if way == "play":
        window.session.play()
    elif way == "end":
        window.context.actions["look_at_present"].trigger()
    else:
        window.session.seek(5 * int(FS))
    window.frame()
    assert not board(window).looking.back
    assert board(window).timeline.newest == window.session.head
    assert not transport(window)._time.text().startswith("◂")


def test_the_wheel_and_keys_move_the_page_within_what_was_played(window):
    window.session.pause()
    timeline = board(window).timeline
    wheel(first_strip(window), 100, 120, SHIFT)
    one = timeline.look
    assert one < window.session.head
    wheel(first_strip(window), 100, 0, across=-120)
    assert timeline.look == pytest.approx(window.session.head, abs=1)
    for _ in range(60):
        window.context.actions["look_back"].trigger()
    assert timeline.first_visible == timeline.start
    for _ in range(60):
        window.context.actions["look_forward"].trigger()
    assert timeline.look == window.session.head


def test_while_playing_a_drag_says_what_to_do(window, qtbot):
    drag(qtbot, first_strip(window), 300, 400)
    assert not board(window).looking.back
    assert "Pause (Space) to look back" in window.messages.text


def test_columns_look_back_with_the_rhythm_strip(window):
    window.put_on(RecordSource(make_record(seconds=60, leads=12)))
    window.session.pause()
    window.session.seek(30 * int(FS))
    window.pages.made["monitor"].view.leads.lay_out(Layout.THREES)
    window.session.replay.play()
    board(window).timeline.start = 0
    window.session.replay.pause()
    window.context.actions["look_back"].trigger()
    for _ in range(30):
        window.frame()
    rows = board(window).rows
    assert {strip._painted for strip in rows.all_strips} == {board(window).timeline.look}


# Going to a time ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90.5 s", 90.5),
        ("17:05", 1025),
        ("0:03,5", 3.5),
        ("1:02:30", 3750),
        ("75:00", 4500),
        (" 1:00 ", 60),
        ("#720", 2),
        ("sample 720", 2),
        ("720 samples", 2),
    ],
)
def test_a_time_or_a_sample_is_read(text, seconds):
    assert parse_place(text, FS) == round(seconds * FS)


@pytest.mark.parametrize("text", ["", "x", "-5", "1:75", "1:61:00", "nan", "1e9", "1::2", "#", "9" * 40])
def test_what_is_no_time_is_refused_in_a_sentence_with_the_forms(text):
    with pytest.raises(ValueError, match=r"Type 1:02:30 .*\(a sample\)\.$"):
        parse_place(text, FS)


def dialog(window, qtbot):
    window.context.actions["go_to_time"].trigger()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, GoToDialog) and w.isVisible()]
    (one,) = found
    return one


def test_the_dialog_goes_there_and_says_what_is_wrong(window, qtbot):
    asked = dialog(window, qtbot)
    asked.entry.setText("soon")
    qtbot.keyClick(asked.entry, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert "“soon” is no time" in asked.words.text()
    asked.entry.setText("0:12.5")
    qtbot.keyClick(asked.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.head == round(12.5 * FS))


def test_beyond_the_end_lies_the_end(window, qtbot):
    asked = dialog(window, qtbot)
    asked.entry.setText("9:00")
    qtbot.keyClick(asked.entry, Qt.Key.Key_Return)
    assert window.session.head == 60 * FS
    assert "ends at 01:00.0" in window.messages.text


def test_a_stream_that_cannot_go_elsewhere_says_so(make_window):
    window = make_window()
    window.put_on(EndlessSource())
    window.context.actions["go_to_time"].trigger()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, GoToDialog) and w.isVisible()]
    assert "cannot go to another place" in window.messages.text
