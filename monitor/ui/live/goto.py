"""Go to time: what can be typed, and the dialog that asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assets.phrase import phrase
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import PlainLabel

FORMS = phrase(
    "1:02:30 (hours, minutes, seconds), 17:05.5 (minutes, seconds), 90 (seconds) or #32400 (a sample)"
)
"""What can be typed."""

_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,5}):)?(\d{1,7}(?:[.,]\d{1,9})?)\s*s?")
_SAMPLE = re.compile(r"#\s*(\d{1,15})|(?:sample\s+)(\d{1,15})|(\d{1,15})\s+samples?")


def parse_place(text: str, fs: float) -> int:
    """Read a place in a record.

    Parameters
    ----------
    text : str
        In one of `FORMS`.
    fs : float
        Sampling frequency in Hz.

    Returns
    -------
    int
        Sample.

    Raises
    ------
    ValueError
        In a sentence, where it is none of these.
    """
    words = text.strip().casefold()
    if (found := _SAMPLE.fullmatch(words)) is not None:
        return int(next(group for group in found.groups() if group))
    if (found := _CLOCK.fullmatch(words)) is None:
        shown = (
            tr("“{strip}” is no time").format(strip=text.strip()[:40]) if words else tr("There is no time")
        )
        raise ValueError(tr("{shown}. Type {forms}.").format(shown=shown, forms=tr(FORMS)))
    hours, minutes, seconds = found.groups(default="0")
    within = float(seconds.replace(",", "."))
    if (found[2] is not None and within >= 60) or (found[1] is not None and int(minutes) >= 60):
        raise ValueError(
            tr("“{strip}” has more than 59 minutes or seconds. Type {forms}.").format(
                strip=text.strip(), forms=tr(FORMS)
            )
        )
    return round((3600 * int(hours) + 60 * int(minutes) + within) * fs)


class GoToDialog(Dialog):
    """Asks for a place, and says what is wrong with what was typed.

    Parameters
    ----------
    fs : float
        Sampling frequency in Hz.
    ends : str
        Says where the record ends; empty where it has no end.
    go : callable
        Called with the sample.
    """

    def __init__(
        self, fs: float, ends: str, go: Callable[[int], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Go to time"))
        self._fs, self._go = fs, go
        self.entry = QLineEdit()
        self.entry.setPlaceholderText("17:05")
        self.entry.setAccessibleName(tr("Time or sample"))
        self.entry.returnPressed.connect(self.try_to_go)
        self.words = PlainLabel(ends + tr("Type {forms}.").format(forms=tr(FORMS)))
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(380)
        cancel, there = QPushButton(tr("Cancel")), QPushButton(tr("Go"))
        there.setObjectName("primary")
        there.setAutoDefault(False)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        there.clicked.connect(self.try_to_go)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(there)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (self.entry, self.words):
            column.addWidget(part)
        column.addLayout(row)
        self.entry.setFocus()

    def try_to_go(self) -> None:
        """Go there and close, or say what is wrong."""
        try:
            sample = parse_place(self.entry.text(), self._fs)
        except ValueError as error:
            self.words.setText(complaint(error))
            self.entry.selectAll()
            return
        self._go(sample)
        self.accept()
