"""What a class can do while a scenario runs: a row of buttons, and what it is told and asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from assets.phrase import phrase
from models.scenario.player import Happened, What
from models.scenario.script import Ask, Deed
from monitor.ui.instructor.desk import Desk
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import ElidedLabel

HEIGHT_PX = 44
"""Its height, in logical pixels."""

WORDS = {Deed.HELP: phrase("Call for help"), Deed.SHOCK: phrase("Shock"), Deed.DRUG: phrase("Give the drug")}
"""What the buttons say; acknowledging has a button of its own beside the alarm."""


class LearnersBar(QFrame):
    """Shown while a scenario runs; it tells nothing of what is to come.

    Parameters
    ----------
    desk : Desk
        Where to what is done goes.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT_PX)
        self._desk = desk
        self._told = self._asked = ""
        self.words = ElidedLabel(lines=2)
        self.words.setAccessibleName(tr("What the class is told"))
        self.answer = QPushButton(tr("Answer"))
        self.answer.setObjectName("menu")
        self.answer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._answers = QMenu(self.answer)
        self.answer.setMenu(self._answers)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.answer)
        self.buttons: dict[Deed, QPushButton] = {}
        for deed, words in WORDS.items():
            button = self.buttons[deed] = QPushButton(tr(words))
            button.clicked.connect(lambda _checked=False, deed=deed: desk.do(deed))
            # A click leaves the keys where they were: Space is "now!", or Pause, and no second shock.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        desk.changed.connect(self._on_changed)
        desk.happened.connect(self._on_happened)
        self._on_changed()
        for one in desk.heard:  # another language is spoken: what was said and asked goes on
            self._on_happened(one)

    def _on_changed(self) -> None:
        self._told = self._asked = ""
        self._show()

    def _on_happened(self, one: Happened) -> None:
        course = self._desk.course
        if one.what is What.SAY:
            self._told = tr(one.words)
        elif one.what is What.STEP:
            # A question belongs to its step; what was said stays until something else is.
            self._asked = ""
        elif one.what is What.ASK and course is not None:
            self._ask(one, course.scenario.named(one.step).ask)
        elif one.what is What.ANSWER:
            self._asked = ""
        else:
            return
        self._show()

    def _ask(self, one: Happened, ask: Ask | None) -> None:
        self._asked = tr(one.words)
        self._answers.clear()
        for answer in ask.answers if ask is not None else ():
            # An ampersand would be taken for a key's mark.
            action = self._answers.addAction(tr(answer).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, answer=answer: self._desk.answer(answer))

    def _show(self) -> None:
        self.setVisible(self._desk.course is not None)
        self.words.setText("  ".join(filter(None, (self._told, self._asked))))
        self.answer.setVisible(bool(self._asked))
