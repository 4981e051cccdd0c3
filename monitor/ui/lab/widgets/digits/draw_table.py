"""One draw from a cloud in figures: middle, width, chance, and the place that they make."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from assets.phrase import phrase
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.parts import small
from monitor.ui.kit.text import PlainLabel

ROWS = (("μ", phrase("middle")), ("σ", phrase("width")), ("ε", phrase("chance")), ("z", "μ + σ · ε"))

Array = npt.NDArray[np.float32]


class DrawTable(QWidget):
    """Four rows of two numbers."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for i, text in enumerate(("z₁", "z₂")):
            head = small(text)
            head.setAlignment(right)
            grid.addWidget(head, 0, 2 + i)
        self._cells: list[list[PlainLabel]] = []
        for i, (name, words) in enumerate(ROWS):
            letter = PlainLabel(name)
            letter.setStyleSheet("font-weight: 600;")
            grid.addWidget(letter, i + 1, 0)
            grid.addWidget(small(tr(words)), i + 1, 1)
            cells = [PlainLabel("–"), PlainLabel("–")]
            for j, cell in enumerate(cells):
                cell.setAlignment(right)
                grid.addWidget(cell, i + 1, 2 + j)
            self._cells.append(cells)
        grid.setColumnStretch(4, 1)

    def show_draw(self, mean: Array, std: Array, noise: Array, place: Array) -> None:
        """Show a draw; each of shape (2,)."""
        for cells, values in zip(self._cells, (mean, std, noise, place), strict=True):
            for cell, value in zip(cells, values.tolist(), strict=True):
                cell.setText(
                    in_figures(value, "+.2f").replace("-", "−")
                    if values is not std
                    else in_figures(value, ".2f")
                )

    def text(self, row: int) -> list[str]:
        """What a row shows."""
        return [cell.text() for cell in self._cells[row]]
