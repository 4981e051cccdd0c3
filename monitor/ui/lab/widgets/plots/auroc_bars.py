"""How well the error finds each left-out digit, as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

CHANCE = 0.5
"""AUROC of a score that tells nothing."""

HEAD, FOOT = 16.0, 18.0
"""Room above and below the bars, in logical pixels."""


class AurocBars(Themed):
    """AUROC of each left-out digit as shipped, of other trainings, and as measured here where it was.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shipped: Mapping[int, float] = {}
        self._runs: Mapping[int, Sequence[float]] = {}
        self._here: Mapping[int, float] = {}
        self.chosen = 0
        self.setFixedHeight(110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def sizeHint(self) -> QSize:
        """Wide enough for ten bars."""
        return QSize(320, 150)

    def show_aurocs(self, shipped: Mapping[int, float], runs: Mapping[int, Sequence[float]]) -> None:
        """Show what ships, and what other trainings gave, by digit."""
        self._shipped, self._runs = shipped, runs
        self._describe()
        self.update()

    def show_here(self, here: Mapping[int, float]) -> None:
        """Show what was measured here beside what ships, by digit."""
        self._here = here
        self._describe()
        self.update()

    def choose(self, digit: int) -> None:
        """Bring a digit forward."""
        self.chosen = digit
        self.update()

    def _describe(self) -> None:
        here = tr("{digit} {value:.2f}, here {here:.2f}")
        parts = [
            here.format(digit=digit, value=value, here=self._here[digit])
            if digit in self._here
            else f"{digit} {in_figures(value, '.2f')}"
            for digit, value in self._shipped.items()
        ]
        self.setAccessibleName(tr("AUROC by left-out digit: {figures}").format(figures=apart(parts)))

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
            if self._runs.get(digit):
                self._draw_spread(painter, digit, [foot - run * tall for run in (*self._runs[digit], value)])
            if digit in self._here:
                self._draw_here(painter, digit, foot - self._here[digit] * tall)

    def _draw_spread(self, painter: QPainter, digit: int, at: Sequence[float]) -> None:
        """Draw a whisker from the worst training to the best."""
        x = round((digit + 0.5) * self.width() / 10)
        painter.setPen(QPen(QColor(self.theme.text), 1))
        top, bottom = round(min(at)), round(max(at))
        painter.drawLine(x, top, x, bottom)
        for y in (top, bottom):
            painter.drawLine(x - 4, y, x + 4, y)

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
    return in_figures(value, ".2f").lstrip("0")
