"""Pieces of a signal know their extremes and the values at which it stands, however the samples come."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.signal.hops import Cutter, Hop, Hops, Plateau

LINE = np.array([1, 1, 2, 2, 2, 2, 2, 3, 4, 4, 4, np.nan, 4, 5, 5, 5, 5, 5, 5, 5, 6], dtype=float)


def cut(line: np.ndarray, cuts: list[int]) -> list[Hop]:
    """Cut a line and, beside it, another one, of which nothing is to be seen."""
    cutter = Cutter(5, 3, 2)
    found = []
    for part in np.split(line, sorted(cuts)):
        found += [hop for hop, _ in cutter.cut(np.stack([part, np.full(len(part), np.nan)]))]
    return found


def test_a_plateau_is_told_once_it_has_ended_and_while_it_stands_long() -> None:
    first, second, third, fourth = cut(LINE, [])
    assert (first.ended, first.standing) == ((), Plateau(2, 4, 2.0)), "it is not told to have ended"
    assert (second.ended, second.standing) == ((Plateau(2, 6, 2.0),), None), "4 stands, but not long enough"
    assert (third.ended, third.standing) == ((Plateau(8, 10, 4.0),), None)
    assert (fourth.ended, fourth.standing) == ((), Plateau(13, 19, 5.0))
    assert (third.low, third.high, third.whole) == (4.0, 5.0, False)


@given(cuts=st.lists(st.integers(0, len(LINE)), max_size=10))
def test_the_pieces_do_not_depend_on_the_cuts(cuts: list[int]) -> None:
    for a, b in zip(cut(LINE, cuts), cut(LINE, []), strict=True):
        np.testing.assert_array_equal(a.samples, b.samples)
        assert (a.start, a.stop, a.low, a.high, a.whole) == (b.start, b.stop, b.low, b.high, b.whole)
        assert (a.ended, a.standing) == (b.ended, b.standing)


def test_extremes_are_of_the_latest_pieces() -> None:
    hops = Hops(3)
    for (hop,) in Cutter(2, 3).cut(np.array([[9.0, 0, 1, 2, 3, 4, np.nan, np.nan]])):
        hops.add(hop)
    assert hops.extremes(1) == (np.inf, -np.inf)
    assert hops.extremes(2) == (3.0, 4.0)
    assert hops.extremes(1, skip=2) == (1.0, 2.0)
    assert hops.between(0, 5).tolist() == [1.0, 2.0, 3.0], "the first two are no longer kept"
    assert len(hops) == 3, "no more are kept"
    assert hops.whole == 0
    assert hops[-1].start == 6


@pytest.mark.parametrize("n", [1, 4])
def test_what_is_no_whole_piece_waits(n: int) -> None:
    cutter = Cutter(5, 3)
    assert cutter.cut(np.zeros((1, n))) == []
    assert cutter.waiting == n
