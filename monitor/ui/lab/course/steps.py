"""The lessons as they are written: titles, questions, what to try, and where the answer is found."""

from __future__ import annotations

import functools
import importlib
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from assets.causes import words_of
from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import language
from monitor.ui.lab.course.fact import Fact, FigureFact, Scene, SceneFact, of_everybody

FOLDER = Path(__file__).parent / "lessons"

NAMES = ("summary", "clouds", "alarm", "learning", "making")
"""The lessons, in their order."""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Predict, try, check.

    Attributes
    ----------
    name : str
        What it is called within its lesson.
    pane : str
        The pane on which it is tried.
    question : str
        What is predicted before the pane is opened.
    task : str
        What to try there.
    fact : str
        The function of the lesson's module that finds out what happened.
    why : str
        Why it is so, in one sentence.
    choices : dict of str to str
        Answers to choose from, by their keys; empty where a number is asked for.
    unit : str
        What the number counts.
    low, high : float
        The least and the greatest number that can be predicted.
    near : float
        How far a number may be off to count as predicted.
    """

    name: str
    pane: str
    question: str
    task: str
    fact: str
    why: str
    choices: dict[str, str] = {}
    unit: str = ""
    low: float = 0.0
    high: float = 100.0
    near: float = 10.0

    def hit(self, predicted: str | float, happened: str | float) -> bool:
        """Whether it went as predicted."""
        if isinstance(predicted, str) or isinstance(happened, str):
            return predicted == happened
        return abs(predicted - happened) <= self.near

    def said(self, answer: str | float) -> str:
        """An answer in words."""
        return (
            self.choices[answer] if isinstance(answer, str) else f"{in_figures(answer)} {self.unit}".strip()
        )


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A lesson of several steps.

    Attributes
    ----------
    name : str
        The name of its files.
    title : str
        As learners see it.
    minutes : int
        How long it takes.
    aim : str
        What one can do afterwards, in one sentence.
    teaches : str
        What it is about, for a teacher.
    mistaken : list of str
        What is often believed and not so.
    ask : list of Question
        Questions for the talk afterwards.
    steps : list of Step
        The steps.
    """

    name: str
    title: str
    minutes: int
    aim: str
    teaches: str
    mistaken: list[str]
    ask: list[Question]
    steps: list[Step]

    def key(self, step: Step) -> str:
        """The name under which a step's outcome is kept."""
        return f"{self.name}/{step.name}"

    def finder(self, step: Step) -> FigureFact | SceneFact:
        """The function that finds out what happened."""
        module = importlib.import_module(f"monitor.ui.lab.course.lessons.{self.name}")
        found: FigureFact | SceneFact = getattr(module, step.fact)
        return found

    def find(self, step: Step, scene: Scene) -> Fact:
        """Find out what happened.

        Raises
        ------
        NotYetError
            If the learner has not done what the step asks for.
        AssetError
            If a file is missing or damaged.
        """
        find: Any = self.finder(step)
        fact: Fact = find() if of_everybody(find) else find(scene)
        return fact


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question of a teacher's, with an answer."""

    question: str
    answer: str


def lessons() -> tuple[Lesson, ...]:
    """Give all lessons in the user's language, read once."""
    return _read(language().name)


@functools.cache
def _read(spoken: str) -> tuple[Lesson, ...]:
    return tuple(read_lesson(written_in(spoken, FOLDER / f"{name}.toml")) for name in NAMES)


def written_in(spoken: str, file: Path) -> Path:
    """Give the file that says the same in a language, ``NAME.ja.toml`` beside ``NAME.toml``; else itself."""
    other = file.with_suffix(f".{spoken}.toml")
    return other if other.is_file() else file


def read_lesson(path: Path) -> Lesson:
    """Read a lesson.

    Raises
    ------
    ValueError
        If it is not written as a lesson has to be; names the file and what is wrong.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert({"name": path.name.partition(".")[0], **written}, Lesson)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(
            phrase("{name} is no lesson: {error}.", name=path.name, error=words_of(error))
        ) from None
