"""Two sets of weights on one record that neither should have learnt from: figures, and the scores."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.record import Record
from training.evaluation.beats import beat_maxima
from training.evaluation.detectors.live import StreamMaker, stream_scores
from training.evaluation.metrics.ranking import auc_error, average_precision, roc_auc
from training.evaluation.protocol import Truth
from training.evaluation.scores.false_alarms import FalseAlarms

CHANNELS = {"forecaster": "forecast", "autoencoder": "reconstruction", "beats": "ectopy"}
"""The score by which each kind of model is compared."""

DEVIATIONS = 2.0
"""Figures that are so many standard errors apart differ by more than chance: 19 times of 20."""


@dataclass(frozen=True)
class Scored:
    """What one set of weights says of a record.

    Attributes
    ----------
    index : ndarray of int64, shape (k,)
        Source sample of each score: rows for the running models, R peaks for the beats.
    score : ndarray of float32, shape (k,)
        In units of the threshold that the weights carry; NaN where there is none.
    expected : ndarray of float32, shape (k,)
        What a running model expected, mV; NaN where it says nothing.
    """

    index: npt.NDArray[np.int64]
    score: npt.NDArray[np.float32]
    expected: npt.NDArray[np.float32]


@dataclass(frozen=True)
class Figures:
    """How well one set of weights does on a record, after its first five minutes.

    Attributes
    ----------
    auc, average_precision : float or None
        Of V against N beats; None where the record lacks one of them, or annotations.
    found, ventricular : int
        Class V beats whose score reaches the threshold, and all of them.
    alarms_per_minute : float
        False alarms at the threshold (`training.evaluation.scores.false_alarms.FalseAlarms`); all alarms
        after five minutes where the record has no annotations.
    """

    auc: float | None
    average_precision: float | None
    found: int
    ventricular: int
    alarms_per_minute: float

    def as_json(self) -> dict[str, float | int | None]:
        """Give them as plain values."""
        return asdict(self)


@dataclass(frozen=True)
class Spread:
    """By how much the figures of two sets of weights may differ by chance: twice the standard error.

    Attributes
    ----------
    auc : float or None
        Of the difference between the areas (`training.evaluation.metrics.ranking.auc_error`); None where
        there are none.
    found : float
        Of the difference between the numbers of V beats found.
    alarms_per_minute : float
        Of the difference between the false alarms a minute, counted as Poisson's.
    """

    auc: float | None
    found: float
    alarms_per_minute: float

    def as_json(self) -> dict[str, float | None]:
        """Give them as plain values."""
        return asdict(self)


def score(record: Record, lead: int, kind: str, weights: Path | None) -> Scored:
    """Run the live pipeline over a record, with other weights of one kind.

    Parameters
    ----------
    record : Record
        What is scored.
    lead : int
        Its column.
    kind : str
        ``forecaster``, ``autoencoder`` or ``beats``.
    weights : Path or None
        File of that kind; the shipped one if None.

    Raises
    ------
    assets.errors.WeightsError
        If the file cannot be used.
    """
    stream = StreamMaker(**{kind: weights})(record.fs)
    scores = stream_scores(stream, record.signals[:, lead])
    if kind == "beats":
        said = scores.beats
        return Scored(said.index, said.score, np.full(len(said), np.nan, dtype=np.float32))
    channel = CHANNELS[kind]
    rows = getattr(scores, channel)
    return Scored(rows.index, rows.score / np.float32(stream.thresholds[channel]), rows.expected)


def assess(record: Record, scored: Scored) -> Figures:
    """Measure how well a score tells ventricular beats, where the record says which these are."""
    known = record.annotations is not None
    truth = Truth.of(record) if known else Truth.unknown(record)
    false = len(FalseAlarms(truth, scored.score, scored.index).at(1.0))
    rate = false / truth.minutes if truth.minutes else 0.0
    if not known:
        return Figures(None, None, 0, 0, rate)
    maxima, positive = _ranked(truth, scored)
    ranked = bool(positive.any() and not positive.all())
    return Figures(
        roc_auc(maxima, positive) if ranked else None,
        average_precision(maxima, positive) if ranked else None,
        int((maxima[positive] >= 1).sum()),
        int(positive.sum()),
        rate,
    )


def spread(record: Record, old: Scored, new: Scored) -> Spread | None:
    """Say by how much the figures of two sets of weights may differ on a record by chance.

    Returns
    -------
    Spread or None
        None where the record has no annotations: nothing then says which is better.
    """
    if record.annotations is None:
        return None
    truth = Truth.of(record)
    beats = [_beats(truth, one) for one in (old, new)]
    # Only what both have scored can be set side by side.
    both = np.isfinite(beats[0]) & np.isfinite(beats[1]) & truth.assessed & np.isin(truth.aami, ["N", "V"])
    positive = truth.aami[both] == "V"
    error = auc_error(beats[0][both], beats[1][both], positive)
    found = [maxima[both][positive] >= 1 for maxima in beats]
    # Of beats that both find, or neither, nothing is learnt (McNemar, Psychometrika 12:153, 1947).
    differs = int((found[0] != found[1]).sum())
    alarms = sum(len(FalseAlarms(truth, one.score, one.index).at(1.0)) for one in (old, new))
    return Spread(
        DEVIATIONS * error if np.isfinite(error) else None,
        DEVIATIONS * math.sqrt(differs),
        DEVIATIONS * math.sqrt(alarms) / truth.minutes if truth.minutes else 0.0,
    )


def _beats(truth: Truth, scored: Scored) -> npt.NDArray[np.float64]:
    """Greatest score about each reference beat."""
    return beat_maxima(scored.index, scored.score, truth.beats, truth.fs)


def _ranked(truth: Truth, scored: Scored) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Scores of the N and V beats that were scored, and which are V."""
    maxima = _beats(truth, scored)
    counted = np.isfinite(maxima) & truth.assessed & np.isin(truth.aami, ["N", "V"])
    return maxima[counted], truth.aami[counted] == "V"
