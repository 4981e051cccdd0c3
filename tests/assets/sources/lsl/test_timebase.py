"""A stream's stamps become a regular time base: jitter is none of its business, and what is lost is a gap."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assets.sources.lsl.timebase import TimeBase


def stream(fs, seconds, chunk_s=0.05, jitter=0.0, drops=(), drift=0.0, seed=0):
    """Chunks of samples that carry their own number, with stamps and times of arrival."""
    rng = np.random.default_rng(seed)
    index = np.arange(int(fs * seconds))
    for first, last in drops:
        index = index[(index < first) | (index >= last)]
    true = 1000.0 + index / fs * (1 + drift)
    stamps = np.maximum.accumulate(true + np.abs(rng.normal(0, jitter, len(index))))
    of = np.floor(index / fs / chunk_s)
    for one in np.unique(of):
        here = of == one
        arrived = max(true[here][-1], stamps[here][-1]) + 0.001
        yield index[here, None].astype(np.float32), stamps[here], arrived


def placed(base, chunks):
    """What stands where: the number that each sample carries, NaN in gaps."""
    pieces = [piece for chunk in chunks for piece in base.take(*chunk)] + base.release()
    flat = [np.full(p, np.nan) if isinstance(p, int) else p[:, 0] for p in pieces]
    return np.concatenate(flat)


def apart(found):
    """How many samples each stands beside its place."""
    return (found - np.arange(len(found)))[np.isfinite(found)]


@pytest.mark.parametrize("jitter", [0.0, 0.001, 0.01])
def test_nothing_is_lost_where_nothing_is_missing(jitter):
    base = TimeBase(250)
    found = placed(base, stream(250, 60, jitter=jitter))
    assert np.array_equal(found, np.arange(250 * 60))
    assert base.lost == 0


@pytest.mark.parametrize("drift", [-0.005, 0.0001, 0.005])
def test_a_crystal_beside_its_rate_loses_nothing_and_its_rate_is_told(drift):
    base = TimeBase(500)
    found = placed(base, stream(500, 60, jitter=0.001, drift=drift))
    assert np.array_equal(found, np.arange(500 * 60))
    assert base.rate == pytest.approx(500 / (1 + drift), rel=0.002)


def test_samples_that_are_missing_are_a_gap_in_their_place():
    base = TimeBase(1000)
    found = placed(base, stream(1000, 30, 0.01, drops=((8000, 8001), (8020, 8023), (20000, 20500))))
    assert not apart(found).any()
    assert base.lost == np.count_nonzero(np.isnan(found)) == 504


def test_where_stamps_jitter_a_gap_is_as_long_as_they_can_tell():
    base = TimeBase(250)
    found = placed(base, stream(250, 60, 0.04, jitter=0.004, drops=((5000, 5100),)))
    assert base.lost == pytest.approx(100, abs=4)
    assert np.abs(apart(found)).max() <= 4


def test_a_sender_that_stamps_late_for_once_has_lost_nothing():
    def slow(chunks):
        for samples, stamps, arrived in chunks:
            if 1015 <= stamps[0] < 1016.2:
                # It slept, and then sent all that it had, with the time at which it awoke.
                stamps, arrived = np.maximum(stamps, 1016.2), 1016.2
            yield samples, stamps, arrived

    base = TimeBase(500)
    assert np.array_equal(placed(base, slow(stream(500, 30))), np.arange(500 * 30))
    assert base.lost == 0


def test_a_stream_that_stops_goes_on_as_a_gap_and_comes_back_in_its_place():
    chunks = list(stream(250, 40))
    before = [c for c in chunks if c[1][-1] < 1010]
    after = [c for c in chunks if c[1][0] >= 1030]
    base, told = TimeBase(250), []
    for chunk in before:
        told += base.take(*chunk)
    for now in np.arange(1012, 1030, 0.05):
        gap = base.wait(float(now), 0.5)
        if gap:
            told.append(gap)
    for chunk in after:
        told += base.take(*chunk)
    told += base.release()
    found = np.concatenate([np.full(p, np.nan) if isinstance(p, int) else p[:, 0] for p in told])
    assert len(found) == 250 * 40
    assert not apart(found).any()
    assert base.late == 0


def test_what_comes_after_its_time_was_a_gap_is_left_out_and_counted():
    chunks = list(stream(250, 20))
    base = TimeBase(250)
    told = [p for c in chunks[:200] for p in base.take(*c)]  # ten seconds
    told.append(base.wait(1014.0, 0.5))
    for samples, stamps, _ in chunks[200:280]:
        told += base.take(samples, stamps, 1014.0)
    for chunk in chunks[280:]:
        told += base.take(*chunk)
    found = np.concatenate(
        [np.full(p, np.nan) if isinstance(p, int) else p[:, 0] for p in told + base.release()]
    )
    assert np.abs(apart(found)).max() <= 1
    assert base.late == pytest.approx(3.5 * 250, abs=2)


@pytest.mark.parametrize("pace", [4.0, 2.0, 0.5, 0.125])
def test_a_replay_at_another_speed_is_no_loss(pace):
    base = TimeBase(360)
    found = placed(base, stream(360, 30, 0.05, drift=pace - 1))
    assert np.array_equal(found, np.arange(360 * 30))
    assert base.rate == pytest.approx(360 / pace, rel=0.01)


@pytest.mark.parametrize("distance", [0.0, -0.004, 1e-300, 1e9])
def test_stamps_that_do_not_go_on_tell_no_rate_and_lose_nothing(distance):
    base = TimeBase(250)
    chunks = [
        (samples, 1000.0 + np.arange(len(samples)) * distance, arrived)
        for samples, _, arrived in stream(250, 10)
    ]
    assert np.array_equal(placed(base, chunks), np.arange(250 * 10))
    assert base.rate == pytest.approx(250, rel=0.01)


def test_a_clock_that_was_set_is_no_gap_of_hours():
    chunks = list(stream(250, 20))
    moved = [(s, t + (86400 if t[0] > 1010 else 0), a) for s, t, a in chunks]
    base = TimeBase(250)
    assert np.array_equal(placed(base, moved), np.arange(250 * 20))
    assert base.resets == 1


def test_after_a_return_the_clock_may_be_another_one():
    chunks = list(stream(250, 30))
    base = TimeBase(250)
    told = [p for c in chunks[:200] for p in base.take(*c)]
    base.reconnect()
    for samples, stamps, arrived in chunks[400:]:
        told += base.take(samples, stamps - 999.0, arrived)
    found = np.concatenate(
        [np.full(p, np.nan) if isinstance(p, int) else p[:, 0] for p in told + base.release()]
    )
    assert np.abs(apart(found)).max() <= 0.02 * 250


@given(
    st.lists(
        st.tuples(
            st.lists(st.floats(width=64), min_size=0, max_size=6),
            st.floats(0, 30),
        ),
        max_size=30,
    ),
    st.floats(0, 5),
)
@example([([-2.0, 17.0], 0.0)], 0.0)  # nothing passed between two stamps that say 19 s
def test_no_stamp_loses_a_sample_or_makes_a_gap_longer_than_the_time(chunks, waited):
    base, arrived, given_out = TimeBase(250), 50.0, 0
    told = []
    for stamps, passed in chunks:
        arrived += passed
        told += base.take(np.zeros((len(stamps), 1), np.float32), np.array(stamps), arrived)
        given_out += len(stamps)
        told.append(base.wait(arrived + waited, 0.5))
    told += base.release()
    samples = sum(len(p) for p in told if not isinstance(p, int))
    gaps = sum(p for p in told if isinstance(p, int))
    assert samples + base.late == given_out
    # Each decision may be wrong by what a clock can be set by without being found out.
    assert gaps <= 250 * (sum(p for _, p in chunks) + (5 + waited + 1) * (2 * len(chunks) + 1))
