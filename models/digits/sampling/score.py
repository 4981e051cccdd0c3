"""How good drawn pictures are: how near real ones, how readable, and whether all ten digits are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.digits.networks.judge import JudgeNetwork

MOST_ENTROPY = float(np.log(10))
"""Class entropy where all ten digits are equally frequent, nats."""

_BATCH = 500

Array64 = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Moments:
    """Mean and covariance of features.

    Attributes
    ----------
    mean : ndarray of float64, shape (d,)
    covariance : ndarray of float64, shape (d, d)
    """

    mean: Array64
    covariance: Array64


def frechet(one: Moments, other: Moments) -> float:
    """Squared Fréchet distance of two Gaussians: ``|m₁ − m₂|² + tr(S₁ + S₂ − 2 (S₁ S₂)^½)``.

    Dowson & Landau, 1982; on the features of a classifier, Heusel et al., *GANs trained by a two time-scale
    update rule*, 2017. Moments of few samples come out too far apart: compare only equal numbers of them.

    Returns
    -------
    float
        In the square of the features' unit; not below 0.
    """
    values, vectors = np.linalg.eigh(one.covariance)
    root = (vectors * np.sqrt(np.clip(values, 0, None))) @ vectors.T
    # The trace of the root of S₁S₂ is that of the symmetric S₁^½ S₂ S₁^½, whose eigenvalues are not below 0.
    both = np.clip(np.linalg.eigvalsh(root @ other.covariance @ root), 0, None)
    apart = float(np.square(one.mean - other.mean).sum())
    spread = float(np.trace(one.covariance) + np.trace(other.covariance) - 2 * np.sqrt(both).sum())
    return max(0.0, apart + spread)


@dataclass(frozen=True)
class Score:
    """What was found of drawn pictures.

    Attributes
    ----------
    n : int
        How many.
    frechet : float
        Squared Fréchet distance of their features from those of real digits (`frechet`).
    confidence : float
        Mean probability that the judge gives to the digit that it reads, 0 to 1.
    entropy : float
        Of the digits that the judge reads, nats: ln 10 where all are equally frequent, 0 where one is drawn
        only. Confidence alone would praise a sampler that draws one digit well.
    """

    n: int
    frechet: float
    confidence: float
    entropy: float


def together(scores: Sequence[Score]) -> tuple[Score, Score | None]:
    """Put the scores of several starts together.

    Parameters
    ----------
    scores : sequence of Score
        Of as many pictures each, at least one.

    Returns
    -------
    mean : Score
    spread : Score or None
        Sample standard deviation of each figure; None of one start only.

    Raises
    ------
    ValueError
        If there is none, or they are of different numbers of pictures: their distances are not alike.
    """
    counts = {score.n for score in scores}
    if len(counts) != 1:
        raise ValueError("scores can only be put together where each is of as many pictures.")
    n = counts.pop()
    figures = np.array([(score.frechet, score.confidence, score.entropy) for score in scores])
    mean = Score(n, *(float(one) for one in figures.mean(0)))
    if len(scores) == 1:
        return mean, None
    return mean, Score(n, *(float(one) for one in figures.std(0, ddof=1)))


class Tally:
    """Scores pictures as they come.

    Parameters
    ----------
    judge : JudgeNetwork
        Whose last but one layer gives the features.
    """

    def __init__(self, judge: JudgeNetwork) -> None:
        self._judge = judge
        size = judge.head.in_features
        self.n = 0
        self._sure = 0.0
        self._read = np.zeros(10)
        self._sum = np.zeros(size)
        self._products = np.zeros((size, size))

    def add(self, x: torch.Tensor) -> None:
        """Take pictures into account; (k, 784), ink from 0 to 1."""
        with torch.inference_mode():
            for part in x.split(_BATCH):
                features = self._judge.features(part)
                chance = torch.softmax(self._judge.head(features), 1)
                sure, read = chance.max(1)
                self._sure += float(sure.sum())
                self._read += np.bincount(read.numpy(), minlength=10)
                wide = features.double().numpy()
                self._sum += wide.sum(0)
                self._products += wide.T @ wide
                self.n += len(part)

    @property
    def moments(self) -> Moments:
        """Mean and covariance of the features of all pictures.

        Raises
        ------
        ValueError
            If there are fewer than two pictures.
        """
        if self.n < 2:
            raise ValueError("moments need at least two pictures.")
        mean = self._sum / self.n
        return Moments(mean, (self._products - self.n * np.outer(mean, mean)) / (self.n - 1))

    def score(self, real: Moments) -> Score:
        """What was found of all pictures so far, against the features of real digits.

        Raises
        ------
        ValueError
            If there are fewer than two pictures.
        """
        share = self._read[self._read > 0] / self.n
        return Score(
            n=self.n,
            frechet=frechet(self.moments, real),
            confidence=self._sure / self.n,
            entropy=float(-(share * np.log(share)).sum()) + 0.0,
        )
