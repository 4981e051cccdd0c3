"""What was measured of diffusion, as shipped."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TypedDict

from assets.figures import read_figures
from assets.shipped import digits_folder

FILE = "diffusion.json"


class Drawn(TypedDict):
    """How good the pictures of one sampler are; see `models.digits.sampling.score.Score`."""

    sampler: str
    steps: int
    frechet: float
    confidence: float
    entropy: float


class Asked(TypedDict):
    """Share of pictures that the judge takes for the digit asked for, in all and of the `least_digit`."""

    guidance: float
    obeyed: float
    least: float
    least_digit: int


class Filled(TypedDict):
    """Mean squared errors over the `missing` pixels.

    They are those of the masked digit, of what a denoising autoencoder fills in, with and without the known
    pixels kept, of `one` draw of diffusion and of the `mean` of several; `spread` is how far the draws lie
    from each other, `error` how far from the truth.
    """

    missing: str
    digits: int
    masked: float
    denoising: float
    denoising_kept: float
    mean: float
    one: float
    error: float
    spread: float


class Measured(TypedDict):
    """All that was measured."""

    seed: int
    drawn: list[Drawn]
    asked: list[Asked]
    inpainting: list[Filled]


@functools.cache
def load_measured() -> Measured:
    """Give the shipped figures, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_measured(digits_folder() / FILE)


def read_measured(path: Path) -> Measured:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_figures(path, Measured, "diffusion")
