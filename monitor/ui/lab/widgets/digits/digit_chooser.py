"""Ten buttons, one for each digit, of which one is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

SIDE_PX = 32

LESS = 0.1
"""By so much less than pictures the buttons shrink: a finger has to hit them."""


class DigitChooser(QWidget):
    """Choose a digit by mouse, or by the arrow keys once one of the buttons has the focus.

    Parameters
    ----------
    words : str
        What a button does, for screen readers, with ``{digit}`` where its digit stands.
    digit : int
        Pressed at first.
    """

    picked = Signal(int)
    clicked = Signal(int)
    """By mouse; told of the one that is pressed already as well."""

    def __init__(self, words: str, digit: int) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for value in range(10):
            choice = QPushButton(str(value))
            choice.setCheckable(True)
            choice.setObjectName("digit")
            choice.setAccessibleName(words.format(digit=value))
            self._group.addButton(choice, value)
            row.addWidget(choice)
        row.addStretch(1)
        # Toggled, not clicked: the arrow keys press a button without a click.
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(self.clicked)
        self._group.button(digit).setChecked(True)
        self.rescale(1.0)

    def rescale(self, factor: float) -> None:
        """Be smaller, where there is little room; larger than usual it is of no use."""
        side = round(min(factor + LESS, 1.0) * SIDE_PX)
        self.setFixedHeight(side)  # the style sheet takes the buttons' own least height away
        for choice in self._group.buttons():
            choice.setFixedSize(side, side)

    def _on_toggled(self, digit: int, on: bool) -> None:
        """Let the Tab key come to the pressed button, from which the arrow keys lead to the others."""
        if on:
            for button in self._group.buttons():
                pressed = self._group.id(button) == digit
                policy = Qt.FocusPolicy.TabFocus if pressed else Qt.FocusPolicy.NoFocus
                button.setFocusPolicy(policy)
            self.picked.emit(digit)

    @property
    def digit(self) -> int:
        """The digit chosen."""
        return self._group.checkedId()

    def choose(self, digit: int) -> None:
        """Press a button."""
        self._group.button(digit).setChecked(True)
