"""A residual lane: one running model's error against time, and what exceeds its threshold."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from models.alerts.reasons import Channel
from monitor.stream.past.rows import Rows
from monitor.ui.kit.drawing.painting import draw_line, polygon, runs
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.session.provisional import Shade
from monitor.ui.strips.lanes.lane import Lane
from monitor.ui.strips.strip import shade
from monitor.ui.strips.timeline import Timeline


class ErrorLane(Lane):
    """One channel of errors, live.

    Scores are relative to the patient's baseline, which is the level at his beats, so that the quiet
    stretches between them lie below nought.

    Parameters
    ----------
    timeline, theme
        As for `Canvas`.
    channel : Channel
        Whose errors are shown.
    scores : Rows
        Rows of (sample index, score).
    shades : callable
        Gives the alerts that overlap two sample indices, and how strongly each is shaded.
    """

    FLOOR, TOP = -1.6, 2.6

    def __init__(
        self,
        timeline: Timeline,
        theme: Theme,
        channel: Channel,
        scores: Rows,
        shades: Callable[[float, float], list[Shade]],
    ) -> None:
        super().__init__(timeline, theme, channel)
        self._scores = scores
        self._shades = shades
        self.setAccessibleName(
            tr("{value} error, threshold moves with the arrow keys").format(value=tr(channel.value))
        )

    @property
    def _colour(self) -> str:
        colour: str = getattr(self.theme, self.channel.value)
        return colour

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw shaded alerts, the error, and what exceeds the threshold."""
        timeline = self.timeline
        shade(painter, timeline, self.theme, self._shades(first, last), self.height())
        index, values = self._scores.between(max(first, timeline.start), last, margin=2)
        if len(index) < 2:
            return
        x = timeline.places(index)
        # A line one pixel inside the lane's edge shows that the error goes on beyond it.
        share = (values[0].astype(np.float64) / self._unit - self.FLOOR) / (self.TOP - self.FLOOR)
        y = np.clip(self.height() * (1 - share), 1.0, self.height() - 1.0)
        if self._threshold is not None:
            self._fill_excess(painter, x, y, self._y(self._threshold))
        painter.setPen(QPen(QColor(self._colour), 1.4))
        draw_line(painter, x, y)

    def _fill_excess(self, painter: QPainter, x: np.ndarray, y: np.ndarray, line: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._over_colour)
        with np.errstate(invalid="ignore"):
            over = y < line
        for run in runs(over):
            foot = np.array([line, line])
            painter.drawPolygon(polygon(np.append(x[run], x[run][[-1, 0]]), np.append(y[run], foot)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
