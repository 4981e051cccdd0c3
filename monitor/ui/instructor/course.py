"""The scenario: chosen, started, held, led on; its steps, and what has happened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assets.phrase import phrase
from models.patients.artefacts.kinds import ARTEFACTS
from models.scenario.body import told
from models.scenario.conducted import Conducted
from models.scenario.player import Happened
from models.scenario.script import END, Scenario, Step
from models.scenario.source import ScenarioSource, Truth
from monitor.bedside.scenario.shelf import Shelved, shelved
from monitor.ui.instructor.desk import in_words
from monitor.ui.instructor.naming import step_name
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, panel, row
from monitor.ui.kit.text import CaptionLabel, ElidedLabel, plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock

COLUMNS = (phrase("Step"), phrase("The patient has"), phrase("Lasts"), phrase("Leads on"))
KEPT = 500
"""So many lines of the log are shown."""


class CoursePanel(QWidget):
    """Chooses a scenario and shows how it goes.

    ``start_asked`` carries a file; ``edit_asked`` a file, or None for a new one; ``go_asked`` the name of a
    step.

    Parameters
    ----------
    folder : Path
        Where the user's own scenarios lie.
    theme : Theme
        Colours.
    """

    start_asked = Signal(object)
    edit_asked = Signal(object)
    go_asked = Signal(str)
    paused = Signal(bool)
    skip_asked = Signal()

    def __init__(self, folder: Path, theme: Theme) -> None:
        super().__init__()
        self._folder, self._theme = folder, theme
        self._scenario: Scenario | None = None
        self._fs = 1.0
        self._shown: str | None = None
        self._shelf: list[Shelved] = []
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Scenarios"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._on_choice)
        self.about = ElidedLabel(lines=2)
        self.about.setMinimumHeight(34)
        self.about.setObjectName("note")
        self.start = button(tr("Start"), self._start, primary=True)
        self.steps = QTreeWidget()
        self.steps.setAccessibleName(tr("Steps", "of a scenario"))
        self.steps.setHeaderLabels([tr(name) for name in COLUMNS])
        self.steps.setRootIsDecorated(False)
        self.steps.setMinimumHeight(130)
        header = self.steps.header()
        for place in range(len(COLUMNS) - 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.steps.itemActivated.connect(self._on_step)
        self.hold = button(tr("Pause", "the stream"), lambda: None)
        self.hold.setCheckable(True)
        self.hold.toggled.connect(self.paused)
        self.next = button(tr("Next step", "of a scenario"), self.skip_asked.emit)
        self.end = button(tr("End the scenario"), lambda: self.go_asked.emit(END))
        self.now = CaptionLabel(tr("No scenario runs."))
        self.log = QListWidget()
        self.log.setAccessibleName(tr("What has happened"))
        self.log.setMinimumHeight(70)
        self.log.setWordWrap(True)
        choice = row(self.choice, self.start, button(tr("Edit…"), self._edit), button(tr("New…"), self._new))
        choice.setStretch(0, 1)
        course = panel(
            tr("Scenario"),
            choice,
            self.about,
            self.steps,
            row(self.hold, self.next, self.end, 1),
            self.now,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(course, 3)
        column.addWidget(panel(tr("What has happened"), self.log), 2)
        self.renew()
        self.show_source(None)

    def renew(self, name: str = "") -> None:
        """Read the shelf anew, and choose the one of this name."""
        chosen = self.chosen
        wanted = name or (chosen.name if chosen is not None else "")
        self._shelf = shelved(self._folder)
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in self._shelf:
            self.choice.addItem(tr("{title} (own)").format(title=tr(one.title)) if one.own else tr(one.title))
        names = [one.name for one in self._shelf]
        self.choice.setCurrentIndex(names.index(wanted) if wanted in names else 0)
        self.choice.blockSignals(False)
        self._on_choice()

    @property
    def chosen(self) -> Shelved | None:
        """The scenario that is chosen."""
        at = self.choice.currentIndex()
        return self._shelf[at] if 0 <= at < len(self._shelf) else None

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._shown = None

    def show_source(self, source: Conducted | None) -> None:
        """Show another scenario's steps, or none."""
        course = source if isinstance(source, ScenarioSource) and source.scenario.is_course else None
        self._scenario, self._shown = (course.scenario if course is not None else None), None
        self._fs = source.info.fs if source is not None else 1.0
        self.log.clear()
        self.steps.clear()
        for step in self._scenario.step if self._scenario is not None else ():
            ways = _ways(self._scenario, step)
            item = QTreeWidgetItem([tr(step.name), _has(step), _lasts(step), ways])
            item.setData(0, Qt.ItemDataRole.UserRole, str(step.name))
            for column, text in enumerate((tr(step.note), _has(step), _lasts(step), ways)):
                item.setToolTip(column, plain_tip(text))
            self.steps.addTopLevelItem(item)
        for part in (self.hold, self.next, self.end):
            part.setEnabled(course is not None)

    def show_truth(self, truth: Truth | None) -> None:
        """Show the step that is on, how long it lasts, and what comes next."""
        if truth is None or self._scenario is None:
            self.now.setText(tr("No scenario runs."))
            return
        self.hold.blockSignals(True)
        self.hold.setChecked(truth.paused)
        self.hold.blockSignals(False)
        for part in (self.hold, self.next, self.end):
            part.setEnabled(not truth.over)
        if truth.over:
            said = tr("The scenario is over.")
        else:
            left = (
                tr("until something leads on")
                if truth.left_s is None
                else tr("{left_s:.0f} s left").format(left_s=truth.left_s)
            )
            words = (
                tr("{step}: paused, {left}, then {next}.")
                if truth.paused
                else tr("{step}: {left}, then {next}.")
            )
            said = words.format(step=tr(truth.step.name), left=left, next=step_name(truth.next))
            said += f" {tr(truth.step.note)}" if truth.step.note else ""
        if self.now.text() != said:
            self.now.setText(said)
        shown = "" if truth.over else truth.step.name
        if shown != self._shown:
            self._shown = shown
            self._mark(shown)

    def add(self, one: Happened) -> None:
        """Add a line to the log."""
        self.log.addItem(f"{clock(one.at / self._fs)}  {in_words(one)}")
        while self.log.count() > KEPT:
            self.log.takeItem(0)
        self.log.scrollToBottom()

    def _mark(self, name: str) -> None:
        back, plain = QBrush(QColor(self._theme.raised)), QBrush()
        ink = QBrush(QColor(self._theme.accent))
        for place in range(self.steps.topLevelItemCount()):
            item = self.steps.topLevelItem(place)
            assert item is not None
            on = item.data(0, Qt.ItemDataRole.UserRole) == name
            for column in range(len(COLUMNS)):
                item.setBackground(column, back if on else plain)
            font = item.font(0)
            font.setBold(on)
            item.setFont(0, font)
            item.setForeground(0, ink if on else QBrush(QColor(self._theme.text)))
            if on:
                self.steps.scrollToItem(item)

    def _on_choice(self) -> None:
        chosen = self.chosen
        self.about.setText(tr(chosen.about) if chosen is not None else "")
        self.start.setEnabled(chosen is not None and chosen.playable)

    def _start(self) -> None:
        if self.chosen is not None:
            self.start_asked.emit(self.chosen.path)

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_asked.emit(self.chosen.path)

    def _new(self) -> None:
        self.edit_asked.emit(None)

    def _on_step(self, item: QTreeWidgetItem) -> None:
        self.go_asked.emit(item.data(0, Qt.ItemDataRole.UserRole))


def _has(step: Step) -> str:
    if step.record is not None:
        has = tr("record {record} from {start_s:g} s").format(record=step.record, start_s=step.start_s)
    elif step.patient is not None:
        has = tr(told(step.patient, step.options))
    else:
        has = tr("as before")
    return " + ".join([has, *(tr(ARTEFACTS[artefact.kind].words) for artefact in step.artefacts)])


def _lasts(step: Step) -> str:
    return tr("open", "the end of a step") if step.lasts_s is None else tr("{s:g} s").format(s=step.lasts_s)


def _ways(scenario: Scenario | None, step: Step) -> str:
    ways = [f"{tr(branch.words)} → {step_name(branch.go)}" for branch in step.on]
    if scenario is not None and step.lasts_s is not None:
        ways.append(tr("else → {after}").format(after=step_name(scenario.after(step))))
    return listed(ways)
