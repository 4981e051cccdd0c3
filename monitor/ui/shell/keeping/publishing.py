"""Publishing, as a user sees it: a sign with the stream's name, and what starts and ends it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from monitor.stream.publishing.outlets import MARKERS, MOST_LETTERS
from monitor.ui.kit.language import tr
from monitor.ui.kit.room.dialog import Dialog
from monitor.ui.kit.text import ElidedLabel, PlainLabel, plain_tip
from monitor.ui.pages.context import Context

NAME = "published"
"""Key of the stream's name in the settings."""

TOPIC = "publishing"
"""What is said of it: the newest sentence holds."""

USUAL = "ECG Monitor"
"""The name that is offered at first."""

WIDTH = 420
"""Least width of the dialog's words, in logical pixels."""


class PublishingSign(QWidget):
    """The stream's name, and whether anybody listens; hidden while nothing is published.

    Parameters
    ----------
    context : Context
        For what is published.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._publishing, self._words = context.publishing, ElidedLabel()
        self._words.setObjectName("small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._words)
        self._publishing.changed.connect(self.refresh)
        self.refresh()

    @property
    def words(self) -> str:
        """What it says; empty where it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def refresh(self) -> None:
        """Say how it stands."""
        publishing = self._publishing
        self.setVisible(publishing.on)
        if not publishing.on:
            return
        heard = tr("somebody listens") if publishing.heard else tr("nobody listens")
        words = tr("ON AIR  {name}  {heard}").format(name=publishing.name, heard=heard)
        if words != self._words.text():
            self._words.setText(words)
            self._words.setToolTip(plain_tip(told_of(publishing.name)))
            self.setAccessibleName(words)


def told_of(name: str) -> str:
    """Which streams there are, in a sentence."""
    return tr(
        "Published on the network as the streams {name} (samples) and {markers} (beats, alerts, alarms)."
    ).format(name=name, markers=name + MARKERS)


class PublishDialog(Dialog):
    """Asks for the stream's name.

    Parameters
    ----------
    name : str
        What is offered.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Publish on the network"))
        words = PlainLabel(
            tr(
                "What is played goes out as a stream of the Lab Streaming Layer, with a second one of beats, "
                "alerts and alarms. Everybody on this network can read both, and the name of the record with "
                "them: a patient's name in it goes out too."
            )
        )
        words.setWordWrap(True)
        words.setMinimumWidth(WIDTH)
        label = PlainLabel(tr("Name of the stream"))
        self.name = QLineEdit(name)
        self.name.setMaxLength(MOST_LETTERS)
        self.name.setAccessibleName(label.text())
        self.name.selectAll()
        buttons = QDialogButtonBox()
        self.publish = buttons.addButton(tr("Publish"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.publish.setObjectName("primary")
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(lambda text: self.publish.setEnabled(bool(text.strip())))
        self.publish.setEnabled(bool(name.strip()))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (words, label, self.name, buttons):
            column.addWidget(widget)


class PublishingCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        What is published, and to say what became of it.
    window : QWidget
        Over which the dialog opens.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._publishing = context.publishing
        self._publishing.changed.connect(self._show)
        self._publishing.began.connect(self._on_began)
        self._publishing.failed.connect(context.fail)
        self.dialog: PublishDialog | None = None
        """The dialog, while it is open."""

    def toggle_publish(self) -> None:
        """Publish what is watched, under a name that is asked for, or publish no more."""
        if self._publishing.on:
            name = self._publishing.name
            self._publishing.stop()
            self._context.say(tr("{name} is no longer published.").format(name=name), topic=TOPIC)
            return
        dialog = self.dialog = PublishDialog(self._context.settings.text(NAME) or USUAL, self._window)
        dialog.accepted.connect(lambda: self.publish(dialog.name.text().strip()))
        dialog.finished.connect(self._close_dialog)
        dialog.open()
        self._show()

    def publish(self, name: str) -> None:
        """Publish under a name; that is said once the streams are there."""
        self._context.settings.remember(**{NAME: name})
        self._publishing.start(name)

    def _on_began(self) -> None:
        self._context.say(told_of(self._publishing.name), topic=TOPIC)

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._show()

    def _show(self) -> None:
        self._context.actions["toggle_publish"].setChecked(self._publishing.on)
