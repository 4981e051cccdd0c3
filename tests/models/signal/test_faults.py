"""Faults of the signal are found where they are, however the stream is cut, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.records.demo import load_demo
from assets.records.open import open_record
from models.signal.fault_finder import Checked, FaultFinder
from models.signal.faults import (
    FLAT_S,
    HOP_S,
    LARGE_S,
    LARGE_SPAN_S,
    SMALL_S,
    Fault,
    FaultKind,
)

FS = 360.0
BEGIN, END = 12_345, 12_345 + 3600
HOP = round(HOP_S * FS)


@pytest.fixture(scope="module")
def lead() -> np.ndarray:
    """80 s of the demo."""
    return load_demo().signals[: round(80 * FS), 0].copy()


def faulty(lead: np.ndarray, how: str) -> np.ndarray:
    x = lead.copy()
    part = x[BEGIN:END]
    noise = 0.005 * np.random.default_rng(1).integers(-1, 2, len(part))
    x[BEGIN:END] = {
        "still": np.full(len(part), x[BEGIN - 1]),
        "step": np.full(len(part), x[BEGIN - 1] + 0.8),
        "the converter's noise": 0.4 + noise,
        "end of the range": np.full(len(part), 5.115),
        "tops": np.minimum(part, np.median(part) + 0.6),
        "x100": 100 * part,
        "x0.01": 0.01 * part,
    }[how].astype(np.float32)
    return x


def found(x: np.ndarray, cuts: list[int], fs: float = FS) -> tuple[list[Fault], Checked]:
    finder = FaultFinder(fs)
    parts = [finder.push(part) for part in np.split(x, sorted(cuts))]
    faults = [fault for part in parts for fault in part.faults if fault.over is not None]
    faults += [fault for fault in parts[-1].faults if fault.over is None]
    samples, held = (np.concatenate([getattr(p, name) for p in parts]) for name in ("samples", "held"))
    return faults, Checked(samples, held, tuple(faults))


@pytest.mark.parametrize(
    ("how", "kind", "within_s"),
    [
        ("still", FaultKind.FLAT, FLAT_S),
        ("step", FaultKind.FLAT, FLAT_S),
        ("the converter's noise", FaultKind.FLAT, FLAT_S),
        ("end of the range", FaultKind.LIMIT, 0.2),
        ("x100", FaultKind.LARGE, LARGE_SPAN_S + LARGE_S),
        ("x0.01", FaultKind.SMALL, SMALL_S),
    ],
)
def test_a_fault_is_found_where_it_is(lead: np.ndarray, how: str, kind: FaultKind, within_s: float) -> None:
    (fault,), checked = found(faulty(lead, how), [])
    assert fault.kind is kind
    near = 0.2 * FS if kind is FaultKind.LARGE else 5  # x100 shows with the first wave
    assert abs(fault.start - BEGIN) <= near
    assert abs(fault.end - (END - 1)) <= near
    assert fault.known <= fault.start + within_s * FS + 2 * HOP
    first = np.flatnonzero(np.isnan(checked.samples) | checked.held)[0]
    assert BEGIN <= first <= fault.known + 1, "from then on nothing is made of it"
    assert np.isfinite(checked.samples[END + round((LARGE_SPAN_S + 1) * FS) :]).all()


def test_tops_that_are_cut_off_are_a_limit_and_beats_may_still_be_found(lead: np.ndarray) -> None:
    (fault,), checked = found(faulty(lead, "tops"), [])
    assert fault.kind is FaultKind.LIMIT
    assert BEGIN <= fault.start < BEGIN + 2 * FS
    assert END - 4 * FS < fault.end <= END, "with the last top"
    assert np.isfinite(checked.samples).all()
    assert checked.held[fault.known + 1 : fault.end].all()


@settings(max_examples=25)
@given(
    cuts=st.lists(st.integers(0, round(80 * FS)), max_size=40),
    how=st.sampled_from(["still", "the converter's noise", "end of the range", "tops", "x100", "x0.01"]),
)
def test_it_is_the_same_however_the_stream_is_cut(lead: np.ndarray, cuts: list[int], how: str) -> None:
    x = faulty(lead, how)
    x[3000:3100] = np.nan
    once, whole = found(x, [])
    again, parts = found(x, cuts)
    assert once == again
    np.testing.assert_array_equal(whole.samples, parts.samples)
    np.testing.assert_array_equal(whole.held, parts.held)


@pytest.mark.parametrize("cut", [BEGIN + 700, BEGIN + 1000, END + 10])
def test_nothing_is_known_before_it_came(lead: np.ndarray, cut: int) -> None:
    for how in ("still", "end of the range", "x100", "x0.01"):
        x = faulty(lead, how)
        faults, whole = found(x, [])
        _, head = found(x[:cut], [])
        np.testing.assert_array_equal(whole.samples[:cut], head.samples)
        known = [fault.start for fault in faults if fault.known < cut]
        assert [fault.start for fault in head.faults] == known


def test_two_seconds_and_less_are_no_flat_line(lead: np.ndarray) -> None:
    x = lead.copy()
    x[BEGIN : BEGIN + round(FLAT_S * FS) - 1] = x[BEGIN]
    faults, checked = found(x, [])
    assert not faults
    np.testing.assert_array_equal(checked.samples, x)


def test_an_electrode_that_comes_off_for_a_moment_is_left_out_and_not_announced(lead: np.ndarray) -> None:
    x = lead.copy()
    x[BEGIN : BEGIN + 180] += 150
    faults, checked = found(x, [])
    assert not [fault for fault in faults if fault.kind is FaultKind.LARGE]
    assert np.isnan(checked.samples[BEGIN + HOP : BEGIN + 180]).all()
    assert np.isfinite(checked.samples[BEGIN + round(5 * FS) :]).all()


def test_a_gap_is_no_flat_line(lead: np.ndarray) -> None:
    x = lead.copy()
    x[BEGIN:END] = np.nan
    assert not found(x, [])[0]


@pytest.mark.parametrize("fs", [100.0, 128.0, 1000.0])
def test_a_flat_line_is_found_at_any_rate(lead: np.ndarray, fs: float) -> None:
    at = np.arange(0, 70, 1 / fs)
    x = np.interp(at, np.arange(len(lead)) / FS, lead)
    x[round(30 * fs) : round(40 * fs)] = 0.1
    (fault,) = found(x, [], fs)[0]
    assert (fault.kind, fault.start, fault.end) == (FaultKind.FLAT, 30 * fs, 40 * fs - 1)


def test_on_whole_records_only_what_one_sees_is_found(data_dir: object) -> None:
    for name, lead_no, expected in (
        ("101", 1, []),  # the lowest lead of DS1
        ("201", 0, []),  # pauses of up to 3.8 s
        ("116", 0, [1001.9, 1390.8, 1404.2]),  # the lead stands at either end of its range
    ):
        record = open_record(name, data_dir=data_dir)
        faults = found(record.signals[:, lead_no], [])[0]
        assert [round(fault.start / record.fs, 1) for fault in faults] == expected
        assert {fault.kind for fault in faults} <= {FaultKind.LIMIT}
