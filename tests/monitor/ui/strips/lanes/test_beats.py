"""The lane of beats: a stem a beat, a line to drag that counts at once, and shapes beside the colours."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from assets.sources.record import RecordSource
from models.alerts.kinds import Kind
from models.alerts.reasons import Channel
from models.beats.scores import BeatScores
from monitor.ui.kit.theme import DARK
from monitor.ui.strips.lanes.beats import BeatLane
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.timeline import Timeline
from tests.monitor.conftest import FS, pixels, rippled

BEATS = (300, 600, 900, 1200)
SCORES = (0.2, 2.0, 0.4, np.nan)
PREMATURE = (0.0, 0.1, 0.5, 0.0)


def beats_of(index, scores, premature):
    index = np.array(index, np.int64)
    score, early = np.array(scores, np.float32), np.array(premature, np.float32)
    rest = [np.zeros(len(index), np.float32)] * 4
    more = [np.ones(len(index), np.float32)] * 3
    return BeatScores(index, index + 126, score, *rest, early, *more, early)


def lane_at(head, known=4):
    """A lane that knows the first beats, and the list in which it looks for them."""
    timeline = Timeline(FS, PaperScale(px_per_mm=4.0))
    timeline.fit(700)
    told = [beats_of(BEATS[:known], SCORES[:known], PREMATURE[:known])]

    def between(first, stop):
        index = told[0].index
        return told[0].rows(np.flatnonzero((index >= first) & (index < stop)))

    lane = BeatLane(timeline, DARK, between, lambda *_: [])
    lane.resize(700, 80)
    timeline.head = head
    lane.set_threshold(1.0, 1.0)
    lane.set_premature(0.2)
    lane.rebuild()
    return lane, told


def about(lane, sample, reach=6):
    """The picture about a sample."""
    x = round(lane.timeline.virtual(sample))
    return pixels(lane.grab().toImage())[:, x - reach : x + reach + 1]


def has(picture, colour):
    return (np.abs(picture - QColor(colour).getRgb()[2::-1]).max(axis=2) < 30).any()


def test_a_beat_over_the_line_has_the_colour_of_alerts_and_the_others_have_not(qapp):
    lane, _ = lane_at(1400)
    assert [has(about(lane, at), DARK.alert) for at in (300, 600, 900)] == [True, True, True], "the line"
    lane.set_threshold(1.0, 3.2)  # far above the stems' feet
    lane.catch_up()
    feet = [has(about(lane, at)[40:], DARK.alert) for at in BEATS]
    assert feet == [False] * 4
    lane.set_threshold(1.0, 1.0)
    lane.catch_up()
    feet = [has(about(lane, at)[60:], DARK.alert) for at in BEATS]
    assert feet == [False, True, False, False]


def test_a_stem_is_as_high_as_the_score(qapp):
    lane, _ = lane_at(1400)
    lane.set_threshold(1.0, 3.2)
    lane.catch_up()
    ground = lane.height()
    tops = [
        ground - np.flatnonzero((about(lane, at, 0)[8:, 0] > 60).any(axis=1))[0] - 8 for at in (300, 600, 900)
    ]
    assert tops[0] < tops[2] < tops[1]
    assert tops[1] == pytest.approx(ground - lane._y(2.0), abs=5)


def test_an_early_beat_and_one_that_could_not_be_judged_have_shapes_of_their_own(qapp):
    lane, told = lane_at(1400)
    lane.set_threshold(1.0, 3.2)
    lane.catch_up()
    early = has(about(lane, 900), DARK.premature), about(lane, 900)
    assert early[0]
    told[0] = beats_of(BEATS, SCORES, (0.0,) * 4)
    lane.redraw()
    ordinary = about(lane, 900)
    shown = [(np.abs(p - p[0, 0]).max(axis=2) > 60) for p in (early[1], ordinary)]
    assert (shown[0] != shown[1]).sum() > 4, "another shape, not another colour alone"
    ring = about(lane, 1200, 0)[8:, 0]
    lit = np.flatnonzero((ring > 60).any(axis=1))
    assert len(lit)
    assert lit.min() > lane.height() - 8 - 10, "a ring on the ground, whatever the score would have been"


def test_beats_that_come_late_are_drawn_as_if_they_had_been_there(qapp):
    lane, told = lane_at(1100, known=1)
    told[0] = beats_of(BEATS, SCORES, PREMATURE)
    for head in range(1106, 1400, 6):
        lane.timeline.head = head
        lane.catch_up()
    lane.touch(BEATS[1], BEATS[-1])
    lane.catch_up()
    whole, _ = lane_at(lane.timeline.head)
    ours, theirs = (pixels(each.grab().toImage()) for each in (lane, whole))
    column = lane.timeline.head_column - 2
    assert (np.abs(ours[:, :column] - theirs[:, :column]).max(axis=2) > 40).mean() < 2e-4


def test_a_dragged_line_counts_for_the_next_beat_and_takes_nothing_back(make_window, play, record, qtbot):
    window = make_window()
    window.put_on(RecordSource(rippled(record)))
    play(window, 6)
    board, session = window.pages.made["monitor"].board, window.session
    lane = board.lanes[Channel.ECTOPY]
    raised = session.alerts()
    assert [e.kind for e in raised] == [Kind.ECTOPIC]
    for to in (0.4, 3.0):
        y = round(lane._y(lane.threshold))
        qtbot.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(40, y))
        qtbot.mouseMove(lane, QPoint(40, round(lane._y(to))))
        qtbot.mouseRelease(lane, Qt.MouseButton.LeftButton)
        assert session.thresholds[Channel.ECTOPY] == pytest.approx(to, abs=0.08)
        play(window, 3)
        if to < 1:
            assert session.open_alert.kind in (Kind.PAIR, Kind.RUN), "what was ordinary is ectopic now"
    play(window, 3)
    later = [e for e in session.alerts() if e.start > 12 * FS]
    assert later == [], "and nothing is over a line so high"
    assert raised[0].start in {e.start for e in session.alerts()}, "what was raised stays"


def test_the_lane_shows_past_beats_while_one_looks_back(make_window, play, record):
    window = make_window()
    window.put_on(RecordSource(rippled(record)))
    play(window, 12)
    lane = window.pages.made["monitor"].board.lanes[Channel.ECTOPY]
    window.session.seek(round(8 * FS))
    window.frame()
    window.pages.made["monitor"].board.paint(10.0)  # a frame leaves what it has no time for to the next
    ectopic = 5 * FS + 5
    image = pixels(lane.grab().toImage())
    x = round(lane.timeline.virtual(ectopic)) % lane.timeline.width
    assert has(image[:, x - 6 : x + 7], DARK.alert)
