"""A square window on a plane: where codes and pixels lie, and how one comes nearer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from models.digits.space.extent import Extent, extent_of
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.plane.zoom import ZoomButtons

ZOOM = 1.25
"""A step of the wheel, or a press of a button, brings the map nearer by so much."""

NEAREST, FARTHEST = 0.02, 4.0
"""How large the part shown may be, of the whole map's side."""

LEAST_PX = 240
"""Least side of a map, in logical pixels; it takes what room there is."""

LEAST_FACTOR = 0.75
"""Of its least side a map keeps so much where pictures beside it become smaller still."""


class Framed(Themed):
    """A part of the plane, z1 to the right and z2 upwards, square whatever room there is.

    Parameters
    ----------
    theme : Theme
        Colours.
    span : float or Extent
        How far it reaches from the origin on either axis, in units of the code, or its square.
    zoomable : bool
        Whether one may come nearer, and drag it with the right button; `framed` tells.

    Attributes
    ----------
    home : Extent
        The whole map.
    extent : Extent
        The part of it that is shown.
    least : int
        Its least side where there is neither much room nor little, in logical pixels.
    """

    framed = Signal()

    def __init__(self, theme: Theme, span: float | Extent, *, zoomable: bool) -> None:
        super().__init__(theme)
        self.home = self.extent = extent_of(span)
        self.least = LEAST_PX
        self._dragged: QPointF | None = None
        self._buttons: ZoomButtons | None = None
        if zoomable:
            self._buttons = buttons = ZoomButtons(self)
            buttons.nearer.connect(lambda: self.zoom(1 / ZOOM))
            buttons.farther.connect(lambda: self.zoom(ZOOM))
            buttons.whole.connect(lambda: self.frame(self.home))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST_PX, LEAST_PX)

    def sizeHint(self) -> QSize:
        """Large, and square."""
        return QSize(600, 600)

    def rescale(self, factor: float) -> None:
        """Leave what stands beside it no more room than it needs itself."""
        side = round(max(factor, LEAST_FACTOR) * self.least)
        self.setMinimumSize(side, min(side, self.maximumHeight()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in the map's upper right corner."""
        super().resizeEvent(event)
        if self._buttons is not None:
            square = self.square
            self._buttons.move(round(square.right()) - self._buttons.width() - 6, round(square.top()) + 6)

    @property
    def square(self) -> QRectF:
        """The map's square in the widget: at its top, and in the middle between its sides."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) // 2, 0, side, side)

    @property
    def unit(self) -> float:
        """Pixels of one unit of the code."""
        return float(self.square.width()) / (2 * self.extent.half)

    # Which part -----------------------------------------------------------------------------------

    def set_home(self, span: float | Extent) -> None:
        """Make the map another one, and show all of it; `framed` is not told."""
        self.home = self.extent = extent_of(span)
        self.reframed()

    def frame(self, extent: Extent) -> None:
        """Show another part of the map, not all too near nor too far; `framed` tells if it is another."""
        half = min(max(extent.half, NEAREST * self.home.half), FARTHEST * self.home.half)
        if half != extent.half:
            extent = Extent(extent.x, extent.y, half)
        if extent != self.extent:
            self.extent = extent
            self.reframed()
            self.framed.emit()

    def zoom(self, factor: float) -> None:
        """Show a part `factor` times as large, about the cursor where it is seen."""
        at = self.centre_of_zoom
        if at is None or not self.extent.holds(at)[0]:
            at = (self.extent.x, self.extent.y)
        self.frame(self.extent.zoomed(factor, *at))

    @property
    def centre_of_zoom(self) -> tuple[float, float] | None:
        """Where the buttons come nearer, if not in the middle."""
        return None

    def reframed(self) -> None:
        """Draw another part."""
        self.update()

    # Codes and pixels -----------------------------------------------------------------------------

    def place(self, z: npt.ArrayLike) -> QPointF:
        """Pixel of a code."""
        return self.places(np.asarray(z, dtype=float)[None])[0]

    def places(self, codes: npt.NDArray[np.floating]) -> list[QPointF]:
        """Pixels of codes, shape (n, 2)."""
        square, extent, unit = self.square, self.extent, self.unit
        across = square.left() + (codes[:, 0] - extent.left) * unit
        down = square.top() + (extent.top - codes[:, 1]) * unit
        return [QPointF(x, y) for x, y in zip(across.tolist(), down.tolist(), strict=True)]

    def code(self, at: QPointF) -> tuple[float, float]:
        """Code of a pixel, kept on the map."""
        square, extent, unit = self.square, self.extent, self.unit
        x = extent.left + (at.x() - square.left()) / unit
        return extent.clip(x, extent.top - (at.y() - square.top()) / unit)

    # The mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map with the right button."""
        if self._buttons is not None and event.button() == Qt.MouseButton.RightButton:
            self._dragged = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map."""
        if self._dragged is not None:
            moved, self._dragged = event.position() - self._dragged, event.position()
            extent = self.extent
            self.frame(
                Extent(extent.x - moved.x() / self.unit, extent.y + moved.y() / self.unit, extent.half)
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the map go."""
        self._dragged = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come nearer, or go away, where the mouse is."""
        turned = event.angleDelta().y()
        if self._buttons is None or not turned or not self.square.contains(event.position()):
            super().wheelEvent(event)
            return
        self.frame(self.extent.zoomed(ZOOM ** (-turned / 120), *self.code(event.position())))
        event.accept()
