"""Quiz: strips on ECG paper that are to be named; the annotation and the models' view follow the answer."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFrame, QSpinBox, QVBoxLayout, QWidget

from assets.phrase import phrase
from monitor.bedside.teaching.export import write_quiz_csv, write_quiz_json
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import KEY_ROWS, LearnerError
from monitor.bedside.teaching.quiz import Quiz
from monitor.bedside.teaching.seen import Seen
from monitor.bedside.teaching.strips import Strip
from monitor.ui.kit.joins import labelled, listed
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, column, row, small
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import TITLE, Theme
from monitor.ui.pages.context import Context
from monitor.ui.session.worker import ScorerFactory, shipped_scorer
from monitor.ui.teaching.pane import Pane, card, start_button
from monitor.ui.teaching.panes.quiz_results import QuizResults
from monitor.ui.teaching.parts.buttons import FindingButtons
from monitor.ui.teaching.parts.learners import Learners, LearnersLine
from monitor.ui.teaching.parts.paper import Paper
from monitor.ui.teaching.threads import QuizMaker, StripLooker

WORDS = phrase(
    "Strips from the records at hand, each with one rhythm and nothing else; simulated patients stand in "
    "where no record shows a finding. Name each one. The same number gives the same quiz again."
)

AT_ONCE, AT_THE_END = phrase("Explain at once"), phrase("Explain at the end")

STRIPS, LENGTHS_S = (10, 20, 30), (6.0, 8.0, 10.0)


class QuizPane(Pane):
    """The pane "Quiz".

    Parameters
    ----------
    context, learners
        As for `Pane`.
    scorer : callable
        Makes what looks at the strips, in a thread of its own.
    now : callable
        A monotonic clock in seconds.
    """

    def __init__(
        self,
        context: Context,
        learners: Learners,
        scorer: ScorerFactory = shipped_scorer,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(context, learners)
        self._scorer, self._now = scorer, now
        self.quiz: Quiz | None = None
        self.strips: list[Strip] = []
        self.seen: dict[int, Seen] = {}
        self._maker: QuizMaker | None = None
        self._looker: StripLooker | None = None
        self._shown_at = 0.0
        self._explaining = False
        self._looking_back: int | None = None
        self._card, self._running = self._make_card(), self._make_running()
        self.results = QuizResults(self.theme)
        self.results.look_asked.connect(self.look_at)
        self.results.again_asked.connect(self.begin_anew)
        self.results.csv_asked.connect(self.export_csv)
        self.results.json_asked.connect(self.export_json)
        for one in (self._card, self._running, self.results):
            self.addWidget(one)

    # Building -------------------------------------------------------------------------------------

    def _make_card(self) -> QWidget:
        self.how_many, self.length, self.when = QComboBox(), QComboBox(), QComboBox()
        self.how_many.addItems([tr("{n} strips").format(n=n) for n in STRIPS])
        self.how_many.setCurrentIndex(STRIPS.index(20))
        self.length.addItems([tr("{s:g} s each").format(s=s) for s in LENGTHS_S])
        self.length.setCurrentIndex(LENGTHS_S.index(8.0))
        self.when.addItems([tr(AT_ONCE), tr(AT_THE_END)])
        self.seed = QSpinBox()
        self.seed.setRange(1, 9999)
        self.seed.setAccessibleName(tr("Number of the quiz"))
        self._note = CaptionLabel()
        self._note.hide()
        self._start = start_button(tr("Start the quiz"), self.start)
        choices = row(self.how_many, self.length, self.when, small(tr("Quiz number")), self.seed, 1)
        return card(
            tr("What is it?"),
            tr(WORDS),
            LearnersLine(self.learners, now=False),
            choices,
            self._note,
            action=self._start,
        )

    def _make_running(self) -> QWidget:
        self.paper = Paper(self.theme)
        self._head, self._turn = PlainLabel(), PlainLabel()
        self._head.setObjectName("large")
        self._turn.setObjectName("title")
        self.buttons = FindingButtons(now=False)
        self.buttons.pressed.connect(self._on_button)
        self._verdict = PlainLabel()
        self._verdict.setObjectName("large")
        self._why = CaptionLabel()
        self._why.setStyleSheet(f"font-size: {TITLE}px;")
        self._next = button(tr("Next strip  (Space)"), self.go_on, primary=True)
        self._told = QFrame()
        self._told.setObjectName("panel")
        inside = QVBoxLayout(self._told)
        inside.setContentsMargins(16, 8, 16, 10)
        inside.addLayout(row(self._verdict, 1, self._next))
        inside.addWidget(self._why)
        end = button(tr("End the quiz"), self.end)
        end.setToolTip(tr("End it here, and see the results.  (Esc)"))
        whole = column(row(self._head, 1, self._turn, end), self.paper, self._told, self.buttons)
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setLayout(whole)
        return page

    # The course of a quiz -------------------------------------------------------------------------

    def activate(self) -> None:
        """Have Return begin."""
        if self.currentWidget() is self._card:
            self._start.setFocus()

    @property
    def making(self) -> bool:
        """Whether the strips are being drawn."""
        return self._maker is not None

    def start(self) -> None:
        """Draw the strips, then ask."""
        try:
            self.learners.names()
        except LearnerError as error:
            self.context.say(complaint(error))
            return
        if self._maker is not None:
            return
        self._start.setEnabled(False)
        self._say(tr("Drawing the strips…"))
        maker = self._maker = QuizMaker(
            STRIPS[self.how_many.currentIndex()],
            self.seed.value(),
            LENGTHS_S[self.length.currentIndex()],
            self.context.data_dir,
        )
        maker.made.connect(self._on_made)
        maker.failed.connect(self._on_failed)
        maker.start()

    def _on_failed(self, why: str) -> None:
        self._maker = None
        self._start.setEnabled(True)
        self._say(why)

    def _on_made(self, strips: list[Strip], said: list[str]) -> None:
        if self._maker is None:
            return
        self._maker = None
        self._start.setEnabled(True)
        self._say(" ".join(said))
        for sentence in said:
            self.context.say(sentence)
        self.strips, self.seen = strips, {}
        names = self.learners.names()
        together = self.learners.together and len(names) > 1
        self.quiz = Quiz([strip.place for strip in strips], names, together=together)
        self._looker = StripLooker(self.quiz.places, self.context.data_dir, self._scorer)
        self._looker.seen.connect(self._on_seen)
        self._looker.failed.connect(self.context.fail)
        self._looker.start()
        self.setCurrentWidget(self._running)
        self.setFocus()
        self._ask()

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _on_seen(self, number: int, seen: Seen) -> None:
        self.seen[number] = seen
        if self._explaining and number == self._number:
            self._explain(number)

    @property
    def _number(self) -> int:
        if self._looking_back is not None:
            return self._looking_back
        return self.quiz.question if self.quiz is not None else 0

    def _ask(self) -> None:
        """Show the next strip, or the results."""
        assert self.quiz is not None
        self._looking_back = None
        if self.quiz.place is None:
            self._show_results()
            return
        self._explaining = False
        strip = self.strips[self.quiz.question]
        self.paper.show_strip(strip.samples, strip.place.fs, strip.leads)
        self._head.setText(
            tr("Strip {question} of {n}").format(question=self.quiz.question + 1, n=len(self.quiz.places))
        )
        self._show_turn()
        self._told.hide()
        self.buttons.show()
        self.buttons.offer(True)
        self._shown_at = self._now()

    def _show_turn(self) -> None:
        assert self.quiz is not None
        asked = self.quiz.asked
        several = len(self.quiz.learners) > 1 and asked
        self._turn.setText(tr("{join}: what is it?").format(join=listed(asked)) if several else "")

    def answer(self, learner: str, finding: Finding) -> None:
        """Take an answer to the strip that is shown."""
        if self.quiz is None or self._explaining:
            return
        given = self.quiz.answer(learner, finding, self._now() - self._shown_at)
        if given is None:
            return
        self._show_turn()
        if self.quiz.asked:
            return
        if self.when.currentText() == tr(AT_ONCE):
            self._explain(self.quiz.question)
        else:
            self.go_on()

    def go_on(self) -> None:
        """Show the next strip; from one that was looked at again, go back to the results."""
        if self._looking_back is not None:
            self._show_results()
        elif self.quiz is not None:
            self.quiz.go_on()
            self._ask()

    def _explain(self, number: int) -> None:
        """Say what the strip was, by the annotations and by the models."""
        assert self.quiz is not None
        self._explaining = True
        place, strip = self.quiz.places[number], self.strips[number]
        given = [answer for answer in self.quiz.answers if answer.question == number]
        signs = ["✓" if self.quiz.right(answer) else "✗" for answer in given] or ["–"]
        if len(self.quiz.learners) > 1:
            signs = [
                labelled(f"{sign} {a.learner}", tr(a.finding.title))
                for sign, a in zip(signs, given, strict=False)
            ]
        self._verdict.setText(
            tr("{join}   It is: {full}").format(join="   ".join(signs), full=tr(place.finding.full))
        )
        right = bool(given) and all(self.quiz.right(answer) for answer in given)
        colour = self.theme.accent if right else self.theme.ectopic
        self._verdict.setStyleSheet(f"color: {colour};")
        counts = {symbol: sum(s == symbol for _, s in strip.beats) for _, symbol in strip.beats}
        beats = listed(f"{n} {symbol}" for symbol, n in counts.items()) or tr("no beat")
        seen = self.seen.get(number)
        models = tr(seen.words()) if seen is not None else tr("they are looking…")
        self._why.setText(
            tr("{title}. Annotated: {words}; beats: {beats}.\nThe monitor: {models}.").format(
                title=tr(place.title), words=tr(place.words), beats=beats, models=models
            )
        )
        self.paper.show_beats([(at - place.start, symbol) for at, symbol in strip.beats])
        self._told.show()
        self.buttons.hide()

    def look_at(self, number: int) -> None:
        """Look at a strip again, with its explanation."""
        if self.quiz is None or not 0 <= number < len(self.strips):
            return
        strip = self.strips[number]
        self._looking_back = number
        self.paper.show_strip(strip.samples, strip.place.fs, strip.leads)
        self._head.setText(tr("Strip {number} of {n}").format(number=number + 1, n=len(self.strips)))
        self._turn.clear()
        self._next.setText(tr("Back to the results  (Space)"))
        self._explain(number)
        self.setCurrentWidget(self._running)
        self.setFocus()

    def end(self) -> None:
        """Show the results of what has been answered."""
        if self.quiz is not None:
            self._show_results()

    def begin_anew(self) -> None:
        """Show the card again, with another number."""
        self._stop_looking()
        self.quiz = None
        self.seed.setValue(self.seed.value() % self.seed.maximum() + 1)
        self.setCurrentWidget(self._card)
        self.activate()

    # Keys -----------------------------------------------------------------------------------------

    def takes(self, key: str) -> bool:
        """Learners' keys while a strip is to be named, Space to go on, Esc to end."""
        if self.quiz is None or self.currentWidget() is not self._running:
            return self.currentWidget() is self._card and key == "Return"
        return key in ("Esc", "Space", "Return") or self._meaning(key) is not None

    def press(self, key: str) -> None:
        """Answer, go on, or end."""
        if self.currentWidget() is self._card:
            self.start()
            return
        meaning = None if self._explaining else self._meaning(key)
        if meaning is not None:
            self.answer(*meaning)
        elif key == "Esc":
            self.end()
        elif self._explaining and key in ("Space", "Return"):
            self.go_on()

    def _meaning(self, key: str) -> tuple[str, Finding] | None:
        if self.quiz is None:
            return None
        together = self.quiz.together
        for i, keys in enumerate(KEY_ROWS[: len(self.quiz.learners)] if together else KEY_ROWS[:1]):
            if key in keys.findings:
                asked = self.quiz.asked
                who = self.quiz.learners[i] if together else (asked[0] if asked else "")
                return who, list(Finding)[keys.findings.index(key)]
        return None

    def _on_button(self, finding: Finding) -> None:
        if self.quiz is not None and self.quiz.asked:
            self.answer(self.quiz.asked[0], finding)

    # Results --------------------------------------------------------------------------------------

    def _show_results(self) -> None:
        assert self.quiz is not None
        self._explaining, self._looking_back = False, None
        self._next.setText(tr("Next strip  (Space)"))
        self.results.fill(self.quiz)
        self.setCurrentWidget(self.results)

    def export_csv(self) -> None:
        """Write every answer for a spreadsheet."""
        if self.quiz is not None:
            quiz = self.quiz
            self.save(
                tr("Export the quiz"), "quiz.csv", tr("CSV (*.csv)"), lambda path: write_quiz_csv(path, quiz)
            )

    def export_json(self) -> None:
        """Write the results for a program."""
        if self.quiz is not None:
            quiz, seed = self.quiz, self.seed.value()
            self.save(
                tr("Export the quiz"),
                "quiz.json",
                tr("JSON (*.json)"),
                lambda path: write_quiz_json(path, quiz, seed),
            )

    # The end --------------------------------------------------------------------------------------

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(theme)
        self.results.theme = theme
        if self.quiz is not None and self.currentWidget() is self.results:
            self._show_results()
        elif self._explaining:
            self._explain(self._number)

    def _stop_looking(self) -> None:
        looker, self._looker = self._looker, None
        if looker is not None:
            looker.seen.disconnect(self._on_seen)
            looker.ask_to_stop()

    def stop(self) -> None:
        """End drawing and looking."""
        if self._maker is not None:
            self._maker.stop()
        if self._looker is not None:
            self._looker.stop()
