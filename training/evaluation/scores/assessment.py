"""What an assessment of a detector says: how it ranks beats, and what its alarms would have done."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

APART = "232"
"""The record that holds most of DS2's S beats (1166 of 1607); figures are also given without it."""


@dataclass(frozen=True)
class Ranking:
    """How well a score tells two groups of beats.

    Attributes
    ----------
    positive, negative : int
        Beats of either group.
    auc, precision : float
        ROC-AUC and average precision over the beats of all records; NaN where a group is empty.
    median_auc, median_precision : float
        Medians over the records that have both groups.
    """

    positive: int
    negative: int
    auc: float
    precision: float
    median_auc: float
    median_precision: float


@dataclass(frozen=True)
class Operating:
    """What alarms at a threshold would have done.

    Attributes
    ----------
    threshold : float
        Level of the score.
    found, ventricular : int
        Class V beats whose score reaches it, and all of them.
    runs_found, runs : int
        Runs of at least three class V beats of which at least one is found, and all of them.
    false_alarms : int
        As `training.evaluation.scores.false_alarms.FalseAlarms` defines them.
    minutes : float
        Time in which alarms count.
    delays : tuple of float
        From R to the crossing of the threshold, s, for each class V beat found in whose window it is crossed
        (not where the alarm was still on from before).
    """

    threshold: float
    found: int
    ventricular: int
    runs_found: int
    runs: int
    false_alarms: int
    minutes: float
    delays: tuple[float, ...]

    @property
    def sensitivity(self) -> float:
        """Share of class V beats found; NaN where there is none."""
        return self.found / self.ventricular if self.ventricular else math.nan

    @property
    def alarms_per_minute(self) -> float:
        """False alarms a minute; NaN where no time is assessed."""
        return self.false_alarms / self.minutes if self.minutes else math.nan

    def delay_s(self, percentile: float) -> float:
        """Percentile of the delays, s; NaN where there is none."""
        return float(np.percentile(self.delays, percentile)) if self.delays else math.nan

    def as_json(self) -> dict[str, Any]:
        """Give the counts, rates and delays as a dictionary."""
        values = {name: value for name, value in asdict(self).items() if name != "delays"}
        return values | {
            "sensitivity": self.sensitivity,
            "false_alarms_per_minute": self.alarms_per_minute,
            "delays": len(self.delays),
            "delay_median_s": self.delay_s(50),
            "delay_p95_s": self.delay_s(95),
        }


@dataclass(frozen=True)
class Assessment:
    """A detector assessed on records.

    Attributes
    ----------
    latency_s : float
        Its declared delay (the longest, should it differ between records), s.
    silent : int
        Assessed beats in whose window it gave no score; they rank last.
    rankings : mapping of str to Ranking
        By task (`training.evaluation.protocol.TASKS`).
    rankings_apart : mapping of str to Ranking
        The same without record `APART`; empty where that is not among the records.
    operating : mapping of str to Operating
        At ``1/min`` and ``0.1/min`` of false alarms on these very records, and, where a threshold was given,
        at ``frozen``.
    records : mapping of str to RecordAssessment
        By record.
    """

    latency_s: float
    silent: int
    rankings: Mapping[str, Ranking]
    rankings_apart: Mapping[str, Ranking]
    operating: Mapping[str, Operating]
    records: Mapping[str, RecordAssessment]

    def as_json(self) -> dict[str, Any]:
        """Give everything but the single beats as plain dictionaries."""
        return {
            "latency_s": self.latency_s,
            "beats_without_score": self.silent,
            "rankings": {task: asdict(ranking) for task, ranking in self.rankings.items()},
            f"rankings_without_{APART}": {task: asdict(r) for task, r in self.rankings_apart.items()},
            "operating": {name: point.as_json() for name, point in self.operating.items()},
            "records": {
                name: {
                    "rankings": {task: asdict(ranking) for task, ranking in record.rankings.items()},
                    "operating": {point: o.as_json() for point, o in record.operating.items()},
                }
                for name, record in self.records.items()
            },
        }


@dataclass(frozen=True)
class RecordAssessment:
    """A detector assessed on one record.

    Attributes
    ----------
    aami : ndarray of str, shape (n,)
        Class of each assessed beat.
    score : ndarray of float64, shape (n,)
        Its score.
    rankings : mapping of str to Ranking
        By task; the medians are the record's own figures.
    operating : mapping of str to Operating
        At the thresholds of the assessment as a whole.
    """

    aami: npt.NDArray[np.str_]
    score: npt.NDArray[np.float64]
    rankings: Mapping[str, Ranking]
    operating: Mapping[str, Operating]
