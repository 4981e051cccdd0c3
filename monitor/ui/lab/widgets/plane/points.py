"""Codes on a latent map: thousands of dots with their digits beside them, or some hundred clouds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from models.digits.space.extent import Extent
from monitor.ui.kit.theme import BODY
from monitor.ui.lab.widgets.digits.pictures import DIGIT_COLOURS

MOST_FILLED, MOST_SMOOTH = 3_000_000, 100_000
"""Clouds that cover more pixels in all are not filled, or not smoothed: it would cost frames."""

Codes = npt.NDArray[np.float32]
Labels = npt.NDArray[np.uint8]
Places = Callable[[npt.NDArray[np.floating]], list[QPointF]]

LABEL_PX = 22
"""Side of the disc behind a digit's name."""

FEWEST = 5
"""A digit of which fewer codes are seen is not named."""

SIGMAS = 2
"""A cloud is drawn as far as this many standard deviations: 86 % of it."""

LEAST_RADIUS = 1.2
"""A cloud that is a point is still seen, in logical pixels."""


def draw_labels(
    painter: QPainter, codes: Codes, labels: Labels, extent: Extent, places: Places, font: QFont
) -> None:
    """Name each digit in the middle of those of its codes that are seen, so that no name leaves the map."""
    bold = QFont(font)
    bold.setPixelSize(BODY + 4)
    bold.setBold(True)
    painter.setFont(bold)
    seen = extent.holds(codes)
    room = (LABEL_PX + 2) / 2
    (corner,) = places(np.array([[extent.left, extent.top]]))
    (opposite,) = places(np.array([[extent.right, extent.bottom]]))
    for digit in range(10):
        mine = codes[(labels == digit) & seen]
        if len(mine) < FEWEST:
            continue
        (at,) = places(np.median(mine, axis=0)[None])
        x = min(max(at.x(), corner.x() + room), opposite.x() - room)
        y = min(max(at.y(), corner.y() + room), opposite.y() - room)
        box = QRectF(x - LABEL_PX / 2, y - LABEL_PX / 2, LABEL_PX, LABEL_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawEllipse(box)
        painter.setPen(QColor(DIGIT_COLOURS[digit]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(digit))


def draw_clouds(
    painter: QPainter, means: Codes, stds: Codes, labels: Labels, places: Places, unit: float
) -> None:
    """Draw clouds as ellipses in their digits' colours; means and stds of shape (n, 2), `unit` in pixels."""
    radii = np.maximum(SIGMAS * stds * unit, LEAST_RADIUS)
    area = np.pi * float(radii.prod(axis=1).sum())
    filled = area <= MOST_FILLED
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, area <= MOST_SMOOTH)
    pens, fills = [], []
    for colour in DIGIT_COLOURS:
        pens.append(QPen(QColor(colour), 1))
        fill = QColor(colour)
        fill.setAlphaF(0.25)
        fills.append(fill)
    for at, (across, up), digit in zip(places(means), radii.tolist(), labels.tolist(), strict=True):
        painter.setPen(pens[digit])
        painter.setBrush(fills[digit] if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, across, up)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_prior(painter: QPainter, places: Places, unit: float) -> None:
    """Draw the prior as clouds are drawn: the circle that holds 86 % of a standard normal code."""
    (middle,) = places(np.zeros((1, 2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 150), 4), QPen(QColor("#e6eaee"), 1.5, Qt.PenStyle.DashLine)):
        painter.setPen(pen)
        painter.drawEllipse(middle, SIGMAS * unit, SIGMAS * unit)
