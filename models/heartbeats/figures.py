"""What was measured of the heartbeat autoencoder, as shipped, and where the beats of its records land."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from assets.errors import AssetError
from assets.regular import read_regular
from assets.shipped import digits_folder

FILE = "heartbeats.json"

SECTIONS = ("measures", "lines", "landings", "joining")
"""What the file holds, by section; `training.heartbeats.measures` says how each was measured."""

_MAX_BYTES = 2**18


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
    if not isinstance(figures, dict) or set(figures) != set(SECTIONS):
        raise AssetError(f"{path} has not the figures of the heartbeat autoencoder.")
    return figures
