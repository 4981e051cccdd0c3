"""What goes on beside the beats has its place: header, heart rate, lead, strips, overview, list of alerts."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from assets.sources.record import RecordSource
from monitor.ui.kit.theme import DARK
from monitor.ui.live.side import WhyPanel
from tests.monitor.conftest import FS, StateScorer, make_record, pixels, rippled


@pytest.fixture
def watched(make_window, play):
    window = make_window(StateScorer, size=(1600, 900))  # where the header has room for words
    window.put_on(RecordSource(rippled(make_record(40))))
    return window


def said(window):
    window._show_slow_things()
    page = window.pages.made["monitor"]
    labels = [label for label, _ in page.board.rows._labels]
    return window.header.chips.said, page.heart.accessibleName(), labels[0].said


def test_what_goes_on_is_said_in_the_header_at_the_rate_and_at_the_lead(watched, play):
    play(watched, 5)
    chips, heart, label = said(watched)
    assert chips == []
    assert "analysed" in label
    play(watched, 4)
    chips, heart, label = said(watched)
    assert [c.split(":")[0].split(" ")[0] for c in chips] == ["Irregular", "Doubtful"]
    assert "Irregular: atrial fibrillation? since 00:06: RR varies by 21 %" in heart
    assert "doubtful" in label
    second = watched.pages.made["monitor"].board.rows._labels[1][0]
    assert "doubtful" not in second.said, "the other lead's signal is not in doubt"
    play(watched, 4)
    chips, heart, label = said(watched)
    assert chips == []
    assert "Irregular" not in heart
    assert "doubtful" not in label


def test_going_back_says_what_was_known_there(watched, play):
    play(watched, 20)
    assert said(watched)[0] == []
    watched.session.seek(round(9 * FS))
    watched.frame()
    assert len(said(watched)[0]) == 2
    watched.session.seek(round(6.2 * FS))
    watched.frame()
    assert said(watched)[0] == [], "half a second later it was known"


def test_where_no_lead_can_be_used_there_is_no_heart_rate(make_window, play):
    window = make_window(StateScorer)
    window.put_on(RecordSource(rippled(make_record(40))), lead=0)
    heart = window.pages.made["monitor"].heart
    for until, shown in ((9, "60"), (15, "--"), (20, "60")):
        play(window, until - window.session.head / FS)
        window._show_slow_things()
        assert heart.shown[0] == shown, until
    assert window.session.rhythm.why == ""
    window.session.seek(round(15 * FS))
    window.frame()
    window._show_slow_things()
    assert heart.shown == ("--",) * 4, "as it was known there"
    assert "unusable signal (electrode motion)" in " ".join(heart.toolTip().split())


def test_alerts_say_what_went_on_and_the_list_says_it_short(watched, play, qtbot):
    play(watched, 18)
    told = {round(e.peak / FS): e for e in watched.session.log}
    assert told[10].why().endswith("in a doubtful signal of L1 (muscle noise); in atrial fibrillation?")
    model = watched.pages.made["monitor"].alerts._model
    watched._show_slow_things()
    lines = [model.words(model.line(row)) for row in range(model.rowCount())]
    assert any("Doubtful · Irregular: AF?" in line for line in lines) or len(lines) == 1
    panel = WhyPanel(DARK)
    qtbot.addWidget(panel)
    panel.show_event(told[10], FS)
    assert panel._words.text().endswith("atrial fibrillation?")


def test_strips_lanes_and_overview_show_where_it_was(watched, play):
    play(watched, 20)
    board = watched.pages.made["monitor"].board
    for _ in range(3):  # what was known late is painted again when a frame has time for it
        board.paint(10.0)
    strip, other = board.strips[0], board.strips[1]
    left, right = (round(board.timeline.virtual(s * FS)) % board.timeline.width for s in (14.4, 15.6))
    assert left < right
    here, there = (pixels(s.grab().toImage())[:, left:right] for s in (strip, other))
    bluer = [(picture[..., 0] - picture[..., 2]).mean() for picture in (here, there)]
    assert bluer[0] > bluer[1] + 2
    overview = board.overview
    image = pixels(overview.grab().toImage())
    blue = np.abs(image[0] - QColor(DARK.premature).getRgb()[2::-1]).max(axis=1) < 40
    seconds = np.flatnonzero(blue) * 40 / overview._span()
    assert seconds.min() == pytest.approx(6, abs=0.3)
    assert seconds.max() == pytest.approx(12, abs=0.3)


def test_a_rhythm_that_begins_is_drawn_over_what_was_painted_before(watched, play):
    play(watched, 6.4)
    lane = list(watched.pages.made["monitor"].board.lanes.values())[-1]
    for _ in range(8):
        play(watched, 0.2)
    watched.pages.made["monitor"].board.paint(10.0)
    blue = QColor(DARK.premature).getRgb()[2::-1]
    image = pixels(lane.grab().toImage())
    at = [round(lane.timeline.virtual(s * FS)) % lane.timeline.width for s in (6.1, 7.0, 7.8)]
    assert all(np.abs(image[0, x] - blue).max() < 40 for x in at)


def shaded(canvas, seconds):
    """How much brighter than the paper a canvas is where a lead is lost, in the technical colour."""
    canvas.redraw()
    image = pixels(canvas.grab().toImage())
    x = round(canvas.timeline.virtual(seconds * FS)) % canvas.timeline.width
    return image[-8:-2, x - 2 : x + 3, :2].mean()


def test_a_lead_that_is_lost_is_shaded_alone_and_the_beats_say_what_they_are_judged_without(
    make_window, play
):
    record = rippled(make_record(40))
    record.signals[round(6 * FS) : round(9 * FS), 1] = np.nan
    window = make_window(size=(1600, 900))
    window.put_on(RecordSource(record))
    play(window, 8)
    window._show_slow_things()
    board, names = window.pages.made["monitor"].board, window.session.analysed_names
    assert len(names) == 2
    assert [event.lead for event in window.session.open_technical] == [names[1]]
    labels = {label.name: " ".join(label.said) for label, _ in board.rows._labels}
    assert "no vote" in labels[names[1]]
    assert "analysed" in labels[names[0]]
    play(window, 2)
    window._show_slow_things()
    assert window.session.open_technical == ()
    assert not [label.name for label, _ in board.rows._labels if "no vote" in label.said]
    shown = [*board.strips.values(), *board.lanes.values()]
    assert [bool(shaded(one, 7.5) > shaded(one, 3.5) + 8) for one in shown] == [False, True, *[False] * 3]
    (gone,) = window.session.left_out_between(0, 10 * FS)
    assert (gone.leads, gone.all) == ((names[1],), False)
    assert (gone.start, gone.end) == (6 * FS, 9 * FS - 1)
