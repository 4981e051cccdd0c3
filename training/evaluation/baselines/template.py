"""Baseline: how far a beat is from the patient's usual one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.beats.qrs.detector import QrsDetector
from models.beats.qrs.peaks import Beats
from models.signal.frontend import HALF_WIDTH_S, MODEL_FS
from training.evaluation.baselines.windows import front_end_rows, valid_values
from training.evaluation.beats import LEARN_S
from training.evaluation.detectors.emission import pulses
from training.evaluation.protocol import EmissionScore

BEFORE_S, AFTER_S = 0.2, 0.3
"""The piece of signal about the R peak that is compared, s."""

SHIFT_ROWS = 4
"""The beat is laid over the template at its best within so many rows either way."""

TRIMMED = 0.5
"""Share of the first beats, those farthest from their median, that the template leaves out."""

_MIN_BEATS = 10
_CHUNK_S = 20.0


class PatientTemplate:
    """RMS distance, in mV, of each beat from the trimmed median of the patient's first five minutes.

    There is no score before the end of these, and none in between the beats.

    Parameters
    ----------
    learn_s : float, optional
        The first span, s.
    """

    def __init__(self, learn_s: float = LEARN_S) -> None:
        self._learn_s = learn_s

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        rows, beats, detector = front_end_rows(signal, fs), _beats(signal, fs), QrsDetector(fs)
        before, after = round(BEFORE_S * MODEL_FS), round(AFTER_S * MODEL_FS)
        complete_s = HALF_WIDTH_S + (after + SHIFT_ROWS + 2) / MODEL_FS
        latency_s = max(detector.latency_s, complete_s)
        emitted = beats.index + round(latency_s * fs)
        centre = np.floor(beats.index * MODEL_FS / fs + 0.5).astype(np.int64)
        here = (emitted < len(signal)) & (centre >= before + SHIFT_ROWS)
        here &= centre + after + SHIFT_ROWS < len(rows)
        centre, emitted = centre[here], emitted[here]
        around = np.arange(-before - SHIFT_ROWS, after + SHIFT_ROWS + 1)
        pieces = valid_values(rows)[centre[:, None] + around]

        first = (emitted < self._learn_s * fs) & np.isfinite(pieces).all(axis=1)
        if first.sum() < _MIN_BEATS or len(signal) <= self._learn_s * fs:
            score = np.full(len(pieces), np.nan)
        else:
            score = distance(pieces, trimmed_median(pieces[first][:, SHIFT_ROWS:-SHIFT_ROWS]))
        score[emitted < self._learn_s * fs] = np.nan
        return {"template": EmissionScore(pulses(emitted, score, len(signal), fs), latency_s)}


def trimmed_median(beats: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Median of the beats nearest to the median of all; shape (beats, rows) to (rows,)."""
    away = np.square(beats - np.median(beats, axis=0)).sum(axis=1)
    nearest = np.argsort(away, kind="stable")[: max(1, round(len(beats) * (1 - TRIMMED)))]
    return np.asarray(np.median(beats[nearest], axis=0))


def distance(pieces: npt.NDArray[np.float64], template: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Least RMS difference from the template over the shifts, each piece's mean level taken off.

    Parameters
    ----------
    pieces : ndarray of float64, shape (beats, rows + 2 * `SHIFT_ROWS`)
    template : ndarray of float64, shape (rows,)

    Returns
    -------
    ndarray of float64, shape (beats,)
    """
    shifted = np.lib.stride_tricks.sliding_window_view(pieces, len(template), axis=1)
    least = np.full(len(pieces), np.nan)
    level = template - template.mean()
    for shift in range(shifted.shape[1]):
        piece = shifted[:, shift]
        apart = np.sqrt(np.square(piece - piece.mean(axis=1, keepdims=True) - level).mean(axis=1))
        least = np.fmin(least, apart)
    return least


def _beats(signal: npt.NDArray[np.float32], fs: float) -> Beats:
    """R peaks by the monitor's own detector."""
    detector, chunk = QrsDetector(fs), round(_CHUNK_S * fs)
    return Beats.concatenate(
        [detector.push(signal[i : i + chunk]) for i in range(0, max(len(signal), 1), chunk)]
    )
