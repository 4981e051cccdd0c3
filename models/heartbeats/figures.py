"""What was measured of the heartbeat autoencoder, as shipped, and where the beats of its records land."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TypedDict

from assets import figures
from assets.shipped import digits_folder

FILE = "heartbeats.json"

Measure = TypedDict(
    "Measure",
    {
        "database": str, "measure": str, "class": str, "beats": int, "patients": int, "false": float,
        "auc": float | None, "median": float | None, "least": float | None, "found": float | None,
    },
)  # fmt: skip
"""How well one measure finds the beats of a class among a database's normal ones: pooled (``auc``), by
patient (``median``, ``least``), and at the line that is drawn (``found``, ``false``); None of a class
without beats."""


class Joining(TypedDict):
    """What a measure would add to the alarms: average precision before and after, and the gain's error."""

    measure: str
    weight: float
    gain: float
    error: float
    before: float
    after: float
    joins: bool


class Figures(TypedDict):
    """All that was measured; `training.heartbeats.measures` says how.

    Attributes
    ----------
    lines : dict of str to float
        By measure, the line above which a beat is told.
    landings : dict of str to list
        Places on the map where beats of a class land.
    """

    measures: list[Measure]
    lines: dict[str, float]
    landings: dict[str, list[list[float]]]
    joining: list[Joining]


@functools.cache
def load_figures() -> Figures:
    """Give the shipped figures, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_figures(digits_folder() / FILE)


def read_figures(path: Path) -> Figures:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return figures.read_figures(path, Figures, "the heartbeat autoencoder")
