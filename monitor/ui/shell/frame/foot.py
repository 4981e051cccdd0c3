"""Where messages lie: over the line at the window's foot, so that nothing moves when one comes or goes.

In a window that is scrolled they lie at the foot of what is in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

GAP_PX = 6
"""Room between a message and the notice, in logical pixels."""

LEAST_PX = 36
"""Least height of a message: the line at the foot, and the margin above it; logical pixels."""


class Foot(QObject):
    """Keeps a bar of messages on the line at the window's foot; long sentences grow upwards.

    A bar within the layout pushed the page down just as a control on it was about to be clicked.

    Parameters
    ----------
    bar : QWidget
        Shown and hidden by whoever has something to say; a child of the line's parent, or of `area`, in no
        layout.
    line : QWidget
        The line that it lies on.
    notice : QWidget
        At the right end of the line; it is left free.
    area : QScrollArea, optional
        Scrolls the line, which may be out of sight; what is said is not.
    """

    def __init__(self, bar: QWidget, line: QWidget, notice: QWidget, area: QScrollArea | None = None) -> None:
        super().__init__(bar)
        self._bar, self._line, self._notice, self._area = bar, line, notice, area
        for watched in (bar, line, notice, *(() if area is None else (area.viewport(),))):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the bar anew whenever its words or the line's size have changed."""
        kinds = QEvent.Type
        if event.type() in (kinds.Show, kinds.LayoutRequest, kinds.Resize, kinds.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        bar = self._bar
        if self._area is None:
            line = self._line.geometry()
            width = self._notice.mapTo(self._line, self._notice.rect().topLeft()).x() - GAP_PX
        else:
            line = self._area.viewport().geometry()
            width = line.width()
        if width <= 0:
            return  # the line has not been laid out yet
        height = max(LEAST_PX, bar.heightForWidth(width))
        bar.setGeometry(line.left(), line.bottom() + 1 - height, width, height)
        bar.raise_()
