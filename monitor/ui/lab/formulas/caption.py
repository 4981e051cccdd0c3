"""What stands below every pane: words, formula, and buttons; in a low window a line of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import button
from monitor.ui.kit.text import ElidedLabel, MarkupLabel
from monitor.ui.kit.theme import Theme
from monitor.ui.lab.formulas.view import FormulaView

NARROW_PX = 1000
"""A caption less wide than this has its buttons one below the other, in logical pixels."""


class Fold(QWidget):
    """What a window with too little room shows only to whoever asks for it, by `button`.

    Parameters
    ----------
    content : QWidget
        What is folded; it may be hidden for reasons of its own.
    title : str
        What the button says.
    """

    def __init__(self, content: QWidget, title: str) -> None:
        super().__init__()
        self._content = content
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(content)
        self.button = QPushButton(title)
        self.button.setCheckable(True)
        self.button.hide()

    def be_folded(self, folded: bool, pane: QWidget) -> None:
        """Show the content, or the button that shows it; no button where the pane hides the content."""
        above = self.parentWidget()
        there = above is not None and above.isVisibleTo(pane) and not self._content.isHidden()
        self.button.setVisible(folded and there)
        self.setVisible(self.button.isChecked() or not folded)


class Caption(QFrame):
    """Words, formula and buttons.

    Parameters
    ----------
    theme : Theme
        Colours.
    words : str
        Our own markup.
    formula : str
        As for `FormulaView`.
    save : callable
        Saves the pane's picture.
    """

    changed = Signal()
    """Another height is needed."""

    def __init__(self, theme: Theme, words: str, formula: str, save: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._low = False
        self.plain = MarkupLabel()
        self.plain.setWordWrap(True)
        self._line = ElidedLabel()
        self.formula = FormulaView(theme, formula)
        self.formula.typeset.connect(self.changed)
        self.formula.hide()
        self.more = QPushButton(tr("What is seen here"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._arrange)
        self.show_formula = QPushButton(tr("Show the formula"))
        self.show_formula.setCheckable(True)
        self.show_formula.toggled.connect(self._arrange)
        self.save = button(tr("Save picture"), save)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        for text in (self._line, self.plain, self.formula):
            texts.addWidget(text)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(6)
        for one in (self.more, self.show_formula, self.save):
            self._buttons.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addLayout(self._buttons)
        self.say(words)
        self._arrange()

    def say(self, words: str) -> None:
        """Show other words."""
        self.plain.setText(words)
        self._line.setText(QTextDocumentFragment.fromHtml(words).toPlainText())

    def add(self, fold: QPushButton) -> None:
        """Take in the button of what is folded in a low window."""
        self._buttons.insertWidget(
            self._buttons.indexOf(self.show_formula), fold, 0, Qt.AlignmentFlag.AlignTop
        )

    def be_in(self, width: int, low: bool) -> None:
        """Fit into a pane; in a low one the words are a line until they are asked for."""
        direction = QBoxLayout.Direction
        upright = width < NARROW_PX and not low
        self._buttons.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        if low != self._low:
            self._low = low
            self._show()

    def _show(self) -> None:
        folded = self._low and not self.more.isChecked()
        self.more.setVisible(self._low)
        self._line.setVisible(folded)
        self.plain.setVisible(not folded)
        self.formula.setVisible(self.show_formula.isChecked())

    def _arrange(self) -> None:
        self._show()
        self.changed.emit()
