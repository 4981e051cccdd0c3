"""Shapes beside an alarm's words, so that priority and state can be told without colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import State

MARK_PX = 20
"""Side of a mark, in logical pixels."""

_CORNERS = {
    Priority.HIGH: ((0.5, 0.04), (1.0, 0.94), (0.0, 0.94)),
    Priority.MEDIUM: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}
"""A triangle, a rhombus; a low priority has a circle. In a box of side 1, y downwards."""


def draw_mark(painter: QPainter, box: QRectF, priority: Priority, state: State, colour: QColor) -> None:
    """Draw an alarm's mark: filled while it is active, with a tick when acknowledged, hollow when latched."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 2.0)
    painter.setPen(pen)
    filled = QColor(colour)
    filled.setAlphaF(1.0 if state is State.ACTIVE else 0.0)
    painter.setBrush(filled)
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    corners = _CORNERS.get(priority)
    if corners is None:
        painter.drawEllipse(inner)
    else:
        points = [QPointF(inner.x() + x * inner.width(), inner.y() + y * inner.height()) for x, y in corners]
        painter.drawPolygon(QPolygonF(points))
    if state is State.ACKNOWLEDGED:
        low = 0.12 if priority is Priority.HIGH else 0.0
        tick = [
            QPointF(inner.x() + x * inner.width(), inner.y() + (y + low) * inner.height())
            for x, y in ((0.3, 0.5), (0.45, 0.68), (0.72, 0.34))
        ]
        painter.drawPolyline(QPolygonF(tick))
    painter.restore()


class Mark(QWidget):
    """The mark of one alarm."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(MARK_PX, MARK_PX))
        self._priority, self._state, self._colour = Priority.LOW, State.ACTIVE, QColor()

    def show_mark(self, priority: Priority, state: State, colour: QColor) -> None:
        """Show another one."""
        if (priority, state, colour) != (self._priority, self._state, self._colour):
            self._priority, self._state, self._colour = priority, state, QColor(colour)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        draw_mark(QPainter(self), QRectF(self.rect()), self._priority, self._state, self._colour)
