"""The analyzer says the same however the stream is cut, and never looks ahead."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.demo import load_demo
from models.pipeline import ScoreStream
from monitor.analysis.analyzer import Analyzer
from monitor.analysis.events import CHANNELS, Channel
from tests.monitor.conftest import FS, EdgeScorer, make_record


def analyse(analyzer, signal, cuts):
    """Push `signal` cut at `cuts`; rows and events as plain arrays and tuples."""
    rows = {c: [] for c in CHANNELS}
    events = []
    for part in np.split(signal, sorted(cuts)):
        found = analyzer.push(part)
        events += found.events
        for channel, new in found.rows.items():
            rows[channel].append(new)
    events += analyzer.finish()
    joined = {
        c: [np.concatenate([getattr(r, f) for r in rs]) for f in ("index", "emitted", "expected", "score")]
        for c, rs in rows.items()
    }
    return joined, [(e.kind, e.start, e.peak, e.end, e.emitted, tuple(e.scores)) for e in events]


def assert_same(a, b):
    rows_a, events_a = a
    rows_b, events_b = b
    for channel in CHANNELS:
        for x, y in zip(rows_a[channel], rows_b[channel], strict=True):
            np.testing.assert_allclose(x, y, atol=1e-5, rtol=0)
    assert events_a == events_b


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


def test_the_shipped_models_one_sample_at_a_time(demo):
    signal = demo[: 20 * 360]
    once = analyse(Analyzer(FS, ScoreStream.shipped(FS)), signal, [])
    assert_same(once, analyse(Analyzer(FS, ScoreStream.shipped(FS)), signal, np.arange(1, len(signal))))


@pytest.mark.parametrize("cut", [5000, 12_345, 20_000])
def test_truncating_the_input_leaves_every_earlier_output_unchanged(demo, whole, cut):
    rows, _ = whole
    analyzer = Analyzer(FS, ScoreStream.shipped(FS))
    found = analyzer.push(demo[:cut])
    for channel in CHANNELS:
        n = len(found.rows[channel])
        assert np.all(rows[channel][1][:n] < cut)
        assert np.all(rows[channel][1][n:] >= cut), "a row comes out with the sample that completes it"
        np.testing.assert_allclose(found.rows[channel].score, rows[channel][3][:n], atol=1e-5)
        np.testing.assert_allclose(found.rows[channel].expected, rows[channel][2][:n], atol=1e-5)
    before = [e for e in whole[1] if e[4] < cut]
    assert [(e.kind, e.start, e.peak, e.end) for e in found.events] == [e[:4] for e in before]


def test_after_a_reset_the_stream_begins_where_it_is_told():
    analyzer = Analyzer(FS, EdgeScorer())
    signal = make_record().signals[:, 0]
    analyzer.push(signal[:3000])
    analyzer.reset(start=500)
    found = analyzer.push(signal[500:3000])
    assert found.rows[Channel.FORECAST].index[0] == 500
    assert [e.start for e in found.events] == [pytest.approx(5 * 360, abs=2)]


def test_thresholds_must_be_positive_and_signals_one_dimensional():
    analyzer = Analyzer(FS, EdgeScorer())
    with pytest.raises(ValueError, match="must be positive"):
        analyzer.set_threshold(Channel.FORECAST, float("nan"))
    with pytest.raises(ValueError, match="shape"):
        analyzer.push(np.zeros((3, 2)))
