"""The whole record as one narrow strip: where we are, where the alerts were, a click to go there."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from monitor.alarms.log import AlertLog
from monitor.ui.kit.colours import event_colour
from monitor.ui.kit.theme import Theme

TICKS_PX = 12
"""Height of the row of alert ticks under the record."""

KEY_STEP_S = 30.0
"""How far an arrow key moves, in seconds."""


class Overview(QWidget):
    """Envelope of the analysed lead over the whole record."""

    seek_asked = Signal(int)

    def __init__(self, log: AlertLog, theme: Theme) -> None:
        super().__init__()
        self._log = log
        self._theme = theme
        self._signal: npt.NDArray[np.float32] = np.zeros(0, np.float32)
        self._fs = 360.0
        self._position = 0
        self._played, self._coming = QImage(), QImage()
        self.canvas_width: int | None = None
        self.setFixedHeight(52)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Whole record; a click goes there")

    def show_record(self, signal: npt.NDArray[np.float32], fs: float) -> None:
        """Show a lead (shape (n,), mV) sampled at `fs` Hz."""
        self._signal, self._fs = signal, fs
        self._rebuild()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._rebuild()

    def set_position(self, sample: int) -> None:
        """Move the cursor; repaints only when it moves by a pixel."""
        if int(self._x(sample)) != int(self._x(self._position)):
            self.update()
        self._position = sample

    def fit(self, width: int) -> None:
        """Use the width of the strips above, so that edges line up."""
        if width != self.canvas_width:
            self.canvas_width = width
            self._rebuild()

    def _span(self) -> int:
        return max(1, min(self.width(), self.canvas_width or self.width()))

    def _x(self, sample: float) -> float:
        return sample / max(1, len(self._signal)) * self._span()

    def _rebuild(self) -> None:
        ratio = self.devicePixelRatioF()
        height = self.height() - TICKS_PX
        self._coming = self._envelope(self._theme.border, ratio, height)
        played = QColor(self._theme.lead(0))
        played.setAlphaF(0.55)
        self._played = self._envelope(played.name(QColor.NameFormat.HexArgb), ratio, height)
        self.update()

    def _envelope(self, colour: str, ratio: float, height: int) -> QImage:
        columns = int(self._span() * ratio)
        image = QImage(columns, int(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        low, high = envelope(self._signal, columns)
        if not np.isfinite(high).any():
            return image
        # Artefacts must not squash the record: the scale takes in 98 of 100 columns.
        bottom, top = float(np.nanpercentile(low, 1)), float(np.nanpercentile(high, 99))
        scale = (image.height() - 2) / max(top - bottom, 0.2)
        painter = QPainter(image)
        painter.setPen(QPen(QColor(colour), 1))
        for x in np.flatnonzero(np.isfinite(high)).tolist():
            painter.drawLine(
                QLineF(x, (top - high[x]) * scale + 1, x, (top - low[x]) * scale + 1),
            )
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the record, the part played in colour, the ticks and the cursor."""
        painter = QPainter(self)
        t, height, span = self._theme, self.height() - TICKS_PX, self._span()
        painter.fillRect(0, 0, span, height, QColor(t.paper))
        x = self._x(self._position)
        painter.drawImage(QPointF(0, 0), self._coming)
        painter.save()
        painter.setClipRect(QRectF(0, 0, x, height))
        painter.fillRect(0, 0, span, height, QColor(t.paper))
        painter.drawImage(QPointF(0, 0), self._played)
        painter.restore()
        ticks: dict[str, set[int]] = {}
        for alert in self._log:
            ticks.setdefault(event_colour(t, alert), set()).add(int(self._x(alert.peak)))
        foot = self.height() - 1
        for colour in sorted(ticks, key=lambda c: -len(ticks[c])):  # the rarer kinds over the common one
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLines([QLineF(i + 0.5, height + 3, i + 0.5, foot) for i in ticks[colour]])
        painter.setPen(QPen(QColor(t.accent if self.hasFocus() else t.text), 2))
        painter.drawLine(QLineF(x, 0, x, height + 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place clicked."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the cursor."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        share = min(max(event.position().x() / self._span(), 0.0), 1.0)
        self.seek_asked.emit(int(share * len(self._signal)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by half a minute with Page Up and Page Down."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            step = steps[Qt.Key(event.key())] * KEY_STEP_S * self._fs
            self.seek_asked.emit(int(self._position + step))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._rebuild()


def envelope(
    signal: npt.NDArray[np.float32], columns: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Lowest and highest value of `signal` (shape (n,)) in each of `columns` equal stretches, or NaN."""
    n = len(signal)
    if not n or not columns:
        empty = np.full(columns, np.nan, dtype=np.float32)
        return empty, empty
    starts = (np.arange(columns) * n // columns).clip(max=n - 1)
    low = np.fmin.reduceat(signal, starts)
    high = np.fmax.reduceat(signal, starts)
    return low, high
