"""A patient's baseline: the level that the score reaches at his quiet beats, subtracted.

In each second the score peaks at a beat. A low quantile of these peaks follows the patient's quiet beats even
when every second beat is ectopic (a median would follow the ectopics). The score is *not* divided by its
spread: in a patient with many ectopics the spread is the ectopics.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

QUANTILE = 0.2
"""The quantile of the peaks that is taken as the baseline."""

BLOCK_ROWS = 120
"""Rows over which a peak is taken, on a fixed grid: 1 s, which holds a beat at any common rate."""

TIME_CONSTANT_S = 300.0
"""Over the first so many seconds each counts alike; thereafter older ones fade with this time constant."""

PRIOR_S = 20.0
"""Weight of the population's peaks against the patient's own, in seconds of signal."""

BINS = 128


@dataclass(frozen=True)
class ScorePrior:
    """How the score's peaks are distributed over a population's normal rhythm.

    Attributes
    ----------
    low, high : float
        Range of the histogram, in the score's unit; peaks beyond it count in the last bins.
    density : tuple of float, length `BINS`
        Share of peaks a bin; sums to 1.
    """

    low: float
    high: float
    density: tuple[float, ...]

    def __post_init__(self) -> None:
        weights = np.asarray(self.density, dtype=np.float64)
        if not (np.isfinite([self.low, self.high]).all() and self.low < self.high):
            raise ValueError("the prior's range must be finite and not empty.")
        if weights.shape != (BINS,) or not np.isfinite(weights).all() or weights.min() < 0:
            raise ValueError(f"the prior's density must be {BINS} numbers, none of them negative.")
        if abs(weights.sum() - 1) > 1e-3:
            raise ValueError("the prior's density must sum to 1.")

    @classmethod
    def fit(cls, peaks: npt.ArrayLike) -> ScorePrior:
        """Take the prior from peaks (NaN left out); the range leaves a margin on both sides.

        Raises
        ------
        ValueError
            If there is no finite peak.
        """
        finite = np.asarray(peaks, dtype=np.float64)
        finite = finite[np.isfinite(finite)]
        if not finite.size:
            raise ValueError("No finite score to take a prior from.")
        margin = 0.25 * float(np.ptp(finite)) + 0.5
        low, high = float(finite.min()) - margin, float(finite.max()) + margin
        counts = np.histogram(finite, bins=BINS, range=(low, high))[0]
        return cls(low, high, tuple(float(c) for c in counts / counts.sum()))


def block_peaks(score: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Peak of each whole block of `BLOCK_ROWS` rows; NaN for a block with a row that is not finite.

    Parameters
    ----------
    score : ndarray of float, shape (k,)

    Returns
    -------
    ndarray of float64, shape (k // BLOCK_ROWS,)
    """
    whole = len(score) // BLOCK_ROWS * BLOCK_ROWS
    peaks: npt.NDArray[np.float64] = score[:whole].reshape(-1, BLOCK_ROWS).astype(np.float64).max(axis=1)
    return peaks


class PatientBaseline:
    """Subtracts the patient's baseline, row by row and causally.

    The level subtracted from a row comes from the blocks of `BLOCK_ROWS` rows that ended before it (and from
    the prior), so that the result does not depend on how the stream is cut.

    Parameters
    ----------
    prior : ScorePrior
        Where to start from.
    streams : int, optional
        How many patients run in step, each a row of what is pushed and of what comes out; one, without that
        axis, if left out.
    """

    def __init__(self, prior: ScorePrior, streams: int | None = None) -> None:
        self._prior = prior
        self._streams = streams
        self._edges = np.linspace(prior.low, prior.high, BINS + 1)
        self.reset()

    def reset(self) -> None:
        """Forget the patients."""
        n = self._streams or 1
        self._counts = np.tile(np.asarray(self._prior.density, dtype=np.float64) * PRIOR_S, (n, 1))
        self._peak = np.full(n, -np.inf, dtype=np.float32)  # of the block so far; NaN once a row in it is
        self._filled = 0
        self._level = np.array([self._find_level(counts) for counts in self._counts])

    def learn_from(self, other: PatientBaseline) -> None:
        """Take over what another one knows of the same patients; its unfinished block is left out."""
        self._counts, self._level = other._counts.copy(), other._level.copy()

    @property
    def level(self) -> npt.NDArray[np.float64]:
        """The baseline of each patient, in the score's unit; shape (streams,), (1,) for one."""
        return self._level.copy()

    def push(
        self, score: npt.NDArray[np.float32], untold: npt.NDArray[np.bool_] | None = None
    ) -> npt.NDArray[np.float32]:
        """Give the scores above the patient's baseline.

        Parameters
        ----------
        score : ndarray of float32, shape (k,), or (streams, k)
            Raw scores; NaN where there is none, which stays NaN, and whose block does not count.
        untold : ndarray of bool, shape as of `score`, optional
            Where a score tells nothing of the patient: its block does not count either.

        Returns
        -------
        ndarray of float32, shape as put in
        """
        rows = np.atleast_2d(score)
        told = rows if untold is None or not untold.any() else np.where(untold, np.nan, rows)
        above = np.empty(rows.shape, dtype=np.float32)
        at, k = 0, rows.shape[1]
        while at < k:  # once a block
            stop = min(at + BLOCK_ROWS - self._filled, k)
            above[:, at:stop] = rows[:, at:stop] - self._level[:, None].astype(np.float32)
            self._peak = np.maximum(self._peak, told[:, at:stop].max(axis=1))
            self._filled += stop - at
            at = stop
            if self._filled == BLOCK_ROWS:
                for patient in np.flatnonzero(np.isfinite(self._peak)).tolist():
                    self._absorb(patient, float(self._peak[patient]))
                self._peak, self._filled = np.full(len(rows), -np.inf, dtype=np.float32), 0
        return above if self._streams is not None else above[0]

    def _absorb(self, patient: int, peak: float) -> None:
        """Count a block's peak; older ones fade once `TIME_CONSTANT_S` is full."""
        counts = self._counts[patient]
        place = (peak - self._prior.low) / (self._prior.high - self._prior.low) * BINS
        counts *= min(1.0, (TIME_CONSTANT_S + PRIOR_S - 1) / counts.sum())
        counts[int(min(max(place, 0), BINS - 1))] += 1
        self._level[patient] = self._find_level(counts)

    def _find_level(self, counts: npt.NDArray[np.float64]) -> float:
        cumulative = np.concatenate([[0.0], np.cumsum(counts)])
        return float(np.interp(QUANTILE * cumulative[-1], cumulative, self._edges))
