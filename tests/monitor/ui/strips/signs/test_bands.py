"""States over strips and lanes: drawn piece by piece as at once, only where they are, each in its own way."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from models.alerts.events import Event
from models.alerts.kinds import Kind
from models.beats.scores import BeatScores
from models.signal.states import State, StateKind
from monitor.stream.left_out import LeftOut
from monitor.ui.kit.theme import DARK
from monitor.ui.strips.lanes.beats import BeatLane
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.signs.bands import BAND_PX
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.timeline import Timeline
from tests.monitor.conftest import FS, pixels

STATES = (
    State(StateKind.IRREGULAR, 300, 900, 350, 950),
    State(StateKind.UNUSABLE, 500, 700, 520, 720),
    State(StateKind.DOUBTFUL, 800, 1000, 820, 1020),
)


def between(first, last):
    return [s for s in STATES if s.start <= last and s.end >= first]


def canvas(make, head):
    timeline = Timeline(FS, PaperScale(px_per_mm=4.0))
    timeline.fit(700)
    shown = make(timeline)
    shown.resize(700, 80)
    timeline.head = head
    shown.rebuild()
    return shown


def strip(timeline):
    return Strip(timeline, DARK, lambda a, b: np.zeros(b - a, np.float32), 0, lambda *_: [], between)


def lane(timeline):
    return BeatLane(timeline, DARK, lambda *_: BeatScores.none(), lambda *_: [], between)


def column(shown, sample):
    return pixels(shown.grab().toImage())[:, round(shown.timeline.virtual(sample))]


@pytest.mark.parametrize("make", [strip, lane])
@pytest.mark.parametrize("step", [5, 37])
def test_frames_draw_what_a_redraw_draws(qapp, make, step):
    moved = canvas(make, 250)
    for head in range(250 + step, 1200, step):
        moved.timeline.head = head
        moved.catch_up()
    whole = canvas(make, moved.timeline.head)
    ours, theirs = (pixels(each.grab().toImage()) for each in (moved, whole))
    at = moved.timeline.head_column - 2
    assert (np.abs(ours[:, :at] - theirs[:, :at]).max(axis=2) > 40).mean() < 1e-3


def test_an_unusable_stretch_is_hatched_from_top_to_bottom_and_a_doubtful_one_is_underlined(qapp):
    shown = canvas(strip, 1100)
    bare = column(shown, 400)
    hatched, doubtful = (np.abs(column(shown, at) - bare).max(axis=1) > 12 for at in (600, 900))
    assert hatched.mean() > 0.9
    foot = pixels(shown.grab().toImage())[-4:, round(shown.timeline.virtual(820)) :]
    assert (np.abs(foot - QColor(DARK.technical).getRgb()[2::-1]).max(axis=2) < 40).any()
    assert not doubtful[:-6].any()


def test_what_is_about_the_heart_is_a_band_along_the_upper_edge_of_the_beats(qapp):
    shown = canvas(lane, 1100)
    blue = QColor(DARK.premature).getRgb()[2::-1]
    edge = [np.abs(column(shown, at)[0] - blue).max() < 40 for at in (250, 310, 600, 890, 950)]
    assert edge == [False, True, True, True, False]
    assert (np.abs(column(shown, 600)[20:] - column(shown, 250)[20:]).max() < 10).all(), "and no more"


def test_a_band_says_its_name(qapp):
    shown = canvas(lane, 1100)
    band = pixels(shown.grab().toImage())[2:14, : round(shown.timeline.virtual(1000))]
    ink = np.flatnonzero((band.min(axis=2) > 170).any(axis=0))
    begins, ends = shown.timeline.virtual(300), shown.timeline.virtual(900)
    assert begins < ink.min() < begins + 12
    assert ink.max() <= ends, "and is cut off where it ends"


GONE = (
    LeftOut(Event(Kind.FLAT, 200, 200, 260, 260, {}, {}, lead="II"), ("II",), False),
    LeftOut(Event(Kind.FLAT, 500, 500, 700, 700, {}, {}, lead="II"), ("II", "V1"), False),
    LeftOut(Event(Kind.FLAT, 1000, 1000, 1080, 1080, {}, {}, lead="II"), ("I", "II", "V1"), True),
)


def judged_without(timeline):
    def without(first, last):
        return [one for one in GONE if one.start <= last and one.end >= first]

    return BeatLane(timeline, DARK, lambda *_: BeatScores.none(), lambda *_: [], between, without)


@pytest.mark.parametrize("step", [5, 37])
def test_leads_without_a_vote_are_drawn_piece_by_piece_as_at_once(qapp, step):
    test_frames_draw_what_a_redraw_draws(qapp, judged_without, step)


def test_leads_without_a_vote_are_a_band_that_leaves_the_rhythm_s_to_be_seen(qapp):
    shown = canvas(judged_without, 1100)
    cyan, blue = (QColor(colour).getRgb()[2::-1] for colour in (DARK.technical, DARK.premature))

    def is_at(row, sample, colour):
        return np.abs(column(shown, sample)[row] - colour).max() < 40

    assert is_at(0, 230, cyan)
    assert is_at(0, 600, blue)
    assert is_at(BAND_PX, 600, cyan)
    assert not is_at(BAND_PX, 450, cyan)
    assert not is_at(0, 1040, cyan), "without any lead nothing is judged at all"
