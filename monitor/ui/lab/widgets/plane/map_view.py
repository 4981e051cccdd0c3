"""A latent map of two numbers: a picture of the plane, with pins, clouds and paths on it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap

from models.digits.space.extent import Extent
from models.digits.space.latent import SPAN
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.digits.pictures import scatter
from monitor.ui.lab.widgets.plane.edge import draw_axes
from monitor.ui.lab.widgets.plane.framed import Framed
from monitor.ui.lab.widgets.plane.map_marks import Marks, draw_marks
from monitor.ui.lab.widgets.plane.points import draw_labels

KEY_STEPS = 60
"""An arrow key moves the cursor by one part in so many of the map."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MapView(Framed):
    """The plane, z1 to the right and z2 upwards.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What it shows, for screen readers.
    span : float or Extent
        How far it reaches from the origin on either axis, in units of the code, or its square.
    walkable : bool
        Whether one may point at its places.
    zoomable : bool
        As for `Framed`.
    """

    SPOKEN = Role.Graphic

    pointed = Signal(float, float)
    pressed = Signal(float, float)

    def __init__(
        self,
        theme: Theme,
        name: str,
        span: float | Extent = SPAN,
        *,
        walkable: bool = True,
        zoomable: bool = False,
    ) -> None:
        super().__init__(theme, span, zoomable=zoomable)
        self.marks = Marks()
        self._ground = QImage()
        self._ground_extent = self.extent
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

    @property
    def centre_of_zoom(self) -> tuple[float, float] | None:
        """The cursor."""
        return self.marks.cursor

    def reframed(self) -> None:
        """Draw another part; the ground is that of the old one until another is shown."""
        self._points_image = QImage()
        super().reframed()

    def show_ground(self, image: QImage, extent: Extent | None = None) -> None:
        """Show a picture of a part of the plane: of the part that is shown, where no other is given."""
        self._ground, self._ground_pixmap = image, QPixmap()
        self._ground_extent = extent or self.extent
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

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then what lies on it."""
        painter = QPainter(self)
        square = self.square
        painter.fillRect(square, QColor("#000000"))
        painter.setClipRect(square)
        if not self._ground.isNull():
            self._draw_ground(painter)
        elif self._invitation:
            painter.setPen(QColor("#8d98a3"))
            lines = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(square.adjusted(16, 0, -16, 0), lines, self._invitation)
        if self._points is not None:
            self._draw_points(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._points is not None:
            draw_labels(painter, *self._points, self.extent, self.places, self.font())
        if not (self._ground.isNull() and self._invitation):
            draw_axes(painter, self.extent, square, self.font())
        draw_marks(painter, self.marks, self.places, self.unit, self.font(), square)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(square.adjusted(1, 1, -1, -1))

    def _draw_ground(self, painter: QPainter) -> None:
        """Draw the ground at its place; it may be of another part while the new one is not yet there."""
        ground = self._ground_extent
        if ground == self.extent:
            painter.drawPixmap(self.square.topLeft(), self._scaled())
            return
        corner, opposite = self.places(np.array([[ground.left, ground.top], [ground.right, ground.bottom]]))
        painter.drawImage(QRectF(corner, opposite), self._ground)

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
            self._points_image = scatter(*self._points, side, self.extent, max(2, round(1.6 * ratio)))
        painter.drawImage(self.square, self._points_image)

    # Pointing -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a place, or drag the map."""
        super().mouseMoveEvent(event)
        if self._dragged is None and self.square.contains(event.position()):
            self.point(*self.code(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put a pin."""
        super().mousePressEvent(event)
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
            step = 2 * self.extent.half / KEY_STEPS
            self.point(*self.extent.clip(x + dx * step, y + dy * step))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(x, y)
        else:
            super().keyPressEvent(event)

    def point(self, x: float, y: float) -> None:
        """Move the cursor to a code."""
        self.marks.cursor = (x, y)
        self.update()
        self.pointed.emit(x, y)
