"""The ROC curve of a score, with the point that the threshold stands for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from models.digits.alarm import Counts
from monitor.ui.kit.drawing.painting import polygon
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

FOOT, SIDE = 18.0, 16.0
"""Room below and at the left of the curve, in logical pixels."""


class RocView(Themed):
    """Found against falsely alarmed, over all thresholds.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.counts: Counts | None = None
        self.edge = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(90, 90)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(180, 180)

    def show_counts(self, counts: Counts, edge: int) -> None:
        """Show a curve, and the point of an edge."""
        self.counts, self.edge = counts, edge
        self.setAccessibleName(tr("ROC curve, area {auroc:.2f}").format(auroc=counts.auroc))
        self.update()

    def point(self) -> tuple[float, float]:
        """Give the share falsely alarmed and the share found at the threshold."""
        assert self.counts is not None
        return float(self.counts.false_share[self.edge]), float(self.counts.sensitivity[self.edge])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the curve, the line of chance, and the point."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        t = self.theme
        side = max(min(self.width() - SIDE, self.height() - FOOT) - 6, 20)
        box = QRectF(SIDE, 4, side, side)
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawRect(box)
        painter.setPen(QPen(QColor(t.dim), 1, Qt.PenStyle.DashLine))
        painter.drawLine(box.bottomLeft(), box.topRight())
        painter.setPen(QColor(t.dim))
        painter.drawText(
            QRectF(0, box.bottom() + 2, box.right(), 16), Qt.AlignmentFlag.AlignRight, tr("false alarms →")
        )
        painter.save()
        painter.translate(0, box.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, side, SIDE - 2), Qt.AlignmentFlag.AlignCenter, tr("found →"))
        painter.restore()
        if self.counts is None:
            return
        x = box.left() + self.counts.false_share * side
        y = box.bottom() - self.counts.sensitivity * side
        painter.setPen(QPen(QColor(t.forecast), 2))
        painter.drawPolyline(polygon(x, y))
        painter.setPen(QPen(QColor(t.window), 1.5))
        painter.setBrush(QColor(t.alert))
        painter.drawEllipse(QPointF(x[self.edge], y[self.edge]), 5, 5)
