"""The QRS detector: the same beats however the stream is cut, in time, on anything a cable can deliver."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.errors import WeightsError
from assets.records.demo import load_demo
from models.beats.qrs.detector import QrsDetector
from models.beats.qrs.network import QrsInput, QrsStream
from models.beats.qrs.peaks import Beats
from models.beats.qrs.weights import MAX_BYTES, QRS, QrsCard, QrsConfig, QrsWeights, TrainedQrs

Signal = npt.NDArray[np.float64]


def synthetic(fs: float, seconds: float, bpm: float = 72.0, first: float = 0.5) -> tuple[Signal, Signal]:
    """Return P, QRS and T waves as bells, with a little noise (mV), and the times of the R peaks (s)."""
    t = np.arange(round(seconds * fs)) / fs
    r = np.arange(first, seconds, 60.0 / bpm)
    x = 0.005 * np.random.default_rng(1).standard_normal(len(t))
    waves = (
        (-0.17, 0.025, 0.12),
        (-0.025, 0.009, -0.12),
        (0.0, 0.011, 1.1),
        (0.028, 0.01, -0.2),
        (0.27, 0.05, 0.3),
    )
    for offset, width, height in waves:
        x += height * np.exp(-0.5 * ((t[:, None] - r - offset) / width) ** 2).sum(axis=1)
    return x, r


def in_chunks(detector: QrsDetector, x: Signal, cuts: Sequence[int]) -> Beats:
    return Beats.concatenate([detector.push(part) for part in np.split(x, list(cuts))])


def assert_same(one: Beats, other: Beats) -> None:
    np.testing.assert_array_equal(one.index, other.index)
    np.testing.assert_array_equal(one.emitted, other.emitted)
    np.testing.assert_array_equal(one.amplitude, other.amplitude)


@pytest.fixture(scope="module")
def demo() -> Signal:
    return load_demo().signals[:, 0].astype(np.float64)


@pytest.fixture(scope="module")
def gapped(demo: Signal) -> Signal:
    x = demo[: 40 * 360].copy()
    x[5000:5040] = np.nan  # bridged
    x[7000:8000] = np.nan  # not
    x[9001] = np.inf
    return x


@pytest.mark.parametrize("size", [7, 36, 360])
def test_chunks_of_any_size_give_the_same_beats(gapped: Signal, size: int) -> None:
    whole = QrsDetector(360).push(gapped)
    assert len(whole) > 40
    assert_same(in_chunks(QrsDetector(360), gapped, range(size, len(gapped), size)), whole)


def test_single_samples_give_the_same_beats(gapped: Signal) -> None:
    x = gapped[4200:9600]
    assert_same(in_chunks(QrsDetector(360), x, range(1, len(x))), QrsDetector(360).push(x))


@settings(max_examples=15)
@given(st.lists(st.integers(0, 40 * 360), max_size=30))
def test_random_cuts_give_the_same_beats(gapped: Signal, cuts: list[int]) -> None:
    assert_same(in_chunks(QrsDetector(360), gapped, sorted(cuts)), QrsDetector(360).push(gapped))


@settings(max_examples=10)
@given(
    fs=st.sampled_from([100.0, 128.0, 250.0, 333.3, 1000.0]),
    bpm=st.floats(40, 180),
    shares=st.lists(st.floats(0, 1), max_size=20),
)
def test_random_cuts_of_synthetic_beats_at_any_rate(fs: float, bpm: float, shares: list[float]) -> None:
    x, _ = synthetic(fs, 12, bpm)
    cuts = sorted(int(share * len(x)) for share in shares)
    assert_same(in_chunks(QrsDetector(fs), x, cuts), QrsDetector(fs).push(x))


@settings(max_examples=15)
@given(now=st.integers(0, 40 * 360), height=st.floats(-5, 5))
def test_nothing_reported_depends_on_what_comes_later(gapped: Signal, now: int, height: float) -> None:
    whole = QrsDetector(360).push(gapped)
    told = int(np.searchsorted(whole.emitted, now))
    other = gapped.copy()
    other[now:] = height * np.sin(np.arange(len(other) - now) / 9.0)
    for x in (gapped[:now], other):
        beats = QrsDetector(360).push(x)
        known = beats.emitted < now
        assert_same(
            Beats(beats.index[known], beats.emitted[known], beats.amplitude[known]),
            Beats(whole.index[:told], whole.emitted[:told], whole.amplitude[:told]),
        )


@pytest.mark.parametrize("fs", [100.0, 128.0, 250.0, 333.3, 360.0, 500.0, 1000.0])
def test_every_rate_finds_the_beats_in_place_and_in_time(fs: float) -> None:
    x, r = synthetic(fs, 40, 75)
    detector = QrsDetector(fs)
    beats = detector.push(x)
    r = r[(r > 2) & (r < 39)]
    found = beats.index[(beats.index > 1.7 * fs) & (beats.index < 39.3 * fs)] / fs
    assert len(found) == len(r)
    assert np.abs(found - r).max() < 0.5 / fs + 0.004
    delay = beats.emitted - beats.index
    assert delay.min() >= 0
    assert delay.max() <= math.ceil(detector.latency_s * fs)
    assert (np.diff(beats.emitted) >= 0).all()
    assert beats.amplitude[-1] == pytest.approx(1.1, abs=0.25)


@given(st.floats(100, 1000))
def test_the_stated_delay_is_at_most_350_ms(fs: float) -> None:
    assert QrsDetector(fs).latency_s <= 0.35


def test_gaps_hold_no_beats_and_pass(demo: Signal) -> None:
    x = demo.copy()
    x[36_000:54_000] = np.nan
    beats, undisturbed = QrsDetector(360).push(x).index, QrsDetector(360).push(demo).index
    assert not ((beats >= 36_000) & (beats < 54_000)).any()
    before, after = beats[beats < 36_000 - 200], beats[beats > 54_000 + 720]
    np.testing.assert_array_equal(before, undisturbed[undisturbed < 36_000 - 200])
    expected = undisturbed[undisturbed > 54_000 + 720]
    assert abs(len(after) - len(expected)) <= 2
    assert np.isfinite(QrsDetector(360).push(x).amplitude).all()


@pytest.mark.parametrize("level", [0.0, 1.7, np.nan, 5000.0])
def test_flat_lines_have_no_beats(level: float) -> None:
    assert len(QrsDetector(360).push(np.full(360 * 60, level))) == 0


def test_asystole_after_beats_has_no_beats(demo: Signal) -> None:
    x = demo[: 60 * 360].copy()
    quiet = 30 * 360
    x[quiet:] = x[quiet] + 0.01 * np.random.default_rng(2).standard_normal(len(x) - quiet)
    beats = QrsDetector(360).push(x)
    assert (beats.index < quiet + 180).all()


def test_faint_noise_is_no_heart_and_drift_neither() -> None:
    rng = np.random.default_rng(3)
    t = np.arange(360 * 120) / 360
    assert len(QrsDetector(360).push(0.01 * rng.standard_normal(len(t)))) <= 6
    assert len(QrsDetector(360).push(2.0 * np.sin(2 * np.pi * 0.3 * t))) <= 2


@pytest.mark.parametrize("gain", [0.5, 2.0, -1.0])
def test_gain_and_polarity_change_little(demo: Signal, gain: float) -> None:
    usual, changed = QrsDetector(360).push(demo), QrsDetector(360).push(gain * demo)
    both = [np.abs(usual.index - i).min() <= 18 for i in changed.index]
    assert np.mean(both) > 0.98
    assert abs(len(changed) - len(usual)) <= 0.01 * len(usual)
    assert np.median(changed.amplitude) == pytest.approx(gain * np.median(usual.amplitude), rel=0.15)


def test_noise_and_wander_cost_few_beats(demo: Signal) -> None:
    rng = np.random.default_rng(4)
    wander = 0.5 * np.sin(2 * np.pi * 0.25 * np.arange(len(demo)) / 360)
    noisy = demo + wander + 0.05 * rng.standard_normal(len(demo))
    usual, found = QrsDetector(360).push(demo).index, QrsDetector(360).push(noisy).index
    assert np.mean([np.abs(found - i).min() <= 36 for i in usual]) > 0.98
    assert np.mean([np.abs(usual - i).min() <= 36 for i in found]) > 0.98


def test_reset_forgets_the_stream(gapped: Signal) -> None:
    detector = QrsDetector(360)
    first = detector.push(gapped)
    detector.reset()
    assert_same(detector.push(gapped), first)


def test_empty_pushes_give_no_beats() -> None:
    detector = QrsDetector(360)
    assert len(detector.push([])) == 0
    assert len(detector.push(np.zeros(1))) == 0


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="one-dimensional"):
        QrsDetector(360).push(np.zeros((3, 2)))
    with pytest.raises(ValueError, match="fs must lie"):
        QrsDetector(50)


def test_weights_survive_a_round_trip(tmp_path: Path) -> None:
    weights = QRS.shipped()
    QRS.save(tmp_path / "w.safetensors", weights)
    again = QRS.load(tmp_path / "w.safetensors")
    assert again.network.config == weights.network.config
    assert again.card == weights.card
    for name, tensor in weights.network.tensors.items():
        np.testing.assert_array_equal(again.network.tensors[name], tensor)


def test_the_shipped_network_is_small_and_fitted_on_ds1_alone() -> None:
    from assets.databases.mitbih import DS1

    assert sum(tensor.nbytes for tensor in QRS.shipped().network.tensors.values()) < 100_000
    assert set(QRS.shipped().card.records) == set(DS1)


def test_wrong_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    with pytest.raises(WeightsError, match="no weights file"):
        QRS.load(path)
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(WeightsError, match="larger than any"):
        QRS.load(path)
    path.write_bytes(b"nonsense")
    with pytest.raises(WeightsError, match="not a readable"):
        QRS.load(path)
    usual = QRS.shipped()
    tensors = dict(usual.network.tensors)
    QRS.save(path, TrainedQrs(QrsWeights(usual.network.config, tensors), QrsCard(frontend="other")))
    with pytest.raises(WeightsError, match="front end"):
        QRS.load(path)
    QRS.save(path, TrainedQrs(QrsWeights(QrsConfig(channels=3), tensors), usual.card))
    with pytest.raises(WeightsError, match=r"float32, not \("):
        QRS.load(path)
    tensors["stem.bias"] = np.full_like(tensors["stem.bias"], np.nan)
    QRS.save(path, TrainedQrs(QrsWeights(usual.network.config, tensors), usual.card))
    with pytest.raises(WeightsError, match="not finite"):
        QRS.load(path)


def test_streams_in_step_give_what_each_gives_alone() -> None:
    rng = np.random.default_rng(0)
    value = rng.normal(size=(3, 600)).astype(np.float32).cumsum(axis=1) * 0.05
    value[1, 100:180] = np.nan
    together = QrsInput(3), QrsStream(QRS.shipped().network, 3)
    alone = [(QrsInput(), QrsStream(QRS.shipped().network)) for _ in value]
    for first, last in pairwise([0, 1, 2, 30, 31, 200, 600]):
        odds = together[1].push(together[0].push(value[:, first:last]))
        for i, (inputs, network) in enumerate(alone):
            np.testing.assert_allclose(odds[i], network.push(inputs.push(value[i, first:last])), atol=1e-4)
