"""A strip of paper that is painted once, column by column, and then only shown.

A persistent image holds what has been drawn. A frame paints the newly arrived columns alone and asks Qt to
show just those; an alert, a forecast or a dragged threshold that concerns older columns paints these again.
A canvas that a frame has no time for catches up in a later one: it knows how far its picture goes.
Strips of ECG and residual lanes are both this, with different things drawn on them.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.ui.kit.theme import Theme
from monitor.ui.strips.tiles import Tiles
from monitor.ui.strips.timeline import Timeline

_SMOOTH = QPainter.RenderHint.Antialiasing  # looked up once: this costs as much as a fill

EDGE_PX = 1
"""So far beyond its clip a piece is drawn, in pixels, so that lines run on through the edge.

As far as half the width of the widest line reaches.
"""

REDONE_PX = 2
"""So many of the newest pixels are drawn again with what has come: where one holds many samples, their lowest
and their highest stand a pixel apart."""


class Canvas(QWidget):
    """Base of strips and lanes.

    Parameters
    ----------
    timeline : Timeline
        The shared time axis; its owner keeps it and tells the canvases when it changes.
    theme : Theme
        Colours.
    """

    def __init__(self, timeline: Timeline, theme: Theme) -> None:
        super().__init__()
        self.timeline = timeline
        self.theme = theme
        self._window_colour = QColor(theme.window)
        self._picture: Tiles | None = None
        self._paper: Tiles | None = None
        self._shown_column = 0
        self._shown_lap = 0
        self._painted = 0  # the picture is whole up to this sample
        self._whole_from = 0  # and from this one on
        self._outdated = True  # size, scale or theme changed since its images were made
        self._scrolled = False  # as what it was drawn: its columns under a sweep, or as on paper
        self._stale: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What the subclasses draw ---------------------------------------------------------------------

    def draw_paper(self, painter: QPainter) -> None:
        """Draw what lies under everything, once."""
        painter.fillRect(0, 0, self.timeline.width, self.height(), QColor(self.theme.paper))

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw what the samples from `first` to `last` show; x is in virtual pixels, clipping is set."""
        raise AssertionError("a canvas draws something")  # pragma: no cover

    def draw_over(self, painter: QPainter) -> None:
        """Draw what is laid over the columns and does not move with them."""

    # What the owner calls -------------------------------------------------------------------------

    def restyle(self, theme: Theme) -> None:
        """Change colours and draw everything anew."""
        self.theme = theme
        self._window_colour = QColor(theme.window)
        self.rebuild()

    def rebuild(self) -> None:
        """Make the images anew (size, scale or theme changed) and draw all that is visible."""
        paper = Tiles(self.timeline.width, max(1, self.height()), self.devicePixelRatioF())
        for left, _ in paper.parts(0, paper.width):
            painter = paper.painter(left)
            self.draw_paper(painter)
            painter.end()
        self._paper, self._outdated = paper, False
        self.redraw()

    def outdate(self) -> None:
        """Note that the images are to be made anew by `catch_up`; until then the old ones are shown."""
        self._outdated = True
        self.update()

    def redraw(self) -> None:
        """Draw all that is visible again."""
        if self._paper is None:
            return
        timeline = self.timeline
        self._picture = self._paper.copy()
        if timeline.newest > timeline.start:
            self._paint(timeline.first_visible, timeline.newest)
        self._shown_column, self._shown_lap = timeline.head_column, timeline.lap
        self._whole_from, self._painted = timeline.first_visible, timeline.newest
        self._scrolled, self._stale = timeline.scrolls, None
        self.update()

    def spoil(self) -> None:
        """Note that everything visible is to be drawn again by `catch_up`."""
        self._painted = -1

    def touch(self, first: float, last: float) -> None:
        """Note that the columns of the samples `first` to `last` are to be drawn again by `catch_up`."""
        if self._stale is not None:
            first, last = min(first, self._stale[0]), max(last, self._stale[1])
        self._stale = first, last

    def catch_up(self) -> bool:
        """Draw what has arrived since this was last called, and what has been touched: a screenful at most.

        Returns
        -------
        bool
            Whether the sweep came round.
        """
        if self._outdated:
            self.rebuild()
            return False
        lap, timeline = self._shown_lap, self.timeline
        first, newest = timeline.first_visible, timeline.newest
        if (
            self._scrolled != timeline.scrolls
            or not first <= self._painted
            or (newest < self._painted and (timeline.look is None or newest < self._whole_from))
        ):
            self.redraw()
            return self._shown_lap != lap
        if first < self._whole_from and timeline.look is not None:
            self._paint(first, self._whole_from)
            self._whole_from = first
        if self._painted < newest:
            self._advance(self._painted)
        elif newest < self._painted:
            self._shown_column, self._shown_lap, self._painted = timeline.head_column, timeline.lap, newest
            self.update()
        self._whole_from = max(self._whole_from, first)
        if self._stale is not None:
            stale, self._stale = self._stale, None
            self._draw_again(*stale)
        return self._shown_lap != lap

    def _advance(self, previous: int) -> None:
        """Draw the columns between the sample `previous` and the newest one shown."""
        timeline = self.timeline
        assert self._picture is not None
        wrapped = timeline.lap != self._shown_lap
        if wrapped and timeline.fades and not timeline.scrolls:
            # The lap that ends here is the past from now on; as it is painted over it brightens again.
            self._picture.fill(QColor(self.theme.past))
        # Some pixels more: the samples of the last ones had not all come when they were drawn.
        self._paint(previous - 1 - REDONE_PX / timeline.px_per_sample, timeline.newest)
        self._shown_column, self._shown_lap = timeline.head_column, timeline.lap
        self._painted = timeline.newest
        if timeline.scrolls or wrapped:
            self.update()
        else:
            left = math.floor(timeline.virtual(previous - 1)) - REDONE_PX - timeline.lap * timeline.width
            self.update(left, 0, self._shown_column + timeline.erase_bar - left, self.height())

    def _draw_again(self, first: float, last: float) -> None:
        """Draw the columns of the samples `first` to `last` again, as far as they are visible."""
        timeline = self.timeline
        first, last = max(first, timeline.first_visible), min(last, timeline.newest)
        if last < first:
            return
        self._paint(first, last)
        if timeline.scrolls:
            self.update()
        else:
            for piece in timeline.pieces(first, last):
                self.update(piece.left - 1, 0, piece.right - piece.left + 2, self.height())

    # Inside ---------------------------------------------------------------------------------------

    def _paint(self, first: float, last: float) -> None:
        """Paint the columns of the samples `first` to `last`."""
        if self._picture is None or self._paper is None:
            return
        timeline = self.timeline
        for piece in timeline.pieces(max(first, timeline.start), last):
            for left, right in self._picture.parts(piece.left, piece.right):
                painter = self._picture.painter(left)
                painter.setRenderHint(_SMOOTH)
                painter.setClipRect(left, 0, right - left, self._picture.height)
                self._paper.draw(painter, left, right)
                self._paint_columns(painter, piece.lap, left, right)
                painter.end()

    def _paint_columns(self, painter: QPainter, lap: int, left: int, right: int) -> None:
        timeline = self.timeline
        origin = lap * timeline.width
        painter.translate(-origin, 0)
        self.draw_span(
            painter,
            timeline.sample_at(origin + left - EDGE_PX),
            min(timeline.sample_at(origin + right + EDGE_PX), timeline.head),
        )
        if lap < timeline.lap and timeline.fades and not timeline.scrolls:
            painter.fillRect(origin + left, 0, right - left, self.height(), QColor(self.theme.past))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the columns that Qt asks for."""
        painter = QPainter(self)
        timeline = self.timeline
        dirty = event.rect()
        left, right = dirty.left(), dirty.right() + 1
        if right > timeline.width:
            beyond = QRect(timeline.width, 0, self.width() - timeline.width, self.height())
            painter.fillRect(beyond, self._window_colour)
        if self._outdated or self._picture is None:
            painter.fillRect(dirty, QColor(self.theme.paper))
        if self._picture is None:
            return
        head = self._shown_column
        if self._scrolled:
            self._picture.draw(painter, head, timeline.width, -head)
            self._picture.draw(painter, 0, head, timeline.width - head)
        else:
            bar = head + timeline.erase_bar
            self._picture.draw(painter, left, min(right, head + 1))
            painter.fillRect(head + 1, 0, bar - head - 1, self.height(), self._window_colour)
            if right > bar:
                self._picture.draw(painter, max(left, bar), right)
        self.draw_over(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size, when its turn comes: a window that is resized goes on answering."""
        super().resizeEvent(event)
        self.outdate()


def draw_grid(
    painter: QPainter, theme: Theme, px_per_mm: float, width: int, height: int, zero: float
) -> None:
    """Draw ECG paper: lines every 1 mm and every 5 mm, vertical from 0, horizontal from `zero`.

    Millimetre lines are left out where they would be closer than three of the screen's own pixels.
    """
    for step, colour in ((1, theme.grid_minor), (5, theme.grid_major)):
        pitch = step * px_per_mm
        if pitch * painter.device().devicePixelRatioF() < 3:
            continue
        painter.setPen(QPen(QColor(colour), 1))
        for i in range(math.ceil(width / pitch) + 1):
            painter.drawLine(round(i * pitch), 0, round(i * pitch), height)
        for i in range(math.ceil(-zero / pitch), math.floor((height - zero) / pitch) + 1):
            painter.drawLine(0, round(zero + i * pitch), width, round(zero + i * pitch))
