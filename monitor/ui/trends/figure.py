"""A large figure with its name and unit, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.drawing.painting import panel_painter
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.theme import SMALL, TITLE, Theme
from monitor.ui.kit.themed import Themed

UNKNOWN = "--"
"""What stands for a figure that is not known."""

LARGEST_PX, LEAST_PX = 190, 18
"""Heights between which a figure keeps, in pixels."""


class BigFigure(Themed):
    """One figure.

    Parameters
    ----------
    theme : Theme
        Colours.
    name, unit : str
        What stands above it.
    colour : str
        Field of the theme; ``heart`` for that of the heart rate.
    """

    SPOKEN = Role.StaticText

    def __init__(self, theme: Theme, name: str, unit: str, colour: str) -> None:
        super().__init__(theme)
        self._name, self._unit, self._colour = name, unit, colour
        self._shown, self._small, self._why = UNKNOWN, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(38)
        self.setAccessibleName(tr("{name} unknown").format(name=name))

    @property
    def shown(self) -> tuple[str, str]:
        """The figure, and what stands in brackets."""
        return self._shown, self._small

    @property
    def ink(self) -> str:
        """Colour of the figure."""
        return self.theme.lead(0) if self._colour == "heart" else getattr(self.theme, self._colour)

    def show_figure(self, shown: str, small: str = "", why: str = "") -> None:
        """Show a figure; `small` stands in brackets, `why` says why there is none, or when it was taken."""
        if (shown, small, why) != (self._shown, self._small, self._why):
            self._shown, self._small, self._why = shown, small, why
            self.setAccessibleName(f"{self._name} {shown} {small} {self._unit} {why}".strip())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, unit and figure."""
        painter = panel_painter(self, self.theme.panel)
        inside = QRectF(self.rect()).adjusted(12, 5, -12, -5)
        font = QFont(self.font())
        font.setPixelSize(TITLE)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.ink))
        metrics = QFontMetricsF(font)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._name)
        left = inside.adjusted(metrics.horizontalAdvance(self._name) + 7, 3, 0, 0)
        font.setPixelSize(SMALL)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.dim))
        low = inside.height() < 2.2 * metrics.height()
        known = self._shown != UNKNOWN or bool(self._small)
        beside = low and bool(self._why) and not known
        if not beside:
            painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._unit)
        reserved = metrics.horizontalAdvance(self._name) + 60 if low else 0.0
        if self._why:
            place = left if beside else inside.adjusted(0, metrics.height() + (-1 if low else 1), 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._why)
            if known:
                reserved = max(reserved, QFontMetricsF(font).horizontalAdvance(self._why) + 8)
        # Beside the name where the tile is low, else under it.
        below = inside if low else inside.adjusted(0, metrics.height() - 2, 0, 0)
        size = self._fitting(inside.width() - reserved, below.height())
        colour = QColor(self.ink if self._shown != UNKNOWN else self.theme.dim)
        right = inside.right()
        if self._small:
            right -= self._write(painter, self._small, 0.5 * size, colour, right, below) + 6
        self._write(painter, self._shown, size, colour, right, below)

    def _fitting(self, width: float, height: float) -> float:
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(100)
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(self._shown) + 0.5 * metrics.horizontalAdvance(self._small) + 6
        return max(LEAST_PX, min(LARGEST_PX, 100 * width / max(wide, 1.0), height * 1.0))

    def _write(
        self, painter: QPainter, text: str, size: float, colour: QColor, right: float, place: QRectF
    ) -> float:
        font = QFont(self.font())
        font.setPixelSize(max(8, round(size)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        largest = self._fitting_cap
        foot = place.center().y() + largest / 2
        painter.drawText(QRectF(right - width, 0, 0, 0).topLeft() + QRectF(0, foot, 0, 0).topLeft(), text)
        return width

    @property
    def _fitting_cap(self) -> float:
        """Height of the large figure's digits, on whose foot the small ones stand too."""
        inside = QRectF(self.rect()).adjusted(12, 5, -12, -5)
        font = QFont(self.font())
        font.setPixelSize(TITLE)
        font.setBold(True)
        metrics = QFontMetricsF(font)
        low = inside.height() < 2.2 * metrics.height()
        room = inside.width() - (metrics.horizontalAdvance(self._name) + 60 if low else 0)
        size = self._fitting(room, inside.height() - (0 if low else metrics.height() - 2))
        font.setPixelSize(max(8, round(size)))
        return QFontMetricsF(font).capHeight()
