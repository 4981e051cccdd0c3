"""Which leads are shown, and how: order, layouts, a gain at which nothing is cut, and what is remembered."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from assets.records.demo import load_demo
from assets.records.record import Record
from assets.sources.record import RecordSource
from assets.sources.source import Lead
from models.leads.choice import TOGETHER
from monitor.ui.strips.extent import NOTHING
from monitor.ui.strips.leads.arrangement import Layout
from monitor.ui.strips.leads.labels import RowLabel
from monitor.ui.strips.scale import AUTO_GAIN
from tests.monitor.conftest import make_record

NAMES = ("V6", "V5", "V4", "V3", "V2", "V1", "aVF", "aVL", "aVR", "III", "II", "I")
SHARES = (0.9, 1.2, 1.4, -0.9, -1.0, -0.5, 0.7, 0.2, -0.8, 0.4, 1.0, 0.6)
SIZES = pytest.mark.parametrize("size", [(1024, 600), (1280, 800)], ids=["smallest", "usual"])


def an_ecg(names=NAMES, seconds=30, **changed):
    """A record whose leads are shares of the demo's, a lead changed by a function where it is named."""
    demo = load_demo()
    line = demo.signals[: int(seconds * demo.fs), 0]
    shares = [SHARES[i % len(SHARES)] for i in range(len(names))]
    signals = np.stack([line * share for share in shares], axis=1).astype(np.float32)
    for name, change in changed.items():
        at = names.index(name)
        signals[:, at] = change(signals[:, at])
    return RecordSource(Record("made", demo.fs, tuple(names), np.ascontiguousarray(signals)))


def show(window):
    return window.pages.made["monitor"].view


def board(window):
    return window.pages.made["monitor"].board


def names_shown(window):
    return [window.session.info.leads[lead].name for lead in board(window).strips]


def look(window, play, seconds):
    """Let time pass, and enough frames that every strip is measured and drawn."""
    play(window, seconds)
    for _ in range(60):
        window.frame()


def on_window(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_one_action_shows_all_leads_in_the_standard_order_and_the_few_again(make_window):
    window = make_window()
    window.put_on(an_ecg())
    few = names_shown(window)
    assert len(few) == 2
    window.context.actions["show_all_leads"].trigger()
    assert names_shown(window) == list(reversed(NAMES))
    window.context.actions["show_all_leads"].trigger()
    assert names_shown(window) == few


def test_the_layouts_follow_each_other(make_window):
    window = make_window()
    window.put_on(an_ecg())
    seen = []
    for _ in range(4):
        window.context.actions["next_layout"].trigger()
        window.grab()
        strips = list(board(window).strips.values())
        across = len({strip.mapTo(window, QPoint(0, 0)).x() for strip in strips})
        seen.append((len(strips), across, board(window).rows.rhythm is not None))
    assert seen == [(12, 4, True), (12, 2, True), (12, 1, False), (12, 4, True)]


@pytest.mark.slow
@SIZES
@pytest.mark.parametrize("layout", Layout)
def test_twelve_leads_stand_apart_and_none_is_cut(make_window, play, size, layout):
    window = make_window(size=size)
    window.put_on(an_ecg())
    show(window).leads.lay_out(layout)
    look(window, play, 11)
    rows = board(window).rows
    shown = [*rows.all_strips, *rows.widget().findChildren(RowLabel)]
    places = [on_window(widget, window) for widget in shown]
    for i, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[:i])
    for strip in rows.all_strips:
        assert strip.height() >= strip.minimumHeight()
        assert not strip.cut
        seen = strip.height_of(strip._stretch(strip.timeline.head - 3600, strip.timeline.head))
        inside = (seen >= -1) & (seen <= strip.height() + 1)
        assert inside.mean() > 0.995, "what lies outside is no QRS"
    below = on_window(next(iter(board(window).lanes.values())), window)
    assert on_window(rows, window).bottom() < below.top()
    if layout is Layout.THREES:
        assert not rows.verticalScrollBar().isVisible()
        assert len({place.x() for place in places}) == 8


@pytest.mark.slow
@pytest.mark.parametrize("n", [1, 2, 3, 8, 15])
def test_any_number_of_leads_can_be_laid_out(make_window, play, n):
    window = make_window()
    window.put_on(an_ecg([f"L{i}" for i in range(n)]))
    for layout in Layout:
        show(window).leads.lay_out(layout)
        play(window, 1)
        assert len(board(window).strips) == n
        assert (board(window).rows.rhythm is not None) == (layout is not Layout.ROWS and n > layout.depth)


def test_columns_show_the_same_newest_moment_at_the_same_paper_speed(make_window, play):
    window = make_window()
    window.put_on(an_ecg())
    show(window).leads.lay_out(Layout.THREES)
    look(window, play, 5)
    rows = board(window).rows
    assert {strip._painted for strip in rows.all_strips} == {window.session.head}
    assert {strip.timeline.px_per_sample for strip in rows.all_strips} == {
        board(window).timeline.px_per_sample
    }
    cell = next(iter(rows.strips.values()))
    assert cell.timeline.width < rows.rhythm.timeline.width / 3


def test_the_rhythm_strip_is_the_analysed_lead(make_window, play):
    window = make_window()
    window.put_on(an_ecg())
    show(window).leads.lay_out(Layout.THREES)
    show(window).analyse_lead(NAMES.index("II"))
    play(window, 2)
    rhythm = board(window).rows.rhythm
    ours = board(window).strips[NAMES.index("II")]
    assert rhythm.accessibleName() == ours.accessibleName() == "Lead II"
    assert rhythm._overlays.expected == ours._overlays.expected != {}


def test_layout_gain_and_leads_are_remembered_for_records_of_so_many_leads(make_window):
    window = make_window()
    window.put_on(an_ecg())
    show(window).leads.lay_out(Layout.SIXES)
    show(window).set_gain(5)
    window.put_on(an_ecg(("MLII", "V1")))
    assert show(window).gain == AUTO_GAIN
    show(window).show_lead(1, False)
    window.close()
    again = make_window()
    again.put_on(an_ecg())
    assert len(board(again).strips) == 12
    assert (show(again).leads.layout, show(again).gain) == (Layout.SIXES, 5)
    again.put_on(an_ecg(("MLII", "V1")))
    assert names_shown(again) == ["MLII"]
    again.put_on(an_ecg(("V5", "MLII")))
    assert names_shown(again) == ["MLII", "V5"], "what was chosen of other leads is not applied"


def test_a_far_taller_and_an_offset_lead_stay_visible_beside_the_others(make_window, play):
    window = make_window()
    window.put_on(an_ecg(V2=lambda s: 40 * s, V3=lambda s: s + 12, V4=lambda s: s * np.nan))
    show(window).show_all_leads()
    show(window).leads.show_all(True)
    look(window, play, 6)
    strips = {window.session.info.leads[lead].name: strip for lead, strip in board(window).strips.items()}
    assert strips["V2"].own_gain < 1
    assert strips["I"].own_gain is None
    assert show(window).scale.gain >= 2.5, "the others are not flattened"
    for name in ("V2", "V3"):
        seen = strips[name].height_of(strips[name]._stretch(1000, window.session.head))
        assert ((seen > 0) & (seen < strips[name].height())).mean() > 0.99
    assert strips["V4"].accessibleDescription() == NOTHING


def test_a_gain_set_by_hand_is_kept_and_a_cut_trace_is_said(make_window, play):
    window = make_window()
    window.put_on(an_ecg(("II", "V1"), II=lambda s: 10 * s))
    show(window).set_gain(20)
    look(window, play, 3)
    strip = board(window).strips[0]
    assert (strip.gain, strip.cut) == (20, True)
    label = next(x for x in board(window).rows.widget().findChildren(RowLabel) if "II" in x.toolTip())
    assert "taller than its row" in " ".join(label.toolTip().split())
    show(window).set_gain(AUTO_GAIN)
    assert not strip.cut


def test_a_lead_in_another_unit_has_a_gain_of_its_own(make_window, play):
    class Pressure(RecordSource):
        @property
        def info(self):
            from dataclasses import replace

            first, second = super().info.leads
            return replace(super().info, leads=(first, Lead(second.name, "mmHg")))

    demo = load_demo()
    line = demo.signals[:3600, 0]
    both = np.stack([line, 80 + 40 * line], axis=1).astype(np.float32)
    window = make_window()
    window.put_on(Pressure(Record("made", demo.fs, ("II", "ABP"), both)))
    look(window, play, 5)
    strip = board(window).strips[1]
    assert not strip.cut
    assert strip.own_gain < 1
    (label,) = (x for x in board(window).rows.widget().findChildren(RowLabel) if "ABP" in x.toolTip())
    assert "mm/mmHg" in label.toolTip()


def test_rows_that_would_be_too_low_scroll(make_window, play):
    window = make_window(size=(1024, 600))
    window.put_on(an_ecg())
    show(window).leads.lay_out(Layout.ROWS)
    play(window, 1)
    bar = board(window).rows.verticalScrollBar()
    assert bar.maximum() > 0
    strips = list(board(window).strips.values())
    assert strips[-1].visibleRegion().isEmpty()
    bar.setValue(bar.maximum())
    assert not strips[-1].visibleRegion().isEmpty()
    tops = [strip.mapTo(window, QPoint(0, 0)).y() for strip in strips]
    assert all(b - a >= strips[0].minimumHeight() for a, b in pairwise(tops))


def test_the_view_menu_reaches_layouts_leads_gain_and_time(make_window):
    window = make_window()
    window.put_on(an_ecg())

    def entries(menu):
        for action in menu.actions():
            yield action
            if action.menu() is not None:
                yield from entries(action.menu())

    menu = window.pages.made["monitor"].transport.view_menu
    actions = list(entries(menu))
    for name in ("cycle_gain", "show_all_leads", "next_layout", "zoom_in", "look_back", "go_to_time"):
        assert window.context.actions[name] in actions
    texts = [action.text() for action in actions]
    assert texts.count("aVR") == 2, "to show it, and to analyse it"
    next(action for action in actions if action.text() == "6×2 with rhythm strip").trigger()
    assert len(board(window).strips) == 12
    assert show(window).leads.layout is Layout.SIXES
    assert menu.sizeHint().height() < 560, "it fits beside the smallest window"


def test_the_view_menu_of_a_source_goes_with_it(make_window, qtbot):
    window = make_window()
    window.put_on(an_ecg())
    menu = window.pages.made["monitor"].transport.view_menu

    def parts():
        return [len(menu.findChildren(kind)) for kind in (QMenu, QActionGroup, QAction)]

    qtbot.waitUntil(lambda: len(menu.findChildren(QMenu)) == len(["Time", "Show", "Analyse"]))
    before = parts()
    window.put_on(RecordSource(make_record(4)))
    window.put_on(an_ecg())
    qtbot.waitUntil(lambda: parts() == before)


def test_all_leads_or_one_alone_are_chosen_in_the_view_menu(make_window, play):
    window = make_window()
    window.put_on(an_ecg())
    session = window.session
    assert session.analysed_names == ("II", "V1", "V5"), "three views, of twelve leads"
    assert session.info.leads[session.lead].name == "II"
    assert analysed(window) == ["All leads, by II + V1 + V5"]
    show(window).analyse_lead(NAMES.index("V2"))
    assert session.analysed_names == ("V2",)
    assert analysed(window) == ["V2"]
    play(window, 2)
    show(window).analyse_lead(TOGETHER)
    assert session.together


def analysed(window):
    """What is checked in the menu that says what is analysed."""
    menu = QMenu()
    show(window).leads.fill(menu)
    (entries,) = (a.menu() for a in menu.actions() if a.menu() is not None and a.text() == "Analyse")
    return [action.text() for action in entries.actions() if action.isChecked()]
