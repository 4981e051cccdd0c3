"""Which pixels a pixel sees while it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from models.digits.lossy.masked import window
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed

ACROSS, DOWN = 15, 8
"""Cells of the stretch of picture that is shown."""

_AT = (7, 7)  # row and column of the pixel that is drawn


class ReachView(Themed):
    """A stretch of picture: the pixel being drawn, those before it, and which of them it sees.

    Parameters
    ----------
    theme : Theme
        Colours.
    cell : int
        Side of a cell in logical pixels, where there is neither much room nor little.
    """

    def __init__(self, theme: Theme, cell: int = 11) -> None:
        super().__init__(theme)
        self._size = cell
        self._cell = cell
        self.seen: frozenset[tuple[int, int]] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Which pixels a pixel sees while it is drawn"))

    def show_reach(self, reach: int) -> None:
        """Show what a decoder of a reach sees."""
        self.seen = frozenset(window(reach))
        self.setAccessibleDescription(tr("{seen} pixels above and to the left").format(seen=len(self.seen)))
        self.update()

    def sizeHint(self) -> QSize:
        """The preferred size."""
        return QSize(ACROSS * self._cell + 1, DOWN * self._cell + 1)

    def rescale(self, factor: float) -> None:
        """Be larger or smaller, in whole pixels a cell."""
        self._cell = max(6, round(factor * self._size))
        self.setFixedSize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        drawn, seen = QColor(self.theme.dim), QColor(self.theme.accent)
        drawn.setAlphaF(0.35)
        for row in range(DOWN):
            for column in range(ACROSS):
                step = row - _AT[0], column - _AT[1]
                cell = QRectF(column * self._cell, row * self._cell, self._cell, self._cell)
                cell = cell.adjusted(1, 1, -1, -1)
                if step == (0, 0):
                    painter.fillRect(cell, QColor(self.theme.text))
                elif step in self.seen:
                    painter.fillRect(cell, seen)
                elif step < (0, 0):
                    painter.fillRect(cell, drawn)
                else:
                    painter.setPen(QColor(self.theme.border))
                    painter.drawRect(cell.adjusted(0, 0, -1, -1))
