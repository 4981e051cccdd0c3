"""What a layer says as a sheet: a square for each unit, a small picture for each map."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from models.digits.flow.flow import Column
from monitor.ui.lab.widgets.digits.pictures import difference, grey

FEW, FEW_ASPECT = 16, 0.4
"""So few units are bars with their numbers in them; a column's width to its height, at the least."""

MAP_GAP = 1
"""Pixels between the maps of a layer."""


def across(column: Column) -> int:
    """How many units or maps of a layer stand side by side."""
    if column.picture:
        return 1
    if column.values.ndim == 3:
        return max(1, math.ceil(column.units / 8))
    return max(1, math.ceil(math.sqrt(column.units))) if column.units > 256 else math.ceil(column.units / 16)


def few(layer: Column) -> bool:
    """Whether a layer's units are drawn as bars with their numbers."""
    return layer.values.ndim == 1 and layer.units <= FEW


def image_of(column: Column) -> QImage:
    """What a layer says as a sheet: a square for each unit, a small picture for each map."""
    if column.picture:
        return grey(column.values[0])
    values = column.values if column.values.ndim == 3 else column.values[:, None, None]
    top = float(np.abs(values).max())
    n, h, w = values.shape
    wide = across(column)
    rows = -(-n // wide)
    gap = MAP_GAP if h > 1 else 0
    out: npt.NDArray[np.float32] = np.zeros((rows * (h + gap), wide * (w + gap)), np.float32)
    for i, one in enumerate(values):
        y, x = i // wide * (h + gap), i % wide * (w + gap)
        out[y : y + h, x : x + w] = one / max(top, 1e-9)
    return difference(out)
