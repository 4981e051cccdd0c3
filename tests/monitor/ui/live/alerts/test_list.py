"""The list of alerts: what it shows, what it follows, and that it does not jump."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent
from PySide6.QtGui import Qt as Gui

from assets.sources.record import RecordSource
from models.alerts.kinds import Kind, Nature
from models.contract.marks import NORMAL, Mark
from monitor.alerts.burden import Watched
from monitor.alerts.log import AlertLog
from monitor.ui.kit.theme import BODY, DARK, SMALL
from monitor.ui.live.alerts.list import AlertPanel
from monitor.ui.live.alerts.view import ROW_PX, SHORT_ROW_PX, beside, fitting, fitting_title
from monitor.ui.live.judged.comparing import Comparing
from monitor.ui.session.session import Session
from tests.alerts import an_alert
from tests.monitor.conftest import EdgeScorer, pixels

FS = 360
THREE = (Kind.ECTOPIC, Kind.PAIR, Kind.PREMATURE)


@pytest.fixture
def log():
    return AlertLog()


@pytest.fixture
def panel(log, qtbot):
    made = AlertPanel(log, DARK, Comparing(Session(EdgeScorer)))
    qtbot.addWidget(made)
    made.resize(292, 420)
    with qtbot.waitExposed(made):
        made.show()
    return made


def add(log, n, kinds=THREE, first=0, **more):
    """One alert every two seconds, of the kinds in turn."""
    new = [an_alert(kinds[i % len(kinds)], 2 * FS * (i + 1), **more) for i in range(first, first + n)]
    for event in new:
        log.add(event)
    return new


def lines(panel):
    return [panel._model.words(panel._model.line(row)) for row in range(panel._model.rowCount())]


def at_top(panel):
    """Words of the line under the upper edge of the list."""
    return panel._model.words(panel._model.line(panel.view.rowAt(2)))


def place(panel, row):
    return panel.view.visualRect(panel._model.index(row)).center()


def test_no_name_of_a_lead_is_taken_for_markup(panel, log):
    for lead in ("<img src='y.png'>", "< b>II"):
        add(log, 2, (Kind.PAIR,), lead=lead)
        add(log, 9, (Kind.PREMATURE,), first=20, lead=lead)
    panel.refresh(FS)
    model = panel._model
    tips = [model.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert any("img src" in tip for tip in tips)
    assert not any(Gui.mightBeRichText(tip) for tip in tips)


def test_repeats_are_one_line_that_opens_to_its_members(panel, log, qtbot):
    add(log, 14, (Kind.PREMATURE,))
    add(log, 1, (Kind.PAIR,), first=14)
    panel.refresh(FS)
    assert lines(panel)[1] == "Premature beat? × 14, 00:02 to 00:28"
    assert len(lines(panel)) == 2
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 1))
    assert len(lines(panel)) == 16
    assert "00:28.1" in lines(panel)[2], "the newest first"
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 1))
    assert len(lines(panel)) == 2


def test_what_goes_on_is_listed_from_its_beginning_and_grows_in_its_line(panel, log):
    add(log, 2)
    begun = an_alert(Kind.FLUTTER, 10 * FS)
    panel.refresh(FS, begun)
    assert lines(panel)[0].startswith("Ventricular flutter or fibrillation?, 00:10")
    assert panel._count.text() == "3"
    inserted = []
    panel._model.rowsInserted.connect(lambda *_: inserted.append(1))
    grown = replace(begun, end=20 * FS)
    panel.refresh(FS, grown)
    log.add(replace(grown, end=30 * FS))
    panel.refresh(FS)
    assert len(lines(panel)) == 3
    assert not inserted, "it stays the same line"
    assert panel.going_on is None


def test_a_title_without_room_has_a_shorter_form_before_it_is_cut(panel):
    font = QFont(panel.font())
    font.setPixelSize(BODY)
    metrics = QFontMetrics(font)
    whole = metrics.horizontalAdvance(Kind.FLUTTER.title)
    assert fitting_title(Kind.FLUTTER, whole, metrics) == Kind.FLUTTER.title
    assert fitting_title(Kind.FLUTTER, whole - 1, metrics) == "V. flutter or fibrillation?"
    assert fitting_title(Kind.FLUTTER, 100, metrics) == "VFl or VF?"
    assert fitting_title(Kind.PAIR, 10, metrics) == Kind.PAIR.title
    assert beside("Pause", "00:10.1", 200, metrics, metrics)
    assert not beside(Kind.FLUTTER.title, "00:10.1", whole + 10, metrics, metrics)


@pytest.mark.parametrize("room", [90, 130, 160, 200, 260, 400])
def test_the_count_of_a_group_is_said_at_every_width(panel, log, room):
    add(log, 140, (Kind.PREMATURE,))
    panel.refresh(FS)
    group = panel._model.line(0).group
    ours, theirs = QFont(panel.font()), QFont(panel.font())
    ours.setPixelSize(BODY)
    theirs.setPixelSize(SMALL)
    ours, theirs = QFontMetrics(ours), QFontMetrics(theirs)
    whens = (panel._model.lasts(group), *panel._model.shorter(group))
    what, when = fitting("Premature beat?", "  × 140", whens, room, ours, theirs)
    assert what.endswith("  × 140")
    assert when in ("00:02 to 04:40", "00:02–04:40", "00:02")
    assert ours.horizontalAdvance(what) + theirs.horizontalAdvance(when) <= room
    if room == 400:
        assert (what, when) == ("Premature beat?  × 140", "00:02 to 04:40")


def test_a_group_that_is_open_takes_in_what_comes(panel, log):
    add(log, 4, (Kind.PREMATURE,))
    panel.refresh(FS)
    panel._on_asked(0)
    add(log, 1, (Kind.PREMATURE,), first=4)
    panel.refresh(FS)
    assert lines(panel)[0].startswith("Premature beat? × 5")
    assert len(lines(panel)) == 6


def test_a_kind_and_a_lead_can_be_listed_alone(panel, log):
    add(log, 9, lead="V1")
    add(log, 3, (Kind.PAIR,), first=9, lead="II")
    panel.refresh(FS)
    panel.filter.choose(Kind.PAIR, None)
    assert panel._count.text() == "6 of 12"
    assert all(line.startswith("Ectopic pair?") for line in lines(panel))
    assert "in II × 3" in lines(panel)[0], "several leads are named"
    panel.filter.choose(Kind.PAIR, "V1")
    assert panel._count.text() == "3 of 12"
    panel.filter.choose(Kind.GAP, None)
    assert panel._empty.isVisible()
    assert panel._empty.text() == "No such alert so far."
    panel.filter.choose(None, None)
    assert panel._count.text() == "12"


def test_the_menu_has_the_kinds_and_leads_that_there_are(panel, log):
    add(log, 9, lead="V1")
    panel.refresh(FS)
    panel.filter._fill()
    words = [action.text() for action in panel.filter.choices.actions() if action.text()]
    assert words == ["All kinds   9", "Ectopic beat?   3", "Ectopic pair?   3", "Premature beat?   3"]
    add(log, 1, first=9, lead="II")
    panel.filter._fill()
    actions = {action.text(): action for action in panel.filter.choices.actions()}
    actions["II   1"].trigger()
    assert panel.filter.lead == "II"
    assert lines(panel) == ["Ectopic beat? in II, 00:20.1, forecast 1.5× · premature 41 %"]


def test_rates_are_said_once_there_is_enough(panel, log):
    add(log, 30)
    panel.refresh(FS)
    panel.show_moment(50 * FS, Watched("V1", 0, 50 * FS, 50.0, 60))
    assert panel._rates.text() == "Rates are said once 60 s are analysed."
    panel.show_moment(120 * FS, Watched("V1", 0, 120 * FS, 120.0, 200))
    assert panel._rates.text() == "900/h · 10.0 % ectopic · 5.0 % premature"
    assert "Of 200 beats found 10.0 % are in ectopic alerts" in " ".join(panel._rates.toolTip().split())
    panel.filter.choose(Kind.PREMATURE, None)
    assert panel._rates.text() == "300/h · 5.0 % premature"


def test_the_list_follows_the_present(panel, log):
    for i in range(60):
        add(log, 1, first=i)
        panel.refresh(FS)
        panel.show_moment(2 * FS * (i + 2), Watched())
        assert panel.view.verticalScrollBar().value() == 0
    panel.show_moment(2 * FS * 20, Watched())
    assert at_top(panel) == lines(panel)[40], "gone back, what comes later lies above"


def test_a_list_that_was_scrolled_stands_still_until_it_shall_follow_again(panel, log, qtbot):
    add(log, 60)
    panel.refresh(FS)
    panel.show_moment(10**6, Watched())
    assert panel.follow_button.isHidden()
    middle = QPointF(panel.view.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        panel.view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    panel.view.wheelEvent(wheel)
    assert panel.view.verticalScrollBar().value() > 0
    seen = at_top(panel)
    assert panel.follow_button.isVisible()
    for i in range(60, 90):
        add(log, 1, first=i)
        panel.refresh(FS)
        panel.show_moment(10**6, Watched())
        assert at_top(panel) == seen
    qtbot.mouseClick(panel.follow_button, Qt.MouseButton.LeftButton)
    assert panel.view.verticalScrollBar().value() == 0
    assert panel.follow_button.isHidden()


def test_an_alert_that_was_clicked_stays_under_the_pointer(panel, log, qtbot):
    events = add(log, 60)
    panel.refresh(FS)
    panel.show_moment(10**6, Watched())
    aim = place(panel, 3)
    with qtbot.waitSignal(panel.chosen) as caught:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=aim)
    assert caught.args == [events[-4]]
    panel.select(events[-4])
    for i in range(60, 75):
        add(log, 1, first=i)
        panel.refresh(FS)
        panel.show_moment(10**6, Watched())
        row = panel.view.rowAt(aim.y())
        assert panel._model.line(row).event is events[-4]
        assert panel.view.currentIndex().row() == row, "and selected"


def test_while_somebody_aims_the_list_stands_still(panel, log, monkeypatch):
    add(log, 60)
    panel.refresh(FS)
    panel.show_moment(10**6, Watched())
    seen = at_top(panel)
    monkeypatch.setattr(type(panel.view), "aimed_at", True)
    add(log, 3, first=60)
    panel.refresh(FS)
    panel.show_moment(10**6, Watched())
    assert at_top(panel) == seen
    monkeypatch.setattr(type(panel.view), "aimed_at", False)
    panel.show_moment(10**6, Watched())
    assert at_top(panel) == lines(panel)[0]


def test_arrows_move_and_enter_reviews(panel, log, qtbot):
    events = add(log, 6)
    panel.refresh(FS)
    panel.view.setCurrentIndex(panel._model.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.chosen) as caught:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert caught.args == [events[-3]]
    assert panel.follow_button.isVisible()


def test_an_alert_chosen_elsewhere_is_seen_and_its_group_closes_after_it(panel, log):
    events = add(log, 20, (Kind.ECTOPIC,))
    other = add(log, 1, (Kind.PAIR,), first=20)
    panel.refresh(FS)
    panel.select(events[5])
    row = panel.view.currentIndex().row()
    assert panel._model.line(row).event is events[5]
    assert panel._model.line(row).member
    panel.select(other[0])
    assert len(lines(panel)) == 2
    assert panel.view.currentIndex().row() == 0


def test_another_record_starts_the_list_over(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(record))
    play(window, 17)
    alerts = window.pages.made["monitor"].alerts
    alerts.filter.choose(Kind.ECTOPIC, None)
    alerts.select(window.session.log[0])
    assert not alerts.following
    window.put_on(RecordSource(record))
    assert alerts.following
    assert not alerts.filter.on


def test_the_panel_counts_what_the_session_has_analysed(make_window, play):
    from tests.monitor.conftest import make_record

    window = make_window()
    window.put_on(RecordSource(make_record(100)))
    play(window, 90)
    page = window.pages.made["monitor"]
    page.refresh()
    rates = page.alerts.rates
    assert rates.alerts == len(window.session.log) > 10
    assert rates.shares == {Nature.BEATS: pytest.approx(rates.alerts / 89, rel=0.03)}
    assert rates.per_hour == pytest.approx(40 * rates.alerts, rel=0.01)


@pytest.mark.parametrize("n", [900, 5000])
def test_a_refresh_touches_only_what_came(panel, log, n):
    add(log, n)
    panel.refresh(FS)
    panel.show_moment(10**9, Watched())
    before = panel._model._lines[-n + 3 :]
    inserted = []
    panel._model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    add(log, 1, first=n)
    panel.refresh(FS)
    assert inserted == [(0, 0)]
    assert all(a is b for a, b in zip(before, panel._model._lines[-n + 3 :], strict=True))
    assert panel.view.verticalScrollBar().maximum() >= (n + 1) * ROW_PX - panel.view.height()


def test_a_low_list_has_short_lines_that_all_fit(panel, log):
    add(log, 30, (Kind.UNEXPECTED, Kind.PAIR))
    panel.refresh(FS)
    assert panel.view.rowHeight(0) == ROW_PX
    panel.resize(292, 160)
    assert panel.view.rowHeight(0) == SHORT_ROW_PX
    assert panel.view.viewport().height() // SHORT_ROW_PX >= 3


class Marked:
    """Marks as the list asks for them: those that are given, of one source."""

    def __init__(self, *samples):
        self.samples = samples

    def between(self, source, first, last):
        return [Mark(source, at, NORMAL) for at in self.samples if first <= at <= last]


def test_an_alert_that_is_marked_is_told_apart_in_words_and_by_a_tick(panel, log):
    add(log, 2, (Kind.PAIR, Kind.UNEXPECTED), source="mitdb/208")
    panel.refresh(FS)
    panel.resize(292, 500)
    before = pixels(panel.view.viewport().grab().toImage())
    first, second = log[0], log[1]
    panel.show_marks(Marked(first.peak))
    shown = lines(panel)
    assert [("marked as normal" in words) for words in shown] == [False, True]
    after = pixels(panel.view.viewport().grab().toImage())
    changed = np.flatnonzero((before != after).any(axis=(1, 2)))
    assert ROW_PX <= changed.min() < changed.max() < 2 * ROW_PX, "a tick in its own line alone"
    panel.show_marks(Marked(second.end + 10_000))
    assert not any("marked" in words for words in lines(panel))


def test_a_group_says_how_many_are_marked(panel, log):
    add(log, 5, (Kind.ECTOPIC,), source="mitdb/208")
    panel.refresh(FS)
    panel.show_marks(Marked(log[1].peak, log[3].peak))
    assert "2 marked as normal" in lines(panel)[0]
