"""Colours of findings, priorities and verdicts; each has words or a shape beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from assets.phrase import phrase
from models.alerts.kinds import Priority
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.scoring import Verdict
from monitor.ui.kit.theme import Theme

_URGENT = {Finding.VT, Finding.VF, Finding.ASYSTOLE}

MISSED = "missed"
"""What a beat or an episode is that nobody marked."""

SIGN_PX = 5.0
"""Half the size of a verdict's sign, logical pixels."""

LEGEND = phrase("filled: right   cross: wrong or false   circle: missed   hollow: too early   dot: repeated")
"""What the signs of `draw_verdict` mean."""


def finding_colour(theme: Theme, key: str) -> str:
    """Colour of what is so, by its name in files; that of other spans for anything else."""
    for finding in Finding:
        if finding.key != key:
            continue
        if finding in _URGENT:
            return theme.urgent
        if finding is Finding.SINUS:
            return theme.template
        if finding is Finding.ECTOPY:
            return theme.ectopic
        return theme.technical if finding is Finding.ARTEFACT else theme.alert
    return theme.dim


def priority_colour(theme: Theme, priority: str) -> str:
    """Colour of an alarm by its priority's name in files."""
    return {
        Priority.HIGH.value: theme.urgent,
        Priority.MEDIUM.value: theme.alert,
        Priority.LOW.value: theme.technical,
    }.get(priority, theme.dim)


def verdict_colour(theme: Theme, verdict: str) -> str:
    """Colour of what became of a mark."""
    return {
        Verdict.RIGHT.value: theme.accent,
        Verdict.WRONG.value: theme.ectopic,
        Verdict.PREMATURE.value: theme.alert,
        MISSED: theme.ectopic,
    }.get(verdict, theme.dim)


def draw_verdict(painter: QPainter, theme: Theme, verdict: str, x: float, y: float) -> None:
    """Draw what became of a mark at a place, by its shape as much as by its colour (`LEGEND`)."""
    r, pen = SIGN_PX, QPen(QColor(verdict_colour(theme, verdict)), 2)
    painter.setPen(pen)
    painter.setBrush(pen.color() if verdict == Verdict.RIGHT else Qt.BrushStyle.NoBrush)
    if verdict == Verdict.WRONG:
        painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
        painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))
    elif verdict == MISSED:
        painter.drawEllipse(QPointF(x, y), r, r)
    elif verdict == Verdict.REPEATED:
        painter.drawEllipse(QPointF(x, y), 1, 1)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r), QPointF(x - r, y + r)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
