"""Alarms are the same however the stream is cut: of made streams, and of a real one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.records.open import open_record
from models.alarms.conditions import Condition
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer
from models.leads.stream import shipped_stream
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind
from tests.made_alarms import Made, told

SECONDS = [0.3, 0.4, 0.5, 0.8, 1.0, 1.6, 2.4, 3.9, 4.1, 6.0, 9.0]
intervals = st.lists(st.tuples(st.sampled_from(SECONDS), st.sampled_from("NNV")), min_size=5, max_size=60)


@st.composite
def streams(draw):
    at, made, pauses = 1.0, [], []
    paused = draw(st.booleans())
    for interval, name in draw(intervals):
        at += interval
        made.append((round(at, 2), name))
        if paused and interval > 2:
            pauses.append((round(at, 2), interval))
    seconds = at + draw(st.sampled_from([0.5, 3.0, 30.0]))
    end = int(100 * seconds)
    states, faults = [], []
    for kind in draw(st.sets(st.sampled_from([StateKind.FLUTTER, StateKind.UNUSABLE, StateKind.IRREGULAR]))):
        start = draw(st.integers(0, end - 1))
        last = start + draw(st.integers(1, 1500))
        known = start + draw(st.integers(0, 500))
        states.append(State(kind, start, last, known, max(known, last) + draw(st.integers(0, 300))))
    if draw(st.booleans()):
        start = draw(st.integers(0, end - 1))
        last = start + draw(st.integers(200, 1500))
        faults.append(Fault(FaultKind.FLAT, start, last, start + 200, last + 20, 0.0))
    gaps = []
    if draw(st.booleans()):
        first = draw(st.integers(0, end - 1)) / 100
        gaps = [(first, first + draw(st.sampled_from([0.2, 0.7, 5.0, 20.0])))]
    waves = []
    if draw(st.booleans()):
        first = draw(st.integers(0, end - 1)) / 100
        waves = [(first, first + draw(st.sampled_from([1.0, 5.0, 20.0])), draw(st.sampled_from([0.1, 0.3])))]
    return Made(seconds, made, states=states, faults=faults, gaps=gaps, waves=waves, pauses=pauses)


@settings(max_examples=150)
@given(streams(), st.lists(st.integers(1, 30_000), max_size=40))
def test_alarms_do_not_depend_on_how_the_stream_is_cut(made, cuts):
    def plain(news):
        return sorted(
            (a.raised if a.over is None else a.over, a.condition.key, a.start, a.over is None) for a in news
        )

    assert plain(told(made, cuts=cuts)) == plain(told(made, cuts=range(10_000, 40_000, 10_000)))
    assert plain(told(made, cuts=range(0, 30_000, 1000))) == plain(told(made))


@pytest.fixture(scope="module")
def flutter_of_207(data_dir):
    record = open_record("207", data_dir=data_dir)
    return record.signals[: 70 * 360], record.leads, record.fs


def alarms_of(heart, step):
    signals, leads, fs = heart
    analyzer = Analyzer(fs, shipped_stream(fs, 2), together=leads)
    watch = AlarmWatch(fs, leads)
    news = [
        alarm
        for start in range(0, len(signals), step)
        for alarm in watch.push(analyzer.push(signals[start : start + step])).news
    ]
    return news, watch.going_on


def test_flutter_that_begins_among_other_beats_is_told_in_time(flutter_of_207):
    news, _ = alarms_of(flutter_of_207, 3600)
    lethal = [alarm for alarm in news if alarm.condition.lethal and alarm.goes_on]
    assert [a.condition for a in lethal][:1] == [Condition.FLUTTER], "uneven broad beats before it are none"
    assert all(alarm.raised - alarm.start <= 10 * 360 for alarm in lethal)
    again, _ = alarms_of(flutter_of_207, 1571)
    assert [(a.condition, a.start, a.raised, a.over) for a in again] == [
        (a.condition, a.start, a.raised, a.over) for a in news
    ]
    assert np.all(np.diff([a.raised if a.over is None else a.over for a in news]) >= 0)
