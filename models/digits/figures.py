"""Figures measured on the digit models, as shipped."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from assets.errors import AssetError
from assets.regular import read_regular
from assets.shipped import digits_folder

FILE = "figures.json"

_MAX_BYTES = 2**20

SECTIONS = (
    "lesson", "checks", "family", "stacked", "comparison", "denoising", "anomaly", "few_labels", "draws",
    "clustering", "reduction",
)  # fmt: skip
"""What the file holds, by section; `training.digits` says how each was measured."""


@functools.cache
def load_figures() -> dict[str, Any]:
    """Give the shipped figures by section (`SECTIONS`), read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_figures(digits_folder() / FILE)


def read_figures(path: Path) -> dict[str, Any]:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    try:
        figures = json.loads(read_regular(path, _MAX_BYTES))
    except FileNotFoundError:
        raise AssetError(f"There is no file {path}.") from None
    except (OSError, ValueError, RecursionError) as error:
        raise AssetError(f"{path} is not readable ({error}).") from None
    if not isinstance(figures, dict) or not set(SECTIONS) <= set(figures):
        raise AssetError(f"{path} has not all the figures of the digit models.")
    return figures
