"""Chips: what goes on, a shape and a word or two each, as many as there is room for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.signal.states import State, Topic
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import tr
from monitor.ui.kit.states.look import ICON_PX, draw_shape, state_colour, told
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import SMALL, Theme

CHIP_PX = 20
"""Height of a chip, in logical pixels."""

PAD_PX = 7
"""Between a chip's edge, its shape and its words."""

GAP_PX = 6
"""Between two chips."""


def chip_width(font: QFont, words: str) -> float:
    """Width of a chip with these words, or of one with its shape alone, in logical pixels."""
    beside = PAD_PX + QFontMetricsF(small(font)).horizontalAdvance(words) if words else 0.0
    return 2 * PAD_PX + ICON_PX + beside


def small(font: QFont) -> QFont:
    """The font of a chip's words."""
    made = QFont(font)
    made.setPixelSize(SMALL)
    return made


def draw_chip(painter: QPainter, place: QRectF, theme: Theme, state: State, words: str) -> None:
    """Draw a state as a chip: a frame and a shape in its colour, the words in that of text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(state_colour(theme, state.kind))
    fill = QColor(colour)
    fill.setAlphaF(0.18)
    painter.setPen(colour)
    painter.setBrush(fill)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    box = QRectF(place.left() + PAD_PX, place.center().y() - ICON_PX / 2, ICON_PX, ICON_PX)
    draw_shape(painter, box.adjusted(0, 1, 0, -1), state.kind, colour)
    if words:
        painter.setFont(small(painter.font()))
        painter.setPen(QColor(theme.text))
        room = place.adjusted(2 * PAD_PX + ICON_PX, 0, -PAD_PX + 1, 0)
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def fitting(states: Sequence[State], font: QFont, room: float) -> list[str]:
    """Give each state the longest words with which all fit: whole, short, or none but the shape.

    What is about the heart keeps its words longer than the quality of a signal, which stands at its lead too.
    """
    said: list[str] = []
    for heart, signal in ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2)):
        said = [_worded(state, signal if state.kind.topic is Topic.QUALITY else heart) for state in states]
        if _width(font, said) <= room:
            break
    return said


def _worded(state: State, level: int) -> str:
    """Whole words at level 0, short ones at 1, none at 2."""
    words = tr((state.kind.words, state.kind.short, "")[level])
    return _named(state, words) if words else ""


def _named(state: State, words: str) -> str:
    return f"{words} {state.lead}".strip()


def _width(font: QFont, said: Sequence[str]) -> float:
    return sum(chip_width(font, words) for words in said) + GAP_PX * max(0, len(said) - 1)


class StateChips(QWidget):
    """The states that go on, side by side; whoever rests the mouse on them reads since when and why."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: tuple[State, ...] = ()
        self._room = math.inf
        self._keys: list[tuple[str, str, str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def said(self) -> list[str]:
        """The words of the chips as they are shown; empty for one that shows its shape alone."""
        return fitting(self._states, self.font(), self.width())

    def sizeHint(self) -> QSize:
        """Room for the longest words that have room."""
        said = fitting(self._states, self.font(), self._room)
        return QSize(math.ceil(_width(self.font(), said)) + 1, CHIP_PX)

    @property
    def short_px(self) -> int:
        """Width with short words, in logical pixels."""
        said = [_worded(state, 1) for state in self._states]
        return math.ceil(_width(self.font(), said)) + 1

    def set_room(self, room: float) -> None:
        """Ask for no more than so many logical pixels, if the shapes can do with them."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for the shapes."""
        return QSize(math.ceil(_width(self.font(), ["" for _ in self._states])) + 1, CHIP_PX)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def show_states(self, states: Sequence[State], fs: float) -> None:
        """Show what goes on; `fs` in Hz says since when."""
        keys = [(state.kind.value, state.lead, state.why, state.start) for state in states]
        if keys == self._keys:
            return
        self._keys, self._states = keys, tuple(states)
        lines = [told(state, fs) for state in states]
        self.setToolTip(plain_tip("\n".join(lines)))
        self.setAccessibleName(apart(lines))
        self.setVisible(bool(states))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips from left to right."""
        painter = QPainter(self)
        said = self.said
        widths = [chip_width(self.font(), words) for words in said]
        lefts = accumulate((width + GAP_PX for width in widths), initial=0.0)
        for state, words, left, width in zip(self._states, said, lefts, widths, strict=False):
            draw_chip(
                painter,
                QRectF(left, (self.height() - CHIP_PX) / 2, width, CHIP_PX),
                self._theme,
                state,
                words,
            )
