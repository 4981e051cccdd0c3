"""However the stream is sought, a stretch is analysed once, and what was said of it stays to the sample."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from assets.records.demo import load_demo
from assets.records.open import open_record
from assets.records.record import Record
from assets.sources.record import RecordSource
from models.alerts.analyzer import Analyzer
from models.alerts.reasons import CHANNELS, Channel
from models.pipeline import ScoreStream
from monitor.stream.archive import LeadArchive, row_store
from monitor.stream.following import EDGES, LeadFollower
from monitor.stream.past.history import SignalHistory
from tests.monitor.conftest import FS, EdgeScorer, make_record


@cache
def shipped(fs):
    return ScoreStream.shipped(fs)


def real(fs):
    """The shipped models, loaded once."""
    scorer = shipped(fs).fork()
    scorer.reset()
    return scorer


class Watched:
    """One lead of a record, whose stream is moved by hand."""

    def __init__(self, record, scorer=real):
        self.record, self.fs = record, record.fs
        source = RecordSource(record)
        history = SignalHistory(source)
        self.n_samples = record.n_samples
        self.follower = LeadFollower(0, self.fs, history)
        self.analyzers = []
        self.follower.new = lambda start: self._new(scorer, start)
        self.archive = LeadArchive(0, self.fs, row_store(self.fs))
        self.alerts, self.pushed = [], 0
        thresholds = scorer(self.fs).thresholds
        self.thresholds = {c: thresholds[c] for c in Channel}

    def _new(self, scorer, start):
        self.analyzers.append(Analyzer(self.fs, scorer(self.fs), start, source="test", lead="L"))
        return self.analyzers[-1]

    def take(self, told):
        for delivery in told:
            for event in delivery.withdrawn:
                self.alerts.remove(event)
            self.alerts += delivery.events
            self.archive.take(delivery)

    def play(self, start, stop, bite=None):
        """Let the stream run from one sample to another, in bites of so many samples."""
        at = round(start)
        stop = min(round(stop), self.n_samples)
        bite = round(self.fs) if bite is None else bite
        while at < stop:
            at, told = self.follower.step(at, stop, bite, self.thresholds)
            self.take(told)
        return self

    def leave(self):
        self.take(self.follower.leave())
        return self

    def said(self, start, stop):
        """Everything that belongs to the samples from `start` to before `stop`."""
        alerts = sorted(
            (e.start, e.peak, e.end, e.emitted, e.kind.title, tuple(e.scores.values()), e.beats)
            for e in self.alerts
            if start <= e.end < stop
        )
        beats = self.archive.beats(start, stop)
        columns = [beats.index, beats.emitted, beats.score, beats.premature, beats.rr_s]
        for channel in CHANNELS:
            index, values = self.archive.rows(channel, start, stop)
            columns += [index, *values]
        return alerts, columns


def assert_same(a, b, atol=0.0):
    if atol:
        assert [e[:5] for e in a[0]] == [e[:5] for e in b[0]]
    else:
        assert a[0] == b[0]
    for x, y in zip(a[1], b[1], strict=True):
        np.testing.assert_allclose(x, y, rtol=0, atol=atol)


def assert_nothing_doubled(watched):
    everything = watched.said(0, watched.n_samples)
    r_peaks = [r for e in everything[0] if e[4] != "Premature beat?" for r in e[6]]
    assert len(r_peaks) == len(set(r_peaks)), "no beat is in two alerts about its shape"
    assert len({e[:5] for e in everything[0]}) == len(everything[0])
    beats = everything[1][0]
    assert (np.diff(beats) > 0).all()
    for channel in CHANNELS:
        index, _ = watched.archive.rows(channel, 0, watched.n_samples)
        assert (np.diff(index) > 0).all()


def walk(watched, rng, walks, shortest_s=2.0, longest_s=15.0):
    """Seek at random and play on at random speeds; hold all that was said before to its words."""
    fs, n = watched.fs, watched.n_samples
    for _ in range(walks):
        start = int(rng.integers(0, n - fs))
        stop = start + int(rng.uniform(shortest_s, longest_s) * fs)
        before = list(watched.archive.stretches)
        # What is open at an edge is told, but completed where the analysis goes on; it is left out here.
        settled = [(s.start, s.stop - round(5 * fs)) for s in before]
        said = [watched.said(*s) for s in settled]
        watched.play(start, stop, bite=int(rng.integers(1, 3) * fs))
        for span, was in zip(settled, said, strict=True):
            assert_same(was, watched.said(*span))
    assert_nothing_doubled(watched)


@pytest.fixture(scope="module")
def demo():
    record = load_demo()
    return Record("demo", record.fs, record.leads, record.signals[: 100 * 360])


@pytest.fixture(scope="module")
def linear(demo):
    return Watched(demo).play(0, demo.n_samples).leave()


@pytest.mark.slow
def test_a_run_with_excursions_back_says_what_a_run_without_them_says(demo, linear):
    watched, rng = Watched(demo), np.random.default_rng(3)
    at = 0
    while at < demo.n_samples:
        stop = at + int(rng.uniform(3, 15) * 360)
        watched.play(at, stop, bite=int(rng.integers(7, 720)))
        back = int(rng.integers(0, min(stop, demo.n_samples)))
        watched.play(back, min(back + 2000, stop))
        at = stop
    watched.leave()
    assert len(watched.analyzers) == 1
    assert len(watched.alerts) > 20
    assert_same(watched.said(0, demo.n_samples), linear.said(0, demo.n_samples), atol=1e-4)
    assert_nothing_doubled(watched)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_wherever_the_stream_is_sought_what_was_said_stays(demo, linear, seed):
    watched = Watched(demo)
    walk(watched, np.random.default_rng(seed), 12)
    watched.play(0, demo.n_samples).leave()
    assert [(s.start, s.stop) for s in watched.archive.stretches] == [(0, demo.n_samples)]
    assert_nothing_doubled(watched)
    beats, linearly = watched.archive.beats(0, demo.n_samples), linear.archive.beats(0, demo.n_samples)
    near = np.abs(beats.index[:, None] - linearly.index).min(axis=0)
    assert (near <= 2).mean() > 0.97, "the stretches join without a beat lost"
    assert abs(len(beats) - len(linearly)) <= 3


@pytest.mark.slow
@pytest.mark.parametrize("name", ["208", "119"])
def test_wherever_a_real_record_is_sought_what_was_said_stays(data_dir, name):
    record = open_record(name, data_dir=data_dir)
    record = Record(name, record.fs, record.leads, record.signals[: 10 * 60 * 360])
    for seed in range(3):
        watched = Watched(record)
        walk(watched, np.random.default_rng(seed), 25, longest_s=40.0)


def test_a_jump_forward_keeps_the_patient_and_settles_before_it_speaks(demo):
    watched = Watched(demo).play(0, 60 * 360)
    watched.play(80 * 360, 100 * 360)
    beats = watched.archive.beats(80 * 360, 100 * 360)
    assert beats.index[0] < 81.5 * 360
    assert np.isfinite(beats.score[:-1]).all(), "each beat is classified, from the first on"
    index, (score, _) = watched.archive.rows(Channel.FORECAST, 80 * 360, 99 * 360)
    assert index[0] <= 80 * 360 + 3
    assert np.isfinite(score).all()
    assert not len(watched.archive.beats(60 * 360, 80 * 360)), "what was left out is not analysed"
    assert len(watched.analyzers) == 1, "the second analysis is a fork of the first"


def test_a_short_jump_forward_goes_through(demo, linear):
    watched = Watched(demo).play(0, 30 * 360)
    assert watched.follower.behind(35 * 360)
    watched.play(35 * 360, 60 * 360)
    assert [(s.start, s.stop) for s in watched.archive.stretches] == [(0, 60 * 360)]
    # An alert about several beats is complete some seconds after it ended.
    assert_same(watched.said(0, 55 * 360), linear.said(0, 55 * 360), atol=1e-4)


def test_coming_back_to_an_edge_goes_on_with_its_state(demo, linear):
    watched = Watched(demo).play(0, 40 * 360).play(60 * 360, 70 * 360).play(38 * 360, 55 * 360)
    assert [(s.start, s.stop) for s in watched.archive.stretches] == [
        (0, 55 * 360),
        (60 * 360, 70 * 360),
    ]
    assert_same(watched.said(0, 54 * 360), linear.said(0, 54 * 360), atol=1e-4)
    watched.play(55 * 360, 60 * 360)
    assert [(s.start, s.stop) for s in watched.archive.stretches] == [(0, 70 * 360)]
    # All that belongs to the samples before the joint has come out, though they arrived long before.
    assert_same(watched.said(0, 60 * 360), linear.said(0, 60 * 360), atol=1e-4)
    watched.play(60 * 360, 100 * 360)
    assert [(s.start, s.stop) for s in watched.archive.stretches] == [(0, 100 * 360)]


class Late(EdgeScorer):
    """Finds beats where `by` says, samples later: as another state of its filters might."""

    by = 0

    def _beats(self):
        beats = super()._beats()
        return replace(beats, index=beats.index + self.by)


@pytest.mark.slow
@pytest.mark.parametrize("joint", range(-3, 4))
@pytest.mark.parametrize("by", [-2, 2])
def test_a_beat_at_a_joint_is_said_once(joint, by):
    made = []

    def scorer(fs):
        made.append(Late(fs))
        made[-1].by = by if len(made) == 2 else 0  # of the stretch that is analysed first
        return made[-1]

    watched = Watched(make_record(60), scorer)
    edge = 40 * FS + joint
    watched.play(edge, edge + 6 * FS)
    watched.follower.forget()
    watched.play(0, edge)
    beats = watched.archive.beats(0, 44.5 * FS).index
    np.testing.assert_allclose(beats, np.arange(1, 45) * FS, atol=2)


def test_what_is_open_at_an_edge_is_told_and_taken_back_where_it_goes_on():
    watched = Watched(make_record(60), EdgeScorer)
    edge = round(5.5 * FS)
    watched.play(0, edge)
    assert not watched.alerts
    watched.play(31 * FS, 32 * FS)
    (told,) = watched.alerts
    assert told.peak // FS == 5
    watched.play(edge, 9 * FS)
    assert [e.peak // FS for e in watched.alerts] == [5], "completed, and not listed twice"


def test_at_an_edge_whose_analysis_was_let_go_another_begins_that_knows_the_patient():
    watched = Watched(make_record(1500), EdgeScorer)
    for i in range(EDGES + 2):
        watched.play(i * 40 * FS, (i * 40 + 6) * FS)
    assert len(watched.analyzers) == 1
    watched.play(6 * FS, 17 * FS)
    assert [e.peak // FS for e in watched.alerts if e.end < 20 * FS] == [5, 10, 15]


def test_after_a_failure_the_analysis_begins_where_the_stream_is():
    watched = Watched(make_record(60), EdgeScorer).play(0, 6 * FS)
    watched.take(watched.follower.fail())
    assert not watched.follower.behind(8 * FS)
    watched.play(8 * FS, 12 * FS)
    assert [(s.start, s.stop) for s in watched.archive.stretches] == [(0, 6 * FS), (8 * FS, 12 * FS)]
    assert [e.peak // FS for e in watched.alerts] == [5, 10]
