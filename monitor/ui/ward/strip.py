"""The strip of one bed: a lead that sweeps, at a gain at which no beat is cut."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent

from monitor.bedside.ward.bed import Bed
from monitor.ui.kit.drawing.painting import draw_line, thinned
from monitor.ui.kit.theme import Theme
from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.extent import LOOK_S, extent
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.timeline import Timeline

TRACE_PX = 1.4
"""Width of the trace in logical pixels."""

SHOWN_S = 6.0
"""At least so much is seen of a bed, s: where the strip is too narrow for it, the paper goes slower."""

SPEEDS = (25.0, 12.5, 6.25)
"""Paper speeds, mm/s; the fastest that shows `SHOWN_S` is taken."""

MARGIN = 0.14
"""Share of the height that is kept free above and below the complexes."""

LEAST_MV = 0.5
"""A lead is not drawn larger than if it reached over this, mV: noise stays noise."""

THICK = 4
"""With so many samples a pixel or more, the lowest and the highest of each pixel's samples are drawn."""

ROOM = 0.57
"""A lead that keeps within so many spans of the middle, up and down, is left as it is drawn."""

SMALL_SHARE = 0.65
"""One that reaches over less than this share of what it is drawn for is drawn larger."""


class BedStrip(Canvas):
    """The first of a bed's leads that are analysed, live.

    Parameters
    ----------
    bed : Bed
        Whose.
    theme : Theme
        Colours.
    """

    def __init__(self, bed: Bed, theme: Theme) -> None:
        super().__init__(Timeline(), _on_panel(theme))
        self.bed = bed
        self._level, self._span = 0.0, 0.0
        self._measured = 0
        self.setMinimumHeight(30)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(_on_panel(theme))

    def draw_paper(self, painter: QPainter) -> None:
        """Plain ground: where sixteen are on one screen, grids would be all there is to see."""
        painter.fillRect(0, 0, self.timeline.width, self.height(), QColor(self.theme.panel))

    def advance(self) -> None:
        """Draw what has come since the last call."""
        replay = self.bed.replay
        if replay is None or not self.isVisible():
            return
        timeline = self.timeline
        timeline.fs = replay.info.fs
        timeline.head = replay.position
        if timeline.head > self._measured:
            self._measure()
        self.catch_up()

    def _measure(self) -> None:
        """Choose the gain: often at first, then each time the sweep comes round."""
        timeline, replay = self.timeline, self.bed.replay
        assert replay is not None
        early = timeline.lap == 0
        again = timeline.fs if early else max(timeline.fs, timeline.width / timeline.px_per_sample / 2)
        self._measured = timeline.head + round(again)
        first = max(0, timeline.head - round(LOOK_S * timeline.fs))
        seen = extent(replay.history.lead(self.bed.columns[0], first, timeline.head), timeline.fs)
        if seen is None:
            return
        middle, span = (seen.bottom + seen.top) / 2, max(seen.span, LEAST_MV)
        room = ROOM * self._span
        inside = self._level - room <= seen.bottom and seen.top <= self._level + room
        if inside and span >= SMALL_SHARE * self._span:
            return
        self._level, self._span = middle, span
        self.spoil()

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw the trace between two samples."""
        timeline, replay = self.timeline, self.bed.replay
        if replay is None or not self._span:
            return
        lo, hi = max(timeline.start, math.floor(first)), min(math.ceil(last) + 1, timeline.head)
        if hi - lo < 2:
            return
        painter.setPen(QPen(QColor(self.theme.lead(0)), TRACE_PX))
        per = math.floor(1 / timeline.px_per_sample)
        usable = self.height() * (1 - 2 * MARGIN)
        if per < THICK:
            values = replay.history.lead(self.bed.columns[0], lo, hi)
            x = timeline.places(np.arange(lo, hi))
        else:
            lo = timeline.start + (lo - timeline.start) // per * per
            index, values = thinned(lo, replay.history.lead(self.bed.columns[0], lo, hi), per)
            x = timeline.places(index)
        draw_line(painter, x, self.height() / 2 - (values - self._level) * (usable / self._span))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the paper to the width."""
        width = max(1, self.width())
        per_mm = self.timeline.scale.px_per_mm
        speed = next((s for s in SPEEDS if width / (s * per_mm) >= SHOWN_S), SPEEDS[-1])
        self.timeline.scale = PaperScale(per_mm, speed)
        self.timeline.width = width
        super().resizeEvent(event)


def _on_panel(theme: Theme) -> Theme:
    """The theme with a tile's ground in place of paper and window."""
    return replace(theme, window=theme.panel, paper=theme.panel, past=theme.past[:3] + theme.panel[1:])
