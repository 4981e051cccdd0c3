"""Where beats count for no heart rate, and what the heart rate makes of it."""

from __future__ import annotations

import numpy as np
import pytest

from models.signal.rhythm import HeartRate, Rhythm
from models.signal.states import State, StateKind
from models.signal.uncounted import FLUTTER_WHY, Counting, Uncounted, uncounted

FS = 360.0


def state(kind: StateKind, start_s: float, end_s: float, over: bool = True, lead: str = "") -> State:
    start, end = round(start_s * FS), round(end_s * FS)
    why = "electrode motion" if kind is StateKind.UNUSABLE else ""
    return State(kind, start, end, start, end if over else None, why, lead)


def test_in_flutter_no_beat_counts_whatever_the_leads_show() -> None:
    found = uncounted([state(StateKind.FLUTTER, 10, 20), state(StateKind.IRREGULAR, 0, 30)], 2)
    assert found == (Uncounted(3600, 7200, FLUTTER_WHY),)


def test_a_signal_stops_the_count_only_where_no_lead_can_be_used() -> None:
    one = state(StateKind.UNUSABLE, 10, 20, lead="MLII")
    assert uncounted([one], 2) == ()
    other = state(StateKind.UNUSABLE, 15, 30, over=False, lead="V1")
    assert uncounted([one, other], 2) == (Uncounted(5400, 7200, "unusable signal (electrode motion)"),)
    assert uncounted([other], 1) == (Uncounted(5400, None, "unusable signal (electrode motion)"),)


def test_no_figure_is_told_in_flutter_and_its_intervals_never_count() -> None:
    before = np.arange(1, 60)
    within = 60 + np.arange(0, 10, 0.3)
    after = np.arange(71, 80)
    beats = np.round(np.concatenate([before, within, after]) * FS).astype(np.int64)
    monitor = HeartRate(FS)
    assert monitor.push(beats[:59], round(59.5 * FS)).rate_bpm == pytest.approx(60)
    going_on = monitor.push(beats[59:70], round(63.2 * FS), uncounted=[Uncounted(21600, None, FLUTTER_WHY)])
    assert going_on == Rhythm(round(63.2 * FS), why=FLUTTER_WHY)
    ended = [Uncounted(21600, round(70 * FS), FLUTTER_WHY)]
    over = monitor.push(beats[70:], round(79.5 * FS), uncounted=ended)
    assert over.rate_bpm == pytest.approx(60)
    assert over.sdnn_ms == pytest.approx(0, abs=2)
    assert over.normal_share == pytest.approx(31 / 33), "two after it, by the median of those within"
    assert HeartRate(FS).push(beats, round(79.5 * FS), uncounted=ended) == over


def test_without_a_beat_for_long_nothing_is_told_and_why() -> None:
    monitor = HeartRate(FS)
    beats = np.round(np.arange(1, 60) * FS).astype(np.int64)
    assert monitor.push(beats, round(60 * FS)).sdnn_ms is not None
    silent = monitor.push([], round(64 * FS))
    assert silent == Rhythm(round(64 * FS), why="no beat for more than 4 s")


def test_states_are_kept_however_they_are_told() -> None:
    counting = Counting(1, 600 * FS)
    begun = state(StateKind.UNUSABLE, 10, 12, over=False)
    assert counting.take([begun], 4500)[0].end is None
    grown = state(StateKind.UNUSABLE, 10, 15, over=False)
    assert counting.take([grown], 5500)[0].end is None
    assert counting.take([state(StateKind.UNUSABLE, 10, 16)], 6000)[0].end == 16 * 360
    assert counting.take([], 6200)[0].end == 16 * 360
    assert counting.take([], round(700 * FS)) == ()
