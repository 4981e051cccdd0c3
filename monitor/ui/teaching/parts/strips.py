"""One lead or two as they stream, large, with what learners mark and nothing of what the models say."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assets.sources.source import LeadKind, SourceInfo
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.strips.scale import GAINS, PaperScale, pixels_per_mm
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.timeline import Timeline

MOST_LEADS = 2
"""So many leads are shown: they are large."""

MEASURED_FRAMES = 12
"""A strip is measured once in so many frames."""

MARK_PX = 9
"""Height of a mark, in logical pixels."""

Between = Callable[[int, int], npt.NDArray[np.float32]]
"""Gives samples of all leads between two indices, shape (n, n_leads)."""

MarksIn = Callable[[float, float], Sequence[tuple[int, str]]]
"""Gives what was marked between two samples: where, and the colour."""


class MarkedStrip(Strip):
    """A strip with what was marked at its foot."""

    marks: MarksIn = staticmethod(lambda first, last: ())

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw the trace, and a triangle at each mark."""
        super().draw_span(painter, first, last)
        reach = MARK_PX / self.timeline.px_per_sample
        foot = self.height() - 2
        for sample, colour in self.marks(first - reach, last + reach):
            x = self.timeline.virtual(sample)
            painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, foot - MARK_PX))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            corners = ((x, foot - MARK_PX), (x - 6, foot), (x + 6, foot))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            painter.setBrush(Qt.BrushStyle.NoBrush)


class Strips(QWidget):
    """The strips of a source, on a time axis of their own.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    clicked = Signal(object)
    """Sample that was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.timeline = Timeline()
        self.shown: list[MarkedStrip] = []
        self._names: list[PlainLabel] = []
        self._frames = 0
        self._at = self._known = 0  # the sample gone to, and up to where what follows it may be shown
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.setMinimumHeight(90)

    def sizeHint(self) -> QSize:
        """As large as it can be had."""
        return QSize(800, 420)

    def show_source(self, info: SourceInfo, between: Between, start: int) -> None:
        """Show the first leads of a source from a sample on."""
        self.clear()
        self.timeline.fs = info.fs
        self.timeline.start = self.timeline.head = self._at = self._known = start
        self.timeline.shift = 0.0
        ecg = [i for i, lead in enumerate(info.leads) if lead.kind is LeadKind.ECG]
        for place, lead in enumerate(ecg[:MOST_LEADS] or [0]):
            strip = MarkedStrip(
                self.timeline, self.theme, partial(_lead, between, lead), place, lambda first, last: []
            )
            strip.setAccessibleName(tr("Lead {name}").format(name=info.leads[lead].name))
            self._column.addWidget(strip, 1)
            self.shown.append(strip)
            name = PlainLabel(info.leads[lead].name)
            name.setParent(strip)
            name.setObjectName("title")
            name.move(10, 6)
            name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._names.append(name)
            strip.show()
            name.show()
        self._fit()

    def clear(self) -> None:
        """Show nothing."""
        for strip in self.shown:
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self.shown, self._names = [], []

    def show_marks(self, marks: MarksIn) -> None:
        """Show marks, as `marks` gives them from now on."""
        for strip in self.shown:
            strip.marks = marks
            strip.spoil()

    def touch(self, sample: int) -> None:
        """Draw a mark that was made, with the next frame."""
        reach = MARK_PX / self.timeline.px_per_sample
        for strip in self.shown:
            strip.touch(sample - reach, sample + reach)

    @property
    def ahead(self) -> bool:
        """Whether something is shown that lies after the sample gone to."""
        return self.timeline.head > self._at

    def go_to(self, sample: int, start: int, known: int = 0) -> None:
        """Show what lies before a sample.

        Parameters
        ----------
        sample : int
            The sample.
        start : int
            Nothing that lies before this one is shown.
        known : int
            Where what lies before `sample` leaves room, what follows fills the page, up to before this one.
        """
        self.timeline.start, self.timeline.shift = start, 0.0
        self._at, self._known = sample, known
        self._fill()
        for strip in self.shown:
            strip.measure()
            self._choose_gain(strip)
            strip.spoil()
            strip.catch_up()

    def _fill(self) -> None:
        """Show what follows the sample gone to as far as the page has room."""
        timeline = self.timeline
        page = timeline.start + math.floor((timeline.width - timeline.erase_bar) / timeline.px_per_sample)
        timeline.head = max(self._at, min(page, self._known))

    def advance(self, head: int) -> None:
        """Draw what has come up to a sample."""
        self._at = max(head, self._at)
        self.timeline.head = max(head, self.timeline.head)
        self._frames += 1
        for strip in self.shown:
            if self._frames % MEASURED_FRAMES == 1:
                strip.measure()
                self._choose_gain(strip)
            if strip.catch_up():
                strip.settle(askew=True)

    def _choose_gain(self, strip: MarkedStrip) -> None:
        """Draw at 10 mm/mV, or at the largest gain at which the lead is not cut."""
        if strip.extent is None:
            return
        per_mm, room = self.timeline.scale.px_per_mm, 0.94 * strip.height()
        fitting = [g for g in GAINS if g <= 10.0 and strip.extent.span * g * per_mm <= room]
        gain = max(fitting, default=GAINS[0])
        # Smaller at once; larger only where it stays so, for a strip that breathes is hard to read.
        if strip.own_gain is None or gain < strip.own_gain:
            strip.set_own_gain(gain)
        strip.settle()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        for strip in self.shown:
            strip.restyle(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the time axis to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.timeline.scale = PaperScale(pixels_per_mm(self.screen()), 25.0, 10.0)
        self.timeline.fit(self.width())
        self._fill()
        for strip in self.shown:
            strip.set_own_gain(None)
            strip.outdate()
        self._frames = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which sample was clicked, where there is one."""
        at = round(self.timeline.sample_under(event.position().x()))
        if event.button() is Qt.MouseButton.LeftButton and self.timeline.start <= at < self.timeline.head:
            self.clicked.emit(at)


def _lead(between: Between, lead: int, first: int, stop: int) -> npt.NDArray[np.float32]:
    column: npt.NDArray[np.float32] = between(first, stop)[:, lead]
    return column
