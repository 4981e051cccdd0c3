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
        self._window_colour = QColor(theme.window)
        self._image = QImage()
        self._paper = QImage()
        self._shown_column = 0
        self._shown_lap = 0
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
        timeline = self.timeline
        self._image = self._paper.copy()
        if timeline.head > timeline.start:
            self._paint(timeline.first_visible, timeline.head, erase=True)
        self._shown_column, self._shown_lap = timeline.head_column, timeline.lap
        self.update()

    def advance(self, previous: int) -> None:
        """Draw the columns between the sample `previous` and the timeline's head."""
        timeline = self.timeline
        if self._image.isNull():
            return
        wrapped = timeline.lap != self._shown_lap
        if wrapped and not timeline.scroll:
            # The lap that ends here is the past from now on; as it is painted over it brightens again.
            self._dim(QRect(0, 0, timeline.width, self.height()))
        self._paint(previous - 1, timeline.head, erase=True)
        column = timeline.head_column
        if timeline.scroll or wrapped:
            self.update()
        else:
            left = self._shown_column - 2
            self.update(left, 0, column + timeline.erase_bar + 3 - left, self.height())
        self._shown_column, self._shown_lap = column, timeline.lap

    def invalidate(self, first: float, last: float) -> None:
        """Draw the columns of the samples `first` to `last` again, as far as they are visible."""
        timeline = self.timeline
        first, last = max(first, timeline.first_visible), min(last, timeline.head)
        if last < first or self._image.isNull():
            return
        self._paint(first, last, erase=last >= timeline.head - 2 / timeline.px_per_sample)
        if timeline.scroll:
            self.update()
        else:
            for piece in timeline.pieces(first, last):
                self.update(piece.left - 1, 0, piece.right - piece.left + 2, self.height())

    # Inside ---------------------------------------------------------------------------------------

    def _paint(self, first: float, last: float, *, erase: bool) -> None:
        """Paint the columns of the samples `first` to `last`, and the erase bar behind the newest."""
        timeline = self.timeline
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in timeline.pieces(max(first, timeline.start), last):
            self._paint_piece(painter, piece)
        if erase and not timeline.scroll:
            painter.setClipping(False)
            bar = QRect(timeline.head_column + 1, 0, timeline.erase_bar - 1, self.height())
            painter.fillRect(bar, self._window_colour)
        painter.end()

    def _paint_piece(self, painter: QPainter, piece: Piece) -> None:
        timeline = self.timeline
        rect = QRect(piece.left, 0, piece.right - piece.left, self.height())
        painter.setClipRect(rect)
        self._blit(painter, self._paper, rect, piece.left)
        origin = piece.lap * timeline.width
        painter.translate(-origin, 0)
        # Two pixels more on either side, so that lines run on through the edge of the clip.
        self.draw_span(
            painter,
            timeline.sample_at(origin + piece.left - 2),
            min(timeline.sample_at(origin + piece.right + 2), timeline.head),
        )
        painter.translate(origin, 0)
        if piece.lap < timeline.lap and not timeline.scroll:
            painter.fillRect(rect, QColor(self.theme.past))

    def _dim(self, rect: QRect) -> None:
        painter = QPainter(self._image)
        painter.fillRect(rect, QColor(self.theme.past))
        painter.end()

    @staticmethod
    def _blit(painter: QPainter, image: QImage, target: QRect, from_x: int) -> None:
        ratio = image.devicePixelRatio()
        if ratio == 1:
            # Whole pixels on whole pixels is a copy; the general case below is a transformation.
            painter.drawImage(target.topLeft(), image, QRect(from_x, 0, target.width(), target.height()))
            return
        source = QRectF(from_x * ratio, 0, target.width() * ratio, target.height() * ratio)
        painter.drawImage(QRectF(target), image, source)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the columns that Qt asks for."""
        painter = QPainter(self)
        timeline = self.timeline
        dirty = event.rect()
        if dirty.right() >= timeline.width:
            beyond = QRect(timeline.width, 0, self.width() - timeline.width, self.height())
            painter.fillRect(beyond, self._window_colour)
        if self._image.isNull():
            painter.fillRect(dirty, QColor(self.theme.paper))
            return
        if timeline.scroll:
            column, height = timeline.head_column, self.height()
            older = timeline.width - column
            self._blit(painter, self._image, QRect(0, 0, older, height), column)
            self._blit(painter, self._image, QRect(older, 0, column, height), 0)
        else:
            shown = QRect(
                dirty.left(), 0, min(dirty.right() + 1, timeline.width) - dirty.left(), self.height()
            )
            self._blit(painter, self._image, shown, shown.left())
        self.draw_over(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self.rebuild()


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
