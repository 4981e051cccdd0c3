"""The canvas of strips and lanes: what is painted column by column is what is painted at once."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from assets.records.demo import load_demo
from assets.records.record import Annotations
from monitor.ui.kit.theme import DARK
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.tiles import TILE, Tiles
from monitor.ui.strips.timeline import Timeline
from tests.monitor.conftest import pixels


def strip_at(head: int, width: int = 700, px_per_mm: float = 4.0) -> Strip:
    record = load_demo()
    timeline = Timeline(record.fs, PaperScale(px_per_mm=px_per_mm))
    timeline.fit(width)
    strip = Strip(timeline, DARK, lambda a, b: record.signals[a:b, 0], 0, lambda *_: [])
    strip.resize(width, 200)
    timeline.head = head
    strip.rebuild()
    return strip


@pytest.mark.parametrize("px_per_mm", [2.0, 4.0, 9.7])
@pytest.mark.parametrize("step", [1, 6, 41])
def test_frames_paint_the_picture_that_a_redraw_paints(qapp, step, px_per_mm):
    begin, end = 400, 1300
    moved = strip_at(begin, px_per_mm=px_per_mm)
    for head in range(begin + step, end + 1, step):
        moved.timeline.head = head
        moved.catch_up()
    at_once = strip_at(moved.timeline.head, px_per_mm=px_per_mm)
    ours, whole = (pixels(strip.grab().toImage()) for strip in (moved, at_once))
    # The laps before lie under a shade that grows; only the newest lap is the same.
    column = moved.timeline.head_column - 2
    assert column > 20
    # A line that is drawn in two pieces may differ by a shade of its smooth edge.
    differs = np.abs(ours[:, :column] - whole[:, :column]).max(axis=2) > 40
    assert differs.mean() < 2e-4


@pytest.mark.parametrize("steps", [(-37, -200, 90), (-1, -2, -3), (-5000, 10), (-300, -300, 550)])
def test_looking_back_in_steps_paints_the_picture_that_a_redraw_paints(qapp, steps):
    moved = strip_at(9000)
    moved.timeline.look = 8900
    moved.catch_up()
    for step in steps:
        moved.timeline.look += step
        moved.catch_up()
    at_once = strip_at(9000)
    at_once.timeline.look = moved.timeline.look
    at_once.catch_up()
    ours, whole = (pixels(strip.grab().toImage()) for strip in (moved, at_once))
    differs = np.abs(ours - whole).max(axis=2) > 40
    assert differs.mean() < 1e-3, "a line in two pieces may differ by a shade of its smooth edge"
    moved.timeline.look = None
    moved.catch_up()
    present = strip_at(9000)
    assert np.array_equal(pixels(moved.grab().toImage()), pixels(present.grab().toImage()))


def test_what_has_not_been_played_is_bare_paper_while_one_looks_back(qapp):
    strip = strip_at(900)
    strip.timeline.look = 1200
    strip.catch_up()
    seen = pixels(strip.grab().toImage())
    bare = strip_at(0)
    at = round(strip.timeline.width - 300 * strip.timeline.px_per_sample) + 3
    trace = (seen[:, at : strip.timeline.width] - pixels(bare.grab().toImage()).max()).max()
    assert trace <= 0


def test_looking_back_a_little_paints_a_few_columns_only(qapp, monkeypatch):
    strip = strip_at(9000)
    strip.timeline.look = 8900
    strip.catch_up()
    painted = []
    paint = Strip._paint
    monkeypatch.setattr(Strip, "_paint", lambda self, a, b: (painted.append(b - a), paint(self, a, b)))
    for step in (-20, 15):
        strip.timeline.look += step
        strip.catch_up()
    assert sum(painted) < 60, "samples; a page has some 2500"


def test_the_erase_bar_stands_before_the_newest_column(qapp):
    strip = strip_at(700)
    timeline = strip.timeline
    seen = pixels(strip.grab().toImage())
    bar = seen[:, timeline.head_column + 1 : timeline.head_column + timeline.erase_bar]
    assert (bar == QColor(DARK.window).getRgb()[2::-1]).all()


def test_a_frame_shows_in_the_window_what_it_painted(qapp):
    strip = strip_at(700)
    strip.show()
    qapp.processEvents()
    for head in range(706, 1000, 6):
        strip.timeline.head = head
        strip.catch_up()
        qapp.processEvents()
    on_screen = strip.screen().grabWindow(strip.winId()).toImage()
    assert np.array_equal(pixels(on_screen), pixels(strip.grab().toImage()))


@pytest.mark.parametrize("ratio", [1.0, 1.1, 1.25, 1.5, 2.0])
def test_tiles_show_one_picture(qapp, ratio):
    width, height = 3 * TILE + 40, 30
    tiles = Tiles(width, height, ratio)
    whole = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    whole.setDevicePixelRatio(ratio)

    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, width, height, QColor("navy"))
        for x in range(0, width, 4):
            painter.fillRect(x, x % height, 4, 4, QColor("white"))

    painter = QPainter(whole)
    paint(painter)
    painter.end()
    for left, _ in tiles.parts(0, width):
        painter = tiles.painter(left)
        paint(painter)
        painter.end()
    seen = QImage(whole.size(), QImage.Format.Format_RGB32)
    seen.setDevicePixelRatio(ratio)
    painter = QPainter(seen)
    tiles.copy().draw(painter, 0, width)
    painter.end()
    edge = 1 if ratio == 1.1 else 0  # no tile fits: its last pixel is shared
    assert np.array_equal(pixels(seen)[: -edge or None], pixels(whole)[: -edge or None])


def test_tiles_are_cut_where_one_ends(qapp):
    tiles = Tiles(300, 10, 1.0)
    assert list(tiles.parts(100, 300)) == [(100, TILE), (TILE, 2 * TILE), (2 * TILE, 300)]
    assert list(Tiles(300, 10, 1.1).parts(0, 300)) == [(0, 300)]


def test_a_lead_whose_complexes_would_touch_the_edge_is_moved_into_its_row(qapp):
    strip = strip_at(19 * 360)
    strip.resize(strip.width(), round(4.2 * strip.px_per_unit))
    strip.measure()
    strip.settle()
    seen = strip.height_of(load_demo().signals[9 * 360 : 19 * 360, 0])
    assert 0 < seen.min() < seen.max() < strip.height()


def test_the_tooltip_names_the_beat_symbols_that_are_drawn(qapp):
    strip = strip_at(720)
    assert strip.toolTip() == ""
    beats = Annotations(np.array([100, 300, 400]), ("+", "R", "V"), ("(N", "", ""))
    strip.show_annotations(lambda *_: beats)
    strip.rebuild()
    assert strip.toolTip().splitlines()[1:] == [
        "R  right bundle branch block beat",
        "V  premature ventricular contraction",
    ]
    strip.show_annotations(None)
    assert strip.toolTip() == ""


def test_a_resized_strip_is_drawn_when_its_turn_comes_and_shows_no_rubbish_until_then(qapp, monkeypatch):
    strip = strip_at(900)
    strip.show()
    qapp.processEvents()
    strip.catch_up()
    rebuilt = []
    rebuild = Strip.rebuild
    monkeypatch.setattr(Strip, "rebuild", lambda self: (rebuilt.append(self.height()), rebuild(self)))
    strip.resize(strip.width(), 320)
    qapp.processEvents()
    assert not rebuilt, "a window that is resized answers before it has drawn everything"
    below = pixels(strip.grab().toImage())[230:, : strip.timeline.head_column - 2]
    assert (below == QColor(DARK.paper).getRgb()[2::-1]).all()
    strip.catch_up()
    assert rebuilt == [320]
    assert strip._paper.height == 320
