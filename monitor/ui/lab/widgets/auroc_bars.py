"""How well the error finds each left-out digit, as bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

CHANCE = 0.5
"""AUROC of a score that tells nothing."""

HEAD, FOOT = 16.0, 18.0
"""Room above and below the bars, in logical pixels."""


class AurocBars(Themed):
    """AUROC of each left-out digit as shipped, and as measured here where it was.

    Parameters
    ----------
    theme : Theme
        Colours.
    shipped : dict of int to float
        By digit.
    """

    def __init__(self, theme: Theme, shipped: dict[int, float]) -> None:
        super().__init__(theme)
        self._shipped = shipped
        self._here: dict[int, float] = {}
        self.chosen = 0
        self.setMinimumHeight(150)
        self.setMaximumHeight(460)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    def sizeHint(self) -> QSize:
        """Wide enough for ten bars."""
        return QSize(320, 300)

    def measured(self, digit: int, auroc: float) -> None:
        """Show what was measured here beside what ships."""
        self._here[digit] = auroc
        self._describe()
        self.update()

    def choose(self, digit: int) -> None:
        """Bring a digit forward."""
        self.chosen = digit
        self.update()

    def _describe(self) -> None:
        parts = [
            f"{digit} {value:.2f}" + (f", here {self._here[digit]:.2f}" if digit in self._here else "")
            for digit, value in self._shipped.items()
        ]
        self.setAccessibleName("AUROC by left-out digit: " + "; ".join(parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar a digit, red below chance, and a line where it was measured here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.theme
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        foot = self.height() - FOOT
        tall = foot - HEAD
        pitch = self.width() / 10
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QPen(QColor(t.dim), 1, Qt.PenStyle.DashLine))
        chance = round(foot - CHANCE * tall)
        painter.drawLine(0, chance, self.width(), chance)
        for digit, value in self._shipped.items():
            left = digit * pitch
            bar = QRectF(left + pitch * 0.18, foot - value * tall, pitch * 0.64, value * tall)
            colour = QColor(t.accent if value >= CHANCE else t.forecast)
            painter.fillRect(bar, QColor(t.panel))
            if digit != self.chosen:
                colour.setAlphaF(0.45)
            painter.fillRect(bar, colour)
            painter.setPen(QColor(t.text if digit == self.chosen else t.dim))
            painter.drawText(QRectF(left, foot + 2, pitch, 14), centre, str(digit))
            painter.setPen(QColor(t.window if digit == self.chosen else t.text))
            painter.drawText(QRectF(bar.left(), foot - 18, bar.width(), 14), centre, short(value))
            if digit in self._here:
                self._draw_here(painter, digit, foot - self._here[digit] * tall)

    def _draw_here(self, painter: QPainter, digit: int, at: float) -> None:
        """Draw a line where it was measured here, and its number above."""
        pitch = self.width() / 10
        left = digit * pitch
        number = QRectF(left + pitch * 0.2, at - 16, pitch * 0.6, 14)
        painter.fillRect(number, QColor(self.theme.panel))
        painter.setPen(QPen(QColor(self.theme.text), 2))
        painter.drawLine(round(left + pitch * 0.06), round(at), round(left + pitch * 0.94), round(at))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, short(self._here[digit]))


def short(value: float) -> str:
    """Two digits after the point, and no nought before it."""
    return f"{value:.2f}".lstrip("0")
