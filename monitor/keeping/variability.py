"""Heart rate variability of a stretch, of normal beats alone.

Task Force of the ESC and NASPE, "Heart rate variability: standards of measurement, physiological
interpretation, and clinical use", *Circulation* 93(5):1043-1065, 1996.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
import numpy.typing as npt
from scipy.ndimage import median_filter

from models.signal.rhythm import MEDIAN_INTERVALS, MIN_INTERVALS, NORMAL_TOLERANCE

LOW_HZ, HIGH_HZ = (0.04, 0.15), (0.15, 0.4)
"""The bands of the Task Force, Hz."""

PIECE_S = 300.0
"""Powers are those of pieces of 5 minutes, as the Task Force asks, and their mean is told."""

COVERED = 0.8
"""A piece counts if so much of its time lies in normal RR intervals."""

LEAST_NORMAL = 0.8
"""Below this share of normal RR intervals nothing is to be read from their variability."""

MOST_IRREGULAR = 0.05
"""Above this share of the time in atrial fibrillation neither."""

STEPS = 4
"""Frequencies are looked at in so many steps of one over the piece's length."""


class Unread(Enum):
    """Why the variability must not be read."""

    FEW = auto()
    """There are too few normal intervals."""

    ECTOPY = auto()
    """Too many beats are not normal, or could not be classified."""

    IRREGULAR = auto()
    """The rhythm is irregular: the intervals say nothing of the sinus node."""

    SHORT = auto()
    """No piece of 5 minutes is covered well enough: the powers are not told."""


@dataclass(frozen=True)
class Variability:
    """What the normal RR intervals say.

    Attributes
    ----------
    intervals : int
        Normal RR intervals: both beats normal, and within `NORMAL_TOLERANCE` of the running median.
    share : float
        Their share of all RR intervals that count; NaN where there is none.
    mean_ms, sdnn_ms : float
        Mean and standard deviation, ms; NaN where there are fewer than `MIN_INTERVALS`.
    rmssd_ms, pnn50 : float
        Root mean square of the differences of normal intervals that follow each other, ms, and the share of
        these differences above 50 ms; NaN where there are too few.
    low_ms2, high_ms2 : float
        Power in `LOW_HZ` and `HIGH_HZ`, ms²: mean over the pieces that count, by Lomb and Scargle; NaN where
        there is none.
    pieces : int
        Pieces of `PIECE_S` that count.
    unread : tuple of Unread
        Why not to read it; empty where nothing speaks against it.
    """

    intervals: int
    share: float
    mean_ms: float
    sdnn_ms: float
    rmssd_ms: float
    pnn50: float
    low_ms2: float
    high_ms2: float
    pieces: int
    unread: tuple[Unread, ...]

    @property
    def ratio(self) -> float:
        """LF over HF; NaN where either is not known."""
        return self.low_ms2 / self.high_ms2 if self.high_ms2 > 0 else float("nan")


def variability(
    end_s: npt.NDArray[np.float64],
    rr_s: npt.NDArray[np.float64],
    normal: npt.NDArray[np.bool_],
    irregular: float = 0.0,
) -> Variability:
    """Work out the variability.

    Parameters
    ----------
    end_s : ndarray, shape (n,)
        When each RR interval ended, s.
    rr_s : ndarray, shape (n,)
        The intervals, s; NaN where there is none (a gap, a stretch in which beats do not count).
    normal : ndarray of bool, shape (n,)
        Whether both beats of the interval are normal.
    irregular : float
        Share of the time in an irregular rhythm.
    """
    known = np.isfinite(rr_s)
    filled = np.where(known, rr_s, np.nanmedian(rr_s) if known.any() else 1.0)
    usual = median_filter(filled, MEDIAN_INTERVALS, mode="nearest") if len(filled) else filled
    with np.errstate(invalid="ignore"):
        steady = normal & known & (np.abs(rr_s - usual) <= NORMAL_TOLERANCE * usual)
    nn = 1000 * rr_s[steady]
    pairs = steady[1:] & steady[:-1]
    steps = 1000 * np.diff(rr_s)[pairs]
    share = float(steady.sum() / known.sum()) if known.any() else float("nan")
    enough = len(nn) >= MIN_INTERVALS
    powers = _powers(end_s[steady], rr_s[steady]) if enough else np.zeros((0, 2))
    low, high = powers.mean(axis=0).tolist() if len(powers) else (float("nan"), float("nan"))
    nan = float("nan")
    unread = [Unread.FEW] if not enough else []
    if enough and share < LEAST_NORMAL:
        unread.append(Unread.ECTOPY)
    if irregular > MOST_IRREGULAR:
        unread.append(Unread.IRREGULAR)
    if enough and not len(powers):
        unread.append(Unread.SHORT)
    return Variability(
        len(nn),
        share,
        float(nn.mean()) if enough else nan,
        float(nn.std(ddof=1)) if enough else nan,
        float(np.sqrt(np.mean(steps**2))) if len(steps) >= MIN_INTERVALS else nan,
        float(np.mean(np.abs(steps) > 50.0)) if len(steps) >= MIN_INTERVALS else nan,
        low,
        high,
        len(powers),
        tuple(unread),
    )


def _powers(at_s: npt.NDArray[np.float64], nn_s: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Powers of both bands in ms², shape (pieces, 2), of the pieces that are covered."""
    found = []
    first = float(at_s[0] - nn_s[0])
    for begin in np.arange(first, float(at_s[-1]) - PIECE_S + 1.0, PIECE_S):
        inside = (at_s > begin) & (at_s <= begin + PIECE_S)
        if nn_s[inside].sum() >= COVERED * PIECE_S:
            found.append(_power(at_s[inside] - begin, 1000 * nn_s[inside]))
    return np.array(found).reshape(-1, 2)


def _power(at_s: npt.NDArray[np.float64], nn_ms: npt.NDArray[np.float64]) -> list[float]:
    """Powers of one piece: the periodogram, scaled so that its integral over frequency is the variance."""
    from scipy.signal import lombscargle  # takes most of a second, for whoever writes no report too

    line = np.polynomial.Polynomial.fit(at_s, nn_ms, 1)
    step = 1 / (STEPS * PIECE_S)
    hz = np.arange(LOW_HZ[0], HIGH_HZ[1], step)
    density = 2 * PIECE_S / len(at_s) * lombscargle(at_s, nn_ms - line(at_s), 2 * np.pi * hz)
    return [
        float(density[(hz >= low - step / 2) & (hz < high - step / 2)].sum() * step)
        for low, high in (LOW_HZ, HIGH_HZ)
    ]
