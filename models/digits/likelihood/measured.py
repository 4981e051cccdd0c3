"""What was measured of the shipped models' likelihood, as shipped."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from assets.errors import AssetError
from assets.regular import read_regular
from assets.shipped import digits_folder

FILE = "likelihood.json"

_MAX_BYTES = 2**16


@functools.cache
def load_likelihood() -> list[dict[str, Any]]:
    """Give the shipped figures, read once: a row a model and kind of pixels.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_likelihood(digits_folder() / FILE)


def read_likelihood(path: Path) -> list[dict[str, Any]]:
    """Read figures from any file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    try:
        rows = json.loads(read_regular(path, _MAX_BYTES))["rows"]
    except FileNotFoundError:
        raise AssetError(f"There is no file {path}.") from None
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise AssetError(f"{path} is not readable ({error}).") from None
    needed = {"model", "pixels", "digits", "elbo", "bounds", "exact"}
    if not isinstance(rows, list) or not all(isinstance(row, dict) and needed <= set(row) for row in rows):
        raise AssetError(f"{path} has not all the figures of the models' likelihood.")
    return rows
