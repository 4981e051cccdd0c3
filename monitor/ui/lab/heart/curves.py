"""Beats as pictures: one curve, the grid of a map, and where many beats lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from assets.phrase import phrase
from models.digits.space.extent import Extent

LOW, HIGH = -3.2, 6.2
"""What a picture shows of a shape, in the beat's own sizes: nine normal beats in ten stay within."""

INK, GROUND, FAINT = "#d7e3ea", "#000000", "#16242b"
"""Colours of curves on a map, the same in every theme: the maps are dark in all of them."""

KINDS = {"N": "#56b4e9", "V": "#d55e00", "S": "#f0e442", "": "#8a8f94"}
"""Colour of a beat by its class; what is of no class, or of another, is grey."""

ECTOPIC = "#f3c6e3"
"""Colour of a beat that the monitor takes for ectopic, where no record says what it is."""

NAMES = {"N": phrase("normal"), "V": phrase("ventricular"), "S": phrase("supraventricular")}

SIDE = 720
"""Side of a map's picture, pixels."""

Array = npt.NDArray[np.floating]


def points(shape: Array, box: QRectF, low: float = LOW, high: float = HIGH) -> QPolygonF:
    """Lay a shape (n,) into a rectangle, `low` at its foot and `high` at its head."""
    across = np.linspace(box.left(), box.right(), len(shape))
    down = box.bottom() - (np.clip(shape, low, high) - low) / (high - low) * box.height()
    return QPolygonF([QPointF(x, y) for x, y in zip(across.tolist(), down.tolist(), strict=True)])


def curve(shape: Array, side: int = 288) -> QImage:
    """One shape (n,) as a light curve on black."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(INK), max(1.0, side / 56)))
    painter.drawPolyline(points(shape, QRectF(0, 0, side, side).adjusted(2, 2, -2, -2)))
    painter.end()
    return image


def grid(shapes: Array, n: int) -> QImage:
    """Shapes of the map's tiles, (n * n, rows) row by row from the top left, as one picture."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tile = SIDE / n
    for i, shape in enumerate(shapes):
        box = QRectF(i % n * tile, i // n * tile, tile, tile)
        painter.setPen(QPen(QColor(FAINT), 1))
        painter.drawRect(box)
        painter.setPen(QPen(QColor("#7f96a3"), 1.4))
        painter.drawPolyline(points(shape, box.adjusted(3, 3, -3, -3)))
    painter.end()
    return image


def dots(landings: Mapping[str, Sequence[Sequence[float]]], extent: Extent) -> QImage:
    """Codes by class, those of class N first so that others lie on top; those beyond the map are left out."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for kind in ("N", "V", "S"):
        colour = QColor(KINDS[kind])
        colour.setAlphaF(0.55 if kind == "N" else 0.9)
        painter.setBrush(colour)
        for x, y in landings.get(kind, ()):
            across, down = (x - extent.x) / extent.half, (extent.y - y) / extent.half
            if max(abs(across), abs(down)) <= 1:
                at = QPointF((1 + across) / 2 * SIDE, (1 + down) / 2 * SIDE)
                painter.drawEllipse(at, 2.4, 2.4)
    painter.end()
    return image
