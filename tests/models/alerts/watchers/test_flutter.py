"""The alert about flutter while it goes on, and what is not said of beats within it."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.records.open import open_record
from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind, Priority
from models.alerts.reasons import Channel
from models.alerts.watcher import Block
from models.alerts.watchers.ectopy import BeatWatch
from models.alerts.watchers.flutter import FlutterWatch
from models.alerts.within import Within
from models.leads.stream import FusedStream
from models.signal.states import State, StateKind
from tests.made_heart import FS, beats

THRESHOLDS = dict.fromkeys(Channel, 1.0)
GOING_ON = State(StateKind.FLUTTER, 3000, 5000, 4200, None)
OVER = replace(GOING_ON, end=6000, over=6800)


def block(first, stop, states=(), found=None):
    found = found if found is not None else beats(np.zeros(0, dtype=np.int64), np.ones(1))
    return Block(np.zeros(stop - first), stop, {}, found, THRESHOLDS, (), states)


def test_it_is_open_while_it_goes_on_and_told_once_it_is_over():
    watch = FlutterWatch(FS)
    assert watch.push(block(0, 5000, (GOING_ON,))) == []
    assert watch.open is not None
    assert (watch.open.kind, watch.open.start, watch.open.end) == (Kind.FLUTTER, 3000, 4999)
    (event,) = watch.push(block(5000, 7000, (OVER,)))
    assert (event.start, event.end, event.emitted) == (3000, 6000, 6800)
    assert watch.open is None
    assert event.kind.priority is Priority.HIGH


def test_no_beat_within_it_is_told_once_it_is_known():
    r_peaks = np.arange(2000, 6001, 250)
    found = beats(r_peaks, np.full(len(r_peaks), 250 / FS), score=3.0)
    watch = BeatWatch(FS)
    events = watch.push(block(0, 9000, (replace(OVER, end=6100, over=8000),), found)) + watch.finish()
    assert len(events) == 1
    assert max(events[0].beats) < 3000, "those before it are a run"
    assert events[0].kind is Kind.RUN


@settings(max_examples=50, deadline=None)
@given(cuts=st.lists(st.integers(2000, 9000), max_size=20))
def test_what_comes_after_it_is_told_as_soon_as_it_is_known_to_be_over(cuts):
    """Beats at 240/min from before it to after its end, which is known 3 s later."""
    r_peaks = np.arange(2000, 8001, 90)
    found = beats(r_peaks, np.full(len(r_peaks), 90 / FS), score=3.0)
    over = replace(OVER, end=5900, over=7000)
    watch, events = BeatWatch(FS), []
    for first, stop in pairwise([0, *sorted(cuts), 9000]):
        said = ()
        if GOING_ON.known < stop and over.over >= first:
            shown = max(GOING_ON.start, min(stop - 1, 6200) - 300)
            said = (over,) if over.over < stop else (replace(over, end=shown, over=None),)
        some = found.rows(np.flatnonzero((found.emitted >= first) & (found.emitted < stop)))
        events += watch.push(block(first, stop, said, some))
    before, after = events + watch.finish()
    assert (before.kind, after.kind) == (Kind.RUN, Kind.RUN)
    assert max(before.beats) < over.start
    assert after.beats == tuple(r_peaks[r_peaks > over.end].tolist())
    assert after.emitted >= over.over


def test_a_beat_long_after_another_is_no_pair_with_it_because_both_were_held():
    r_peaks = np.array([5000, 6100, 6900])
    found = beats(r_peaks, np.full(3, 900 / FS), score=3.0)
    whole = block(0, 9000, (replace(OVER, end=5900, over=7200),), found)
    events = BeatWatch(FS).push(replace(whole, samples=np.sin(np.arange(9000))))
    assert [(e.kind, e.beats) for e in events] == [(Kind.ECTOPIC, (6100,)), (Kind.ECTOPIC, (6900,))]
    assert all(e.emitted >= 7200 for e in events)


def test_what_was_complete_before_it_was_known_stays():
    flutter = Within(FS, StateKind.FLUTTER)
    flutter.take(block(0, 5000, (GOING_ON,)))
    assert not flutter.covers(3500, 3500, 4199)
    assert flutter.covers(3500, 3500, 4200)
    assert not flutter.covers(2000, 2500, 4500)
    flutter.take(block(5000, 7000, (OVER,)))
    assert not flutter.covers(6100, 6100, 6900)
    assert flutter.covers(6100, 6100, 6700), "it was not known to be over"


@pytest.mark.slow
def test_in_207_nothing_else_is_told_of_the_heart_while_it_goes_on(data_dir):
    record = open_record("207", data_dir=data_dir)
    fs, names = int(record.fs), ("MLII", "V1")
    signal = record.signals[: 290 * fs].astype(np.float32)
    analyzer = Analyzer(fs, FusedStream(fs, 2), together=names)
    analyzer.set_threshold(
        Channel.ECTOPY, 0.9
    )  # so that the V right after it is told, among waves of many forms
    found = [analyzer.push(signal[at : at + 10 * fs]) for at in range(0, len(signal), 10 * fs)]
    states = [s for each in found for s in each.states if s.kind is StateKind.FLUTTER and s.over is not None]
    events = [e for each in found for e in each.events if not e.technical]
    assert [(e.start, e.end) for e in events if e.kind is Kind.FLUTTER] == [(s.start, s.end) for s in states]
    assert len(states) == 4
    known, end, over = states[2].known, states[2].end, states[2].over
    assert any(e.peak > end and known < e.peak < over <= e.emitted for e in events), "a V right after it"
    inside = [
        e.kind
        for e in events
        for s in states
        if e.kind is not Kind.FLUTTER and s.known <= e.emitted and s.start <= e.start and e.end <= s.end
    ]
    assert inside == []
