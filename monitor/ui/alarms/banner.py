"""The alarm banner: the foremost alarm in colour, sign, shape and words, flashing; and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy

from assets.phrase import phrase
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import Audio, Item, State
from monitor.ui.alarms.flash import RATES_HZ, lit
from monitor.ui.alarms.marks import Mark
from monitor.ui.alarms.telling import Shown
from monitor.ui.alarms.words import SIGNS, called, name, told
from monitor.ui.kit.drawing.colours import ink_on, mixed, priority_colour
from monitor.ui.kit.drawing.motion import still
from monitor.ui.kit.joins import bracketed, labelled
from monitor.ui.kit.language import tr
from monitor.ui.kit.speaking import Role, announce
from monitor.ui.kit.text import ElidedLabel, plain_tip
from monitor.ui.kit.theme import BODY, SMALL, TITLE, Theme
from monitor.ui.pages.actions.table import BY_NAME, hint

BANNER_PX = 40
"""Height, in logical pixels."""

DARK_SHARE = 0.28
"""Between two flashes so much of the colour is left."""

CYCLE_S = 3.0
"""Of several further alarms each is named for so long, s."""

NARROW_PX = 1200
"""In a banner narrower than this, in logical pixels, the foremost alarm has the room of the others' names."""

FRAME_PX = 3
"""Width of the frame that stands for flashing, in logical pixels."""

LINES = 2
"""The reason takes so many lines at most."""

RESTART = phrase("Restart the analysis"), phrase("Restart")
"""What the button says, and where there is little room."""

PAST = phrase("Seen before")
"""Stands before an alarm of a moment that one has gone back to."""


class _Ink(ElidedLabel):
    """Words in a colour that changes with every flash, which a style sheet would be too slow for."""

    def __init__(self, px: int, bold: bool = False, lines: int = 1) -> None:
        super().__init__("", lines)
        self.setStyleSheet(f"font-size: {px}px; font-weight: {700 if bold else 400};")
        self.ink = QColor()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.ink)
        painter.drawText(self.contentsRect(), int(self.alignment()), "\n".join(self.shown_lines))


class Banner(QFrame):
    """One line over everything: the foremost alarm, or quiet; always whether alarms sound.

    Parameters
    ----------
    theme : Theme
        Colours.
    actions : dict of str to QAction
        The window's actions by name.
    """

    SPOKEN = Role.AlertMessage

    clicked = Signal()

    def __init__(self, theme: Theme, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setFixedHeight(BANNER_PX)
        self._theme = theme
        self._shown, self._quiet, self._whose = Shown(), "", ""
        self._fs, self._now = 1.0, 0.0
        self._leads: tuple[str, ...] = ()
        self._colours: tuple[QColor, QColor] | None = None
        self._announced: Condition | None = None
        self.mark = Mark()
        self._sign, self._what = _Ink(TITLE, bold=True), _Ink(TITLE, bold=True)
        self._why, self._others = _Ink(BODY, lines=LINES), _Ink(SMALL, bold=True)
        self._others.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._restart = self._button(tr(RESTART[0]), actions["restart_analysis"])
        keys = BY_NAME["acknowledge"].shortcut
        self._acknowledge = self._button(tr("Acknowledge  {keys}").format(keys=keys), actions["acknowledge"])
        self._audio = QPushButton()
        self._audio.setObjectName("menu")
        self._audio.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self._audio)
        menu.addActions([actions[one] for one in ("pause_audio", "toggle_audio", "show_limits")])
        self._audio.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        for widget in (self.mark, self._sign, self._what, self._why, self._others):
            row.addWidget(widget, int(widget is self._why))
        row.addStretch()  # keeps the buttons as wide as their words where there is nothing to say
        for button in (self._restart, self._acknowledge, self._audio):
            row.addWidget(button)
        self._restart.hide()
        self.show_audio(Audio.ON, 0.0, device=True)
        self._say()

    def _button(self, text: str, action: QAction) -> QPushButton:
        made = QPushButton(text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(hint(action.objectName()))
        made.clicked.connect(action.trigger)
        return made

    # What it says ---------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What the banner says now, without what its buttons say."""
        parts = (self._sign, self._what, self._why, self._others)
        return " ".join(x.text() for x in parts if not x.isHidden() and x.text())

    @property
    def audio_text(self) -> str:
        """What it says of sounds."""
        return self._audio.text()

    @property
    def background(self) -> QColor:
        """Its colour at the present moment."""
        return self._colours_now()[0]

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._acknowledge.setStyleSheet(f"background: {theme.text}; color: {theme.window}; font-weight: 600;")
        self._colours = None
        self.tick(self._now)

    def show_alarms(self, shown: Shown, fs: float, leads: Sequence[str]) -> None:
        """Show these alarms of a source of `fs` Hz whose `leads` are analysed."""
        if (shown, fs, tuple(leads)) != (self._shown, self._fs, self._leads):
            self._shown, self._fs, self._leads = shown, fs, tuple(leads)
            self._say()

    def show_quiet(self, words: str) -> None:
        """Say these words where there is no alarm."""
        if words != self._quiet:
            self._quiet = words
            self._say()

    def show_whose(self, where: str) -> None:
        """Say where the patient is seen of whom it speaks, if others are on the screen; nothing where not."""
        if where != self._whose:
            self._whose = where
            self._say()

    def show_failed(self, failed: bool) -> None:
        """Offer to start the analysis again, where it has stopped."""
        if failed == self._restart.isHidden():
            self._restart.setVisible(failed)

    def show_audio(self, audio: Audio, paused_for_s: float, *, device: bool) -> None:
        """Say whether alarms sound, for how long they still do not, and whether they could.

        Parameters
        ----------
        audio : Audio
            What the user wants.
        paused_for_s : float
            Seconds that a pause still lasts.
        device : bool
            Whether there is anything to sound through.
        """
        minutes, seconds = divmod(round(paused_for_s), 60)
        said = {
            Audio.ON: tr("Audio on") if device else tr("No sound"),
            Audio.PAUSED: tr("Audio paused {minutes}:{seconds:02d}").format(minutes=minutes, seconds=seconds),
            Audio.OFF: tr("AUDIO OFF"),
        }[audio]
        if said == self._audio.text():
            return
        self._audio.setText(said)
        tip = (
            tr("Whether alarms sound")
            if device
            else tr("There is no sound device: alarms are seen and not heard")
        )
        self._audio.setToolTip(plain_tip(bracketed(tip, BY_NAME["pause_audio"].shortcut)))
        self._audio.setAccessibleName(tr("Sounds of alarms: {said}").format(said=said))
        silent = audio is not Audio.ON or not device
        style = f"border: 2px solid {self._theme.text}; font-weight: 700;" if audio is Audio.OFF else ""
        self._audio.setStyleSheet(style or ("font-weight: 600;" if silent else ""))

    def tick(self, now_s: float) -> None:
        """Let the time go on: flash, and name the further alarms one after the other."""
        self._now = now_s
        self._name_others()
        colours = self._colours_now()
        if colours != self._colours:
            self._colours = colours
            self._paint(colours[1])

    @property
    def lit(self) -> bool:
        """Whether it is lit at the present moment, or between two flashes."""
        item = self._shown.foremost
        return item is None or not self._shown.flashes(item) or lit(item.alarm.priority, self._now)

    @property
    def framed(self) -> bool:
        """Whether it has the frame of an alarm that would flash, were it not for the user's wish."""
        item = self._shown.foremost
        flashes = item is not None and self._shown.flashes(item) and item.alarm.priority in RATES_HZ
        return flashes and still()

    def _say(self) -> None:
        item = self._shown.foremost
        if item is None:
            texts = "", "", self._of_whom(self._quiet)
        else:
            alarm, words = item.alarm, told(item, self._fs, self._leads)
            why = f"{tr(PAST)} · {words}" if self._shown.past else words
            texts = SIGNS[alarm.priority], self._of_whom(name(alarm)), why
        for label, text in zip((self._sign, self._what, self._why), texts, strict=True):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        self.mark.setVisible(item is not None)
        waiting = not self._shown.past and any(i.state is not State.ACKNOWLEDGED for i in self._shown.items)
        self._acknowledge.setVisible(waiting)
        self.setCursor(Qt.CursorShape.ArrowCursor if item is None else Qt.CursorShape.PointingHandCursor)
        self._name_others()
        self._colours = None
        self.tick(self._now)
        self.setAccessibleName(tr("Alarms: {text}").format(text=self.text))
        present = None if item is None or self._shown.past else item.alarm
        if present is not None and present.condition is not self._announced:
            announce(self, self.text, urgent=present.priority is Priority.HIGH)
        self._announced = None if present is None else present.condition

    def _of_whom(self, said: str) -> str:
        return labelled(self._whose, said) if self._whose and said else said

    def _name_others(self) -> None:
        others = self._shown.items[1:]
        said = ""
        if others:
            named = others[int(self._now / CYCLE_S) % len(others)]
            short = self.width() < NARROW_PX
            said = f"+{len(others)}  {SIGNS[named.alarm.priority] if short else called(named.alarm)}"
        if said != self._others.text() or self._others.isHidden() == bool(said):
            self._others.setText(said)
            self._others.setToolTip(plain_tip("\n".join(map(self._line, others))))
            self._others.setVisible(bool(said))

    def _line(self, item: Item) -> str:
        return f"{called(item.alarm)} {told(item, self._fs, self._leads)}"

    # How it looks ---------------------------------------------------------------------------------

    def _colours_now(self) -> tuple[QColor, QColor]:
        """Background and ink."""
        t, item = self._theme, self._shown.foremost
        if item is None:
            return QColor(t.alert_idle), QColor(t.dim)
        colour = priority_colour(t, item.alarm.priority)
        muted = self._shown.past or not self.lit
        if muted or item.alarm.priority is Priority.ADVISORY:
            return mixed(colour, t.alert_idle, DARK_SHARE), QColor(t.text)
        return QColor(colour), QColor(ink_on(t, colour))

    def _paint(self, ink: QColor) -> None:
        for label in (self._sign, self._what, self._why, self._others):
            label.ink = ink
        item = self._shown.foremost
        if item is not None:
            self.mark.show_mark(item.alarm.priority, item.state, ink)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it with the colour of the moment."""
        painter, (ground, ink) = QPainter(self), self._colours_now()
        painter.fillRect(self.rect(), ground)
        if self.framed:
            half = FRAME_PX / 2
            painter.setPen(QPen(ink, FRAME_PX))
            painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less beside the foremost alarm where there is little room."""
        super().resizeEvent(event)
        self._restart.setText(tr(RESTART[self.width() < NARROW_PX]))
        self._name_others()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on an alarm asks for its review."""
        if self._shown.foremost is not None:
            self.clicked.emit()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is shown, the foremost first."""
        return tuple(item.alarm.condition for item in self._shown.items)
