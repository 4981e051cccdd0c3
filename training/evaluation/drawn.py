"""How well what a running model draws over the ECG agrees with it: normal beats, and ventricular ones.

The score of an anomaly detector says how far it is off; a learner looks at the line that it draws. Only where
that line follows the normal beats, and not the others, does the picture show what the score is made of.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from models.running.channels import ChannelRows
from models.signal.frontend import MODEL_FS, FrontEnd
from training.evaluation.protocol import Truth

ABOUT_ROWS = 8
"""Rows on both sides of an R peak that count, 70 ms: the QRS complex."""

LATE_ROWS = 12
"""What is drawn is looked for so many rows later, 100 ms: as far as a forecast may lag behind."""

FEWEST = 10
"""With fewer beats of a class than this a record tells nothing of it."""


@dataclass(frozen=True)
class Drawn:
    """What a model draws over one record.

    Attributes
    ----------
    normal, ventricular : float
        Share of the signal's variance within 70 ms of the R peak that is explained, over all class N and all
        class V beats: 1 is drawn exactly, 0 is no better than a level line through each beat, below 0 is
        worse than that. NaN where there are fewer than `FEWEST`.
    height : float
        Height of the drawn QRS complex as a share of the signal's, median of the class N beats; NaN as above.
    late_s : float
        By how much the drawn line must be moved back to fit the class N beats best, s; NaN as above.
    """

    normal: float
    ventricular: float
    height: float
    late_s: float

    def as_json(self) -> dict[str, float]:
        """Give them as plain values."""
        return asdict(self)


def drawn_over(
    value: npt.NDArray[np.floating],
    drawn: npt.NDArray[np.floating],
    peaks: npt.NDArray[np.integer],
    aami: npt.NDArray[np.str_],
) -> Drawn:
    """Compare a drawn line with the signal about the beats.

    Parameters
    ----------
    value, drawn : ndarray of float, shape (k,)
        Signal and line at 120 Hz, mV; NaN where there is none.
    peaks : ndarray of int, shape (n,)
        Rows of the R peaks.
    aami : ndarray of str, shape (n,)
        Their AAMI classes.

    Returns
    -------
    Drawn
    """
    inside = (peaks >= ABOUT_ROWS) & (peaks < len(value) - ABOUT_ROWS - LATE_ROWS)
    peaks, aami = peaks[inside], aami[inside]
    rows = np.arange(-ABOUT_ROWS, ABOUT_ROWS + 1)
    beats = value[peaks[:, None] + rows].astype(np.float64)
    lines = drawn[peaks[:, None] + np.arange(-ABOUT_ROWS, ABOUT_ROWS + LATE_ROWS + 1)].astype(np.float64)
    whole = np.isfinite(beats).all(axis=1) & np.isfinite(lines).all(axis=1)
    beats, lines, aami = beats[whole], lines[whole], aami[whole]
    here = lines[:, : len(rows)]
    normal, ventricular = aami == "N", aami == "V"
    of_normal, of_ventricular = (_explained(beats[which], here[which]) for which in (normal, ventricular))
    if normal.sum() < FEWEST:
        return Drawn(of_normal, of_ventricular, math.nan, math.nan)
    heights = np.ptp(lines[normal], axis=1) / np.maximum(np.ptp(beats[normal], axis=1), 1e-6)
    moved = [_explained(beats[normal], lines[normal, by : by + len(rows)]) for by in range(LATE_ROWS + 1)]
    return Drawn(of_normal, of_ventricular, float(np.median(heights)), int(np.argmax(moved)) / MODEL_FS)


def drawn_in(signal: npt.NDArray[np.floating], fs: float, channel: ChannelRows, truth: Truth) -> Drawn:
    """Compare what a channel of the live pipeline draws over a lead with the lead behind the front end.

    Parameters
    ----------
    signal : ndarray of float, shape (n,)
        The lead, mV.
    fs : float
        Its rate, Hz.
    channel : ChannelRows
        All that the channel gave out for it.
    truth : Truth
        The record's reference, of which the assessed beats count.
    """
    rows = FrontEnd(fs).push(signal)
    line = np.full(len(rows), np.nan)
    at = np.searchsorted(rows.index, channel.index)
    there = at < len(rows)
    there[there] = rows.index[at[there]] == channel.index[there]
    line[at[there]] = channel.expected[there]
    peaks = np.searchsorted(rows.index, truth.beats[truth.assessed])
    return drawn_over(
        np.where(rows.valid, rows.value, np.nan), line - rows.baseline, peaks, truth.aami[truth.assessed]
    )


def summed_up(each: Sequence[Drawn]) -> dict[str, float]:
    """Give the figures of several records as one: medians, and the worst of the normal ones.

    Returns
    -------
    dict of str to float
        ``ev_normal``, ``ev_normal_worst``, ``ev_ventricular``, ``height``, ``height_least`` and ``late_s``;
        NaN where no record tells it.
    """
    return {
        "ev_normal": _over(median, [one.normal for one in each]),
        "ev_normal_worst": _over(min, [one.normal for one in each]),
        "ev_ventricular": _over(median, [one.ventricular for one in each]),
        "height": _over(median, [one.height for one in each]),
        "height_least": _over(min, [one.height for one in each]),
        "late_s": _over(median, [one.late_s for one in each]),
    }


def _explained(beats: npt.NDArray[np.float64], lines: npt.NDArray[np.float64]) -> float:
    """Share of the variance about each beat's own mean that the lines explain."""
    if len(beats) < FEWEST:
        return math.nan
    variance = ((beats - beats.mean(axis=1, keepdims=True)) ** 2).sum()
    return float(1 - ((beats - lines) ** 2).sum() / variance) if variance else math.nan


def _over(figure: Callable[[Sequence[float]], float], values: Sequence[float]) -> float:
    finite = [value for value in values if math.isfinite(value)]
    return float(figure(finite)) if finite else math.nan
