"""Lanes of spans and marks on one time axis over an outline of the signal; a click goes there.

It takes plain lists of spans, so that it stands alone: alarms, marks, truth, or anything else that has a
beginning, an end and words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from monitor.bedside.teaching.file import Span
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.kit.words import clock
from monitor.ui.teaching.parts.colours import SIGN_PX, draw_verdict, finding_colour, priority_colour

NAMES_PX = 128
"""Width of the lanes' names, logical pixels."""

ROW_PX, LEAST_ROW_PX = 34, 18
"""Height of a lane, and the least, logical pixels."""

OUTLINE_PX, AXIS_PX = 44, 20
"""Height of the outline, and of the axis under it, logical pixels."""

STEPS_S = (0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)
"""Distances between the ticks of the axis, s."""

TICK_PX = 90
"""Ticks stand no nearer than this, logical pixels."""

MOST_TRACKS = 3
"""So many spans of a lane lie one below the other, where they overlap."""

LEAST_S = 4.0
"""Zooming in ends at so many seconds."""


@dataclass(frozen=True)
class Lane:
    """A row.

    Attributes
    ----------
    name : str
        What stands at its left.
    spans : tuple of Span
        What lies in it.
    kind : str
        ``truth``, ``alarms``, ``marks`` or ``events``: by what the spans' kinds are coloured; of marks they
        are the verdicts.
    """

    name: str
    spans: tuple[Span, ...]
    kind: str


def outline(values: npt.NDArray[np.floating], columns: int) -> npt.NDArray[np.float64]:
    """Give the lowest and the highest of each column, shape (columns, 2); NaN where it has no sample.

    A column begins with the last sample of the one before, so that a steep stroke has no gap between two.
    """
    found = np.full((columns, 2), np.nan)
    edges = np.linspace(0, len(values), columns + 1).astype(int)
    for i in range(columns):
        piece = values[edges[i] : edges[i + 1]]
        if np.isfinite(piece).any():
            joined = values[max(0, edges[i] - 1) : edges[i + 1]]
            found[i] = np.nanmin(joined), np.nanmax(joined)
    return found


def tracks(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Give each span, in the order of time, a track in which it overlaps no other, and how many there are.

    There are no more than `MOST_TRACKS`; what overlaps more lies over others in the last.
    """
    ends: list[int] = []
    found = []
    for span in spans:
        free = [i for i, end in enumerate(ends) if end < span.start]
        if free:
            track = free[0]
            ends[track] = span.end
        elif len(ends) < MOST_TRACKS:
            track = len(ends)
            ends.append(span.end)
        else:
            track = MOST_TRACKS - 1
            ends[track] = max(ends[track], span.end)
        found.append(track)
    return [(track, max(1, len(ends))) for track in found]


def bare_until(spans: Sequence[Span]) -> list[int]:
    """Give of each span up to where no later one lies over it, samples: so far its words can be read."""
    starts = sorted((span.start, place) for place, span in enumerate(spans))
    found = [0] * len(spans)
    for (start, place), following in zip(starts, [*starts[1:], None], strict=False):
        end = spans[place].end
        found[place] = end if following is None else max(start, min(end, following[0]))
    return found


class Lanes(Themed):
    """The lanes, the outline and the axis."""

    clicked = Signal(object)
    """Sample that was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lanes: tuple[Lane, ...] = ()
        self._fs, self._start, self._stop = 1.0, 0, 1
        self._view = (0.0, 1.0)
        self._outline: npt.NDArray[np.float64] = np.zeros((0, 2))
        self._cursor: int | None = None
        self._picture: QPixmap | None = None
        self._drawn_in: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Timeline"))

    def show_lanes(
        self,
        lanes: Sequence[Lane],
        fs: float,
        start: int,
        stop: int,
        shape: npt.NDArray[np.float64] | None = None,
    ) -> None:
        """Show lanes over the samples `start` to `stop` at `fs` Hz.

        Parameters
        ----------
        lanes : sequence of Lane
            From top to bottom.
        fs, start, stop
            The axis.
        shape : ndarray of float64, shape (n, 2), optional
            The signal's outline (`outline`); none where there is no signal.
        """
        self._lanes, self._fs = tuple(lanes), fs
        self._start, self._stop = start, max(stop, start + 1)
        self._view = float(self._start), float(self._stop)
        self._outline = np.zeros((0, 2)) if shape is None else shape
        self._cursor = None
        self.updateGeometry()
        self.setMinimumHeight(self._least())
        self._spoil()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """What is shown."""
        return self._lanes

    def set_cursor(self, sample: int | None) -> None:
        """Show where one is; the view follows."""
        if sample == self._cursor:
            return
        self._cursor = sample
        first, last = self._view
        if sample is not None and not first <= sample <= last:
            self._look(sample - 0.1 * (last - first), last - first)
        self.update()

    def _least(self) -> int:
        return max(1, len(self._lanes)) * LEAST_ROW_PX + OUTLINE_PX + AXIS_PX

    def sizeHint(self) -> QSize:
        """As high as the lanes are many."""
        return QSize(700, max(1, len(self._lanes)) * ROW_PX + OUTLINE_PX + AXIS_PX)

    # Where things stand ---------------------------------------------------------------------------

    def x_of(self, sample: float) -> float:
        """Pixel of a sample in the lanes."""
        first, last = self._view
        return NAMES_PX + (sample - first) / (last - first) * self._room

    def sample_at(self, x: float) -> int:
        """Sample at a pixel of the lanes."""
        first, last = self._view
        return round(first + (x - NAMES_PX) / self._room * (last - first))

    @property
    def _room(self) -> float:
        return max(1.0, self.width() - NAMES_PX - 8.0)

    @property
    def _row(self) -> float:
        rows = max(1, len(self._lanes))
        return min(float(ROW_PX), (self.height() - OUTLINE_PX - AXIS_PX) / rows)

    @property
    def _foot(self) -> float:
        """Upper edge of the outline."""
        return self._row * max(1, len(self._lanes))

    # Mouse ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where it was clicked; in the outline, of the whole stretch."""
        x, y = event.position().x(), event.position().y()
        if event.button() is not Qt.MouseButton.LeftButton or x < NAMES_PX:
            return
        if self._foot <= y < self._foot + OUTLINE_PX:
            share = (x - NAMES_PX) / self._room
            at = round(self._start + share * (self._stop - self._start))
        else:
            at = self.sample_at(x)
        self.clicked.emit(min(max(at, self._start), self._stop - 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        first, last = self._view
        at = self.sample_at(event.position().x())
        factor = 0.8 ** (event.angleDelta().y() / 120)
        whole = float(self._stop - self._start)
        span = min(whole, max(min(whole, LEAST_S * self._fs), (last - first) * factor))
        self._look(at - (at - first) * span / (last - first), span)
        event.accept()

    def _look(self, first: float, span: float) -> None:
        first = min(max(first, float(self._start)), self._stop - span)
        self._view = first, first + span
        self._spoil()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have what lies under the pointer ready for whoever rests it there."""
        self.setToolTip(plain_tip(self.words_at(event.position().x(), event.position().y())))

    def words_at(self, x: float, y: float) -> str:
        """What lies at a pixel, in words; empty where nothing does."""
        row = math.floor(y / self._row)
        if not (0 <= row < len(self._lanes)) or x < NAMES_PX:
            return ""
        reach = SIGN_PX / self._room * (self._view[1] - self._view[0])
        at = self.sample_at(x)
        found = [s for s in self._lanes[row].spans if s.start - reach <= at <= s.end + reach]
        return "\n".join(self._told(span) for span in found[:8])

    def _told(self, span: Span) -> str:
        times = clock(span.start / self._fs)
        if span.end > span.start:
            times += tr(" to {clock}").format(clock=clock(span.end / self._fs))
        return f"{times}  {span.label}"

    # Drawing --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._spoil()

    def _spoil(self) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, and over it where one is."""
        if self._picture is None or self._drawn_in is not self.theme:
            self._draw()
        assert self._picture is not None
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._cursor is not None:
            self._draw_cursor(painter, self._cursor)
        painter.end()

    def _draw_cursor(self, painter: QPainter, cursor: int) -> None:
        painter.setPen(QPen(QColor(self.theme.text), 2))
        x = self.x_of(cursor)
        if x >= NAMES_PX:
            painter.drawLine(QPointF(x, 0), QPointF(x, self._foot))
        whole = (cursor - self._start) / (self._stop - self._start)
        x = NAMES_PX + whole * self._room
        painter.drawLine(QPointF(x, self._foot), QPointF(x, self._foot + OUTLINE_PX))

    def _draw(self) -> None:
        ratio, t = self.devicePixelRatioF(), self.theme
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(t.panel))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        for row, lane in enumerate(self._lanes):
            self._draw_lane(painter, lane, row * self._row)
        self._draw_outline(painter)
        self._draw_axis(painter)
        painter.end()
        self._picture, self._drawn_in = picture, t

    def _draw_lane(self, painter: QPainter, lane: Lane, top: float) -> None:
        t, row = self.theme, self._row
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawLine(QPointF(0, top + row), QPointF(self.width(), top + row))
        name = painter.fontMetrics().elidedText(lane.name, Qt.TextElideMode.ElideRight, NAMES_PX - 20)
        painter.setPen(QColor(t.text))
        painter.drawText(QRectF(12, top, NAMES_PX - 16, row), Qt.AlignmentFlag.AlignVCenter, name)
        painter.save()
        painter.setClipRect(QRectF(NAMES_PX, top, self._room + 8, row))
        seen = [s for s in lane.spans if s.end >= self._view[0] and s.start <= self._view[1]]
        if lane.kind in ("marks", "events"):
            self._draw_marks(painter, lane, seen, top + row / 2)
        else:
            if lane.kind == "truth":  # a beat lies over the rhythm in which it is
                places = [(0, 1)] * len(seen)
                seen.sort(key=lambda span: span.start - span.end)
                ends = bare_until(seen)
            else:
                places, ends = tracks(seen), [span.end for span in seen]
            high = (row - 6) / max((of for _, of in places), default=1)
            for span, (track, _), end in zip(seen, places, ends, strict=True):
                self._draw_span(painter, lane, span, top + 3 + track * high, high, end)
        painter.restore()

    def _draw_span(
        self, painter: QPainter, lane: Lane, span: Span, top: float, high: float, bare: int
    ) -> None:
        """Draw a span, and its words as far as sample `bare`."""
        left, right = self.x_of(span.start), self.x_of(span.end)
        place = QRectF(left, top, max(3.0, right - left), high - 1)
        colour = QColor(self._colour(lane, span))
        shade = QColor(colour)
        shade.setAlpha(90)
        painter.fillRect(place, shade)
        painter.fillRect(QRectF(place.left(), place.top(), 3, place.height()), colour)
        free = QRectF(place)
        free.setRight(min(place.right(), max(left, self.x_of(bare))))
        seen = free.intersected(QRectF(NAMES_PX, top, self._room, high)).adjusted(6, 0, -2, 0)
        if seen.width() > 40 and high >= SMALL:
            painter.setPen(QColor(self.theme.text))
            words = painter.fontMetrics().elidedText(
                span.label, Qt.TextElideMode.ElideRight, round(seen.width())
            )
            painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter, words)

    def _colour(self, lane: Lane, span: Span) -> str:
        if lane.kind == "alarms":
            return priority_colour(self.theme, span.kind)
        return finding_colour(self.theme, span.kind) if lane.kind == "truth" else self.theme.dim

    def _draw_marks(self, painter: QPainter, lane: Lane, spans: Sequence[Span], y: float) -> None:
        """Draw the signs, and the words of those that have room before the next one."""
        if not spans:
            return
        judged = lane.kind == "marks"
        places = [self.x_of(span.start) for span in spans]
        for span, x, following in zip(spans, places, [*places[1:], self.width()], strict=True):
            if judged:
                draw_verdict(painter, self.theme, span.kind, x, y)
            else:
                painter.fillRect(QRectF(x - 1.5, y - SIGN_PX, 3, 2 * SIGN_PX), QColor(self.theme.dim))
            left = x + SIGN_PX + 4
            if left + painter.fontMetrics().horizontalAdvance(span.label) < following - SIGN_PX - 2:
                painter.setPen(QColor(self.theme.text))
                painter.drawText(QPointF(left, y + 4), span.label)

    def _draw_outline(self, painter: QPainter) -> None:
        t, top = self.theme, self._foot
        painter.fillRect(QRectF(NAMES_PX, top, self._room, OUTLINE_PX), QColor(t.paper))
        painter.setPen(QColor(t.dim))
        painter.drawText(
            QRectF(12, top, NAMES_PX - 16, OUTLINE_PX), Qt.AlignmentFlag.AlignVCenter, tr("Signal")
        )
        known = np.isfinite(self._outline[:, 0])
        if known.any():
            low, high = float(np.nanmin(self._outline)), float(np.nanmax(self._outline))
            scale = (OUTLINE_PX - 8) / max(high - low, 1e-6)
            painter.setPen(QPen(QColor(t.lead(0)), 1))
            step = self._room / len(self._outline)
            for i in np.flatnonzero(known).tolist():
                x = NAMES_PX + (i + 0.5) * step
                a, b = (top + 4 + (high - float(v)) * scale for v in self._outline[i])
                painter.drawLine(QPointF(x, a), QPointF(x, max(b, a + 1)))
        first, last = ((v - self._start) / (self._stop - self._start) * self._room for v in self._view)
        painter.setPen(QPen(QColor(t.accent), 1))
        painter.drawRect(QRectF(NAMES_PX + first, top + 0.5, last - first, OUTLINE_PX - 1))

    def _draw_axis(self, painter: QPainter) -> None:
        top = self._foot + OUTLINE_PX
        first, last = (v / self._fs for v in self._view)
        per_s = self._room / (last - first)
        step = next((s for s in STEPS_S if s * per_s >= TICK_PX), STEPS_S[-1])
        painter.setPen(QColor(self.theme.dim))
        for i in range(math.ceil(first / step), math.floor(last / step) + 1):
            x = self.x_of(i * step * self._fs)
            words = clock(i * step, 0 if step >= 1 else 1)
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = min(x - wide / 2, self.width() - wide)  # the last one stands at the very end
            place = QRectF(left, top, wide, AXIS_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
