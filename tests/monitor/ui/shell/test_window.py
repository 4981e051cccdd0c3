"""What a user does with the window, and sees."""

import gc
import re
import threading
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QScrollArea, QWidget

from assets.records.record import Record
from assets.sources.record import RecordSource
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from monitor.about import DISCLAIMER, NO_ALARM
from monitor.stream.replay import MAX_SPEED
from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.drawing.palettes import LIGHT_APART
from monitor.ui.kit.theme import LIGHT
from monitor.ui.pages.actions.table import ACTIONS, help_html
from monitor.ui.pages.settings import Settings
from monitor.ui.shell import preferences
from monitor.ui.shell import window as shell
from monitor.ui.shell.commands.window import connect
from monitor.ui.shell.dialogs import AboutDialog
from monitor.ui.shell.preferences import TITLE_BAR, restore
from tests.monitor.conftest import FS, BrokenScorer, make_record, rippled


def strips(window):
    return window.pages.need("monitor")


def press(qtbot, window, name):
    window.context.actions[name].trigger()


def test_a_record_plays_and_its_ectopic_beats_raise_alerts(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 12)
    assert [e.kind for e in window.session.log] == [Kind.ECTOPIC, Kind.ECTOPIC]
    assert [e.peak // int(FS) for e in window.session.log] == [5, 10]
    assert {(e.source, e.lead) for e in window.session.log} == {(window.session.info.identity, "L1")}
    window._show_slow_things()
    assert "made  ·  00:12" in window.status.text()
    assert window.banner.text == (
        "Watching L1 + L2. No alarm. 2 alerts within a minute, the last: Ectopic beat? at 00:10.0."
    ), "a single ectopic beat is counted, and takes nobody from his work"


def test_pausing_freezes_and_playing_goes_on(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 2)
    press(qtbot, window, "toggle_play")
    head = window.session.head
    play(window, 0)
    assert window.session.head == head
    window._show_slow_things()
    assert "Paused" in window.status.text()
    press(qtbot, window, "toggle_play")
    play(window, 1)
    assert window.session.head == pytest.approx(head + FS, abs=1)


def test_seeking_shows_the_new_place_and_keeps_earlier_alerts(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 6)
    strips(window).board.seek_asked.emit(int(16.5 * FS))
    assert window.session.pass_start == int(16.5 * FS)
    play(window, 1)
    assert len(window.session.log) == 1
    press(qtbot, window, "restart")
    play(window, 6)
    assert len(window.session.log) == 1, "a stretch heard again is listed once"


def test_alerts_carry_indices_of_the_record_after_a_seek(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    window.session.seek(int(8 * FS))
    play(window, 4)
    assert [e.peak // int(FS) for e in window.session.log] == [10]


def test_a_broken_analysis_is_announced_and_the_trace_goes_on(make_window, play, record, qtbot):
    window = make_window(BrokenScorer)
    window.put_on(RecordSource(record))
    play(window, 2)
    play(window, 2)
    qtbot.waitUntil(lambda: bool(window.session.failure))
    window._show_slow_things()
    assert window.banner.text.startswith(
        "!! ANALYSIS STOPPED: NO ALARM CAN COME RuntimeError: the model is br"
    )
    head = window.session.head
    play(window, 3)
    assert window.session.head == pytest.approx(head + 3 * FS, abs=1)
    qtbot.mouseClick(window.banner._restart, Qt.MouseButton.LeftButton)
    assert not window.session.failure


def test_a_failure_at_max_speed_falls_back_to_real_time(make_window, record, qtbot):
    window = make_window(BrokenScorer)
    window.context.set_speed(MAX_SPEED)
    window.put_on(RecordSource(record))
    qtbot.waitUntil(lambda: bool(window.session.failure))
    assert window.session.replay.speed == 1


def test_at_max_speed_the_whole_record_is_analysed(make_window, record, qtbot):
    window = make_window()
    window.context.set_speed(MAX_SPEED)
    window.put_on(RecordSource(record))
    qtbot.waitUntil(lambda: window.session.analysed == record.n_samples)
    qtbot.waitUntil(lambda: len(window.session.log) == 3)


def test_dragging_the_threshold_line_changes_what_alerts(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(rippled(record)))
    play(window, 2)
    lane = strips(window).board.lanes[Channel.FORECAST]
    y = round(lane._y(lane.threshold))
    qtbot.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(40, y))
    qtbot.mouseMove(lane, QPoint(40, round(lane._y(0.5))))
    qtbot.mouseRelease(lane, Qt.MouseButton.LeftButton)
    assert window.session.thresholds[Channel.FORECAST] == pytest.approx(0.5, abs=0.05)
    assert window.session.sensitivity is None
    window.session.set_threshold(Channel.ECTOPY, 0.4)
    play(window, 3)
    assert window.session.open_alert.kind in (Kind.PAIR, Kind.RUN), "what was ordinary is now ectopic"


def test_sensitivity_moves_both_thresholds_and_comes_back(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 1)
    press(qtbot, window, "more_sensitive")
    assert all(window.session.thresholds[c] < window.session.default_thresholds[c] for c in Channel)
    press(qtbot, window, "less_sensitive")
    assert window.session.thresholds == window.session.default_thresholds


def test_next_and_previous_alert_walk_through_the_review(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 17)
    press(qtbot, window, "next_alert")
    assert window.context.page == "review"
    assert window.pages.made["review"].shown.peak // int(FS) == 15
    press(qtbot, window, "previous_alert")
    assert window.pages.made["review"].shown.peak // int(FS) == 10
    press(qtbot, window, "next_alert")
    press(qtbot, window, "next_alert")
    assert window.pages.made["review"].shown.peak // int(FS) == 15
    assert window.messages.text == "There is no later alert."
    press(qtbot, window, "show_monitor")
    assert window.context.page == "monitor"


def test_calipers_measure_ms_rate_and_mv(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 7)
    window.context.review(window.session.log[0])
    window.pages.made["review"].move_calipers(4.5, 5.01)
    assert window.pages.made["review"].measurement == "510 ms  ·  118 /min  ·  +2.50 mV"


def test_the_review_never_shows_what_has_not_been_played(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 6.5)
    excerpt = window.session.excerpt(window.session.log[0])
    assert excerpt.start + len(excerpt.signal) <= window.session.head


def test_the_review_fills_in_what_follows_once_it_has_been_played(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 6.5)
    window.context.review(window.session.log[0])
    window.pages.made["review"].move_calipers(4.5, 5.0)
    assert window.pages.made["review"].incomplete
    play(window, 11)
    window._show_slow_things()
    assert not window.pages.made["review"].incomplete
    assert window.pages.made["review"].measurement.startswith("500 ms")


def test_the_stream_goes_on_behind_the_review(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 6.5)
    window.context.review(window.session.log[0])
    play(window, 5)
    assert window.session.head == pytest.approx(11.5 * FS, abs=1)
    assert len(window.session.log) == 2


def test_another_lead_can_be_analysed_and_leads_shown_and_hidden(make_window, play, qtbot):
    window = make_window()
    window.put_on(RecordSource(make_record(leads=4)))
    assert sorted(strips(window).board.strips) == [0, 1]
    strips(window).view.show_lead(3, True)
    strips(window).view.show_lead(0, False)
    assert sorted(strips(window).board.strips) == [1, 3]
    play(window, 2)
    strips(window).view.analyse_lead(2)
    assert 2 in strips(window).board.strips
    play(window, 4)
    assert window.session.lead == 2


def test_every_action_has_a_unique_shortcut_and_a_line_of_help(make_window):
    window = make_window()
    shortcuts = [QKeySequence(a.shortcut) for a in ACTIONS]
    assert all(not s.isEmpty() for s in shortcuts)
    assert len({s.toString() for s in shortcuts}) == len(ACTIONS)
    page = help_html()
    for spec in ACTIONS:
        assert spec.help in page
        assert window.context.actions[spec.name].shortcut() == QKeySequence(spec.shortcut)


def test_every_action_has_exactly_one_that_does_it(make_window):
    """`connect` refuses an action without a method, or with two, when the window is made."""
    window = make_window()
    for spec in ACTIONS:
        if spec.page:
            commands = window.pages.need(spec.page).commands
            assert callable(getattr(commands, spec.name)), spec
    assert {spec.page for spec in ACTIONS} == {"", "monitor", "alarms", "review", "ward"}
    with pytest.raises(ValueError, match="not enough values"):
        connect(window.context, window.pages, ())


def test_an_alert_of_one_record_cannot_be_marked_in_another(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 7)
    window.context.review(window.session.log[0])
    window.put_on(RecordSource(make_record(name="another")))
    for name in ("mark_normal", "mark_missed"):
        press(None, window, name)
    assert not window.context.home.marks.all()
    assert "to mark it" in window.messages.text


def test_shortcuts_work_from_the_keyboard(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    play(window, 1)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert not window.session.playing
    qtbot.keyClick(window, Qt.Key.Key_G)
    assert strips(window).view.scale.gain == 2.5
    qtbot.keyClick(window, Qt.Key.Key_T)
    assert window.context.theme is LIGHT


def test_the_next_start_finds_what_was_left(make_window, record, settings, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    window.context.set_theme(LIGHT)
    strips(window).view.set_gain(20)
    strips(window).view.set_paper_speed(50)
    window.session.set_speed(4)
    press(qtbot, window, "toggle_reconstruction")
    window.close()
    again = make_window()
    again.put_on(RecordSource(record))
    assert (again.context.theme, strips(again).view.scale.gain, strips(again).view.scale.speed) == (
        LIGHT,
        20,
        50,
    )
    assert again.session.replay.speed == 4
    assert again.context.actions["toggle_reconstruction"].isChecked()


def test_palette_and_stillness_are_switched_live_and_found_by_the_next_start(make_window, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(record))
    press(qtbot, window, "toggle_palette")
    press(qtbot, window, "toggle_still")
    press(qtbot, window, "toggle_theme")
    assert (window.context.theme, still()) == (LIGHT_APART, True)
    window.close()
    again = make_window()
    assert (again.context.theme, still()) == (LIGHT_APART, True)
    assert all(again.context.actions[name].isChecked() for name in ("toggle_palette", "toggle_still"))
    press(qtbot, again, "toggle_palette")
    press(qtbot, again, "toggle_still")
    assert (again.context.theme, still()) == (LIGHT, False)


@pytest.mark.parametrize("junk", ["", "-3", "nan", "☃", "9e99"])
def test_settings_that_make_no_sense_are_as_good_as_none(settings, junk):
    for key in ("gain", "theme", "forecast"):
        settings.setValue(key, junk)
    stored = Settings(settings)
    assert stored.choice("gain", (5.0, 10.0), 10.0) == 10.0
    assert stored.flag("forecast", True) is True
    assert stored.geometry("gain") is None


def test_the_notice_is_shown_once(make_window, settings):
    window = make_window()
    assert DISCLAIMER in window.messages.text
    window.context.messages.close_shown()
    assert make_window().messages.text == ""


def test_the_about_box_says_what_this_is_not(make_window):
    dialog = AboutDialog(make_window())
    assert any(label.text() == DISCLAIMER for label in dialog.findChildren(QLabel))
    assert any(NO_ALARM in label.text() for label in dialog.findChildren(QLabel))
    assert {"fibrillation", "asystole", "rate"} <= set(re.findall(r"\w+", NO_ALARM))
    dialog.close()


def test_a_record_that_cannot_be_opened_is_said_and_the_stream_goes_on(
    make_window, play, record, qtbot, tmp_path
):
    window = make_window()
    window.put_on(RecordSource(record))
    window.records.open_spec(str(tmp_path / "absent.hea"))
    qtbot.waitUntil(lambda: "absent" in window.messages.text)
    assert "instead" not in window.messages.text
    play(window, 2)
    assert window.session.info.name == record.name


def test_without_a_record_a_failed_opening_brings_the_demo(make_window, qtbot, tmp_path):
    window = make_window()
    window.records.open_spec(str(tmp_path / "absent.hea"))
    qtbot.waitUntil(lambda: "absent" in window.messages.text)
    assert window.messages.text.endswith(". The demo, record 208, plays instead.")
    assert "208" in window.session.info.name


def test_gaps_are_drawn_as_gaps_and_announced(make_window, play):
    made = make_record(leads=1)
    signals = made.signals.copy()
    signals[int(2 * FS) : int(4 * FS)] = np.nan
    window = make_window()
    window.put_on(RecordSource(Record("gappy", FS, ("L1",), signals)))
    play(window, 3.5)
    assert window.session.open_alert.kind is Kind.GAP
    play(window, 1.4)
    assert [e.kind for e in window.session.log] == [Kind.GAP]
    # Where the signal is missing the strip is bare paper: no pixel of the trace's colour.
    strip = strips(window).board.strips[0]
    image = strip.grab().toImage()
    x = round(strips(window).board.timeline.virtual(3 * FS))
    column = {image.pixelColor(x, y).green() for y in range(24, strip.height())}
    assert max(column) < 100


@pytest.mark.parametrize("fs", [100.0, 333.3, 1000.0])
def test_any_rate_plays(make_window, play, fs):
    window = make_window()
    window.put_on(RecordSource(make_record(seconds=8, fs=fs)))
    play(window, 6)
    assert window.session.head == pytest.approx(6 * fs, abs=1)


def test_closing_ends_the_thread(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 1)
    window.close()
    assert window.session._worker is None


@pytest.mark.parametrize("windows", [6, pytest.param(50, marks=pytest.mark.slow)])
def test_windows_leave_no_thread_and_no_widget(qtbot, make_window, play, time, settings, windows):
    from PySide6.QtCore import QCoreApplication, QEvent

    from monitor.ui.session.session import Session
    from monitor.ui.shell.window import MainWindow
    from tests.monitor.conftest import EdgeScorer

    def cycle():
        window = MainWindow(Session(EdgeScorer, now=time), Settings(settings))
        window.show()
        window.put_on(RecordSource(make_record(seconds=3)))
        play(window, 2)
        window.records.open_chooser()
        window.context.actions["show_help"].trigger()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return weakref.ref(window)

    refs = [cycle()]
    gc.collect()
    threads, widgets = threading.active_count(), len(QApplication.allWidgets())
    refs += [cycle() for _ in range(windows)]
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert threading.active_count() <= threads
    assert len(QApplication.allWidgets()) <= widgets
    assert sum(r() is not None for r in refs) <= 1
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def test_a_first_window_fits_on_the_screen_with_its_title_bar(make_window):
    window = make_window(size=(1280, 2000))
    restore(window, window.context.settings)
    assert window.height() <= window.screen().availableSize().height() - TITLE_BAR


@pytest.fixture
def low(make_window, monkeypatch):
    """Make a window on a screen with so much room."""

    def make(width, height):
        for place in (preferences, shell):
            monkeypatch.setattr(place, "room_for", lambda _: QSize(width, height))
        return make_window(size=(width, height))

    return make


def test_on_a_screen_that_is_too_low_all_of_it_is_reached_by_scrolling(low):
    window = low(640, 328)  # 1920x1080 at 300 %
    assert window.size() == QSize(640, 328)
    area = window.centralWidget()
    assert isinstance(area, QScrollArea)
    assert area.widget().size() == QSize(*shell.LEAST)
    area.ensureWidgetVisible(window.status)
    port = area.viewport()
    assert window.status.mapTo(port, window.status.rect().bottomLeft()).y() < port.height()


@pytest.mark.parametrize("size", [(640, 328), (960, 508)])
def test_what_is_said_is_in_sight_wherever_a_window_is_scrolled_to(low, size, qtbot):
    window = low(*size)
    area = window.centralWidget()
    window.context.fail("The record could not be opened: its header names a file that is not there. " * 2)
    bar = window.messages
    for part in (window.header, window.status):
        area.ensureWidgetVisible(part)
        qtbot.waitUntil(lambda: foot_of(area).contains(bar.geometry()) and bar.height() > 36)
        at = area.childAt(bar.geometry().center())
        assert at is bar or bar.isAncestorOf(at), "nothing lies over it"


def test_a_page_that_takes_a_form_by_its_height_is_held_in_a_window_that_is_scrolled(low, qtbot):
    window = low(960, 508)
    asked = []

    class Fickle(QWidget):
        """Needs more than there is while it is low, and less than there is while it is not."""

        def hasHeightForWidth(self):
            return True

        def heightForWidth(self, width):
            asked.append(width)
            return 900 if self.height() < 600 else 300

    page = Fickle()
    window._whole.addWidget(page)
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(50)
    assert window.centralWidget().widget().size() == QSize(*shell.LEAST)


def foot_of(area):
    """The lower half of what is in sight."""
    shown = area.viewport().geometry()
    return shown.adjusted(0, shown.height() // 2, 0, 0)


def test_on_any_other_screen_nothing_is_scrolled(make_window):
    assert not isinstance(make_window().centralWidget(), QScrollArea)


def test_no_control_has_the_focus_before_someone_goes_to_one(make_window, qtbot):
    window = make_window()
    qtbot.waitExposed(window)
    assert not isinstance(window.focusWidget(), QPushButton)
