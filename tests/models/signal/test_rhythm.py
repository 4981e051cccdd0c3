"""Heart rate and variability: the monitors' rules, on beats that come as they like."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.signal.rhythm import HeartRate, Rhythm

FS = 360.0


def beats_of(rr: list[float] | np.ndarray, start: float = 1.0) -> np.ndarray:
    return np.round((start + np.concatenate([[0.0], np.cumsum(rr)])) * FS).astype(np.int64)


def rhythm_of(rr: list[float] | np.ndarray, after: float = 0.2) -> Rhythm:
    beats = beats_of(rr)
    return HeartRate(FS).push(beats, int(beats[-1] + after * FS))


def test_rate_is_the_mean_of_twelve_intervals() -> None:
    rhythm = rhythm_of([2.0] * 5 + [0.5] * 6 + [1.0] * 6)
    assert rhythm.rate_bpm == pytest.approx(60 / 0.75)
    assert rhythm.rr_s == pytest.approx(1.0)


def test_slow_rate_is_the_mean_of_four() -> None:
    assert rhythm_of([0.8] * 12 + [1.0, 1.5, 1.5, 1.5]).rate_bpm == pytest.approx(60 / 1.375)
    # Two long ones do not do, nor three that are no longer than 1200 ms.
    assert rhythm_of([0.8] * 10 + [1.5, 1.5]).rate_bpm == pytest.approx(60 / (11.0 / 12))
    assert rhythm_of([0.9] * 9 + [1.2] * 3).rate_bpm == pytest.approx(60 / (11.7 / 12))


def test_an_interval_in_which_signal_was_missing_is_none() -> None:
    beats = beats_of([0.8] * 5 + [3.0] + [0.8] * 3)
    broken = np.arange(len(beats)) == 6
    rhythm = HeartRate(FS).push(beats, int(beats[-1]), broken)
    assert rhythm.rate_bpm == pytest.approx(75, abs=0.5)
    one_by_one = HeartRate(FS)
    for beat, no_interval in zip(beats, broken, strict=True):
        last = one_by_one.push([beat], int(beat), [no_interval])
    assert last == rhythm


def test_few_beats_give_a_rate_of_those() -> None:
    assert rhythm_of([]).rate_bpm is None
    assert rhythm_of([0.75]).rate_bpm == pytest.approx(80)


def test_rate_expires_without_beats_and_comes_back() -> None:
    monitor = HeartRate(FS)
    beats = beats_of([0.8] * 20)
    last = int(beats[-1])
    assert monitor.push(beats, last + int(3.9 * FS)).rate_bpm == pytest.approx(75)
    silent = monitor.push([], last + int(4.1 * FS))
    assert silent.rate_bpm is None
    assert silent.rr_s is None
    again = last + int(10 * FS)
    assert monitor.push([again], again).rate_bpm is None  # a pause is no RR interval
    second = again + int(1.0 * FS)
    rhythm = monitor.push([second], second)
    assert rhythm.rate_bpm == pytest.approx(60)
    assert rhythm.rr_s == pytest.approx(1.0)


def test_no_beats_at_all() -> None:
    assert HeartRate(FS).push([], 1000) == Rhythm(1000)


def test_variability_by_the_textbook() -> None:
    rr = 0.8 + 0.02 * np.sin(np.arange(200) / 5.0)
    beats = beats_of(rr)
    true = np.diff(beats) / FS
    rhythm = HeartRate(FS).push(beats, int(beats[-1]))
    assert rhythm.sdnn_ms == pytest.approx(1e3 * true.std(ddof=1))
    assert rhythm.rmssd_ms == pytest.approx(1e3 * np.sqrt(np.mean(np.diff(true) ** 2)))
    assert rhythm.normal_share == 1.0


def test_ectopic_intervals_are_left_out() -> None:
    rr = np.full(200, 0.8)
    rr[20::10], rr[21::10] = 0.5, 1.1  # premature beat and compensatory pause
    rhythm = rhythm_of(rr)
    assert rhythm.sdnn_ms == pytest.approx(0, abs=3)
    assert rhythm.rmssd_ms == pytest.approx(0, abs=3)
    assert rhythm.normal_share == pytest.approx(164 / 200)


def test_a_regular_tachycardia_of_ectopic_beats_is_no_normal_rhythm() -> None:
    rr = np.concatenate([np.tile([0.8, 0.82], 40), np.full(100, 0.35), np.tile([0.8, 0.82], 40)])
    beats = beats_of(rr)
    ectopic = np.zeros(len(beats), dtype=bool)
    ectopic[81:181] = True
    now = int(beats[-1])
    told = HeartRate(FS).push(beats, now, ectopic=ectopic)
    assert told.sdnn_ms == pytest.approx(10, abs=1)
    assert told.normal_share is not None
    assert told.normal_share < 0.65
    unknown = HeartRate(FS).push(beats, now)
    assert unknown.sdnn_ms is not None
    assert unknown.sdnn_ms > 150
    parts = HeartRate(FS)
    for at, odd in zip(beats, ectopic, strict=True):
        one_by_one = parts.push([at], int(at), ectopic=[odd])
    assert one_by_one == told


def test_variability_needs_beats_and_forgets_after_five_minutes() -> None:
    assert rhythm_of([0.8] * 10).sdnn_ms is None
    monitor = HeartRate(FS)
    beats = beats_of([0.8] * 100)
    assert monitor.push(beats, int(beats[-1])).sdnn_ms is not None
    late = monitor.push([], int(beats[-1] + 301 * FS))
    assert late.sdnn_ms is None
    assert late.rmssd_ms is None
    assert late.normal_share is None


@settings(max_examples=60)
@given(
    rr=st.lists(st.floats(0.25, 6.0), min_size=1, max_size=80),
    cuts=st.lists(st.integers(0, 80), max_size=10),
)
def test_the_rhythm_does_not_depend_on_how_beats_come(rr: list[float], cuts: list[int]) -> None:
    beats = beats_of(rr)
    whole = HeartRate(FS).push(beats, int(beats[-1]) + 100)
    parts = HeartRate(FS)
    for part in np.split(beats, sorted(min(cut, len(beats)) for cut in cuts)):
        if len(part):
            parts.push(part, int(part[-1]) + 50)
    assert parts.push([], int(beats[-1]) + 100) == whole


def test_hours_of_beats_in_one_push_equal_beat_by_beat() -> None:
    rng = np.random.default_rng(1)
    beats = beats_of(0.8 * np.exp(0.15 * rng.standard_normal(5000)))
    whole = HeartRate(FS).push(beats, int(beats[-1]))
    single = HeartRate(FS)
    for beat in beats.tolist():
        rhythm = single.push([beat], beat)
    assert rhythm == whole
    assert len(single._rr) < 1300


def test_bad_input_is_refused() -> None:
    monitor = HeartRate(FS)
    with pytest.raises(ValueError, match="increase"):
        monitor.push([5, 5], 10)
    with pytest.raises(ValueError, match="one-dimensional"):
        monitor.push([[5]], 10)
    monitor.push([5], 10)
    with pytest.raises(ValueError, match="go back"):
        monitor.push([], 9)
    with pytest.raises(ValueError, match="fs must"):
        HeartRate(0.0)
