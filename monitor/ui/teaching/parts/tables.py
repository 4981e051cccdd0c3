"""Tables of results: plain words, a heading a column, nothing to be edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.joins import listed
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import BODY, LARGE, TITLE

WIDE_PX = 1500
"""From this width on the letters are larger, in logical pixels."""

STYLE = "QTableView {{ font-size: {}px; }} QHeaderView::section {{ font-size: {}px; }}"
"""Of the cells, and of the headings."""

HEAD_PX, ROW_PX, ROWS = 34, 32, 3
"""Height of the headings and of a row of a large table, and so many of its rows are seen at the least."""


class Table(QTableWidget):
    """A table that is read.

    Parameters
    ----------
    columns : sequence of str
        Headings.
    large : bool
        Whether its letters are large, for a beamer.
    """

    def __init__(self, columns: Sequence[str], *, large: bool = True) -> None:
        super().__init__(0, len(columns))
        self.setHorizontalHeaderLabels(list(columns))
        self.verticalHeader().hide()
        self.setAccessibleName(listed(filter(None, columns)))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self._large = large
        self._size = 0
        self._fit(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger letters where there is room: the whole class reads them."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        wide = width >= WIDE_PX
        size = (LARGE if wide else TITLE) if self._large else (TITLE if wide else BODY)
        if size != self._size:
            self._size = size
            self.setStyleSheet(STYLE.format(size, size - 2))
            self.verticalHeader().setDefaultSectionSize(2 * size + 2)

    def fill(self, rows: Sequence[Sequence[str]], colours: Sequence[Sequence[str | None]] = ()) -> None:
        """Show rows of plain text; `colours` has one for each cell, None for the usual one."""
        self.setRowCount(len(rows))
        if self._large:
            self.setMinimumHeight(HEAD_PX + ROW_PX * min(max(1, len(rows)), ROWS))
        for i, cells in enumerate(rows):
            for j, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                colour = colours[i][j] if colours else None
                if colour is not None:
                    item.setForeground(QColor(colour))
                self.setItem(i, j, item)


def share(part: int, whole: int) -> str:
    """``12 of 15``, or a dash where there was none."""
    return tr("{part} of {whole}").format(part=part, whole=whole) if whole else "–"


def percent(value: float | None) -> str:
    """``87 %``, or a dash where there is none."""
    return "–" if value is None else f"{in_figures(100 * value, '.0f')} %"


def duration(seconds: float | None) -> str:
    """``2.4 s``, or a dash where there is none."""
    return "–" if seconds is None else f"{in_figures(round(seconds, 1) + 0.0, '.1f')} s"  # and never -0.0
