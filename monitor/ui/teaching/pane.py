"""What every pane of the class has: a card that says the one thing to do, and keys while it is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from assets.errors import AssetError
from monitor.ui.kit.language import complaint, tr
from monitor.ui.kit.parts import button, row
from monitor.ui.kit.room.scrolling import Scroll, Stack
from monitor.ui.kit.text import CaptionLabel, PlainLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import restyle
from monitor.ui.pages.context import Context
from monitor.ui.teaching.parts.learners import Learners

CARD_PX = 760
"""A card is no wider than this, in logical pixels."""


class Pane(Stack):
    """Base of the panes.

    Parameters
    ----------
    context : Context
        What a page is given.
    learners : Learners
        Who takes part, on whichever pane.
    """

    def __init__(self, context: Context, learners: Learners) -> None:
        super().__init__()
        self.context, self.learners = context, learners
        self.theme = context.theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # its keys are the learners'; Tab goes to its controls

    @property
    def discreet(self) -> bool:
        """Whether the window must not tell what the models say: learners are to see it themselves."""
        return False

    @property
    def busy(self) -> bool:
        """Whether something goes on, or is still looked at, that would be lost with the pane."""
        return self.currentIndex() > 0

    def takes(self, key: str) -> bool:
        """Whether a key, as Qt names it, is for this pane now."""
        return False

    def press(self, key: str) -> None:
        """A key that `takes` asked for was pressed."""

    def activate(self) -> None:
        """The pane is about to be shown."""

    def frame(self) -> None:
        """A frame has passed while the page is shown or hidden."""

    def refresh(self) -> None:
        """Bring words and figures up to date; about four times a second while shown."""

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        restyle(self, theme)

    def stop(self) -> None:
        """End what runs."""

    # What panes are built of ----------------------------------------------------------------------

    def save(self, title: str, name: str, kinds: str, write: Callable[[Path], None]) -> None:
        """Ask where to, write, and say how it went."""
        path, _ = QFileDialog.getSaveFileName(self, title, name, kinds)
        if not path:
            return
        try:
            write(Path(path))
        except AssetError as error:
            self.context.fail(complaint(error))
        else:
            self.context.say(tr("Written: {path}").format(path=path))


def card(
    title: str,
    words: str,
    *content: QWidget | QLayout,
    action: QPushButton,
    other: QPushButton | None = None,
) -> QWidget:
    """A card in the middle: what this is, what can be chosen, and the one button that begins it."""
    frame = QFrame()
    frame.setObjectName("panel")
    frame.setMaximumWidth(CARD_PX)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(28, 20, 28, 22)
    inside.setSpacing(12)
    head = PlainLabel(title)
    head.setObjectName("large")
    inside.addWidget(head)
    inside.addWidget(CaptionLabel(words))
    for one in content:
        if isinstance(one, QLayout):
            inside.addLayout(one)
        else:
            inside.addWidget(one)
    inside.addLayout(row(action, 1) if other is None else row(action, other, 1))
    ground = QVBoxLayout()
    ground.setContentsMargins(0, 8, 0, 8)
    ground.addStretch(1)
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(frame, 100)
    middle.addStretch(1)
    ground.addLayout(middle)
    ground.addStretch(2)
    return Scroll(ground)


def start_button(words: str, slot: Callable[[], object]) -> QPushButton:
    """The button that begins: large; Return does the same."""
    made = button(words, slot, primary=True)
    made.setStyleSheet("min-height: 40px; padding: 0 22px; font-size: 15px;")
    return made
