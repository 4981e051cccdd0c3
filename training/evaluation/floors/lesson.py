"""Floor: the course's LSTM, as the lesson teaches it (`models.lesson`)."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import torch

from assets.demo import load_demo
from models.lesson import EPOCHS, WINDOW, LessonLSTM, fit, prepare
from training.evaluation.beats import LEARN_S
from training.evaluation.emission import hold
from training.evaluation.protocol import EmissionScore

STEP = 3
"""Every so many samples one is forecast (at 360 Hz: 120 a second), from the `WINDOW` samples before it."""

SMOOTHING = 24
"""Forecasts over which |residual| is averaged, 0.2 s at 360 Hz."""

_BATCH = 4096


class LessonFloor:
    """The lesson's network, fitted on the shipped excerpt number for number, forecasts the next sample.

    As in the lesson, the signal is scaled by the least and the greatest value of a first span: here of the
    record's own first five minutes, before whose end there is no score. The score is the mean |residual|.

    Parameters
    ----------
    learn_s : float, optional
        The first span, s.
    epochs : int, optional
        Passes of the lesson's fit.
    """

    def __init__(self, learn_s: float = LEARN_S, epochs: int = EPOCHS) -> None:
        self._learn_s, self._epochs = learn_s, epochs

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        first = round(self._learn_s * fs)
        latency_s = (SMOOTHING - 1) * STEP / 2 / fs
        seen = signal[:first][np.isfinite(signal[:first])]
        if len(signal) <= first or not len(seen) or np.ptp(seen) == 0:
            return {"lesson": EmissionScore(hold(_NONE, np.zeros(0), len(signal)), latency_s)}
        scaled = ((signal - seen.min()) / np.ptp(seen)).astype(np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(scaled[:-1], WINDOW)[::STEP]
        target = scaled[WINDOW:][::STEP]
        network = _network(self._epochs)
        residual = np.empty(len(windows))
        with torch.inference_mode():
            for i in range(0, len(windows), _BATCH):
                batch = torch.from_numpy(np.ascontiguousarray(windows[i : i + _BATCH])).unsqueeze(-1)
                residual[i : i + _BATCH] = network(batch)[:, 0].numpy() - target[i : i + _BATCH]
        mean = np.lib.stride_tricks.sliding_window_view(np.abs(residual), SMOOTHING).mean(axis=1)
        at = WINDOW + STEP * (np.arange(len(mean), dtype=np.int64) + SMOOTHING - 1)
        mean[at < first] = np.nan
        return {"lesson": EmissionScore(hold(at, mean, len(signal)), latency_s)}


_NONE = np.zeros(0, dtype=np.int64)


@cache
def _network(epochs: int) -> LessonLSTM:
    """The lesson's network, fitted once."""
    return fit(prepare(load_demo().signals[:, 0]), epochs)[0]
