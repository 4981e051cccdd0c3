"""What ships for the race: features of real digits, mixtures, some codes, and what was measured."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import numpy as np
import numpy.typing as npt
import torch

from assets.errors import AssetError
from assets.figures import read_figures
from assets.phrase import phrase
from assets.shipped import digits_folder
from models.digits.sampling.mixture import GaussianMixture
from models.digits.sampling.racers import RACERS
from models.digits.sampling.score import Moments
from models.digits.space.codes import read_arrays

FILE = "samplers.safetensors"
FIGURES = "samplers.json"


@dataclass(frozen=True, eq=False)
class Ground:
    """What the samplers need besides the networks.

    Attributes
    ----------
    real : Moments
        Of the judge's features of the test digits.
    mixtures : dict of str to GaussianMixture
        By model.
    codes : dict of str to ndarray of float32, shape (n, latent)
        Codes of training digits by model, where it has clouds each drawn from its cloud.
    """

    real: Moments
    mixtures: dict[str, GaussianMixture]
    codes: dict[str, npt.NDArray[np.float32]]


@functools.cache
def load_ground() -> Ground:
    """Give what ships, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_ground(digits_folder() / FILE)


def read_ground(path: Path) -> Ground:
    """Read it from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    arrays = read_arrays(path)
    try:
        real = Moments(arrays["real.mean"].astype(np.float64), arrays["real.covariance"].astype(np.float64))
        size = len(real.mean)
        if real.covariance.shape != (size, size) or not np.isfinite(real.covariance).all():
            raise ValueError("the features of real digits are of another size.")
        mixtures, codes = {}, {}
        for racer in RACERS:
            weights, means, triangles = (
                torch.from_numpy(arrays[f"{racer.name}.{part}"].astype(np.float32))
                for part in ("weights", "means", "factors")
            )
            factors = torch.zeros(len(means), racer.latent, racer.latent)
            factors[:, *torch.tril_indices(racer.latent, racer.latent)] = triangles
            mixtures[racer.name] = GaussianMixture(weights, means, factors)
            scale = arrays[f"{racer.name}.codes.scale"].astype(np.float32)
            codes[racer.name] = arrays[f"{racer.name}.codes"].astype(np.float32) * scale
            if means.shape[1] != racer.latent or codes[racer.name].shape[1:] != (racer.latent,):
                raise ValueError(f"{racer.name} has not {racer.latent} numbers.")
    except (KeyError, ValueError, TypeError, IndexError, RuntimeError) as error:
        raise AssetError(
            phrase("{path} has not what the race of samplers needs ({error}).", path=path, error=error)
        ) from None
    return Ground(real, mixtures, codes)


def pack_ground(
    real: Moments, mixtures: dict[str, GaussianMixture], codes: dict[str, npt.NDArray[np.float32]]
) -> dict[str, npt.NDArray[Any]]:
    """Give the arrays of the file that `read_ground` reads: mixtures in halves, codes in bytes."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "real.mean": real.mean.astype(np.float32),
        "real.covariance": real.covariance.astype(np.float32),
    }
    for name, mixture in mixtures.items():
        below = mixture.factors[:, *torch.tril_indices(*mixture.factors.shape[1:])]
        for part, value in (("weights", mixture.weights), ("means", mixture.means), ("factors", below)):
            arrays[f"{name}.{part}"] = value.numpy().astype(np.float16)
        scale = (np.abs(codes[name]).max(0) / 127).astype(np.float16)
        arrays[f"{name}.codes.scale"] = scale
        whole = np.round(codes[name] / scale.astype(np.float32))
        arrays[f"{name}.codes"] = np.clip(whole, -127, 127).astype(np.int8)
    return arrays


@dataclass(frozen=True)
class Row:
    """What was measured of one way to choose codes; the figures are those of `score.Score`."""

    model: str
    sampler: str
    steps: int
    frechet: float
    confidence: float
    entropy: float


@dataclass(frozen=True)
class Measured:
    """All that was measured.

    Attributes
    ----------
    n : int
        Pictures a row.
    real : float
        Fréchet distance of as many training digits from the test digits: what no sampler can beat.
    rows : tuple of Row
    """

    n: int
    real: float
    rows: tuple[Row, ...]

    def row(self, model: str, sampler: str, steps: int = 0) -> Row | None:
        """One row; None where it was not measured. The steps are a chain's, and one of none is the prior."""
        if sampler == "chain" and not steps:
            sampler = "prior"
        for row in self.rows:
            if row.model == model and row.sampler == sampler and (sampler != "chain" or row.steps == steps):
                return row
        return None


class _Real(TypedDict):
    frechet: float


class _Shipped(TypedDict):
    n: int
    real: _Real
    rows: list[Row]


@functools.cache
def load_measured() -> Measured:
    """Give the shipped figures, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_measured(digits_folder() / FIGURES)


def read_measured(path: Path) -> Measured:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    found = read_figures(path, _Shipped, "the samplers")
    return Measured(found["n"], found["real"]["frechet"], tuple(found["rows"]))
