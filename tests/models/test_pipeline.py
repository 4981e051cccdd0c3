from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.records.demo import load_demo
from models.pipeline import Scores, ScoreStream
from models.running.channels import ChannelRows
from models.signal.states import StateKind

MakeStream = Callable[[float], ScoreStream]
MakeEcg = Callable[..., np.ndarray]
CHANNELS = ("forecast", "reconstruction")


def push_in(stream: ScoreStream, x: np.ndarray, edges: list[int]) -> Scores:
    stream.reset()
    return Scores.concatenate([stream.push(x[a:b]) for a, b in pairwise(edges)])


def assert_same(a: ChannelRows, b: ChannelRows) -> None:
    np.testing.assert_array_equal(a.index, b.index)
    np.testing.assert_array_equal(a.emitted, b.emitted)
    np.testing.assert_allclose(a.expected, b.expected, atol=1e-5)
    # Batches of another size round otherwise, and the log of a small error makes more of it.
    np.testing.assert_allclose(a.score, b.score, atol=1e-4)


def head(rows: ChannelRows, stop: int) -> ChannelRows:
    """What had come out before sample `stop` arrived."""
    n = int((rows.emitted < stop).sum())
    return ChannelRows(rows.index[:n], rows.emitted[:n], rows.expected[:n], rows.score[:n])


@pytest.mark.parametrize("chunk", [1, 7, 36, 360])
def test_scores_do_not_depend_on_the_chunks(chunk: int, make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    x = make_ecg(12)
    stream = make_stream(360)
    whole = stream.push(x)
    parts = push_in(stream, x, [*range(0, len(x), chunk), len(x)])
    for channel in CHANNELS:
        assert_same(getattr(whole, channel), getattr(parts, channel))


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=25,
    deadline=None,
)
@given(
    fs=st.sampled_from([100.0, 128.0, 333.3, 360.0, 1000.0]),
    cuts=st.lists(st.integers(0, 3000), max_size=10),
    gap=st.tuples(st.integers(0, 3000), st.integers(0, 400)),
    stop=st.integers(0, 3000),
)
def test_any_cut_and_any_rate_and_nothing_looks_ahead(
    make_stream: MakeStream,
    make_ecg: MakeEcg,
    fs: float,
    cuts: list[int],
    gap: tuple[int, int],
    stop: int,
) -> None:
    x = make_ecg(3001 / fs, fs)[:3000]
    x[gap[0] : gap[0] + gap[1]] = np.nan
    stream = make_stream(fs)
    whole = stream.push(x)
    parts = push_in(stream, x, [0, *sorted(cuts), len(x)])
    stream.reset()
    short = stream.push(x[:stop])
    for channel in CHANNELS:
        rows = getattr(whole, channel)
        assert_same(rows, getattr(parts, channel))
        assert_same(getattr(short, channel), head(rows, stop))
        assert (np.diff(rows.index) > 0).all()
        assert (np.diff(rows.emitted) >= 0).all()
        assert (rows.emitted >= rows.index).all()
        assert (rows.emitted < len(x)).all()
        latest = (rows.emitted - rows.index) / fs
        assert latest.max(initial=0) <= stream.latency_s[channel] + 1e-9


def test_a_long_push_is_the_same_as_its_pieces(make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    x = make_ecg(65)
    stream = make_stream(360)
    whole = stream.push(x)
    parts = push_in(stream, x, [*range(0, len(x), 3600), len(x)])
    for channel in CHANNELS:
        assert_same(getattr(whole, channel), getattr(parts, channel))


def test_a_gap_is_not_scored_and_is_got_over(make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    x = make_ecg(30)
    stream = make_stream(360)
    clean = stream.push(x)
    x[3600:4320] = np.nan
    stream.reset()
    gapped = stream.push(x)
    for channel in CHANNELS:
        rows: ChannelRows = getattr(gapped, channel)
        inside = (rows.index >= 3600) & (rows.index < 4320)
        assert np.isnan(rows.score[inside]).all()
        assert np.isnan(rows.expected[inside]).all()
        later = rows.index > 4320 + 4 * 360
        assert np.isfinite(rows.score[later]).all()
        assert np.isfinite(rows.expected[later]).all()
        before = rows.index < 3600 - 360
        np.testing.assert_array_equal(rows.score[before], getattr(clean, channel).score[before])
        np.testing.assert_allclose(
            rows.score[rows.index > 7200], getattr(clean, channel).score[rows.index > 7200], atol=0.2
        )


def test_a_stream_of_nothing_but_gaps_has_no_scores(make_stream: MakeStream) -> None:
    stream = make_stream(360)
    scores = stream.push(np.full(3600, np.nan))
    assert len(scores.forecast) > 1000
    assert np.isnan(scores.forecast.score).all()
    assert np.isnan(scores.reconstruction.score).all()
    assert len(stream.push(np.zeros(0)).forecast) == 0


def test_memory_does_not_grow_with_the_stream(make_stream: MakeStream, make_ecg: MakeEcg) -> None:
    def size(value: object, seen: set[int]) -> int:
        if id(value) in seen:
            return 0
        seen.add(id(value))
        own = (
            value.nbytes + (0 if value.base is None else value.base.nbytes)
            if isinstance(value, np.ndarray)
            else 0
        )
        children = value if isinstance(value, tuple) else getattr(value, "__dict__", {}).values()
        return own + sum(size(child, seen) for child in children)

    stream = make_stream(360)
    x = make_ecg(20)
    stream.push(x)
    after_one = size(stream, set())
    for _ in range(5):
        stream.push(x)
    assert size(stream, set()) <= after_one * 1.1
    assert after_one < 450_000


def test_two_dimensional_input_is_refused(make_stream: MakeStream) -> None:
    with pytest.raises(ValueError, match="one-dimensional"):
        make_stream(360).push(np.zeros((3, 2)))


@pytest.mark.slow
def test_the_models_themselves_ship_and_agree_on_the_demo_record() -> None:
    record = load_demo()
    x = record.signals[: 40 * 360, 0]
    stream = ScoreStream.shipped(record.fs)
    assert set(stream.thresholds) == {*CHANNELS, "ectopy", "premature"}
    assert set(stream.latency_s) == {*CHANNELS, "ectopy"}
    assert all(threshold > 0 for threshold in stream.thresholds.values())
    assert all(0 < latency < 0.36 for latency in stream.latency_s.values())
    whole = stream.push(x)
    rng = np.random.default_rng(1)
    for edges in (
        [*range(0, len(x), 7), len(x)],
        [0, *np.sort(rng.integers(0, len(x), 30)).tolist(), len(x)],
    ):
        parts = push_in(stream, x, edges)
        for channel in CHANNELS:
            assert_same(getattr(whole, channel), getattr(parts, channel))
    for channel in CHANNELS:
        rows: ChannelRows = getattr(whole, channel)
        usable = np.isfinite(rows.score)
        assert usable.mean() > 0.9
        error = rows.expected[usable] - x[rows.index[usable]]
        assert np.sqrt(np.mean(error**2)) < x[rows.index[usable]].std(), "nearer to the trace than its mean"


def test_of_an_unusable_signal_nothing_is_learnt_and_its_beats_are_scored() -> None:
    """Noise from 40 s to 60 s: template and baselines are soon those that they were."""
    x = load_demo().signals[: 60 * 360, 0].astype(np.float64)
    rng = np.random.default_rng(3)
    noisy = np.cumsum(rng.standard_normal(20 * 360) * (rng.random(20 * 360) < 0.02))
    noisy -= np.convolve(noisy, np.ones(360) / 360, "same")
    x[40 * 360 :] += 2 * noisy + 0.3 * rng.standard_normal(len(noisy))
    stream = ScoreStream.shipped(360)
    states = stream.push(x[: 46 * 360]).states
    assert [s.kind for s in states if s.over is None] == [StateKind.UNUSABLE]
    before = stream.template
    scores = stream.push(x[46 * 360 : 58 * 360])
    assert [s.kind for s in scores.states] == [StateKind.UNUSABLE]
    assert np.isfinite(scores.beats.score).sum() > 5
    assert before is not None
    assert stream.template is not None
    np.testing.assert_array_equal(stream.template[1], before[1])
