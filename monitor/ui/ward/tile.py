"""A bed on the ward's page: who, heart rate, strip, alarm; a press opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout

from models.alarms.conditions import Nature
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import Item, State
from monitor.bedside.ward.bed import Bed
from monitor.ui.alarms.flash import RATES_HZ, lit
from monitor.ui.alarms.marks import Mark
from monitor.ui.kit.drawing.colours import mixed, priority_colour
from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.text import ElidedLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.ward import words
from monitor.ui.ward.strip import BedStrip

BAR_PX = 5
"""Width of the bar at the left in the colour of the alarm."""

LOW_PX = 130
"""A tile lower than this has smaller figures."""

FIGURE_PX, LOW_FIGURE_PX = 40, 24
"""Height of the heart rate's figures, in pixels."""

KEYS = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
"""Keys that a tile with the focus keeps from the window's shortcuts."""


class BedTile(QFrame):
    """One bed.

    Parameters
    ----------
    bed : Bed
        Whose.
    theme : Theme
        Colours.
    """

    SPOKEN = Role.Button

    opened = Signal(object)
    acknowledged = Signal(object)
    recording_asked = Signal(object)
    moved = Signal(object, object)
    """The tile, and the key by which another one is asked for."""

    def __init__(self, bed: Bed, theme: Theme) -> None:
        super().__init__()
        self.bed, self._theme = bed, theme
        self._item: Item | None = None
        self._urgency: Priority | None = None  # of all its alarms, also of what is over
        self._lit = True
        self._named = True
        self.name, self.source = PlainLabel(tr("Bed {number}").format(number=bed.number)), ElidedLabel()
        self.rate, self.alarm, self.vitals = PlainLabel(words.UNKNOWN), ElidedLabel(), PlainLabel()
        self.recording = PlainLabel(tr("● REC"))
        self.recording.hide()
        self.mark = Mark()
        self.mark.setFixedSize(14, 14)
        self.strip = BedStrip(bed, theme)
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(150, 84)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle(theme)
        self.tell(named=True, now_s=0.0)

    def _build(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(6)
        head.addWidget(self.name)
        head.addWidget(self.source, 1)
        head.addWidget(self.recording)
        head.addWidget(self.rate)
        foot.addWidget(self.mark)
        foot.addWidget(self.alarm, 1)
        foot.addWidget(self.vitals)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self.strip, 1)
        self._rows.addLayout(foot)

    # What the page calls ---------------------------------------------------------------------------

    def tell(self, *, named: bool, now_s: float) -> None:
        """Bring words and figures up to date.

        Parameters
        ----------
        named : bool
            Whether to say which patient it is.
        now_s : float
            Time since the streams began, s.
        """
        bed, said = self.bed, self.bed.said
        self._named = named
        item, urgency = words.foremost(said), bed.priority
        if (item, urgency) != (self._item, self._urgency):
            self._item, self._urgency = item, urgency
            self._colour()
        self.source.setText(words.who(bed, named=named))
        self.rate.setText(words.rate(said))
        said_in_full = words.alarm(bed, now_s, named=named)
        self.vitals.setText(words.vitals(said))
        self._show_alarm(said_in_full)
        self.recording.setVisible(bed.recorder is not None)
        told = tr("{text} {text_2}, heart rate {text_3}, {said_in_full}").format(
            text=self.name.text(),
            text_2=self.source.text(),
            text_3=self.rate.text(),
            said_in_full=said_in_full,
        )
        if self.accessibleName() != told:
            self.setAccessibleName(told)

    def frame(self, now_s: float) -> None:
        """A frame has passed: let the strip go on and the alarm flash."""
        self.strip.advance()
        item = self._item
        on = item is None or item.state is not State.ACTIVE or lit(item.alarm.priority, now_s)
        if on != self._lit:
            self._lit = on
            self.update(QRegion(self.rect()).subtracted(QRegion(self.strip.geometry())))

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.strip.restyle(theme)
        self._colour()

    @property
    def lit(self) -> bool:
        """Whether the alarm's colour is shown now."""
        return self._lit

    # Inside ----------------------------------------------------------------------------------------

    def _show_alarm(self, in_full: str) -> None:
        """Say all of it, or its name where there is no room; its words go before the vital signs."""
        width = self.alarm.fontMetrics().horizontalAdvance
        room = self.contentsRect().width() - BAR_PX - 19 - (self.mark.width() + 6 if self._item else 0)
        beside = self.vitals.sizeHint().width() + 6 if self.vitals.text() else 0
        text = in_full if width(in_full) <= room else words.short_alarm(self.bed, named=self._named)
        self.alarm.setText(text)
        self.vitals.setVisible(beside > 0 and width(text) <= room - beside)

    def _colour(self) -> None:
        theme, item = self._theme, self._item
        colour = theme.dim if item is None else priority_colour(theme, item.alarm.priority)
        words_in = theme.dim if item is None else readable(theme, item.alarm.priority)
        self.mark.setVisible(item is not None)
        if item is not None:
            self.mark.show_mark(item.alarm.priority, item.state, QColor(colour))
        urgent = item is not None and item.alarm.priority is not Priority.LOW
        about_heart = item is not None and item.alarm.condition.nature is not Nature.TECHNICAL
        figure = words_in if urgent and about_heart else theme.lead(0)
        self.rate.setStyleSheet(f"font-size: {self._figure_px()}px; font-weight: 700; color: {figure};")
        self.name.setStyleSheet("font-weight: 600;")
        self.source.setStyleSheet(f"color: {theme.dim};")
        bold = "font-weight: 600; " if item is not None else ""
        self.alarm.setStyleSheet(f"{bold}color: {words_in};")
        self.vitals.setStyleSheet(f"color: {theme.dim};")
        self.recording.setStyleSheet(f"color: {theme.urgent}; font-weight: 600;")
        self.update()

    def _figure_px(self) -> int:
        return LOW_FIGURE_PX if self.height() < LOW_PX else FIGURE_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar, and the frame of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, item = self._theme, self._item
        ground = QColor(theme.panel)
        bar = QColor(theme.border)
        if item is not None:
            colour = priority_colour(theme, item.alarm.priority)
            share = {Priority.HIGH: 0.34, Priority.MEDIUM: 0.2}.get(item.alarm.priority, 0.08)
            if self._lit and item.state is State.ACTIVE:
                ground = mixed(colour, theme.panel, share)
            bar = QColor(colour) if self._lit else mixed(colour, theme.panel, 0.35)
            if self._urgency is not None and self._urgency is not item.alarm.priority:
                bar = QColor(priority_colour(theme, self._urgency))  # over, and not acknowledged
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, 8, 8)
        painter.setBrush(bar)
        painter.drawRoundedRect(QRectF(0, 0, BAR_PX, whole.height()), 2, 2)
        if item is not None and item.state is State.ACTIVE and item.alarm.priority in RATES_HZ and still():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(bar, 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(whole.adjusted(3.5, 3.5, -3.5, -3.5), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 8, 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take smaller figures where there is little room."""
        super().resizeEvent(event)
        low = self.height() < LOW_PX
        self._rows.setContentsMargins(BAR_PX + 9, 2 if low else 6, 10, 2 if low else 6)
        self._rows.setSpacing(0 if low else 4)
        self._colour()

    # Keys and mouse --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the tile's own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space acknowledges, arrows go to another bed."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self)
        elif key == Qt.Key.Key_Space:
            self.acknowledged.emit(self)
        elif key in KEYS:
            self.moved.emit(self, Qt.Key(key))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the bed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What else can be done with the bed."""
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: self.opened.emit(self))
        menu.addAction(tr("Acknowledge"), lambda: self.acknowledged.emit(self))
        words_now = tr("Stop recording") if self.bed.recorder is not None else tr("Record…")
        menu.addAction(words_now, lambda: self.recording_asked.emit(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has not."""
        super().focusOutEvent(event)
        self.update()


INK_SHARE = {"dark": 0.72, "light": 0.5}
"""Share of an alarm's colour in the colour of its words, by the theme's name: yellow on white is not read."""


def readable(theme: Theme, priority: Priority) -> str:
    """Colour of words about alarms of a priority, on the ground of page or tile."""
    return mixed(priority_colour(theme, priority), theme.text, INK_SHARE[theme.name]).name()
