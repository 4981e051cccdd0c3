import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.ui.kit.plots.curves import (
    KEPT,
    LEFT,
    RIGHT,
    SHOWN,
    CurveView,
    scale_of,
    thinned,
    ticks,
    whole_scale,
)
from monitor.ui.kit.theme import DARK


def test_ticks_are_round_and_within():
    assert ticks(0, 5, 5) == [0, 2, 4]
    assert ticks(141.2, 198.7, 4) == [160, 180]
    assert ticks(0.003, 0.011, 4) == [0.004, 0.006, 0.008, 0.01]
    assert ticks(1, 1, 4) == []
    assert ticks(1, 3, 5, 1.0) == [1, 2, 3], "there is no half an epoch"


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 9))
def test_ticks_are_never_too_many(low, span, most):
    found = ticks(low, low + span, most)
    assert len(found) <= most
    assert all(low - 1e-6 * span <= value <= low + 1.000001 * span for value in found)


def test_many_points_are_thinned_to_means_that_keep_the_ends():
    x = np.arange(10_000, dtype=np.float32)
    y = np.ones(10_000, dtype=np.float32)
    thin_x, thin_y = thinned(x, y)
    assert len(thin_x) == len(thin_y) == SHOWN
    assert (thin_x[0], thin_x[-1]) == (0, 9999)
    assert np.all(np.diff(thin_x) > 0)
    assert np.allclose(thin_y, 1)
    few = thinned(x[:5], y[:5])
    assert np.array_equal(few[0], x[:5])


def test_a_whole_scale_holds_all_but_the_first_moments():
    y = np.append(np.full(3, 540.0), np.full(297, 150.0)).astype(np.float32)
    y[120:125] = 210.0  # a rare spike of which nothing shall be cut
    low, high = whole_scale(y)
    assert low < 150
    assert 210 < high < 300
    assert scale_of(y)[1] < 210
    assert whole_scale(np.array([1.0, 2.0], np.float32)) == pytest.approx((0.95, 2.05))


def test_a_mark_is_painted_where_it_was_set(qtbot):
    view = CurveView(DARK, "a", "b", "accent")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.add(np.linspace(0, 10, 50, dtype=np.float32), np.zeros(50, np.float32))
    before = view.grab().toImage()
    view.marks = [(5.0, "β 4")]
    after = view.grab().toImage()
    changed = {x for x in range(400) for y in range(100, 150) if before.pixel(x, y) != after.pixel(x, y)}
    middle = LEFT + (400 - LEFT - RIGHT) / 2
    assert changed
    assert all(abs(x - middle) <= 1 for x in changed)


def test_the_first_batches_do_not_flatten_the_rest():
    y = np.append(np.full(3, 540.0), np.linspace(200, 150, 297)).astype(np.float32)
    low, high = scale_of(y)
    assert low < 150
    assert high < 300
    assert scale_of(np.full(10, 3.0, np.float32))[0] < 3 < scale_of(np.full(10, 3.0, np.float32))[1]


def test_a_rise_that_has_just_begun_stays_within_the_scale():
    y = np.append(np.full(285, 0.1), np.linspace(0.1, 8.0, 15)).astype(np.float32)
    assert scale_of(y)[1] > 8.0


def test_of_a_few_points_none_is_a_spike():
    assert scale_of(np.array([0.82, 0.83, 0.96], np.float32))[1] > 0.96


def test_a_single_point_is_seen(qtbot):
    view = CurveView(DARK, "AUC", "epochs", "accent")
    qtbot.addWidget(view)
    view.resize(300, 140)
    empty = view.grab().toImage()
    view.add(np.array([1], np.float32), np.array([0.9], np.float32))
    assert view.grab().toImage() != empty


def test_a_curve_grows_is_drawn_and_begins_anew(qtbot):
    view = CurveView(DARK, "KL, nats", "epochs", "accent")
    qtbot.addWidget(view)
    view.resize(300, 140)
    empty = view.grab().toImage()
    view.add(np.arange(50, dtype=np.float32), np.arange(50, dtype=np.float32))
    assert view.grab().toImage() != empty
    view.add(np.arange(KEPT, dtype=np.float32), np.zeros(KEPT, np.float32))
    assert len(view.at) == KEPT
    view.clear()
    assert view.grab().toImage() == empty


@pytest.mark.parametrize("n", [1, 2])
def test_few_points_are_no_trouble(qtbot, n):
    view = CurveView(DARK, "KL, nats", "epochs", "accent")
    qtbot.addWidget(view)
    view.add(np.arange(n, dtype=np.float32), np.full(n, 2.0, np.float32))
    assert not view.grab().isNull()
