"""The edge of a latent map: numbers along its axes, and arrows towards what lies beyond it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from models.digits.space.extent import Extent
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.plots.curves import ticks
from monitor.ui.kit.theme import SMALL

INSET_PX = 14
"""An arrow's tip is so far from the edge."""

ARROW_PX = 13
"""Length of an arrow's head."""

MOST_TICKS = 5

INK, SHADE = "#c8d0d8", QColor(0, 0, 0, 170)


def draw_axes(painter: QPainter, extent: Extent, square: QRectF, font: QFont) -> None:
    """Write the values of z1 along the lower edge and those of z2 along the left one, inside the map."""
    small = QFont(font)
    small.setPixelSize(SMALL)
    painter.setFont(small)
    metrics = painter.fontMetrics()
    high = metrics.height()
    for value in ticks(extent.left, extent.right, MOST_TICKS):
        at = square.left() + (value - extent.left) / (2 * extent.half) * square.width()
        text = _number(value)
        wide = metrics.horizontalAdvance(text) + 6
        if square.left() + high + wide < at < square.right() - wide / 2:
            _draw_number(painter, QRectF(at - wide / 2, square.bottom() - high - 4, wide, high), text)
            painter.drawLine(QPointF(at, square.bottom() - 4), QPointF(at, square.bottom()))
    for value in ticks(extent.bottom, extent.top, MOST_TICKS):
        at = square.bottom() - (value - extent.bottom) / (2 * extent.half) * square.height()
        text = _number(value)
        wide = metrics.horizontalAdvance(text) + 6
        if square.top() + high < at < square.bottom() - 2 * high:
            _draw_number(painter, QRectF(square.left() + 5, at - high / 2, wide, high), text)
            painter.drawLine(QPointF(square.left(), at), QPointF(square.left() + 4, at))


def _number(value: float) -> str:
    return in_figures(value).replace("-", "−")


def _draw_number(painter: QPainter, box: QRectF, text: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHADE)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(QColor(INK), 1))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_arrow(painter: QPainter, square: QRectF, towards: QPointF, text: str, colour: QColor) -> None:
    """Draw an arrow at the edge towards a pixel beyond it, with a few words at its tail."""
    tip, (dx, dy) = edge_place(square, towards)
    back = QPointF(tip.x() - ARROW_PX * dx, tip.y() - ARROW_PX * dy)
    side = QPointF(-dy * ARROW_PX * 0.55, dx * ARROW_PX * 0.55)
    painter.setPen(QPen(QColor("#000000"), 1.5))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, back + side, back - side]))
    metrics = painter.fontMetrics()
    wide, high = metrics.horizontalAdvance(text) + 10, metrics.height() + 2
    x = back.x() - dx * (wide / 2 + 4) - wide / 2
    y = back.y() - dy * (high / 2 + 4) - high / 2
    box = QRectF(
        min(max(x, square.left() + 2), square.right() - wide - 2),
        min(max(y, square.top() + 2), square.bottom() - high - 2),
        wide,
        high,
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHADE)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def edge_place(square: QRectF, towards: QPointF) -> tuple[QPointF, tuple[float, float]]:
    """Give where the way from the middle of a square to a pixel beyond it reaches the edge.

    The place is `INSET_PX` inside; the direction that comes with it is of length 1.
    """
    middle = square.center()
    dx, dy = towards.x() - middle.x(), towards.y() - middle.y()
    length = math.hypot(dx, dy)
    reach = square.width() / 2 - INSET_PX
    share = reach / max(abs(dx), abs(dy))
    return QPointF(middle.x() + share * dx, middle.y() + share * dy), (dx / length, dy / length)
