"""The column left of the strips and lanes: what each shows, and the calibration pulse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.strips.strip import Strip

LABEL_PX = 76
"""Width of the column."""

CALIBRATION_MV = 1.0
"""Height of the calibration pulse in mV, as on paper."""

CALIBRATION_S = 0.2
"""Width of the calibration pulse in seconds."""


class RowLabel(QWidget):
    """Name and unit of a row.

    Parameters
    ----------
    name, detail : str
        What the row shows, and its unit.
    colour : str
        Colour of the name.
    strip : Strip or None
        The strip whose gain the calibration pulse shows; None draws no pulse.
    """

    def __init__(self, name: str, detail: str, colour: str, theme: Theme, strip: Strip | None = None) -> None:
        super().__init__()
        self._name, self._detail, self._colour, self._theme, self._strip = name, detail, colour, theme, strip
        self.setFixedWidth(LABEL_PX)
        self.setAccessibleName(f"{name} {detail}".strip())

    def restyle(self, theme: Theme, colour: str) -> None:
        """Change colours."""
        self._theme, self._colour = theme, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, unit, and the calibration pulse at the height of 0 to 1 mV."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(BODY)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._colour))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(QPointF(0, 6 + metrics.ascent()), name)
        line = 6 + metrics.height()
        font.setBold(False)
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.dim))
        small = QRectF(0, line, self.width(), 14)
        painter.drawText(small, Qt.AlignmentFlag.AlignLeft, self._detail)
        if self._strip is not None:
            self._draw_calibration(painter, self._strip, line + 14)

    def _draw_calibration(self, painter: QPainter, strip: Strip, free_from: float) -> None:
        scale = strip.timeline.scale
        height = CALIBRATION_MV * scale.px_per_mv
        width = min(CALIBRATION_S * scale.px_per_second, self.width() - 24.0)
        # At the height of the trace where there is room for pulse and caption, else as low as it fits.
        foot = min(self.height() * 0.58, self.height() - 18.0)
        foot = max(foot, min(free_from + height + 4, self.height() - 18.0))
        if height > self.height() - 18:
            return
        x = (self.width() - width) / 2 - 6
        painter.setPen(QPen(QColor(self._theme.dim), 1.2))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x - 5, foot),
                    QPointF(x, foot),
                    QPointF(x, foot - height),
                    QPointF(x + width, foot - height),
                    QPointF(x + width, foot),
                    QPointF(x + width + 5, foot),
                ]
            )
        )
        caption = QRectF(x - 20, foot + 2, width + 40, 14)
        painter.drawText(caption, Qt.AlignmentFlag.AlignHCenter, "1 mV")
