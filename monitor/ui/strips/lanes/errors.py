"""A residual lane: one channel's error against time, its threshold, and what exceeds it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from models.alerts.reasons import Channel
from monitor.stream.rows import Rows
from monitor.ui.kit.painting import draw_line, polygon, runs
from monitor.ui.kit.theme import Theme
from monitor.ui.session.provisional import Shade
from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.strip import shade
from monitor.ui.strips.timeline import Timeline

SPAN = 2.6
"""Height of a lane in units of the channel's default threshold."""

FLOOR = -1.6
"""Lower edge of a lane in the same unit: scores are relative to the patient's baseline, which is the level at
his beats, so that the quiet stretches between them lie below nought."""

GRAB_PX = 8
"""How near to the line the mouse takes hold of it, in pixels."""

KEY_STEP = 0.05
"""Share of the default threshold by which an arrow key moves the line."""


class Lane(Canvas):
    """One channel of errors, live.

    Parameters
    ----------
    timeline, theme
        As for `Canvas`.
    channel : Channel
        Whose errors are shown.
    scores : Rows
        Rows of (sample index, score).
    alerts : callable
        Gives the alerts that overlap two sample indices.
    """

    threshold_moved = Signal(object, float)

    def __init__(
        self,
        timeline: Timeline,
        theme: Theme,
        channel: Channel,
        scores: Rows,
        shades: Callable[[float, float], list[Shade]],
    ) -> None:
        super().__init__(timeline, theme)
        self.channel = channel
        self._scores = scores
        self._shades = shades
        self._unit = 1.0
        self._threshold: float | None = None
        self._dragging = False
        self.setMinimumHeight(56)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{channel.value} error, threshold moves with the arrow keys")

    @property
    def threshold(self) -> float | None:
        """The threshold shown, None until the models are loaded."""
        return self._threshold

    def set_threshold(self, default: float, value: float) -> None:
        """Show the threshold `value`; `default` sets the lane's scale."""
        self._unit = default
        self._threshold = value
        self.redraw()

    def _y(self, score: float) -> float:
        return self.height() * (1 - (score / self._unit - FLOOR) / (SPAN - FLOOR))

    def _score(self, y: float) -> float:
        return ((1 - y / self.height()) * (SPAN - FLOOR) + FLOOR) * self._unit

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw shaded alerts, the error, and what exceeds the threshold."""
        timeline = self.timeline
        shade(painter, timeline, self.theme, self._shades(first, last), self.height())
        index, values = self._scores.between(max(first, timeline.start), last, margin=2)
        if len(index) < 2:
            return
        x = timeline.places(index)
        # A line one pixel inside the lane's edge shows that the error goes on beyond it.
        share = (values[0].astype(np.float64) / self._unit - FLOOR) / (SPAN - FLOOR)
        y = np.clip(self.height() * (1 - share), 1.0, self.height() - 1.0)
        if self._threshold is not None:
            self._fill_excess(painter, x, y)
        painter.setPen(QPen(QColor(getattr(self.theme, self.channel.value)), 1.4))
        draw_line(painter, x, y)

    def _fill_excess(self, painter: QPainter, x: np.ndarray, y: np.ndarray) -> None:
        assert self._threshold is not None
        line = self._y(self._threshold)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.alert))
        with np.errstate(invalid="ignore"):
            over = y < line
        for run in runs(over):
            foot = np.array([line, line])
            painter.drawPolygon(polygon(np.append(x[run], x[run][[-1, 0]]), np.append(y[run], foot)))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw_over(self, painter: QPainter) -> None:
        """Draw the threshold line with its handle."""
        if self._threshold is None:
            return
        y = self._y(self._threshold)
        colour = QColor(self.theme.accent if self.hasFocus() else self.theme.alert)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(self.timeline.width, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(self.timeline.width - 12, y - 5, 11, 10), 2, 2)

    # Moving the line ------------------------------------------------------------------------------

    def _near(self, event: QMouseEvent) -> bool:
        return self._threshold is not None and abs(event.position().y() - self._y(self._threshold)) <= GRAB_PX

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the threshold line."""
        self._dragging = event.button() == Qt.MouseButton.LeftButton and self._near(event)
        if not self._dragging:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line, or show that it can be moved."""
        if self._dragging:
            self._move_to(self._score(event.position().y()))
        elif self._near(event):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the line go."""
        self._dragging = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line with the arrow keys."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps and self._threshold is not None:
            self._move_to(self._threshold + steps[Qt.Key(event.key())] * KEY_STEP * self._unit)
        else:
            super().keyPressEvent(event)

    def _move_to(self, value: float) -> None:
        value = min(max(value, 0.05 * self._unit), SPAN * 0.97 * self._unit)
        self.set_threshold(self._unit, value)
        self.threshold_moved.emit(self.channel, value)
