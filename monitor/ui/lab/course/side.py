"""What stands at the left of the panes: a lesson's card, the input, or both where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import column, row
from monitor.ui.kit.room.scrolling import Scroll
from monitor.ui.lab.course.card import StepCard
from monitor.ui.lab.widgets.digits.input_panel import WIDTH_PX, InputColumn

CARD_PX = 272
"""Width of the card beside the input, in logical pixels; alone it is as wide as the input."""

BOTH_PX = 1230
"""Width of the page from which card and input stand side by side, in logical pixels."""

SETTLED_MS = 100
"""After so long a card that says more has found its height."""

LESSON, DIGIT = 0, 1


class Side(QWidget):
    """The left of the page.

    Parameters
    ----------
    card : StepCard
        The card of the present step.
    column_of_input : InputColumn
        The input.
    fold : QAbstractButton
        Pressed as long as the card is shown; offered where a pane without an input needs the card's room.
    """

    def __init__(self, card: StepCard, column_of_input: InputColumn, fold: QAbstractButton) -> None:
        super().__init__()
        self.fold = fold
        fold.toggled.connect(lambda _: self._arrange())
        self.card, self._input = card, column_of_input
        self._lesson, self._takes_input, self._width = False, True, BOTH_PX
        self.switch = QButtonGroup(self)
        choices = []
        for i, text in enumerate((tr("Lesson"), tr("Your digit"))):
            choice = QPushButton(text)
            choice.setCheckable(True)
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.switch.addButton(choice, i)
            choices.append(choice)
        choices[LESSON].setChecked(True)
        self.switch.idToggled.connect(lambda *_: self._arrange())
        self._switch = QWidget()
        bar = row(*choices, spacing=6)
        bar.setContentsMargins(0, 0, 0, 8)
        self._switch.setLayout(bar)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(card)
        self._scroll = Scroll(inner)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        both.addWidget(self._scroll)
        both.addWidget(column_of_input)
        whole = column(self._switch, both)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.setLayout(whole)
        self._arrange()

    def show_lesson(self, lesson: bool) -> None:
        """Show a card, or none."""
        self._lesson = lesson
        self._arrange()

    def show_input(self, takes_input: bool) -> None:
        """Show the input, for a pane that looks at it."""
        self._takes_input = takes_input
        self._arrange()

    def turn_to(self, which: int) -> None:
        """Show the card (`LESSON`) or the input (`DIGIT`), where there is not room for both."""
        self.fold.setChecked(True)
        self.switch.button(which).setChecked(True)

    def show_end(self) -> None:
        """Scroll to the card's last button, as soon as its words have found their room."""
        QTimer.singleShot(SETTLED_MS, self, self._scroll_to_end)

    def _scroll_to_end(self) -> None:
        for last in (self.card.next, self.card.check):
            if last.isVisible():
                self._scroll.ensureWidgetVisible(last)

    def be_in(self, width: int) -> None:
        """Fit into a page of a width in logical pixels."""
        self._width = width
        self._arrange()

    def _arrange(self) -> None:
        wide = self._width >= BOTH_PX
        alone = self._lesson and self._takes_input and not wide
        digit = self.switch.checkedId() == DIGIT
        self._switch.setVisible(alone)
        foldable = self._lesson and not self._takes_input and not wide
        self.fold.setVisible(foldable)
        shown = self._lesson and not (alone and digit) and not (foldable and not self.fold.isChecked())
        self._scroll.setVisible(shown)
        self._input.setVisible(self._takes_input and not (alone and not digit))
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setFixedWidth(CARD_PX if wide else WIDTH_PX + bar)
        self._input.set_room(self._width - CARD_PX if self._lesson else self._width)
        self.setVisible(shown or self._takes_input)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card be as high as its words need at this width."""
        super().resizeEvent(event)
        self._scroll.layout_again()
