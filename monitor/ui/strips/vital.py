"""A live strip of what is measured beside the ECG: in true units, over a range that follows the signal."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from assets.records.record import Annotations
from assets.sources.source import Lead, LeadKind
from models.vitals.stream import is_arterial
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.session.provisional import Shade
from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.extent import LEAST_S, Extent, silence
from monitor.ui.strips.signs.marks import MarksBetween
from monitor.ui.strips.signs.verdicts import ToldBetween
from monitor.ui.strips.strip import Strip
from monitor.ui.strips.timeline import Timeline

LOOK_S = 12.0
"""The range is that of so many of the newest seconds: two breaths or more."""

MARGIN = 0.08
"""Share of the height above and below the range."""

FILLS = 0.45
"""A signal that fills less than this share of the range has another one; until then the range stays."""

RARE = 0.002
"""Share of the samples at either end that the range need not hold: flushes, impulses."""

STEPS_MMHG = (5, 10, 20, 40, 50, 100)
"""A pressure's range begins and ends at multiples of one of these, mmHg."""

LEAST_MMHG = 10.0
"""A pressure's range is no narrower, mmHg: what is nearly still is seen to be."""

ARTERIAL_MMHG = 40.0
"""That of an arterial pressure, mmHg: small pulses are seen to be small, and no pulse lies at the foot."""

LEAST_IN = {"nu": 0.3, "ohm": 0.6, "ohms": 0.6}
"""That of a pleth and of an impedance, by their units in lower case: noise is drawn as a line."""

SCALED_PX = 56
"""In a lower strip the label alone says the range, in logical pixels."""

FLUTTERS = 1e-3
"""Signals without a unit that swing by less than this share of their usual are still."""


def no_shades(first: float, last: float) -> list[Shade]:
    """Alerts are about the heart's electricity, and shade the ECG."""
    return []


class VitalStrip(Strip):
    """A pressure, a pleth or the breath.

    Parameters
    ----------
    timeline, theme
        As for `Canvas`.
    stretch, colour
        As for `Strip`, in the lead's own unit.
    lead : Lead
        What it is.
    """

    def __init__(
        self,
        timeline: Timeline,
        theme: Theme,
        stretch: Callable[[int, int], npt.NDArray[np.float32]],
        colour: Callable[[Theme], str],
        lead: Lead,
    ) -> None:
        super().__init__(timeline, theme, stretch, colour, no_shades)
        self._lead = lead
        self._range: tuple[float, float] | None = None
        self._widest = 0.0  # the widest swing of late, so that stillness is not blown up
        self.setAccessibleName(listed((lead.name, lead.unit)))

    @property
    def shown_range(self) -> tuple[float, float] | None:
        """Lowest and highest value of the range; None before there is a signal."""
        return self._range

    @property
    def range_words(self) -> str:
        """The range, with its unit where it means something."""
        if self._range is None:
            return self._lead.unit if self._lead.kind is LeadKind.PRESSURE else " "
        if self._lead.kind is not LeadKind.PRESSURE:
            return tr("impedance") if self._lead.kind is LeadKind.RESPIRATION else tr("no scale")
        low, high = self._range
        return f"{in_figures(low)}–{in_figures(high)} {self._lead.unit}"

    @property
    def cut(self) -> bool:
        """Never: the range follows."""
        return False

    def set_own_gain(self, gain: float | None) -> None:
        """It has a range instead."""

    def measure(self) -> None:
        """Look at the newest seconds shown."""
        timeline = self.timeline
        stop = min(timeline.head, timeline.newest)
        seen = self._stretch(max(timeline.start, stop - round(LOOK_S * timeline.fs)), stop)
        there = seen[np.isfinite(seen)]
        if len(there) >= LEAST_S * timeline.fs:
            low, middle, high = (float(v) for v in np.quantile(there, (RARE, 0.5, 1 - RARE)))
            self.extent = Extent(middle, low, high)
        words = silence(seen, max(0, stop - timeline.first_visible), timeline.fs)
        if words != self._silence:
            self._silence = words
            self.setAccessibleDescription(words)
            self.update()

    def settle(self, *, askew: bool = False) -> None:
        """Take another range if the signal has left this one, or fills little of it."""
        seen = self.extent
        if seen is None:
            return
        low, high = self._wanted(seen)
        held = self._range
        if held is not None:
            room = held[1] - held[0]
            inside = held[0] <= seen.bottom and seen.top <= held[1]
            if inside and (high - low >= FILLS * room or room <= self._least()):
                return
        if (low, high) != held:
            self._range = low, high
            self.outdate()

    def _least(self) -> float:
        if self._lead.unit != "mmHg":
            return max(FLUTTERS * self._widest, LEAST_IN.get(self._lead.unit.lower(), 0.0))
        return ARTERIAL_MMHG if is_arterial(self._lead.name) else LEAST_MMHG

    def _wanted(self, seen: Extent) -> tuple[float, float]:
        """The range that fits what was seen: round numbers of a pressure, a margin of all else."""
        self._widest = max(self._widest, seen.span)
        if self._lead.unit != "mmHg":
            least = max(self._least(), 1e-9)
            room = max(seen.span, least)
            middle = (seen.top + seen.bottom) / 2
            return middle - 0.6 * room, middle + 0.6 * room
        least = self._least()
        span = max(seen.span, least)
        step = next((s for s in STEPS_MMHG if 4 * s >= span), STEPS_MMHG[-1])
        low, high = math.floor((seen.bottom - 1) / step) * step, math.ceil((seen.top + 1) / step) * step
        # It is widened downwards, to nothing at the lowest: the height of a pressure stays to be seen.
        low = min(low, max(0, math.floor((high - least) / step) * step))
        return float(low), float(max(high, low + step, low + least))

    def height_of(self, mv: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
        """Vertical pixel of a value in the lead's unit."""
        low, high = self._range or (0.0, 1.0)
        share = (mv - low) / (high - low)
        height: npt.NDArray[np.floating] = self.height() * (1 - MARGIN - share * (1 - 2 * MARGIN))
        return height

    def draw_paper(self, painter: QPainter) -> None:
        """Draw the seconds, and the range's ends with their values."""
        Canvas.draw_paper(self, painter)
        timeline = self.timeline
        pitch = 5 * timeline.scale.px_per_mm
        painter.setPen(QPen(QColor(self.theme.grid_minor), 1))
        for i in range(math.ceil(timeline.width / pitch) + 1):
            painter.drawLine(round(i * pitch), 0, round(i * pitch), self.height())
        if self._range is None or self._lead.unit != "mmHg":
            return
        font = QFont(self.font())
        font.setPixelSize(SMALL - 1)
        painter.setFont(font)
        low, high = self._range
        for value in (low, (low + high) / 2, high):
            y = float(self.height_of(np.array([value]))[0])
            painter.setPen(QPen(QColor(self.theme.grid_major), 1))
            painter.drawLine(0, round(y), timeline.width, round(y))

    def show_annotations(self, annotations: Callable[[float, float], Annotations] | None) -> None:
        """Beat symbols stand over the ECG."""

    def show_marks(self, marks: MarksBetween | None) -> None:
        """Marks stand over the ECG."""

    def show_told(self, told: ToldBetween | None) -> None:
        """What annotations say stands over the ECG."""

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw the trace."""
        timeline = self.timeline
        lo = max(timeline.start, math.floor(first) - 1)
        hi = min(timeline.head, math.ceil(last) + 2)
        painter.setPen(self._pen)
        if hi - lo > 1 and self._range is not None:
            self._draw_trace(painter, lo, hi)

    def draw_over(self, painter: QPainter) -> None:
        """Say so where there is nothing to see, and the pressures at the range's ends."""
        super().draw_over(painter)
        known = self._range is not None and self._lead.unit == "mmHg" and not self._silence
        if not known or self._range is None or self.height() < SCALED_PX:
            return
        font = QFont(self.font())
        font.setPixelSize(SMALL - 1)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.dim))
        low, high = self._range
        for value, place in ((high, Qt.AlignmentFlag.AlignTop), (low, Qt.AlignmentFlag.AlignBottom)):
            y = float(self.height_of(np.array([value]))[0])
            top = y + 1 if value == high else y - 14
            box = QRectF(4, top, 60, 13)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | place, in_figures(value))
