"""A latent map of two numbers: a picture of the plane, with pins, clouds and paths on it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.theme import BODY, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.pictures import DIGIT_COLOURS

SPAN = 3.0
"""A map reaches from -SPAN to SPAN on either axis, where not told otherwise."""

KEY_STEPS = 60
"""An arrow key moves the cursor by one part in so many of the map."""

HALO, LIGHT_MARK, WARM_MARK = "#b0000000", "#ffc94d", "#ff7a6b"
"""Colours of what lies on a map, the same in every theme: the maps are dark, or bright, in all of them."""


ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


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
    left_at : int or None
        Index of the path's first place outside the codes of real digits.
    """

    cursor: tuple[float, float] | None = None
    pins: list[tuple[float, float]] = field(default_factory=list)
    cloud: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None = None
    path: npt.NDArray[np.float32] | None = None
    left_at: int | None = None


class MapView(Themed):
    """The plane, z1 to the right and z2 upwards.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What it shows, for screen readers.
    span : float
        How far it reaches from the middle, on either axis.
    walkable : bool
        Whether one may point at its places.
    """

    pointed = Signal(float, float)
    pressed = Signal(float, float)

    def __init__(self, theme: Theme, name: str, span: float = SPAN, *, walkable: bool = True) -> None:
        super().__init__(theme)
        self.span = span
        self.marks = Marks()
        self._ground = QImage()
        self._invitation = ""
        self._ground_pixmap = QPixmap()
        self._points: tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]] | None = None
        self._points_image = QImage()
        self.setEnabled(walkable)
        if walkable:
            self.setMouseTracking(True)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 240)

    def sizeHint(self) -> QSize:
        """Large, and square."""
        return QSize(600, 600)

    @property
    def square(self) -> QRectF:
        """The map's square in the widget: at its top, and in the middle between its sides."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) // 2, 0, side, side)

    def show_ground(self, image: QImage) -> None:
        """Show a picture of the plane, its top left corner being (-span, span)."""
        self._ground, self._ground_pixmap = image, QPixmap()
        self.update()

    def invite(self, words: str) -> None:
        """Say what will be seen here while there is no picture yet."""
        self._invitation = words
        self.update()

    def show_points(self, points: tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]] | None) -> None:
        """Show codes (n, 2) coloured by their digits (n,), or none."""
        self._points = points
        self._points_image = QImage()
        self.update()

    def place(self, z: npt.ArrayLike) -> QPointF:
        """Pixel of a code."""
        (x, y) = self._places(np.asarray(z, dtype=float)[None])[0]
        return QPointF(x, y)

    def _places(self, codes: npt.NDArray[np.floating]) -> list[tuple[float, float]]:
        square, span = self.square, self.span
        across = square.left() + (codes[:, 0] + span) / (2 * span) * square.width()
        down = square.top() + (span - codes[:, 1]) / (2 * span) * square.width()
        return list(zip(across.tolist(), down.tolist(), strict=True))

    def code(self, at: QPointF) -> tuple[float, float]:
        """Code of a pixel, kept on the map."""
        square, span = self.square, self.span
        x = (at.x() - square.left()) / square.width() * 2 * span - span
        y = span - (at.y() - square.top()) / square.width() * 2 * span
        return float(np.clip(x, -span, span)), float(np.clip(y, -span, span))

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then what lies on it."""
        painter = QPainter(self)
        square = self.square
        painter.fillRect(square, QColor("#000000"))
        if not self._ground.isNull():
            painter.drawPixmap(square.topLeft(), self._scaled())
        elif self._invitation:
            painter.setPen(QColor("#8d98a3"))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._invitation)
        if self._points is not None:
            self._draw_points(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(square)
        self._draw_marks(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(square.adjusted(1, 1, -1, -1))

    def _scaled(self) -> QPixmap:
        """The ground in the size of the square, kept: the cursor moves far more often than it changes."""
        ratio = self.devicePixelRatioF()
        side = max(1, round(self.square.width() * ratio))
        if self._ground_pixmap.width() != side:
            mode = Qt.TransformationMode.SmoothTransformation
            whole = self._ground.convertToFormat(QImage.Format.Format_RGB32)
            self._ground_pixmap = QPixmap.fromImage(
                whole.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            )
            self._ground_pixmap.setDevicePixelRatio(ratio)
        return self._ground_pixmap

    def _draw_points(self, painter: QPainter) -> None:
        assert self._points is not None
        ratio = self.devicePixelRatioF()
        side = max(1, int(self.square.width() * ratio))
        if self._points_image.width() != side:
            self._points_image = scatter(*self._points, side, self.span, max(2, round(1.6 * ratio)))
        painter.drawImage(self.square, self._points_image)
        codes, labels = self._points
        font = QFont(self.font())
        font.setPixelSize(BODY + 4)
        font.setBold(True)
        painter.setFont(font)
        for digit in range(10):
            mine = codes[labels == digit]
            if not len(mine):
                continue
            at = self.place(np.median(mine, axis=0))
            box = QRectF(at.x() - 11, at.y() - 11, 22, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 190))
            painter.drawEllipse(box)
            painter.setPen(QColor(DIGIT_COLOURS[digit]))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(digit))

    def _draw_marks(self, painter: QPainter) -> None:
        marks = self.marks
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if marks.path is not None and len(marks.path) > 1:
            points = [QPointF(x, y) for x, y in self._places(marks.path)]
            out = marks.left_at if marks.left_at is not None else len(points)
            self._draw_line(painter, points[: out + 1], QPen(QColor(LIGHT_MARK), 2.5))
            self._draw_line(painter, points[out:], QPen(QColor(WARM_MARK), 2.5, Qt.PenStyle.DashLine))
        if marks.cloud is not None:
            mean, std = marks.cloud
            centre = self.place(mean)
            unit = self.square.width() / (2 * self.span)
            for pen in (QPen(QColor(HALO), 4), QPen(QColor(WARM_MARK), 2)):
                painter.setPen(pen)
                for sigmas in (1, 2):
                    painter.drawEllipse(centre, sigmas * float(std[0]) * unit, sigmas * float(std[1]) * unit)
            painter.setBrush(QColor(WARM_MARK))
            painter.drawEllipse(centre, 2, 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        for i, pin in enumerate(marks.pins):
            painter.setPen(QPen(QColor("#000000"), 1.5))
            painter.setBrush(QColor((DIGIT_COLOURS[0], DIGIT_COLOURS[3])[i]))
            painter.drawEllipse(self.place(pin), 7, 7)
            painter.setPen(QColor("#000000"))
            at = self.place(pin)
            font = QFont(self.font())
            font.setPixelSize(10)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(QRectF(at.x() - 7, at.y() - 7, 14, 14), Qt.AlignmentFlag.AlignCenter, "AB"[i])
        if marks.cursor is not None:
            at = self.place(marks.cursor)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(QColor(HALO), 5), QPen(QColor(LIGHT_MARK), 2)):
                painter.setPen(pen)
                painter.drawEllipse(at, 6, 6)

    @staticmethod
    def _draw_line(painter: QPainter, points: list[QPointF], pen: QPen) -> None:
        """Draw a line with a dark edge, so that it is seen on any ground."""
        if len(points) < 2:
            return
        painter.setPen(QPen(QColor(HALO), pen.widthF() + 2.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))

    # Pointing -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a place."""
        if self.square.contains(event.position()):
            self.point(*self.code(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put a pin."""
        if event.button() == Qt.MouseButton.LeftButton and self.square.contains(event.position()):
            self.pressed.emit(*self.code(event.position()))

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts while the map has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in ARROWS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; Return puts a pin."""
        x, y = self.marks.cursor or (0.0, 0.0)
        key = event.key()
        if key in ARROWS:
            dx, dy = ARROWS[Qt.Key(key)]
            step, span = 2 * self.span / KEY_STEPS, self.span
            self.point(float(np.clip(x + dx * step, -span, span)), float(np.clip(y + dy * step, -span, span)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(x, y)
        else:
            super().keyPressEvent(event)

    def point(self, x: float, y: float) -> None:
        """Move the cursor to a code."""
        self.marks.cursor = (x, y)
        self.update()
        self.pointed.emit(x, y)


def scatter(
    codes: npt.NDArray[np.float32], labels: npt.NDArray[np.uint8], side: int, span: float, dot: int
) -> QImage:
    """Codes (n, 2) as dots on a transparent square of `side` pixels."""
    data = np.zeros((side, side, 4), dtype=np.uint8)
    x = ((codes[:, 0] + span) / (2 * span) * side).astype(int)
    y = ((span - codes[:, 1]) / (2 * span) * side).astype(int)
    colours = np.array([QColor(c).getRgb() for c in DIGIT_COLOURS], dtype=np.uint8)
    inside = (x >= 0) & (y >= 0) & (x < side - dot) & (y < side - dot)
    for dx in range(dot):
        for dy in range(dot):
            data[y[inside] + dy, x[inside] + dx] = colours[labels[inside]]
    return QImage(data.data, side, side, 4 * side, QImage.Format.Format_RGBA8888).copy()
