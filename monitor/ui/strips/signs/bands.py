"""States over strips and lanes: a hatch where a signal cannot be used, and thin named bands."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from models.signal.states import FAINT, State, StateKind, Topic
from monitor.stream.left_out import LeftOut
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.states.look import state_colour
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.strips.timeline import Timeline

HATCH_PX = 9
"""Distance of the hatch's lines, in logical pixels."""

BAND_PX = 14
"""Height of a band with its name."""

REPEAT_PX = 320
"""A band says its name once in so many pixels."""

StatesBetween = Callable[[float, float], list[State]]
"""Gives the states that have a sample between two."""


LeftOutBetween = Callable[[float, float], list[LeftOut]]
"""Gives the stretches that have a sample between two and are judged without some of the leads."""


def no_states(first: float, last: float) -> list[State]:
    """Stand in where nothing is known of states."""
    return []


def none_left_out(first: float, last: float) -> list[LeftOut]:
    """Stand in where nothing is known of leads without a vote."""
    return []


def draw_quality(
    painter: QPainter, timeline: Timeline, theme: Theme, states: Iterable[State], height: int
) -> None:
    """Hatch a lead where it is unusable; where it is doubtful, underline it with dashes.

    Where it shows hardly any signal it is shaded, too: it says nothing there.
    """
    for state in states:
        left, right = _span(timeline, state)
        colour = QColor(state_colour(theme, state.kind))
        if state.kind is StateKind.UNUSABLE:
            colour.setAlphaF(0.12)
            painter.fillRect(QRectF(left, 0, right - left, height), colour)
            colour.setAlphaF(0.55)
            hatch(painter, QRectF(left, 0, right - left, height), colour)
        elif state.kind is StateKind.DOUBTFUL:
            if state.why == FAINT:
                faint = QColor(theme.technical)
                faint.setAlphaF(0.2)
                painter.fillRect(QRectF(left, 0, right - left, height), faint)
            pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            # Dashes are counted from the line's beginning, so that pieces of it join.
            painter.setPen(pen)
            painter.drawLine(QLineF(left, height - 2, right, height - 2))


def hatch(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a rectangle with slanted lines, which run on from piece to piece."""
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    seen = painter.clipBoundingRect()
    painter.setPen(QPen(colour, 1))
    height = place.height()
    first = math.floor((seen.left() - height) / HATCH_PX)
    for i in range(first, math.ceil(seen.right() / HATCH_PX) + 1):
        x = i * HATCH_PX
        painter.drawLine(QLineF(x, place.bottom(), x + height, place.top()))
    painter.restore()


def draw_bands(
    painter: QPainter,
    timeline: Timeline,
    theme: Theme,
    states: Iterable[State],
    seen: tuple[float, float],
) -> None:
    """Draw what is about the heart as bands at the upper edge.

    Parameters
    ----------
    painter, timeline, theme
        Where, and in which colours.
    states : iterable of State
        What went on; the quality of a signal is left out.
    seen : tuple of float
        First and last virtual pixel that are being drawn.
    """
    for state in states:
        if state.kind.topic is not Topic.QUALITY:
            words, colour = tr(state.kind.words), QColor(state_colour(theme, state.kind))
            _draw_band(painter, theme, (words, colour), _span(timeline, state), seen)


def draw_left_out(
    painter: QPainter,
    timeline: Timeline,
    theme: Theme,
    gone: Iterable[LeftOut],
    states: StatesBetween,
    seen: tuple[float, float],
) -> None:
    """Draw which leads have no vote as bands at the upper edge, under those of what is about the heart.

    Parameters
    ----------
    painter, timeline, theme
        Where, and in which colours.
    gone : iterable of LeftOut
        The stretches; one without any lead is left out.
    states : callable
        Gives what went on between two samples.
    seen : tuple of float
        First and last virtual pixel that are being drawn.
    """
    for one in gone:
        if one.all:
            continue
        over = any(state.kind.topic is not Topic.QUALITY for state in states(one.start, one.end))
        words = tr("Without {leads}").format(leads=listed(one.leads))
        left = timeline.virtual(max(one.start, timeline.start))
        span = left, max(timeline.virtual(one.end), left + 2)
        _draw_band(painter, theme, (words, QColor(theme.technical)), span, seen, BAND_PX if over else 0)


def _draw_band(
    painter: QPainter,
    theme: Theme,
    look: tuple[str, QColor],
    span: tuple[float, float],
    seen: tuple[float, float],
    top: int = 0,
) -> None:
    (words, colour), (left, right) = look, span
    painter.fillRect(QRectF(left, top, right - left, 2), colour)
    fill = QColor(colour)
    fill.setAlphaF(0.25)
    painter.fillRect(QRectF(left, top + 2, right - left, BAND_PX - 2), fill)
    painter.fillRect(QRectF(left, top, 2, BAND_PX), colour)
    _write(painter, words, QColor(theme.text), span, seen, top)


def _write(
    painter: QPainter,
    words: str,
    ink: QColor,
    span: tuple[float, float],
    seen: tuple[float, float],
    top: int,
) -> None:
    """Write a band's name at its beginning and again at equal distances, cut off at its end."""
    left, right = span
    font = QFont(painter.font())
    font.setPixelSize(SMALL)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words)
    painter.save()
    painter.setClipRect(QRectF(left, top, right - left, BAND_PX), Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    painter.setPen(ink)
    base = top + 2 + (BAND_PX - 2 - metrics.height()) / 2 + metrics.ascent()
    first = max(0, math.floor((seen[0] - left - width - 6) / REPEAT_PX))
    for i in range(first, max(first, math.ceil((min(seen[1], right) - left) / REPEAT_PX)) + 1):
        painter.drawText(QPointF(left + 6 + i * REPEAT_PX, base), words)
    painter.restore()


def _span(timeline: Timeline, state: State) -> tuple[float, float]:
    left = timeline.virtual(max(state.start, timeline.start))
    return left, max(timeline.virtual(state.end), left + 2)
