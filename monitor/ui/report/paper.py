"""The strip of an alarm on ECG paper, at true scale where the paper is: for the screen and for print."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from assets.records.lead import Lead, LeadKind
from models.alarms.alarm import Alarm
from monitor.alarms.journaling.strips import Strip
from monitor.ui.kit.drawing.colours import trace_colour
from monitor.ui.kit.drawing.painting import draw_line
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme

SPEED = 25.0
"""Paper speed, mm/s."""

GAINS = (10.0, 5.0, 2.5)
"""Gains of an ECG, mm/mV: the first at which it fits its row."""

LOWEST_MM, HIGHEST_MM = 15.0, 35.0
"""Height of an ECG's row."""

ROOM_MM = 155.0
"""All rows together are no higher: they fit a page of A4 across."""

OTHER_MM = 15.0
"""Height of the row of anything else, whose lowest and highest value stand beside it."""

MARGIN_MM = 2.0
"""Between a trace and its row's edges."""

MOST_ROWS = 6
"""Leads beyond these are not drawn."""


@dataclass(frozen=True)
class Ink:
    """Colours as ``#rrggbb``, and sizes in the painter's pixels; `others` are of what is not an ECG."""

    paper: str
    minor: str
    major: str
    trace: str
    text: str
    mark: str
    shade: str
    font_px: int
    trace_px: float
    line_px: float
    others: dict[LeadKind, str] = field(default_factory=dict)


PRINTED = Ink("#ffffff", "#f6dcd8", "#e9b3aa", "#101010", "#202020", "#b00020", "#1cb00020", 0, 0.0, 0.0)
"""For paper; `printed` gives it sizes."""


def printed(px_per_mm: float) -> Ink:
    """Ink for print at so many of the painter's pixels a millimetre."""
    p = PRINTED
    sizes = round(2.6 * px_per_mm), 0.22 * px_per_mm, 0.09 * px_per_mm
    return Ink(p.paper, p.minor, p.major, p.trace, p.text, p.mark, p.shade, *sizes)


def on_screen(theme: Theme, colour: str, shade: str, font_px: int) -> Ink:
    """Ink for the screen; `colour` and `shade` are the alarm's."""
    paper, minor, major = theme.paper, theme.grid_minor, theme.grid_major
    others = {kind: trace_colour(theme, Lead("", "", kind), 0, beside=True) for kind in LeadKind}
    return Ink(paper, minor, major, theme.lead(0), theme.text, colour, shade, font_px, 1.4, 1.0, others)


@dataclass(frozen=True)
class _Row:
    """A lead as it is drawn: millimetres a unit, the value in the row's middle, the row's height in mm."""

    lead: Lead
    values: npt.NDArray[np.float32]
    mm_per_unit: float
    middle: float
    height_mm: float
    low: float
    high: float

    @property
    def words(self) -> str:
        if not math.isfinite(self.low):
            return tr("{name}  no signal").format(name=self.lead.name)
        if self.lead.kind is LeadKind.ECG and self.lead.unit == "mV":
            return tr("{name}  {mm_per_unit:g} mm/mV").format(
                name=self.lead.name, mm_per_unit=self.mm_per_unit
            )
        return tr("{name}  {low:.3g} to {high:.3g} {unit}").format(
            name=self.lead.name, low=self.low, high=self.high, unit=self.lead.unit
        )


def _row(lead: Lead, values: npt.NDArray[np.float32], highest_mm: float) -> _Row:
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (math.nan, math.nan)
    if not len(known):
        return _Row(lead, values, 1.0, 0.0, LOWEST_MM, low, high)
    middle, span = (low + high) / 2, max(high - low, 1e-9)
    if lead.kind is LeadKind.ECG and lead.unit == "mV":
        room = highest_mm - 2 * MARGIN_MM
        gain = next((gain for gain in GAINS if span * gain <= room), GAINS[-1])
        height = min(max(span * gain + 2 * MARGIN_MM, LOWEST_MM), highest_mm)
        return _Row(lead, values, gain, middle, 5 * math.ceil(height / 5), low, high)
    return _Row(lead, values, (OTHER_MM - 2 * MARGIN_MM) / span, middle, OTHER_MM, low, high)


def rows_of(strip: Strip, tallest_mm: float = HIGHEST_MM) -> list[_Row]:
    """The leads that are drawn, the ECG first; no ECG's row is higher than `tallest_mm`."""
    order = sorted(range(len(strip.leads)), key=lambda i: strip.leads[i].kind is not LeadKind.ECG)
    shown = order[:MOST_ROWS]
    ecg = sum(strip.leads[i].kind is LeadKind.ECG for i in shown)
    room = (ROOM_MM - OTHER_MM * (len(shown) - ecg)) / max(1, ecg)
    highest = min(tallest_mm, 5 * math.floor(room / 5))
    return [_row(strip.leads[i], strip.samples[:, i], highest) for i in shown]


def height_mm(strip: Strip, tallest_mm: float = HIGHEST_MM) -> float:
    """How high a strip is on paper, mm."""
    return sum(row.height_mm for row in rows_of(strip, tallest_mm))


def width_mm(strip: Strip) -> float:
    """How wide a strip is on paper, mm."""
    return SPEED * len(strip.samples) / strip.fs


def draw_strip(
    painter: QPainter, left: float, top: float, strip: Strip, alarm: Alarm, px_per_mm: float, ink: Ink
) -> None:
    """Draw a strip with the mark of its alarm.

    Parameters
    ----------
    painter : QPainter
        Where to.
    left, top : float
        The strip's upper left corner, in the painter's pixels.
    strip : Strip
        The signal.
    alarm : Alarm
        Marked where it came, shaded while it was the case.
    px_per_mm : float
        Pixels a millimetre of the paper, across and down.
    ink : Ink
        Colours and sizes.
    """
    place = QRectF(left, top, width_mm(strip) * px_per_mm, height_mm(strip) * px_per_mm)
    painter.save()
    painter.setClipRect(place.adjusted(-ink.line_px, -ink.line_px, ink.line_px, ink.line_px))
    draw_signal(painter, left, top, strip, px_per_mm, ink, [(alarm.start, alarm.end)])
    _draw_mark(painter, place, strip, alarm, px_per_mm, ink)
    painter.restore()


def draw_signal(
    painter: QPainter,
    left: float,
    top: float,
    strip: Strip,
    px_per_mm: float,
    ink: Ink,
    spans: Sequence[tuple[int, int | None]] = (),
    tallest_mm: float = HIGHEST_MM,
) -> None:
    """Draw a strip alone.

    Parameters
    ----------
    painter, left, top, strip, px_per_mm, ink
        As `draw_strip`.
    spans : sequence of (int, int or None)
        First and last samples between which it is shaded; None for one that goes on.
    tallest_mm : float
        An ECG that needs more room than this at 10 mm/mV is drawn at a lower gain.
    """
    rows = rows_of(strip, tallest_mm)
    width, height = width_mm(strip) * px_per_mm, sum(row.height_mm for row in rows) * px_per_mm
    place = QRectF(left, top, width, height)
    painter.save()
    painter.setClipRect(place.adjusted(-ink.line_px, -ink.line_px, ink.line_px, ink.line_px))
    painter.fillRect(place, QColor(ink.paper))
    for start, end in spans:
        _draw_span(painter, place, strip, start, end, px_per_mm, ink)
    _draw_grid(painter, place, px_per_mm, ink)
    y = top
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in rows:
        _draw_row(painter, QRectF(left, y, width, row.height_mm * px_per_mm), strip.fs, row, px_per_mm, ink)
        y += row.height_mm * px_per_mm
    painter.restore()


def _x(place: QRectF, strip: Strip, sample: int, px_per_mm: float) -> float:
    return place.left() + (sample - strip.start) / strip.fs * SPEED * px_per_mm


def _draw_span(
    painter: QPainter,
    place: QRectF,
    strip: Strip,
    start: int,
    end: int | None,
    px_per_mm: float,
    ink: Ink,
) -> None:
    first = max(place.left(), _x(place, strip, start, px_per_mm))
    last = place.right() if end is None else _x(place, strip, end, px_per_mm)
    last = min(place.right(), max(last, first + px_per_mm))
    if last > first:
        painter.fillRect(QRectF(first, place.top(), last - first, place.height()), QColor(ink.shade))


def _draw_grid(painter: QPainter, place: QRectF, px_per_mm: float, ink: Ink) -> None:
    for step, colour, width in ((1, ink.minor, ink.line_px), (5, ink.major, 1.6 * ink.line_px)):
        pitch = step * px_per_mm
        if pitch < 3:
            continue
        painter.setPen(QPen(QColor(colour), width))
        lines = [
            QLineF(place.left() + i * pitch, place.top(), place.left() + i * pitch, place.bottom())
            for i in range(int(place.width() / pitch + 1e-6) + 1)
        ]
        lines += [
            QLineF(place.left(), place.top() + i * pitch, place.right(), place.top() + i * pitch)
            for i in range(int(place.height() / pitch + 1e-6) + 1)
        ]
        painter.drawLines(lines)


def _draw_row(painter: QPainter, place: QRectF, fs: float, row: _Row, px_per_mm: float, ink: Ink) -> None:
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    x = place.left() + np.arange(len(row.values)) * (SPEED * px_per_mm / fs)
    y = place.center().y() - (row.values - row.middle) * (row.mm_per_unit * px_per_mm)
    trace = ink.others.get(row.lead.kind, ink.trace)
    painter.setPen(QPen(QColor(trace), ink.trace_px))
    draw_line(painter, x, y.astype(np.float64))
    painter.restore()
    font = QFont(painter.font())
    font.setPixelSize(ink.font_px)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, int(place.width() / 2))
    told = QRectF(place.left() + 3, place.top() + 1, metrics.horizontalAdvance(words) + 6, metrics.height())
    ground = QColor(ink.paper)
    ground.setAlpha(210)
    painter.fillRect(told, ground)
    painter.setPen(QColor(ink.text))
    painter.drawText(told, Qt.AlignmentFlag.AlignCenter, words)


def _draw_mark(
    painter: QPainter, place: QRectF, strip: Strip, alarm: Alarm, px_per_mm: float, ink: Ink
) -> None:
    """A line where the alarm came, with a triangle: it is told by its shape, too."""
    x = _x(place, strip, alarm.raised, px_per_mm)
    if not place.left() <= x <= place.right():
        return
    colour, size = QColor(ink.mark), 1.6 * px_per_mm
    painter.setPen(QPen(colour, 1.5 * ink.trace_px, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = place.top()
    tip = QPointF(x, top + 1.5 * size)
    painter.drawPolygon(QPolygonF([QPointF(x - size, top), QPointF(x + size, top), tip]))
