"""About, help, and what is said to the user: the bar of the present message, and the list of all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from assets.phrase import phrase
from assets.version import app_version
from monitor.about import DISCLAIMER, NO_ALARM
from monitor.ui.kit.figures import time_of_day
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import within
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.speaking import announce
from monitor.ui.kit.text import MarkupLabel, PlainLabel
from monitor.ui.pages.actions.table import help_html
from monitor.ui.pages.messages import Message, MessageQueue

ABOUT = phrase(
    """
<p>ECG Monitor replays ECG records as a live stream. An LSTM that forecasts the ECG and an autoencoder that
redraws it were trained on normal beats only; where they err, the beat is likely not normal, and an alert
lights up.</p>
<p>{no_alarm}</p>
<p>Records: MIT-BIH Arrhythmia Database, Open Data Commons Attribution License 1.0. Moody GB, Mark RG.
<i>IEEE Eng Med Biol</i> 20(3):45–50, 2001. MIT-BIH Supraventricular Arrhythmia Database, same licence.
Greenwald SD, Patil RS, Mark RG. <i>Computers in Cardiology</i> 17:461–464, 1990. MIT-BIH Noise Stress Test
Database, same licence. Moody GB, Muldrow WE, Mark RG. <i>Computers in Cardiology</i> 11:381–384, 1984.
Goldberger AL et al. <i>Circulation</i> 101(23):e215–e220, 2000.</p>
<p>Free software under the MIT licence.</p>
"""
)


class AboutDialog(Dialog):
    """What this is, and what it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About ECG Monitor"))
        title, words, warning = (
            PlainLabel(f"ECG Monitor {app_version()}"),
            MarkupLabel(tr(ABOUT).format(no_alarm=tr(NO_ALARM))),
            PlainLabel(tr(DISCLAIMER)),
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


class HelpDialog(Dialog):
    """Every action with its shortcut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Help"))
        self.resize(within(parent, 760, 640))
        page = QTextBrowser()
        page.setAccessibleName(tr("All keys"))
        page.setHtml(
            help_html()
            + tr(
                "<p>Drag the dashed line in a lane, or move it with the arrow keys, to change a "
                "threshold. Click the strip of the whole record to go there. Ctrl and the wheel, or a pinch, "
                "zoom time around the pointer; a double click returns to 25 mm/s. While paused, "
                "drag a strip to look back. The letters over the beats are the annotators'; rest the "
                "mouse on a "
                "strip, and it names them.</p>"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(page)
        column.addLayout(_close_row(self))


def _close_row(dialog: QDialog) -> QHBoxLayout:
    close = QPushButton(tr("Close"))
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return row


class MessagesDialog(Dialog):
    """All that was said, the newest first."""

    def __init__(self, queue: MessageQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Messages"))
        self.resize(within(parent, 640, 420))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setAccessibleName(tr("Messages, the newest first"))
        for message in reversed(queue.said):
            self.list.addItem(f"{time_of_day(message.at)}   {message.words}")
        nothing = PlainLabel(tr("Nothing was said so far."))
        nothing.setObjectName("note")
        nothing.setVisible(not queue.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(nothing)
        column.addWidget(self.list, 1)
        column.addLayout(_close_row(self))


class MessageBar(QFrame):
    """Shows what a queue of messages has to show, and lets the user close it.

    Parameters
    ----------
    queue : MessageQueue
        What is to be said.
    """

    def __init__(self, queue: MessageQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._queue = queue
        self._words, self._more = PlainLabel(), PlainLabel()
        self._words.setWordWrap(True)
        self._more.setObjectName("small")
        self._copy = QPushButton(tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self._copied: Message | None = None
        self._button = QPushButton("OK")
        self._button.clicked.connect(queue.close_shown)
        self._announced: Message | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._more)
        row.addWidget(self._copy)
        row.addWidget(self._button)
        queue.changed.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """What it says; empty where it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def _show(self) -> None:
        message = self._queue.shown
        if message is None:
            self.hide()
            return
        for label, text in (
            (self._words, message.words),
            (self._more, tr("%n more", "", self._queue.more) if self._queue.more else ""),
            (self._button, tr(message.button)),
        ):
            if label.text() != text:
                label.setText(text)
        self._more.setVisible(bool(self._queue.more))
        self._copy.setVisible(bool(message.details))
        self._copy.setText(tr("Copied") if message is self._copied else tr("Copy details"))
        if message is not self._announced:
            self._announced = message
            announce(self, message.words)
        self.show()

    def _copy_details(self) -> None:
        message = self._queue.shown
        if message is not None:
            QGuiApplication.clipboard().setText(message.details)
            self._copied = message
            self._show()

    def enterEvent(self, event: QEnterEvent) -> None:
        """What the pointer rests on stays."""
        self._queue.hold(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The time runs again."""
        self._queue.hold(False)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A bar that goes under the pointer is not left by it."""
        self._queue.hold(False)
        super().hideEvent(event)
