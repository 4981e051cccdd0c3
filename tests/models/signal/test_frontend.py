from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.signal.frontend import MODEL_FS, SETTLE_S, FrontEnd, FrontEndRows

RATES = [100.0, 128.0, 250.0, 333.3, 360.0, 500.0, 1000.0]


def joined(parts: list[FrontEndRows]) -> FrontEndRows:
    return FrontEndRows(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(FrontEndRows)))


def assert_same(a: FrontEndRows, b: FrontEndRows) -> None:
    for f in fields(FrontEndRows):
        np.testing.assert_array_equal(getattr(a, f.name), getattr(b, f.name))


def tone(frequency: float, fs: float, seconds: float = 20) -> np.ndarray:
    return np.sin(2 * np.pi * frequency * np.arange(int(seconds * fs)) / fs)


@pytest.mark.parametrize("fs", [0.0, 99.9, 1000.1, float("nan"), float("inf"), -360.0])
def test_rates_out_of_range_are_refused(fs: float) -> None:
    with pytest.raises(ValueError, match="fs must lie between"):
        FrontEnd(fs)


def test_more_than_one_lead_is_refused() -> None:
    with pytest.raises(ValueError, match="one-dimensional"):
        FrontEnd(360).push(np.zeros((10, 2)))


@pytest.mark.parametrize("fs", RATES)
def test_rows_come_at_the_model_rate_with_a_constant_delay(fs: float) -> None:
    frontend = FrontEnd(fs)
    rows = frontend.push(tone(5, fs))
    assert len(rows) == pytest.approx(20 * MODEL_FS, abs=0.1 * MODEL_FS)
    assert set((rows.emitted - rows.index).tolist()) == {frontend.delay}
    assert frontend.latency_s == frontend.delay / fs < 0.05
    np.testing.assert_allclose(rows.index / fs, np.arange(len(rows)) / MODEL_FS, atol=0.5 / fs + 1e-9)


@pytest.mark.parametrize("fs", RATES)
@pytest.mark.parametrize("frequency", [2.0, 5.0, 15.0])
def test_value_and_baseline_lie_on_the_raw_trace(fs: float, frequency: float) -> None:
    x = tone(frequency, fs)
    rows = FrontEnd(fs).push(x)
    moment = np.arange(len(rows)) / MODEL_FS
    overlay = (rows.value + rows.baseline)[rows.valid]
    np.testing.assert_allclose(overlay, np.sin(2 * np.pi * frequency * moment)[rows.valid], atol=0.05)


def test_the_offset_goes_into_the_baseline_and_mains_goes_away() -> None:
    rows = FrontEnd(360).push(3.0 + 0.5 * tone(60, 360))
    assert np.abs(rows.value[rows.valid]).max() < 0.03
    np.testing.assert_allclose(rows.baseline[rows.valid], 3.0, atol=0.03)


@given(
    fs=st.sampled_from(RATES),
    cuts=st.lists(st.integers(0, 2000), max_size=12),
    gaps=st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 900)), max_size=3),
    seed=st.integers(0, 99),
)
def test_rows_do_not_depend_on_the_chunks(
    fs: float, cuts: list[int], gaps: list[tuple[int, int]], seed: int
) -> None:
    x = np.cumsum(np.random.default_rng(seed).normal(0, 0.05, 2000))
    for start, length in gaps:
        x[start : start + length] = np.nan
    whole = FrontEnd(fs).push(x)
    frontend = FrontEnd(fs)
    edges = [0, *sorted(cuts), len(x)]
    assert_same(whole, joined([frontend.push(x[a:b]) for a, b in pairwise(edges)]))
    frontend.reset()
    assert_same(whole, frontend.push(x))


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e30, -1e300])
def test_a_gap_leaves_no_trace_once_it_has_settled(bad: float, make_ecg: Callable[..., np.ndarray]) -> None:
    x = make_ecg(30)
    clean = FrontEnd(360).push(x)
    x[3600:4000] = bad
    rows = FrontEnd(360).push(x)
    inside = (rows.index >= 3600) & (rows.index < 4000)
    assert np.isnan(rows.value[inside]).all()
    assert np.isnan(rows.baseline[inside]).all()
    settling = (rows.index >= 3600) & (rows.index < 4000 + SETTLE_S * 360)
    assert not rows.valid[settling].any()
    later = rows.index > 4000 + 360 * (SETTLE_S + 0.1)
    assert rows.valid[later].all()
    np.testing.assert_allclose(rows.value[later], clean.value[later], atol=0.05)


def test_a_lost_sample_costs_only_the_rows_that_needed_it(make_ecg: Callable[..., np.ndarray]) -> None:
    x = make_ecg(10)
    x[1800] = np.nan
    rows = FrontEnd(360).push(x)
    lost = ~rows.valid & (rows.index > 3 * 360)
    assert 0 < lost.sum() < 0.1 * MODEL_FS


def test_rows_never_depend_on_later_samples(make_ecg: Callable[..., np.ndarray]) -> None:
    x = make_ecg(10)
    whole = FrontEnd(360).push(x)
    for stop in (1, 14, 15, 500, 1801):
        short = FrontEnd(360).push(x[:stop])
        assert len(short) == int((whole.emitted < stop).sum())
        np.testing.assert_array_equal(short.value, whole.value[: len(short)])


@given(
    cuts=st.lists(st.integers(0, 900), max_size=6),
    gap=st.tuples(st.integers(0, 2), st.integers(0, 850), st.integers(1, 400)),
)
def test_streams_in_step_give_what_each_gives_alone(cuts: list[int], gap: tuple[int, int, int]) -> None:
    fs, n = 360.0, 900
    x = np.stack([tone(f, fs, n / fs) + f for f in (1.3, 4.0, 11.0)])
    stream, start, length = gap
    x[stream, start : start + length] = np.nan
    together, alone = FrontEnd(fs, 3), [FrontEnd(fs) for _ in x]
    for first, last in pairwise([0, *sorted(cuts), n]):
        rows = together.push(x[:, first:last])
        for i, frontend in enumerate(alone):
            own = frontend.push(x[i, first:last])
            np.testing.assert_array_equal(rows.index, own.index)
            np.testing.assert_array_equal(rows.emitted, own.emitted)
            for name in ("value", "baseline", "valid"):
                np.testing.assert_array_equal(getattr(rows, name)[i], getattr(own, name))


def test_streams_of_another_number_are_refused() -> None:
    with pytest.raises(ValueError, match="3 rows, one a stream"):
        FrontEnd(360, 3).push(np.zeros((2, 10)))
