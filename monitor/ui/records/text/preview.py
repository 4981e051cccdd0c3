"""The first seconds of a text file, as they are with the answers given so far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

SECONDS = 6.0
"""So much is shown, in seconds; fewer where the rate is not known."""

ROWS = 1500
"""Rows that are shown where the rate is not known."""

MOST_LEADS = 4
"""Leads that are shown, one above the other."""

MARGIN = 12


@dataclass(frozen=True)
class Shown:
    """What is drawn.

    Attributes
    ----------
    names, units : tuple of str
        Of each lead.
    values : ndarray of float64, shape (n, n_leads)
        In those units; NaN in gaps.
    rate : float or None
        Hz; None where it is not known.
    """

    names: tuple[str, ...]
    units: tuple[str, ...]
    values: npt.NDArray[np.float64]
    rate: float | None


class Preview(Themed):
    """A few seconds of some leads, with a scale of time and of height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.shown: Shown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 150)
        self.setAccessibleName(tr("The first seconds of the file"))

    def sizeHint(self) -> QSize:
        """Wider than high."""
        return QSize(560, 230)

    def show_values(self, shown: Shown | None) -> None:
        """Draw these from now on; None for nothing."""
        self.shown = shown
        self.setAccessibleDescription("" if shown is None else apart(self.captions()))
        self.update()

    def captions(self) -> list[str]:
        """What stands at each lead: its name, and how far it reaches from top to bottom."""
        if self.shown is None:
            return []
        found = []
        for name, unit, values in zip(self.shown.names, self.shown.units, self.shown.values.T, strict=True):
            seen = values[np.isfinite(values)]
            reach = float(np.ptp(seen)) if len(seen) else 0.0
            found.append(tr("{name}: {reach} {unit} from top to bottom").format(
                name=name, reach=in_figures(reach, '.3g'), unit=unit or tr("(no unit)")
            ))  # fmt: skip
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the leads one above the other."""
        painter = QPainter(self)
        t = self.theme
        painter.fillRect(self.rect(), QColor(t.paper))
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        if self.shown is None or not len(self.shown.values):
            painter.setPen(QColor(t.dim))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Nothing to show yet."))
            return
        field = QRectF(self.rect()).adjusted(MARGIN, 4, -MARGIN, -22)
        self._draw_seconds(painter, field)
        captions = self.captions()[:MOST_LEADS]
        each = field.height() / len(captions)
        for i, caption in enumerate(captions):
            own = QRectF(field.left(), field.top() + i * each, field.width(), each)
            painter.setPen(QColor(t.dim))
            painter.drawText(own.adjusted(0, 2, 0, 0), Qt.AlignmentFlag.AlignTop, caption)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(t.lead(i)), 1.4))
            for line in _lines(self.shown.values[:, i], own.adjusted(0, 20, 0, -4)):
                painter.drawPolyline(line)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_seconds(self, painter: QPainter, field: QRectF) -> None:
        assert self.shown is not None
        t, n = self.theme, len(self.shown.values)
        if self.shown.rate is None:
            painter.setPen(QColor(t.dim))
            words = tr("{n} rows; how long that is depends on the sampling rate").format(n=n)
            painter.drawText(field.adjusted(0, 0, 0, 20), Qt.AlignmentFlag.AlignBottom, words)
            return
        length = n / self.shown.rate
        for second in range(int(length) + 1):
            x = field.left() + field.width() * second / max(length, 1e-9)
            painter.setPen(QColor(t.grid_major))
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
            if second < length - 0.3:
                painter.setPen(QColor(t.dim))
                painter.drawText(QPointF(x + 2, field.bottom() + 16), f"{second} s")


def _lines(values: npt.NDArray[np.float64], field: QRectF) -> list[QPolygonF]:
    """Polylines of a lead within a field, apart at gaps."""
    seen = np.isfinite(values)
    if not seen.any():
        return []
    low, high = float(values[seen].min()), float(values[seen].max())
    span = (high - low) or 1.0
    x = field.left() + np.arange(len(values)) * (field.width() / max(len(values) - 1, 1))
    y = field.bottom() - (values - low) / span * field.height()
    edges = np.flatnonzero(np.diff(np.concatenate([[0], seen.view(np.int8), [0]])))
    return [
        QPolygonF([QPointF(float(x[i]), float(y[i])) for i in range(first, stop)])
        for first, stop in edges.reshape(-1, 2).tolist()
    ]
