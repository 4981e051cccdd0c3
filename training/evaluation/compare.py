"""Two sets of weights on one record that neither should have learnt from: figures, and the scores."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.record import Record
from training.evaluation.beats import beat_maxima
from training.evaluation.detectors.live import StreamMaker, stream_scores
from training.evaluation.false_alarms import FalseAlarms
from training.evaluation.metrics.ranking import average_precision, roc_auc
from training.evaluation.protocol import Truth

CHANNELS = {"forecaster": "forecast", "autoencoder": "reconstruction", "beats": "ectopy"}
"""The score by which each kind of model is compared."""


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
        False alarms at the threshold (`training.evaluation.false_alarms.FalseAlarms`); all alarms after five
        minutes where the record has no annotations.
    """

    auc: float | None
    average_precision: float | None
    found: int
    ventricular: int
    alarms_per_minute: float

    def as_json(self) -> dict[str, float | int | None]:
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
    maxima = beat_maxima(scored.index, scored.score, truth.beats, record.fs)
    counted = np.isfinite(maxima) & truth.assessed & np.isin(truth.aami, ["N", "V"])
    positive = truth.aami[counted] == "V"
    ranked = bool(positive.any() and not positive.all())
    return Figures(
        roc_auc(maxima[counted], positive) if ranked else None,
        average_precision(maxima[counted], positive) if ranked else None,
        int((maxima[counted][positive] >= 1).sum()),
        int(positive.sum()),
        rate,
    )
