"""What lies on a latent map: cursor, pins, the input's cloud and a path, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from assets.phrase import phrase
from monitor.ui.kit.drawing.painting import runs
from monitor.ui.kit.language import tr
from monitor.ui.lab.widgets.digits.pictures import DIGIT_COLOURS
from monitor.ui.lab.widgets.plane.edge import draw_arrow
from monitor.ui.lab.widgets.plane.points import draw_clouds, draw_prior

Codes = npt.NDArray[np.float32]

HALO, LIGHT_MARK, WARM_MARK = "#b0000000", "#ffc94d", "#ff7a6b"
"""Colours of what lies on a map, the same in every theme: the maps are dark, or bright, in all of them."""


@dataclass
class Marks:
    """What lies on the map.

    Attributes
    ----------
    cursor : tuple of float or None
        Where the learner points.
    pins : list of tuple of float
        At most two.
    cloud : tuple or None
        Mean and standard deviation of the input's cloud, each of two numbers.
    path : ndarray of shape (k, 2) or None
        A way over the map.
    beyond : ndarray of bool, shape (k,), or None
        Which of the path's places lie outside the codes of real digits.
    clouds : tuple or None
        Means (n, 2), standard deviations (n, 2) and digits (n,) of many digits' clouds.
    draws : ndarray of shape (k, 2) or None
        Codes drawn from the input's cloud.
    prior : bool
        Whether the prior's circle is drawn.
    name : str
        What the input is called where it lies beyond the map.
    """

    cursor: tuple[float, float] | None = None
    pins: list[tuple[float, float]] = field(default_factory=list)
    cloud: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None = None
    path: npt.NDArray[np.float32] | None = None
    beyond: npt.NDArray[np.bool_] | None = None
    clouds: tuple[Codes, Codes, npt.NDArray[np.uint8]] | None = None
    draws: Codes | None = None
    prior: bool = False
    name: str = phrase("your digit")


def draw_marks(
    painter: QPainter,
    marks: Marks,
    places: Callable[[npt.NDArray[np.floating]], list[QPointF]],
    unit: float,
    font: QFont,
    square: QRectF,
) -> None:
    """Paint what lies on a map: other digits' clouds lowest, the cursor on top.

    Parameters
    ----------
    painter : QPainter
        Clipped to the map.
    marks : Marks
        What lies there.
    places : callable
        Gives the pixels of codes, shape (n, 2).
    unit : float
        Pixels of one unit of the code.
    font : QFont
        Of the letters on the pins; its size does not matter.
    square : QRectF
        The map; an arrow at its edge leads to an input beyond it.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if marks.clouds is not None:
        draw_clouds(painter, *marks.clouds, places, unit)
    if marks.prior:
        draw_prior(painter, places, unit)
    if marks.path is not None and len(marks.path) > 1:
        _draw_path(painter, places(marks.path), marks.beyond)
    if marks.cloud is not None:
        mean, std = marks.cloud
        (centre,) = places(mean[None])
        if square.contains(centre):
            _draw_cloud(painter, centre, std, unit)
        else:
            draw_arrow(painter, square, centre, tr(marks.name), QColor(WARM_MARK))
    if marks.draws is not None:
        _draw_draws(painter, places(marks.draws))
    pins = places(np.array(marks.pins, dtype=float).reshape(-1, 2))
    for name, colour, at in zip("AB", (DIGIT_COLOURS[0], DIGIT_COLOURS[3]), pins, strict=False):
        _draw_pin(painter, at, name, QColor(colour), font)
    if marks.cursor is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(HALO), 5), QPen(QColor(LIGHT_MARK), 2)):
            painter.setPen(pen)
            painter.drawEllipse(places(np.array([marks.cursor]))[0], 6, 6)


def _draw_path(painter: QPainter, points: list[QPointF], beyond: npt.NDArray[np.bool_] | None) -> None:
    """Draw a way, each step dashed that begins outside the codes of real digits."""
    out = np.zeros(len(points), dtype=bool) if beyond is None else beyond
    for dashed in (False, True):
        colour = WARM_MARK if dashed else LIGHT_MARK
        pen = QPen(QColor(colour), 2.5, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        for part in runs(out[:-1] == dashed):
            _draw_line(painter, points[part.start : part.stop + 1], pen)


def _draw_line(painter: QPainter, points: list[QPointF], pen: QPen) -> None:
    """Draw a line with a dark edge, so that it is seen on any ground."""
    if len(points) < 2:
        return
    painter.setPen(QPen(QColor(HALO), pen.widthF() + 2.5))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))


def _draw_cloud(painter: QPainter, centre: QPointF, std: npt.NDArray[np.float32], unit: float) -> None:
    """Draw a cloud as its ellipses of one and of two standard deviations."""
    for pen in (QPen(QColor(HALO), 4), QPen(QColor(WARM_MARK), 2)):
        painter.setPen(pen)
        for sigmas in (1, 2):
            painter.drawEllipse(centre, sigmas * float(std[0]) * unit, sigmas * float(std[1]) * unit)
    painter.setBrush(QColor(WARM_MARK))
    painter.drawEllipse(centre, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw_draws(painter: QPainter, points: list[QPointF]) -> None:
    """Draw codes as dots."""
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.setBrush(QColor(LIGHT_MARK))
    for at in points:
        painter.drawEllipse(at, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw_pin(painter: QPainter, at: QPointF, name: str, colour: QColor, font: QFont) -> None:
    """Draw a pin with its letter."""
    painter.setPen(QPen(QColor("#000000"), 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(at, 7, 7)
    painter.setPen(QColor("#000000"))
    small = QFont(font)
    small.setPixelSize(10)
    small.setBold(True)
    painter.setFont(small)
    painter.drawText(QRectF(at.x() - 7, at.y() - 7, 14, 14), Qt.AlignmentFlag.AlignCenter, name)
