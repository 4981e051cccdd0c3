"""The strip of the alarm that is chosen, on ECG paper as wide as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.alarms.alarm import Alarm
from models.alerts.kinds import Priority
from monitor.alarms.journaling.strips import Strip
from monitor.ui.journal.model import priority_colour
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.report.paper import draw_strip, height_mm, on_screen, width_mm

LEAST = QSize(200, 96)
"""Least size, in logical pixels."""


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
        self.setMinimumSize(LEAST)
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
        per_mm = min(self.width() / width_mm(strip), self.height() / height_mm(strip))
        colour = QColor(priority_colour(theme, alarm.priority))
        shade = QColor(colour)
        shade.setAlpha(36 if alarm.priority is not Priority.HIGH else 48)
        ink = on_screen(theme, colour.name(), shade.name(QColor.NameFormat.HexArgb), SMALL)
        left = (self.width() - width_mm(strip) * per_mm) / 2
        draw_strip(painter, left, 0.0, strip, alarm, per_mm, ink)
