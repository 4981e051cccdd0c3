"""What screen readers are told: roles of painted widgets, where a line stands, and what has just come."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.alerts.reasons import Channel
from monitor.ui.kit import speaking
from monitor.ui.kit.speaking import Role, announce, tell_roles
from monitor.ui.kit.theme import DARK
from monitor.ui.strips.lanes.beats import BeatLane
from monitor.ui.strips.timeline import Timeline

Text = QAccessible.Text


class Dial(QWidget):
    SPOKEN = Role.Dial


@pytest.fixture(autouse=True)
def roles(qapp):
    tell_roles()


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_a_painted_widget_has_its_role_name_state_and_parts(qtbot):
    whole, dial, plain = QWidget(), Dial(), QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    column.addWidget(dial)
    column.addWidget(plain)
    QVBoxLayout(dial).addWidget(QLabel("72"))
    dial.setAccessibleName("Heart rate")
    dial.setAccessibleDescription("72 a minute")
    dial.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    whole.show()
    said = heard(dial)
    assert (said.role(), heard(plain).role()) == (Role.Dial, Role.Client)
    assert [said.text(kind) for kind in (Text.Name, Text.Description, Text.Help)] == [
        "Heart rate",
        "72 a minute",
        "",
    ]
    assert said.state().focusable
    assert not said.state().disabled
    assert said.rect().size() == dial.size()
    assert said.parent().object() is whole
    assert heard(whole).child(0).role() == Role.Dial
    assert said.childCount() == 1
    assert said.child(0).text(Text.Name) == "72"
    assert said.child(1) is None
    assert said.indexOfChild(said.child(0)) == 0
    assert said.indexOfChild(heard(plain)) == -1


def test_widgets_come_and_go_while_they_are_looked_at(qtbot):
    for _ in range(50):
        dial = Dial()
        assert heard(dial).role() == Role.Dial
        shiboken6.delete(dial)
    later = Dial()
    qtbot.addWidget(later)
    assert heard(later).role() == Role.Dial
    assert sum(one.isValid() and isinstance(one.object(), Dial) for one in speaking._made) == 1


def test_a_lane_says_where_its_line_is(qtbot):
    lane = BeatLane(Timeline(), DARK, lambda *_: None, lambda *_: [])
    qtbot.addWidget(lane)
    lane.set_threshold(2.0, 3.0)
    said = heard(lane)
    assert said.role() == Role.Slider
    assert "1.50" in said.text(Text.Value)
    lane.set_threshold(2.0, 2.0)
    assert "1.00" in said.text(Text.Description)
    assert lane.channel is Channel.ECTOPY


@pytest.mark.parametrize("urgent", [False, True])
def test_what_comes_is_announced(qtbot, monkeypatch, urgent):
    sent, dial = [], Dial()
    qtbot.addWidget(dial)
    monkeypatch.setattr(speaking, "send", sent.append)
    announce(dial, "", urgent=urgent)
    assert not sent
    announce(dial, "Asystole", urgent=urgent)
    (event,) = sent
    if hasattr(QAccessible, "AnnouncementPoliteness"):
        kinds = QAccessible.AnnouncementPoliteness
        assert event.message() == "Asystole"
        assert event.politeness() == (kinds.Assertive if urgent else kinds.Polite)
    else:
        assert event.type() == QAccessible.Event.Alert
