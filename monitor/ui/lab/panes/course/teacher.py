"""The teacher's page: what each lesson teaches, how long it takes, answers, and what was measured."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QPushButton, QTextBrowser

from assets.errors import AssetError
from assets.phrase import phrase
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, panel, row
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.course.fact import of_everybody
from monitor.ui.lab.course.steps import Lesson, Step, lessons
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.registry import pane_spec
from monitor.ui.lab.state import LabState


class TeacherPane(Pane):
    """One lesson at a time, as a teacher prepares it."""

    takes_input = False
    words = phrase(
        "For whoever teaches with the lab: learners who read this know the answers. Each figure here is "
        "measured and ships with the program; where a step turns on what a learner draws or trains, the "
        "answer is found only there."
    )
    formula = phrase(
        "AUROC {chance}error of a strange one {more} error of a normal one{end}",
        chance="$= P($", more="$>$", end="$)$",
    )  # fmt: skip

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self._chosen = QButtonGroup(self)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        for i, lesson in enumerate(lessons()):
            choice = QPushButton(str(i + 1))
            choice.setCheckable(True)
            choice.setToolTip(lesson.title)
            choice.setAccessibleName(lesson.title)
            self._chosen.addButton(choice, i)
            choices.addWidget(choice)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("What the lesson teaches"))
        self.begin = button(tr("Open this lesson"), self._begin)
        self.save_text = button(tr("Save all as Markdown"), self._save_text)
        self.body.addWidget(
            panel(tr("For teachers"), row(choices, self.begin, 1, self.save_text, spacing=14), self.text), 1
        )
        self._chosen.idToggled.connect(lambda _, on: self._show() if on else None)
        self._chosen.button(0).setChecked(True)

    @property
    def lesson(self) -> Lesson:
        """The lesson shown."""
        return lessons()[self._chosen.checkedId()]

    def choose(self, number: int) -> None:
        """Show a lesson, by its number from 1."""
        self._chosen.button(number - 1).setChecked(True)

    def _begin(self) -> None:
        self.state.lesson_asked.emit(self.lesson.name)

    def _show(self) -> None:
        self.say("")
        try:
            self.text.setMarkdown(guidance(self.lesson, self._chosen.checkedId() + 1))
        except AssetError as error:
            self.say(complaint(error))

    def _save_text(self) -> None:
        try:
            whole = "\n".join(guidance(lesson, i) for i, lesson in enumerate(lessons(), 1))
        except AssetError as error:
            self.say(complaint(error))
            return
        path, _ = QFileDialog.getSaveFileName(self, tr("Save as Markdown"), "lessons.md", "Markdown (*.md)")
        if not path:
            return
        try:
            with open(path, "w", encoding="utf-8") as file:
                file.write(whole)
        except OSError as error:
            self.say(
                tr("{path} could not be written ({why}).").format(path=path, why=error.strerror or error)
            )
        else:
            self.say("")


def guidance(lesson: Lesson, number: int) -> str:
    """What a teacher needs for a lesson, as Markdown.

    Raises
    ------
    AssetError
        If figures cannot be read.
    """
    lines = [
        f"## {number}. {lesson.title}",
        tr("*About {minutes} minutes, {steps} steps.* {aim}").format(
            minutes=lesson.minutes, steps=len(lesson.steps), aim=lesson.aim
        ),
        lesson.teaches,
        "### " + tr("Steps"),
        *(_told(lesson, step, i) for i, step in enumerate(lesson.steps, 1)),
        "### " + tr("What learners often believe"),
        "\n".join(f"- {words}" for words in lesson.mistaken),
        "### " + tr("To ask afterwards"),
        *(f"**{one.question}**\n\n{one.answer}" for one in lesson.ask),
    ]
    return "\n\n".join(lines) + "\n"


def _told(lesson: Lesson, step: Step, number: int) -> str:
    find = lesson.finder(step)
    asked = tr("**{number}. {question}** (pane *{pane}*)").format(
        number=number, question=step.question, pane=tr(pane_spec(step.pane).text)
    )
    if step.choices:
        asked += "\n\n" + tr("To choose from: {answers}.").format(answers=apart(step.choices.values()))
    else:
        asked += "\n\n" + tr(
            "A number from {low:g} to {high:g}; {near:g} off still counts as predicted."
        ).format(low=step.low, high=step.high, near=step.near)
    if of_everybody(find):
        fact = find()  # type: ignore[call-arg]
        found = tr("Answer: **{answer}**. {words}").format(answer=step.said(fact.answer), words=fact.words)
    else:
        found = tr("Answer: found in what the learner has drawn or trained.")
    return f"{asked}\n\n{found} {step.why}"
