"""Small helpers between numpy and QPainter."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtGui import QPainter, QPolygonF


def polygon(x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> QPolygonF:
    """Points (x, y), both of shape (n,), as a polygon."""
    points = QPolygonF()
    points.resize(len(x))
    # QPolygonF.data() is the address of n pairs of doubles; writing there spares n Python calls.
    memory = shiboken6.VoidPtr(points.data(), 16 * len(x), True)  # type: ignore[arg-type, call-arg]
    pairs = np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)  # type: ignore[call-overload]
    pairs[:, 0] = x
    pairs[:, 1] = y
    return points


def runs(good: npt.NDArray[np.bool_]) -> Iterator[slice]:
    """Stretches in which `good` (shape (n,)) holds."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], good, [False])).astype(np.int8)))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield slice(start, stop)


def draw_line(painter: QPainter, x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> None:
    """Draw a line through (x, y), both of shape (n,). NaN is a gap, never a line."""
    good = np.isfinite(y)
    if good.all():
        painter.drawPolyline(polygon(x, y))
        return
    for run in runs(good):
        painter.drawPolyline(polygon(x[run], y[run]))
