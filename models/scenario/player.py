"""The course of a scenario: which step is on, and what leads to the next one.

It knows samples and no signal: whoever hands out samples asks how far he may go (`Player.due`), goes there
and says so (`Player.reach`). So a course depends on the stream's own time and on what was told when, and on
nothing else: not on a clock, nor on how the stream is cut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assets.phrase import phrase
from models.alarms.conditions import title_of
from models.scenario.script import DEEDS, END, Branch, Deed, Scenario, Step


class What(StrEnum):
    """What happened."""

    STEP = "step"
    """A step began."""

    SAY = "say"
    """The class was told something."""

    ASK = "ask"
    """The class was asked something."""

    DEED = "deed"
    """Learners did something."""

    ANSWER = "answer"
    """Learners gave an answer."""

    ALARM = "alarm"
    """An alarm was raised."""

    INSTRUCTOR = "instructor"
    """The instructor did something."""

    END = "end"
    """The scenario is over."""


@dataclass(frozen=True)
class Happened:
    """Something that happened.

    Attributes
    ----------
    at : int
        When, in samples of the stream.
    what : What
        What.
    step : str
        Name of the step that was on, or began.
    words : str
        Which deed, what answer, the text to the class, …
    right : bool or None
        Of an answer: whether it is the right one; None where nothing can be said.
    why : str
        Of a step: what led to it.
    """

    at: int
    what: What
    step: str
    words: str = ""
    right: bool | None = None
    why: str = ""


@dataclass(frozen=True)
class _Waiting:
    """A way out that is taken a while after what opened it."""

    at: int
    branch: Branch
    why: str


class Player:
    """One performance of a scenario.

    Parameters
    ----------
    scenario : Scenario
        What is played; its first step begins at once.
    fs : float
        Samples a second of the stream.

    Attributes
    ----------
    step : Step
        The one that is on; of a scenario that is over, the last one.
    over : bool
        Whether it is over.
    paused : bool
        Whether the step's time stands still.
    """

    def __init__(self, scenario: Scenario, fs: float) -> None:
        self.scenario, self._fs = scenario, fs
        self.at = 0
        self.over = self.paused = False
        self._news: list[Happened] = []
        self._waiting: _Waiting | None = None
        self._held = 0  # samples that the step was paused for
        self._begun = 0
        self._enter(scenario.step[0], "")

    @property
    def news(self) -> list[Happened]:
        """What has happened since this was asked the last time."""
        news, self._news = self._news, []
        return news

    @property
    def begun(self) -> int:
        """Sample at which the step that is on began."""
        return self._begun

    @property
    def left(self) -> int | None:
        """Samples that the step still lasts by itself; None where nothing but a deed leads out of it."""
        if self.over or self.step.lasts_s is None:
            return None
        return max(0, self._begun + self._held + round(self.step.lasts_s * self._fs) - self.at)

    @property
    def due(self) -> int | None:
        """Sample at which the next thing happens by itself; None where nothing does."""
        if self.over or self.paused:
            return None
        left = self.left
        ends = [] if left is None else [self.at + left]
        if self._waiting is not None:
            ends.append(self._waiting.at)
        return min(ends, default=None)

    @property
    def next(self) -> str:
        """Name of the step that follows in its time, or by the instructor's word."""
        return END if self.over else self.scenario.after(self.step)

    def reach(self, at: int) -> None:
        """Let the stream go on to a sample, at most to the one that is due.

        Raises
        ------
        ValueError
            If it goes back, or past what is due.
        """
        due = self.due
        if at < self.at or (due is not None and at > due):
            raise ValueError(f"From sample {self.at} the course goes on to {due} at most, not to {at}.")
        passed, self.at = at - self.at, at
        if self.paused:
            self._held += passed
            if self._waiting is not None:
                late = self._waiting
                self._waiting = _Waiting(late.at + passed, late.branch, late.why)
            return
        while not self.over and self.due == self.at:
            if self._waiting is not None and self._waiting.at == self.at:
                self._go(self._waiting.branch.go, self._waiting.why)
            else:
                self._go(self.scenario.after(self.step), phrase("its time is over"))

    # What is told ---------------------------------------------------------------------------------

    def do(self, deed: Deed) -> None:
        """Learners do something."""
        self._tell(What.DEED, DEEDS[deed])
        self._take(lambda branch: branch.does is deed, phrase("“{deed}”", deed=DEEDS[deed]))

    def answer(self, answer: str) -> None:
        """Learners give an answer to the question of the step; where it asks nothing, it is noted."""
        ask = self.step.ask
        right = answer == ask.right if ask is not None and ask.right else None
        answer = next((one for one in ask.answers if one == answer), answer) if ask is not None else answer
        self._tell(What.ANSWER, answer, right)
        self._take(lambda branch: branch.answer == answer, phrase("answer “{answer}”", answer=answer))

    def hear(self, alarm: str) -> None:
        """An alarm of this key is raised (`models.alarms.conditions`)."""
        self._tell(What.ALARM, alarm)
        self._take(lambda branch: branch.alarm == alarm, phrase("alarm “{alarm}”", alarm=title_of(alarm)))

    def note(self, words: str) -> None:
        """The instructor did something that is no part of the course."""
        self._tell(What.INSTRUCTOR, words)

    def pause(self, on: bool) -> None:
        """Let the step's time stand still, or go on."""
        if self.over or on == self.paused:
            return
        self.paused = on
        self._tell(
            What.INSTRUCTOR, phrase("pauses the scenario") if on else phrase("lets the scenario go on")
        )

    def skip(self) -> None:
        """Go on to the step that follows."""
        if not self.over:
            self._go(self.next, phrase("the instructor's word"))

    def go(self, name: str) -> None:
        """Go on to a step that the instructor names, or to `END`.

        Raises
        ------
        KeyError
            If there is none of that name.
        """
        if not self.over:
            self._go(name, phrase("the instructor's word"))

    # Inside ---------------------------------------------------------------------------------------

    def _take(self, opens: Callable[[Branch], bool], why: str) -> None:
        if self.over:
            return
        for branch in self.step.on:
            if opens(branch):
                at = self.at + round(branch.after_s * self._fs)
                if self._waiting is None or at < self._waiting.at:
                    self._waiting = _Waiting(at, branch, why)
                if at == self.at and not self.paused:
                    self._go(branch.go, why)
                return

    def _go(self, name: str, why: str) -> None:
        if name == END:
            self.over, self.paused, self._waiting = True, False, None
            self._news.append(Happened(self.at, What.END, self.step.name, why=why))
            return
        self._enter(self.scenario.named(name), why)

    def _enter(self, step: Step, why: str) -> None:
        self.step, self._begun, self._held, self._waiting = step, self.at, 0, None
        self._news.append(Happened(self.at, What.STEP, step.name, why=why))
        if step.say:
            self._tell(What.SAY, step.say)
        if step.ask is not None:
            self._tell(What.ASK, step.ask.question)

    def _tell(self, what: What, words: str, right: bool | None = None) -> None:
        self._news.append(Happened(self.at, what, self.step.name, words, right))
