"""Rows of digits with a name each: pictures, and below them what networks made of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from models.contract.messages.lab import Picture
from monitor.ui.kit.drawing.painting import panel_painter
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.digits.pictures import grey

GAP = 6
"""Between rows, and around them, in logical pixels."""


class DigitRows(Themed):
    """Rows of square pictures, as large as there is room for.

    Parameters
    ----------
    theme : Theme
        Colours.
    names : sequence of str
        What stands above each row.
    invitation : str
        What is said while there is no picture.
    """

    def __init__(self, theme: Theme, names: tuple[str, ...], invitation: str) -> None:
        super().__init__(theme)
        self.names = names
        self._invitation = invitation
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, len(names) * 46 + 2 * GAP)
        self.setAccessibleName(tr("Rows of digits: {names}").format(names=listed(names)))

    def sizeHint(self) -> QSize:
        """Wider than high."""
        return QSize(340, 220)

    def show_rows(self, told: Picture | None) -> None:
        """Show rows of tiles of 28 by 28 pixels, as many as there are names; or none."""
        if told is None:
            self.image = QImage()
        else:
            self.image = grey(np.frombuffer(told.ink, np.uint8).reshape(told.height, told.width))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows and their names."""
        t = self.theme
        painter = panel_painter(self, t.panel)
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(t.dim))
        inside = QRectF(self.rect()).adjusted(2 * GAP, GAP, -2 * GAP, -GAP)
        if self.image.isNull():
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, wrapped, self._invitation)
            return
        count = len(self.names)
        high = inside.height() / count
        columns = self.image.width() // 28
        side = max(8.0, min(high - 18 - GAP, inside.width() / columns))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for i, name in enumerate(self.names):
            top = inside.top() + i * high
            painter.drawText(QRectF(inside.left(), top, inside.width(), 16), Qt.AlignmentFlag.AlignLeft, name)
            source = QRectF(0, 28 * i, self.image.width(), 28)
            painter.drawImage(QRectF(inside.left(), top + 18, side * columns, side), self.image, source)
