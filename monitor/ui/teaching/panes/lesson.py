"""Class: the stream plays, learners name what they see, and the annotations say how they did."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assets.phrase import phrase
from monitor.bedside.teaching.export import write_class_csv, write_class_json
from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.learners import KEY_ROWS, LearnerError, Mark
from monitor.bedside.teaching.scoring import Result, Verdict, score
from monitor.bedside.teaching.truth import Truth
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart
from monitor.ui.kit.language import complaint, named, tr
from monitor.ui.kit.parts import button, column, row
from monitor.ui.kit.text import CaptionLabel, ElidedLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock
from monitor.ui.pages.context import Context
from monitor.ui.teaching.pane import Pane, card, start_button
from monitor.ui.teaching.panes.watching import Watching, play_stream, refusal
from monitor.ui.teaching.parts.buttons import FindingButtons
from monitor.ui.teaching.parts.learners import Learners, LearnersLine
from monitor.ui.teaching.parts.strips import Strips
from monitor.ui.teaching.parts.tables import Table, duration, percent, share

WORDS = phrase(
    "The record or patient that is on plays, and learners name what they see: a key for each rhythm, and "
    "Space for “now!” at an ectopic beat. Meanwhile the window does not tell what the models think. At the "
    "end the annotations say who saw what, and how soon."
)

COLUMNS = (
    phrase("Learner"),
    phrase("Named"),
    phrase("Reaction"),
    "Right",
    phrase("Wrong"),
    phrase("Too early"),
    phrase("PVCs marked"),
    phrase("of marks right"),
)


class LessonPane(Pane):
    """The pane "Class"."""

    held = Signal(object, object, object)
    """A class was held: its `Watching`, its `Truth`, and the results."""

    debrief_asked = Signal()

    def __init__(self, context: Context, learners: Learners) -> None:
        super().__init__(context, learners)
        self.watching: Watching | None = None
        self.truth: Truth | None = None
        self.results: tuple[Result, ...] = ()
        self._name = ""
        self._why_not = CaptionLabel()
        self._start = start_button(tr("Start the class"), self.start)
        self._card = card(
            tr("Who sees it first?"), tr(WORDS), LearnersLine(learners), self._why_not, action=self._start
        )
        self._running, self._done = self._make_running(), self._make_done()
        for one in (self._card, self._running, self._done):
            self.addWidget(one)

    # Building -------------------------------------------------------------------------------------

    def _make_running(self) -> QWidget:
        self.strips = Strips(self.theme)
        self.buttons = FindingButtons(now=True)
        self.buttons.pressed.connect(self._on_button)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self._said: dict[str, tuple[QFrame, ElidedLabel]] = {}
        self._clock = PlainLabel()
        self._clock.setObjectName("large")
        end = button(tr("End the class"), self.end)
        end.setToolTip(tr("End it, and see how everyone did.  (Esc)"))
        whole = column(self.strips, row(self._clock, self._cards, end), self.buttons)
        whole.setStretch(0, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setLayout(whole)
        return page

    def _make_done(self) -> QWidget:
        self._headline, self._summary = PlainLabel(), CaptionLabel()
        self._headline.setObjectName("large")
        self.table = Table([tr(name) for name in COLUMNS])
        self.details = Table((tr("Time"), tr("What was so"), tr("Answers")), large=False)
        self._csv = button(tr("Export as CSV"), self.export_csv)
        self._json = button(tr("Export as JSON"), self.export_json)
        debrief = button(tr("Look back  ›"), self.debrief_asked.emit, primary=True)
        again = button(tr("Another class"), self.begin_anew)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._headline)
        whole.addWidget(self._summary)
        whole.addWidget(self.table, 2)
        whole.addWidget(self.details, 3)
        whole.addLayout(row(debrief, again, 1, self._csv, self._json))
        page = QWidget()
        page.setLayout(whole)
        return page

    # The course of a class ------------------------------------------------------------------------

    @property
    def starter(self) -> QWidget:
        """What begins a class."""
        return self._start

    @property
    def discreet(self) -> bool:
        """While learners mark, the models keep to themselves what they say."""
        return self.watching is not None

    def activate(self) -> None:
        """Say whether a class can be held on what is on."""
        self.refresh()
        if self.currentWidget() is self._card:
            self._start.setFocus()

    def refresh(self) -> None:
        """Bring the clock, and whether one can begin, up to date."""
        why = refusal(self.context)
        if self._why_not.text() != why:
            self._why_not.setText(why)
        self._why_not.setVisible(bool(why))
        self._start.setEnabled(not why)
        session, watching = self.context.session, self.watching
        if watching is not None and session.info is not None:
            self._clock.setText(clock((watching.stop - watching.start) / session.info.fs, 0))

    def start(self) -> None:
        """Begin a class on what is on, from here."""
        try:
            names = self.learners.names()
        except LearnerError as error:
            self.context.say(complaint(error))
            return
        if refusal(self.context):
            return
        self.watching = Watching(self.context, names, together=self.learners.together, parent=self)
        self.watching.marked.connect(self._on_mark)
        self.watching.ended.connect(self._on_end)
        self._name = self.context.session.info.name if self.context.session.info is not None else ""
        self._show_cards()
        play_stream(self.strips, self.context)
        self.strips.show_marks(partial(self.watching.marks_in, lambda mark: self.theme.text))
        self.setCurrentWidget(self._running)
        self.setFocus()
        self.refresh()

    def end(self) -> None:
        """End the class, and show how everyone did."""
        if self.watching is not None:
            self.context.session.pause()
            self.watching.frame()
            self.watching.end("")

    def _on_end(self, why: str) -> None:
        watching = self.watching
        if watching is None:
            return
        if why:
            self.context.say(why)
        if self.context.session.source is not watching.source:
            self.watching = None
            self.setCurrentWidget(self._card)  # its annotations are gone with it
            return
        self.truth = watching.truth()
        self.results = score(self.truth, watching.marks, watching.names)
        self.watching = None
        self._show_results()
        self.held.emit(watching, self.truth, self.results)

    def begin_anew(self) -> None:
        """Show the card again."""
        self.setCurrentWidget(self._card)
        self.activate()

    def frame(self) -> None:
        """Follow the stream."""
        if self.watching is None:
            return
        if self.isVisible():
            self.strips.advance(self.context.session.head)
        self.watching.frame()

    # Keys and marks -------------------------------------------------------------------------------

    def takes(self, key: str) -> bool:
        """Learners' keys, Return for the next one's turn, Esc for the end; on the card Return begins."""
        if self.watching is None:
            return self.currentWidget() is self._card and key == "Return"
        return self.watching.takes(key) or key in ("Esc", "Return")

    def press(self, key: str) -> None:
        """Mark, change turns, or end."""
        if self.watching is None:
            self.start()
        elif key == "Esc":
            self.end()
        elif key == "Return" and not self.watching.together:
            self.watching.next_turn()
            self._show_turn()
        else:
            self.watching.press(key)

    def _on_button(self, finding: Finding | None) -> None:
        if self.watching is not None:
            watching = self.watching
            watching.mark(watching.names[0] if watching.together else watching.who, finding)

    def _on_mark(self, mark: Mark) -> None:
        info = self.context.session.info
        if info is None:
            return
        self.strips.touch(mark.sample)
        _, said = self._said[mark.learner]
        what = tr(mark.finding.title) if mark.finding else tr("now!")
        said.setText(f"{what}  {clock(mark.sample / info.fs)}")

    def _show_cards(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._said = {}
        assert self.watching is not None
        for i, name in enumerate(self.watching.names):
            who, said = ElidedLabel(name), ElidedLabel(self._keys_of(i))
            who.setObjectName("title")
            said.setObjectName("note")
            frame = QFrame()
            frame.setObjectName("panel")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(12, 4, 12, 4)
            inside.setSpacing(0)
            inside.addWidget(who)
            inside.addWidget(said)
            self._cards.addWidget(frame, 1)
            self._said[name] = frame, said
        self._show_turn()

    def _keys_of(self, learner: int) -> str:
        if self.watching is None or not self.watching.together:
            return ""
        keys = KEY_ROWS[learner]
        return tr("{findings}…{findings_2} {findings_3}, now! {now}").format(
            findings=keys.findings[0], findings_2=keys.findings[8], findings_3=keys.findings[9], now=keys.now
        )

    def _show_turn(self) -> None:
        assert self.watching is not None
        several = len(self.watching.names) > 1 and not self.watching.together
        for name, (frame, _) in self._said.items():
            on = several and name == self.watching.who
            frame.setStyleSheet(f"QFrame#panel {{ border: 2px solid {self.theme.accent}; }}" if on else "")

    # Results --------------------------------------------------------------------------------------

    def _show_results(self) -> None:
        truth = self.truth
        assert truth is not None
        length = clock((truth.stop - truth.start) / truth.fs, 0)
        self._headline.setText(tr("{name}, {length} watched").format(name=named(self._name), length=length))
        asked = [episode for episode in truth.episodes if episode.asked]
        beats = len(truth.ectopic)
        self._summary.setText(
            " ".join(
                (
                    tr("%n episode(s) to be named.", "", len(asked)),
                    tr("%n ectopic beat(s).", "", beats),
                    tr(
                        "A right answer names what is so, until 5 s after it has ended; the reaction is the "
                        "median time from the annotated onset. “Too early” was guessed before it began."
                    ),
                )
            )
        )
        self.table.fill([_cells(result) for result in self.results])
        self._show_details(truth)
        self.setCurrentWidget(self._done)

    def _show_details(self, truth: Truth) -> None:
        rows, colours = [], []
        for episode in truth.episodes:
            answers = [
                f"{result.learner} {in_figures((judged.mark.sample - episode.start) / truth.fs, '+.1f')} s"
                for result in self.results
                for judged in result.judged
                if judged.episode is episode and judged.verdict is Verdict.RIGHT and judged.mark.finding
            ]
            missed = [result.learner for result in self.results if episode in result.missed]
            if not (episode.asked or answers):
                continue
            told = apart([*answers, *(tr("{who} missed it").format(who=who) for who in missed)])
            times = tr("{clock} to {clock_2}").format(
                clock=clock(episode.start / truth.fs), clock_2=clock(episode.end / truth.fs)
            )
            rows.append(
                [
                    times,
                    tr("{what}: {words}").format(what=tr(episode.finding.title), words=tr(episode.words)),
                    told,
                ]
            )
            # Red is what nobody saw: who was right is not to read it in the colour of who was not.
            colours.append(
                [None, None, self.theme.accent if not missed else None if answers else self.theme.ectopic]
            )
        for result in self.results:
            for judged in result.judged:
                if judged.verdict is Verdict.WRONG and judged.mark.finding is not None:
                    so = (
                        tr(judged.episode.finding.full) if judged.episode else tr("nothing that has a button")
                    )
                    rows.append(
                        [
                            clock(judged.mark.sample / truth.fs),
                            so,
                            tr("{learner} called it {title}").format(
                                learner=result.learner, title=tr(judged.mark.finding.title)
                            ),
                        ]
                    )
                    colours.append([None, None, self.theme.ectopic])
        order = sorted(range(len(rows)), key=lambda i: rows[i][0])
        self.details.fill([rows[i] for i in order], [colours[i] for i in order])

    def export_csv(self) -> None:
        """Write every mark for a spreadsheet."""
        self._export(tr("CSV (*.csv)"), "class.csv", write_class_csv)

    def export_json(self) -> None:
        """Write the results for a program."""
        self._export(
            tr("JSON (*.json)"), "class.json", lambda path, *rest: write_class_json(path, self._name, *rest)
        )

    def _export(self, kinds: str, name: str, write: Callable[..., None]) -> None:
        if self.truth is not None:
            self.save(tr("Export the class"), name, kinds, lambda path: write(path, self.truth, self.results))

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        super().restyle(theme)
        self.strips.restyle(theme)
        if self.watching is not None:
            self._show_turn()
        if self.truth is not None:
            self._show_details(self.truth)


def _cells(result: Result) -> list[str]:
    return [
        result.learner,
        share(result.named, result.asked),
        duration(result.reaction_s),
        str(result.count(Verdict.RIGHT)),
        str(result.count(Verdict.WRONG)),
        str(result.count(Verdict.PREMATURE)),
        share(len(result.beats.hits), len(result.beats.hits) + len(result.beats.missed)),
        percent(result.beats.predictivity),
    ]
