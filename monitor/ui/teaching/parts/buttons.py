"""The buttons that name a finding, and the one for "now!"; each says its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import KEY_ROWS
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import BODY, LARGE, TITLE

COLUMNS = 5
"""So many buttons stand side by side."""

WIDE_PX, MEDIUM_PX = 1250, 900
"""From these widths on the letters are large, or middling, in logical pixels."""


class FindingButtons(QWidget):
    """A button a finding, in the order of the keys 1 to 9 and 0.

    Parameters
    ----------
    now : bool
        Whether there is one for "now!" as well.
    """

    pressed = Signal(object)
    """A `Finding`, or None for "now!"."""

    def __init__(self, *, now: bool) -> None:
        super().__init__()
        self._buttons: list[QPushButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for i, finding in enumerate(Finding):
            button = self._make(f"{KEY_ROWS[0].findings[i]}   {tr(finding.title)}", tr(finding.full))
            button.clicked.connect(lambda _=False, one=finding: self.pressed.emit(one))
            grid.addWidget(button, i // COLUMNS, i % COLUMNS)
        if now:
            button = self._make(
                tr("Space   Now!"), tr("An ectopic beat, or something begins: the time counts.")
            )
            button.setObjectName("primary")
            button.clicked.connect(lambda: self.pressed.emit(None))
            grid.addWidget(button, 0, COLUMNS, 2, 1)
        for column in range(COLUMNS + now):
            grid.setColumnStretch(column, 1)
        self._size = 0
        self._fit(MEDIUM_PX)

    def _make(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(plain_tip(tip))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys are the learners'
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._buttons.append(button)
        return button

    def offer(self, on: bool) -> None:
        """Let them be pressed, or not."""
        for button in self._buttons:
            button.setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters where there is room: the whole class reads them."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        size = LARGE if width >= WIDE_PX else TITLE if width >= MEDIUM_PX else BODY
        if size != self._size:
            self._size = size
            self.setStyleSheet(
                f"QPushButton {{ font-size: {size}px; font-weight: 600; padding: 0 4px;"
                f" min-height: {2 * size + 4}px; }}"
            )
