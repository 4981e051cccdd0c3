"""The instructor's window: a window of its own, for another screen; the class sees none of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from models.scenario.conducted import Conducted
from models.scenario.player import Happened
from models.scenario.source import ScenarioSource, Truth, told_artefact
from monitor.ui.instructor.course import CoursePanel
from monitor.ui.instructor.desk import Desk
from monitor.ui.instructor.disturbing import ArtefactsPanel
from monitor.ui.instructor.editor import Editor
from monitor.ui.instructor.patient import PatientPanel
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, row
from monitor.ui.kit.room.dialog import room_on_screen
from monitor.ui.kit.room.scrolling import Scroll, scrolled
from monitor.ui.kit.text import CaptionLabel, ElidedLabel, PlainLabel
from monitor.ui.kit.theme import BODY, TITLE, Theme, stylesheet
from monitor.ui.kit.words import clock

LEAST = (900, 560)
"""Least size, in logical pixels."""

USUAL = (1180, 780)
TRUTH_PX = 2 * round(1.25 * TITLE)
"""Height of what is so: two lines, so that artefacts that come to stand there push nothing down."""

SAID_LINES = 2
"""What could not be done has room for so many lines; the tooltip says the rest."""

SIDE_PX = 410
"""Width of the column with the patient, in logical pixels."""


class InstructorWindow(QMainWindow):
    """Steers what the class sees. Closing it changes nothing there.

    Parameters
    ----------
    desk : Desk
        The stream.
    folder : Path
        Where the user's own scenarios lie.
    theme : Theme
        Colours.
    """

    def __init__(self, desk: Desk, folder: Path, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("Instructor – ECG Monitor"))
        room = room_on_screen(self)
        self.setMinimumSize(QSize(*LEAST).boundedTo(room))
        self.resize(QSize(*USUAL).boundedTo(room))
        self._desk, self._folder, self._theme = desk, folder, theme
        self._editor: Editor | None = None
        self._shown: Conducted | None = None
        self._beds: tuple[int, ...] = ()
        self.patient, self.artefacts = PatientPanel(), ArtefactsPanel()
        self.course = CoursePanel(folder, theme)
        self.freeze = button(tr("Freeze"), lambda: None)
        self.freeze.setCheckable(True)
        self.freeze.setToolTip(tr("Let the class's window stand still; time stands still with it."))
        # What is so decides, not the button, which may be a fifth of a second behind.
        self.freeze.clicked.connect(lambda: desk.freeze(not desk.frozen))
        self.whom = QComboBox()
        self.whom.setAccessibleName(tr("What is steered"))
        self.whom.setToolTip(tr("What the class watches, or a bed of the ward; the class sees none of it."))
        self.whom.addItem(tr("What the class watches"))
        self.whom.activated.connect(self._on_whom)
        self.whom.hide()
        self.truth, self.said = CaptionLabel(), ElidedLabel(lines=SAID_LINES)
        self.said.setContentsMargins(28, 0, 28, 8)
        self.said.setFixedHeight(SAID_LINES * round(1.4 * BODY) + 8)
        self.truth.setObjectName("title")
        self._build()
        self._connect()
        self.restyle(theme)
        self._say("")
        self._on_changed()
        self.course.choice.setFocus()

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 4, 0)
        side.setSpacing(8)
        side.addWidget(self.patient, 1)
        side.addWidget(self.artefacts)
        left = Scroll(side)
        left.setFixedWidth(SIDE_PX)
        columns = QHBoxLayout()
        columns.setSpacing(8)
        columns.addWidget(left)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.course)
        columns.addWidget(Scroll(right), 1)
        top = QFrame()
        top.setObjectName("panel")
        said = QVBoxLayout(top)
        said.setContentsMargins(16, 8, 16, 8)
        said.setSpacing(2)
        name = PlainLabel(tr("What is so, and the class does not know"))
        name.setObjectName("small")
        said.addLayout(row(name, 1, self.whom, self.freeze))
        so = row(self.truth)
        so.addStrut(TRUTH_PX)
        said.addLayout(so)
        page = QWidget()
        page.setObjectName("page")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        whole.addWidget(top)
        whole.addLayout(columns, 1)
        # On a screen that is too low, as at 300 %, it is scrolled.
        fits = self.minimumSize() == QSize(*LEAST)
        ground = QWidget()
        ground.setObjectName("page")
        rows = QVBoxLayout(ground)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(page if fits else scrolled(page, QSize(*LEAST)), 1)
        rows.addWidget(self.said)  # below, and never scrolled away: what is pressed stays where it is
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        desk, patient, course = self._desk, self.patient, self.course
        desk.chosen.connect(self._on_changed)
        desk.changed.connect(self._on_changed)
        desk.noted.connect(self._on_happened)
        desk.looked.connect(self._show)
        desk.failed.connect(self._say)
        for asked in (patient.steered, patient.planned, patient.put_on, self.artefacts.asked):
            asked.connect(lambda *_: self._say(""))  # what was refused before is over; see what follows
        patient.steered.connect(desk.steer)
        patient.planned.connect(desk.schedule)
        patient.put_on.connect(lambda kind, options, vitals: desk.put_on(kind, options, vitals=vitals))
        patient.cuff_asked.connect(desk.measure)
        patient.refused.connect(self._say)
        self.artefacts.asked.connect(desk.disturb)
        course.start_asked.connect(desk.start)
        course.edit_asked.connect(self._edit)
        course.paused.connect(lambda on: self._with(lambda source: source.pause(on)))
        course.skip_asked.connect(lambda: self._with(lambda source: source.skip()))
        course.go_asked.connect(lambda step: self._with(lambda source: source.go(step)))

    def _with(self, do: Callable[[ScenarioSource], None]) -> None:
        source = self._desk.source
        if isinstance(source, ScenarioSource):
            do(source)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.setStyleSheet(stylesheet(theme))
        self.course.restyle(theme)
        if self._editor is not None:
            self._editor.restyle(theme)

    def hand_over(self) -> Editor | None:
        """Give the editor, with what is being written in it, to the window that takes this one's place."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.kept.disconnect(self._on_kept)
        return editor

    def take_over(self, editor: Editor | None) -> None:
        """Go on with an editor."""
        self._editor = editor
        if editor is not None:
            editor.kept.connect(self._on_kept)

    def end(self) -> None:
        """Close it, and the editor with it: the program ends, and waits for no answer."""
        if self._editor is not None:
            self._editor.end()
        self.close()

    def _on_changed(self) -> None:
        source = self._desk.source
        self._say("")
        if source is not self._shown or source is None:
            self._shown = source
            self.course.show_source(source)
            for one in self._desk.told:
                self.course.add(one)
        self._show()

    def _on_happened(self, one: Happened) -> None:
        self.course.add(one)

    def _show(self) -> None:
        source = self._desk.source
        truth = source.truth if source is not None else None
        self.patient.show_truth(truth)
        self.patient.cuff.setEnabled(source is not None and source.has_cuff)
        self.artefacts.show_on(truth.artefacts if truth is not None else None, *self._desk.undisturbed)
        self.course.show_truth(truth)
        self._show_beds()
        self.freeze.setChecked(self._desk.frozen)
        words = self._words(source, truth)
        if self.truth.text() != words:
            self.truth.setText(words)

    def _show_beds(self) -> None:
        """Offer the beds of the ward there is now."""
        desk = self._desk
        beds = tuple(bed.number for bed in desk.beds)
        if beds != self._beds:
            self._beds = beds
            while self.whom.count() > 1:
                self.whom.removeItem(self.whom.count() - 1)
            for number in beds:
                self.whom.addItem(tr("Bed {number}").format(number=number))
            self.whom.setVisible(bool(beds))
        bed = desk.bed  # once: one that fails meanwhile, in the ward's thread, is steered no more
        self.whom.setCurrentIndex(0 if bed is None else 1 + beds.index(bed.number))
        self.patient.fresh.setEnabled(bed is None)

    def _on_whom(self, place: int) -> None:
        beds = {bed.number: bed for bed in self._desk.beds}
        self._desk.choose(beds.get(self._beds[place - 1]) if place else None)

    def _words(self, source: Conducted | None, truth: Truth | None) -> str:
        if source is None or truth is None:
            return tr("What is on cannot be steered. Start a scenario, or put on a new patient.")
        fs = source.info.fs
        parts = [] if truth.steerable else [tr("Cannot be steered: artefacts only")]
        parts += [tr(truth.has), tr("since {clock}").format(clock=clock(truth.since / fs, 0))]
        parts += [tr(told_artefact(kind, amount)) for kind, amount in truth.artefacts.items()]
        parts.append(tr("now {clock}").format(clock=clock(truth.at / fs, 0)))
        return " · ".join(parts)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def _edit(self, path: Path | None) -> None:
        if self._editor is None:
            self._editor = Editor(self._folder, self._theme)
            self._editor.kept.connect(self._on_kept)
            self._editor.play_asked.connect(self._desk.start)
        self._editor.open(path)
        self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    def _on_kept(self, path: Path) -> None:
        self.course.renew(path.stem)
