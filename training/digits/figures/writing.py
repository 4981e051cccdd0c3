"""Figures as they are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assets.write import write_text
from models.digits.figures import FILE

_DIGITS = 5  # significant digits of a figure in the file


def write_figures(folder: Path, figures: dict[str, Any]) -> Path:
    """Write the figures where the lab looks for them."""
    path = folder / FILE
    write_text(path, json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
    return path


def rounded(value: Any) -> Any:
    """Figures to five significant digits, in lists and by name as they came."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    return value
