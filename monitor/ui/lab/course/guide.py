"""Where a learner is in the course: which step, what was predicted, and what happened."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal

from monitor.ui.lab.course.fact import Fact, Scene
from monitor.ui.lab.course.steps import Lesson, Step, lessons
from monitor.ui.lab.progress import Progress


class Stage(Enum):
    """What a step asks for now."""

    PREDICT = "predict"
    TRY = "try"
    TOLD = "told"


class Guide(QObject):
    """Leads through a lesson, one step after the other.

    Parameters
    ----------
    progress : Progress
        Where what is done is kept.

    Attributes
    ----------
    lesson : Lesson or None
        The lesson that is taken; None in the free lab.
    stage : Stage
        What its step asks for.
    predicted : str, float or None
        The learner's prediction.
    fact : Fact or None
        What happened, once it is told.
    """

    changed = Signal()

    finished = Signal()
    """The last step of a lesson is done."""

    def __init__(self, progress: Progress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress = progress
        self.lesson: Lesson | None = None
        self.stage = Stage.PREDICT
        self.predicted: str | float | None = None
        self.fact: Fact | None = None
        self._at = 0

    @property
    def step(self) -> Step | None:
        """The present step."""
        return self.lesson.steps[self._at] if self.lesson is not None else None

    @property
    def number(self) -> int:
        """The number of the present step, from 1."""
        return self._at + 1

    @property
    def last(self) -> bool:
        """Whether no step follows."""
        return self.lesson is None or self._at == len(self.lesson.steps) - 1

    @property
    def secrets(self) -> frozenset[str]:
        """Keys of the lesson's steps that nothing has been predicted of yet: no pane shall tell them."""
        if self.lesson is None:
            return frozenset()
        ahead = self.lesson.steps[self._at if self.stage is Stage.PREDICT else self._at + 1 :]
        keys = (self.lesson.key(step) for step in ahead)
        return frozenset(key for key in keys if not self.progress.done(key))

    @property
    def hit(self) -> bool:
        """Whether what happened is what was predicted."""
        if self.step is None or self.predicted is None or self.fact is None:
            return False
        return self.step.hit(self.predicted, self.fact.answer)

    def begin(self, name: str) -> None:
        """Take a lesson, from its first step that is not done; from the beginning where all are.

        Raises
        ------
        ValueError
            If there is no such lesson.
        """
        for lesson in lessons():
            if lesson.name == name:
                break
        else:
            raise ValueError(f"the course has no lesson {name!r}.")
        todo = (i for i, step in enumerate(lesson.steps) if not self.progress.done(lesson.key(step)))
        self.lesson = lesson
        self._go_to(next(todo, 0))

    def predict(self, answer: str | float) -> None:
        """Take the prediction; from now on it can be tried."""
        self.predicted = answer
        self.stage = Stage.TRY
        self.changed.emit()

    def check(self, scene: Scene) -> None:
        """Find out what happened, and keep whether it is what was predicted.

        Raises
        ------
        NotYetError
            If the learner has not done what the step asks for.
        AssetError
            If a file is missing or damaged.
        """
        lesson, step = self.lesson, self.step
        if lesson is None or step is None or self.stage is not Stage.TRY:
            return
        self.fact = lesson.find(step, scene)
        self.stage = Stage.TOLD
        self.progress.keep(lesson.key(step), self.hit)
        self.changed.emit()

    def next(self) -> None:
        """Go on to the next step; after the last one the lesson is over."""
        if self.last:
            self.leave()
            self.finished.emit()
        else:
            self._go_to(self._at + 1)

    def leave(self) -> None:
        """Leave the lesson; what is done of it is kept."""
        self.lesson = None
        self._go_to(0)

    def _go_to(self, at: int) -> None:
        self._at, self.stage, self.predicted, self.fact = at, Stage.PREDICT, None, None
        self.changed.emit()
