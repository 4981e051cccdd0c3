"""The alert banner: colour, a mark and words, so that no one has to see colours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from models.alerts.events import Event, Kind
from monitor.ui.kit.theme import TITLE, Theme
from monitor.ui.kit.words import clock

HOLD_S = 4.0
"""How long, in seconds of record, an alert stays on the banner after its end."""


ALERTS = ("alert", "premature", "technical")
"""States in which there is an alert to look at."""


class Banner(QFrame):
    """One line over everything: the present alert, a failed analysis, or quiet."""

    restart_asked = Signal()
    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self._theme = theme
        self._state = ""
        self._mark, self._what, self._why = QLabel(), QLabel(), QLabel()
        self._restart = QPushButton("Restart the analysis")
        self._restart.clicked.connect(self.restart_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._mark, self._what, self._why):
            widget.hide()
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._restart)
        self.setAccessibleName("Alert banner")
        self.show_quiet("")

    @property
    def text(self) -> str:
        """What the banner says now."""
        return " ".join(x.text() for x in (self._mark, self._what, self._why) if x.text())

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._paint(self._state)

    def show_alert(self, event: Event, fs: float, lead: str) -> None:
        """Announce an alert."""
        state = "technical" if event.technical else "premature" if event.kind is Kind.PREMATURE else "alert"
        title = event.kind.value.upper()
        if event.rate_bpm is not None:
            title += f"  {len(event.beats)} beats at {event.rate_bpm:.0f}/min"
        mark = "!!" if state == "alert" else "!"
        self._say(state, mark, title, f"{clock(event.peak / fs)} in {lead}: {event.why()}")

    def show_failure(self, why: str) -> None:
        """Announce that the analysis stopped."""
        self._say("failure", "×", "ANALYSIS STOPPED", f"{why}. The trace goes on.")

    def show_quiet(self, words: str) -> None:
        """Say that nothing is the matter."""
        self._say("quiet", "", "", words)

    def _say(self, state: str, mark: str, what: str, why: str) -> None:
        for label, text in ((self._mark, mark), (self._what, what), (self._why, why)):
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
        if state != self._state or state == "failure":
            self._paint(state)

    def _paint(self, state: str) -> None:
        self._state = state
        t = self._theme
        back, ink = {
            "alert": (t.alert, t.on_alert),
            "premature": (t.premature, t.window),
            "technical": (t.technical, t.window),
            "failure": (t.technical, t.window),
        }.get(state, (t.alert_idle, t.dim))
        self.setStyleSheet(
            f"Banner {{ background: {back}; }} Banner QLabel {{ color: {ink}; }}"
            f"Banner QPushButton {{ background: {ink}; color: {back}; border: none; font-weight: 600; }}"
        )
        for label in (self._mark, self._what):
            label.setStyleSheet(f"font-size: {TITLE}px; font-weight: 700; color: {ink};")
        self._restart.setVisible(state == "failure")
        self.setCursor(Qt.CursorShape.PointingHandCursor if state in ALERTS else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: object) -> None:
        """A click on an alert asks for its review."""
        if self._state in ALERTS:
            self.clicked.emit()
