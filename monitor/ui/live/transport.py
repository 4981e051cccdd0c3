"""The transport bar: play, jump, speed, paper, overlays, and where in the record we are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QWidget

from monitor.stream.replay import MAX_SPEED
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import BODY
from monitor.ui.kit.words import clock
from monitor.ui.pages.actions.table import BY_NAME, hint, keys_text
from monitor.ui.strips.leads.labels import LABEL_PX
from monitor.ui.strips.scale import AUTO_GAIN, GAINS, PAPER_SPEEDS

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, MAX_SPEED)
"""Replay speeds offered."""

FORMS = ((16 + LABEL_PX, True, 92), (16, True, 92), (16, False, 44))
"""From wide to narrow: left margin, whether the button says "Play" beside its sign, and its least width.

The widest stands under the strips' left edge; all in logical pixels.
"""


BACK = "◂"
"""Stands before the time while one looks back."""


def speed_text(speed: float) -> str:
    """``2×`` or ``max``."""
    return tr("max") if speed == MAX_SPEED else f"{in_figures(speed)}×"


def gain_text(gain: float) -> str:
    """``10 mm/mV``, or that it is automatic; beside each calibration pulse stands what it is."""
    return tr("Auto gain") if gain == AUTO_GAIN else f"{in_figures(gain)} mm/mV"


class Choice(QComboBox):
    """A combo box over numbers."""

    picked = Signal(float)

    def __init__(self, values: Sequence[float], text: Callable[[float], str], name: str, hint: str) -> None:
        super().__init__()
        self._values, self._text = tuple(values), text
        for value in values:
            self.addItem(text(value))
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.activated.connect(lambda i: self.picked.emit(self._values[i]))

    def show_value(self, value: float) -> None:
        """Show a value, one of those that can be picked or another, without telling anyone."""
        self.setPlaceholderText(self._text(value))
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class TransportBar(QWidget):
    """One row of controls under the strips.

    Parameters
    ----------
    actions : dict of str to QAction
        The window's actions by name.
    """

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self._play = QPushButton()
        self._play.clicked.connect(actions["toggle_play"].trigger)
        self._play.setToolTip(hint("toggle_play"))
        self._playing, self._form = False, 0
        row = self._row = QHBoxLayout(self)
        row.setSpacing(6)
        row.addWidget(self._play)
        for name, text in (("back", "⟲ 5 s"), ("forward", "5 s ⟳"), ("next_alert", tr("Next alert"))):
            row.addWidget(self._button(actions[name], text))
        self.speed = Choice(
            SPEEDS,
            speed_text,
            tr("Replay speed"),
            tr("Replay speed  ({keys})").format(keys=_keys("slower", "faster")),
        )
        self.paper = Choice(
            PAPER_SPEEDS,
            lambda v: f"{in_figures(v, '.3g')} mm/s",
            tr("Paper speed"),
            hint("cycle_paper_speed"),
        )
        self.gain = Choice((AUTO_GAIN, *GAINS), gain_text, tr("Gain"), hint("cycle_gain"))
        self._record = self._button(actions["toggle_record"], "●")
        self._record.setObjectName("record")
        self._record.setAccessibleName(tr("Record"))
        self._record.setCheckable(True)
        actions["toggle_record"].toggled.connect(self._record.setChecked)
        row.addWidget(self._record)
        for choice in (self.speed, self.paper, self.gain):
            row.addWidget(choice)
        self._view = QPushButton()
        self._view.setText(tr("View"))
        self._view.setObjectName("menu")
        self._view.setToolTip(tr("What is shown over the strips"))
        self.view_menu = QMenu(self._view)
        self._view.setMenu(self.view_menu)
        row.addWidget(self._view)
        row.addStretch(1)
        self._time = PlainLabel()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(BODY)
        font.setBold(True)
        self._time.setFont(font)
        self._time.setStyleSheet(f"font-family: '{font.family()}'; font-size: {BODY}px; font-weight: 600;")
        row.addWidget(self._time)
        self.show_playing(False)

    def _button(self, action: QAction, text: str) -> QPushButton:
        button = QPushButton()
        button.setText(text)
        button.setToolTip(hint(action.objectName()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the widest form that there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for form in range(len(FORMS)):
            self._take_form(form)
            if self._row.minimumSize().width() <= self.width():
                break

    def _take_form(self, form: int) -> None:
        self._form = form
        left, words, least = FORMS[form]
        self._row.setContentsMargins(left, 6, 16, 8)
        self._play.setMinimumWidth(least)
        sign, word = ("❚❚", tr("Pause", "the stream")) if self._playing else ("▶", tr("Play"))
        self._play.setText(f"{sign}  {word}" if words else sign)

    def show_playing(self, playing: bool) -> None:
        """Show what the button will do next."""
        self._playing = playing
        self._take_form(self._form)
        self._play.setAccessibleName(tr("Pause", "the stream") if playing else tr("Play"))

    def show_time(self, position: float, duration: float | None, look: float | None = None) -> None:
        """Show the position and, where there is one, the length, both in seconds.

        While one looks back, `look` is the newest moment on the strips; it is shown in place of the position.
        """
        shown = clock(position) if look is None else f"{BACK} {clock(look)}"
        text = shown if duration is None else f"{shown} / {clock(duration, 0)}"
        if text != self._time.text():
            longer = len(text) != len(self._time.text())
            self._time.setText(text)
            self._time.setToolTip(
                ""
                if look is None
                else tr("Looking back from {clock}. End returns.").format(clock=clock(position))
            )
            if longer:
                self._fit()


def _keys(*names: str) -> str:
    return " ".join(keys_text(BY_NAME[name].shortcut) for name in names)
