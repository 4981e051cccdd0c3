"""What stands left of strips and lanes: the name, the gain in words, and the calibration pulse."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from assets.phrase import phrase
from models.signal.states import State
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.states.look import ICON_PX, draw_shape, state_colour
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.strips.scale import GAINS
from monitor.ui.strips.strip import ZERO_SHARE, Strip

LABEL_PX = 102
"""Width of the column left of the rows."""

NARROW_PX = 44
"""Width of a label between two columns of leads."""

PULSE_PX = 28
"""Of a wide label so much is the calibration pulse's; the words keep to the rest."""

SIDE_PX = 3
"""The pulse's line begins and ends so far beside it, in logical pixels."""

CALIBRATION_MV = 1.0
"""Height of the calibration pulse in mV, as on paper."""

CALIBRATION_S = 0.2
"""Width of the calibration pulse in seconds."""

TOP_PX = 3
"""The name stands so far from the upper edge."""

LINE_PX = 14
"""Height of a line under the name."""

CUT = phrase("cut off")
"""Is said where a gain set by hand cuts the trace."""

CALIBRATION_MM = 10.0
"""Of a lead that is not in mV the pulse is about so high, in millimetres."""


class RowLabel(QWidget):
    """Name and unit of a row.

    Parameters
    ----------
    name, detail : str
        What the row shows, and a word on it.
    colour : str
        Colour of the name.
    theme : Theme
        The other colours.
    strip : Strip or None
        The strip whose gain the label says and its calibration pulse shows; None for a row without.
    unit : str
        Unit of the strip's lead.
    narrow : bool
        Whether it stands between two columns: then the pulse is under the name, and the gain is said only
        where it is the lead's own or cuts the trace.
    """

    def __init__(
        self,
        name: str,
        detail: str,
        colour: str,
        theme: Theme,
        strip: Strip | None = None,
        *,
        unit: str = "mV",
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self._name, self._detail, self._colour, self._theme, self._strip = name, detail, colour, theme, strip
        self._unit, self._narrow = unit, narrow
        self._said: tuple[str, float, bool, float] | None = None
        self._quality: State | None = None
        self.setFixedWidth(NARROW_PX if narrow else LABEL_PX)
        self.setAccessibleName(self.title)
        self.refresh()

    @property
    def name(self) -> str:
        """What the row shows."""
        return self._name

    @property
    def title(self) -> str:
        """The name and the word on it."""
        return f"{self._name} {self._detail}".strip()

    def show_detail(self, detail: str) -> None:
        """Say another word on what the row shows."""
        if detail != self._detail:
            self._detail, self._said = detail, None
            self.setAccessibleName(self.title)
            self.refresh()

    def show_quality(self, quality: State | None) -> None:
        """Say how good the lead's signal is; None where nothing is wrong with it."""
        before, now = (state and (state.kind, state.why) for state in (self._quality, quality))
        if before != now:
            self._quality, self._said = quality, None
            self.refresh()

    def restyle(self, theme: Theme, colour: str) -> None:
        """Change colours."""
        self._theme, self._colour = theme, colour
        self.update()

    def refresh(self) -> None:
        """Say the gain as it is now, and whether the trace is cut by it."""
        strip = self._strip
        if strip is None:
            self.setToolTip(plain_tip(self.title))
            return
        now = (strip.range_words, strip.gain, strip.cut, strip.zero())
        if now == self._said:
            return
        self._said = now
        self.setAccessibleDescription(self._quality_text())
        if strip.range_words:
            self.setAccessibleDescription(tr("from {range_words}").format(range_words=strip.range_words))
            self.setToolTip(
                plain_tip(
                    tr("{name}: from {range_words}; the range follows the signal.").format(
                        name=self._name, range_words=strip.range_words
                    )
                )
            )
            self.update()
            return
        tip = tr("{name}: {gain_text}, the pulse is {pulse:g} {unit}.").format(
            name=self._name, gain_text=self._gain_text(), pulse=self._pulse(), unit=self._unit
        )
        if strip.cut:
            tip += tr("\nThe trace is taller than its row; a smaller gain, or Auto gain (G), shows it whole.")
        elif strip.own_gain is not None:
            tip += tr("\nThis lead has a gain of its own, so that it can be seen beside the others.")
        if self._quality is not None:
            tip += "\n" + tr("{words}.").format(words=self._quality_text())
        self.setToolTip(plain_tip(tip))
        self.update()

    def _quality_text(self) -> str:
        state = self._quality
        if state is None:
            return ""
        words = tr(state.kind.words)
        return tr("{what}: {why}").format(what=words, why=tr(state.why)) if state.why else words

    def _gain_text(self) -> str:
        assert self._strip is not None
        return f"{in_figures(self._strip.gain, '.3g')} mm/{self._unit}"

    def _pulse(self) -> float:
        """Height of the calibration pulse in the lead's unit."""
        assert self._strip is not None
        if self._unit == "mV" and self._strip.gain >= GAINS[0] / 2:
            return CALIBRATION_MV
        wanted = CALIBRATION_MM / self._strip.gain
        decade = 10.0 ** math.floor(math.log10(wanted))
        return next(decade * m for m in (5, 2, 1) if decade * m <= wanted * (1 + 1e-9))

    # Drawing --------------------------------------------------------------------------------------

    @property
    def said(self) -> list[str]:
        """The words under the name."""
        font = QFont(self.font())
        font.setPixelSize(BODY)
        font.setBold(True)
        return [words for words, _ in self._lines(TOP_PX + QFontMetricsF(font).height(), self._room())]

    def _room(self) -> int:
        pulsing = self._strip is not None and not self._narrow and not self._strip.range_words
        return self.width() - (PULSE_PX if pulsing else 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, words, the signal's quality, and beside or under them the calibration pulse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        foot = self._line(painter, TOP_PX, self._name, self._colour, room, bold=True)
        if self._quality is not None:
            ink = QColor(state_colour(self._theme, self._quality.kind))
            box = QRectF(min(self._name_width() + 5, self.width() - ICON_PX - 1), TOP_PX + 3, ICON_PX, 9)
            draw_shape(painter, box, self._quality.kind, ink)
        for words, colour in self._lines(foot, room):
            foot = self._line(painter, foot, words, colour, room)
        if self._strip is not None and not self._strip.range_words:
            self._draw_pulse(painter, self._strip, foot)

    def _lines(self, foot: float, room: float) -> list[tuple[str, str]]:
        """Words under the name, from `foot` on as many as fit, and their colours."""
        strip = self._strip
        lines = [(self._detail, self._theme.dim)] if self._detail else []
        if self._quality is not None:
            lines = [(tr(self._quality.kind.short).lower(), self._theme.text)]
        if strip is not None and strip.range_words:
            lines.append((strip.range_words, self._theme.dim))
        elif strip is not None and (not self._narrow or strip.own_gain is not None or strip.cut):
            fits = self._width(self._gain_text()) <= room
            said = (self._gain_text(),) if fits else (in_figures(strip.gain, ".3g"), f"mm/{self._unit}")
            own = strip.own_gain is not None
            gain = [(words, self._theme.text if own else self._theme.dim) for words in said]
            if strip.cut:
                # Of a lead that is cut nothing is said sooner, however low its row.
                whole = foot + (len(gain) + 1) * LINE_PX <= self.height()
                gain.insert(len(gain) if whole else 0, (tr(CUT), self._theme.text))
            # In a low row the gain goes first: the name's colour says which lead is analysed.
            lines = lines + gain if foot + (len(lines) + len(gain)) * LINE_PX <= self.height() else gain
        return lines[: max(0, int((self.height() - foot + 1) // LINE_PX))]

    def _name_width(self) -> float:
        font = QFont(self.font())
        font.setPixelSize(BODY)
        font.setBold(True)
        return QFontMetricsF(font).horizontalAdvance(self._name)

    def _width(self, words: str) -> float:
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        return QFontMetricsF(font).horizontalAdvance(words)

    def _line(
        self, painter: QPainter, top: float, words: str, colour: str, room: float, *, bold: bool = False
    ) -> float:
        """Write a line; where the next one begins."""
        font = QFont(self.font())
        font.setPixelSize(BODY if bold else SMALL)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QPointF(0, top + metrics.ascent()), shown)
        return top + metrics.height()

    def _draw_pulse(self, painter: QPainter, strip: Strip, words_foot: float) -> None:
        height = self._pulse() * strip.px_per_unit
        lowest, free_from = self.height() - 3.0, words_foot if self._narrow else 0.0
        if height > lowest - free_from - 1:
            return
        # At the height of the paper's zero line where there is room, else as near to it as it fits.
        foot = min(max(self.height() * ZERO_SHARE, free_from + height + 1), lowest)
        beside_words = not self._narrow and foot - height <= words_foot
        room = (PULSE_PX if beside_words else self.width() - 6) - 2 * SIDE_PX - 1
        width = min(CALIBRATION_S * strip.timeline.scale.px_per_second, room)
        x = 2.0 + SIDE_PX if self._narrow else self.width() - 1.0 - SIDE_PX - width
        painter.setPen(QPen(QColor(self._theme.dim), 1.2))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x - SIDE_PX, foot),
                    QPointF(x, foot),
                    QPointF(x, foot - height),
                    QPointF(x + width, foot - height),
                    QPointF(x + width, foot),
                    QPointF(x + width + SIDE_PX, foot),
                ]
            )
        )
