"""Choose how the scores of two leads are put together: a search over a grid, checked patient by patient.

What the leads say of a beat does not depend on how it is put together, so it is taken once
(`training.fits.leads.measures`), and a trial is a few sums and a sort.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

import numpy as np
import numpy.typing as npt

from models.leads.fusing import SHIPPED, Fusing
from training.evaluation.metrics.ranking import average_precision, roc_auc
from training.fits.leads.measures import HeardBeats

FIRST = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
NOISE = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
UNIT = (1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4)
"""Values that are tried of each number of `models.leads.fusing.Fusing`."""

RATES = (1.0, 0.1)
"""False alarms a minute at which the share of class V beats found counts."""

FOLDS = 5
"""Groups of patients, each judged by numbers that were chosen without it."""

LEAST_SENSITIVITY = 0.97
"""Share of the V beats that the alert's threshold must find; of the units that do, the one of greatest +P."""

LEAST_GAIN = 0.0005
"""Numbers that bring less than this more of what is sought are not taken in place of the shipped ones."""

SWEEPS = 3
"""The search goes back and forth between ranking and unit no more often than this."""

Scores = Sequence[npt.NDArray[np.float64]]


@dataclass(frozen=True)
class LeadFigures:
    """How well fused scores tell V from N beats, over the patients pooled.

    Attributes
    ----------
    auc, precision : float
        ROC-AUC and average precision of V against N.
    found : tuple of float
        Share of the V beats found at each of `RATES`.
    sensitivity, positive_predictivity : float
        Of V beats at the alert's threshold, as EC57 counts them (`training.evaluation.ec57`).
    """

    auc: float
    precision: float
    found: tuple[float, ...]
    sensitivity: float
    positive_predictivity: float

    @property
    def goodness(self) -> float:
        """Mean of the average precision and of the shares found: what `first` and `noise` are chosen by."""
        return fmean((self.precision, *self.found))

    @property
    def precise(self) -> float:
        """+P at the threshold, if enough V beats are found there; what `unit` is chosen by.

        Where they are not, below zero by as much as is missing.
        """
        short = self.sensitivity - LEAST_SENSITIVITY
        return short if short < 0 else self.positive_predictivity


def fused(one: HeardBeats, how: Fusing) -> npt.NDArray[np.float64]:
    """Give a patient's scores, both leads together; minus infinity where neither says anything."""
    score = how.fuse(one.score, how.votes(one.score, one.noise))
    return np.asarray(np.where(np.isfinite(score), score, -np.inf))


def first_alone(one: HeardBeats) -> npt.NDArray[np.float64]:
    """Give a patient's scores by the first lead; minus infinity where it says nothing."""
    return np.asarray(np.where(np.isfinite(one.score[0]), one.score[0], -np.inf))


def figures(patients: Sequence[HeardBeats], scores: Scores) -> LeadFigures:
    """Judge scores of patients' beats.

    Raises
    ------
    ValueError
        If there are not both V and other beats.
    """
    aami, score = np.concatenate([one.aami for one in patients]), np.concatenate(scores)
    total = sum(one.ventricular for one in patients)
    positive, false = aami == "V", np.isin(aami, ["N", "S", "O"])
    if not positive.any() or not (aami == "N").any():
        raise ValueError("The records do not hold both ventricular and normal beats to choose by.")
    ranked = positive | (aami == "N")
    highest = np.sort(score[false])[::-1]
    minutes = sum(one.minutes for one in patients)
    thresholds = [highest[min(max(1, round(rate * minutes)), len(highest) - 1)] for rate in RATES]
    hit, wrong = int((score[positive] >= 1).sum()), int((score[false] >= 1).sum())
    known = np.where(np.isfinite(score), score, -1e3)
    return LeadFigures(
        roc_auc(known[ranked], positive[ranked]),
        average_precision(known[ranked], positive[ranked]),
        tuple(float((score[positive] > threshold).sum() / total) for threshold in thresholds),
        hit / total,
        hit / (hit + wrong) if hit else 0.0,
    )


def judge(patients: Sequence[HeardBeats], how: Fusing) -> LeadFigures:
    """Judge a way of putting leads together."""
    return figures(patients, [fused(one, how) for one in patients])


def choose(patients: Sequence[HeardBeats], start: Fusing = SHIPPED) -> Fusing:
    """Search the grid: `first` and `noise` by how beats are ranked, `unit` by what is found at the threshold.

    Raises
    ------
    ValueError
        If there are not both V and other beats.
    """
    how = start
    for _ in range(SWEEPS):
        before = how
        pairs = [replace(how, first=first, noise=noise) for first, noise in itertools.product(FIRST, NOISE)]
        how = _better(how, {one: judge(patients, one).goodness for one in {how, *pairs}})
        units = [replace(how, unit=unit) for unit in UNIT]
        how = _better(how, {one: judge(patients, one).precise for one in {how, *units}})
        if how == before:
            break
    return how


def left_out(patients: Sequence[HeardBeats], folds: int = FOLDS) -> tuple[list[Fusing], Scores]:
    """Choose without each group of patients, and score the group by that choice.

    Returns
    -------
    chosen : list of Fusing
        One a group.
    scores : sequence of ndarray
        Of each patient, by the choice without him.

    Raises
    ------
    ValueError
        If there are fewer than two patients with V beats.
    """
    order = sorted(range(len(patients)), key=lambda i: (-patients[i].ventricular, patients[i].patient))
    folds = min(folds, sum(one.ventricular > 0 for one in patients))
    if folds < 2:
        raise ValueError(
            "A choice is checked patient by patient: at least two records with V beats are needed."
        )
    chosen: list[Fusing] = []
    scores: dict[int, npt.NDArray[np.float64]] = {}
    for k in range(folds):
        group = set(order[k::folds])
        chosen.append(choose([one for i, one in enumerate(patients) if i not in group]))
        scores |= {i: fused(patients[i], chosen[-1]) for i in group}
    return chosen, [scores[i] for i in range(len(patients))]


def _better(how: Fusing, tried: Mapping[Fusing, float]) -> Fusing:
    """The best of what was tried, unless what there is is as good."""
    best = max(sorted(tried, key=_numbers), key=lambda one: tried[one])
    return best if tried[best] > tried[how] + LEAST_GAIN else how


def _numbers(how: Fusing) -> tuple[float, ...]:
    return how.first, how.noise, how.unit


def of_database(patients: Iterable[HeardBeats], database: str) -> list[HeardBeats]:
    """Those of one database."""
    return [one for one in patients if one.database == database]
