"""A user's marks over a trace: small, told apart by their shapes and not by colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from assets.phrase import phrase
from assets.sources.source import SourceInfo
from models.contract.marks import MISSED, NORMAL, Mark
from monitor.ui.kit.theme import Theme
from monitor.ui.session.keeping.marks import UserMarks
from monitor.ui.strips.timeline import Timeline

MARK_PX = 11
"""Size of a mark, in logical pixels."""

LINE_PX = 1.8
"""Width of its line, in logical pixels."""

LEGEND = phrase("✓ marked as normal for this patient (K),  ▲ marked as missed (M)")

_POINTS = {
    NORMAL: ((-0.45, 0.05), (-0.12, 0.4), (0.45, -0.4)),
    MISSED: ((-0.42, 0.4), (0.0, -0.4), (0.42, 0.4), (-0.42, 0.4)),
}

Placed = tuple[int, Mark]
"""A mark, and where it lies in the source's own samples."""

MarksBetween = Callable[[float, float], Sequence[Placed]]
"""Gives the marks between two of a source's samples."""


def placed(marks: UserMarks, info: SourceInfo) -> MarksBetween:
    """Give what finds a source's marks by its own samples: an excerpt begins at its offset."""

    def between(first: float, last: float) -> Sequence[Placed]:
        found = marks.between(info.identity, first + info.offset, last + info.offset)
        return [(mark.sample - info.offset, mark) for mark in found]

    return between


@cache
def mark_shape(kind: str) -> QPainterPath:
    """Give a tick for `NORMAL`, a triangle for `MISSED`: in a box of side 1 about (0, 0), y downwards."""
    first, *others = (QPointF(x, y) for x, y in _POINTS[kind])
    path = QPainterPath(first)
    for point in others:
        path.lineTo(point)
    return path


def draw_marks(
    painter: QPainter, timeline: Timeline, theme: Theme, marks: Sequence[Placed], height: int
) -> None:
    """Draw marks in a row at the foot of a strip."""
    pen = QPen(QColor(theme.text), LINE_PX / MARK_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for sample, mark in marks:
        painter.save()
        painter.translate(timeline.virtual(sample), height - 0.5 * MARK_PX - 3)
        painter.scale(MARK_PX, MARK_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.paper))
        painter.drawEllipse(QPointF(0, 0), 0.72, 0.72)  # so that it stands out where a trace runs
        painter.setPen(pen)
        painter.setBrush(QColor(theme.text) if mark.mark == MISSED else Qt.BrushStyle.NoBrush)
        painter.drawPath(mark_shape(mark.mark))
        painter.restore()
