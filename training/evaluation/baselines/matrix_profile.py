"""Baseline: the left matrix profile (stumpy)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import HALF_WIDTH_S, MODEL_FS
from training.evaluation.baselines.windows import front_end_rows, trailing_windows, valid_values
from training.evaluation.detectors.emission import hold
from training.evaluation.protocol import EmissionScore

EVERY = 3
"""So many rows of the front end are averaged into one (40 Hz): the cost is the square of their number."""

WINDOW_S = 0.25
"""Length of a window, s: about a QRS complex with its surroundings; the best of 0.15 to 2 on five records of
DS1 (106, 119, 205, 208, 223)."""


class LeftMatrixProfile:
    """z-normalised distance of each window from the most similar one before it; it adapts by remembering."""

    def __call__(self, signal: npt.NDArray[np.float32], fs: float) -> dict[str, EmissionScore]:
        """Score a stream; see `training.evaluation.protocol.Detector`."""
        rows = front_end_rows(signal, fs)
        whole = len(rows) // EVERY * EVERY
        value = valid_values(rows)[:whole].reshape(-1, EVERY).mean(axis=1)
        emitted = rows.emitted[EVERY - 1 : whole : EVERY]
        length = round(WINDOW_S * MODEL_FS / EVERY)
        latency_s = HALF_WIDTH_S + length * EVERY / 2 / MODEL_FS
        score = left_profile(value, length)
        held = hold(emitted[length - 1 :][: len(score)], score, len(signal))
        return {"matrix profile": EmissionScore(held, latency_s)}


def left_profile(value: npt.NDArray[np.float64], length: int) -> npt.NDArray[np.float64]:
    """Distance of each window from its nearest neighbour to the left.

    Parameters
    ----------
    value : ndarray of float64, shape (n,)
        NaN in gaps.
    length : int
        Length of a window.

    Returns
    -------
    ndarray of float64, shape (n - length + 1,)
        NaN for a window with a gap, or with no window before it (those that overlap it by more than three
        quarters do not count).
    """
    import stumpy

    windows = trailing_windows(value, length)
    if len(windows) < length:
        return np.full(len(windows), np.nan)
    with np.errstate(
        divide="ignore"
    ):  # stumpy's own, over windows with a gap, which it leaves out afterwards
        left = np.asarray(stumpy.stump(value, length)[:, 2], dtype=np.int64)
    usable = (left >= 0) & np.isfinite(windows).all(axis=1)
    score = np.full(len(windows), np.nan)
    apart = _normalised(windows[usable]) - _normalised(windows[left[usable]])
    score[usable] = np.sqrt(np.square(apart).sum(axis=1))
    return score


def _normalised(windows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Windows of mean 0 and deviation 1 (0 where they are flat)."""
    away = windows - windows.mean(axis=1, keepdims=True)
    spread = away.std(axis=1, keepdims=True)
    return np.asarray(np.divide(away, spread, out=np.zeros_like(away), where=spread > 0))
