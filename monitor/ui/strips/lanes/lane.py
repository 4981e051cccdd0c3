"""A lane: something that has a threshold, against time, and the line that is dragged."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from assets.phrase import phrase
from models.alerts.reasons import Channel
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.timeline import Timeline

LEAST_PX = 42
"""A lane is no lower than this, in logical pixels: its label has two lines."""

GRAB_PX = 8
"""How near to the line the mouse takes hold of it, in pixels."""

RESET_PX = 12
"""Side of the cross beside the handle of a line that was moved by hand, in logical pixels."""

HANDLE_TIP = phrase("Drag the line, or move it with the arrow keys.")

RESET_TIP = phrase("Set by hand. The cross, a double click on the line or Delete puts it back.")

KEY_STEP = 0.05
"""Share of the default threshold by which an arrow key moves the line."""


class Lane(Canvas):
    """What a channel's lane has whatever it shows: a scale in units of its default threshold, and the line.

    Parameters
    ----------
    timeline, theme
        As for `Canvas`.
    channel : Channel
        Whose threshold it is.
    """

    threshold_moved = Signal(object, float)
    threshold_reset = Signal(object)

    SPOKEN = Role.Slider

    FLOOR: ClassVar[float]
    """Lower edge of the lane, in units of the default threshold."""

    TOP: ClassVar[float]
    """Upper edge of the lane, in the same unit."""

    def __init__(self, timeline: Timeline, theme: Theme, channel: Channel) -> None:
        super().__init__(timeline, theme)
        self.channel = channel
        self._unit = 1.0
        self._threshold: float | None = None
        self._dragging = False
        self._by_hand = False
        self._raises = True
        self.setMinimumHeight(LEAST_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def threshold(self) -> float | None:
        """The threshold shown, None until the models are loaded."""
        return self._threshold

    @property
    def by_hand(self) -> bool:
        """Whether the line stands where the user has put it."""
        return self._by_hand

    def set_threshold(self, default: float, value: float, *, by_hand: bool = False) -> None:
        """Show the threshold `value`; `default` sets the lane's scale."""
        if (default, value, by_hand) != (self._unit, self._threshold, self._by_hand):
            self._unit, self._threshold, self._by_hand = default, value, by_hand
            self._describe()
            self.spoil()
            self.update()

    def _describe(self) -> None:
        """Say where the line is to those who do not see it."""
        value = 0.0 if self._threshold is None else self._threshold / self._unit
        said = tr("The threshold is {times} times the usual one.").format(times=in_figures(value, ".2f"))
        self.setAccessibleDescription(said)

    def set_raises(self, raises: bool, tip: str) -> None:
        """Say whether what is over the line raises an alert, in the line's colour and in words."""
        self.setToolTip(plain_tip(tip))
        if raises != self._raises:
            self._raises = raises
            self.spoil()
            self.update()

    @property
    def _over_colour(self) -> QColor:
        """Colour of what is over the line: that of alerts only where it raises one."""
        if self._raises:
            return QColor(self.theme.alert)
        colour = QColor(self._colour)
        colour.setAlphaF(0.5)
        return colour

    @property
    def _colour(self) -> str:
        """Colour of what the lane shows."""
        raise AssertionError("a lane has a colour")  # pragma: no cover

    def _y(self, score: float) -> float:
        return self.height() * (1 - (score / self._unit - self.FLOOR) / (self.TOP - self.FLOOR))

    def _score(self, y: float) -> float:
        return ((1 - y / self.height()) * (self.TOP - self.FLOOR) + self.FLOOR) * self._unit

    def draw_over(self, painter: QPainter) -> None:
        """Draw the threshold line with its handle."""
        if self._threshold is None:
            return
        y = self._y(self._threshold)
        at_rest = self.theme.alert if self._raises else self.theme.dim
        colour = QColor(self.theme.accent if self.hasFocus() else at_rest)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(self.timeline.width, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(self.timeline.width - 12, y - 5, 11, 10), 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.text), 2))
            painter.drawRoundedRect(QRectF(self.timeline.width - 14, y - 7, 13, 14), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
        if self._by_hand:
            self._draw_cross(painter, self._cross(), colour)

    def _cross(self) -> QRectF:
        """Where the cross beside the handle is."""
        y = 0.0 if self._threshold is None else self._y(self._threshold)
        top = min(max(y - RESET_PX / 2, 0.0), self.height() - RESET_PX)
        return QRectF(self.timeline.width - 16 - RESET_PX, top, RESET_PX, RESET_PX)

    def _draw_cross(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        painter.setBrush(QColor(self.theme.raised))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(QPen(colour, 1.6))
        inner = place.adjusted(3.5, 3.5, -3.5, -3.5)
        painter.drawLine(QLineF(inner.topLeft(), inner.bottomRight()))
        painter.drawLine(QLineF(inner.bottomLeft(), inner.topRight()))

    # Moving the line ------------------------------------------------------------------------------

    def _near(self, event: QMouseEvent) -> bool:
        return self._near_line(event.position().y())

    def _near_line(self, y: float) -> bool:
        return self._threshold is not None and abs(y - self._y(self._threshold)) <= GRAB_PX

    def _resets(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton or event.type() == QEvent.Type.MouseMove
        return self._by_hand and left and self._cross().contains(event.position())

    def event(self, event: QEvent) -> bool:
        """Say by the line how it is moved and put back; what the lane shows is said at its name.

        The whole of it here would lie over the panels beside, as soon as the pointer rests on a trace.
        """
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._near_line(event.pos().y()) and not self._dragging:
                QToolTip.showText(event.globalPos(), self.handle_tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    @property
    def handle_tip(self) -> str:
        """What is said of the line to whoever rests the mouse there."""
        return f"{tr(HANDLE_TIP)} {tr(RESET_TIP)}" if self._by_hand else tr(HANDLE_TIP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the threshold line, or put it back by its cross."""
        if self._resets(event):
            self.threshold_reset.emit(self.channel)
            return
        self._dragging = event.button() == Qt.MouseButton.LeftButton and self._near(event)
        if not self._dragging:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line, or show that it can be moved."""
        if self._dragging:
            self._move_to(self._score(event.position().y()))
        elif self._resets(event):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._near(event):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Put the line back."""
        if self._near(event) and self._by_hand:
            self._dragging = False
            self.threshold_reset.emit(self.channel)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the line go."""
        self._dragging = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line with the arrow keys, or put it back with Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._by_hand:
            self.threshold_reset.emit(self.channel)
            return
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps and self._threshold is not None:
            self._move_to(self._threshold + steps[Qt.Key(event.key())] * KEY_STEP * self._unit)
        else:
            super().keyPressEvent(event)

    def _move_to(self, value: float) -> None:
        value = min(max(value, 0.05 * self._unit), self.TOP * 0.97 * self._unit)
        self.set_threshold(self._unit, value, by_hand=True)
        self.threshold_moved.emit(self.channel, value)
