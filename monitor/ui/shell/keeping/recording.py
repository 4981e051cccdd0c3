"""Recording, as a user sees it: the red dot with the record's name, and what starts and ends it."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from assets.errors import WriteError
from assets.write import check_folder
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.places import in_documents
from monitor.ui.kit.text import ElidedLabel, plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock, lasting
from monitor.ui.pages.context import Context

FOLDER = "recordings"
"""Key of the folder in the settings."""

TOPIC = "recording"
"""What is said of recordings: the newest sentence holds."""

DOT_PX = 10
"""Size of the dot, in logical pixels."""


class Dot(QWidget):
    """A red dot while something is written, a ring while it cannot be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.hollow = theme, False
        self.setFixedSize(DOT_PX + 4, DOT_PX + 4)

    def sizeHint(self) -> QSize:
        """As large as the dot."""
        return QSize(DOT_PX + 4, DOT_PX + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.theme.urgent)
        painter.setPen(colour if self.hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self.hollow else colour)
        painter.drawEllipse(2, 2, DOT_PX, DOT_PX)


class RecordingSign(QWidget):
    """The dot, the record's name and how much of it there is; hidden while nothing is recorded.

    Parameters
    ----------
    context : Context
        For the recording, and the colours.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._recording = context.recording
        self._dot, self._words = Dot(context.theme), ElidedLabel()
        self._words.setObjectName("small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(5)
        row.addWidget(self._dot)
        row.addWidget(self._words)
        context.theme_changed.connect(self._restyle)
        self._recording.changed.connect(self.refresh)
        self.refresh()

    @property
    def words(self) -> str:
        """What it says; empty where it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def refresh(self) -> None:
        """Say how it stands."""
        recording = self._recording
        self.setVisible(recording.on)
        if not recording.on:
            return
        hollow = bool(recording.problem) or not recording.name
        words = tr("REC  {name}  {clock}").format(name=recording.name, clock=clock(recording.seconds, 0))
        if recording.problem:
            words = tr("NOT RECORDED  {name}").format(name=recording.name)
        if words != self._words.text():
            self._words.setText(words)
            self._words.setToolTip(
                plain_tip(tr(recording.problem) or tr("Recorded to {folder}").format(folder=recording.folder))
            )
            self.setAccessibleName(words)
        if hollow != self._dot.hollow:
            self._dot.hollow = hollow
            self._dot.update()

    def _restyle(self, theme: Theme) -> None:
        self._dot.theme = theme
        self._dot.update()


class RecordingCommands(QObject):
    """One method an action; `monitor.ui.pages.actions` names them.

    Parameters
    ----------
    context : Context
        The recording, and to say what became of it.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window, self._recording = context, window, context.recording
        self._recording.told.connect(self._on_told)
        self._recording.changed.connect(self._show)

    def toggle_record(self) -> None:
        """Record what is watched, or record no more; at the first time ask where to."""
        if self._recording.on:
            self._stop()
            return
        folder = self._kept() or self._ask()
        if folder is not None:
            self.record_to(folder)
        self._show()

    def choose_recordings(self) -> None:
        """Ask for the folder of recordings; one that is being written goes on there as another record."""
        folder = self._ask()
        if folder is not None and self._recording.on:
            self.record_to(folder)

    def record_to(self, folder: Path) -> None:
        """Record to a folder."""
        try:
            check_folder(folder)
        except WriteError as error:
            self._context.fail(complaint(error))
            return
        self._recording.start(folder)
        self._context.say(tr("Recording to {folder}.").format(folder=folder), topic=TOPIC)

    def _stop(self) -> None:
        headers = self._recording.stop()
        if not headers:
            self._context.say(tr("Nothing was recorded."), topic=TOPIC)
            return
        words = tr("{time} recorded in {file}.")
        if len(headers) > 1:
            words = tr("{time} recorded in {file} and %n more.", "", len(headers) - 1)
        self._context.say(words.format(time=lasting(self._recording.seconds), file=headers[0]), topic=TOPIC)

    def _kept(self) -> Path | None:
        names = self._context.settings.names(FOLDER)
        folder = Path(names[0]) if names and names[0] else None
        return folder if folder is not None and os.path.isdir(folder) else None

    def _ask(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Folder for recordings"), str(self._kept() or in_documents(""))
        )
        if not name:
            return None
        self._context.settings.remember(**{FOLDER: name})
        return Path(name)

    def _on_told(self, news: object, problem: str) -> None:
        if problem:
            self._context.fail(problem, of_record=True)
        else:
            self._context.say(tr("Recording goes on, in another record."), topic=TOPIC)

    def _show(self) -> None:
        self._context.actions["toggle_record"].setChecked(self._recording.on)
