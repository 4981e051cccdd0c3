"""A picture from which parts are taken away with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from models.digits.model import SIDE
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.digits.pictures import PictureView


class EraserView(PictureView):
    """Tells which pixel the mouse is on while its button is held.

    Parameters
    ----------
    theme, size, name
        As for `PictureView`.
    """

    erased = Signal(int, int)
    """Row and column of a pixel."""

    lifted = Signal()
    """The button is up again."""

    def __init__(self, theme: Theme, size: int, name: str) -> None:
        super().__init__(theme, size, name)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the first pixel away."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._tell(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the pixels on the way away."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._tell(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is enough."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.lifted.emit()

    def _tell(self, at: QPointF) -> None:
        row, column = (int(part * SIDE / self.width()) for part in (at.y(), at.x()))
        if 0 <= row < SIDE and 0 <= column < SIDE:
            self.erased.emit(row, column)
