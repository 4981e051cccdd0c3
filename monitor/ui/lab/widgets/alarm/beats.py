"""The same alarm with another alphabet: a network that saw normal heartbeats only, and beats that are not."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.digits.alarm import Unseen, load_unseen
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import panel, row, small
from monitor.ui.kit.text import MarkupCaptionLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.widgets.alarm.board import AlarmBoard
from monitor.ui.lab.widgets.alarm.words import CHANCE, FOUND

FILE = "unseen-beats"

TITLES = {
    "error": (
        phrase("error"),
        phrase("Share of the beat's power that is lost when it is redrawn from two numbers"),
    ),
    "against_usual": (
        phrase("over the patient's usual"),
        phrase("The error divided by that of the patient's latest beats"),
    ),
    "far": (
        phrase("far from his usual place"),
        phrase("How far on the map a beat lands from the patient's latest beats"),
    ),
}

LITTLE = 0.7
"""Below this AUROC a score is said to find little."""

CLEARLY = 0.1
"""A difference of two AUROCs that is worth a word."""

NAMES = {"ventricular": phrase("ventricular beats"), "supraventricular": phrase("supraventricular beats")}
"""Kinds of beats in the plural, by their names in the file."""

EARLY = phrase(
    "A supraventricular beat comes early, but has nearly the shape of a normal one, as a 9 has that of a 4: "
    "what is in the time, no score of the shape finds. The Monitor looks at the intervals as well."
)


class BeatsAlarm(QWidget):
    """The alarm on heartbeats.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.figures = load_unseen(FILE)
        self._kinds = QButtonGroup(self)
        buttons = []
        for i, name in enumerate(self.figures):
            one = QPushButton(tr(NAMES.get(name, name)))
            one.setCheckable(True)
            self._kinds.addButton(one, i)
            buttons.append(one)
        buttons[0].setChecked(True)
        self.board = AlarmBoard(theme, TITLES)
        self.said = MarkupCaptionLabel()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        note = small(tr("each beat counts alike"))
        note.setToolTip(tr("half of the Supraventricular Database: patients new to the network"))
        never = panel(tr("A network that never saw…"), row(*buttons, 1), self.board, self.said, note=note)
        rows = never.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.setStretchFactor(self.board, 1)
        whole.addWidget(never, 1)
        self._kinds.idToggled.connect(self._on_kind)
        self.board.changed.connect(self._say)
        self._show()

    @property
    def found(self) -> Unseen:
        """What was measured of the kind chosen."""
        return list(self.figures.values())[self._kinds.checkedId()]

    def choose(self, kind: str) -> None:
        """Choose a kind of beat by its name."""
        self._kinds.button(list(self.figures).index(kind)).setChecked(True)

    def _on_kind(self, _: int, on: bool) -> None:
        if on:
            self._show()

    def _show(self) -> None:
        self.board.show_unseen(
            self.found, tr("normal beats"), tr(NAMES.get(self.found.name, self.found.name))
        )
        self._say()

    def _say(self) -> None:
        self.said.setText(why_beats(self.found, self.board.score))


def why_beats(found: Unseen, score: str) -> str:
    """How well a score finds a kind of beat, and why; our own markup."""
    auroc = found.scores[score].auroc
    if auroc >= FOUND:
        said = tr("<b>It finds most of them.</b>")
    elif auroc >= LITTLE:
        said = tr("<b>It finds some of them.</b>")
    elif auroc >= CHANCE:
        said = tr("<b>It tells little:</b> not much more than a coin.")
    else:
        said = tr("<b>Worse than chance.</b>")
    every = listed(
        f"{tr(TITLES[name][0])} {in_figures(one.auroc, '.2f')}" for name, one in found.scores.items()
    )
    gain = found.scores["far"].auroc - found.scores["error"].auroc
    if found.name == "supraventricular" and max(one.auroc for one in found.scores.values()) < FOUND:
        why = tr(EARLY)
    elif gain > CLEARLY:
        why = tr(
            "What gives it away is where it lands on the map, more than how badly it is redrawn from there."
        )
    else:
        why = ""
    return " ".join(filter(None, (said, why, tr("AUROC: {every}.").format(every=every))))
