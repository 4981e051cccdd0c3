"""The choice of what raises alerts: in the panel, by its key, kept, and seen in the lanes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from assets.sources.record import RecordSource
from models.alerts.kinds import Kind
from models.alerts.muting import AlertOn
from models.alerts.reasons import Channel
from monitor.ui.kit.theme import DARK
from monitor.ui.live.side import SensitivityPanel
from tests.monitor.conftest import make_record, pixels, rippled


@pytest.fixture
def window(make_window):
    made = make_window()
    made.put_on(RecordSource(rippled(make_record(40))))
    return made


def panel(window):
    return window.pages.made["monitor"].sensitivity


def test_the_panel_has_a_button_for_each_choice(qtbot):
    shown = SensitivityPanel()
    qtbot.addWidget(shown)
    shown.show_alert_on(AlertOn.BEATS)
    assert shown.alert_on is AlertOn.BEATS
    with qtbot.waitSignal(shown.alert_on_chosen) as chosen:
        qtbot.mouseClick(shown._buttons[AlertOn.SPIKES], Qt.MouseButton.LeftButton)
    assert chosen.args == [AlertOn.SPIKES]
    assert shown.alert_on is AlertOn.SPIKES
    assert not shown._buttons[AlertOn.BEATS].isChecked()


def test_any_spike_raises_alerts_from_then_on_and_what_was_raised_stays(window, play, qtbot):
    play(window, 9)
    assert [e.kind for e in window.session.alerts()] == [Kind.ECTOPIC]
    qtbot.mouseClick(panel(window)._buttons[AlertOn.SPIKES], Qt.MouseButton.LeftButton)
    play(window, 4)
    assert [e.kind for e in window.session.alerts()] == [Kind.ECTOPIC, Kind.FORECAST_MISSED]
    lane = window.pages.made["monitor"].board.lanes[Channel.FORECAST]
    lane.threshold_moved.emit(Channel.FORECAST, 0.8)
    play(window, 3)
    assert len(window.session.alerts()) >= 4, "the line counts at once: every beat is over it"
    window.context.actions["toggle_spikes"].trigger()
    assert panel(window).alert_on is AlertOn.BEATS
    before = window.session.alerts()
    play(window, 5)
    after = window.session.alerts()
    assert all(e in after for e in before), "nothing is taken back"
    assert {e.kind for e in after if e not in before} == {Kind.ECTOPIC}


def test_the_choice_holds_for_a_lead_that_is_analysed_later(window, play):
    window.session.set_alert_on(AlertOn.SPIKES)
    play(window, 2)
    window.session.analyse_lead(1)
    play(window, 5)
    assert {e.kind for e in window.session.alerts()} == {Kind.FORECAST_MISSED}


def test_the_choice_is_kept(window, make_window):
    window.context.actions["toggle_spikes"].trigger()
    assert window.context.actions["toggle_spikes"].isChecked()
    window.close()
    again = make_window()
    assert again.session.alert_on is AlertOn.SPIKES
    assert panel(again).alert_on is AlertOn.SPIKES
    assert again.context.actions["toggle_spikes"].isChecked()


def test_the_lines_that_raise_alerts_have_their_colour_and_the_others_have_not(window, play):
    play(window, 12)
    lanes = window.pages.made["monitor"].board.lanes

    def amber(channel):
        lane = lanes[channel]
        lane.rebuild()
        y = round(lane._y(lane.threshold))
        handle = pixels(lane.grab().toImage())[y, lane.timeline.width - 6]
        return abs(handle - QColor(DARK.alert).getRgb()[2::-1]).max() < 40

    assert {c: amber(c) for c in lanes} == {
        Channel.FORECAST: False,
        Channel.RECONSTRUCTION: False,
        Channel.ECTOPY: True,
    }
    tips = {c: lane.toolTip() for c, lane in lanes.items()}
    assert "raises an alert" in tips[Channel.ECTOPY]
    window.session.set_alert_on(AlertOn.SPIKES)
    assert [amber(c) for c in lanes] == [True, True, False]
    assert all(lane.toolTip() != tips[c] for c, lane in lanes.items())
