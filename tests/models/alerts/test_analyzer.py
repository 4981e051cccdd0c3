"""The analyzer says the same however the stream is cut, and never looks ahead."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.databases.mitbih import AAMI_CLASS
from assets.records.demo import load_demo
from assets.records.open import open_record
from models.alerts.analyzer import Analyzer
from models.alerts.events import Kind
from models.alerts.reasons import CHANNELS, Channel, Reason
from models.beats.weights import BEATS
from models.pipeline import ScoreStream
from models.running.weights import AUTOENCODER, FORECASTER
from tests.monitor.conftest import FS, EdgeScorer, make_record


def analyse(analyzer, signal, cuts):
    """Push `signal` cut at `cuts`; rows and events as plain arrays and tuples."""
    rows = {c: [] for c in CHANNELS}
    events, beats = [], []
    for part in np.split(signal, sorted(cuts)):
        found = analyzer.push(part)
        events += found.events
        beats += zip(found.beats.index.tolist(), found.beats.emitted.tolist(), strict=True)
        for channel, new in found.rows.items():
            rows[channel].append(new)
    events += analyzer.finish()
    joined = {
        c: [np.concatenate([getattr(r, f) for r in rs]) for f in ("index", "emitted", "expected", "score")]
        for c, rs in rows.items()
    }
    told = [(e.kind, e.start, e.peak, e.end, e.emitted, tuple(e.scores)) for e in events]
    return joined, told, beats, found.rhythm


def assert_same(a, b):
    rows_a, events_a, beats_a, rhythm_a = a
    rows_b, events_b, beats_b, rhythm_b = b
    for channel in CHANNELS:
        for x, y in zip(rows_a[channel], rows_b[channel], strict=True):
            # Batches of another size round otherwise, and the log of a small error makes more of it.
            np.testing.assert_allclose(x, y, atol=1e-4, rtol=0)
    assert events_a == events_b
    assert beats_a == beats_b
    assert rhythm_a == rhythm_b


@given(cuts=st.lists(st.integers(0, 20 * 360), max_size=80), start=st.sampled_from([0, 1000]))
def test_any_cut_gives_the_same_scores_and_alerts(cuts, start):
    signal = make_record().signals[:, 0].copy()
    signal[3000:3400] = np.nan
    whole = analyse(Analyzer(FS, EdgeScorer(), start), signal, [])
    assert_same(whole, analyse(Analyzer(FS, EdgeScorer(), start), signal, cuts))
    assert len(whole[1]) == 4


@pytest.fixture(scope="module")
def demo():
    return load_demo().signals[: 60 * 360, 0].copy()


@pytest.fixture(scope="module")
def whole(demo):
    return analyse(Analyzer(FS, ScoreStream.shipped(FS)), demo, [])


@pytest.mark.parametrize("chunk", [7, 36, 360, "random"])
def test_the_shipped_models_on_the_shipped_record_do_not_depend_on_the_chunks(demo, whole, chunk):
    if chunk == "random":
        cuts = np.random.default_rng(5).choice(len(demo), 400, replace=False)
    else:
        cuts = np.arange(chunk, len(demo), chunk)
    assert_same(whole, analyse(Analyzer(FS, ScoreStream.shipped(FS)), demo, cuts))
    assert whole[1], "a minute of record 208 has alerts"


@pytest.mark.slow
def test_the_shipped_models_one_sample_at_a_time(demo):
    signal = demo[: 20 * 360]
    once = analyse(Analyzer(FS, ScoreStream.shipped(FS)), signal, [])
    assert_same(once, analyse(Analyzer(FS, ScoreStream.shipped(FS)), signal, np.arange(1, len(signal))))


@pytest.mark.parametrize("cut", [5000, 12_345, 20_000])
def test_truncating_the_input_leaves_every_earlier_output_unchanged(demo, whole, cut):
    rows, events, beats, _ = whole
    analyzer = Analyzer(FS, ScoreStream.shipped(FS))
    found = analyzer.push(demo[:cut])
    for channel in CHANNELS:
        n = len(found.rows[channel])
        assert np.all(rows[channel][1][:n] < cut)
        assert np.all(rows[channel][1][n:] >= cut), "a row comes out with the sample that completes it"
        np.testing.assert_allclose(found.rows[channel].score, rows[channel][3][:n], atol=1e-5)
        np.testing.assert_allclose(found.rows[channel].expected, rows[channel][2][:n], atol=1e-5)
    assert found.beats.index.tolist() == [at for at, emitted in beats if emitted < cut]
    before = [e for e in events if e[4] < cut]
    assert [(e.kind, e.start, e.peak, e.end) for e in found.events] == [e[:4] for e in before]


def test_after_a_reset_the_stream_begins_where_it_is_told():
    analyzer = Analyzer(FS, EdgeScorer())
    signal = make_record().signals[:, 0]
    analyzer.push(signal[:3000])
    analyzer.reset(start=500)
    found = analyzer.push(signal[500:3000])
    assert found.rows[Channel.FORECAST].index[0] == 500
    assert [e.peak for e in found.events] == [pytest.approx(5 * 360, abs=2)]


def test_a_fork_knows_the_patient_and_begins_its_stream_where_it_is_told(demo):
    analyzer = Analyzer(FS, ScoreStream.shipped(FS), source="mitdb/208", lead="MLII")
    analyzer.push(demo[: 30 * 360])
    other = analyzer.fork(40 * 360)
    (_, template), known = other.template, analyzer.template
    np.testing.assert_array_equal(template, known[1])
    found = other.push(demo[40 * 360 :])
    assert found.rows[Channel.FORECAST].index[0] == 40 * 360
    first = found.beats.index < 46 * 360
    settled = found.beats.index > 43 * 360
    assert np.isfinite(found.beats.score[first & settled]).all(), "there is a template from the first beat on"
    fresh = Analyzer(FS, ScoreStream.shipped(FS), 40 * 360).push(demo[40 * 360 :])
    assert np.isnan(fresh.beats.score[fresh.beats.index < 46 * 360]).all()
    assert {(e.source, e.lead) for e in found.events} == {("mitdb/208", "MLII")}


def test_a_fork_leaves_the_other_as_it_was(demo, whole):
    analyzer = Analyzer(FS, ScoreStream.shipped(FS))
    found = [analyzer.push(demo[: 30 * 360])]
    analyzer.fork(0).push(demo[: 20 * 360])
    analyzer.closing()
    found.append(analyzer.push(demo[30 * 360 :]))
    told = [(e.kind, e.start, e.peak, e.end, e.emitted, tuple(e.scores)) for f in found for e in f.events]
    told += [(e.kind, e.start, e.peak, e.end, e.emitted, tuple(e.scores)) for e in analyzer.finish()]
    assert told == whole[1]
    score = np.concatenate([f.rows[Channel.FORECAST].score for f in found])
    np.testing.assert_allclose(score, whole[0][Channel.FORECAST][3], atol=1e-5)


def test_closing_tells_what_is_open_and_the_stream_goes_on():
    signal = make_record().signals[:, 0]
    analyzer = Analyzer(FS, EdgeScorer())
    analyzer.push(signal[: 5 * 360 + 200])
    (closed,) = analyzer.closing()
    assert analyzer.closing() == (closed,), "asking changes nothing"
    (event,) = analyzer.push(signal[5 * 360 + 200 : 8 * 360]).events
    assert (event.kind, event.start, event.end) == (closed.kind, closed.start, closed.end)


def test_beats_and_rhythm_follow_the_annotations_in_the_records_time_base(data_dir):
    record = open_record("101", data_dir=data_dir)
    first, last = 30 * 360, 90 * 360
    analyzer = Analyzer(FS, ScoreStream.shipped(FS), first)
    found = [analyzer.push(part) for part in np.split(record.signals[first:last, 0], 100)]
    beats = np.concatenate([f.beats.index for f in found])
    reference = record.annotations.sample[[s in AAMI_CLASS for s in record.annotations.symbol]]
    expected = reference[(reference > first + 360) & (reference < last - 360)]
    assert np.all(np.abs(beats[:, None] - expected).min(axis=0) <= 0.15 * FS)
    assert abs(len(beats) - np.sum((reference >= first) & (reference < last))) <= 2
    rhythm = found[-1].rhythm
    assert rhythm.at == last
    assert rhythm.rate_bpm == pytest.approx(60 * FS / np.diff(expected[-13:]).mean(), rel=0.05)


def test_a_lead_that_falls_silent_has_no_rate():
    analyzer = Analyzer(FS, ScoreStream.shipped(FS))
    signal = load_demo().signals[: 20 * 360, 0].copy()
    assert analyzer.push(signal).rhythm.rate_bpm is not None
    assert analyzer.push(np.full(5 * 360, np.nan)).rhythm.rate_bpm is None


def test_every_alert_carries_the_identity_of_its_source_and_lead():
    signal = make_record().signals[:, 0].copy()
    signal[-400:] = np.nan
    analyzer = Analyzer(FS, EdgeScorer(), source="mitdb/208", offset=900, lead="MLII")
    ends = (5 * 360 + 60, 6 * 360, len(signal))
    found = [analyzer.push(part) for part in np.split(signal, ends[:-1])]
    told = [e for f in found for e in (*f.events, *f.provisional, f.open) if e is not None]
    assert {e.provisional for e in told} == {False, True}
    assert any(f.open is not None for f in found)
    every = {(e.source, e.offset, e.lead) for e in (*told, *analyzer.finish())}
    assert every == {("mitdb/208", 900, "MLII")}


def test_a_verdict_that_the_weighing_leaves_out_is_no_reason(demo):
    trained = BEATS.shipped()
    without = replace(trained.card, weighing=replace(trained.card.weighing, reconstruction=0.0))
    stream = ScoreStream(FS, FORECASTER.shipped(), AUTOENCODER.shipped(), replace(trained, card=without))
    events = Analyzer(FS, stream).push(demo).events
    assert events
    assert all(Reason.RECONSTRUCTION not in e.reasons for e in events)
    assert not any("redraw" in e.why() for e in events)
    assert any(Reason.TEMPLATE in e.reasons for e in events)


def test_the_reconstruction_counts_as_shipped_and_is_named_where_its_lane_shows_it(demo):
    stream = ScoreStream.shipped(FS)
    assert "reconstruction" in stream.counted
    ectopic = [e for e in Analyzer(FS, stream).push(demo).events if e.kind is Kind.ECTOPIC]
    told = {"redraw" in e.why(): e.reasons[Reason.RECONSTRUCTION] for e in ectopic}
    assert told[True] >= 1
    for event in ectopic:
        assert ("redraw" in event.why()) == (event.reasons[Reason.RECONSTRUCTION] >= 1)


def test_thresholds_must_be_positive_and_signals_one_dimensional():
    analyzer = Analyzer(FS, EdgeScorer())
    with pytest.raises(ValueError, match="must be positive"):
        analyzer.set_threshold(Channel.FORECAST, float("nan"))
    with pytest.raises(ValueError, match="shape"):
        analyzer.push(np.zeros((3, 2)))


def test_no_pause_and_no_lateness_are_told_of_a_beat_after_the_lead_has_lost_contact():
    """At 1:36.6 of the demo the first lead drifts for two seconds while the second shows beats."""
    analyzer = Analyzer(FS, ScoreStream.shipped(FS))
    events = analyzer.push(load_demo().signals[: 101 * 360, 0].copy()).events
    (event,) = [e for e in events if e.beats and 98 < e.beats[0] / FS < 100]
    assert event.pause_s is None
    assert event.premature is None or abs(event.premature) < 0.5
    assert "unlike the patient's usual beat" in event.why()
    assert "late" not in event.why()
