"""The figures beside the heart rate: pressures, saturation, pulse, respiration; those that the source has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alerts.kinds import Priority
from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from models.vitals.stream import CUFF
from monitor.stream.vitals import CuffReading
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart, listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import BODY, SMALL, Theme
from monitor.ui.kit.words import cuff_taken

UNKNOWN = "--"
"""What stands for a figure that is not known, as on bedside monitors."""

FIGURE_PX, SHORT_FIGURE_PX = 36, 23
"""Height of the large figures, and where there is little room."""

HEIGHT_PX, SHORT_PX = 62, 32
"""Height of a tile."""

SLIM = 0.86
"""Figures of which there are three are so much smaller."""

ROOM_LINES = 2
"""Under the name is room for so many lines; of more, the unit stands beside it."""

MARGIN_PX = 16

SPACING_PX = 4


@dataclass(frozen=True)
class Tile:
    """One line of figures.

    Attributes
    ----------
    name, unit : str
        What stands left of them.
    signs : tuple of Sign
        What is shown; the last of three stands in brackets.
    colour : str
        Field of the theme.
    limits : callable
        Gives the upper and lower limit in words; empty where there is none.
    conditions : tuple of Condition
        Alarms that it is about.
    beside : Sign or None
        A figure that stands small below the name.
    """

    name: str
    unit: str
    signs: tuple[Sign, ...]
    colour: str
    limits: Callable[[Limits], str] = lambda limits: ""
    conditions: tuple[Condition, ...] = ()
    beside: Sign | None = None


TILES = (
    Tile(
        "ABP",
        "mmHg",
        (Sign.ABP_SYSTOLIC, Sign.ABP_DIASTOLIC, Sign.ABP_MEAN),
        "pressure",
        lambda limits: f"{in_figures(limits.systolic_high)} / {in_figures(limits.systolic_low)}",
        (Condition.PRESSURE_LOW, Condition.PRESSURE_HIGH),
    ),
    Tile("PAP", "mmHg", (Sign.PAP_SYSTOLIC, Sign.PAP_DIASTOLIC, Sign.PAP_MEAN), "pressure"),
    Tile("CVP", "mmHg", (Sign.CVP_MEAN,), "pressure"),
    Tile(
        "SpO2",
        "%",
        (Sign.SPO2,),
        "pleth",
        lambda limits: f"{in_figures(limits.spo2_high)} / {in_figures(limits.spo2_low)}",
        (Condition.SPO2_LOW, Condition.SPO2_HIGH, Condition.DESATURATION),
        Sign.PULSE,
    ),
    Tile(
        phrase("Pulse"),
        "/min",
        (Sign.PULSE,),
        "pleth",
        lambda limits: f"{in_figures(limits.pulse_high)} / {in_figures(limits.pulse_low)}",
        (Condition.PULSE_LOW, Condition.PULSE_HIGH, Condition.PULSE_DEFICIT),
    ),
    Tile(
        phrase("Resp"),
        "/min",
        (Sign.RESPIRATION,),
        "respiration",
        lambda limits: f"{in_figures(limits.breath_high)} / {in_figures(limits.breath_low)}",
        (Condition.BREATHING_SLOW, Condition.BREATHING_FAST, Condition.APNOEA),
    ),
    Tile(
        "NIBP",
        "mmHg",
        CUFF,
        "other",
        lambda limits: f"{in_figures(limits.systolic_high)} / {in_figures(limits.systolic_low)}",
    ),
)
"""From top to bottom."""


def tiles_of(signs: Sequence[Sign]) -> tuple[Tile, ...]:
    """The tiles that a source has; the pulse stands at SpO2 where there is both."""
    shown = [tile for tile in TILES if set(tile.signs) & set(signs)]
    if any(tile.name == "SpO2" for tile in shown):
        shown = [tile for tile in shown if tile.name != "Pulse"]
    return tuple(shown)


def figure(values: Callable[[Sign], float | None], tile: Tile) -> tuple[str, str]:
    """The figures of a tile as shown: the large one, and what stands in brackets."""

    def one(sign: Sign) -> str:
        value = values(sign)
        return UNKNOWN if value is None else in_figures(value, ".0f")

    if len(tile.signs) < 3:
        return one(tile.signs[0]), ""
    high, low, mean = (one(sign) for sign in tile.signs)
    if high == low == UNKNOWN:
        return UNKNOWN, f"({mean})" if mean != UNKNOWN else ""
    return f"{high}/{low}", f"({mean})"


class VitalTile(QFrame):
    """One line of figures; painted again only when something of it changes."""

    def __init__(self, tile: Tile, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.tile, self._theme = tile, theme
        self._shown = (UNKNOWN, "")
        self._words: tuple[str, ...] = ()
        self._alarm: Priority | None = None
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)

    @property
    def shown(self) -> tuple[str, str]:
        """The figures as they are shown now."""
        return self._shown

    @property
    def words(self) -> tuple[str, ...]:
        """What stands under the name."""
        return self._words

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def set_short(self, short: bool) -> None:
        """Take less height, or as much as is pleasant."""
        if short != self._short:
            self._short = short
            self.setFixedHeight(SHORT_PX if short else HEIGHT_PX)
            self.update()

    def show_readings(
        self,
        readings: Readings,
        limits: Limits,
        alarms: dict[Condition, Priority],
        beside: str = "",
        cuff: CuffReading | None = None,
        when: str = "",
    ) -> None:
        """Show the newest figures, or why there are none.

        Parameters
        ----------
        readings : Readings
            One row, or none.
        limits : Limits
            In force.
        alarms : dict of Condition to Priority
            What is going on.
        beside : str
            What else is to be said.
        cuff : CuffReading or None
            What a cuff has measured last, which its tile shows until the next.
        when : str
            At which time it did.
        """
        tile = self.tile
        words = [tr(tile.unit)]
        if cuff is not None and tile.signs == CUFF:
            shown = figure(cuff.figure, tile)
            taken = cuff_taken(cuff, when)
            why = listed([tr(Quality.FAILED.words), taken]) if cuff.failed else taken
        else:
            shown = figure(readings.latest, tile)
            why = tr(readings.reason(tile.signs[0])) if shown[0] == UNKNOWN else ""
        if why:
            words.append(why)
        if beside:
            words.append(beside)
        elif tile.beside is not None and readings.latest(tile.beside) is not None:
            words.append(tr("pulse {latest:.0f}/min").format(latest=readings.latest(tile.beside)))
        if tile.limits(limits):
            words.append(tile.limits(limits))
        own = [alarms[condition] for condition in tile.conditions if condition in alarms]
        alarm = min(own, key=list(Priority).index) if own else None
        if (shown, tuple(words), alarm) != (self._shown, self._words, self._alarm):
            self._shown, self._words, self._alarm = shown, tuple(words), alarm
            said = f"{tr(tile.name)} {' '.join(shown)} {tr(tile.unit)}. {apart(words[1:])}"
            self.setAccessibleName(said.strip())
            limited = tile.limits(limits)
            self.setToolTip(
                plain_tip(
                    f"{said.strip()}" + (tr("\nLimits {limited}.").format(limited=limited) if limited else "")
                )
            )
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, words and figures."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, shown = self._theme, self._shown
        if self._alarm is not None:
            edge = {Priority.HIGH: theme.urgent, Priority.MEDIUM: theme.alert}.get(
                self._alarm, theme.technical
            )
            painter.setPen(QPen(QColor(edge), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        ink = QColor(getattr(theme, self.tile.colour))
        inside = self.rect().adjusted(MARGIN_PX, 1 if self._short else 5, -MARGIN_PX, -2)
        size = round(
            (SHORT_FIGURE_PX if self._short else FIGURE_PX) * (1 if len(self.tile.signs) < 3 else SLIM)
        )
        right = inside.right()
        if shown[1]:
            right -= self._write(painter, shown[1], round(0.55 * size), ink, right, inside, bold=True) + 6
        right -= self._write(
            painter,
            shown[0],
            size,
            ink if shown[0] != UNKNOWN else QColor(theme.dim),
            right,
            inside,
            bold=True,
        )
        font = QFont(self.font())
        font.setPixelSize(BODY)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(ink)
        room = right - inside.left() - 6
        metrics = painter.fontMetrics()
        top = inside.top()
        painter.drawText(QRect(inside.left(), top, room, metrics.height()), 0, tr(self.tile.name))
        name_room = metrics.horizontalAdvance(tr(self.tile.name)) + 8
        font.setPixelSize(SMALL)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(theme.dim))
        metrics = painter.fontMetrics()
        lines = list(self._words)
        beside_name = self._short or len(lines) > ROOM_LINES
        if beside_name:
            # The first line stands beside the name; what is said of the moment comes before the limits.
            unit = QRect(inside.left() + name_room, top + 2, room - name_room, metrics.height())
            painter.drawText(unit, 0, metrics.elidedText(lines[0], Qt.TextElideMode.ElideRight, unit.width()))
            lines = lines[1:]
        y = top + (14 if self._short else 17)
        for words in lines:
            if y + metrics.height() > inside.bottom() + 4:
                break
            line = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(inside.left(), y, room, metrics.height()), 0, line)
            y += metrics.height()

    def _write(
        self,
        painter: QPainter,
        text: str,
        size: int,
        colour: QColor,
        right: int,
        inside: QRect,
        *,
        bold: bool = False,
    ) -> int:
        """Write figures that end at `right`, on one foot; how wide they are."""
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text)
        largest = SHORT_FIGURE_PX if self._short else FIGURE_PX
        foot = inside.center().y() + round(0.36 * largest)
        painter.drawText(right - width, foot, text)
        return width


class VitalPanel(QWidget):
    """The tiles of a source, one under another; hidden where it has none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._short = theme, False
        self.tiles: tuple[VitalTile, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_source(self, signs: Sequence[Sign]) -> None:
        """Make the tiles for a source that has these signs."""
        for tile in self.tiles:
            self._column.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = tuple(VitalTile(tile, self._theme) for tile in tiles_of(signs))
        for tile in self.tiles:
            self._column.addWidget(tile)
        self._fit()
        self.setVisible(bool(self.tiles))

    def set_short(self, short: bool) -> None:
        """Take less height, or as much as is pleasant."""
        self._short = short
        self._fit()

    def _fit(self) -> None:
        """Give the tiles their height."""
        height = -SPACING_PX
        for tile in self.tiles:
            tile.set_short(self._short)
            height += tile.height() + SPACING_PX
        self.setFixedHeight(max(0, height))

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        for tile in self.tiles:
            tile.restyle(theme)

    def show_readings(
        self,
        readings: Readings,
        limits: Limits,
        alarms: dict[Condition, Priority],
        differs: str = "",
        cuff: CuffReading | None = None,
        when: str = "",
    ) -> None:
        """Show the newest figures; `differs` says how the pulse differs from the heart rate."""
        for tile in self.tiles:
            own = differs if Sign.PULSE in (*tile.tile.signs, tile.tile.beside) else ""
            tile.show_readings(readings, limits, alarms, own, cuff, when)
