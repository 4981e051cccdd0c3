"""The page "Class": four panes, pills to change between them, and the keys of whoever learns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout

from assets.phrase import phrase
from monitor.ui.kit.language import tr
from monitor.ui.kit.room.scrolling import Stack
from monitor.ui.kit.theme import Theme
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage
from monitor.ui.teaching.pane import Pane
from monitor.ui.teaching.panes.against import AgainstPane
from monitor.ui.teaching.panes.debrief import DebriefPane
from monitor.ui.teaching.panes.lesson import LessonPane
from monitor.ui.teaching.panes.quiz import QuizPane
from monitor.ui.teaching.parts.learners import Learners

PANES: dict[str, tuple[str, str]] = {
    "class": (phrase("Class"), phrase("Name what you see while the stream plays.")),
    "quiz": (phrase("Quiz"), phrase("Name strips of the database.")),
    "against": (phrase("Against the model"), phrase("Mark ectopic beats; the detector does so too.")),
    "debrief": (phrase("Debrief"), phrase("Look back on what happened and who saw it.")),
}
"""The panes by their names: words, and a sentence."""

_TEXT = (QLineEdit, QSpinBox)
"""Controls in which one types: no key of theirs is a learner's."""


class TeachingPage(ControlsPage):
    """The tab.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.learners = Learners(context.settings, self)
        self.lesson = LessonPane(context, self.learners)
        self.quiz = QuizPane(context, self.learners)
        self.against = AgainstPane(context, self.learners)
        self.debrief = DebriefPane(context, self.learners, secret=lambda: self.discreet)
        self.panes: dict[str, Pane] = dict(
            zip(PANES, (self.lesson, self.quiz, self.against, self.debrief), strict=True)
        )
        self.lesson.held.connect(self.debrief.show_held)
        self.lesson.debrief_asked.connect(lambda: self.show_pane("debrief"))
        self._pills = QButtonGroup(self)
        pills = QHBoxLayout()
        pills.setSpacing(6)
        for i, (words, tip) in enumerate(PANES.values()):
            pill = QPushButton(tr(words))
            pill.setObjectName("pill")
            pill.setToolTip(tr(tip))
            pill.setCheckable(True)
            list(self.panes.values())[i].setAccessibleName(tr(words))
            pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._pills.addButton(pill, i)
            pills.addWidget(pill)
        pills.addStretch(1)
        self._pills.idClicked.connect(lambda i: self.show_pane(list(PANES)[i]))
        self._stack = Stack()
        for pane in self.panes.values():
            self._stack.addWidget(pane)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 10, 16, 12)
        whole.setSpacing(10)
        whole.addLayout(pills)
        whole.addWidget(self._stack, 1)
        self._pills.button(0).setChecked(True)

    def pill(self, name: str) -> QPushButton:
        """What shows a pane of `PANES`."""
        found = self._pills.button(list(PANES).index(name))
        assert isinstance(found, QPushButton)
        return found

    @property
    def pane(self) -> Pane:
        """The pane shown."""
        return self.panes[list(PANES)[self._pills.checkedId()]]

    @property
    def pane_names(self) -> tuple[str, ...]:
        """Names of the panes."""
        return tuple(PANES)

    @property
    def discreet(self) -> bool:
        """Whether learners are marking, and the window must not tell what the models say."""
        return any(pane.discreet for pane in self.panes.values())

    def show_pane(self, name: str) -> None:
        """Show a pane; one on which learners are marking goes on.

        Raises
        ------
        ValueError
            If there is no such pane.
        """
        if name not in self.panes:
            super().show_pane(name)
        self._pills.button(list(PANES).index(name)).setChecked(True)
        self._stack.setCurrentWidget(self.panes[name])
        self.panes[name].activate()

    def activate(self) -> None:
        """Show the pane as it now is."""
        self.pane.activate()

    def frame(self) -> None:
        """Let every pane take its part: what was begun goes on while another page is shown."""
        for pane in self.panes.values():
            pane.frame()

    def refresh(self) -> None:
        """Bring the pane shown up to date."""
        self.pane.refresh()

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for pane in self.panes.values():
            pane.restyle(theme)

    def stop(self) -> None:
        """End what runs on any pane."""
        for pane in self.panes.values():
            pane.stop()

    @property
    def busy(self) -> bool:
        """A lesson or a quiz goes on, or is still looked at."""
        return any(pane.busy for pane in self.panes.values())

    def hand_over(self) -> object:
        """The pane shown."""
        name = next(name for name, pane in self.panes.items() if pane is self.pane)
        self.stop()
        return name

    def take_over(self, legacy: object) -> None:
        """Show the same pane."""
        if isinstance(legacy, str):
            self.show_pane(legacy)

    # Keys -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep learners' keys from the window's shortcuts, while there is something to press."""
        if isinstance(event, QKeyEvent) and not isinstance(self.focusWidget(), _TEXT):
            key = _name(event)
            if event.type() == QEvent.Type.ShortcutOverride and self._takes(event, key):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._takes(event, key):
                if not event.isAutoRepeat():
                    self.pane.press(key)
                event.accept()
                return True
        return super().event(event)

    def _takes(self, event: QKeyEvent, key: str) -> bool:
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return plain == Qt.KeyboardModifier.NoModifier and self.pane.takes(key)


def _name(event: QKeyEvent) -> str:
    """Name of a key, as Qt writes it, whichever Return it is."""
    name = QKeySequence(event.key()).toString()
    return "Return" if name == "Enter" else name


def make_page(context: Context) -> TeachingPage:
    """Make the page."""
    return TeachingPage(context)
