"""Several leads of one heart analysed together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.records.demo import load_demo
from models.beats.scores import BeatScores
from models.beats.weights import TrainedBeats
from models.leads.stream import FusedStream
from models.pipeline import Scores, ScoreStream
from models.running.weights import TrainedAutoencoder, TrainedForecaster

Untrained = tuple[TrainedForecaster, TrainedAutoencoder]
MakeEcg = Callable[..., np.ndarray]


@pytest.fixture(scope="module")
def demo() -> np.ndarray:
    """Two minutes of the demo beside a second lead made of it, which looks from elsewhere; shape (n, 2)."""
    first = load_demo().signals[: 360 * 120, 0].astype(np.float64)
    other = np.random.default_rng(0).normal(0, 0.01, len(first)) - 0.6 * np.roll(first, 4)
    return np.stack([first, other], axis=1)


@pytest.fixture(scope="module")
def shipped(demo: np.ndarray) -> Scores:
    return FusedStream(360, 2).push(demo)


def pushed(stream: FusedStream, x: np.ndarray, edges: list[int]) -> Scores:
    stream.reset()
    return Scores.concatenate([stream.push(x[a:b]) for a, b in pairwise(edges)])


def assert_same(a: BeatScores, b: BeatScores, atol: float = 1e-3) -> None:
    for field in fields(BeatScores):
        np.testing.assert_allclose(
            getattr(a, field.name), getattr(b, field.name), atol=atol, err_msg=field.name
        )


@pytest.fixture(scope="module")
def ecg(make_ecg: MakeEcg) -> np.ndarray:
    return np.stack([make_ecg(15), -0.4 * make_ecg(15, seed=0) + 0.01 * make_ecg(15, seed=1)], axis=1)


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=15,
    deadline=None,
)
@given(
    cuts=st.lists(st.integers(0, 5400), max_size=10),
    gap=st.tuples(st.integers(0, 1), st.integers(0, 5000), st.integers(0, 900)),
    stop=st.integers(0, 5400),
)
def test_any_cut_gives_the_same_and_nothing_looks_ahead(
    untrained: Untrained,
    untrained_beats: TrainedBeats,
    ecg: np.ndarray,
    cuts: list[int],
    gap: tuple[int, int, int],
    stop: int,
) -> None:
    x = ecg.copy()
    lead, start, n = gap
    x[start : start + n, lead] = np.nan
    stream = FusedStream(360, 2, *untrained, untrained_beats)
    whole = stream.push(x)
    parts = pushed(stream, x, [0, *sorted(cuts), len(x)])
    assert_same(whole.beats, parts.beats)
    np.testing.assert_allclose(whole.votes, parts.votes, atol=1e-4)
    for one, other in zip(whole.leads, parts.leads, strict=True):
        assert_same(one.beats, other.beats)
        np.testing.assert_array_equal(one.forecast.index, other.forecast.index)
        np.testing.assert_allclose(one.forecast.score, other.forecast.score, atol=1e-4)
        assert one.faults == other.faults
    short = pushed(stream, x, [0, stop])
    before = np.flatnonzero(whole.beats.emitted < stop)
    assert_same(short.beats, whole.beats.rows(before))
    late = (whole.beats.emitted - whole.beats.index) / 360
    assert late.max(initial=0) <= stream.latency_s["ectopy"] + 1e-9
    assert (np.diff(whole.beats.index) > 0).all()
    assert (np.diff(whole.beats.emitted) >= 0).all()


def test_one_lead_alone_gives_what_it_gives_in_a_stream_of_its_own(demo: np.ndarray) -> None:
    alone, fused = ScoreStream.shipped(360), FusedStream(360, 1)
    one, other = alone.push(demo[:, 0]), fused.push(demo[:, :1])
    assert len(one.beats) > 150
    assert_same(one.beats, other.beats)
    np.testing.assert_allclose(one.forecast.score, other.forecast.score, atol=1e-4)
    assert alone.thresholds == fused.thresholds
    assert alone.counted == fused.counted


def test_all_leads_speak_of_the_same_beats(shipped: Scores) -> None:
    assert len(shipped.beats) > 190
    for lead in shipped.leads:
        assert len(lead.beats) == len(shipped.beats)
        assert abs(lead.beats.index - shipped.beats.index).max() <= 0.1 * 360
    assert shipped.votes.shape == (2, len(shipped.beats))


@pytest.mark.slow
@pytest.mark.parametrize("lead", [0, 1])
def test_a_lead_that_falls_off_loses_its_vote_and_gets_it_back(demo: np.ndarray, lead: int) -> None:
    x = demo.copy()
    off, on = 50 * 360, 80 * 360
    x[off:on, lead] = 0.0  # the converter stands still: a flat line after two seconds
    whole, scores = FusedStream(360, 2).push(demo), FusedStream(360, 2).push(x)
    within = (scores.beats.index > off + 3 * 360) & (scores.beats.index < on - 360)
    after = scores.beats.index > on + 5 * 360
    usual = (whole.beats.index > off + 3 * 360) & (whole.beats.index < on - 360)
    assert abs(int(within.sum()) - int(usual.sum())) <= 1
    assert (scores.votes[lead, within] == 0).all()
    assert np.isfinite(scores.beats.score[within]).mean() > 0.95
    assert (scores.votes[lead, after] > 0).mean() > 0.95
    assert not scores.faults
    assert scores.leads[lead].faults
    assert not scores.leads[1 - lead].faults


def test_noise_of_the_second_lead_adds_no_beats(demo: np.ndarray, shipped: Scores) -> None:
    x = demo.copy()
    x[:, 1] = np.random.default_rng(0).normal(0, 0.3, len(x))
    beats = FusedStream(360, 2).push(x).beats
    first = ScoreStream.shipped(360).push(demo[:, 0]).beats
    assert abs(len(beats) - len(first)) <= 2


def test_a_fork_knows_the_patient_and_starts_at_its_own_beginning(demo: np.ndarray) -> None:
    stream = FusedStream(360, 2)
    stream.push(demo[: 60 * 360])
    fork = stream.fork()
    assert fork.template is not None
    scores = fork.push(demo[60 * 360 : 80 * 360])
    assert np.isfinite(scores.beats.score[6:]).all()
    assert np.isnan(FusedStream(360, 2).push(demo[60 * 360 : 80 * 360]).beats.score[:8]).all()


def test_samples_of_another_shape_are_refused() -> None:
    stream = FusedStream(360, 2)
    for wrong in (np.zeros(10), np.zeros((10, 3))):
        with pytest.raises(ValueError, match=r"shape \(n, 2\)"):
            stream.push(wrong)
    with pytest.raises(ValueError, match="at least one"):
        FusedStream(360, 0)
