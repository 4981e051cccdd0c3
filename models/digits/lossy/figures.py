"""What was measured on the lossy autoencoders, as shipped, and what the paper published."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path

from assets.errors import AssetError
from assets.regular import read_regular
from assets.shipped import digits_folder

FILE = "lossy.json"

_MAX_BYTES = 2**16

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
    try:
        found = [Kept(**row) for row in json.loads(read_regular(path, _MAX_BYTES))["models"]]
    except FileNotFoundError:
        raise AssetError(f"There is no file {path}.") from None
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise AssetError(f"{path} is not readable ({error}).") from None
    return {one.name: one for one in found}
