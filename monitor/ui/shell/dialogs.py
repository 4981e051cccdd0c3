"""About, help, and the bar for messages and for the notice at first start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from monitor.about import DISCLAIMER, app_version
from monitor.ui.kit.text import MarkupLabel, PlainLabel
from monitor.ui.pages.actions import help_html

ABOUT = """
<p>ECG Monitor replays ECG records as a live stream. An LSTM that forecasts the ECG and an autoencoder that
redraws it were trained on normal beats only; where they err, the beat is likely not normal, and an alert
lights up.</p>
<p>Records: MIT-BIH Arrhythmia Database, Open Data Commons Attribution License 1.0. Moody GB, Mark RG.
<i>IEEE Eng Med Biol</i> 20(3):45–50, 2001. Goldberger AL et al. <i>Circulation</i> 101(23):e215–e220,
2000.</p>
<p>Free software under the MIT licence.</p>
"""


class AboutDialog(QDialog):
    """What this is, and what it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About ECG Monitor")
        title, words, warning = (
            PlainLabel(f"ECG Monitor {app_version()}"),
            MarkupLabel(ABOUT),
            PlainLabel(DISCLAIMER),
        )
        title.setObjectName("large")
        warning.setObjectName("title")
        words.setWordWrap(True)
        words.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for widget in (title, warning, words):
            column.addWidget(widget)
        column.addLayout(_close_row(self))


class HelpDialog(QDialog):
    """Every action with its shortcut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Help")
        self.resize(760, 640)
        page = QTextBrowser()
        page.setHtml(
            help_html() + "<p>Drag the dashed line in a lane, or move it with the arrow keys, to change a "
            "threshold. Click the strip of the whole record to go there.</p>"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(page)
        column.addLayout(_close_row(self))


def _close_row(dialog: QDialog) -> QHBoxLayout:
    close = QPushButton("Close")
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return row


class MessageBar(QFrame):
    """A sentence for the user that does not get in the way of the trace, until it is dismissed."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        self._button = QPushButton("OK")
        self._button.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, words: str, button: str = "OK") -> None:
        """Show a sentence; the button takes it away."""
        self._words.setText(words)
        self._button.setText(button)
        self.show()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
