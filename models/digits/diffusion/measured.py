"""What was measured of diffusion, as shipped."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from assets.errors import AssetError
from assets.regular import read_regular
from assets.shipped import digits_folder

FILE = "diffusion.json"

_MAX_BYTES = 2**16

_NEEDED = {
    "drawn": {"sampler", "frechet", "confidence", "entropy"},
    "asked": {"guidance", "obeyed"},
    "inpainting": {"missing", "digits", "masked", "denoising", "mean", "one", "error", "spread"},
}


@functools.cache
def load_measured() -> dict[str, Any]:
    """Give the shipped figures, read once: rows of what was ``drawn``, ``asked`` for and of ``inpainting``.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_measured(digits_folder() / FILE)


def read_measured(path: Path) -> dict[str, Any]:
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
    for section, needed in _NEEDED.items():
        rows = figures.get(section) if isinstance(figures, dict) else None
        if not isinstance(rows, list) or not all(
            isinstance(row, dict) and needed <= set(row) for row in rows
        ):
            raise AssetError(f"{path} has not all the figures of diffusion.")
    return dict(figures)
