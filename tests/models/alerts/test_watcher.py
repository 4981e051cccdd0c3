"""Every watcher that the analyzer holds keeps to the one interface, however the stream is cut."""

import importlib
import inspect
import pkgutil
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models import alerts
from models.alerts.analyzer import Analyzer
from models.alerts.muting import AlertOn
from models.alerts.reasons import CHANNELS, Channel
from models.alerts.watcher import Block
from models.alerts.watchers.course import CourseWatch
from models.alerts.watchers.ectopy import BeatWatch
from models.alerts.watchers.faults import FaultWatch
from models.alerts.watchers.flutter import FlutterWatch
from models.alerts.watchers.gaps import GapWatch
from models.beats.scores import BeatScores
from models.running.channels import ChannelRows
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind
from tests.monitor.conftest import EdgeScorer

FS = 360.0
START, STEP, N = 5000, 500, 6000
WATCHERS = (BeatWatch, CourseWatch, FaultWatch, FlutterWatch, GapWatch)
MAKERS = (*WATCHERS, partial(CourseWatch, alert_on=AlertOn.SPIKES))
THRESHOLDS = dict.fromkeys(Channel, 1.0)


@pytest.fixture(scope="module")
def blocks():
    """Blocks with an ectopic beat, a missed course, a flat line, flutter, and a gap to the end."""
    signal, score = np.zeros(N, np.float32), np.zeros(N, np.float32)
    score[1500:2400] = 3.0
    signal[4000:] = np.nan
    flat = Fault(FaultKind.FLAT, START + 3000, START + 3799, START + 3720, START + 3800, 0.0)
    waves = State(StateKind.FLUTTER, START + 2600, START + 2990, START + 2900, START + 3050)
    at, one = np.array([START + 400]), np.ones(1, np.float32)
    beats = BeatScores(at, at + 126, 2 * one, one, one, one, one, 0 * one, one, one, np.nan * one, 0 * one)
    index = np.arange(0, N, 5)
    rows = ChannelRows(START + index, START + index, signal[index], score[index])
    whole = Block(signal, START + N, dict.fromkeys(CHANNELS, rows), beats, THRESHOLDS, (flat,), (waves,))
    return recut([whole], range(START + STEP, START + N, STEP))


def recut(blocks, cuts):
    """The same stream, cut before these samples; rows and beats come with the sample that brought them."""
    samples = np.concatenate([block.samples for block in blocks])
    rows = {c: ChannelRows.concatenate([block.rows[c] for block in blocks]) for c in CHANNELS}
    beats = BeatScores.concatenate([block.beats for block in blocks])
    faults = [fault for block in blocks for fault in block.faults if fault.over is not None]
    states = [state for block in blocks for state in block.states if state.over is not None]
    return [
        Block(
            samples[first - START : stop - START],
            stop,
            {c: brought(rows[c], first, stop) for c in CHANNELS},
            brought(beats, first, stop),
            THRESHOLDS,
            tuple(known(fault, stop) for fault in faults if first <= fault.over and fault.known < stop),
            tuple(known(state, stop) for state in states if first <= state.over and state.known < stop),
        )
        for first, stop in pairwise([START, *sorted(cuts), START + len(samples)])
    ]


def known(fault, stop):
    """The fault or state as it is known before sample `stop`."""
    return fault if fault.over < stop else replace(fault, end=stop - 1, over=None)


def brought(table, first, stop):
    """What the samples from `first` on, up to the one before `stop`, brought of the rows or beats."""
    there = (table.emitted >= first) & (table.emitted < stop)
    return type(table)(*(getattr(table, field.name)[there] for field in fields(table)))


def told(watcher, blocks):
    return [event for block in blocks for event in watcher.push(block)] + watcher.finish()


def begun(make):
    watcher = make(FS)
    watcher.start_at(START)
    return watcher


def named(classes):
    return ", ".join(sorted(cls.__name__ for cls in classes))


def test_the_tests_here_and_the_analyzer_hold_every_watcher():
    held = {type(watcher) for watcher in Analyzer(FS, EdgeScorer())._watchers}
    modules = [
        importlib.import_module(f"{alerts.__name__}.{m.name}") for m in pkgutil.iter_modules(alerts.__path__)
    ]
    written = {
        cls
        for module in modules
        for name, cls in inspect.getmembers(module, inspect.isclass)
        if name.endswith("Watch") and cls.__module__ == module.__name__
    }
    assert not written - held, f"the analyzer leaves out {named(written - held)}"
    assert not held - set(WATCHERS), (
        f"the analyzer holds {named(held - set(WATCHERS))}, which WATCHERS leaves out"
    )
    assert not set(WATCHERS) - held, (
        f"WATCHERS has {named(set(WATCHERS) - held)}, which the analyzer does not hold"
    )


@pytest.mark.parametrize("make", MAKERS)
def test_a_watcher_speaks_in_the_source_s_time_base(make, blocks):
    events = told(begun(make), blocks)
    assert len(events) == 1, "the fixture `blocks` must bring one alert of each watcher"
    assert START <= events[0].start <= events[0].peak <= events[0].end <= events[0].emitted < blocks[-1].stop


@pytest.mark.parametrize("make", MAKERS)
@given(cuts=st.lists(st.integers(START, START + N), max_size=40))
@example(cuts=[])
def test_a_watcher_says_the_same_however_the_stream_is_cut(make, blocks, cuts):
    assert told(begun(make), recut(blocks, cuts)) == told(begun(make), blocks)


@pytest.mark.parametrize("make", MAKERS)
def test_a_watcher_says_the_same_beat_by_beat(make, blocks):
    arrivals = [int(emitted) for block in blocks for emitted in block.beats.emitted]
    cuts = {at for emitted in arrivals for at in (emitted, emitted + 1)}
    assert told(begun(make), recut(blocks, cuts)) == told(begun(make), blocks)


@pytest.mark.parametrize("make", MAKERS)
def test_a_watcher_that_starts_again_has_forgotten_everything(make, blocks):
    watcher, fresh = make(FS), make(FS)
    fresh.start_at(START)
    for stop in (2, 5, len(blocks)):
        watcher.start_at(START)
        told(watcher, blocks[:stop])
    watcher.start_at(START)
    assert watcher.open is None
    assert told(watcher, blocks) == told(fresh, blocks)


@pytest.mark.parametrize("make", MAKERS)
def test_a_block_without_news_brings_none(make):
    watcher = make(FS)
    watcher.start_at(START)
    quiet = Block(np.zeros(100), START + 100, {}, BeatScores.none(), THRESHOLDS)
    assert told(watcher, [quiet]) == []
    assert watcher.open is None
