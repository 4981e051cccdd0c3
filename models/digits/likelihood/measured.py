"""What was measured of the shipped models' likelihood, as shipped."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TypedDict

from assets.figures import read_figures
from assets.shipped import digits_folder

FILE = "likelihood.json"


class Row(TypedDict):
    """What one model gives digits whose pixels are of one kind, in nats a digit.

    `bounds` are negative importance-weighted bounds by the number of codes; `exact` is None where the code
    has too many numbers for it.
    """

    model: str
    pixels: str
    digits: int
    elbo: float
    bounds: dict[str, float]
    exact: float | None


class _Shipped(TypedDict):
    rows: list[Row]


@functools.cache
def load_likelihood() -> list[Row]:
    """Give the shipped figures: a row a model and kind of pixels, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_likelihood(digits_folder() / FILE)


def read_likelihood(path: Path) -> list[Row]:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_figures(path, _Shipped, "the models' likelihood")["rows"]
