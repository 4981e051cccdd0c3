"""Accuracy with few labels, in three ways, as bars with their spread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart, listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

WAYS = (
    ("scratch", phrase("from scratch")),
    ("pretrained", phrase("pretrained")),
    ("augmented", phrase("with drawn digits")),
)

LOWEST = 0.5
"""Accuracy at the foot of the bars; said beside it, so that nobody takes a bar's length for its value."""

HEAD, FOOT, SIDE = 18.0, 18.0, 34.0
"""Room above, below and at the left of the bars, in logical pixels."""


class FewLabelsChart(Themed):
    """Groups of three bars, a group for each number of labels.

    Parameters
    ----------
    theme : Theme
        Colours.
    found : dict
        ``labels``, and for each of `WAYS` the mean accuracies, and their spread under its name and ``_std``.
    """

    def __init__(self, theme: Theme, found: Mapping[str, Any]) -> None:
        super().__init__(theme)
        self._found = found
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(110)
        parts = [
            tr("{labels} labels: {figures}").format(
                labels=n,
                figures=listed(
                    f"{tr(words)} {in_figures(100 * found[way][i], '.0f')} %" for way, words in WAYS
                ),
            )
            for i, n in enumerate(found["labels"])
        ]
        self.setAccessibleName(tr("Accuracy. {figures}").format(figures=apart(parts)))

    def sizeHint(self) -> QSize:
        """Wide enough for twelve bars."""
        return QSize(360, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, from `LOWEST` to 1, and a whisker of one spread up and down."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        t = self.theme
        colours = (t.dim, t.accent, t.forecast)
        foot = self.height() - FOOT
        tall = foot - HEAD

        def height(accuracy: float) -> float:
            return foot - (accuracy - LOWEST) / (1 - LOWEST) * tall

        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(t.dim))
        for accuracy in (LOWEST, 1.0):
            painter.drawText(
                QRectF(0, height(accuracy) - 8, SIDE - 6, 16), centre, in_figures(100 * accuracy, ".0f")
            )
        left = SIDE
        for (_, words), colour in zip(WAYS, colours, strict=True):
            name = tr(words)
            painter.setPen(QColor(colour))
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(left, 0, wide + 2, 14), 0, name)
            left += wide + 16
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawLine(QLineF(SIDE, foot, self.width(), foot))
        group = (self.width() - SIDE) / len(self._found["labels"])
        for i, labels in enumerate(self._found["labels"]):
            start = SIDE + i * group
            painter.setPen(QColor(t.dim))
            painter.drawText(
                QRectF(start, foot + 2, group, 14), centre, tr("{labels} labels").format(labels=labels)
            )
            for k, (way, _) in enumerate(WAYS):
                mean, std = self._found[way][i], self._found[f"{way}_std"][i]
                bar = QRectF(
                    start + group * (0.14 + 0.25 * k), height(mean), group * 0.21, foot - height(mean)
                )
                painter.fillRect(bar, QColor(colours[k]))
                painter.setPen(QPen(QColor(t.text), 1.2))
                x = bar.center().x()
                painter.drawLine(QLineF(x, height(mean - std), x, height(mean + std)))
