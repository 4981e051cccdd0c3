"""The heart rate in large figures, as on a bedside monitor, with RR and its variability beneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from models.alarms.conditions import A_MINUTE
from models.alerts.kinds import Priority
from models.signal.rhythm import Rhythm
from models.signal.states import State, Topic
from monitor.ui.kit.drawing.colours import mixed, priority_colour
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.states.look import told
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import BODY, FIGURE, SMALL, TITLE, Theme

UNKNOWN = "--"
"""What stands for a figure that is not known, as on bedside monitors."""

HEIGHT_PX = 128
SHORT_PX = 84
"""Height of the tile, and of one that has little room: RR and its variability stand beside the rate."""

MARGIN_PX = 16

FRAME_PX = 3.0
"""Width of the frame that an alarm draws around the tile, in logical pixels."""

FILLED, FADED = 0.3, 0.35
"""Shares of the alarm's colour: in the filling while it is lit, in the frame between two flashes."""


def figures(rhythm: Rhythm | None) -> tuple[str, str, str, str]:
    """Heart rate (/min), RR, SDNN and RMSSD (ms) as shown."""
    if rhythm is None:
        return UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN
    rr_ms = None if rhythm.rr_s is None else 1000 * rhythm.rr_s
    values = (rhythm.rate_bpm, rr_ms, rhythm.sdnn_ms, rhythm.rmssd_ms)
    rate, rr, sdnn, rmssd = (UNKNOWN if value is None else in_figures(value, ".0f") for value in values)
    return rate, rr, sdnn, rmssd


class HeartTile(QFrame):
    """Heart rate, RR, SDNN and RMSSD; painted again only when a figure changes."""

    SPOKEN = Role.StaticText

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._colour = theme.lead(0)
        self._shown = figures(None)
        self._rhythm: Rhythm | None = None
        self._why = ""
        self._rhythm_words = ""
        self._short = False
        self._counts = "", ""  # ectopic beats a minute, rhythm
        self._limits = ""
        self._alarm: tuple[Priority, bool] | None = None
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe(None)

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """Heart rate, RR, SDNN and RMSSD as shown now."""
        return self._shown

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(240, self.height())

    def set_short(self, short: bool) -> None:
        """Take less height, or as much as is pleasant."""
        if short != self._short:
            self._short = short
            self.setFixedHeight(SHORT_PX if short else HEIGHT_PX)
            self.update()

    def restyle(self, theme: Theme, lead: int) -> None:
        """Change colours; the figures have the colour of the analysed lead's trace."""
        self._theme, self._colour = theme, theme.lead(lead)
        self.update()

    def show_rhythm(self, rhythm: Rhythm | None) -> None:
        """Show a rhythm, or that it is unknown."""
        self._rhythm = rhythm
        new, why = figures(rhythm), tr(rhythm.why) if rhythm is not None else ""
        if (new, why) != (self._shown, self._why):
            self._shown, self._why = new, why
            self._describe(rhythm)
            self.update()

    def _describe(self, rhythm: Rhythm | None) -> None:
        rate, rr, sdnn, rmssd = self._shown
        name = tr("Heart rate {rate} a minute, RR {rr} ms, SDNN {sdnn} ms, RMSSD {rmssd} ms").format(
            rate=rate, rr=rr, sdnn=sdnn, rmssd=rmssd
        )
        name += tr("; no figures: {why}").format(why=self._why) if self._why else ""
        name = listed(filter(None, (name, self._counts[0])))
        self.setAccessibleName(f"{name}. {self._rhythm_words}" if self._rhythm_words else name)
        said = tr(
            "Heart rate: mean of the last 12 RR intervals (of 4 when slow). SDNN and RMSSD: over the normal "
            "intervals of the last 5 minutes"
        )
        share = None if rhythm is None else rhythm.normal_share
        said += "." if share is None else tr(", {share:.0f} % of all.").format(share=100 * share)
        why = tr("No figures now: {why}.").format(why=self._why) if self._why else ""
        self.setToolTip(plain_tip("\n".join(x for x in (why, self._rhythm_words, said) if x)))

    def show_limits(self, low: float, high: float) -> None:
        """Show the limits of the heart rate, a minute."""
        limits = f"{in_figures(high)} / {in_figures(low)}"
        if limits != self._limits:
            self._limits = limits
            self.update()

    def show_counts(self, ectopic: float | None, rhythm: str) -> None:
        """Show the ectopic beats of the last minute, and a short word for the rhythm; it may be empty."""
        counts = "" if ectopic is None else tr("PVC {ectopic:.0f}/min").format(ectopic=ectopic)
        if (counts, rhythm) != self._counts:
            self._counts = counts, rhythm
            self._describe(self._rhythm)
            self.update()

    def show_alarm(self, priority: Priority | None, lit: bool) -> None:
        """Take the colour of an alarm that is about the heart, or give it up.

        Parameters
        ----------
        priority : Priority or None
            Of the alarm; None where there is none.
        lit : bool
            Whether it is lit, or between two flashes.
        """
        alarm = None if priority is None else (priority, lit)
        if alarm != self._alarm:
            self._alarm = alarm
            self.update()

    def show_states(self, states: Sequence[State], fs: float) -> None:
        """Say in the tooltip which rhythm goes on, if any; `fs` in Hz says since when."""
        rhythm = next((state for state in states if state.kind.topic is Topic.RHYTHM), None)
        words = told(rhythm, fs) if rhythm is not None else ""
        if words != self._rhythm_words:
            self._rhythm_words = words
            self._describe(self._rhythm)

    def _draw_alarm(self, painter: QPainter) -> QColor | None:
        """Frame the tile in the colour of its alarm and fill it while lit; give the colour of its figure."""
        if self._alarm is None:
            return None
        priority, lit = self._alarm
        theme = self._theme
        colour = priority_colour(theme, priority)
        painter.setPen(QPen(mixed(colour, theme.panel, 1.0 if lit else FADED), FRAME_PX))
        painter.setBrush(mixed(colour, theme.panel, FILLED if lit else 0.0))
        edge = FRAME_PX / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)
        return QColor(theme.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure = self._draw_alarm(painter)
        inside = self.rect().adjusted(MARGIN_PX, 10, -MARGIN_PX, -10)
        rate, *others = self._shown
        dim, colour = QColor(self._theme.dim), QColor(self._colour)
        self._write(painter, inside, "HR", TITLE, colour, Qt.AlignmentFlag.AlignLeft, bold=True)
        under = inside.translated(28, 3) if self._short else inside.translated(0, TITLE + 6)
        limits = self._limits if self._short else f"{tr(A_MINUTE)}   {self._limits}"
        unit = limits if self._limits else tr(A_MINUTE)
        self._write(painter, under, unit, SMALL, dim, Qt.AlignmentFlag.AlignLeft)
        font = QFont(self.font())
        font.setPixelSize(FIGURE)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen((figure or colour) if rate != UNKNOWN else dim)
        # Right edge and top of the ink itself, whatever bearings the font has.
        ink = painter.fontMetrics().tightBoundingRect(rate)
        painter.drawText(
            inside.right() - ink.right(), inside.top() + 4 + painter.fontMetrics().capHeight(), rate
        )
        if self._why:
            self._write_why(painter, inside, inside.right() - ink.width() - MARGIN_PX)
        if self._short:
            if self._why:
                return
            lines = [
                f"{name} {value}" + ("" if value == UNKNOWN else " ms")
                for name, value in zip(("RR", "SDNN", "RMSSD"), others, strict=True)
            ]
            # What the heart does comes before how much its rate varies.
            for i, words in enumerate([lines[0], *filter(None, self._counts), *lines[1:]][:3]):
                place = inside.translated(0, TITLE + 7 + 14 * i)
                self._write(painter, place, words, SMALL, dim, Qt.AlignmentFlag.AlignLeft)
            return
        for i, words in enumerate(filter(None, self._counts) if not self._why else ()):
            place = inside.translated(0, TITLE + 20 + 14 * i)
            self._write(painter, place, words, SMALL, dim, Qt.AlignmentFlag.AlignLeft)
        step = inside.width() / 3
        for i, (name, value) in enumerate(zip(("RR", "SDNN", "RMSSD"), others, strict=True)):
            place = QRect(inside.left() + round(i * step), inside.bottom() - 30, round(step), 16)
            self._write(painter, place, name, SMALL, dim, Qt.AlignmentFlag.AlignLeft)
            unit = "" if value == UNKNOWN else " ms"
            text = QColor(self._theme.text) if value != UNKNOWN else dim
            below = place.translated(0, 15)
            self._write(painter, below, value + unit, BODY, text, Qt.AlignmentFlag.AlignLeft)

    def _write_why(self, painter: QPainter, inside: QRect, right: int) -> None:
        """Write why there are no figures beside the dashes that stand for the rate."""
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        top = inside.top() + TITLE + (7 if self._short else 24)
        bottom = inside.bottom() - (0 if self._short else 34)
        place = QRect(inside.left(), top, right - inside.left(), bottom - top)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, self._why[0].upper() + self._why[1:])

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        size: int,
        colour: QColor,
        align: Qt.AlignmentFlag,
        *,
        bold: bool = False,
    ) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignTop | align, text)
