from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation.metrics.vus import point_level, range_curve, soft_labels, vus
from training.evaluation.protocol import EmissionScore, Truth

POINTS = st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.booleans()), min_size=3, max_size=40)


def by_definition(score: np.ndarray, positive: np.ndarray, taken: np.ndarray, buffer: int) -> list[float]:
    """The range-AUC written out point by point and threshold by threshold."""
    n = len(score)
    soft = [0.0] * n
    inside = [i for i in range(n) if positive[i]]
    for i in range(n):
        if positive[i]:
            soft[i] = 1.0
            continue
        before = [i - j for j in inside if j < i and not positive[j + 1]]
        after = [j - i for j in inside if j > i and not positive[j - 1]]
        for d in before + after:
            if d <= buffer // 2:
                soft[i] = min(1.0, soft[i] + math.sqrt(1 - d / buffer))
    soft = [s if t else 0.0 for s, t in zip(soft, taken, strict=True)]
    ranges: list[list[int]] = []
    for i in range(n):
        if soft[i] > 0:
            if i and soft[i - 1] > 0:
                ranges[-1].append(i)
            else:
                ranges.append([i])
    p = (sum(1 for i in range(n) if positive[i] and taken[i]) + sum(soft)) / 2
    negatives = sum(taken) - p
    roc, pr, x0, y0 = 0.0, 0.0, 0.0, 0.0
    for threshold in sorted({score[i] for i in range(n) if taken[i]}, reverse=True):
        told = [i for i in range(n) if taken[i] and score[i] >= threshold]
        hit = sum(soft[i] for i in told)
        exist = sum(1 for r in ranges if any(score[i] >= threshold for i in r)) / len(ranges)
        y, x = min(1.0, hit / p) * exist, (len(told) - hit) / negatives
        roc += (x - x0) * (y + y0) / 2
        pr += (y - y0) * hit / len(told)
        x0, y0 = x, y
    return [roc + (1 - x0) * (1 + y0) / 2, pr]


@given(POINTS, st.integers(0, 6))
def test_it_is_what_its_definition_says(points: list[tuple[int, bool, bool]], widest: int) -> None:
    score, positive, taken = (np.array(column) for column in zip(*points, strict=True))
    positive = positive & taken
    if not positive.any() or (taken & (soft_labels(positive, widest) == 0)).sum() == 0:
        return
    expected = np.mean([by_definition(score, positive, taken, b) for b in range(widest + 1)], axis=0)
    np.testing.assert_allclose(vus(score.astype(float), positive, taken, widest), expected, atol=1e-9)


def authors_areas(score: np.ndarray, positive: np.ndarray, buffer: int) -> tuple[float, float]:
    """ROC and PR areas of our curve with the borders and the trapezoids of the authors' own code."""
    n = len(score)
    soft = positive.astype(float)
    edges = np.flatnonzero(np.diff(positive, prepend=False, append=False))
    for first, last in (edges.reshape(-1, 2) - [0, 1]).tolist():
        for i in range(buffer // 2 if buffer > 1 else 0):
            if last + i < n:
                soft[last + i] += math.sqrt(1 - i / buffer)
            if first - i - 1 >= 0:
                soft[first - i - 1] += math.sqrt(1 - (i + 1) / buffer)
    order = np.argsort(-score, kind="stable")
    taken = np.ones(n, dtype=bool)
    recall, fall_out, precision = range_curve(score, positive, taken, np.minimum(soft, 1.0), order)
    roc = np.diff(np.r_[0, fall_out, 1]) @ (np.r_[0, recall] + np.r_[recall, 1]) / 2
    pr = np.diff(recall, prepend=0) @ (np.r_[1, precision[:-1]] + precision) / 2
    return float(roc), float(pr)


def test_the_curve_has_the_published_values() -> None:
    """The worked values of TimeEval, in the mode that repeats the authors' code to the tenth place.

    Wenig P, Schmidl S, Papenbrock T. TimeEval: A Benchmarking Toolkit for Time Series Anomaly Detection
    Algorithms. PVLDB 15(12):3678-3681, 2022; the tests of its range-based areas and volumes.
    """
    positive = np.zeros(200, dtype=bool)
    positive[10:20] = positive[28:33] = positive[110:120] = True
    score = np.random.default_rng(41).random(200) * 0.5
    score[16:22] = score[33:38] = score[160:170] = 1
    assert authors_areas(score, positive, 10) == pytest.approx((0.7108527197, 0.3737854660), abs=1e-10)
    assert authors_areas(score, positive, 4) == pytest.approx((0.6143220816, 0.2506464391), abs=1e-10)
    published = (0.8763382130, 0.7493254559)
    volume = np.mean([authors_areas(score, positive, buffer) for buffer in range(201)], axis=0)
    assert tuple(volume) == pytest.approx(published, abs=1e-10)
    ours = vus(score, positive, np.ones(200, dtype=bool), 200)
    assert ours == pytest.approx(published, abs=0.01), "symmetric borders and steps move it no farther"


def test_a_border_is_soft() -> None:
    label = soft_labels(np.array([0, 0, 0, 1, 0, 0, 0], dtype=bool), 4)
    np.testing.assert_allclose(label, [0, 0.5**0.5, 0.75**0.5, 1, 0.75**0.5, 0.5**0.5, 0])


def test_points_about_ectopic_beats_are_found_at_the_declared_delay() -> None:
    fs, n = 360.0, round(420 * 360.0)
    beats = np.arange(310, 410, 10) * 360
    aami = np.array(["V" if i % 2 else "N" for i in range(10)])
    truth = Truth("r", fs, n, beats, aami, np.ones(10, dtype=bool), np.zeros((0, 2), dtype=np.int64))
    value = np.zeros(n, dtype=np.float32)
    for beat in beats[aami == "V"]:
        value[beat + 72 - 36 : beat + 72 + 126] = 1.0
    right = point_level([truth], [EmissionScore(value, 0.2)])
    late = point_level([truth], [EmissionScore(value, 0.0)])
    assert right.vus_pr > 0.8
    assert right.vus_pr > late.vus_pr
    assert right.vus_roc == pytest.approx(right.median_vus_roc, abs=0.02)
    none = Truth("r", fs, n, beats[:1], np.array(["N"]), np.ones(1, dtype=bool), truth.flutter)
    assert math.isnan(point_level([none], [EmissionScore(value, 0.2)]).vus_pr)
