"""Point-level figures: volume under the surface (VUS) of ranges with soft borders.

Paparrizos J, Boniol P, Palpanas T, Tsay RS, Elmore A, Franklin MJ. Volume Under the Surface: A New Accuracy
Evaluation Measure for Time-Series Anomaly Detection. PVLDB 15(11):2774-2787, 2022.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.integrate import trapezoid

from training.evaluation.beats import LEARN_S, beat_windows
from training.evaluation.protocol import EmissionScore, Truth

POINT_HZ = 30.0
"""Rate of the points, Hz; a point's score is the greatest of its samples'."""

BUFFER_S = 0.45
"""The widest soft border in all, s: as long as a beat's window."""

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class PointLevel:
    """Figures of points about class V beats against points about none but N beats.

    Attributes
    ----------
    vus_roc, vus_pr : float
        Over the points of all records in a row; NaN without V beats.
    median_vus_roc, median_vus_pr : float
        Medians over the records that hold V beats.
    """

    vus_roc: float
    vus_pr: float
    median_vus_roc: float
    median_vus_pr: float

    def as_json(self) -> dict[str, Any]:
        """Give the figures as a dictionary."""
        return asdict(self)


def point_level(truths: Sequence[Truth], scores: Sequence[EmissionScore]) -> PointLevel:
    """Assess a score point by point.

    Points in the windows of beats of class S, F or Q, in flutter and in the first five minutes take no part.

    Parameters
    ----------
    truths : sequence of Truth
        The records' references.
    scores : sequence of EmissionScore
        The score of each.
    """
    widest = round(BUFFER_S * POINT_HZ)
    gap = np.zeros(2 * widest + 1)
    records = [_points(truth, score) for truth, score in zip(truths, scores, strict=True)]
    each = [vus(*points, widest) for points in records if points[1].any()]
    if not each:
        return PointLevel(math.nan, math.nan, math.nan, math.nan)
    none = gap > 0
    roc, pr = vus(
        np.concatenate([part for points in records for part in (points[0], gap)]),
        np.concatenate([part for points in records for part in (points[1], none)]),
        np.concatenate([part for points in records for part in (points[2], none)]),
        widest,
    )
    return PointLevel(roc, pr, *(float(np.median([figures[i] for figures in each])) for i in (0, 1)))


def vus(
    score: _Floats, positive: npt.NDArray[np.bool_], taken: npt.NDArray[np.bool_], widest: int
) -> tuple[float, float]:
    """Mean over the buffers 0, 1, …, `widest` of the range-AUC (`range_auc`).

    Parameters
    ----------
    score : ndarray of float, shape (n,)
        Score of each point.
    positive : ndarray of bool, shape (n,)
        Points of the ranges to be found.
    taken : ndarray of bool, shape (n,)
        Points that take part.
    widest : int
        The widest buffer, points.

    Returns
    -------
    roc, pr : float
    """
    order = np.argsort(-score, kind="stable")
    order = order[taken[order]]
    areas = [range_auc(score, positive, taken, buffer, order) for buffer in range(widest + 1)]
    roc, pr = np.mean(areas, axis=0).tolist()
    return roc, pr


def range_auc(
    score: _Floats,
    positive: npt.NDArray[np.bool_],
    taken: npt.NDArray[np.bool_],
    buffer: int,
    order: npt.NDArray[np.intp],
) -> tuple[float, float]:
    """Areas under the ROC and the precision-recall curve of ranges with soft borders.

    The ROC's area is by trapezoids; that of precision and recall by steps, as the average precision's.

    Parameters
    ----------
    score, positive, taken
        As for `vus`.
    buffer : int
        ``l``, points.
    order : ndarray of int
        The points that take part, by falling score.

    Returns
    -------
    roc, pr : float
    """
    recall, fall_out, precision = range_curve(score, positive, taken, soft_labels(positive, buffer), order)
    roc = trapezoid(np.r_[0.0, recall, 1.0], np.r_[0.0, fall_out, 1.0])
    return float(roc), float(np.sum(np.diff(recall, prepend=0.0) * precision))


def range_curve(
    score: _Floats,
    positive: npt.NDArray[np.bool_],
    taken: npt.NDArray[np.bool_],
    soft: _Floats,
    order: npt.NDArray[np.intp],
) -> tuple[_Floats, _Floats, _Floats]:
    """Recall, share of false positives and precision of ranges with soft borders, at falling thresholds.

    Recall is multiplied by the share of the ranges, borders included, in which any point is reached. All
    thresholds are used that the score takes.

    Parameters
    ----------
    score, positive, taken, order
        As for `range_auc`.
    soft : ndarray of float, shape (n,)
        The label of each point, borders included, 0 to 1 (`soft_labels`).

    Returns
    -------
    recall, fall_out, precision : ndarray of float, shape (thresholds,)
    """
    soft = np.where(taken, soft, 0.0)
    ranges = _ranges(soft > 0)
    greatest = np.sort(
        np.maximum.reduceat(np.append(np.where(taken, score, -np.inf), -np.inf), ranges.ravel())[::2]
    )
    falling = score[order]
    last = np.append(np.flatnonzero(np.diff(falling)), len(falling) - 1)
    hits = np.cumsum(soft[order])[last]
    reached = last + 1.0
    exist = (len(greatest) - np.searchsorted(greatest, falling[last])) / len(greatest)
    positives = (float((positive & taken).sum()) + float(soft.sum())) / 2
    recall = np.minimum(hits / positives, 1.0) * exist
    return recall, (reached - hits) / (len(order) - positives), hits / reached


def soft_labels(positive: npt.NDArray[np.bool_], buffer: int) -> _Floats:
    """1 in the ranges, and ``sqrt(1 - d / l)`` at distance ``d`` from them, up to half the buffer ``l``.

    Both borders are alike, as the paper draws them; in its authors' code the border after a range is a point
    shorter than the one before it.
    """
    label = positive.astype(np.float64)
    for distance in range(1, buffer // 2 + 1):
        near = np.zeros(len(label), dtype=int)
        starts, stops = _ranges(positive).T
        for at in (starts - distance, stops - 1 + distance):
            np.add.at(near, at[(at >= 0) & (at < len(label))], 1)
        label += near * math.sqrt(1 - distance / buffer)
    return np.minimum(label, 1.0)


def _ranges(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """First point of each range and the one after its last; shape (k, 2)."""
    return np.flatnonzero(np.diff(mask, prepend=False, append=False)).reshape(-1, 2)


def _points(
    truth: Truth, score: EmissionScore
) -> tuple[_Floats, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Score, label and part of each point of a record, its delay taken off."""
    first, delay = round(LEARN_S * truth.fs), score.delay(truth.fs)
    n = int(max(0, truth.n_samples - delay - first) / truth.fs * POINT_HZ)
    if not n:
        return np.zeros(0), np.zeros(0, dtype=bool), np.zeros(0, dtype=bool)
    edges = first + np.round(np.arange(n) * truth.fs / POINT_HZ).astype(np.int64)
    values = np.maximum.reduceat(score.value[delay:], edges).astype(np.float64)
    start, stop = beat_windows(truth.beats, truth.fs)
    ectopic = truth.aami == "V"
    positive = _covered(edges, start[ectopic], stop[ectopic])
    other = ~np.isin(truth.aami, ["N", "V"])
    left_out = _covered(edges, start[other], stop[other])
    left_out |= _covered(edges, truth.flutter[:, 0], truth.flutter[:, 1] + 1)
    return values, positive & ~left_out, ~left_out


def _covered(
    at: npt.NDArray[np.int64], start: npt.NDArray[np.int64], stop: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Which places lie in one of the spans [start, stop)."""
    begun = np.searchsorted(np.sort(start), at, side="right")
    ended = np.searchsorted(np.sort(stop), at, side="right")
    return np.asarray(begun > ended)
