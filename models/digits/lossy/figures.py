"""What was measured on the lossy autoencoders, as shipped, and what the paper published."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from assets.figures import read_figures
from assets.shipped import digits_folder

FILE = "lossy.json"

PUBLISHED = {"dynamic": 78.53, "static": 79.03, "no code": 87.55}
"""Nats a test digit in Chen et al. 2016: importance-weighted bounds of the best model on dynamically and on
statically binarised digits, and the same decoder without a code."""


@dataclass(frozen=True)
class Kept:
    """What a model's code keeps, measured on the test digits, each binarised once.

    Attributes
    ----------
    name : str
        As in `models.digits.lossy.catalogue`.
    reach : int
        Rows that its decoder sees above the pixel.
    elbo : float
        Negative evidence lower bound, nats a digit.
    iwae : float
        Negative importance-weighted bound of `codes` codes.
    codes : int
        Codes a digit.
    digits : int
        Test digits that were measured.
    reconstruction, kl : float
        The two parts of `elbo`: nats in the pixels once the code is known, nats in the code.
    same_digit : float
        Share of decodes that the judge takes for the digit that was put in.
    differing : float
        Pixels by which two decodes of one code differ, as a share of the ink in one.
    """

    name: str
    reach: int
    elbo: float
    iwae: float
    codes: int
    digits: int
    reconstruction: float
    kl: float
    same_digit: float
    differing: float


class _Shipped(TypedDict):
    models: list[Kept]


@functools.cache
def load_kept() -> dict[str, Kept]:
    """Give the shipped figures by the model's name, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_kept(digits_folder() / FILE)


def read_kept(path: Path) -> dict[str, Kept]:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    found = read_figures(path, _Shipped, "the lossy autoencoders")
    return {one.name: one for one in found["models"]}
