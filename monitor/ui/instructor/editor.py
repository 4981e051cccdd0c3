"""Writes a scenario: its text, checked while it is typed, beside a picture of its steps."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QFontDatabase,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from assets.errors import WriteError
from assets.shipped import scenarios_folder
from models.scenario.opening import ENDING
from models.scenario.script import Scenario
from models.scenario.text.finding import all_faults
from models.scenario.text.reading import ScenarioError, read_scenario, text_of
from monitor.bedside.scenario.shelf import keep
from monitor.ui.instructor.preview import Preview
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, panel, row
from monitor.ui.kit.room.dialog import room_on_screen
from monitor.ui.kit.room.scrolling import Scroll, scrolled
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import BODY, Theme, stylesheet
from monitor.ui.kit.themed import restyle

CHECK_MS = 250
"""A text that has rested for so long is checked, in milliseconds."""

FAULTS_PX = 76, 150
"""The list of faults is no lower and no higher, in logical pixels."""

LEAST = (820, 520)
USUAL = (1120, 720)

UNSAVED = "unsaved"
"""Name of what was being written when the program ended."""


def new_scenario() -> str:
    """Give what a new one begins with, its texts in the user's language."""
    title, about = tr("A new scenario"), tr("What a class learns by it.")
    bed = tr("Bed {number}").format(number=1)
    quiet, happens = tr("quiet", "a scenario's step"), tr("what happens", "a scenario's step")
    return f"""title = "{title}"
about = "{about}"
bed = "{bed}"

[[step]]
name = "{quiet}"
patient = "sinus"
options = {{ rate = 75 }}
lasts_s = 30

[[step]]
name = "{happens}"
patient = "vt"
options = {{ rate = 170 }}
lasts_s = 60
then = "end"

[[step.on]]
does = "help"
after_s = 5
go = "{quiet}"
"""


class Editor(QMainWindow):
    """One scenario's text.

    ``kept`` carries the file that was written, ``play_asked`` one that is to be played.

    Parameters
    ----------
    folder : Path
        Where the user's own scenarios lie.
    theme : Theme
        Colours.
    """

    kept = Signal(object)
    play_asked = Signal(object)

    def __init__(self, folder: Path, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("Scenario – ECG Monitor"))
        room = room_on_screen(self)
        self.setMinimumSize(QSize(*LEAST).boundedTo(room))
        self.resize(QSize(*USUAL).boundedTo(room))
        self._folder, self._theme = folder, theme
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("The scenario's text"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(BODY)
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.text.setFont(font)
        self.text.setStyleSheet(f"font-size: {BODY}px;")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.faults = QListWidget()
        self.faults.setAccessibleName(tr("Faults"))
        self.faults.setWordWrap(True)
        self.faults.itemClicked.connect(self._go_to)
        self.faults.itemActivated.connect(self._go_to)
        self.preview = Preview(theme)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText("name-of-the-scenario")
        self.save = button(tr("Save"), self._save, primary=True)
        self.play = button(tr("Save and start"), self._play)
        self.undo, self.redo = button(tr("Undo"), self.text.undo), button(tr("Redo"), self.text.redo)
        self.said = CaptionLabel()
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(CHECK_MS)
        self._check.timeout.connect(self.check)
        self._build()
        self.text.textChanged.connect(self._check.start)
        document = self.text.document()
        for made, can in ((self.undo, document.undoAvailable), (self.redo, document.redoAvailable)):
            made.setEnabled(False)
            can.connect(made.setEnabled)
        self.restyle(theme)

    def _build(self) -> None:
        legend = PlainLabel(tr("Filled: comes by itself. Hollow: someone's deed leads there."))
        picture = QVBoxLayout()
        picture.setContentsMargins(0, 0, 0, 0)
        picture.addWidget(self.preview)
        picture.addStretch(1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(panel(tr("Text"), self.text))
        halves.addWidget(panel(tr("Preview"), Scroll(picture), note=legend))
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(halves, 1)
        column.addWidget(self.faults)
        foot: QHBoxLayout = row(
            self.undo, self.redo, self.said, PlainLabel(tr("Name")), self.name, self.save, self.play
        )
        foot.setStretch(2, 1)
        column.addLayout(foot)
        # On a screen that is too low, as at 300 %, it is scrolled.
        fits = self.minimumSize() == QSize(*LEAST)
        self.setCentralWidget(page if fits else scrolled(page, QSize(*LEAST)))

    # What is edited -------------------------------------------------------------------------------

    def open(self, path: Path | None) -> None:
        """Edit a file's text, or a new one; what was not kept of the one before is asked about."""
        if not self._may_leave():
            return
        self.said.setText("")
        try:
            text = new_scenario() if path is None else text_of(path)
        except ScenarioError as error:
            self.said.setText(complaint(error))
            return
        self.text.setPlainText(text)
        self.text.document().setModified(False)
        shipped = path is not None and path.parent == scenarios_folder()
        self.name.setText("my-scenario" if path is None else f"my-{path.stem}"[:40] if shipped else path.stem)
        self.check()

    @property
    def scenario(self) -> Scenario | None:
        """What the text says; None where it has a fault."""
        try:
            return read_scenario(self.text.toPlainText(), self._file)
        except ScenarioError:
            return None

    @property
    def _file(self) -> str:
        return f"{self.name.text().strip() or 'scenario'}{ENDING}"

    def check(self) -> None:
        """Tell the faults, mark their lines, and show the picture of what is right."""
        self._check.stop()
        found = list(all_faults(self.text.toPlainText(), self._file))
        before = self.faults.currentItem()
        held = before.text() if before is not None else ""
        self.faults.clear()
        for fault in found:
            item = QListWidgetItem(tr("Line {line}: {what}").format(line=fault.line, what=tr(fault.what)))
            item.setData(Qt.ItemDataRole.UserRole, fault.line)
            self.faults.addItem(item)
        if not found:
            self.faults.addItem(tr("No fault: it can be played."))
        told = [self.faults.item(i).text() for i in range(len(found))]
        self.faults.setCurrentRow(told.index(held) if held in told else 0 if told else -1)
        self._fit_faults()
        self._mark([fault.line for fault in found])
        self.save.setEnabled(not found)
        self.play.setEnabled(not found)
        self.preview.show_scenario(self.scenario if not found else None)

    def _fit_faults(self) -> None:
        """Give the list room for all faults, as far as that leaves the text its own; more are scrolled to."""
        rows = sum(max(0, self.faults.sizeHintForRow(i)) for i in range(self.faults.count()))
        room = rows + 2 * self.faults.frameWidth() + 4
        self.faults.setFixedHeight(min(max(room, FAULTS_PX[0]), FAULTS_PX[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the faults' words anew."""
        super().resizeEvent(event)
        self._fit_faults()

    def _mark(self, lines: list[int]) -> None:
        marks = []
        for line in lines:
            mark = QTextEdit.ExtraSelection()
            block = self.text.document().findBlockByNumber(line - 1)
            mark.cursor = QTextCursor(block)
            mark.format.setBackground(QColor(self._theme.urgent_shade))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _go_to(self, item: QListWidgetItem) -> None:
        line = item.data(Qt.ItemDataRole.UserRole)
        if line is not None:
            self.text.setTextCursor(QTextCursor(self.text.document().findBlockByNumber(line - 1)))
            self.text.setFocus()

    # Keeping it -----------------------------------------------------------------------------------

    def _save(self) -> Path | None:
        try:
            path = keep(self._folder, self.name.text(), self.text.toPlainText())
        except WriteError as error:
            self.said.setText(complaint(error))
            return None
        self.text.document().setModified(False)
        self.said.setText(tr("Kept as {name}.").format(name=path.name))
        self.kept.emit(path)
        return path

    def _play(self) -> None:
        path = self._save()
        if path is not None:
            self.play_asked.emit(path)

    def _may_leave(self) -> bool:
        """Whether nothing would be lost, or the user lets it go."""
        if not self.text.document().isModified() or not self.isVisible():
            return True
        box = QMessageBox(self)
        box.setWindowTitle(tr("Leave the text?"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("The scenario has been changed and not been kept. Shall the changes be lost?"))
        leave = box.addButton(tr("Lose them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is leave

    def end(self) -> None:
        """Close without a question: what was not kept is put beside the user's scenarios."""
        if self.text.document().isModified():
            try:
                keep(self._folder, UNSAVED, self.text.toPlainText())
            except WriteError as error:
                sys.stderr.write(f"ecg-monitor: {error}\n")
        self.text.document().setModified(False)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        if self._may_leave():
            self.text.document().setModified(False)
            super().closeEvent(event)
        else:
            event.ignore()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.setStyleSheet(stylesheet(theme))
        restyle(self, theme)
        self.check()
