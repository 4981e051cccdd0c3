"""The lane of beats: a stem a beat, as high as the score that alerts are made of."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from models.alerts.reasons import Channel
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.session.provisional import Shade
from monitor.ui.strips.lanes.lane import Lane
from monitor.ui.strips.signs.bands import (
    LeftOutBetween,
    StatesBetween,
    draw_bands,
    draw_left_out,
    no_states,
    none_left_out,
)
from monitor.ui.strips.strip import shade
from monitor.ui.strips.timeline import Timeline

if TYPE_CHECKING:
    from models.beats.scores import BeatScores

HEAD_PX = 3.5
"""Half the width of a stem's head, in logical pixels."""

BeatsBetween = Callable[[float, float], "BeatScores"]
"""Gives the classified beats from one sample to before another."""


class BeatLane(Lane):
    """The beats, live.

    Parameters
    ----------
    timeline, theme
        As for `Canvas`.
    beats : callable
        Gives the beats between two sample indices.
    shades : callable
        Gives the alerts that overlap two sample indices, and how strongly each is shaded.
    states : callable
        Gives what went on between two sample indices: what is about the heart is named along the upper edge.
    without : callable
        Gives the stretches between two sample indices that are judged without some of the leads: these are
        named there, too.
    """

    FLOOR, TOP = -0.7, 3.3

    def __init__(
        self,
        timeline: Timeline,
        theme: Theme,
        beats: BeatsBetween,
        shades: Callable[[float, float], list[Shade]],
        states: StatesBetween = no_states,
        without: LeftOutBetween = none_left_out,
    ) -> None:
        super().__init__(timeline, theme, Channel.ECTOPY)
        self._beats, self._shades, self._states, self._without = beats, shades, states, without
        self._premature = math.inf
        self.setAccessibleName(tr("Score of each beat, threshold moves with the arrow keys"))

    def set_premature(self, value: float) -> None:
        """Take the threshold from which on a beat came early."""
        if value != self._premature:
            self._premature = value
            self.spoil()

    def touch(self, first: float, last: float) -> None:
        """Draw the columns of a stretch again, the heads that reach out of it too."""
        super().touch(first - self._reach, last + self._reach)

    @property
    def _reach(self) -> float:
        """Samples by which a head lies beside its beat."""
        return (HEAD_PX + 1) / self.timeline.px_per_sample

    @property
    def _colour(self) -> str:
        return self.theme.dim

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw shaded alerts, bands of what went on, and the beats' stems."""
        timeline = self.timeline
        shade(painter, timeline, self.theme, self._shades(first, last), self.height())
        seen = timeline.virtual(first), timeline.virtual(last)
        draw_bands(painter, timeline, self.theme, self._states(first, last), seen)
        draw_left_out(painter, timeline, self.theme, self._without(first, last), self._states, seen)
        beats = self._beats(max(first - self._reach, timeline.start), last + self._reach)
        foot = self.height() - 0.5
        line = math.inf if self._threshold is None else self._threshold
        for x, score, from_above in zip(
            timeline.places(beats.index).tolist(),
            beats.score.tolist(),
            beats.supraventricular.tolist(),
            strict=True,
        ):
            if not math.isfinite(score):
                painter.setPen(QPen(QColor(self.theme.dim), 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(x, foot - HEAD_PX), HEAD_PX - 0.6, HEAD_PX - 0.6)
                continue
            over, early = score >= line, from_above >= self._premature
            colour = QColor(self.theme.premature if early else self._colour)
            if over and self._raises:
                colour = QColor(self.theme.alert)
            top = min(max(self._y(score), HEAD_PX + 1), foot - HEAD_PX)
            painter.setPen(QPen(colour, 1.4))
            painter.drawLine(QLineF(x, foot, x, top))
            painter.setBrush(colour if over or early else QColor(self.theme.paper))
            if early:
                painter.drawPolygon(_arrow(x, top))
            else:
                painter.drawEllipse(QPointF(x, top), HEAD_PX - 0.9, HEAD_PX - 0.9)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _arrow(x: float, y: float) -> QPolygonF:
    """Points left, to where a beat that came early would have been later."""
    right = x + HEAD_PX - 1
    return QPolygonF([QPointF(x - HEAD_PX, y), QPointF(right, y - HEAD_PX), QPointF(right, y + HEAD_PX)])
