"""Alerts on any spike: what a running model's lane shows over its line, and nothing else of the heart."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alerts.analyzer import Analyzer
from models.alerts.kinds import Kind, Nature
from models.alerts.muting import SPIKES, AlertOn, is_raised
from models.alerts.reasons import CHANNELS, Channel
from models.judging.labels import BeatClass, beat_classes
from tests.alerts import an_alert
from tests.monitor.conftest import FS, EdgeScorer, make_record

RECORD = make_record(30)
SIGNAL = RECORD.signals[:, 0].copy()
SIGNAL[round(20.5 * FS) : round(22 * FS)] = np.nan


def said(cuts=(), alert_on=AlertOn.SPIKES, thresholds=()):
    analyzer = Analyzer(FS, EdgeScorer())
    analyzer.set_alert_on(alert_on)
    for channel, value in thresholds:
        analyzer.set_threshold(channel, value)
    edges = [0, *sorted(cuts), len(SIGNAL)]
    told = [analyzer.push(SIGNAL[a:b]) for a, b in pairwise(edges)]
    return [*(e for analysis in told for e in analysis.events), *analyzer.finish()], told


def test_each_spike_over_a_line_is_an_alert_and_a_gap_still_is():
    events, _ = said()
    about = [e for e in events if not e.technical]
    assert {e.kind for e in about} <= set(SPIKES.values())
    assert [e.kind for e in events if e.technical] == [Kind.GAP]
    assert [round(e.peak / FS) for e in about] == [5, 10, 15, 20, 25], "the tall spikes of 2.5 mV"
    assert all(e.scores and e.why().startswith("the forecast missed (2.5, threshold 1.0)") for e in about)


def test_the_lines_of_the_running_models_govern_them():
    lower, _ = said(thresholds=[(Channel.FORECAST, 0.8)])
    assert len([e for e in lower if not e.technical]) == 28, "every beat of .9 mV, but for the one in the gap"
    higher, _ = said(thresholds=[(Channel.FORECAST, 3.0), (Channel.RECONSTRUCTION, 3.0)])
    assert [e for e in higher if not e.technical] == []
    beats, _ = said(thresholds=[(Channel.ECTOPY, 0.1)])
    assert beats == said()[0], "and the line of the beats does not"


@pytest.mark.parametrize("kind", Kind)
def test_on_any_spike_flutter_pauses_and_faults_are_still_told_and_beats_are_not(kind):
    told = is_raised(an_alert(kind), AlertOn.SPIKES)
    usual = is_raised(an_alert(kind), AlertOn.BEATS)
    if kind in (Kind.FLUTTER, Kind.PAUSE) or kind.nature is Nature.TECHNICAL:
        assert told
        assert usual
    else:
        assert told is (kind in SPIKES.values())
        assert usual is not told


@pytest.mark.parametrize(("channel", "kind"), SPIKES.items())
def test_a_spike_is_named_after_the_lane_that_is_over_its_line_by_most(channel, kind):
    events, _ = said(thresholds=[(c, 0.5 if c is channel else 2.4) for c in CHANNELS])
    assert {e.kind for e in events if not e.technical} == {kind}


@given(st.lists(st.integers(0, len(SIGNAL)), max_size=30))
def test_they_are_the_same_however_the_stream_is_cut(cuts):
    assert said(cuts)[0] == said()[0]


def test_the_beats_that_a_spike_holds_are_named_and_labelled():
    events, told = said()
    beats = [analysis.beats for analysis in told]
    about = [e for e in events if not e.technical]
    assert [len(e.beats) for e in about] == [1] * 5
    classes = beat_classes(beats[0], events)
    assert classes.count(BeatClass.ECTOPIC) == 5


def test_what_is_raised_stays_when_the_choice_changes_and_the_next_follow_it():
    analyzer = Analyzer(FS, EdgeScorer())
    first = analyzer.push(SIGNAL[: round(9 * FS)]).events
    analyzer.set_alert_on(AlertOn.SPIKES)
    second = analyzer.push(SIGNAL[round(9 * FS) : round(13 * FS)])
    analyzer.set_alert_on(AlertOn.BEATS)
    third = analyzer.push(SIGNAL[round(13 * FS) : round(19 * FS)]).events
    assert [e.kind for e in first] == [Kind.ECTOPIC]
    assert [e.kind for e in second.events] == [Kind.FORECAST_MISSED]
    assert second.open is None
    assert [e.kind for e in third] == [Kind.ECTOPIC]


def test_a_fork_raises_alerts_on_the_same():
    analyzer = Analyzer(FS, EdgeScorer())
    analyzer.set_alert_on(AlertOn.SPIKES)
    assert analyzer.fork(1000).alert_on is AlertOn.SPIKES
