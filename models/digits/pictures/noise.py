"""Three ways to spoil a picture, with a level from 0 (untouched) to 1."""

from __future__ import annotations

import numpy.typing as npt
import torch

from models.digits.model import SIDE, Array, as_pixels

KINDS = ("gaussian", "salt-and-pepper", "masking")
"""Normal noise of standard deviation `level`, clipped to 0..1; pixels set to 0 or 1; pixels set to 0."""


def spoil(x: torch.Tensor, kind: str, level: float, generator: torch.Generator) -> torch.Tensor:
    """Spoil images; the originals are left alone.

    Vincent et al., *Stacked denoising autoencoders*, JMLR 2010.

    Parameters
    ----------
    x : Tensor, shape (n, 784)
        Ink from 0 to 1.
    kind : {"gaussian", "salt-and-pepper", "masking"}
        How.
    level : float
        Standard deviation, or share of the pixels; from 0 to 1.
    generator : torch.Generator
        Source of chance.

    Returns
    -------
    Tensor, shape (n, 784)
        Between 0 and 1.

    Raises
    ------
    ValueError
        If there is no such kind, or the level is out of range.
    """
    if not 0 <= level <= 1:
        raise ValueError("level must lie between 0 and 1.")
    if kind == "gaussian":
        return (x + level * torch.randn(x.shape, generator=generator)).clamp(0, 1)
    hit = torch.rand(x.shape, generator=generator) < level
    if kind == "salt-and-pepper":
        return torch.where(hit, (torch.rand(x.shape, generator=generator) < 0.5).float(), x)
    if kind == "masking":
        return x.masked_fill(hit, 0.0)
    raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}.")


def spoiled(images: npt.ArrayLike, kind: str, level: float, seed: int = 0) -> Array:
    """Spoil images as `spoil` does, in numpy: the same seed gives the same noise.

    Parameters
    ----------
    images : array, shape (n, 28, 28), (n, 784), (28, 28) or (784,)
    kind, level
        As for `spoil`.
    seed : int
        Source of chance.

    Returns
    -------
    ndarray of float32, shape (n, 28, 28)

    Raises
    ------
    ValueError
        If the images have another shape, there is no such kind, or the level is out of range.
    """
    noisy = spoil(as_pixels(images), kind, level, torch.Generator().manual_seed(seed))
    return noisy.numpy().reshape(-1, SIDE, SIDE)
