"""A line moved by hand says so, and goes back: by its cross, a double click, a key, another patient."""

import pytest
from PySide6.QtCore import QPoint, Qt

from assets.sources.record import RecordSource
from models.alerts.reasons import Channel
from tests.monitor.conftest import make_record, rippled


@pytest.fixture
def window(make_window, play):
    made = make_window()
    made.put_on(RecordSource(rippled(make_record(40))))
    play(made, 2)
    made.session.set_sensitivity(2)
    return made


def lane_of(window, channel=Channel.ECTOPY):
    return window.pages.made["monitor"].board.lanes[channel]


def words(window):
    return window.pages.made["monitor"].sensitivity._words.text()


def by_cross(lane, qtbot):
    at = lane._cross().center().toPoint()
    qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=at)


def by_double_click(lane, qtbot):
    at = QPoint(100, round(lane._y(lane.threshold)))
    qtbot.mouseDClick(lane, Qt.MouseButton.LeftButton, pos=at)


def by_key(lane, qtbot):
    qtbot.keyClick(lane, Qt.Key.Key_Delete)


@pytest.mark.parametrize("put_back", [by_cross, by_double_click, by_key])
def test_a_line_goes_back_where_the_sensitivity_has_it(window, qtbot, put_back):
    lane, session = lane_of(window), window.session
    usual = session.thresholds[Channel.ECTOPY]
    assert words(window) == "× 0.80"
    assert not lane.by_hand
    qtbot.keyClick(lane, Qt.Key.Key_Up)
    assert lane.by_hand
    assert "puts it back" in lane.handle_tip
    assert session.thresholds[Channel.ECTOPY] != usual
    assert words(window) == "custom"
    put_back(lane, qtbot)
    assert session.thresholds[Channel.ECTOPY] == pytest.approx(usual)
    assert lane.threshold == pytest.approx(usual)
    assert not lane.by_hand
    assert (session.sensitivity, words(window)) == (2, "× 0.80")


def test_of_two_lines_moved_by_hand_one_goes_back_alone(window, qtbot):
    one, other = lane_of(window), lane_of(window, Channel.FORECAST)
    for lane in (one, other):
        qtbot.keyClick(lane, Qt.Key.Key_Up)
    by_key(one, qtbot)
    assert (one.by_hand, other.by_hand) == (False, True)
    assert words(window) == "custom"


def test_another_patient_has_the_usual_lines_and_it_is_said(window, qtbot, play):
    qtbot.keyClick(lane_of(window), Qt.Key.Key_Up)
    window.put_on(RecordSource(rippled(make_record(40, name="other"))))
    play(window, 2)
    assert words(window) == "× 0.80", "the sensitivity is the user's, and stays"
    assert not lane_of(window).by_hand
    assert window.session.by_hand == frozenset()
    said = [message.text for message in window.context.messages.said]
    assert "The lines moved by hand for made are back where the sensitivity has them." in said


def test_the_same_record_again_keeps_its_lines(window, qtbot, play):
    qtbot.keyClick(lane_of(window), Qt.Key.Key_Up)
    moved = window.session.thresholds[Channel.ECTOPY]
    window.put_on(RecordSource(rippled(make_record(40))))
    play(window, 2)
    assert lane_of(window).by_hand
    assert window.session.thresholds[Channel.ECTOPY] == moved
