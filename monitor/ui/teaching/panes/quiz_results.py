"""What came of a quiz: who was right, each strip, and what was taken for what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.bedside.teaching.findings import Finding
from monitor.bedside.teaching.quiz import Quiz
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import apart, bracketed, labelled
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button
from monitor.ui.kit.room.scrolling import Stack
from monitor.ui.kit.text import PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.teaching.parts.tables import Table, duration, share


class QuizResults(QWidget):
    """The results, in three tables.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    look_asked = Signal(int)
    """A strip is to be looked at again."""

    again_asked = Signal()
    csv_asked = Signal()
    json_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.headline = PlainLabel()
        self.headline.setObjectName("large")
        self.table = Table((tr("Learner"), tr("Right"), tr("Time to a right answer")))
        self.confusion = Table(
            (tr("Was  \\  called"), *(tr(finding.title) for finding in Finding)), large=False
        )
        self.list = Table(("", tr("Strip"), tr("Was"), tr("Answers"), tr("From")), large=False)
        self.list.doubleClicked.connect(lambda index: self.look_asked.emit(index.row()))
        self._stack, self._pills = Stack(), QButtonGroup(self)
        pills = QHBoxLayout()
        pills.setSpacing(6)
        tables = {
            tr("Results"): self.table,
            tr("Strips"): self.list,
            tr("What was taken for what"): self.confusion,
        }
        for i, (words, table) in enumerate(tables.items()):
            pill = QPushButton(words)
            pill.setObjectName("pill")
            pill.setCheckable(True)
            self._pills.addButton(pill, i)
            pills.addWidget(pill)
            self._stack.addWidget(table)
        pills.addStretch(1)
        self._pills.idClicked.connect(self.show_table)
        self.show_table(0)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(button(tr("Another quiz"), self.again_asked.emit, primary=True))
        foot.addWidget(button(tr("Look at the strip"), lambda: self.look_asked.emit(self.list.currentRow())))
        foot.addStretch(1)
        foot.addWidget(button(tr("Export as CSV"), self.csv_asked.emit))
        foot.addWidget(button(tr("Export as JSON"), self.json_asked.emit))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.headline)
        whole.addLayout(pills)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)

    def show_table(self, number: int) -> None:
        """Show one of the tables: results, strips, what was taken for what."""
        self._pills.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)

    def fill(self, quiz: Quiz) -> None:
        """Show the results as they are."""
        right, answered = sum(r.right for r in quiz.results()), len(quiz.answers)
        self.headline.setText(
            tr("{right} of {answered} right").format(right=right, answered=answered)
            if answered
            else tr("Nothing was answered")
        )
        self.table.fill(
            [[r.learner, share(r.right, r.answered), duration(r.seconds)] for r in quiz.results()]
        )
        self._fill_confusion(quiz)
        rows, colours = [], []
        for i, place in enumerate(quiz.places):
            given = [answer for answer in quiz.answers if answer.question == i]
            told = apart(
                labelled(a.learner, bracketed(tr(a.finding.title), f"{in_figures(a.seconds, '.1f')} s"))
                for a in given
            )
            well = bool(given) and all(quiz.right(answer) for answer in given)
            sign = "✓" if well else "✗" if given else "–"
            rows.append([sign, str(i + 1), tr(place.finding.title), told, tr(place.title)])
            colours.append([self.theme.accent if well else self.theme.ectopic, *[None] * 4])
        self.list.fill(rows, colours)
        if self.list.currentRow() < 0 and rows:
            self.list.selectRow(0)

    def _fill_confusion(self, quiz: Quiz) -> None:
        counts = quiz.confusion()
        rows: list[list[str]] = []
        colours: list[list[str | None]] = []
        for was in Finding:
            cells = {called: counts.get((was, called), 0) for called in Finding}
            if any(cells.values()):
                rows.append([tr(was.title), *(str(n) if n else "·" for n in cells.values())])
                colours.append([None, *(self._colour(was, called, n) for called, n in cells.items())])
        self.confusion.fill(rows, colours)

    def _colour(self, was: Finding, called: Finding, n: int) -> str:
        if not n:
            return self.theme.dim
        return self.theme.accent if called is was else self.theme.ectopic
