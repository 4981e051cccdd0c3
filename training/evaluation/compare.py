"""Two sets of weights on one record that neither should have learnt from: figures, and the scores."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.record import Record
from models.beats.weights import load_beats, shipped_beats
from models.pipeline import Scores, ScoreStream
from models.running.weights import load_autoencoder, load_forecaster, shipped_autoencoder, shipped_forecaster
from training.data.dataset import MARGIN_S, read_beats
from training.evaluation.beats import LEARN_S, alarms, beat_maxima
from training.evaluation.metrics.ranking import average_precision, roc_auc

CHANNELS = {"forecaster": "forecast", "autoencoder": "reconstruction", "beats": "ectopy"}
"""The score by which each kind of model is compared."""

_CHUNK_S = 10.0


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
        Alarms at the threshold farther than a second from every abnormal beat; all of them where the record
        has no annotations.
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
    forecaster, autoencoder, beats = shipped_forecaster(), shipped_autoencoder(), shipped_beats()
    if weights is not None and kind == "forecaster":
        forecaster = load_forecaster(weights)
    elif weights is not None and kind == "autoencoder":
        autoencoder = load_autoencoder(weights)
    elif weights is not None:
        beats = load_beats(weights)
    stream = ScoreStream(record.fs, forecaster, autoencoder, beats)
    signal, chunk = record.signals[:, lead], round(_CHUNK_S * record.fs)
    scores = Scores.concatenate([stream.push(signal[i : i + chunk]) for i in range(0, len(signal), chunk)])
    if kind == "beats":
        said = scores.beats
        return Scored(said.index, said.score, np.full(len(said), np.nan, dtype=np.float32))
    channel = CHANNELS[kind]
    rows = getattr(scores, channel)
    return Scored(rows.index, rows.score / np.float32(stream.thresholds[channel]), rows.expected)


def assess(record: Record, scored: Scored) -> Figures:
    """Measure how well a score tells ventricular beats, where the record says which these are."""
    late = scored.index >= LEARN_S * record.fs
    index, value = scored.index[late], scored.score[late]
    minutes = max(1e-9, record.duration - LEARN_S) / 60
    at = index[alarms(value, 1.0, record.fs, index)]
    if record.annotations is None:
        return Figures(None, None, 0, 0, len(at) / minutes)
    beats = read_beats(record)
    maxima = beat_maxima(index, value, beats.sample, record.fs)
    assessed = np.isfinite(maxima) & (beats.sample >= LEARN_S * record.fs) & np.isin(beats.aami, ["N", "V"])
    positive = beats.aami[assessed] == "V"
    ranked = bool(positive.any() and not positive.all())
    abnormal = beats.sample[beats.aami != "N"]
    if len(abnormal):
        nearest = np.abs(at[:, None] - abnormal[None, :]).min(axis=1)
        at = at[nearest > MARGIN_S * record.fs]
    return Figures(
        roc_auc(maxima[assessed], positive) if ranked else None,
        average_precision(maxima[assessed], positive) if ranked else None,
        int((maxima[assessed][positive] >= 1).sum()),
        int(positive.sum()),
        len(at) / minutes,
    )
