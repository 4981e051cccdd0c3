"""Baseline: the left matrix profile.

Yeh CCM et al., Matrix Profile I, *IEEE ICDM* 2016; with the conventions of stumpy (Law, *JOSS* 4(39), 2019),
whose values it gives.
"""

from __future__ import annotations

import math

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


EXCLUDED = 4
"""Windows that overlap by more than all but one in so many of their samples are not compared."""

ROWS, COLUMNS = 64, 4096
"""Windows that are compared with each other at once: as many as stay in a processor's cache."""


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
    windows = trailing_windows(value, length)
    usable = np.asarray(np.isfinite(windows).all(axis=1), dtype=bool)
    normal = np.where(usable[:, None], _normalised(windows), 0.0)
    left = _nearest_before(normal, usable, math.ceil(length / EXCLUDED))
    score = np.full(len(windows), np.nan)
    known = usable & (left >= 0)
    score[known] = np.sqrt(np.square(normal[known] - normal[left[known]]).sum(axis=1))
    return score


def _nearest_before(
    normal: npt.NDArray[np.float64], usable: npt.NDArray[np.bool_], near: int
) -> npt.NDArray[np.int64]:
    """Place of the most similar usable window more than `near` places before each; -1 where there is none.

    Windows of mean 0 and deviation 1 are the more similar the greater their product. Short as they are, all
    products are found quickest as those of matrices, piece by piece.
    """
    n, length = normal.shape
    flat = usable & ~normal.any(axis=1)
    # Two more columns: flat windows are like each other alone, and one with a gap is like none.
    asked = np.column_stack([normal / math.sqrt(length), flat, np.ones(n)]).astype(np.float32)
    given = asked.copy()
    given[:, -1] = np.where(usable, 0, -3)
    columns = np.ascontiguousarray(given.T)
    left = np.full(n, -1, dtype=np.int64)
    for first in range(0, n, ROWS):
        stop = min(first + ROWS, n)
        row = np.arange(stop - first)
        best = np.full(stop - first, -2, dtype=np.float32)
        for start in range(0, stop - near, COLUMNS):
            end = min(start + COLUMNS, stop - near)
            alike = asked[first:stop] @ columns[:, start:end]
            if end > first - near:  # some are too near, or come later
                alike[first + row[:, None] - np.arange(start, end) <= near] = -2
            found = alike.argmax(axis=1)
            greater = alike[row, found] > best
            best[greater] = alike[row, found][greater]
            left[first:stop][greater] = start + found[greater]
    return left


def _normalised(windows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Windows of mean 0 and deviation 1 (0 where they are flat)."""
    away = windows - windows.mean(axis=1, keepdims=True)
    spread = away.std(axis=1, keepdims=True)
    return np.asarray(np.divide(away, spread, out=np.zeros_like(away), where=spread > 0))
