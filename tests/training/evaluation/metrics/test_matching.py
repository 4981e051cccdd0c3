"""Beats matched within 150 ms."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wfdb.processing import compare_annotations

from assets.records.open import open_record
from models.beats.qrs.detector import QrsDetector
from models.judging.reference import MATCH_S
from training.data.dataset import read_beats
from training.evaluation.metrics.matching import match_beats


def indices(*samples: int) -> np.ndarray:
    return np.array(samples, dtype=np.int64)


@pytest.mark.parametrize(
    ("reference", "found", "pairs"),
    [
        ((100, 500), (101, 499), [(0, 0), (1, 1)]),
        ((100,), (154,), [(0, 0)]),
        ((100,), (155,), []),
        ((100,), (60, 110), [(0, 1)]),  # the closer of two takes the beat
        ((100, 150), (140,), [(1, 0)]),
        ((100,), (90, 110), [(0, 1)]),  # of two as near, the later one
        ((100, 900), (), []),
        ((), (100,), []),
    ],
)
def test_pairs_are_one_to_one_and_nearest(
    reference: tuple[int, ...], found: tuple[int, ...], pairs: list[tuple[int, int]]
) -> None:
    assert match_beats(indices(*reference), indices(*found), 54) == pairs


@given(st.sets(st.integers(0, 3000), max_size=25), st.sets(st.integers(0, 3000), max_size=25))
def test_no_pair_is_too_far_and_none_is_used_twice(reference: set[int], found: set[int]) -> None:
    r, f = indices(*sorted(reference)), indices(*sorted(found))
    pairs = match_beats(r, f, 54)
    assert all(abs(r[i] - f[j]) <= 54 for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(pairs))


def both(reference: np.ndarray, found: np.ndarray, tolerance: int) -> tuple[set, set]:
    """Pairs by this program and by wfdb, whose window excludes its own width."""
    theirs = compare_annotations(reference, found, tolerance + 1).matching_sample_nums
    return set(match_beats(reference, found, tolerance)), {
        (i, int(j)) for i, j in enumerate(theirs.tolist()) if j >= 0
    }


@pytest.mark.parametrize("name", ["203", "208"])
def test_a_real_record_is_matched_as_wfdb_does(data_dir: Path, name: str) -> None:
    record = open_record(name, data_dir=data_dir)
    tolerance = round(MATCH_S * record.fs)
    reference = read_beats(record).sample
    found = QrsDetector(record.fs).push(record.signals[:, 0]).index
    ours, theirs = both(reference, found, tolerance)
    assert len(ours) > 0.95 * len(reference)
    assert ours == theirs
    # A worse detector, which misses beats, sees some twice and others in the wrong place.
    rng = np.random.default_rng(7)
    worse = found[rng.random(len(found)) > 0.1]
    worse = np.concatenate([worse, worse[::9] + 50])
    ours, theirs = both(reference, np.unique(worse + rng.integers(-70, 71, len(worse))), tolerance)
    assert len(ours) < 0.95 * len(reference)
    assert len(ours) == len(theirs)
