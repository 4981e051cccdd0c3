"""A beat and its redrawing over each other, on which a learner draws beats of his own."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from models.heartbeats.shape import BEFORE, ROWS
from models.signal.version import MODEL_FS
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.lab.heart.curves import HIGH, LOW, points
from monitor.ui.lab.paper import Paper

FOOT_PX = 16
"""Room for the words of the time axis, logical pixels."""

TICK_S = 0.2

KEY_STEP = 1 / 40
"""Share of the height by which a key moves the pen."""

LEAST_PX = 90
"""Least height, logical pixels; it takes what room there is."""

Array = npt.NDArray[np.float32]


class BeatCanvas(Paper):
    """Shows shapes in a beat's own sizes; dragging over it bends the beat, and `drawn` tells of it.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    drawn = Signal()

    def __init__(self, theme: Theme) -> None:
        name = tr("A heartbeat and its redrawing; draw one of your own, with the mouse or by keys")
        super().__init__(theme, name, (1 / (ROWS - 1), KEY_STEP))
        self.beat: Array | None = None
        self.redrawn: Array | None = None
        self.words = ""
        self._last: tuple[int, float] | None = None
        self.setMinimumHeight(LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wider than high."""
        return QSize(320, 170)

    def show_beat(self, beat: Array | None, redrawn: Array | None, words: str = "") -> None:
        """Show a beat and its redrawing, both (ROWS,) in sizes; words stand where there is none."""
        self.beat, self.redrawn, self.words = beat, redrawn, words
        self.update()

    @property
    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, 0, -FOOT_PX)

    # Drawing --------------------------------------------------------------------------------------

    def draw_through(self, places: list[tuple[float, float]]) -> None:
        """Draw through places: seconds from the R peak, and height in the beat's sizes."""
        for time, height in places:
            row = round(time * MODEL_FS) + BEFORE
            self._bend(min(max(row, 0), ROWS - 1), float(np.clip(height, LOW, HIGH)))
        self._last = None
        self.drawn.emit()

    def _bend(self, row: int, height: float) -> None:
        """Put the curve to a height at a row, and straight from the place before."""
        beat = np.zeros(ROWS, np.float32) if self.beat is None else self.beat.copy()
        before = self._last or (row, height)
        low, high = sorted((before, (row, height)))
        rows = np.arange(low[0], high[0] + 1)
        beat[rows] = np.interp(rows, [low[0], high[0]], [low[1], high[1]]) if len(rows) > 1 else height
        self.beat, self._last = beat, (row, height)

    def _at(self, place: QPointF) -> tuple[int, float]:
        box = self._box
        row = round((place.x() - box.left()) / max(1.0, box.width()) * (ROWS - 1))
        height = HIGH - (place.y() - box.top()) / max(1.0, box.height()) * (HIGH - LOW)
        return min(max(row, 0), ROWS - 1), float(np.clip(height, LOW, HIGH))

    def _begin(self, place: QPointF) -> None:
        self._last = None
        self._bend(*self._at(place))
        self.drawn.emit()

    def _go_on(self, place: QPointF) -> None:
        if self._last is not None:
            self._bend(*self._at(place))
            self.drawn.emit()

    def _end(self) -> None:
        self._last = None

    def _where(self, place: QPointF) -> str:
        row, height = self._at(place)
        return tr("{time} s from R, height {height}").format(
            time=in_figures((row - BEFORE) / MODEL_FS, "+.2f"), height=in_figures(height, "+.2f")
        )

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis, the difference, the redrawing and the beat."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self.theme, self._box
        painter.fillRect(self.rect(), QColor(theme.window))
        font = self.font()
        font.setPixelSize(SMALL)
        painter.setFont(font)
        for tick in np.arange(-0.2, 0.41, TICK_S):
            x = box.left() + (tick * MODEL_FS + BEFORE) / (ROWS - 1) * box.width()
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(QColor(theme.dim))
            text = "R" if abs(tick) < 1e-9 else f"{in_figures(tick, '+.1f')} s"
            wide = QRectF(x - 30, box.bottom(), 60, FOOT_PX)
            wide.moveRight(min(wide.right(), box.right()))
            painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, text)
        if self.beat is None:
            painter.setPen(QColor(theme.dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(12, 0, -12, 0), flags, self.words)
            self.keys.draw(painter, theme.window, theme.accent)
            return
        if self.redrawn is not None:
            painter.setPen(QPen(QColor(theme.reconstruction), 2.5))
            painter.drawPolyline(points(self.redrawn, box))
        painter.setPen(QPen(QColor(theme.lead(0)), 1.6))
        painter.drawPolyline(points(self.beat, box))
        self.keys.draw(painter, theme.window, theme.accent)
