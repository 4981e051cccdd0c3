"""Beats get their classes soon after they come, the same however the stream is cut."""

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.alerts.analyzer import Analyzer
from models.judging.labels import beat_classes
from monitor.stream.recording.labels import SETTLED_S, BeatLabels
from tests.monitor.conftest import FS, EdgeScorer, make_record


def told(signal, cut):
    analyzer, labels = Analyzer(FS, EdgeScorer()), BeatLabels(FS)
    samples, symbols, events, beats = [], [], [], []
    for at in range(0, len(signal), cut):
        analysis = analyzer.push(signal[at : at + cut])
        stop = min(at + cut, len(signal))
        events += analysis.events
        beats.append(analysis.beats)
        settled, named = labels.push(analysis, stop)
        assert all(sample < stop - round(SETTLED_S * FS) for sample in settled)
        samples, symbols = samples + settled, symbols + named
    last, named = labels.finish()
    return samples + last, symbols + named, events, beats


@pytest.mark.parametrize("cut", [7, 360, 100_000])
def test_every_beat_is_told_once_with_the_class_of_its_alert(cut):
    record = make_record(40.0, leads=1)
    samples, symbols, events, beats = told(record.signals[:, 0], cut)
    whole = type(beats[0]).concatenate(beats)
    assert samples == whole.index.tolist()
    assert symbols == [one.value for one in beat_classes(whole, events)]
    assert {"N", "V"} <= set(symbols)


def test_nothing_is_told_where_there_are_no_beats():
    assert load_demo().fs == FS
    assert told(np.zeros(2000, np.float32), 50)[:2] == ([], [])


def test_what_has_not_settled_is_told_with_what_is_known_of_it():
    signal, labels = make_record(20.0, leads=1).signals[:, 0], BeatLabels(FS)
    analyzer, hop = Analyzer(FS, EdgeScorer()), 36
    seen, settled_later = [], set()
    for at in range(0, len(signal), hop):
        analysis = analyzer.push(signal[at : at + hop])
        settled, _ = labels.push(analysis, at + hop)
        settled_later |= set(settled)
        recent, symbols = labels.recent()
        assert len(recent) == len(symbols)
        assert not settled_later & set(recent)
        seen += recent
    assert settled_later <= set(seen), "each was told before it had settled"
