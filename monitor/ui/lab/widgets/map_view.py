"""A latent map of two numbers: a picture of the plane, with pins, clouds and paths on it."""

from __future__ import annotations

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
)
from PySide6.QtWidgets import QSizePolicy

from models.digits.space.latent import SPAN
from monitor.ui.kit.theme import BODY, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.map_marks import Marks, draw_marks
from monitor.ui.lab.widgets.pictures import DIGIT_COLOURS, scatter

KEY_STEPS = 60
"""An arrow key moves the cursor by one part in so many of the map."""

LEAST_PX = 240
"""Least side of a map, in logical pixels; it takes what room there is."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MapView(Themed):
    """The plane, z1 to the right and z2 upwards.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What it shows, for screen readers.
    span : float
        How far it reaches from the middle, on either axis, in units of the code.
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
        self.setMinimumSize(LEAST_PX, LEAST_PX)

    def sizeHint(self) -> QSize:
        """Large, and square."""
        return QSize(600, 600)

    def rescale(self, factor: float) -> None:
        """Leave what stands beside it no more room than it needs itself."""
        self.setMinimumSize(round(factor * LEAST_PX), round(factor * LEAST_PX))

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
        return self.places(np.asarray(z, dtype=float)[None])[0]

    def places(self, codes: npt.NDArray[np.floating]) -> list[QPointF]:
        """Pixels of codes, shape (n, 2)."""
        square, span = self.square, self.span
        across = square.left() + (codes[:, 0] + span) / (2 * span) * square.width()
        down = square.top() + (span - codes[:, 1]) / (2 * span) * square.width()
        return [QPointF(x, y) for x, y in zip(across.tolist(), down.tolist(), strict=True)]

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
            lines = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(square.adjusted(16, 0, -16, 0), lines, self._invitation)
        if self._points is not None:
            self._draw_points(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(square)
        draw_marks(painter, self.marks, self.places, square.width() / (2 * self.span), self.font())
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
