"""The lessons: what there is to learn, and how far one has come."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button, row, small
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.course.dots import StepDots
from monitor.ui.lab.course.steps import Lesson, lessons
from monitor.ui.lab.pane import Pane
from monitor.ui.lab.progress import Progress
from monitor.ui.lab.state import LabState

TILE_PX = 400
"""Width of a lesson's tile at the least, in logical pixels."""


class LessonTile(QFrame):
    """One lesson: its aim, its steps, and the button that begins it."""

    def __init__(self, state: LabState, theme: Theme, number: int, lesson: Lesson) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._progress, self.lesson = state.progress, lesson
        title = PlainLabel(f"{number}  {lesson.title}")
        title.setObjectName("title")
        title.setWordWrap(True)
        aim = CaptionLabel(lesson.aim)
        self.dots = StepDots(theme, len(lesson.steps))
        self._done = small()
        self.begin = button("", lambda: state.lesson_asked.emit(lesson.name), primary=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 12, 18, 14)
        whole.setSpacing(8)
        whole.addWidget(title)
        whole.addWidget(aim)
        whole.addStretch(1)
        whole.addLayout(row(self.begin, self.dots, self._done, 1, spacing=12))
        state.progress.changed.connect(self.show_progress)
        self.show_progress()

    def show_progress(self) -> None:
        """Show what is done of it."""
        done, went = counted(self._progress, self.lesson)
        steps = len(self.lesson.steps)
        keys = [self.lesson.key(step) for step in self.lesson.steps]
        self.dots.show_steps(
            [self._progress.as_predicted(key) if self._progress.done(key) else None for key in keys]
        )
        words = tr("{steps} steps · {minutes} minutes")
        if done:
            words = tr("{done} of {steps} done, {went} as predicted · {minutes} minutes")
        self._done.setText(words.format(done=done, steps=steps, went=went, minutes=self.lesson.minutes))
        self.begin.setText(tr("Begin") if not done else tr("Continue") if done < steps else tr("Once more"))


class CoursePane(Pane):
    """The way into the lab, and around it."""

    takes_input = False
    words = phrase(
        "In each step you first say what you expect, then try it on a pane of the lab, and then see what "
        "really happened. A surprise is worth more than a prediction that came true. A lesson can be left at"
        " any time; the panes behind the other names above are the free lab, open from the beginning."
    )
    formula = phrase("surprise {equals} what happened {minus} what was predicted", equals="$=$", minus="$-$")

    def __init__(self, state: LabState, theme: Theme) -> None:
        super().__init__(state, theme)
        self.tiles = [LessonTile(state, theme, i, lesson) for i, lesson in enumerate(lessons(), 1)]
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self._all = small()
        self.reset = button(tr("Forget what is done"), self._reset)
        self._sure = False
        self.body.addLayout(self._grid, 1)
        self.body.addLayout(row(self._all, 1, self.reset, spacing=12))
        self.arrange(2 * TILE_PX)
        state.progress.changed.connect(self._show_all)
        self._show_all()

    def arrange(self, width: int) -> None:
        """Two lessons side by side, where there is room."""
        columns = 2 if width >= 2 * TILE_PX else 1
        for i, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, i // columns, i % columns)

    def _reset(self) -> None:
        """Ask once more, then forget."""
        if not self._sure:
            self._sure = True
            self.reset.setText(tr("Really forget it?"))
            return
        self.state.progress.reset()

    def _show_all(self) -> None:
        counts = [counted(self.state.progress, tile.lesson) for tile in self.tiles]
        done, went = (sum(numbers) for numbers in zip(*counts, strict=True))
        steps = sum(len(tile.lesson.steps) for tile in self.tiles)
        self._all.setText(
            tr("{done} of {steps} steps done, {went} went as predicted.").format(
                done=done, steps=steps, went=went
            )
            if done
            else ""
        )
        self._sure = False
        self.reset.setText(tr("Forget what is done"))
        self.reset.setVisible(bool(done))


def counted(progress: Progress, lesson: Lesson) -> tuple[int, int]:
    """How many steps of a lesson are done, and how many of them went as predicted."""
    keys = [lesson.key(step) for step in lesson.steps]
    return sum(map(progress.done, keys)), sum(map(progress.as_predicted, keys))
