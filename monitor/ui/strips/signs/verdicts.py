"""What the reference annotations say of alerts and beats, as small signs told apart by their shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import assert_never

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from assets.phrase import phrase
from monitor.alerts.comparison import Verdict
from monitor.ui.kit.theme import Theme

SIGN_PX = 11
"""Size of a sign on a strip, in logical pixels."""

LINE_PX = 2.0
"""Width of its lines, in logical pixels."""

ToldBetween = Callable[[float, float], Sequence[tuple[int, Verdict]]]
"""Gives what the annotations say between two samples: where, and what."""

LEGEND = phrase(
    "Against the annotations: disc, an alert that is true; cross, a false one; ring, a beat missed"
)

ROWS = phrase("Ticks below, by the annotations: true alerts above, false ones next, missed beats last.")


def verdict_colour(theme: Theme, verdict: Verdict) -> str:
    """Colour of a sign and of its ticks; the shapes tell them apart without it."""
    match verdict:
        case Verdict.HIT:
            return theme.accent
        case Verdict.FALSE:
            return theme.text
        case Verdict.MISSED:
            return theme.ectopic
        case _:
            assert_never(verdict)


def draw_sign(painter: QPainter, theme: Theme, verdict: Verdict, x: float, y: float, size: float) -> None:
    """Draw a disc for what is true, a cross for what is false, a ring for what was missed, about a place."""
    colour = QColor(verdict_colour(theme, verdict))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(QPointF(0, 0), 0.68, 0.68)  # so that it stands out where a trace runs
    pen = QPen(colour, LINE_PX / size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QBrush(colour) if verdict is Verdict.HIT else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPath(sign(verdict))
    painter.restore()


@cache
def sign(verdict: Verdict) -> QPainterPath:
    """Give a sign's outline, in a box of side 1 about (0, 0)."""
    path = QPainterPath()
    match verdict:
        case Verdict.HIT:
            path.addEllipse(QPointF(0, 0), 0.3, 0.3)
        case Verdict.MISSED:
            path.addEllipse(QPointF(0, 0), 0.42, 0.42)
        case Verdict.FALSE:
            for side in (-1, 1):
                path.moveTo(-0.38, -0.38 * side)
                path.lineTo(0.38, 0.38 * side)
    return path


def draw_rows(
    painter: QPainter, theme: Theme, told: Sequence[tuple[int, Verdict]], top: float, height: float
) -> None:
    """Draw a tick for each alert and each missed beat, by its horizontal pixel, in the row of what it is."""
    high = height / len(Verdict)
    for row, verdict in enumerate(Verdict):
        y = top + row * high
        painter.setPen(QPen(QColor(verdict_colour(theme, verdict)), 1))
        places = {x for x, said in told if said is verdict}
        painter.drawLines([QLineF(x + 0.5, y, x + 0.5, y + high - 1) for x in places])
