"""PR, QRS and QT, measured on the average beat of twelve leads as one measures them on paper."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_BEFORE_SHARE, _AFTER_S = 0.45, 0.75
"""A beat is looked at from this share of the RR interval before its R peak, and for so long after it, s."""

_QRS_SHARE, _QUIET_S = 0.04, 0.012
"""The QRS complex lasts while the leads change at more than this share of their fastest, and has ended when
they have not for so long, s."""

_P_SHARE = 0.15
"""The P wave begins where its height passes this share."""


@dataclass(frozen=True)
class Intervals:
    """In ms; NaN where there is nothing to measure.

    Attributes
    ----------
    pr : float
        From the beginning of the P wave to that of the QRS complex.
    qrs : float
        Length of the QRS complex.
    qt : float
        From its beginning to where the steepest tangent of the T wave's end meets the line.
    """

    pr: float
    qrs: float
    qt: float


def measure(
    signals: npt.NDArray[np.floating], peaks: npt.NDArray[np.int64], fs: float, *, p_wave: bool
) -> Intervals:
    """Measure the average beat.

    Parameters
    ----------
    signals : ndarray of float, shape (n, leads)
        mV.
    peaks : ndarray of int64, shape (k,)
        R peaks of beats that are alike, samples.
    fs : float
        Rate, Hz.
    p_wave : bool
        Whether a P wave belongs to each.
    """
    rr = float(np.median(np.diff(peaks)))
    before, after = round(_BEFORE_SHARE * rr), round(min(_AFTER_S * fs, 0.85 * rr))
    inside = [at for at in peaks.tolist() if at >= before and at + after < len(signals)]
    beat = np.mean([signals[at - before : at + after] for at in inside], axis=0)
    speed = np.sqrt((np.diff(beat, axis=0) ** 2).sum(axis=1))
    start, stop = _qrs(speed, before, round(_QUIET_S * fs))
    line = np.median(beat[max(start - round(0.03 * fs), 0) : start - round(0.008 * fs)], axis=0)
    height = np.sqrt(((beat - line) ** 2).sum(axis=1))
    t_end = _t_end(height, stop + round(0.06 * fs))
    pr = math.nan
    if p_wave:
        p = height[: start - round(0.01 * fs)]
        top = int(p.argmax())
        below = np.flatnonzero(p[:top] < _P_SHARE * p[top])
        pr = 1000 * (start - (int(below[-1]) if len(below) else 0)) / fs
    return Intervals(pr, 1000 * (stop - start) / fs, 1000 * (t_end - start) / fs)


def _qrs(speed: npt.NDArray[np.float64], at: int, quiet: int) -> tuple[int, int]:
    """Where the QRS complex about row `at` begins and ends."""
    fast = speed > _QRS_SHARE * speed.max()
    ends = []
    for side in (fast[at::-1], fast[at:]):
        still = (
            np.convolve(~side, np.ones(quiet), "valid") >= quiet
        )  # of `quiet` samples in a row none is fast
        ends.append(int(still.argmax()) if still.any() else len(side))
    return at - ends[0] + 2, at + ends[1]


def _t_end(height: npt.NDArray[np.float64], begin: int) -> float:
    """Where the tangent of the T wave's steepest fall meets the line."""
    top = begin + int(height[begin:].argmax())
    fall = np.diff(height[top:])
    steep = int(fall.argmin())
    return top + steep + float(height[top + steep] / -fall[steep])
