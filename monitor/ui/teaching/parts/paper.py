"""A strip on ECG paper that stands still: as wide as the window, so that the whole class sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from assets.databases.mitbih import AAMI_CLASS
from monitor.ui.kit.drawing.painting import draw_line
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import BODY, SMALL, TITLE, Theme
from monitor.ui.kit.themed import Themed
from monitor.ui.strips.canvas import draw_grid
from monitor.ui.teaching.parts.colours import draw_verdict

SPEED, GAINS = 25.0, (20.0, 10.0, 5.0, 2.5)
"""Paper speed, mm/s, and the gains that are tried, mm/mV: the largest but 20 at which the strip fits."""

USUAL_GAIN = 10.0
"""mm/mV."""

TRACE_PX = 1.8
"""Width of the trace, logical pixels."""

ROOM = 0.86
"""Share of a lead's height that its signal may take."""


ROW_PX = 22
"""Height of a row of marks, logical pixels."""


@dataclass(frozen=True)
class MarkRow:
    """What somebody marked in the strip.

    Attributes
    ----------
    name : str
        Who.
    marks : sequence of (int, str)
        Samples from the strip's start, and what became of each.
    """

    name: str
    marks: Sequence[tuple[int, str]]


class Paper(Themed):
    """Some seconds of one lead or two, drawn once and then only shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._fs = 1.0
        self._leads: tuple[str, ...] = ()
        self._samples: npt.NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self._beats: tuple[tuple[int, str], ...] = ()
        self._rows: tuple[MarkRow, ...] = ()
        self._words = ""
        self._picture: QPixmap | None = None
        self._drawn_in: Theme | None = None
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """As large as it can be had."""
        return QSize(800, 320)

    def show_strip(
        self,
        samples: npt.NDArray[np.float32],
        fs: float,
        leads: Sequence[str],
        beats: Sequence[tuple[int, str]] = (),
        rows: Sequence[MarkRow] = (),
    ) -> None:
        """Show a strip.

        Parameters
        ----------
        samples : ndarray of float32, shape (n, n_leads)
            Signal, mV; NaN is a gap.
        fs : float
            Rate, Hz.
        leads : sequence of str
            Names, one a column.
        beats : sequence of (int, str)
            Symbols to be written over it, by samples from its start.
        rows : sequence of MarkRow
            What was marked, under it.
        """
        self._samples, self._fs, self._leads = samples, fs, tuple(leads)
        self._rows = tuple(rows)
        self._beats, self._words = tuple(beats), ""
        self._spoil()

    def show_beats(self, beats: Sequence[tuple[int, str]]) -> None:
        """Write other symbols over the strip."""
        self._beats = tuple(beats)
        self._spoil()

    def say(self, words: str) -> None:
        """Show words in place of a strip."""
        self._samples, self._words = np.zeros((0, 0), dtype=np.float32), words
        self._spoil()

    def _spoil(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._spoil()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, drawn where it is not there yet."""
        if self._picture is None or self._drawn_in is not self.theme:
            self._draw()
        assert self._picture is not None
        QPainter(self).drawPixmap(0, 0, self._picture)

    @property
    def px_per_mm(self) -> float:
        """Logical pixels a millimetre of this paper: the strip is as wide as there is room."""
        seconds = max(len(self._samples) / self._fs, 1.0)
        return self.width() / (seconds * SPEED)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self.theme.paper))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._samples):
            self._draw_strip(painter)
        else:
            draw_grid(painter, self.theme, 4.0, self.width(), self.height(), self.height() / 2)
            self._write(
                painter, QRectF(0, 0, self.width(), self.height()), self._words, TITLE, self.theme.dim
            )
        painter.end()
        self._picture, self._drawn_in = picture, self.theme

    def _draw_strip(self, painter: QPainter) -> None:
        per_mm, n = self.px_per_mm, len(self._leads)
        height = (self.height() - ROW_PX * len(self._rows)) / n
        draw_grid(painter, self.theme, per_mm, self.width(), self.height(), height / 2)
        gain = self._gain(per_mm, height)
        x = np.arange(len(self._samples)) * (per_mm * SPEED / self._fs)
        for i, name in enumerate(self._leads):
            values = self._samples[:, i].astype(np.float64)
            known = values[np.isfinite(values)]
            centre = float(np.median(known)) if len(known) else 0.0
            if len(known):  # what reaches far to one side has its middle in the middle
                low, high = (float(v) for v in np.quantile(known, (0.001, 0.999)))
                centre = (
                    centre
                    if max(high - centre, centre - low) * gain * per_mm < height / 2
                    else (low + high) / 2
                )
            zero = height * (i + 0.5)
            painter.setPen(QPen(QColor(self.theme.lead(i)), TRACE_PX))
            painter.setClipRect(QRectF(0, height * i, self.width(), height))
            draw_line(painter, x, zero - (values - centre) * gain * per_mm)
            painter.setClipping(False)
            at = QRectF(8, height * i + 4, 200, 20)
            self._write(painter, at, name, BODY, self.theme.lead(i), Qt.AlignmentFlag.AlignLeft)
        self._draw_rows(painter, per_mm * SPEED / self._fs)
        foot = QRectF(0, height * n - 20, self.width() - 8, 18)
        scale = tr("{speed:g} mm/s   {gain:g} mm/mV").format(speed=SPEED, gain=gain)
        self._write(painter, foot, scale, SMALL, self.theme.dim, Qt.AlignmentFlag.AlignRight)
        for at_sample, symbol in self._beats:
            place = at_sample * per_mm * SPEED / self._fs
            usual = AAMI_CLASS.get(symbol) == "N"
            colour = self.theme.dim if usual else self.theme.ectopic
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLine(QPointF(place, 22), QPointF(place, 28))
            self._write(painter, QRectF(place - 12, 2, 24, 20), symbol, BODY, colour)

    def _draw_rows(self, painter: QPainter, per_sample: float) -> None:
        """Draw what was marked: the signs of `monitor.ui.teaching.parts.colours.draw_verdict`."""
        for i, row in enumerate(self._rows):
            top = self.height() - ROW_PX * (len(self._rows) - i)
            painter.fillRect(QRectF(0, top, self.width(), ROW_PX), QColor(self.theme.panel))
            for at, verdict in row.marks:
                if 0 <= at < len(self._samples):
                    draw_verdict(painter, self.theme, verdict, at * per_sample, top + ROW_PX / 2)
            name = QRectF(8, top, 200, ROW_PX)
            self._write(painter, name, row.name, SMALL, self.theme.dim, Qt.AlignmentFlag.AlignLeft)

    def _gain(self, per_mm: float, height: float) -> float:
        spans = [
            float(np.ptp(np.quantile(column[np.isfinite(column)], (0.001, 0.999))))
            for column in self._samples.T
            if np.isfinite(column).any()
        ]
        most = max(spans, default=0.0)
        fitting = [g for g in GAINS if g <= USUAL_GAIN and most * g * per_mm <= ROOM * height]
        return fitting[0] if fitting else GAINS[-1]

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        size: int,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)
