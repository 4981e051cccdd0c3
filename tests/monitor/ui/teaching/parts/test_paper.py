"""A strip that stands still."""

import numpy as np
import pytest

from monitor.ui.kit.theme import DARK
from monitor.ui.teaching.parts.paper import MarkRow, Paper
from tests.monitor.conftest import pixels

FS = 100.0


@pytest.fixture
def paper(qtbot):
    made = Paper(DARK)
    qtbot.addWidget(made)
    made.resize(800, 300)
    return made


def bright(paper):
    return (pixels(paper.grab().toImage())[..., 1] > 190).sum(axis=0)


def test_the_strip_is_as_wide_as_the_paper_and_a_gap_is_no_line(paper):
    samples = np.sin(np.arange(800) / 5)[:, None].astype(np.float32)
    samples[400:500] = np.nan
    paper.show_strip(samples, FS, ["II"])
    columns = bright(paper)
    assert columns[20:390].min() > 0
    assert columns[410:490].max() == 0
    assert columns[510:790].min() > 0


@pytest.mark.parametrize("height_mv", [0.05, 1.0, 30.0])
def test_no_lead_is_cut_nor_drawn_larger_than_the_usual_gain(paper, height_mv):
    samples = (height_mv * np.sin(np.arange(800) / 5))[:, None].astype(np.float32)
    paper.show_strip(samples, FS, ["II"])
    gain = paper._gain(paper.px_per_mm, 300.0)
    assert gain <= 10.0
    if height_mv < 20:
        assert 2 * height_mv * gain * paper.px_per_mm <= 300


def test_nothing_but_gaps_can_be_shown(paper):
    paper.show_strip(np.full((800, 2), np.nan, dtype=np.float32), FS, ["I", "II"], [(5, "N")])
    paper.grab()


def test_marks_stand_under_the_strip(paper):
    flat = np.zeros((800, 1), dtype=np.float32)
    paper.show_strip(flat, FS, ["II"], (), [MarkRow("<b>Ada</b>", [])])
    before = pixels(paper.grab().toImage())
    paper.show_strip(flat, FS, ["II"], (), [MarkRow("<b>Ada</b>", [(400, "right"), (9000, "wrong")])])
    after = pixels(paper.grab().toImage())
    changed = np.abs(after - before).sum(axis=2) > 60
    assert changed[282:298, 395:406].any()
    assert not changed[:, :390].any()
    assert not changed[:, 420:].any()


def test_words_can_stand_in_its_place(paper):
    paper.say("Another source is on now.")
    assert paper._words
