"""A printed document in millimetres: pages with a footer, lines of words, tables; it breaks pages itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from monitor.ui.kit.language import tr

MARGIN_MM = 15.0
FOOT_MM = 8.0
INK, DIM, RULE = "#202020", "#606060", "#c0c0c0"

ROW_MM = 5.4
"""Height of a table's row."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in mm, and whether it holds numbers."""

    head: str
    width_mm: float
    number: bool = False


class Sheet:
    """Where a document is drawn, from the top to the bottom of each page.

    Parameters
    ----------
    painter : QPainter
        Where to.
    px_per_mm : float
        The painter's pixels a millimetre.
    size_mm : tuple of float
        Width and height of a page.
    turn : callable
        Begins the next page.
    foot : callable
        Gives the words at a page's left and right foot, from its number.
    draws : bool
        Whether anything is drawn; else pages are counted alone.
    """

    def __init__(
        self,
        painter: QPainter,
        px_per_mm: float,
        size_mm: tuple[float, float],
        turn: Callable[[], object],
        foot: Callable[[int], tuple[str, str]],
        *,
        draws: bool = True,
    ) -> None:
        self.painter, self.px_per_mm, self.draws = painter, px_per_mm, draws
        self.width_mm = size_mm[0] - 2 * MARGIN_MM
        self.bottom_mm = size_mm[1] - MARGIN_MM - FOOT_MM
        self.pages = 1
        self.y_mm = MARGIN_MM
        self._foot_mm = size_mm[1] - MARGIN_MM - FOOT_MM / 2
        self._turn, self._foot = turn, foot
        self._draw_foot()

    def px(self, mm: float) -> float:
        """Millimetres in the painter's pixels."""
        return mm * self.px_per_mm

    def need(self, height_mm: float) -> bool:
        """Begin another page where there is less room than this; whether it did."""
        if self.y_mm + height_mm <= self.bottom_mm:
            return False
        self.new_page()
        return True

    def new_page(self) -> None:
        """Begin another page."""
        self.pages += 1
        self.y_mm = MARGIN_MM
        if self.draws:
            self._turn()
        self._draw_foot()

    def _draw_foot(self) -> None:
        for words, flag in zip(
            self._foot(self.pages), (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            self.words(words, MARGIN_MM, self._foot_mm, self.width_mm, 2.8, colour=DIM, align=flag)

    def words(
        self,
        text: str,
        x_mm: float,
        y_mm: float,
        width_mm: float,
        size_mm: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write one line as it is, cut to its room."""
        if not self.draws:
            return
        font = QFont(self.painter.font())
        font.setPixelSize(max(1, round(self.px(size_mm))))
        font.setBold(bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        plain = "".join(char if char.isprintable() else " " for char in text)
        room = self.px(width_mm)
        cut = self.painter.fontMetrics().elidedText(plain, Qt.TextElideMode.ElideRight, int(room))
        place = QRectF(self.px(x_mm), self.px(y_mm), room, self.px(1.6 * size_mm))
        self.painter.drawText(place, int(align | Qt.AlignmentFlag.AlignVCenter), cut)

    def line(self, text: str, size_mm: float = 3.2, *, bold: bool = False, colour: str = INK) -> None:
        """Write a line of its own."""
        self.need(1.6 * size_mm)
        self.words(text, MARGIN_MM, self.y_mm, self.width_mm, size_mm, bold=bold, colour=colour)
        self.y_mm += 1.6 * size_mm

    def gap(self, height_mm: float) -> None:
        """Leave room."""
        self.y_mm += height_mm

    def rule(self) -> None:
        """Draw a line across."""
        if self.draws:
            self.painter.setPen(QPen(QColor(RULE), self.px(0.2)))
            y = round(self.px(self.y_mm))
            self.painter.drawLine(round(self.px(MARGIN_MM)), y, round(self.px(MARGIN_MM + self.width_mm)), y)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Draw a table; its head stands again on each page that it goes on to."""
        self.need(3 * ROW_MM)
        self._row([tr(column.head) for column in columns], columns, colour=DIM)
        self.rule()
        for row in rows:
            if self.need(ROW_MM):
                self._row([tr(column.head) for column in columns], columns, colour=DIM)
                self.rule()
            self._row(row, columns)

    def _row(self, cells: Sequence[str], columns: Sequence[Column], colour: str = INK) -> None:
        x = MARGIN_MM
        for text, column in zip(cells, columns, strict=True):
            align = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            self.words(text, x, self.y_mm, column.width_mm - 2.0, 3.0, colour=colour, align=align)
            x += column.width_mm
        self.y_mm += ROW_MM
