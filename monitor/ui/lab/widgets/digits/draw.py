"""The canvas on which a learner draws a digit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.paper import Paper

SIDE_PX = 196
"""Side of the canvas in logical pixels, seven for each of MNIST's 28."""

MNIST_SIDE = 28
"""Pixels of MNIST's side; a key moves the pen by one of them."""

PENS = (10, 15, 21)
"""Widths of the pen in pixels; MNIST's strokes are two to three of its pixels wide."""


class DrawCanvas(Paper):
    """Ink by mouse, touch or keys, stroke by stroke, with undo."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        name = tr("Draw a digit here, with the mouse or by keys")
        super().__init__(theme, name, (1 / MNIST_SIDE, 1 / MNIST_SIDE))
        self.pen = PENS[1]
        self._strokes: list[tuple[int, list[QPointF]]] = []
        self._drawing = False
        self._side = SIDE_PX
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def set_side(self, side: int) -> None:
        """Show the canvas at another side, in logical pixels; the ink stays as it is."""
        if side != self._side:
            self._side = side
            self.updateGeometry()
            self.update()

    def _ink_place(self, at: QPointF) -> QPointF:
        """Place on the canvas of `SIDE_PX` of a place in the widget."""
        return at * SIDE_PX / self._side

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    def clear(self) -> None:
        """Take all ink away."""
        self._strokes.clear()
        self._told()

    def undo(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._told()

    def add_stroke(self, points: list[tuple[float, float]]) -> None:
        """Draw a stroke through points in canvas pixels."""
        self._strokes.append((self.pen, [QPointF(x, y) for x, y in points]))
        self._told()

    def ink(self) -> npt.NDArray[np.uint8]:
        """What is drawn, 0 to 255; shape (196, 196)."""
        image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        self._paint_strokes(painter, QColor("white"))
        painter.end()
        rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(SIDE_PX, image.bytesPerLine())
        return rows[:, :SIDE_PX].copy()

    def _told(self) -> None:
        self.update()
        self.changed.emit()

    def _paint_strokes(self, painter: QPainter, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for width, points in self._strokes:
            pen = QPen(
                colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
            painter.setPen(pen)
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))

    # Strokes --------------------------------------------------------------------------------------

    def _begin(self, at: QPointF) -> None:
        self._drawing = True
        self._strokes.append((self.pen, [self._ink_place(at)]))
        self._told()

    def _go_on(self, at: QPointF) -> None:
        if self._drawing and self._strokes:
            self._strokes[-1][1].append(self._ink_place(at))
            self._told()

    def _end(self) -> None:
        self._drawing = False

    def _where(self, at: QPointF) -> str:
        place = self._ink_place(at) * MNIST_SIDE / SIDE_PX
        return tr("column {column}, row {row}").format(column=round(place.x()), row=round(place.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead the pen; Backspace takes the last stroke away, Delete all."""
        if event.key() == Qt.Key.Key_Backspace:
            self.keys.lift()
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.keys.lift()
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ink, or an invitation."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#000000"))
        if self.empty:
            painter.setPen(QColor("#5a6671"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Draw a digit"))
        painter.save()
        painter.scale(self._side / SIDE_PX, self._side / SIDE_PX)
        self._paint_strokes(painter, QColor("white"))
        painter.restore()
        self.keys.draw(painter, "#000000", self.theme.accent)
