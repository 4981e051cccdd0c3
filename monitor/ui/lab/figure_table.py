"""A small table of figures, some of them shipped and some measured here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from monitor.ui.lab.pane import small

EMPTY = "–"


class FigureTable(QGridLayout):
    """Rows of figures, the first column being names.

    Parameters
    ----------
    head : sequence of str
        Heads of the columns.
    rows : sequence of sequence of str
        What stands in the first columns; the others are empty until they are filled.
    best : mapping of int to int, optional
        Row that is set in bold, by column.
    """

    def __init__(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], best: dict[int, int] | None = None
    ) -> None:
        super().__init__()
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(2)
        self._cells: list[list[QLabel]] = []
        for column, text in enumerate(head):
            label = small(text)
            label.setAlignment(_side(column))
            self.addWidget(label, 0, column)
        for i, texts in enumerate(rows):
            cells = []
            for column in range(len(head)):
                text = texts[column] if column < len(texts) else EMPTY
                label = QLabel(f"<b>{text}</b>" if (best or {}).get(column) == i else text)
                label.setAlignment(_side(column))
                if column >= len(texts):
                    label.setObjectName("note")
                self.addWidget(label, i + 1, column)
                cells.append(label)
            self._cells.append(cells)
        self.setColumnStretch(len(head), 1)

    def fill(self, row: int, column: int, text: str) -> None:
        """Write a figure."""
        self._cells[row][column].setText(text)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._cells[row][column].text()

    def empty(self, columns: Sequence[int]) -> None:
        """Take figures away."""
        for cells in self._cells:
            for column in columns:
                cells[column].setText(EMPTY)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
