"""Several curves in one picture, each with its name: two networks, before and after, train and test."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from monitor.ui.kit.drawing.painting import panel_painter
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.curves import BOTTOM, LEFT, RIGHT
from monitor.ui.kit.text import capital
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.lab.widgets.plots.axis import Axis, Values

TOP = 48
"""Room for the name, and below it the curves' names, in logical pixels."""

MOST_TICKS = 10
"""No axis has more numbers beside it."""


@dataclass(frozen=True)
class Line:
    """One curve of several.

    Attributes
    ----------
    words : str
        Its name.
    colour : str
        Name of the theme's colour.
    dots : bool
        Whether its points are drawn as dots too.
    style : Qt.PenStyle
        Of its line.
    width : float
        Of its line, in logical pixels.
    """

    words: str
    colour: str
    dots: bool = False
    style: Qt.PenStyle = Qt.PenStyle.SolidLine
    width: float = 1.6


@dataclass
class _Drawn:
    """What is drawn of a line."""

    x: Values = field(default_factory=lambda: np.zeros(0))
    y: Values = field(default_factory=lambda: np.zeros(0))


class LinesView(Themed):
    """Curves over one axis.

    Parameters
    ----------
    theme : Theme
        Colours.
    name : str
        What is drawn, with its unit.
    along : str
        What it is drawn against.
    lines : mapping of str to Line
        The curves by key, in the order in which they are drawn.
    across, up : Axis
        The axes.
    level : tuple of (float, str), optional
        A height that is marked, and what it is.
    invitation : str
        What is said while there is no curve.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        along: str,
        lines: dict[str, Line],
        across: Axis | None = None,
        up: Axis | None = None,
        level: tuple[float, str] | None = None,
        invitation: str = "",
    ) -> None:
        super().__init__(theme)
        self.name, self.along = name, along
        self.lines = {key: replace(line, words=tr(line.words)) for key, line in lines.items()}
        self.across, self.up, self.level = across or Axis(), up or Axis(), level
        self.invitation = invitation
        self.mark: tuple[float, str] | None = None
        self._drawn = {key: _Drawn() for key in lines}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(112)
        self.setAccessibleName(tr("{name} against {along}").format(name=name, along=along))
        self.setToolTip(tr("{name}, against {along}").format(name=capital(name), along=along))

    def sizeHint(self) -> QSize:
        """Wider than high."""
        return QSize(340, 170)

    def show_line(self, key: str, x: npt.ArrayLike, y: npt.ArrayLike) -> None:
        """Draw a curve in the place of what it was; x and y of shape (k,), not numbers where it is broken."""
        self._drawn[key] = _Drawn(np.asarray(x, np.float64), np.asarray(y, np.float64))
        told = [
            f"{self.lines[k].words} {in_figures(d.y[-1], '.3g')}" for k, d in self._drawn.items() if len(d.y)
        ]
        self.setAccessibleDescription(
            tr("at the end: {figures}").format(figures=listed(told)) if told else ""
        )
        self.update()

    def line(self, key: str) -> tuple[Values, Values]:
        """What is drawn of a curve."""
        return self._drawn[key].x, self._drawn[key].y

    def mark_at(self, x: float | None, words: str = "") -> None:
        """Mark a place along the axis, or none."""
        self.mark = None if x is None else (x, words)
        self.update()

    def clear(self) -> None:
        """Begin anew."""
        self._drawn = {key: _Drawn() for key in self.lines}
        self.mark = None
        self.setAccessibleDescription("")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axes, the curves and their names."""
        t = self.theme
        painter = panel_painter(self, t.panel)
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        painter.drawText(QPointF(RIGHT, 18), self.name)
        self._draw_names(painter)
        field_ = QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
        places = {
            key: (self.across.scaled(drawn.x), self.up.scaled(drawn.y)) for key, drawn in self._drawn.items()
        }
        left, right = self.across.range(np.concatenate([x for x, _ in places.values()]))
        low, high = self.up.range(np.concatenate([y for _, y in places.values()]))

        def place(x: float, y: float) -> QPointF:
            return QPointF(
                field_.left() + (x - left) / (right - left) * field_.width(),
                field_.bottom() - (y - low) / (high - low) * field_.height(),
            )

        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(t.dim))
        words = painter.fontMetrics().horizontalAdvance(self.name + self.along)
        if words + 3 * RIGHT <= self.width():  # else the tooltip says it
            painter.drawText(self.rect().adjusted(0, 7, -RIGHT, 0), Qt.AlignmentFlag.AlignRight, self.along)
        if self.invitation and not any(len(drawn.x) for drawn in self._drawn.values()):
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(RIGHT, 24, -RIGHT, -4), wrapped, self.invitation)
            return
        for x, text in self.across.marks(left, right, min(MOST_TICKS, max(2, int(field_.width() / 60)))):
            box = QRectF(place(x, low).x() - 40, field_.bottom() + 3, 80, 14)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for y, text in self.up.marks(low, high, min(MOST_TICKS, max(2, int(field_.height() / 24)))):
            at = place(left, y).y()
            painter.setPen(QColor(t.border))
            painter.drawLine(QPointF(field_.left(), at), QPointF(field_.right(), at))
            painter.setPen(QColor(t.dim))
            painter.drawText(QRectF(0, at - 7, LEFT - 6, 14), side, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.level is not None:
            at = place(left, float(self.up.scaled(self.level[0]))).y()
            painter.setPen(QPen(QColor(t.dim), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(field_.left(), at), QPointF(field_.right(), at))
            painter.drawText(QRectF(field_.left() + 4, at + 1, field_.width() - 8, 14), side, self.level[1])
        if self.mark is not None:
            at = place(float(self.across.scaled(self.mark[0])), low).x()
            painter.setPen(QPen(QColor(t.alert), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(at, field_.top()), QPointF(at, field_.bottom()))
            self._draw_mark_words(painter, at, field_)
        painter.setClipRect(field_.adjusted(-4, -3, 4, 3))
        for key, (x_places, y_places) in places.items():
            self._draw_line(
                painter, self.lines[key], [place(*p) for p in zip(x_places, y_places, strict=True)]
            )

    def _draw_mark_words(self, painter: QPainter, at: float, field_: QRectF) -> None:
        assert self.mark is not None
        width = painter.fontMetrics().horizontalAdvance(self.mark[1])
        start = at + 4 if at + 4 + width <= field_.right() else at - 4 - width
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QPointF(start, field_.top() + 10), self.mark[1])

    def _draw_names(self, painter: QPainter) -> None:
        """Write each curve's name beside a piece of it, closer together where there is little room."""
        named = [line for key, line in self.lines.items() if line.words and len(self._drawn[key].x)]
        metrics = QFontMetricsF(painter.font())
        words = sum(metrics.horizontalAdvance(line.words) for line in named)
        roomy = words + 36 * len(named) + 2 * RIGHT <= self.width()
        piece, gap = (15, 16) if roomy else (8, 7)
        at = float(RIGHT)
        for line in named:
            colour = QColor(getattr(self.theme, line.colour))
            if line.dots:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(at + piece / 2, 32), 3.5, 3.5)
            painter.setPen(QPen(colour, line.width + 0.6, line.style))
            painter.drawLine(QLineF(at, 32, at + piece, 32))
            painter.setPen(QColor(self.theme.text))
            painter.drawText(QPointF(at + piece + 5, 36), line.words)
            at += piece + 5 + metrics.horizontalAdvance(line.words) + gap

    def _draw_line(self, painter: QPainter, line: Line, points: list[QPointF]) -> None:
        colour = QColor(getattr(self.theme, line.colour))
        painter.setPen(QPen(colour, line.width, line.style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        piece: list[QPointF] = []
        for point in [*points, QPointF(math.nan, math.nan)]:
            if math.isfinite(point.x()) and math.isfinite(point.y()):
                piece.append(point)
                continue
            if len(piece) > 1:
                painter.drawPolyline(QPolygonF(piece))
            piece = []
        if line.dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for point in points:
                if math.isfinite(point.x()) and math.isfinite(point.y()):
                    painter.drawEllipse(point, 3.5, 3.5)
