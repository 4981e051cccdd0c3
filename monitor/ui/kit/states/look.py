"""How a state looks: its colour, and a shape that tells it apart without colour."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from models.signal.states import State, StateKind, Topic
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock

ICON_PX = 12
"""Width of a shape, in logical pixels."""

_Line = tuple[tuple[float, float], ...]


def _spikes(*heights: float) -> tuple[_Line, ...]:
    """Upright lines side by side, of these heights."""
    step = 0.8 / max(1, len(heights) - 1)
    return tuple(((0.1 + i * step, 0.9), (0.1 + i * step, 0.9 - h)) for i, h in enumerate(heights))


_SHAPES: dict[StateKind, tuple[_Line, ...]] = {
    # Spikes at uneven distances; tall and low by twos, by threes; a sine; waves; a cross; a plus.
    StateKind.IRREGULAR: (
        ((0, 0.85), (0.1, 0.1), (0.2, 0.85), (0.3, 0.1), (0.4, 0.85), (0.8, 0.85), (0.9, 0.1), (1, 0.85)),
    ),
    StateKind.BIGEMINY: _spikes(0.35, 0.85, 0.35, 0.85),
    StateKind.TRIGEMINY: _spikes(0.35, 0.35, 0.85),
    StateKind.FLUTTER: (((0, 0.5), (0.12, 0.1), (0.37, 0.9), (0.62, 0.1), (0.87, 0.9), (1, 0.5)),),
    StateKind.DOUBTFUL: (
        ((0, 0.4), (0.25, 0.2), (0.5, 0.4), (0.75, 0.2), (1, 0.4)),
        ((0, 0.8), (0.25, 0.6), (0.5, 0.8), (0.75, 0.6), (1, 0.8)),
    ),
    StateKind.UNUSABLE: (((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9))),
    StateKind.NEW_FORM: (((0.5, 0.1), (0.5, 0.9)), ((0.1, 0.5), (0.9, 0.5))),
}
"""Lines of each shape, in a box of side 1, y downwards."""


def state_colour(theme: Theme, kind: StateKind) -> str:
    """Colour of a state's chips and bands."""
    if kind is StateKind.FLUTTER:
        return theme.urgent
    match kind.topic:
        case Topic.QUALITY:
            return theme.technical
        case Topic.RHYTHM:
            return theme.premature
        case Topic.FORM:
            return theme.template
        case _:
            assert_never(kind.topic)


def draw_shape(painter: QPainter, box: QRectF, kind: StateKind, colour: QColor) -> None:
    """Draw a state's shape into a box."""
    path = QPainterPath()
    for first, *others in _SHAPES[kind]:
        path.moveTo(_at(box, first))
        for point in others:
            path.lineTo(_at(box, point))
    pen = QPen(colour, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _at(box: QRectF, point: tuple[float, float]) -> QPointF:
    return QPointF(box.left() + point[0] * box.width(), box.top() + point[1] * box.height())


def told(state: State, fs: float) -> str:
    """What a state is, since when, and why, in a line."""
    since = clock(state.start / fs, 0)
    words = (
        tr("{state} in {lead} since {clock}").format(state=tr(state.kind.words), lead=state.lead, clock=since)
        if state.lead
        else tr("{state} since {clock}").format(state=tr(state.kind.words), clock=since)
    )
    return tr("{what}: {why}").format(what=words, why=tr(state.why)) if state.why else words
