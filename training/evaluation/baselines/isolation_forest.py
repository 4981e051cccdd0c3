"""Baseline: an isolation forest over windows of the signal (scikit-learn)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import HALF_WIDTH_S, MODEL_FS
from training.evaluation.baselines.windows import front_end_rows, trailing_windows, valid_values
from training.evaluation.beats import LEARN_S
from training.evaluation.detectors.emission import hold
from training.evaluation.protocol import EmissionScore

WINDOW_S, STEP_S = 0.4, 0.05
"""Length of a window, and from one to the next, s."""

TREES, SEED = 100, 0


class IsolationForestBaseline:
    """How soon random cuts part a window from those of the first five minutes, on which the forest grows.

    There is no score before the end of these.

    Parameters
    ----------
    learn_s : float, optional
        The first span, s.
    """

    def __init__(self, learn_s: float = LEARN_S) -> None:
        self._learn_s = learn_s

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        from sklearn.ensemble import IsolationForest

        rows = front_end_rows(signal, fs)
        length, step = round(WINDOW_S * MODEL_FS), round(STEP_S * MODEL_FS)
        windows = trailing_windows(valid_values(rows), length, step)
        emitted = rows.emitted[length - 1 :: step][: len(windows)]
        usable = np.isfinite(windows).all(axis=1)
        first = usable & (emitted < self._learn_s * fs)
        later = usable & ~first
        score = np.full(len(windows), np.nan)
        if first.any() and later.any():
            forest = IsolationForest(n_estimators=TREES, random_state=SEED).fit(windows[first])
            score[later] = -forest.score_samples(windows[later])
        latency_s = HALF_WIDTH_S + length / 2 / MODEL_FS
        return {"isolation forest": EmissionScore(hold(emitted, score, len(signal)), latency_s)}
