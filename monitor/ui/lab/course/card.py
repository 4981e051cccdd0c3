"""The card of a step: it asks, sends to the pane, and tells what happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from monitor.ui.kit.figures import FigureBox
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, column, row, small
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.lab.course.guide import Guide, Stage
from monitor.ui.lab.course.steps import Step
from monitor.ui.lab.registry import pane_spec


class StepCard(QFrame):
    """What stands beside the pane while a lesson is taken.

    Parameters
    ----------
    guide : Guide
        Where the learner is.
    """

    checked = Signal()
    """The learner wants to know what happened."""

    pane_wanted = Signal(str)
    """The learner wants the step's pane."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._guide = guide
        self._shown: Step | None = None
        self._pane = ""
        self._title = PlainLabel()
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        self._where = small()
        self.leave = button(tr("Leave"), guide.leave)
        self.leave.setToolTip(tr("Go on in the free lab; what is done of the lesson is kept"))
        self._question = CaptionLabel()
        self._choices = QButtonGroup(self)
        self._keys: list[str] = []
        self._options = QVBoxLayout()
        self._options.setSpacing(2)
        self.number = FigureBox()
        self.number.setDecimals(0)
        self.number.setAccessibleName(tr("Your prediction"))
        self._unit = PlainLabel()
        self._asked = _plain_widget(row(self.number, self._unit, 1))
        self.predict = button(tr("I predict this"), self._predict, primary=True)
        self._task_title, self._told_title = PlainLabel(tr("Try it")), PlainLabel()
        for title in (self._task_title, self._told_title):
            title.setStyleSheet("font-weight: 600;")
            title.setWordWrap(True)
        self._said = small()
        self._said.setWordWrap(True)
        self._task = CaptionLabel()
        self.open = button(tr("Open"), self._open)
        self.check = button(tr("What happened?"), self.checked.emit, primary=True)
        self._missing = CaptionLabel()
        self._fact, self._why = CaptionLabel(), CaptionLabel()
        self._why.setObjectName("note")
        self.next = button(tr("Next"), guide.next, primary=True)
        whole = column(
            row(self._where, 1, self.leave),
            self._title,
            self._question,
            self._options,
            self._asked,
            self.predict,
            self._said,
            self._task_title,
            self._task,
            self.open,
            self._missing,
            self.check,
            self._told_title,
            self._fact,
            self._why,
            self.next,
            None,
        )
        whole.setContentsMargins(14, 10, 14, 12)
        whole.setSpacing(8)
        self.setLayout(whole)
        guide.changed.connect(self.show_step)
        self.show_step()

    @property
    def choices(self) -> dict[str, QRadioButton]:
        """The answers to choose from, by their keys."""
        buttons = (self._choices.button(i) for i in range(len(self._keys)))
        return {
            key: shown
            for key, shown in zip(self._keys, buttons, strict=True)
            if isinstance(shown, QRadioButton)
        }

    @property
    def words(self) -> str:
        """All that the card says now."""
        labels = (
            self._question,
            self._said,
            self._task,
            self._missing,
            self._told_title,
            self._fact,
            self._why,
        )
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self))

    def show_step(self) -> None:
        """Show the step as it now is."""
        guide, step = self._guide, self._guide.step
        if guide.lesson is None or step is None:
            self._shown = None
            return
        if step is not self._shown:
            self._ask(step)
            self._shown = step
        asking, told = guide.stage is Stage.PREDICT, guide.stage is Stage.TOLD
        self._title.setText(guide.lesson.title)
        self._where.setText(
            tr("Step {number} of {steps}").format(number=guide.number, steps=len(guide.lesson.steps))
        )
        for choice in self._choices.buttons():
            choice.setVisible(asking)
        self._asked.setVisible(asking and not step.choices)
        self.predict.setVisible(asking)
        self._said.setVisible(not asking)
        if guide.predicted is not None:
            self._said.setText(tr("You predict: {answer}").format(answer=step.said(guide.predicted)))
        _tell(self._missing, "")
        self._missing.hide()
        for words in (self._task_title, self._task):
            words.setVisible(guide.stage is Stage.TRY)
        self.check.setVisible(guide.stage is Stage.TRY)
        for part in (self._told_title, self._fact, self._why, self.next):
            part.setVisible(told)
        if told and guide.fact is not None and guide.predicted is not None:
            verdict = (
                tr("As you predicted: {answer}.") if guide.hit else tr("Not as you predicted: {answer}.")
            )
            self._told_title.setText(verdict.format(answer=step.said(guide.fact.answer)))
            _tell(self._fact, guide.fact.words)
            _tell(self._why, tr("Why? {why}").format(why=step.why))
            self.next.setText(tr("End of the lesson") if guide.last else tr("Next step"))
        self.show_pane(self._pane)

    def show_pane(self, name: str) -> None:
        """Offer the way back to the step's pane, where another one is seen."""
        self._pane, step = name, self._guide.step
        if step is not None:
            self.open.setText(tr("Back to “{pane}”").format(pane=tr(pane_spec(step.pane).text)))
            self.open.setVisible(self._guide.stage is not Stage.PREDICT and name != step.pane)

    def say(self, missing: str) -> None:
        """Say what the learner has not done yet, or what could not be read."""
        _tell(self._missing, missing)
        self._missing.setVisible(bool(missing))

    def _ask(self, step: Step) -> None:
        _tell(self._question, step.question)
        _tell(self._task, step.task)
        for choice in self._choices.buttons():
            self._choices.removeButton(choice)
            self._options.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        self._keys = list(step.choices)
        for i, words in enumerate(step.choices.values()):
            choice = QRadioButton(words)
            self._choices.addButton(choice, i)
            self._options.addWidget(choice)
            choice.toggled.connect(self._may_predict)
        self.number.setRange(step.low, step.high)
        self.number.setValue(round((step.low + step.high) / 2))
        self._unit.setText(step.unit)
        self._may_predict()

    def _may_predict(self) -> None:
        self.predict.setEnabled(not self._keys or self._choices.checkedId() >= 0)

    def _predict(self) -> None:
        keyed = bool(self._keys)
        self._guide.predict(self._keys[self._choices.checkedId()] if keyed else self.number.value())

    def _open(self) -> None:
        if self._guide.step is not None:
            self.pane_wanted.emit(self._guide.step.pane)


def _tell(label: CaptionLabel, words: str) -> None:
    """Say something else, in no more room than it needs."""
    label.setMinimumHeight(0)
    label.setText(words)


def _plain_widget(layout: QLayout) -> QWidget:
    """A widget with a layout and no margins of its own."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made
