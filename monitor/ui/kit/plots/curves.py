"""A small plot that is cheap enough to be drawn anew while the monitor keeps its frames.

A pyqtgraph plot of the same size took 4 to 20 ms a repaint where this was written, and each new point
repainted it twice; this one takes about one.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.drawing.painting import panel_painter
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

KEPT = 20_000
"""Points kept; older ones make room."""

SHOWN = 300
"""Points drawn: each is the mean of its neighbours where there are more."""

SPIKES = 0.95
"""The scale holds this share of the points drawn: a training's first batches would flatten all others."""

SPARSE = 20
"""Most points that are drawn as dots too, and of which none is a spike: a pass or so each."""

BEGINNING = 30
"""Where the whole curve is held, one in so many of the points drawn may stick out at its beginning."""

MARK_PX = 44
"""Words of a mark take so much room; where there is less, the older ones are left out."""

NEWEST = 20
"""The newest one in so many of the points drawn is never a spike: a lasting rise begins like one."""

LEFT, RIGHT, TOP, BOTTOM = 52, 16, 32, 24
"""Room for the axes' numbers and the name, in logical pixels."""

Values = npt.NDArray[np.float32]


class CurveView(Themed):
    """One quantity against another, growing from the left to the right.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What is drawn, with its unit; stands above the curve.
    along : str
        What it is drawn against; stands below.
    colour : str
        Name of the theme's colour of the curve.
    whole : bool
        Whether the axis holds all of the curve but its first moments, instead of cutting rare spikes.

    Attributes
    ----------
    marks : list of (float, str)
        Where something was changed, and to what in a word: dashed lines, oldest first.
    """

    def __init__(self, theme: Theme, name: str, along: str, colour: str, *, whole: bool = False) -> None:
        super().__init__(theme)
        self.whole = whole
        self.marks: list[tuple[float, str]] = []
        self._name, self._along, self._colour = name, along, colour
        self.at: Values = np.zeros(0, np.float32)
        self.values: Values = np.zeros(0, np.float32)
        self.mark: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)
        self.setAccessibleName(tr("Curve of {name} against {along}").format(name=name, along=along))
        self.setToolTip(
            tr("{upper}{name}, against {along}").format(upper=name[0].upper(), name=name[1:], along=along)
        )

    def sizeHint(self) -> QSize:
        """Wider than high."""
        return QSize(360, 150)

    def clear(self) -> None:
        """Begin anew."""
        self.at, self.values, self.mark = self.at[:0], self.values[:0], None
        self.marks = []
        self.update()

    def add(self, x: Values, y: Values) -> None:
        """Add points; x and y of shape (k,)."""
        self.at = np.concatenate([self.at, x])[-KEPT:]
        self.values = np.concatenate([self.values, y])[-KEPT:]
        self.setAccessibleDescription(
            tr("{name}: {values:.1f} now").format(name=self._name, values=self.values[-1])
            if len(self.values)
            else ""
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axes and the curve."""
        t = self.theme
        painter = panel_painter(self, t.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        field = QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
        painter.setPen(QColor(t.text))
        painter.drawText(QPointF(RIGHT, 20), self._name)
        painter.setPen(QColor(t.dim))
        words = painter.fontMetrics().horizontalAdvance(self._name + self._along)
        if words + 3 * RIGHT <= self.width():  # else the tooltip says it
            painter.drawText(self.rect().adjusted(0, 9, -RIGHT, 0), Qt.AlignmentFlag.AlignRight, self._along)
        painter.setPen(QColor(t.border))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        if not len(self.at):
            return
        x, y = thinned(self.at, self.values)
        across = (float(x[0]), float(x[-1])) if x[-1] > x[0] else (float(x[0]) - 1, float(x[0]) + 1)
        up = whole_scale(y) if self.whole else scale_of(y)
        # There is no half a batch, nor half an epoch where each is one point.
        for value in ticks(*across, 5, 1.0 if (x == np.round(x)).all() else 0.0):
            at = field.left() + (value - across[0]) / (across[1] - across[0]) * field.width()
            painter.setPen(QColor(t.dim))
            number = QRectF(at - 30, field.bottom() + 3, 60, 14)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, in_figures(value))
        for value in ticks(*up, 4):
            at = field.bottom() - (value - up[0]) / (up[1] - up[0]) * field.height()
            painter.setPen(QColor(t.border))
            painter.drawLine(QPointF(field.left(), at), QPointF(field.right(), at))
            painter.setPen(QColor(t.dim))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, at - 7, LEFT - 6, 14), side, in_figures(value))
        self._draw_marks(painter, field, across)
        px = field.left() + (x - across[0]) / (across[1] - across[0]) * field.width()
        py = field.bottom() - (y - up[0]) / (up[1] - up[0]) * field.height()
        painter.setClipRect(field.adjusted(0, -2, 0, 2))
        painter.setPen(QPen(QColor(getattr(t, self._colour)), 1))
        points = [QPointF(a, b) for a, b in zip(px.tolist(), py.tolist(), strict=True)]
        painter.drawPolyline(QPolygonF(points))
        if len(points) <= SPARSE:
            painter.setClipping(False)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(t, self._colour)))
            for point in points:
                painter.drawEllipse(point, 2.5, 2.5)
        if self.mark is not None:
            painter.setClipping(False)
            i = round(self.mark / max(1, len(self.at) - 1) * (len(points) - 1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(t.text))
            painter.drawEllipse(points[i], 4, 4)

    def _draw_marks(self, painter: QPainter, field: QRectF, across: tuple[float, float]) -> None:
        """Draw a dashed line at each mark, with its words where the next one leaves room."""
        free = field.right() + MARK_PX
        for x, words in reversed(self.marks):
            at = field.left() + (x - across[0]) / (across[1] - across[0]) * field.width()
            if not field.left() - 1 <= at <= field.right() + 1:
                continue
            painter.setPen(QPen(QColor(self.theme.dim), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(at, field.top()), QPointF(at, field.bottom()))
            left = min(at + 3, field.right() - MARK_PX)
            if left + MARK_PX <= free:
                free = at
                painter.setPen(QColor(self.theme.text))
                painter.drawText(
                    QRectF(left, field.top() - 2, MARK_PX, 14), Qt.AlignmentFlag.AlignLeft, words
                )


def thinned(x: Values, y: Values, most: int = SHOWN) -> tuple[Values, Values]:
    """Bring points to at most `most` by the means of as many stretches; the ends stay where they are."""
    if len(x) <= most:
        return x, y
    starts = np.linspace(0, len(x), most, endpoint=False).astype(int)
    counts = np.diff(np.append(starts, len(x)))
    thin_x = np.add.reduceat(x.astype(np.float64), starts) / counts
    thin_x[0], thin_x[-1] = x[0], x[-1]
    return thin_x.astype(np.float32), (np.add.reduceat(y.astype(np.float64), starts) / counts).astype(
        np.float32
    )


def scale_of(y: Values) -> tuple[float, float]:
    """Least and greatest value of the axis for a curve, a little apart at least."""
    low, high = float(y.min()), float(np.quantile(y, SPIKES) if len(y) > SPARSE else y.max())
    high = max(high, float(y[-max(1, len(y) // NEWEST) :].max()))
    room = max(0.05 * (high - low), 1e-3 * abs(high), 1e-6)
    return low - room, high + room


def whole_scale(y: Values) -> tuple[float, float]:
    """Least and greatest value of an axis that holds a curve but for its first moments (`BEGINNING`)."""
    held = y[-(-len(y) // BEGINNING) :] if len(y) > SPARSE else y
    low, high = float(held.min()), float(held.max())
    room = max(0.05 * (high - low), 1e-3 * abs(high), 1e-6)
    return low - room, high + room


def ticks(low: float, high: float, most: int, least: float = 0.0) -> list[float]:
    """Round numbers from `low` to `high`, at most `most`, at least `least` apart."""
    if not high > low:
        return []
    for step in (m * 10.0**e for e in range(math.floor(math.log10(high - low)) - 1, 99) for m in (1, 2, 5)):
        first, last = math.ceil(low / step), math.floor(high / step)
        if last - first < most and step >= least:
            return [round(i * step, 10) for i in range(first, last + 1)]
    return []
