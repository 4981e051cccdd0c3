"""Baseline: the course's LSTM, as the lesson teaches it (`models.explain.lesson`)."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import torch

from assets.records.demo import load_demo
from models.explain.lesson import EPOCHS, WINDOW, LessonLSTM, fit, prepare
from training.evaluation.beats import LEARN_S
from training.evaluation.detectors.emission import hold
from training.evaluation.protocol import EmissionScore

STEP = 3
"""Every so many samples one is forecast (at 360 Hz: 120 a second), from the `WINDOW` samples before it."""

SMOOTHING = 24
"""Forecasts over which |residual| is averaged, 0.2 s at 360 Hz."""

_BATCH = 256  # what they need stays in a processor's cache


QUANTILE = 0.2
"""The quantile of the first span's peaks, one a second, that is taken for the patient's usual level."""


class LessonBaseline:
    """The lesson's network, fitted on the shipped excerpt number for number, forecasts the next sample.

    The signal is scaled as in the lesson, by the excerpt's range. The score is the mean |residual| above its
    usual level in the first five minutes, before whose end there is none.

    Parameters
    ----------
    learn_s : float, optional
        The first span, s.
    """

    def __init__(self, learn_s: float = LEARN_S) -> None:
        self._learn_s = learn_s

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        latency_s = (SMOOTHING - 1) * STEP / 2 / fs
        if len(signal) <= self._learn_s * fs:
            none = np.zeros(0, dtype=np.int64)
            return {"lesson": EmissionScore(hold(none, np.zeros(0), len(signal)), latency_s)}
        network, low, high = _network(EPOCHS)
        scaled = ((signal - low) / (high - low)).astype(np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(scaled[:-1], WINDOW)[::STEP]
        target = scaled[WINDOW:][::STEP]
        residual = np.empty(len(windows))
        with torch.inference_mode():
            for i in range(0, len(windows), _BATCH):
                batch = torch.from_numpy(np.ascontiguousarray(windows[i : i + _BATCH])).unsqueeze(-1)
                residual[i : i + _BATCH] = network(batch)[:, 0].numpy() - target[i : i + _BATCH]
        return {"lesson": EmissionScore(self._above_baseline(residual, fs, len(signal)), latency_s)}

    def _above_baseline(
        self, residual: npt.NDArray[np.float64], fs: float, n_samples: int
    ) -> npt.NDArray[np.float32]:
        """Smooth the residual and take the usual level off."""
        mean = np.lib.stride_tricks.sliding_window_view(np.abs(residual), SMOOTHING).mean(axis=1)
        at = WINDOW + STEP * (np.arange(len(mean), dtype=np.int64) + SMOOTHING - 1)
        learn, second = int(np.searchsorted(at, self._learn_s * fs)), round(fs / STEP)
        peaks = mean[: learn // second * second].reshape(-1, second).max(axis=1)
        peaks = peaks[np.isfinite(peaks)]
        usual = float(np.quantile(peaks, QUANTILE)) if len(peaks) else np.nan
        mean[:learn] = np.nan
        return hold(at, mean - usual, n_samples)


@cache
def _network(epochs: int) -> tuple[LessonLSTM, float, float]:
    """The lesson's network, fitted once, and the range that it was scaled by."""
    data = prepare(load_demo().signals[:, 0])
    return fit(data, epochs)[0], data.low, data.high
