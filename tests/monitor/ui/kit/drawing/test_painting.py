"""What a thinned line keeps: every peak, every trough, every gap."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from monitor.ui.kit.drawing.painting import thinned

VALUES = hnp.arrays(np.float32, st.integers(1, 200), elements=st.floats(-5, 5, width=32))


@given(VALUES, st.integers(1, 20), st.integers(0, 1000))
def test_highest_and_lowest_of_each_group_are_kept(values, per, first):
    index, kept = thinned(first, values, per)
    for i in range(0, len(values), per):
        group, pair = values[i : i + per], kept[2 * (i // per) : 2 * (i // per) + 2]
        assert (pair.min(), pair.max()) == (group.min(), group.max())
        assert first + i <= index[2 * (i // per)] < index[2 * (i // per) + 1] <= first + i + per
    assert (np.diff(index) > 0).all()


@given(VALUES, st.integers(1, 20), st.integers(0, 10))
def test_a_stretch_from_a_whole_group_on_gives_the_same_points(values, per, skipped):
    at = min(skipped * per, (len(values) - 1) // per * per)
    whole, part = thinned(0, values, per), thinned(at, values[at:], per)
    for ours, theirs in zip(part, whole, strict=True):
        assert np.array_equal(ours, theirs[2 * (at // per) :])


def test_a_gap_stays_a_gap_and_a_half_gap_shows_what_there_is():
    values = np.array([1, np.nan, np.nan, np.nan, 2, 3], np.float32)
    assert np.array_equal(thinned(0, values, 2)[1], [1, 1, np.nan, np.nan, 2, 3], equal_nan=True)


def test_a_falling_group_is_drawn_falling():
    assert thinned(0, np.array([3.0, 2.0, 1.0]), 3)[1].tolist() == [3.0, 1.0]
