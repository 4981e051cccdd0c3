"""The beds' places on the page: as many columns as make tiles of a pleasant shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from monitor.ui.ward.tile import BedTile

SHAPE = 2.6
"""A tile is best so many times as wide as it is high."""

GAP_PX = 8


def columns(n: int, width: int, height: int) -> int:
    """Give the number of columns for `n` tiles in a space of so many pixels."""

    def badness(count: int) -> float:
        rows = math.ceil(n / count)
        shape = (width / count) / max(1.0, height / rows)
        empty = count * rows - n
        return abs(math.log(shape / SHAPE)) + 0.5 * empty

    return min(range(1, max(1, n) + 1), key=badness)


class Grid(QWidget):
    """Tiles side by side; they are moved, never made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[BedTile] = []
        """In the order in which they are shown."""

    def show_tiles(self, tiles: Sequence[BedTile]) -> None:
        """Show tiles in this order; those shown before that are not among them go."""
        for tile in self.tiles:
            if tile not in tiles:
                tile.setParent(None)
                tile.deleteLater()
        self.tiles = list(tiles)
        for tile in self.tiles:
            if tile.parent() is not self:
                tile.setParent(self)
                tile.show()
        for before, after in pairwise(self.tiles):
            QWidget.setTabOrder(before, after)
        self._place()

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return columns(len(self.tiles), self.width(), self.height())

    def neighbour(self, tile: BedTile, key: Qt.Key) -> BedTile:
        """The tile to which a key leads from this one."""
        at, last = self.tiles.index(tile), len(self.tiles) - 1
        steps = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Up: at - self.columns,
            Qt.Key.Key_Down: at + self.columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        to = steps.get(key, at)
        return self.tiles[to] if 0 <= to <= last else tile

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        n = len(self.tiles)
        if not n:
            return
        across = self.columns
        down = math.ceil(n / across)

        def edge(i: int, of: int, size: int) -> int:
            return round(i * (size + GAP_PX) / of)

        for i, tile in enumerate(self.tiles):
            row, column = divmod(i, across)
            left, top = edge(column, across, self.width()), edge(row, down, self.height())
            right, bottom = edge(column + 1, across, self.width()), edge(row + 1, down, self.height())
            tile.setGeometry(QRect(left, top, right - left - GAP_PX, bottom - top - GAP_PX))
