"""Two heaps of scores, what is known and what was never seen, and a threshold between them to drag."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from models.digits.alarm import Counts
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.themed import Themed

HEAD, FOOT = 18.0, 28.0
"""Room above and below the heaps, in logical pixels."""

LONG_STEP = 5
"""Edges that Page Up and Page Down go."""


class HeapsView(Themed):
    """Heaps of a score; a drag, a click or the arrow keys set the threshold on a bin's edge.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    SPOKEN = Role.Slider

    moved = Signal(int)
    """The threshold is on this edge now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.counts: Counts | None = None
        self.edge = 0
        self.names = (tr("known"), tr("never seen"))
        self.mark: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(150, 90)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(tr("Threshold of the alarm: the arrow keys move it"))

    def sizeHint(self) -> QSize:
        """Wide enough to aim at."""
        return QSize(380, 180)

    def show_counts(self, counts: Counts, edge: int, names: tuple[str, str]) -> None:
        """Show heaps with a threshold on an edge; `names` says what the heaps are."""
        self.counts, self.edge, self.names = counts, edge, names
        self.update()

    def show_mark(self, score: float | None) -> None:
        """Mark where the learner's own picture lies, or nothing."""
        self.mark = score
        self.update()

    # Setting the threshold --------------------------------------------------------------------------

    def set_edge(self, edge: int) -> None:
        """Put the threshold on an edge, the nearest one that there is."""
        if self.counts is None:
            return
        edge = min(max(edge, 0), len(self.counts.known))
        if edge != self.edge:
            self.edge = edge
            self.update()
            self.moved.emit(edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the threshold there."""
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the threshold."""
        self._drag(event)

    def _drag(self, event: QMouseEvent) -> None:
        if self.counts is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.set_edge(round(event.position().x() / max(self.width(), 1) * len(self.counts.known)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the threshold by the arrow keys."""
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageDown: -LONG_STEP, Qt.Key.Key_PageUp: LONG_STEP,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_edge(self.edge + step)

    # Drawing ----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heaps, what is over the threshold filled, the threshold, and the learner's own mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        t, counts = self.theme, self.counts
        foot = self.height() - FOOT
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if counts is None:
            return
        pitch = self.width() / len(counts.known)
        for part, colour in ((counts.known, t.accent), (counts.unseen, t.forecast)):
            self._draw_heap(painter, np.array(part, dtype=float), colour)
        painter.setPen(QColor(t.dim))
        painter.drawText(QRectF(0, foot + 11, self.width() / 2, 16), 0, tr("← familiar"))
        painter.drawText(
            QRectF(self.width() / 2, foot + 11, self.width() / 2, 16),
            Qt.AlignmentFlag.AlignRight,
            tr("strange →"),
        )
        self._draw_names(painter)
        at = round(self.edge * pitch)
        painter.setPen(QPen(QColor(t.alert), 2))
        painter.drawLine(QPointF(at, HEAD - 4), QPointF(at, foot))
        painter.setBrush(QColor(t.alert))
        painter.drawEllipse(QPointF(at, HEAD - 4), 5, 5)
        if self.mark is not None:
            x = counts.place(self.mark) * pitch
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.text))
            painter.drawPolygon(
                QPolygonF([QPointF(x, foot - 1), QPointF(x - 6, foot + 10), QPointF(x + 6, foot + 10)])
            )

    def _draw_heap(self, painter: QPainter, share: npt.NDArray[np.float64], colour: str) -> None:
        """Draw one heap as a share of its own, and what raises the alarm filled."""
        foot = self.height() - FOOT
        tall = (foot - HEAD) * 0.95 * share / share.max()
        pitch = self.width() / len(share)
        pale, full = QColor(colour), QColor(colour)
        pale.setAlphaF(0.18)
        full.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        for i, high in enumerate(tall.tolist()):
            painter.setBrush(full if i >= self.edge else pale)
            painter.drawRect(QRectF(i * pitch, foot - high, pitch, high))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 1.5))
        outline = [QPointF(0, foot)]
        for i, high in enumerate(tall.tolist()):
            outline += [QPointF(i * pitch, foot - high), QPointF((i + 1) * pitch, foot - high)]
        painter.drawPolyline([*outline, QPointF(self.width(), foot)])

    def _draw_names(self, painter: QPainter) -> None:
        """Say above which colour is which."""
        left = 0.0
        for name, colour in zip(self.names, (self.theme.accent, self.theme.forecast), strict=True):
            painter.setPen(QColor(colour))
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(left, 0, wide + 2, 14), 0, name)
            left += wide + 16
