"""A strip of paper that is painted once, column by column, and then only shown.

A persistent image holds what has been drawn. A frame paints the newly arrived columns alone and asks Qt to
show just those; an alert, a forecast or a dragged threshold that concerns older columns paints these again.
Strips of ECG and residual lanes are both this, with different things drawn on them.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor.ui.theme import Theme
from monitor.ui.timeline import Piece, Timeline


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
        self._image = QImage()
        self._paper = QImage()
        self._shown_column = 0
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
        self.rebuild()

    def rebuild(self) -> None:
        """Make the images anew (size, scale or theme changed) and draw all that is visible."""
        ratio = self.devicePixelRatioF()
        width, height = self.timeline.width, max(1, self.height())
        size = (max(1, math.ceil(width * ratio)), max(1, math.ceil(height * ratio)))
        self._paper = QImage(*size, QImage.Format.Format_RGB32)
        self._paper.setDevicePixelRatio(ratio)
        painter = QPainter(self._paper)
        self.draw_paper(painter)
        painter.end()
        self.redraw()

    def redraw(self) -> None:
        """Draw all that is visible again."""
        self._image = self._paper.copy()
        if self.timeline.head > self.timeline.start:
            self._paint(self.timeline.first_visible, self.timeline.head)
        self._shown_column = self.timeline.head_column
        self.update()

    def advance(self, previous: int) -> None:
        """Draw the columns between the sample `previous` and the timeline's head."""
        timeline = self.timeline
        if self._image.isNull():
            return
        self._paint(previous - 1, timeline.head)
        column = timeline.head_column
        if timeline.scroll or column < self._shown_column:
            self.update()
        else:
            left = self._shown_column - 2
            self.update(left, 0, column + timeline.erase_bar + 3 - left, self.height())
        self._shown_column = column

    def invalidate(self, first: float, last: float) -> None:
        """Draw the columns of the samples `first` to `last` again, as far as they are visible."""
        timeline = self.timeline
        first, last = max(first, timeline.first_visible), min(last, timeline.head)
        if last < first or self._image.isNull():
            return
        self._paint(first, last)
        if timeline.scroll:
            self.update()
        else:
            for piece in timeline.pieces(first, last):
                self.update(piece.left - 1, 0, piece.right - piece.left + 2, self.height())

    # Inside ---------------------------------------------------------------------------------------

    def _paint(self, first: float, last: float) -> None:
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self.timeline.pieces(max(first, self.timeline.start), last):
            self._paint_piece(painter, piece)
        painter.end()

    def _paint_piece(self, painter: QPainter, piece: Piece) -> None:
        timeline = self.timeline
        rect = QRect(piece.left, 0, piece.right - piece.left, self.height())
        painter.save()
        painter.setClipRect(rect)
        self._blit(painter, self._paper, rect, rect.topLeft().x())
        origin = piece.lap * timeline.width
        painter.translate(-origin, 0)
        # Two pixels more on either side, so that lines run on through the edge of the clip.
        self.draw_span(
            painter,
            timeline.sample_at(origin + piece.left - 2),
            min(timeline.sample_at(origin + piece.right + 2), timeline.head),
        )
        painter.restore()

    @staticmethod
    def _blit(painter: QPainter, image: QImage, target: QRect, from_x: float) -> None:
        ratio = image.devicePixelRatio()
        source = QRectF(from_x * ratio, 0, target.width() * ratio, target.height() * ratio)
        painter.drawImage(QRectF(target), image, source)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the columns that Qt asks for."""
        painter = QPainter(self)
        timeline = self.timeline
        dirty = event.rect()
        beyond = QRect(timeline.width, 0, self.width() - timeline.width, self.height())
        if dirty.intersects(beyond):
            painter.fillRect(beyond, QColor(self.theme.window))
        if self._image.isNull():
            painter.fillRect(dirty, QColor(self.theme.paper))
            return
        if timeline.scroll:
            self._show_scrolled(painter)
        else:
            self._show_swept(painter, dirty & QRect(0, 0, timeline.width, self.height()))
        self.draw_over(painter)

    def _show_scrolled(self, painter: QPainter) -> None:
        timeline = self.timeline
        column, height = timeline.head_column, self.height()
        older = QRect(0, 0, timeline.width - column, height)
        self._blit(painter, self._image, older, column)
        self._blit(painter, self._image, QRect(older.width(), 0, column, height), 0)

    def _show_swept(self, painter: QPainter, dirty: QRect) -> None:
        timeline = self.timeline
        self._blit(painter, self._image, dirty, dirty.left())
        if timeline.head <= timeline.start:
            return
        column, height = timeline.head_column, self.height()
        if timeline.lap > 0:
            past = QRect(column + timeline.erase_bar, 0, timeline.width, height) & dirty
            painter.fillRect(past, QColor(self.theme.past))
        bar = QRect(column + 1, 0, timeline.erase_bar - 1, height)
        painter.fillRect(bar & dirty, QColor(self.theme.window))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self.rebuild()


def draw_grid(
    painter: QPainter, theme: Theme, px_per_mm: float, width: int, height: int, zero: float
) -> None:
    """Draw ECG paper: lines every 1 mm and every 5 mm, vertical from 0, horizontal from `zero`.

    Millimetre lines are left out where they would be closer than three pixels.
    """
    for step, colour in ((1, theme.grid_minor), (5, theme.grid_major)):
        pitch = step * px_per_mm
        if pitch < 3:
            continue
        painter.setPen(QPen(QColor(colour), 1))
        for i in range(math.ceil(width / pitch) + 1):
            painter.drawLine(round(i * pitch), 0, round(i * pitch), height)
        for i in range(math.ceil(-zero / pitch), math.floor((height - zero) / pitch) + 1):
            painter.drawLine(0, round(zero + i * pitch), width, round(zero + i * pitch))
