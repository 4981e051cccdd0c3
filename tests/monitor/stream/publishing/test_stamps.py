"""Stamps of what is played are even, and tell when each sample was."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.stream.publishing.stamps import Stamps


def test_blocks_that_come_unevenly_have_even_stamps():
    stamps, rng, given_out = Stamps(250), np.random.default_rng(0), []
    at = 0
    for _ in range(400):
        n = int(rng.integers(1, 12))
        at += n
        given_out.append(stamps.of(at - n, n, 1.0, 50 + at / 250 + rng.uniform(0, 0.01)))
    steps = np.diff(np.concatenate(given_out))
    assert np.abs(steps - 1 / 250).max() < 0.0005
    assert np.concatenate(given_out)[-1] == pytest.approx(50 + at / 250, abs=0.02)


def test_at_another_speed_they_lie_as_it_is_played():
    stamps = Stamps(250)
    assert np.diff(stamps.of(0, 100, 2.0, 10.0)) == pytest.approx(1 / 500)
    assert np.diff(stamps.of(100, 100, 0.5, 11.0)) == pytest.approx(1 / 125)


def test_after_a_pause_they_go_on_at_the_present():
    stamps = Stamps(250)
    stamps.of(0, 10, 1.0, 10.0)
    assert stamps.of(10, 10, 1.0, 60.0)[-1] == 60.0


def test_a_sample_that_was_played_twice_was_played_last():
    stamps = Stamps(250)
    stamps.of(0, 250, 1.0, 10.0)
    stamps.of(100, 250, 1.0, 20.0)
    assert stamps.when(0) == pytest.approx(10 - 249 / 250)
    assert stamps.when(100) == pytest.approx(20 - 249 / 250)
    assert stamps.when(350) is None


@example([(1, 0.25, 1.0), (23, 0.25, 2.6757208494668827), (3, math.inf, 0.0)])
@given(
    st.lists(
        st.tuples(st.integers(1, 50), st.sampled_from([0.25, 1.0, 8.0, math.inf]), st.floats(0, 3)),
        max_size=20,
    )
)
def test_they_never_go_back(blocks):
    stamps, now, at, last = Stamps(360), 5.0, 0, -math.inf
    for n, speed, passed in blocks:
        now += passed
        given_out = stamps.of(at, n, speed, now)
        assert given_out[0] > last
        assert (np.diff(given_out) > 0).all()
        at, last = at + n, given_out[-1]
