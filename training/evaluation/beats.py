"""From a score that streams to one score a beat, and to alarms."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

BEFORE_S, AFTER_S = 0.10, 0.35
"""A beat's window about its R peak, s; it ends where the next beat's begins."""

LEARN_S = 300.0
"""The first five minutes, in which a detector gets to know the patient, are not assessed, s."""

REFRACTORY_S = 1.0
"""An alarm is counted once in so long, s."""


def beat_windows(beats: npt.NDArray[np.int64], fs: float) -> tuple[npt.NDArray[np.int64], ...]:
    """Give each beat's window: its first sample, and the one after its last.

    Parameters
    ----------
    beats : ndarray of int64, shape (n,)
        R peaks, source samples, increasing.
    fs : float
        Source rate, Hz.

    Returns
    -------
    start, stop : ndarray of int64, shape (n,)
    """
    start = beats - round(BEFORE_S * fs)
    next_start = np.append(start[1:], np.iinfo(np.int64).max)
    return start, np.maximum(start, np.minimum(beats + round(AFTER_S * fs), next_start))


def beat_maxima(
    index: npt.NDArray[np.int64],
    score: npt.NDArray[np.floating],
    beats: npt.NDArray[np.int64],
    fs: float,
) -> npt.NDArray[np.float64]:
    """Greatest score in each beat's window.

    `index` is the emission time less the detector's declared delay, so that the window lies about the beat.

    Parameters
    ----------
    index : ndarray of int64, shape (k,)
        Source sample that each score describes, increasing.
    score : ndarray of float, shape (k,)
        Scores; NaN where there is none.
    beats : ndarray of int64, shape (n,)
        R peaks, source samples, increasing.
    fs : float
        Source rate, Hz.

    Returns
    -------
    ndarray of float64, shape (n,)
        NaN for a beat without a score.
    """
    if not len(beats):
        return np.zeros(0)
    start, stop = beat_windows(beats, fs)
    first, last = np.searchsorted(index, start), np.searchsorted(index, stop)
    padded = np.append(np.where(np.isnan(score), -np.inf, score), -np.inf).astype(np.float64)
    found = np.maximum.reduceat(padded, np.stack([first, last], axis=1).ravel())[::2]
    found[first >= last] = -np.inf
    return np.where(np.isfinite(found), found, np.nan)


def alarms(
    score: npt.NDArray[np.floating],
    threshold: float,
    fs: float,
    index: npt.NDArray[np.int64] | None = None,
) -> npt.NDArray[np.int64]:
    """Where a score that reaches a threshold alarms: at once, and not again for `REFRACTORY_S`.

    A score that stays up alarms again each `REFRACTORY_S`. A detector that never comes down therefore has 60
    alarms a minute, not one; and the lower the threshold, the more alarms.

    Parameters
    ----------
    score : ndarray of float, shape (k,)
        Scores; NaN never alarms.
    threshold : float
        Level.
    fs : float
        Rate of `index`, Hz.
    index : ndarray of int64, shape (k,), optional
        Sample of each score, increasing; if left out, every sample has a score.

    Returns
    -------
    ndarray of int64
        Places in `score`.
    """
    with np.errstate(invalid="ignore"):
        above = np.flatnonzero(score >= threshold)
    time = above if index is None else index[above]
    rest = math.ceil(REFRACTORY_S * fs)  # whole, else the search would turn all times into floats each time
    kept: list[int] = []
    at = 0
    while at < len(above):  # once an alarm
        kept.append(at)
        at = int(np.searchsorted(time, time[at] + rest))
    return above[kept]
