"""A pen that is led by keys: the arrows move it, and Space puts it down or lifts it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import announce

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

HINT = phrase("Keys: arrows move the pen, with Shift further; Space puts it down or lifts it.")
"""For tooltips and screen readers."""


class KeyPen:
    """Where the pen is, and whether it is down; a widget tells it of keys and draws it.

    Parameters
    ----------
    widget : QWidget
        On which it draws, and which has the focus while it does.
    steps : tuple of float
        Share of the width and of the height that a key moves it.
    begin, go_on : callable
        Called with a place, where a stroke begins and where it goes on; both in the widget's pixels.
    end : callable
        The stroke is over.
    box : callable
        Gives where may be drawn, in the widget's pixels.
    where : callable
        Says a place in words.
    """

    FAST = 4
    """With Shift it goes so many steps at once."""

    def __init__(
        self,
        widget: QWidget,
        steps: tuple[float, float],
        *,
        begin: Callable[[QPointF], object],
        go_on: Callable[[QPointF], object],
        end: Callable[[], object],
        box: Callable[[], QRectF],
        where: Callable[[QPointF], str],
    ) -> None:
        self._widget, self._steps, self._box, self._where = widget, steps, box, where
        self._begin, self._go_on, self._end = begin, go_on, end
        self._share = QPointF(0.5, 0.5)
        self.down = False
        self._by_keys = False
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def come(self, reason: Qt.FocusReason) -> None:
        """The widget has the focus: whoever came by keys sees the pen."""
        self._by_keys = reason is not Qt.FocusReason.MouseFocusReason
        self._widget.update()

    def leave_to_mouse(self) -> None:
        """The mouse draws now."""
        self.lift()
        self._by_keys = False

    @property
    def place(self) -> QPointF:
        """Where it is, in the widget's pixels."""
        box = self._box()
        return QPointF(box.left() + self._share.x() * box.width(), box.top() + self._share.y() * box.height())

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False for one that is none of its own."""
        key = Qt.Key(event.key())
        self._by_keys = True
        if key in ARROWS:
            self._move(key, fast=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.lift() if self.down else self._put_down()
        else:
            return False
        return True

    def own(self, event: QKeyEvent) -> bool:
        """Whether a key is one of its own, and no shortcut of the window's."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        return plain == Qt.KeyboardModifier.NoModifier and (key in ARROWS or key == Qt.Key.Key_Space)

    def lift(self) -> None:
        """End the stroke."""
        if self.down:
            self.down = False
            self._end()
            announce(self._widget, tr("Pen up"))
            self._widget.update()

    def _put_down(self) -> None:
        self.down = True
        self._begin(self.place)
        announce(self._widget, tr("Pen down, {where}").format(where=self._where(self.place)))
        self._widget.update()

    def _move(self, key: Qt.Key, *, fast: bool) -> None:
        far = self.FAST if fast else 1
        dx, dy = (way * step * far for way, step in zip(ARROWS[key], self._steps, strict=True))
        self._share = QPointF(
            min(max(self._share.x() + dx, 0.0), 1.0), min(max(self._share.y() + dy, 0.0), 1.0)
        )
        if self.down:
            self._go_on(self.place)
        announce(self._widget, self._where(self.place))
        self._widget.update()

    def draw(self, painter: QPainter, dark: str, bright: str) -> None:
        """Draw it while the widget has the focus: a cross, full in its middle while it is down.

        In two colours, so that one of them stands out on whatever lies below.
        """
        if not self._widget.hasFocus() or not self._by_keys:
            return
        at = self.place
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((dark, 4.0), (bright, 1.6)):
            painter.setPen(QPen(QColor(colour), width))
            painter.setBrush(QColor(bright) if self.down else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 5, 5)
            for dx, dy in ARROWS.values():
                painter.drawLine(at + QPointF(6 * dx, 6 * dy), at + QPointF(12 * dx, 12 * dy))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(bright), 2))
        painter.drawRect(QRectF(self._widget.rect()).adjusted(1, 1, -1, -1))
