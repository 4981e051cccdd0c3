"""Small helpers for whoever paints: a panel to paint on, and numpy's curves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

CORNER = 8
"""Radius of a panel's corners, in logical pixels."""

SHORT = 64
"""Lines of so many points or fewer reuse a polygon: making one takes longer than filling it."""


def polygon(x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> QPolygonF:
    """Points (x, y), both of shape (n,), as a polygon."""
    points, pairs = _points(len(x))
    pairs[:, 0] = x
    pairs[:, 1] = y
    return points


def _points(n: int) -> tuple[QPolygonF, npt.NDArray[np.float64]]:
    """Make a polygon of `n` points, and give its memory as an array of shape (n, 2)."""
    points = QPolygonF()
    points.resize(n)
    # QPolygonF.data() is the address of n pairs of doubles; writing there spares n Python calls.
    memory = shiboken6.VoidPtr(points.data(), 16 * n, True)  # type: ignore[arg-type, call-arg]
    return points, np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)  # type: ignore[call-overload]


_kept = cache(_points)


def runs(good: npt.NDArray[np.bool_]) -> Iterator[slice]:
    """Stretches in which `good` (shape (n,)) holds."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], good, [False])).astype(np.int8)))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield slice(start, stop)


def thinned(
    first: int, values: npt.NDArray[np.floating], per: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.floating]]:
    """Lowest and highest of every `per` samples: what a line through all of them covers on screen.

    Parameters
    ----------
    first : int
        Index of the first sample.
    values : ndarray of float, shape (n,)
        Samples; NaN is a gap.
    per : int
        Samples a group.

    Returns
    -------
    index : ndarray of float64, shape (2 * ceil(n / per),)
        Where the points stand: at a quarter and at three quarters of their group.
    values : ndarray of float, shape (2 * ceil(n / per),)
        The two of a group, in the order in which the group runs; NaN where the whole group is a gap.
    """
    starts = np.arange(0, len(values), per)
    low, high = np.fmin.reduceat(values, starts), np.fmax.reduceat(values, starts)
    last = values[np.minimum(starts + per, len(values)) - 1]
    rising = ~(last < values[starts])
    pairs = np.where(rising[:, None], np.stack([low, high], axis=1), np.stack([high, low], axis=1))
    index = (first + starts)[:, None] + per * np.array([0.25, 0.75])
    return index.ravel(), pairs.ravel()


def draw_line(painter: QPainter, x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> None:
    """Draw a line through (x, y), both of shape (n,). NaN is a gap, never a line."""
    if math.isfinite(y.sum()):  # the quickest way to learn that none is NaN
        if len(x) > SHORT:
            painter.drawPolyline(polygon(x, y))
            return
        points, pairs = _kept(len(x))
        pairs[:, 0] = x
        pairs[:, 1] = y
        painter.drawPolyline(points)
        return
    for run in runs(np.isfinite(y)):
        painter.drawPolyline(polygon(x[run], y[run]))


def panel_painter(widget: QWidget, panel: str) -> QPainter:
    """Begin to paint a widget as a panel of a colour, with smooth edges; the pen is to be chosen."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(panel))
    painter.drawRoundedRect(widget.rect(), CORNER, CORNER)
    return painter
