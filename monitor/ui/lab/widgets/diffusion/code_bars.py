"""The numbers of a code as bars up and down."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed

TOP = 3.5
"""Height of the axis, in standard deviations of the digits' codes."""


class CodeBars(Themed):
    """A bar a number; where the code was before it was changed stands as a line.

    Parameters
    ----------
    theme : Theme
        Colours.
    size : int
        Side in logical pixels, where there is neither much room nor little.
    name : str
        What it shows, for screen readers.
    """

    def __init__(self, theme: Theme, size: int, name: str) -> None:
        super().__init__(theme)
        self._size = size
        self.code: npt.NDArray[np.float32] | None = None
        self.before: npt.NDArray[np.float32] | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, as the pictures beside it."""
        return QSize(self._size, self._size)

    def rescale(self, factor: float) -> None:
        """Be larger or smaller, as the pictures are."""
        self.setFixedSize(round(factor * self._size), round(factor * self._size))

    def show_code(
        self, code: npt.NDArray[np.float32] | None, before: npt.NDArray[np.float32] | None = None
    ) -> None:
        """Show numbers of shape (d,), in standard deviations."""
        self.code, self.before = code, before
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars from a line in the middle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.raised))
        middle = self.height() / 2
        painter.setPen(QColor(self.theme.dim))
        painter.drawLine(0, round(middle), self.width(), round(middle))
        if self.code is None:
            return
        pitch, tall = self.width() / len(self.code), middle / TOP
        for i, value in enumerate(self.code):
            painter.fillRect(self._bar(i, float(value), pitch, tall), QColor(self.theme.accent))
        if self.before is not None:
            for i, value in enumerate(self.before):
                at = middle - max(-TOP, min(TOP, float(value))) * tall
                mark = QRectF(i * pitch, at - 1, pitch, 2)
                painter.fillRect(mark, QColor(self.theme.text))

    def _bar(self, i: int, value: float, pitch: float, tall: float) -> QRectF:
        high = max(-TOP, min(TOP, value)) * tall
        return QRectF((i + 0.15) * pitch, self.height() / 2 - max(high, 0.0), 0.7 * pitch, abs(high))
