"""A live strip: one lead on ECG paper, with what the models expected and the alerts."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from assets.databases.mitbih import AAMI_CLASS, BEAT_NAMES
from assets.records.record import Annotations
from models.alerts.reasons import Channel
from monitor.stream.past.rows import Rows
from monitor.ui.kit.drawing.colours import event_colour, event_shade
from monitor.ui.kit.drawing.painting import draw_line, thinned
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.session.provisional import Shade
from monitor.ui.strips.canvas import Canvas, draw_grid
from monitor.ui.strips.extent import FLAT, LOOK_S, Extent, extent, silence
from monitor.ui.strips.signs.bands import StatesBetween, draw_quality, no_states
from monitor.ui.strips.signs.marks import LEGEND, MARK_PX, MarksBetween, draw_marks
from monitor.ui.strips.signs.verdicts import LEGEND as SIGNS
from monitor.ui.strips.signs.verdicts import SIGN_PX, ToldBetween, draw_sign
from monitor.ui.strips.timeline import Timeline

TRACE_PX = 1.6
"""Width of the trace in logical pixels."""

OVERLAY_PX = 1.2
"""Width of forecast and reconstruction in logical pixels."""

THICK = 5
"""With so many samples a pixel or more, the lowest and the highest of each pixel's samples are drawn."""

SYMBOL_ROW = 18
"""Height in pixels of the row of beat symbols at the top of a strip."""

LEAST_HEIGHT = 34
"""A strip is no lower than this, in logical pixels: what is lower can be seen, but not read."""

SYMBOL_HEIGHT = 64
"""Beat symbols need a strip of this height, in logical pixels: in a lower one they would lie on the trace."""

ZERO_SHARE = 0.58
"""The usual level stands a little under the middle, since R peaks point up in most leads."""

EDGE = 0.045
"""A complex keeps so far from the upper and the lower edge, as a share of the height, where there is room."""

URGENT_PX = 3
"""Height of the bars that an urgent alert has above and below its shade, in logical pixels."""

ASKEW = 0.15
"""A level that has wandered by so much of the height is brought back where the sweep comes round."""


@dataclass
class Overlays:
    """What is drawn over the analysed lead besides its trace."""

    expected: Mapping[Channel, Rows] = field(default_factory=dict)
    shown: dict[Channel, bool] = field(default_factory=dict)


class Strip(Canvas):
    """One lead, live.

    Parameters
    ----------
    timeline, theme
        As for `Canvas`.
    stretch : callable
        Gives the lead's samples between two indices, mV, shape (n,), NaN where there are none; only samples
        before the timeline's head are ever asked for.
    colour : int or callable
        Number of the lead's colour in the theme, or what gives the trace's colour of a theme.
    shades : callable
        Gives the alerts that overlap two sample indices, and how strongly each is shaded.
    states : callable
        Gives what went on between two sample indices that is about this lead.
    """

    def __init__(
        self,
        timeline: Timeline,
        theme: Theme,
        stretch: Callable[[int, int], npt.NDArray[np.float32]],
        colour: int | Callable[[Theme], str],
        shades: Callable[[float, float], list[Shade]],
        states: StatesBetween = no_states,
    ) -> None:
        super().__init__(timeline, theme)
        self._stretch = stretch
        self._colour = colour
        self._pen = QPen(QColor(self._ink(theme)), TRACE_PX)
        self._shades, self._states = shades, states
        self._annotations: Callable[[float, float], Annotations] | None = None
        self._marks: MarksBetween | None = None
        self._told: ToldBetween | None = None
        self._symbols: set[str] = set()  # the beat symbols that have been drawn
        self._overlays = Overlays()
        self._centre = 0.0  # the value that stands at the paper's zero line, in the lead's unit
        self._gain: float | None = None
        self._silence = ""
        self.extent: Extent | None = None
        self.setMinimumHeight(LEAST_HEIGHT)

    def _ink(self, theme: Theme) -> str:
        return theme.lead(self._colour) if isinstance(self._colour, int) else self._colour(theme)

    def restyle(self, theme: Theme) -> None:
        """Change colours and draw everything anew."""
        self._pen = QPen(QColor(self._ink(theme)), TRACE_PX)
        super().restyle(theme)

    def height_of(self, mv: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
        """Vertical pixel of a voltage in mV."""
        height: npt.NDArray[np.floating] = self.zero() - mv * self.px_per_unit
        return height

    def show_annotations(self, annotations: Callable[[float, float], Annotations] | None) -> None:
        """Show the beat symbols that `annotations` gives between two sample indices, or none."""
        self._annotations = annotations
        self._symbols.clear()
        self._tell_legend()
        self.spoil()

    def show_marks(self, marks: MarksBetween | None) -> None:
        """Show the user's marks that `marks` gives between two sample indices, or none."""
        self._marks = marks
        self._tell_legend()
        self.spoil()

    def show_told(self, told: ToldBetween | None) -> None:
        """Show what `told` says of alerts and missed beats between two sample indices, or nothing."""
        self._told = told
        self._tell_legend()
        self.spoil()

    def show_overlays(self, overlays: Overlays) -> None:
        """Show what the models expected of this lead."""
        self._overlays = overlays
        self.spoil()

    @property
    def range_words(self) -> str:
        """The range of values that the strip reaches over, where it has one instead of a gain."""
        return ""

    # How large, and where -----------------------------------------------------------------------

    @property
    def gain(self) -> float:
        """Gain in mm per unit of the lead: the one of all strips, or its own."""
        return self._gain if self._gain is not None else self.timeline.scale.gain

    @property
    def own_gain(self) -> float | None:
        """Gain that this lead alone has; None where it has that of all."""
        return self._gain

    def set_own_gain(self, gain: float | None) -> None:
        """Draw this lead at a gain of its own, mm per unit; None for that of all."""
        if gain != self._gain:
            self._gain = gain
            self.settle()
            self.spoil()

    @property
    def px_per_unit(self) -> float:
        """Logical pixels per mV, or per whatever the lead's unit is."""
        return self.timeline.scale.px_per_mm * self.gain

    @property
    def cut(self) -> bool:
        """Whether the lead reaches over more than its row at the present gain."""
        return self.extent is not None and self.extent.span * self.px_per_unit > self.height()

    def measure(self) -> None:
        """Look at the newest seconds shown: how far the lead reaches, and whether it has a signal."""
        timeline = self.timeline
        stop = min(timeline.head, timeline.newest)
        seen = self._stretch(max(timeline.start, stop - round(LOOK_S * timeline.fs)), stop)
        self.extent = extent(seen, timeline.fs) or self.extent
        words = silence(seen, max(0, stop - timeline.first_visible), timeline.fs)
        if words != self._silence:
            self._silence = words
            self.setAccessibleDescription(words)
            self.update()

    def settle(self, *, askew: bool = False) -> None:
        """Bring the lead into its row if it has left it.

        Done where the lead would be cut, and where the sweep comes round (`askew`) if its level has left the
        middle, not all the time: on paper a wandering baseline is seen to wander.
        """
        seen, height, per = self.extent, self.height(), self.px_per_unit
        if seen is None:
            return

        def inside(centre: float) -> bool:
            zero = height * ZERO_SHARE + centre * per
            edge = EDGE * height
            return zero - seen.top * per >= edge and zero - seen.bottom * per <= height - edge

        off = abs(seen.level - self._centre) * per > ASKEW * height
        if inside(self._centre) and not (askew and off):
            return
        centre = seen.level
        if not inside(centre):
            centre = (seen.top + seen.bottom) / 2 + (0.5 - ZERO_SHARE) * height / per
        whole = round(centre * self.gain) / self.gain  # millimetres of the paper
        centre = whole if inside(whole) else centre
        if centre != self._centre:
            self._centre = centre
            self.spoil()

    def zero(self) -> float:
        """Vertical pixel of 0 mV."""
        return self.height() * ZERO_SHARE + self._centre * self.px_per_unit

    def draw_paper(self, painter: QPainter) -> None:
        """Draw the ECG paper."""
        super().draw_paper(painter)
        timeline = self.timeline
        zero = self.height() * ZERO_SHARE
        draw_grid(painter, self.theme, timeline.scale.px_per_mm, timeline.width, self.height(), zero)

    def draw_span(self, painter: QPainter, first: float, last: float) -> None:
        """Draw shaded alerts, bad signal, what the models expected, the trace, and beat symbols."""
        timeline = self.timeline
        lo = max(timeline.start, math.floor(first) - 1)
        hi = min(timeline.head, math.ceil(last) + 2)
        shade(painter, timeline, self.theme, self._shades(first, last), self.height())
        draw_quality(painter, timeline, self.theme, self._states(first, last), self.height())
        for channel, history in self._overlays.expected.items():
            if self._overlays.shown.get(channel):
                self._draw_expected(painter, channel, history, lo, hi)
        painter.setPen(self._pen)
        if hi - lo > 1:
            self._draw_trace(painter, lo, hi)
        if self._annotations is not None and self.height() >= SYMBOL_HEIGHT:
            reach = 10 / timeline.px_per_sample
            self._draw_symbols(painter, self._annotations(first - reach, last + reach))
        if self._marks is not None:
            reach = MARK_PX / timeline.px_per_sample
            draw_marks(painter, timeline, self.theme, self._marks(first - reach, last + reach), self.height())
        if self._told is not None:
            reach = SIGN_PX / timeline.px_per_sample
            y = SIGN_PX / 2 + (SYMBOL_ROW if self.height() >= SYMBOL_HEIGHT else 2)
            for sample, verdict in self._told(first - reach, last + reach):
                draw_sign(painter, self.theme, verdict, timeline.virtual(sample), y, SIGN_PX)

    def draw_over(self, painter: QPainter) -> None:
        """Say so where there is nothing to see."""
        if not self._silence:
            return
        font = QFont(self.font())
        font.setPixelSize(BODY)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.dim))
        place = QRectF(0, 0, self.timeline.width, self.height() * (0.45 if self._silence == FLAT else 1.0))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._silence)

    def _draw_trace(self, painter: QPainter, lo: int, hi: int) -> None:
        timeline = self.timeline
        per = math.floor(1 / timeline.px_per_sample)
        if per < THICK:
            x = timeline.places(np.arange(lo, hi))
            draw_line(painter, x, self.height_of(self._stretch(lo, hi)))
            return
        # Groups are counted from the start of the pass, so that each frame makes the same ones.
        lo = timeline.start + (lo - timeline.start) // per * per
        index, values = thinned(lo, self._stretch(lo, hi), per)
        draw_line(painter, timeline.places(index), self.height_of(values))

    def _draw_expected(
        self, painter: QPainter, channel: Channel, history: Rows, lo: float, hi: float
    ) -> None:
        index, values = history.between(lo, hi, margin=1)
        if len(index) < 2:
            return
        painter.setPen(QPen(QColor(getattr(self.theme, channel.value)), OVERLAY_PX))
        draw_line(painter, self.timeline.places(index), self.height_of(values[0]))

    def _tell_legend(self) -> None:
        """Say in the tooltip what the symbols on this strip mean."""
        # In the table's order, whatever came first.
        codes = [f"{symbol}  {tr(name)}" for symbol, name in BEAT_NAMES.items() if symbol in self._symbols]
        beats = [tr("Beats, as the record's annotators name them:"), *codes] if codes else []
        marks = [tr(LEGEND)] if self._marks is not None else []
        signs = [tr(SIGNS)] if self._told is not None else []
        self.setToolTip("\n".join([*beats, *marks, *signs]))

    def _draw_symbols(self, painter: QPainter, annotations: Annotations) -> None:
        timeline = self.timeline
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        for sample, symbol in zip(annotations.sample.tolist(), annotations.symbol, strict=True):
            if symbol not in AAMI_CLASS or sample < timeline.start:
                continue
            if symbol not in self._symbols:
                self._symbols.add(symbol)
                self._tell_legend()
            x = timeline.virtual(sample)
            painter.setPen(QColor(self.theme.dim if AAMI_CLASS[symbol] == "N" else self.theme.ectopic))
            painter.drawText(QRectF(x - 10, 2, 20, SYMBOL_ROW - 2), Qt.AlignmentFlag.AlignCenter, symbol)


def shade(painter: QPainter, timeline: Timeline, theme: Theme, shades: list[Shade], height: int) -> None:
    """Shade the spans of alerts over the full height of a canvas; urgent ones have a bar above and below."""
    for event, strength in shades:
        left = timeline.virtual(max(event.start, timeline.start))
        right = max(timeline.virtual(event.end), left + 2)
        painter.fillRect(QRectF(left, 0, right - left, height), event_shade(theme, event, strength))
        if event.urgent:
            bar = QColor(event_colour(theme, event))
            for top in (0, height - URGENT_PX):
                painter.fillRect(QRectF(left, top, right - left, URGENT_PX), bar)
