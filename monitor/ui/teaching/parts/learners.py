"""Who learns: a line with names, and whether they take turns or have keys of their own."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from assets.phrase import phrase
from monitor.bedside.teaching.learners import KEY_ROWS, MOST_TOGETHER, KeyRow, LearnerError, checked_names
from monitor.ui.kit.joins import labelled, listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import column, row, small
from monitor.ui.kit.text import CaptionLabel
from monitor.ui.pages.settings import Settings

_COMMAS = re.compile("[,，、]")  # the last two are those of a Japanese keyboard

TURNS, TOGETHER = phrase("Take turns"), phrase("Keys of their own")


class Learners(QObject):
    """The learners, the same on every pane and kept for the next start.

    Parameters
    ----------
    settings : Settings
        Where they are kept.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.text = listed(settings.names("learners")) or tr("Learner")
        self.together = settings.flag("learners_together", False)

    def set(self, text: str, together: bool) -> None:
        """Change the names, with commas between them, and whether all answer at once."""
        if (text, together) == (self.text, self.together):
            return
        self.text, self.together = text, together
        self.changed.emit()

    def names(self) -> tuple[str, ...]:
        """Give the names, checked, and keep them.

        Raises
        ------
        LearnerError
            If they cannot be taken; one sentence.
        """
        names = checked_names(_COMMAS.split(self.text))
        if self.together and len(names) > MOST_TOGETHER:
            raise LearnerError(
                phrase(
                    "At one keyboard {most} learners have keys of their own; {n} take turns.",
                    most=MOST_TOGETHER,
                    n=len(names),
                )
            )
        self._settings.remember(learners=list(names), learners_together=self.together)
        return names


class LearnersLine(QWidget):
    """The line in which they are typed.

    Parameters
    ----------
    learners : Learners
        What is shown and changed.
    findings : bool
        Whether they name findings; else "now!" is all that they press.
    now : bool
        Whether there is a "now!"; else strips are named one after the other.
    """

    def __init__(self, learners: Learners, *, findings: bool = True, now: bool = True) -> None:
        super().__init__()
        self._learners, self._findings, self._now = learners, findings, now
        self._names, self._how, self._keys = QLineEdit(), QComboBox(), CaptionLabel()
        self._names.setMaxLength(1000)
        self._names.setPlaceholderText(tr("Ada, Bob, Chi"))
        self._names.setAccessibleName(tr("Learners' names, with commas between them"))
        self._how.addItems([tr(TURNS), tr(TOGETHER)])
        self._how.setAccessibleName(tr("How they answer"))
        self._keys.setObjectName("note")
        whole = column(
            small(tr("Learners, with commas between them")), row(self._names, self._how), self._keys
        )
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._names.textEdited.connect(self._tell)
        self._how.currentIndexChanged.connect(self._tell)
        learners.changed.connect(self._show)
        self._show()

    def _tell(self, *_: object) -> None:
        self._learners.set(self._names.text(), self._how.currentText() == tr(TOGETHER))
        self._show_keys()

    def _show(self) -> None:
        if self._names.text() != self._learners.text:
            self._names.setText(self._learners.text)
        self._how.setCurrentText(tr(TOGETHER) if self._learners.together else tr(TURNS))
        self._show_keys()

    def _show_keys(self) -> None:
        self._keys.setText(self._keys_of_a_class() if self._now else self._keys_of_a_quiz())

    def _keys_of_a_quiz(self) -> str:
        after = tr("Space goes on from an explanation, Esc ends the quiz.")
        if not self._learners.together:
            return tr("Keys 1 to 9 and 0 name what is seen. {more}").format(more=after)
        rows = [labelled(name, self._named(keys)) for name, keys in self._rows()]
        return "   ".join([*rows, after])

    def _rows(self) -> list[tuple[str, KeyRow]]:
        names = [name.strip() for name in _COMMAS.split(self._learners.text) if name.strip()]
        return [(name[:16], keys) for name, keys in zip(names, KEY_ROWS, strict=False)]

    def _named(self, keys: KeyRow) -> str:
        first, last, other = keys.findings[0], keys.findings[8], keys.findings[9]
        return tr("{first}…{last} and {other}").format(first=first, last=last, other=other)

    def _keys_of_a_class(self) -> str:
        if not self._learners.together:
            named = tr("Keys 1 to 9 and 0 name what is seen, ") if self._findings else ""
            return tr("{named}Space is “now!”. Return: the next one.").format(named=named)
        rows = [
            labelled(
                name,
                listed(
                    [*([self._named(keys)] if self._findings else []), tr("now! {now}").format(now=keys.now)]
                ),
            )
            for name, keys in self._rows()
        ]
        return "   ".join(rows)
