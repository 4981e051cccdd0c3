"""A figure of a table as a bar, with its spread, small enough to stand beside the figure."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed


class SpreadBar(Themed):
    """A bar from nought, a whisker of one spread up and down, and a tick where a rival comes to.

    Parameters
    ----------
    theme : Theme
        Colours.
    words : str
        What it shows, for those who do not see it.
    value, spread : float
        Shares of the whole width.
    rival : float, optional
        Another share, marked by a tick.
    """

    def __init__(
        self, theme: Theme, words: str, value: float, spread: float, rival: float | None = None
    ) -> None:
        super().__init__(theme)
        self.value, self.spread, self.rival = value, spread, rival
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumWidth(16)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Narrow: what is left over goes to the bars."""
        return QSize(16, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, its whisker and the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, middle = self.width() - 2.0, self.height() / 2

        def place(share: float) -> float:
            return 1 + wide * min(max(share, 0.0), 1.0)

        painter.fillRect(QRectF(1, middle - 3, wide, 6), QColor(self.theme.raised))
        painter.fillRect(QRectF(1, middle - 3, place(self.value) - 1, 6), QColor(self.theme.accent))
        painter.setPen(QPen(QColor(self.theme.text), 1.2))
        ends = place(self.value - self.spread), place(self.value + self.spread)
        painter.drawLine(QLineF(ends[0], middle, ends[1], middle))
        for end in ends:
            painter.drawLine(QLineF(end, middle - 2, end, middle + 2))
        if self.rival is not None:
            painter.setPen(QPen(QColor(self.theme.forecast), 2))
            x = place(self.rival)
            painter.drawLine(QLineF(x, middle - 6, x, middle + 6))
