"""What is usual for this patient: a running low quantile of the score, subtracted.

The low quantile follows the patient's quiet beats even when every second beat is ectopic (a median would
follow the ectopics). The score is *not* divided by its spread: in a patient with many ectopics the spread is
the ectopics.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.frontend import MODEL_FS

QUANTILE = 0.2
"""The quantile taken as the patient's usual score."""

BLOCK_ROWS = 120
"""The quantile is brought up to date once in so many rows (1 s), on a fixed grid."""

MEMORY_S = 300.0
"""Over the first so many seconds each counts alike; thereafter older ones fade with this time constant."""

PRIOR_S = 20.0
"""Weight of the population's scores against the patient's own, in seconds of signal."""

BINS = 256


@dataclass(frozen=True)
class ScorePrior:
    """How the score is distributed over a population's normal rhythm.

    Attributes
    ----------
    low, high : float
        Range of the histogram, in the score's unit.
    density : tuple of float, length `BINS`
        Share of rows a bin; sums to 1.
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
    def fit(cls, score: npt.ArrayLike) -> ScorePrior:
        """Take the prior from scores (NaN left out); the range leaves a margin on both sides.

        Raises
        ------
        ValueError
            If there is no finite score.
        """
        finite = np.asarray(score, dtype=np.float64)
        finite = finite[np.isfinite(finite)]
        if not finite.size:
            raise ValueError("No finite score to take a prior from.")
        margin = 0.25 * float(np.ptp(finite)) + 0.5
        low, high = float(finite.min()) - margin, float(finite.max()) + margin
        counts = np.histogram(finite, bins=BINS, range=(low, high))[0]
        return cls(low, high, tuple(float(c) for c in counts / counts.sum()))


class PatientBaseline:
    """Subtracts the patient's usual score, row by row and causally.

    The level subtracted from a row comes from the blocks of `BLOCK_ROWS` rows that ended before it (and from
    the prior), so that the result does not depend on how the stream is cut.

    Parameters
    ----------
    prior : ScorePrior
        Where to start from.
    quantile : float, optional
        The quantile to subtract.
    """

    def __init__(self, prior: ScorePrior, quantile: float = QUANTILE) -> None:
        self._prior = prior
        self._quantile = quantile
        self._edges = np.linspace(prior.low, prior.high, BINS + 1)
        self.reset()

    def reset(self) -> None:
        """Forget the patient."""
        self._counts = np.asarray(self._prior.density, dtype=np.float64) * (PRIOR_S * MODEL_FS)
        self._pending = np.zeros(BLOCK_ROWS)
        self._filled = 0
        self.level = self._find_level()

    def push(self, score: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Give the scores above the patient's usual one.

        Parameters
        ----------
        score : ndarray of float32, shape (k,)
            Raw scores; NaN where there is none, which stays NaN and does not count.

        Returns
        -------
        ndarray of float32, shape (k,)
        """
        above = np.empty(len(score), dtype=np.float32)
        at = 0
        while at < len(score):
            take = min(BLOCK_ROWS - self._filled, len(score) - at)
            part = score[at : at + take]
            above[at : at + take] = part - self.level
            self._pending[self._filled : self._filled + take] = part
            self._filled += take
            at += take
            if self._filled == BLOCK_ROWS:
                self._absorb(self._pending)
                self._filled = 0
        return above

    def _absorb(self, block: npt.NDArray[np.float64]) -> None:
        finite = block[np.isfinite(block)]
        if not finite.size:
            return
        scale = BINS / (self._prior.high - self._prior.low)
        bins = ((finite - self._prior.low) * scale).clip(0, BINS - 1).astype(np.intp)
        ceiling = (MEMORY_S + PRIOR_S) * MODEL_FS
        self._counts *= min(1.0, (ceiling - finite.size) / self._counts.sum())
        self._counts += np.bincount(bins, minlength=BINS)
        self.level = self._find_level()

    def _find_level(self) -> float:
        cumulative = np.concatenate([[0.0], np.cumsum(self._counts)])
        return float(np.interp(self._quantile * cumulative[-1], cumulative, self._edges))
