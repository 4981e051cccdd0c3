"""A detector assessed: how it ranks beats, and what its alarms would have done.

>>> truths = [Truth.of(record) for record in records]                           # doctest: +SKIP
>>> scores = [EmissionScore(score, latency_s) for score in emission_indexed]    # doctest: +SKIP
>>> print(assess(truths, scores, frozen=1.0).rankings["V"])                      # doctest: +SKIP
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from training.evaluation.beats import beat_maxima, beat_windows
from training.evaluation.metrics.ranking import average_precision, roc_auc
from training.evaluation.protocol import SILENT, TASKS, EmissionScore, Truth
from training.evaluation.scores.assessment import APART, Assessment, Operating, Ranking, RecordAssessment
from training.evaluation.scores.false_alarms import FalseAlarms

RATES = (1.0, 0.1)
"""False alarms a minute, all records taken together, at which sensitivity is read."""


def assess(
    truths: Sequence[Truth], scores: Sequence[EmissionScore], frozen: float | None = None
) -> Assessment:
    """Assess a detector by the scores it gave on records.

    Parameters
    ----------
    truths : sequence of Truth
        The records' references.
    scores : sequence of EmissionScore
        The detector's score of each.
    frozen : float, optional
        Threshold that was set on other records.

    Returns
    -------
    Assessment

    Raises
    ------
    ValueError
        If there is no record, or a score's length is not its record's.
    """
    if not truths or len(truths) != len(scores):
        raise ValueError(f"{len(scores)} scores do not belong to {len(truths)} records.")
    for truth, score in zip(truths, scores, strict=True):
        if score.value.shape != (truth.n_samples,):
            raise ValueError(f"The score of record {truth.name} has not as many samples as the record.")
    assessed = [_Assessed(truth, score) for truth, score in zip(truths, scores, strict=True)]
    thresholds = {_rate_name(rate): _threshold_at(rate, assessed) for rate in RATES}
    if frozen is not None:
        thresholds["frozen"] = frozen
    operating = {
        point: [record.operate(threshold) for record in assessed] for point, threshold in thresholds.items()
    }
    others = [record for record in assessed if record.truth.name != APART]
    return Assessment(
        latency_s=max(score.latency_s for score in scores),
        silent=sum(record.silent for record in assessed),
        rankings=_rankings(assessed),
        rankings_apart=_rankings(others) if 0 < len(others) < len(assessed) else {},
        operating={point: _pooled(points) for point, points in operating.items()},
        records={
            record.truth.name: RecordAssessment(
                record.aami,
                record.score,
                _rankings([record]),
                {point: points[i] for point, points in operating.items()},
            )
            for i, record in enumerate(assessed)
        },
    )


class _Assessed:
    """A record's reference and score, prepared for any threshold."""

    def __init__(self, truth: Truth, score: EmissionScore) -> None:
        self.truth, self.value, self.delay = truth, score.value, score.delay(truth.fs)
        index = np.arange(truth.n_samples, dtype=np.int64) - self.delay
        self.maxima = np.nan_to_num(beat_maxima(index, score.value, truth.beats, truth.fs), nan=SILENT)
        self.aami, self.score = truth.aami[truth.assessed], self.maxima[truth.assessed]
        self.silent = int((self.score <= SILENT).sum())
        self.false_alarms = FalseAlarms(truth, score.value, delay=self.delay)

    def operate(self, threshold: float) -> Operating:
        found = self.maxima >= threshold
        ventricular = (self.truth.aami == "V") & self.truth.assessed
        return Operating(
            threshold=threshold,
            found=int((found & ventricular).sum()),
            ventricular=int(ventricular.sum()),
            runs_found=sum(bool(found[first:stop].any()) for first, stop in self.truth.runs.tolist()),
            runs=len(self.truth.runs),
            false_alarms=len(self.false_alarms.at(threshold)),
            minutes=self.truth.minutes,
            delays=self._delays(threshold, found & ventricular),
        )

    def _delays(self, threshold: float, which: npt.NDArray[np.bool_]) -> tuple[float, ...]:
        """From R to the first rise through the threshold in the window of each of these beats."""
        with np.errstate(invalid="ignore"):
            above = self.value >= threshold
        rises = np.flatnonzero(above & ~np.concatenate([[False], above[:-1]]))
        start, stop = (edge[which] + self.delay for edge in beat_windows(self.truth.beats, self.truth.fs))
        at = np.searchsorted(rises, start)
        rise = np.append(rises, np.iinfo(np.int64).max)[at]
        crossed = rise < stop
        return tuple(((rise - self.truth.beats[which])[crossed] / self.truth.fs).tolist())


def _rankings(records: Sequence[_Assessed]) -> dict[str, Ranking]:
    """Rank the beats of each task over these records."""
    score = np.concatenate([record.score for record in records])
    aami = np.concatenate([record.aami for record in records])
    rankings: dict[str, Ranking] = {}
    for task, classes in TASKS.items():
        each = [_rank(record.score, record.aami, classes) for record in records]
        median_auc, median_precision = (_median([figures[i] for figures in each]) for i in (0, 1))
        auc, precision = _rank(score, aami, classes)
        positive = int(np.isin(aami, list(classes)).sum())
        rankings[task] = Ranking(
            positive, int((aami == "N").sum()), auc, precision, median_auc, median_precision
        )
    return rankings


def _rank(score: npt.NDArray[np.float64], aami: npt.NDArray[np.str_], classes: str) -> tuple[float, float]:
    positive = np.isin(aami, list(classes))
    part = positive | (aami == "N")
    return roc_auc(score[part], positive[part]), average_precision(score[part], positive[part])


def _median(values: Sequence[float]) -> float:
    finite = [value for value in values if not math.isnan(value)]
    return float(np.median(finite)) if finite else math.nan


def _rate_name(rate: float) -> str:
    return f"{rate:g}/min"


def _threshold_at(rate: float, records: Sequence[_Assessed]) -> float:
    """Find the least threshold with no more false alarms than `rate` a minute."""
    allowed = rate * sum(record.truth.minutes for record in records)
    low, high = SILENT, 1.0 + max(float(record.value.max(initial=SILENT)) for record in records)

    def too_many(threshold: float) -> bool:
        return sum(len(record.false_alarms.at(threshold)) for record in records) > allowed

    while (middle := (low + high) / 2) not in (low, high) and high - low > 1e-7 * max(1.0, abs(high)):
        low, high = (middle, high) if too_many(middle) else (low, middle)
    return high


def _pooled(points: Sequence[Operating]) -> Operating:
    """Add up the records' counts at one threshold."""
    return Operating(
        threshold=points[0].threshold,
        found=sum(p.found for p in points),
        ventricular=sum(p.ventricular for p in points),
        runs_found=sum(p.runs_found for p in points),
        runs=sum(p.runs for p in points),
        false_alarms=sum(p.false_alarms for p in points),
        minutes=sum(p.minutes for p in points),
        delays=tuple(delay for p in points for delay in p.delays),
    )
