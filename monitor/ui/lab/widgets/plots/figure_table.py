"""A small table of figures, some of them shipped and some measured here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from monitor.ui.kit.parts import small
from monitor.ui.kit.text import PlainLabel

EMPTY = "–"

HEADS = 2
"""Rows above the first one of figures: the groups' heads, and the columns'."""


class FigureTable(QGridLayout):
    """Rows of figures, the first column being names.

    Parameters
    ----------
    head : sequence of str
        Heads of the columns.
    rows : sequence of sequence of str
        What stands in the cells.
    groups : sequence of (str, int, int), optional
        Heads over several columns: words, first column, how many.
    best : mapping of int to int, optional
        Row that is set in bold, by column.
    """

    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        groups: Sequence[tuple[str, int, int]] = (),
        best: dict[int, int] | None = None,
    ) -> None:
        super().__init__()
        self.rescale(1.0)
        for text, first, span in groups:
            label = PlainLabel(text)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.addWidget(label, 0, first, 1, span)
        for column, text in enumerate(head):
            label = small(text)
            label.setAlignment(_side(column))
            self.addWidget(label, 1, column)
        self._cells: list[list[PlainLabel]] = []
        for i, texts in enumerate(rows):
            cells = []
            for column, text in enumerate(texts):
                label = PlainLabel(text)
                if (best or {}).get(column) == i:
                    label.setStyleSheet("font-weight: 600;")
                label.setAlignment(_side(column))
                self.addWidget(label, HEADS + i, column)
                cells.append(label)
            self._cells.append(cells)
        for column in range(1, len(head)):
            self.setColumnStretch(column, 1)

    def rescale(self, factor: float) -> None:
        """Set the columns and the rows closer, or further apart."""
        self.setHorizontalSpacing(min(round(18 * factor**4), 60))
        self.setVerticalSpacing(min(round(2 * factor**3), 8))

    def fill(self, row: int, column: int, text: str) -> None:
        """Write a figure."""
        self._cells[row][column].setText(text)

    def picture(self, row: int, column: int, widget: QWidget) -> None:
        """Show something in an empty cell."""
        self._cells[row][column].hide()
        self.addWidget(widget, HEADS + row, column)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._cells[row][column].text()


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
