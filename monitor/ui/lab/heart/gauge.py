"""A figure beside its line: a bar that changes colour where it passes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

HIGH_PX, BAR_PX = 30, 8

REACH = 2.0
"""The bar is full at so many times the line."""


class Gauge(Themed):
    """What is measured, in words and as a bar.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.words = ""
        self._share: float | None = None
        self.setFixedHeight(HIGH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence."""
        return QSize(300, HIGH_PX)

    def show_value(self, value: float | None, line: float | None, words: str) -> None:
        """Show a figure beside its line; None is not known."""
        self._share = None if value is None or line is None else value / line
        self.words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def over(self) -> bool:
        """Whether the figure passes its line."""
        return self._share is not None and self._share > 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words above, the bar below with its line."""
        painter = QPainter(self)
        theme = self.theme
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        top = QRectF(0, 0, self.width(), self.height() - BAR_PX - 4)
        words = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        bar = QRectF(0, self.height() - BAR_PX - 2, self.width(), BAR_PX)
        painter.fillRect(bar, QColor(theme.raised))
        if self._share is not None:
            full = QRectF(bar)
            full.setWidth(min(1.0, self._share / REACH) * bar.width())
            painter.fillRect(full, QColor(theme.alert if self.over else theme.accent))
        x = round(bar.width() / REACH)
        painter.setPen(QPen(QColor(theme.text), 2))
        painter.drawLine(x, round(bar.top()) - 3, x, round(bar.bottom()) + 2)
