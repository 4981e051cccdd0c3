"""The time axis: which sample stands at which column, under a sweep, scrolling, and looking back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.timeline import Timeline


def axis(head, *, scroll=False, look=None, shift=0.0, start=0):
    timeline = Timeline(360.0, PaperScale(px_per_mm=4.0), 600, scroll, start, head, look)
    timeline.shift = shift
    return timeline


@given(st.integers(0, 10**7), st.floats(0, 599.9), st.floats(-1e4, 1e4))
def test_a_column_under_the_sweep_shows_the_sample_that_was_drawn_there(head, x, shift):
    timeline = axis(head, shift=shift)
    sample = timeline.sample_under(x)
    off = (timeline.virtual(sample) - x + 300) % 600 - 300
    assert off == pytest.approx(0, abs=1e-3)
    assert head - 600 / timeline.px_per_sample - 1 <= sample <= head + 1 / timeline.px_per_sample + 1


@pytest.mark.parametrize(("scroll", "look", "newest"), [(True, None, 5000), (False, 3000, 3000)])
def test_on_paper_the_newest_column_stands_at_the_right_edge(scroll, look, newest):
    timeline = axis(5000, scroll=scroll, look=look)
    assert timeline.sample_under(600) == timeline.newest == newest
    assert timeline.sample_under(0) == pytest.approx(timeline.first_visible, abs=1)
    assert timeline.erase_bar == 0


def test_a_narrow_axis_follows_a_wide_one():
    wide, narrow = axis(5000, look=3000, start=40), Timeline(width=80, fades=False)
    narrow.follow(wide)
    assert (narrow.head, narrow.look, narrow.start, narrow.fs) == (5000, 3000, 40, 360.0)
    assert (narrow.width, narrow.fades) == (80, False)
    assert narrow.px_per_sample == wide.px_per_sample


@pytest.mark.parametrize("shift", [-1234.5, 0.0, 777.0])
def test_pieces_lie_on_the_canvas_and_cover_the_samples(shift):
    timeline = axis(9000, shift=shift)
    pieces = list(timeline.pieces(8000, 9000))
    assert all(0 <= p.left < p.right <= 600 for p in pieces)
    wide = sum(p.right - p.left for p in pieces)
    assert wide == pytest.approx(min(600, 1000 * timeline.px_per_sample), abs=3)
