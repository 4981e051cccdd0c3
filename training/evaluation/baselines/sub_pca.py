"""Baseline: Sub-PCA, in the form of the TSB-AD benchmark.

Liu Q, Paparrizos J. The Elephant in the Room: Towards A Reliable Time-Series Anomaly Detection Benchmark.
NeurIPS 2024 Datasets and Benchmarks; its principal component classifier is that of Shyu et al. 2003.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.signal import argrelextrema

from models.signal.frontend import HALF_WIDTH_S, MODEL_FS
from training.evaluation.baselines.windows import front_end_rows, trailing_windows, valid_values
from training.evaluation.beats import LEARN_S
from training.evaluation.detectors.emission import delayed, hold
from training.evaluation.protocol import EmissionScore

SHORTEST, LONGEST, USUAL = 3, 133, 42
"""Window in rows: the lag of the autocorrelation's greatest peak, no longer than TSB-AD's 400 samples of
360 Hz (1.1 s), and its usual 125 of them where there is no peak."""

_LAGS_FROM = 20_000 // 3  # rows; TSB-AD looks at the first 20 000 samples
_BATCH = 20_000


class SubPca:
    """Weighted distances of each window from the principal components of the first five minutes' windows.

    Windows are of one period, standardised by the first five minutes' mean and deviation of each place; the
    score is the sum over all components of the Euclidean distance from the component's unit vector over its
    share of the variance, which is what TSB-AD (and PyOD) computes. There is no score before five minutes.

    Parameters
    ----------
    learn_s : float, optional
        The first span, s.
    """

    def __init__(self, learn_s: float = LEARN_S) -> None:
        self._learn_s = learn_s

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        rows = front_end_rows(signal, fs)
        latency_s = HALF_WIDTH_S + LONGEST / 2 / MODEL_FS
        value = valid_values(rows)
        learn = int(np.searchsorted(rows.emitted, self._learn_s * fs))
        first = value[:learn]
        if len(signal) <= self._learn_s * fs or np.isfinite(first).sum() < 2 * LONGEST:
            silent = hold(rows.emitted[:0], value[:0], len(signal))
            return {"sub-pca": EmissionScore(silent, latency_s)}
        length = period(first[np.isfinite(first)])
        windows = trailing_windows(value, length)
        score = _score(windows, trailing_windows(first, length))
        score[: learn - length + 1] = np.nan
        held = hold(rows.emitted[length - 1 :], score, len(signal))
        wait = round((LONGEST - length) / 2 / MODEL_FS * fs)
        return {"sub-pca": EmissionScore(delayed(held, wait), latency_s)}


def period(value: npt.NDArray[np.float64]) -> int:
    """Lag, in rows, of the greatest local maximum of the autocorrelation."""
    part = value[:_LAGS_FROM] - value[:_LAGS_FROM].mean()
    spectrum = np.fft.rfft(part, 2 * len(part))
    correlation = np.fft.irfft(np.abs(spectrum) ** 2)[SHORTEST : LONGEST + 1]
    peaks = argrelextrema(correlation, np.greater)[0]
    return int(peaks[np.argmax(correlation[peaks])]) + SHORTEST if len(peaks) else USUAL


def _score(windows: npt.NDArray[np.float64], first: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    usable = first[np.isfinite(first).all(axis=1)]
    mean, spread = usable.mean(axis=0), usable.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    variance, components = np.linalg.eigh(np.cov(((usable - mean) / spread).T))
    share = np.maximum(variance, np.finfo(np.float64).eps * variance.max()) / variance.sum()
    score = np.empty(len(windows))
    for i in range(0, len(windows), _BATCH):
        x = (windows[i : i + _BATCH] - mean) / spread
        square = np.square(x).sum(axis=1, keepdims=True) + 1 - 2 * x @ components
        score[i : i + _BATCH] = (np.sqrt(np.maximum(square, 0)) / share).sum(axis=1)
    return np.log(score)  # of the same order, in numbers that float32 tells apart
