"""Ranking metrics, from their definitions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata


def roc_auc(score: npt.ArrayLike, positive: npt.ArrayLike) -> float:
    """Probability that a positive scores above a negative, ties counting half (the Mann-Whitney statistic).

    Parameters
    ----------
    score : array_like of float, shape (n,)
    positive : array_like of bool, shape (n,)

    Returns
    -------
    float
        NaN where one of the two classes is empty.
    """
    scores, labels = _checked(score, positive)
    n_positive = int(labels.sum())
    n_negative = len(labels) - n_positive
    if not n_positive or not n_negative:
        return float("nan")
    ranks = rankdata(scores)
    return float((ranks[labels].sum() - n_positive * (n_positive + 1) / 2) / (n_positive * n_negative))


def auc_error(one: npt.ArrayLike, other: npt.ArrayLike, positive: npt.ArrayLike) -> float:
    """Standard error of the difference between two scores' areas under the curve, over the same samples.

    DeLong, DeLong and Clarke-Pearson, Biometrics 44:837, 1988; by ranks, as Sun and Xu, IEEE Signal Process
    Lett 21:1389, 2014.

    Parameters
    ----------
    one, other : array_like of float, shape (n,)
    positive : array_like of bool, shape (n,)

    Returns
    -------
    float
        NaN where a class has fewer than two samples.
    """
    (first, labels), (second, _) = _checked(one, positive), _checked(other, positive)
    n_positive, n_negative = int(labels.sum()), int((~labels).sum())
    if min(n_positive, n_negative) < 2:
        return float("nan")

    def placements(score: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], ...]:
        """Of each sample, the share of the other class that it beats."""
        ranks = rankdata(score)
        above = (ranks[labels] - rankdata(score[labels])) / n_negative
        below = 1 - (ranks[~labels] - rankdata(score[~labels])) / n_positive
        return above, below

    differences = [a - b for a, b in zip(placements(first), placements(second), strict=True)]
    return float(np.sqrt(sum(np.var(d, ddof=1) / len(d) for d in differences)))


def average_precision(score: npt.ArrayLike, positive: npt.ArrayLike) -> float:
    """Sum over thresholds of precision times the step in recall; equal scores share one threshold.

    Parameters
    ----------
    score : array_like of float, shape (n,)
    positive : array_like of bool, shape (n,)

    Returns
    -------
    float
        NaN where one of the two classes is empty.
    """
    scores, labels = _checked(score, positive)
    if not labels.any() or labels.all():
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    scores, labels = scores[order], labels[order]
    last_of_tie = np.append(np.flatnonzero(np.diff(scores)), len(scores) - 1)
    hits = np.cumsum(labels)[last_of_tie]
    precision = hits / (last_of_tie + 1)
    recall_step = np.diff(hits, prepend=0) / hits[-1]
    return float((precision * recall_step).sum())


def _checked(
    score: npt.ArrayLike, positive: npt.ArrayLike
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Arrays of the same length, the scores finite."""
    scores, labels = np.asarray(score, dtype=np.float64), np.asarray(positive, dtype=bool)
    if scores.shape != labels.shape or scores.ndim != 1:
        raise ValueError("score and positive must be one-dimensional and of the same length.")
    if not np.isfinite(scores).all():
        raise ValueError("score must be finite.")
    return scores, labels
