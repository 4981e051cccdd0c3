"""A quiz: strips to be named, who named what, and the table of what was taken for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.strips import Place


@dataclass(frozen=True)
class Answer:
    """What a learner called a strip.

    Attributes
    ----------
    question : int
        Number of the strip, from 0.
    learner : str
        Who.
    finding : Finding
        What it was called.
    seconds : float
        From when the strip was shown, s.
    """

    question: int
    learner: str
    finding: Finding
    seconds: float


@dataclass(frozen=True)
class QuizResult:
    """One learner's result.

    Attributes
    ----------
    learner : str
        Who.
    right, answered : int
        Strips named rightly, and strips named.
    seconds : float or None
        Median time of the right answers, s.
    """

    learner: str
    right: int
    answered: int
    seconds: float | None


class Quiz:
    """Strips in a row; each is answered by everyone at once, or by whoever's turn it is.

    Parameters
    ----------
    places : sequence of Place
        The strips.
    learners : sequence of str
        Who takes part.
    together : bool
        Whether all answer each strip; else they take turns.
    """

    def __init__(self, places: Sequence[Place], learners: Sequence[str], *, together: bool = False) -> None:
        self.places, self.learners, self.together = tuple(places), tuple(learners), together
        self.answers: list[Answer] = []
        self.question = 0

    @property
    def place(self) -> Place | None:
        """The strip that is shown; None when all have been."""
        return self.places[self.question] if self.question < len(self.places) else None

    @property
    def asked(self) -> tuple[str, ...]:
        """Who is to answer the strip that is shown, and has not."""
        if self.place is None:
            return ()
        turn = self.learners if self.together else (self.learners[self.question % len(self.learners)],)
        done = {answer.learner for answer in self.answers if answer.question == self.question}
        return tuple(who for who in turn if who not in done)

    def answer(self, learner: str, finding: Finding, seconds: float) -> Answer | None:
        """Take an answer to the strip that is shown; None where this learner is not asked."""
        if learner not in self.asked:
            return None
        answer = Answer(self.question, learner, finding, seconds)
        self.answers.append(answer)
        return answer

    def go_on(self) -> None:
        """Show the next strip; what has not been answered stays so."""
        self.question = min(self.question + 1, len(self.places))

    def right(self, answer: Answer) -> bool:
        """Whether an answer is what the annotations say."""
        return self.places[answer.question].finding is answer.finding

    def results(self) -> tuple[QuizResult, ...]:
        """Give each learner's result."""
        found = []
        for who in self.learners:
            own = [answer for answer in self.answers if answer.learner == who]
            right = [answer for answer in own if self.right(answer)]
            taken = median(answer.seconds for answer in right) if right else None
            found.append(QuizResult(who, len(right), len(own), taken))
        return tuple(found)

    def confusion(self, learner: str | None = None) -> Counter[tuple[Finding, Finding]]:
        """Count how often what was called what: (the annotations', the learner's); of all, or of one."""
        return Counter(
            (self.places[answer.question].finding, answer.finding)
            for answer in self.answers
            if learner in (None, answer.learner)
        )
