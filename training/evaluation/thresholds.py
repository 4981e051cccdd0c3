"""Thresholds of the scores whose weights carry none: frozen on DS1 by ``ecg-train evaluate --freeze``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from assets.write import write_text
from training.evaluation.baselines.registry import BASELINES

FILE = Path(__file__).with_name("thresholds.json")
"""Where they are kept."""

POINT = "1/min"
"""The operating point of DS1 at which they are frozen: one false alarm a minute."""

_PLACES = 5


def frozen_thresholds(file: Path | None = None) -> dict[str, float]:
    """Read the thresholds, by baseline.

    Raises
    ------
    ValueError, OSError
        If the file is broken or cannot be read.
    """
    return {
        name: float(value) for name, value in json.loads((file or FILE).read_text(encoding="utf-8")).items()
    }


def freeze(found: Mapping[str, float], file: Path | None = None) -> dict[str, float]:
    """Write thresholds just found; those of other baselines stay, those of no baseline go.

    Parameters
    ----------
    found : mapping of str to float
        By score; scores that are no baselines are left out, since their weights carry their threshold. They
        are rounded to five places.
    file : Path, optional
        Where to; the program's own if left out.

    Returns
    -------
    dict of str to float
        What the file holds now, in the order of the registry.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    file = file or FILE
    old = frozen_thresholds(file) if file.exists() else {}
    new = {name: round(value, _PLACES) for name, value in found.items()}
    kept = {name: {**old, **new}[name] for name in BASELINES if name in old or name in new}
    write_text(file, json.dumps(kept, indent=1) + "\n")
    return kept
