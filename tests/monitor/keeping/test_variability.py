"""Heart rate variability: what is put in comes out, and what must not be read is said."""

import numpy as np
import pytest

from monitor.keeping.variability import Unread, variability


def intervals(seconds=900.0, low=0.0, high=0.0, mean=0.8, seed=0, noise=0.0):
    """RR intervals (s) that swing at 0.1 Hz and at 0.25 Hz with these amplitudes, and when they end."""
    rng = np.random.default_rng(seed)
    ends, at = [], 0.0
    while at < seconds:
        rr = mean + low * np.sin(2 * np.pi * 0.1 * at) + high * np.sin(2 * np.pi * 0.25 * at)
        at += rr + noise * rng.normal()
        ends.append(at)
    end = np.array(ends)
    return end, np.diff(np.concatenate([[0.0], end]))


def all_normal(end, rr, **options):
    return variability(end, rr, np.ones(len(rr), dtype=bool), **options)


def test_the_power_of_a_swing_is_its_variance():
    told = all_normal(*intervals(low=0.03, high=0.02))
    assert told.pieces == 3
    assert told.low_ms2 == pytest.approx(30**2 / 2, rel=0.1)
    assert told.high_ms2 == pytest.approx(20**2 / 2, rel=0.2)
    assert told.ratio == pytest.approx(told.low_ms2 / told.high_ms2)
    assert told.unread == ()


def test_the_time_domain_is_that_of_the_formulas():
    end, rr = intervals(noise=0.03)
    told = all_normal(end, rr)
    assert (told.intervals, told.share) == (len(rr), 1.0)
    assert told.mean_ms == pytest.approx(1000 * rr.mean())
    assert told.sdnn_ms == pytest.approx(1000 * rr.std(ddof=1))
    assert told.rmssd_ms == pytest.approx(1000 * np.sqrt(np.mean(np.diff(rr) ** 2)))
    assert told.pnn50 == pytest.approx(np.mean(np.abs(np.diff(rr)) > 0.05))


def test_intervals_beside_an_ectopic_beat_are_left_out():
    end, rr = intervals(noise=0.01)
    normal = np.ones(len(rr), dtype=bool)
    early = np.arange(20, len(rr) - 1, 40)
    rr[early] -= 0.3
    rr[early + 1] += 0.3
    normal[early] = normal[early + 1] = False
    told = variability(end, rr, normal)
    assert told.intervals == len(rr) - 2 * len(early)
    assert told.sdnn_ms == pytest.approx(1000 * rr[normal].std(ddof=1))
    assert told.rmssd_ms < 30
    unmarked = all_normal(end, rr)
    assert unmarked.intervals == told.intervals, "an interval far from its neighbours is no normal one"


@pytest.mark.parametrize(
    ("seconds", "bad", "irregular", "why"),
    [
        (12.0, 0.0, 0.0, (Unread.FEW,)),
        (200.0, 0.0, 0.0, (Unread.SHORT,)),
        (900.0, 0.4, 0.0, (Unread.ECTOPY, Unread.SHORT)),
        (900.0, 0.0, 0.2, (Unread.IRREGULAR,)),
        (900.0, 0.0, 0.0, ()),
    ],
)
def test_what_must_not_be_read_is_said(seconds, bad, irregular, why):
    end, rr = intervals(seconds, low=0.02)
    normal = np.random.default_rng(0).random(len(rr)) >= bad
    assert variability(end, rr, normal, irregular).unread == why


def test_of_nothing_there_is_nothing():
    told = variability(np.zeros(0), np.zeros(0), np.zeros(0, dtype=bool))
    assert told.intervals == 0
    assert np.isnan([told.sdnn_ms, told.ratio, told.share]).all()
    gone = np.full(50, np.nan)
    assert variability(np.arange(50.0), gone, np.ones(50, dtype=bool)).unread == (Unread.FEW,)
