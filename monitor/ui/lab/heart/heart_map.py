"""The map of heartbeats: a latent map on which clouds of beats land, each in its class's colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen

from monitor.ui.kit.theme import SMALL
from monitor.ui.lab.widgets.plane.map_view import MapView

HALO = "#b0000000"

NAME_PX = 16
"""Height of a name on the map, logical pixels."""

EDGE_PX = 9
"""A beat beyond the map is drawn so far within its edge, logical pixels."""


@dataclass(frozen=True)
class Cloud:
    """One beat on the map.

    Attributes
    ----------
    mean, std : ndarray, shape (2,)
        Its cloud.
    colour : str
        Of its class.
    strength : float
        From 0, not seen, to 1.
    label : str
        Written beside it; empty for none.
    """

    mean: npt.NDArray[np.floating]
    std: npt.NDArray[np.floating]
    colour: str
    strength: float = 1.0
    label: str = ""


class HeartMap(MapView):
    """A latent map with clouds, the newest on top, and a ring where the beats usually land."""

    clouds: Sequence[Cloud] = ()
    ring: tuple[npt.NDArray[np.floating], float] | None = None

    def show_clouds(
        self, clouds: Sequence[Cloud], ring: tuple[npt.NDArray[np.floating], float] | None
    ) -> None:
        """Show clouds, and a ring about a place with a radius in units of the code, or none."""
        self.clouds, self.ring = clouds, ring
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, and on it the clouds."""
        super().paintEvent(event)
        if not self.clouds and self.ring is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self.square
        painter.setClipRect(square)
        origin, one = self.places(np.array([[0.0, 0.0], [1.0, 0.0]]))
        unit = one.x() - origin.x()
        if self.ring is not None:
            place, radius = self.ring
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(QColor(HALO), 4), QPen(QColor("#ffffff"), 1.5, Qt.PenStyle.DashLine)):
                painter.setPen(pen)
                painter.drawEllipse(self.place(place), radius * unit, radius * unit)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        font.setBold(True)
        painter.setFont(font)
        places = [self._draw(painter, cloud, unit, square) for cloud in self.clouds]
        taken: list[QRectF] = []
        for cloud, at in zip(self.clouds, places, strict=True):
            if cloud.label:
                taken.append(_label(painter, cloud.label, at, square, taken))

    def _draw(self, painter: QPainter, cloud: Cloud, unit: float, square: QRectF) -> QPointF:
        at = self.place(cloud.mean)
        colour = QColor(cloud.colour)
        colour.setAlphaF(cloud.strength)
        inner = square.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        beyond = not square.contains(at)
        if beyond:
            at = QPointF(
                min(max(at.x(), inner.left()), inner.right()), min(max(at.y(), inner.top()), inner.bottom())
            )
            painter.setPen(QPen(QColor(HALO), 1))
            painter.setBrush(colour)
            painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8))
        else:
            wide, high = (max(2.5, float(s) * unit) for s in cloud.std)
            shade = QColor(colour)
            shade.setAlphaF(0.35 * cloud.strength)
            painter.setPen(QPen(colour, 2 if cloud.strength == 1 else 1))
            painter.setBrush(shade)
            painter.drawEllipse(at, wide, high)
            painter.setPen(QPen(QColor(HALO), 1))
            painter.setBrush(colour)
            radius = 4.0 if cloud.strength == 1 else 2.0
            painter.drawEllipse(at, radius, radius)
        return at


def _label(painter: QPainter, text: str, at: QPointF, square: QRectF, taken: list[QRectF]) -> QRectF:
    """Write a name beside its place, where no other name stands; give the room that it takes."""
    wide = painter.fontMetrics().horizontalAdvance(text) + 6
    places = [
        QRectF(at.x() + side, at.y() - NAME_PX / 2 + down, wide, NAME_PX)
        for down in (0, *(sign * step * NAME_PX for step in (1, 2, 3, 4) for sign in (1, -1)))
        for side in (9, -9 - wide)
    ]
    free = (b for b in places if square.contains(b) and not any(b.intersects(other) for other in taken))
    box = next(free, places[0])
    if abs(box.center().y() - at.y()) > 1:
        painter.setPen(QPen(QColor("#ffffff"), 1))
        painter.drawLine(at, QPointF(box.left() if box.left() > at.x() else box.right(), box.center().y()))
    painter.fillRect(box, QColor("#c0000000"))
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box
