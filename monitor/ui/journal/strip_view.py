"""The strip of the alarm that is chosen, on ECG paper: whole where that can be read, else scrolled."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from models.alarms.alarm import Alarm
from models.alerts.kinds import Priority
from monitor.alarms.journaling.strips import Strip
from monitor.ui.kit.drawing.colours import priority_colour
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.report.paper import draw_strip, height_mm, on_screen, width_mm

LEAST = QSize(200, 96)
"""Least size, in logical pixels."""

USUAL_MM = 250.0
"""Ten seconds of paper: a shorter strip is drawn no larger."""

READABLE = 3.0
"""With fewer logical pixels a millimetre many leads cannot be told apart: then they are scrolled."""


class StripScroll(QScrollArea):
    """A `StripView`, scrolled up and down where there are more leads than room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view = StripView(theme)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(LEAST)
        self.setAccessibleName(tr("Strip of the chosen alarm"))
        self.setWidget(self.view)
        self.viewport().setAutoFillBackground(False)
        self.setObjectName("strip")

    def show_strip(self, strip: Strip | None, alarm: Alarm | None, words: str) -> None:
        """Show a strip with the mark of its alarm, or words where there is none."""
        self.view.show_strip(strip, alarm, words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another size another part of it fits."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        room = self.viewport().size()
        self.view.setMinimumHeight(self.view.height_in(room.width(), room.height()))


class StripView(QWidget):
    """Draws a strip, or says why there is none.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strip: Strip | None = None
        self._alarm: Alarm | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def show_strip(self, strip: Strip | None, alarm: Alarm | None, words: str) -> None:
        """Show a strip with the mark of its alarm, or words where there is none."""
        self._strip, self._alarm, self._words = strip, alarm, words
        self.setAccessibleName(words)
        self.update()

    def _per_mm(self, width: float, height: float) -> float:
        """Pixels a millimetre in so much room."""
        assert self._strip is not None
        across = width / max(USUAL_MM, width_mm(self._strip))
        return min(across, max(READABLE, height / height_mm(self._strip)))

    def height_in(self, width: int, height: int) -> int:
        """How high it is drawn in so much room; 0 where there is nothing."""
        if self._strip is None:
            return 0
        return math.ceil(height_mm(self._strip) * self._per_mm(width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as it fits, millimetres alike across and down."""
        painter = QPainter(self)
        theme, strip, alarm = self._theme, self._strip, self._alarm
        if strip is None or alarm is None:
            font = QFont(self.font())
            font.setPixelSize(BODY)
            painter.setFont(font)
            painter.setPen(QColor(theme.dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._words)
            return
        per_mm = self._per_mm(self.width(), self.height())
        colour = QColor(priority_colour(theme, alarm.priority))
        shade = QColor(colour)
        shade.setAlpha(36 if alarm.priority is not Priority.HIGH else 48)
        ink = on_screen(theme, colour.name(), shade.name(QColor.NameFormat.HexArgb), SMALL)
        left = (self.width() - max(USUAL_MM, width_mm(strip)) * per_mm) / 2
        draw_strip(painter, left, 0.0, strip, alarm, per_mm, ink)
