"""Baseline: how large the signal is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import HALF_WIDTH_S, MODEL_FS
from training.evaluation.baselines.windows import front_end_rows, trailing_windows, valid_values
from training.evaluation.detectors.emission import hold
from training.evaluation.protocol import EmissionScore

WINDOW_S = 0.2
"""Length over which it is averaged, s."""


class Amplitude:
    """Mean of |x| over the last `WINDOW_S` behind the front end, in mV; it adapts to nothing."""

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        rows = front_end_rows(signal, fs)
        length = round(WINDOW_S * MODEL_FS)
        mean = trailing_windows(np.abs(valid_values(rows)), length).mean(axis=1)
        value = hold(rows.emitted[length - 1 :][: len(mean)], mean, len(signal))
        return {"amplitude": EmissionScore(value, HALF_WIDTH_S + length / 2 / MODEL_FS)}
