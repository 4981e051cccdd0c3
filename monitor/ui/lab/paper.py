"""What a learner draws on, with the mouse, by touch or by keys."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from monitor.ui.kit.abstract import AbstractWidgetType
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.pen import HINT, KeyPen


class Paper(Themed, metaclass=AbstractWidgetType):
    """Strokes begin, go on and end, whoever leads the pen; what they leave is the heir's.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What a screen reader calls it, in the user's language.
    steps : tuple of float
        Share of the width and of the height by which a key moves the pen.
    """

    SPOKEN = Role.Graphic

    def __init__(self, theme: Theme, name: str, steps: tuple[float, float]) -> None:
        super().__init__(theme)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr(HINT))
        self.setToolTip(plain_tip(tr(HINT)))
        self.keys = KeyPen(
            self,
            steps,
            begin=self._begin,
            go_on=self._go_on,
            end=self._end,
            box=lambda: self._box,
            where=self._where,
        )

    @property
    def _box(self) -> QRectF:
        """Where may be drawn, in the widget's pixels."""
        return QRectF(self.rect())

    @abstractmethod
    def _begin(self, at: QPointF) -> None:
        """A stroke begins at a place, in the widget's pixels."""

    @abstractmethod
    def _go_on(self, at: QPointF) -> None:
        """It goes on to a place."""

    @abstractmethod
    def _end(self) -> None:
        """It is over."""

    @abstractmethod
    def _where(self, at: QPointF) -> str:
        """A place in words."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.keys.leave_to_mouse()
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        if not self.keys.down:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if not self.keys.down:
            self._end()

    def event(self, event: QEvent) -> bool:
        """Keep the pen's keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.keys.own(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead the pen."""
        if not self.keys.takes(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the pen to whoever comes by keys."""
        self.keys.come(event.reason())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The pen is not left on the paper."""
        self.keys.lift()
        super().focusOutEvent(event)
