"""From a score that streams to one score a beat, and to alarms."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BEFORE_S, AFTER_S = 0.10, 0.35
"""A beat's window about its R peak, s; it ends where the next beat's begins."""

LEARN_S = 300.0
"""The first five minutes, in which the stream gets to know the patient, are not judged, s."""

REFRACTORY_S = 1.0
"""An alarm is counted once in so long, s."""


def beat_maxima(
    index: npt.NDArray[np.int64],
    score: npt.NDArray[np.floating],
    beats: npt.NDArray[np.int64],
    fs: float,
) -> npt.NDArray[np.float64]:
    """Greatest score in each beat's window.

    `index` is the emission time less the channel's declared delay, so that the window lies about the beat.

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
    before = round(BEFORE_S * fs)
    start = beats - before
    stop = np.minimum(beats + round(AFTER_S * fs), np.append(start[1:], np.iinfo(np.int64).max))
    first, last = np.searchsorted(index, start), np.searchsorted(index, stop)
    padded = np.append(np.where(np.isnan(score), -np.inf, score), -np.inf).astype(np.float64)
    found = np.maximum.reduceat(padded, np.stack([first, last], axis=1).ravel())[::2]
    found[first >= last] = -np.inf
    return np.where(np.isfinite(found), found, np.nan)


def alarm_onsets(
    score: npt.NDArray[np.floating],
    threshold: float,
    fs: float,
    index: npt.NDArray[np.int64] | None = None,
) -> npt.NDArray[np.int64]:
    """Where a score comes to reach a threshold; for `REFRACTORY_S` after an onset no other is counted.

    Parameters
    ----------
    score : ndarray of float, shape (k,)
        Scores; NaN never alarms.
    threshold : float
        Level.
    fs : float
        Rate of `index`, Hz.
    index : ndarray of int64, shape (k,), optional
        Sample of each score; if left out, every sample has a score.

    Returns
    -------
    ndarray of int64
        Places in `score`.
    """
    with np.errstate(invalid="ignore"):
        above = np.asarray(score >= threshold)
    onsets = np.flatnonzero(above & ~np.concatenate([[False], above[:-1]]))
    time = onsets if index is None else index[onsets]
    kept: list[int] = []
    last = -np.inf
    for onset, at in zip(onsets.tolist(), time.tolist(), strict=True):
        if at - last >= REFRACTORY_S * fs:
            kept.append(onset)
            last = at
    return np.array(kept, dtype=np.int64)
