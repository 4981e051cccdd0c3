"""An alarm to be set: which score, where its threshold lies, and what that is worth."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from models.digits.alarm import Counts, Unseen
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import row
from monitor.ui.kit.text import MarkupLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.alarm.heaps import HeapsView
from monitor.ui.lab.widgets.alarm.roc import RocView

MANY = 0.995
"""A share above this is not said to be all, nor one below the rest of it none."""


class AlarmBoard(QWidget):
    """The alarm.

    Parameters
    ----------
    theme : Theme
        Colours.
    titles : dict of str to (str, str)
        What the button of each score says, and its tooltip, by the score's name.
    """

    changed = Signal()
    """Another score or another threshold."""

    def __init__(self, theme: Theme, titles: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.found: Unseen | None = None
        self._edges: dict[tuple[str, str], int] = {}
        self._names = (tr("known"), tr("never seen"))
        self._scores: Mapping[str, float] = {}
        self._order = tuple(titles)
        self._pills = QButtonGroup(self)
        pills = []
        for i, name in enumerate(self._order):
            pill = QPushButton(tr(titles[name][0]))
            pill.setObjectName("pill")
            pill.setToolTip(tr(titles[name][1]))
            pill.setCheckable(True)
            self._pills.addButton(pill, i)
            pills.append(pill)
        pills[0].setChecked(True)
        self._pills.idToggled.connect(self._on_score)
        self.heaps, self.roc = HeapsView(theme), RocView(theme)
        self.heaps.moved.connect(self._on_moved)
        self.worth = MarkupLabel()
        self.worth.setWordWrap(True)
        self.worth.setMinimumHeight(64)
        usual = QPushButton(tr("1 in 20 false"))
        usual.setToolTip(tr("Put the line where one in twenty of what it knows raises a false alarm"))
        usual.clicked.connect(self._put_back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(row(*pills, 1, spacing=4))
        pictures = row(self.heaps, self.roc, spacing=12)
        pictures.setStretch(0, 3)
        pictures.setStretch(1, 1)
        whole.addLayout(pictures, 1)
        below = row(self.worth, usual, spacing=12)
        below.setStretch(0, 1)
        whole.addLayout(below)

    @property
    def score(self) -> str:
        """Name of the score chosen."""
        return self._order[self._pills.checkedId()]

    @property
    def counts(self) -> Counts:
        """What was measured of it."""
        assert self.found is not None
        return self.found.scores[self.score]

    @property
    def edge(self) -> int:
        """The edge on which the threshold lies: where it was left, or where few alarms are false."""
        assert self.found is not None
        return self._edges.get((self.found.name, self.score), self.counts.usual)

    @property
    def threshold(self) -> float:
        """The score from which on the alarm sounds."""
        return float(self.counts.edges[self.edge])

    def choose(self, score: str) -> None:
        """Choose a score by its name."""
        self._pills.button(self._order.index(score)).setChecked(True)

    def show_unseen(self, found: Unseen, known: str, unseen: str) -> None:
        """Show what was measured; `known` and `unseen` say in the plural what the heaps are."""
        self.found, self._names = found, (known, unseen)
        for i, name in enumerate(self._order):
            self._pills.button(i).setVisible(name in found.scores)
        if self.score not in found.scores:
            self.choose(next(iter(found.scores)))  # which shows it
        self._show()

    def show_scores(self, scores: Mapping[str, float]) -> None:
        """Mark the scores of the learner's own picture; none takes the mark away."""
        self._scores = scores
        self.heaps.show_mark(scores.get(self.score))

    @property
    def alarmed(self) -> bool | None:
        """Whether the learner's own picture raises the alarm; None without one."""
        own = self._scores.get(self.score)
        return None if own is None else own >= self.threshold

    def known_below(self) -> float:
        """Share of what is known that scores less than the learner's own picture, to a bin."""
        own = self.counts.place(self._scores[self.score])
        return float(1 - self.counts.false_share[round(own)])

    def _on_score(self, _: int, on: bool) -> None:
        if on and self.found is not None and self.score in self.found.scores:
            self._show()
            self.changed.emit()

    def _on_moved(self, edge: int) -> None:
        assert self.found is not None
        self._edges[self.found.name, self.score] = edge
        self._show()
        self.changed.emit()

    def _put_back(self) -> None:
        if self.found is not None:
            self.heaps.set_edge(self.counts.usual)

    def _show(self) -> None:
        counts, edge = self.counts, self.edge
        known, unseen = self._names
        self.heaps.show_counts(counts, edge, (known, tr("{unseen}, never seen").format(unseen=unseen)))
        self.heaps.show_mark(self._scores.get(self.score))
        self.roc.show_counts(counts, edge)
        false, true = self.roc.point()
        self.worth.setText(
            tr(
                "At this line <b>{found}</b> of 100 {unseen} raise the alarm "
                "(sensitivity), and <b>{wrong}</b> of 100 {known} raise it falsely "
                "(specificity {specificity:.2f})."
            ).format(
                found=in_hundred(true),
                unseen=unseen,
                wrong=in_hundred(false),
                known=known,
                specificity=1 - false,
            )
            + " "
            + worth(counts)
        )


def in_hundred(share: float) -> str:
    """So many of a hundred; all and none only where it is so."""
    if 0 < share < 1 - MANY:
        return tr("fewer than 1")
    if MANY < share < 1:
        return tr("more than 99")
    return in_figures(100 * share, ".0f")


def worth(counts: Counts) -> str:
    """The AUROC in words, with what other trainings gave where some were done; our own markup."""
    if not counts.runs:
        return tr("AUROC <b>{auroc:.2f}</b>.").format(auroc=counts.auroc)
    return tr("AUROC <b>{auroc:.2f}</b>; {runs} other trainings gave {low:.2f} to {high:.2f}.").format(
        auroc=counts.auroc, runs=len(counts.runs), low=min(counts.runs), high=max(counts.runs)
    )
