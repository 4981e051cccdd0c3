"""The alert banner: colour, a sign and words, so that no one has to see colours."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from models.alerts.events import Event
from models.alerts.kinds import Nature, Priority
from monitor.ui.kit.colours import ink_on, nature_colour
from monitor.ui.kit.text import ElidedLabel, PlainLabel
from monitor.ui.kit.theme import TITLE, Theme
from monitor.ui.kit.words import clock, lasting

HOLD_S = 4.0
"""How long, in seconds of record, an alert stays on the banner after its end."""

SIGNS = {Priority.HIGH: "!!!", Priority.MEDIUM: "!!", Priority.LOW: "!", Priority.ADVISORY: "i"}
"""The sign of each priority; the exclamation marks are those of IEC 60601-1-8, annex C."""

LINES = 2
"""The reason takes so many lines at most."""

State = Nature | Literal["urgent", "failure", "quiet"]
"""What the banner shows: an urgent alert or one of some nature, that the analysis failed, or neither."""


class Banner(QFrame):
    """One line over everything: the present alert, a failed analysis, or quiet."""

    restart_asked = Signal()
    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self._theme = theme
        self._state: State | None = None
        self._sign, self._what, self._why = PlainLabel(), PlainLabel(), ElidedLabel(lines=LINES)
        self._restart = QPushButton("Restart the analysis")
        self._restart.clicked.connect(self.restart_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._sign, self._what, self._why):
            widget.hide()
            row.addWidget(widget, int(widget is self._why))
        row.addStretch()
        row.addWidget(self._restart)
        self.setAccessibleName("Alert banner")
        self.show_quiet("")

    @property
    def text(self) -> str:
        """What the banner says now."""
        return " ".join(x.text() for x in (self._sign, self._what, self._why) if x.text())

    @property
    def _alerts(self) -> bool:
        """Whether an alert is shown."""
        return self._state not in (None, "failure", "quiet")

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        if self._state is not None:
            self._paint(self._state)

    def show_alert(self, event: Event, fs: float, lead: str, *, going_on: bool = False) -> None:
        """Announce an alert; of a technical one, how long it has lasted or from when to when it did."""
        title = event.kind.title.upper()
        if event.rate_bpm is not None:
            title += f"  {len(event.beats)} beats at {event.rate_bpm:.0f}/min"
        if event.technical:
            if going_on:
                lasted = lasting((event.end - event.start + 1) / fs)
                words = f"in {lead} for {lasted}. Beat alerts are withheld."
            else:
                span = f"from {clock(event.start / fs)} to {clock(event.end / fs)}"
                words = f"in {lead} {span}. Beats are watched again."
        else:
            words = f"{clock(event.peak / fs)} in {lead}: {event.why()}"
        state: State = "urgent" if event.urgent else event.kind.nature
        self._say(state, SIGNS[event.priority], title, words)

    def show_failure(self, why: str) -> None:
        """Announce that the analysis stopped."""
        self._say("failure", "×", "ANALYSIS STOPPED", f"{why}. The trace goes on.")

    def show_quiet(self, words: str) -> None:
        """Say that nothing is the matter."""
        self._say("quiet", "", "", words)

    def _say(self, state: State, sign: str, what: str, why: str) -> None:
        for label, text in ((self._sign, sign), (self._what, what), (self._why, why)):
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
        if state != self._state or state == "failure":
            self._paint(state)

    def _paint(self, state: State) -> None:
        self._state = state
        t = self._theme
        back, ink = t.alert_idle, t.dim
        if state != "quiet":
            nature = Nature.TECHNICAL if state == "failure" else state
            back = t.urgent if nature == "urgent" else nature_colour(t, nature)
            ink = ink_on(t, back)
        self.setStyleSheet(
            f"Banner {{ background: {back}; }} Banner QLabel {{ color: {ink}; }}"
            f"Banner QPushButton {{ background: {ink}; color: {back}; border: none; font-weight: 600; }}"
        )
        for label in (self._sign, self._what):
            label.setStyleSheet(f"font-size: {TITLE}px; font-weight: 700; color: {ink};")
        self._restart.setVisible(state == "failure")
        shape = Qt.CursorShape
        self.setCursor(shape.PointingHandCursor if self._alerts else shape.ArrowCursor)

    def mouseReleaseEvent(self, event: object) -> None:
        """A click on an alert asks for its review."""
        if self._alerts:
            self.clicked.emit()
