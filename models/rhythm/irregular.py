"""Whether the RR intervals follow no order and no P wave precedes them, as in atrial fibrillation.

Irregularity by several figures, as one alone is misled by ectopic beats or by slow, regularised fibrillation:
the change from interval to interval; the coefficient of sample entropy (Lake DE, Moorman JR, "Accurate
estimation of entropy in very short physiological time series: the problem of atrial fibrillation detection in
implanted ventricular devices", Am J Physiol Heart Circ Physiol 300:H319-H325, 2011); the Shannon entropy of
the intervals (Dash S et al., "Automatic real time detection of atrial fibrillation", Ann Biomed Eng
37(9):1701-1709, 2009). Ectopic beats by their shape take no part. Beside them stands what the intervals do
not know: whether the same wave comes before each R peak.
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np
import numpy.typing as npt

from models.beats.scores import BeatScores
from models.rhythm.windows import ATRIAL, VENTRICULAR, Windows

IRREGULARITY = ("change", "entropy", "shannon", "p_same")
"""What is measured: log of the median change from interval to interval, as a share of their mean; coefficient
of sample entropy; Shannon entropy, 0 to 1; log ratio of what the signal before each R peak has in common to
what it has not."""

INTERVALS, FEWEST, WITHIN = 32, 16, 48
"""Latest intervals that are taken; how few will do; among so many beats."""

FEWEST_PAIRS, FEWEST_WAVES = 8, 12
"""Pairs of neighbouring intervals, and waves before R peaks, without which nothing is said."""

EVERY = 4
"""It is measured anew after so many beats."""

TOLERANCE, WIDER, MOST_TOLERANCE, MATCHES = 0.03, 1.5, 0.5, 5
"""Sample entropy counts intervals as equal within this, s; the tolerance grows by the second until so many
pairs match, but not beyond the third (Lake and Moorman 2011)."""

BINS, RANGE = 16, (0.5, 1.5)
"""Histogram of the intervals over their median, of which the Shannon entropy is taken."""

_I, _J = np.triu_indices(INTERVALS - 1, 1)
_TIME = np.linspace(-1.0, 1.0, ATRIAL[1] - ATRIAL[0])


class Irregularity:
    """Measures how irregular the latest beats of a lead are; the same however the stream is cut."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._beats = 0
        self._since: deque[int] = deque(maxlen=INTERVALS)  # number of the beat that ended each interval
        self._rr: deque[float] = deque(maxlen=INTERVALS)
        self._change: deque[float] = deque(maxlen=INTERVALS)  # from the interval before, s; NaN: no neighbour
        self._wave: deque[npt.NDArray[np.float64] | None] = deque(maxlen=INTERVALS)
        self._size: deque[float] = deque(maxlen=INTERVALS)
        self._r_peak: deque[int] = deque(maxlen=INTERVALS)
        self._ectopic = True
        self._before = math.nan

    @property
    def since(self) -> int:
        """R peak, in source samples, at the middle of what is measured."""
        return self._r_peak[len(self._r_peak) // 2]

    def take(self, windows: Windows, beats: BeatScores, i: int) -> npt.NDArray[np.float64] | None:
        """Take the next beat.

        Returns
        -------
        ndarray of float64, shape (`IRREGULARITY`,), or None
            Each `EVERY` beats what is measured; NaN where there are too few intervals.
        """
        rr, r_peak = float(beats.rr_s[i]), int(beats.index[i])
        self._beats += 1
        ectopic = not float(beats.score[i]) < 1
        counts = math.isfinite(rr) and not ectopic and not self._ectopic
        if counts:
            p, qrs = windows.about(r_peak, *ATRIAL), windows.about(r_peak, *VENTRICULAR)
            self._since.append(self._beats)
            self._rr.append(rr)
            self._change.append(abs(rr - self._before))
            self._r_peak.append(r_peak)
            self._wave.append(None if p is None or qrs is None else _level(p))
            self._size.append(math.nan if p is None or qrs is None else float(np.ptp(qrs)))
        self._ectopic = ectopic
        self._before = rr if counts else math.nan
        return self._measure() if self._beats % EVERY == 0 else None

    def _measure(self) -> npt.NDArray[np.float64]:
        first = next((n for n, b in enumerate(self._since) if b > self._beats - WITHIN), len(self._since))
        rr = np.array(self._rr)[first:]
        changes = np.array(self._change)[first:]
        changes = changes[np.isfinite(changes)]
        waves = [wave for wave in list(self._wave)[first:] if wave is not None]
        if len(rr) < FEWEST or len(changes) < FEWEST_PAIRS or len(waves) < FEWEST_WAVES:
            return np.full(len(IRREGULARITY), np.nan)
        changes = changes / rr.mean()
        return np.array(
            [
                math.log(max(float(np.median(changes)), 0.003)),
                _entropy(rr),
                _shannon(rr),
                _same(np.array(waves), float(np.nanmedian(np.array(self._size)[first:]))),
            ]
        )


def _level(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Take mean and slope off."""
    p = p - p.mean()
    level: npt.NDArray[np.float64] = p - (p @ _TIME) / (_TIME @ _TIME) * _TIME
    return level


def _entropy(rr: npt.NDArray[np.float64]) -> float:
    """Coefficient of sample entropy of the intervals, s; templates of one interval."""
    n = len(rr) - 1
    distance = np.abs(rr[:, None] - rr[None, :])
    i, j = (_I, _J) if n == INTERVALS - 1 else np.triu_indices(n, 1)
    now, after = distance[i, j], distance[i + 1, j + 1]
    tolerance = TOLERANCE
    while True:
        equal = now <= tolerance
        both = int((equal & (after <= tolerance)).sum())
        if both >= MATCHES or tolerance > MOST_TOLERANCE:
            break
        tolerance *= WIDER
    entropy = -math.log(max(both, 1) / max(int(equal.sum()), 1))
    return entropy + math.log(2 * tolerance) - math.log(float(rr.mean()))


def _shannon(rr: npt.NDArray[np.float64]) -> float:
    """Shannon entropy of the intervals' histogram, as a share of the greatest there can be."""
    counts = np.histogram((rr / np.median(rr)).clip(*RANGE), bins=BINS, range=RANGE)[0]
    share = counts[counts > 0] / len(rr)
    return float(-(share * np.log(share)).sum() / math.log(BINS))


def _same(waves: npt.NDArray[np.float64], size: float) -> float:
    """Log ratio of the energy of the median wave to that of what is left of each; `size` of a QRS, mV."""
    common = np.median(waves, axis=0)
    left = np.median((waves - common) ** 2, axis=0)
    floor = 1e-6 * max(size, 1e-3) ** 2
    return math.log((float((common**2).mean()) + floor) / (float(left.mean()) + floor))
