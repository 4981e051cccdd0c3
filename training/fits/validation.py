"""Scores of held-out patients while a model is being fitted, by the live streams themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.running.autoencoder import Autoencoder, ReconstructionStream
from models.running.forecaster import Forecaster, ForecastStream
from models.signal.baseline import PatientBaseline, ScorePrior, block_peaks
from models.signal.frontend import MODEL_FS
from training.data.dataset import PatientRows
from training.engine.validation import Validation
from training.evaluation.beats import LEARN_S, alarms, beat_maxima
from training.evaluation.drawn import drawn_over, summed_up
from training.evaluation.metrics.ranking import average_precision, roc_auc

_CHUNK = int(20 * MODEL_FS)


@dataclass(frozen=True)
class RawScores:
    """Scores of one patient before the usual level is subtracted, in the order in which they come out.

    Attributes
    ----------
    row : ndarray of int64, shape (k,)
        Front-end row that each describes.
    score : ndarray of float32, shape (k,)
        Nats; NaN where invalid.
    line : ndarray of float32, shape (rows,)
        What is drawn over each of the patient's rows, mV; NaN where nothing is.
    """

    row: npt.NDArray[np.int64]
    score: npt.NDArray[np.float32]
    line: npt.NDArray[np.float32]


def raw_scores(network: Forecaster | Autoencoder, patient: PatientRows) -> RawScores:
    """Run a network over a patient's first lead as the live stream does."""
    value, valid = np.ascontiguousarray(patient.value[:, 0]), patient.valid
    rows: list[npt.NDArray[np.int64]] = []
    scores: list[npt.NDArray[np.float32]] = []
    line = np.full(len(value), np.nan, dtype=np.float32)
    if isinstance(network, Forecaster):
        forecast = ForecastStream(network)
        for start in range(0, len(value), _CHUNK):
            said = forecast.push(value[start : start + _CHUNK], valid[start : start + _CHUNK])
            line[start : start + _CHUNK] = said.expected
            scores.append(said.score)
        rows.append(np.arange(len(value)) - forecast.smoothing // 2)
    else:
        reconstruction = ReconstructionStream(network)
        for start in range(0, len(value), _CHUNK):
            out = reconstruction.push(value[start : start + _CHUNK], valid[start : start + _CHUNK])
            line[out.row[out.row >= 0]] = out.expected[out.row >= 0]
            rows.append(out.row)
            scores.append(out.score)
    return RawScores(np.concatenate(rows), np.concatenate(scores), line)


def validate(
    network: Forecaster | Autoencoder, patients: Sequence[PatientRows], alarms_per_minute: float
) -> Validation:
    """Score held-out patients, and choose the threshold on their normal rhythm.

    Parameters
    ----------
    network : Forecaster or Autoencoder
        The network, as fitted so far.
    patients : sequence of PatientRows
        Held-out patients.
    alarms_per_minute : float
        False alarms a minute of normal rhythm that the threshold shall give, all patients taken together.

    Returns
    -------
    Validation

    Raises
    ------
    ValueError
        If the patients hold no normal rhythm.
    """
    raw = [raw_scores(network, patient) for patient in patients]
    on_normal = [_in_normal(scores, patient) for scores, patient in zip(raw, patients, strict=True)]
    quiet_raw = [np.where(m, s.score, np.nan) for s, m in zip(raw, on_normal, strict=True)]
    prior = ScorePrior.fit(np.concatenate([block_peaks(scores) for scores in quiet_raw]))

    maxima, labels, quiet, drawn = [], [], [], []
    for scores, mask, patient in zip(raw, on_normal, patients, strict=True):
        above = PatientBaseline(prior).push(scores.score)
        inside = (scores.row >= 0) & (scores.row < len(patient.index))
        index = patient.index[scores.row[inside]]
        found = beat_maxima(index, above[inside], patient.beats.sample, patient.fs)
        counted = np.isin(patient.beats.aami, ["N", "V"]) & np.isfinite(found)
        counted &= patient.beats.sample >= LEARN_S * patient.fs
        maxima.append(found[counted])
        labels.append(patient.beats.aami[counted] == "V")
        late = mask & (scores.row >= LEARN_S * MODEL_FS)
        quiet.append(np.where(late, above, np.nan))
        late_beats = patient.beats.sample >= LEARN_S * patient.fs
        peaks = np.searchsorted(patient.index, patient.beats.sample[late_beats])
        value = np.where(patient.valid, patient.value[:, 0], np.nan)
        drawn.append(drawn_over(value, scores.line, peaks, patient.beats.aami[late_beats]))
    said = summed_up(drawn)
    pooled, positive = np.concatenate(maxima), np.concatenate(labels)
    return Validation(
        prior=prior,
        usual=float(np.nanmean(np.concatenate(quiet_raw))),
        auc=roc_auc(pooled, positive),
        precision=average_precision(pooled, positive),
        mean_auc=float(np.mean(own)) if (own := _finite_aucs(maxima, labels)) else float("nan"),
        threshold=alarm_threshold(quiet, alarms_per_minute),
        ev_normal=said["ev_normal"],
        ev_normal_worst=said["ev_normal_worst"],
        ev_ventricular=said["ev_ventricular"],
    )


def check_held_out(patients: Sequence[PatientRows]) -> None:
    """See to it before a fit that a threshold can be set after it: on normal rhythm once a patient is known.

    Parameters
    ----------
    patients : sequence of PatientRows
        Held-out patients.

    Raises
    ------
    ValueError
        If none of them has normal rhythm later than `LEARN_S` after its beginning.
    """
    late = round(LEARN_S * MODEL_FS)
    if not any(patient.normal[late:].any() for patient in patients):
        told = ", ".join(f"{patient.name} ({len(patient.index) / MODEL_FS:.0f} s)" for patient in patients)
        raise ValueError(
            phrase(
                "The threshold is set on normal rhythm after the first {learn_s:.0f} minutes "
                "of what is held out, and there is none in {told}: hold out a longer recording.",
                learn_s=LEARN_S / 60,
                told=told,
            )
        )


def _finite_aucs(
    maxima: Sequence[npt.NDArray[np.float64]], labels: Sequence[npt.NDArray[np.bool_]]
) -> list[float]:
    """ROC-AUC of each patient that has beats of both classes."""
    every = [roc_auc(m, p) for m, p in zip(maxima, labels, strict=True)]
    return [auc for auc in every if np.isfinite(auc)]


def alarm_threshold(quiet: Sequence[npt.NDArray[np.float32]], alarms_per_minute: float) -> float:
    """Find the least level that quiet rows cross no more often than wanted.

    Parameters
    ----------
    quiet : sequence of ndarray of float32
        Scores at 120 Hz of each patient; NaN outside normal rhythm.
    alarms_per_minute : float
        Crossings wanted a minute of finite scores, counted with the refractory time of an alarm.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If no score is finite.
    """
    finite = [scores[np.isfinite(scores)] for scores in quiet]
    minutes = sum(len(scores) for scores in finite) / MODEL_FS / 60
    if not minutes:
        raise ValueError(phrase("The held-out records hold no normal rhythm to set a threshold on."))
    low, high = (float(f(np.concatenate(finite))) for f in (np.median, np.max))
    for _ in range(30):  # the number of crossings falls as the level rises above the median
        middle = (low + high) / 2
        count = sum(len(alarms(scores, middle, MODEL_FS)) for scores in quiet)
        low, high = (middle, high) if count > alarms_per_minute * minutes else (low, middle)
    return high


def _in_normal(scores: RawScores, patient: PatientRows) -> npt.NDArray[np.bool_]:
    """Which scores describe a row of normal rhythm."""
    inside = (scores.row >= 0) & (scores.row < len(patient.normal))
    return np.asarray(
        inside & patient.normal[scores.row.clip(0, len(patient.normal) - 1)] & np.isfinite(scores.score)
    )
