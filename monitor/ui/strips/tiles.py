"""A picture kept as narrow tiles side by side.

A frame of a live strip touches a few columns over the full height. In one wide image each of their rows lies
on a memory page of its own, and fetching the pages takes much of a frame's time; in a narrow tile they lie
together.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

TILE = 128
"""Width of a tile in logical pixels."""


class Tiles:
    """Picture of a canvas.

    Parameters
    ----------
    width, height : int
        Size in logical pixels.
    ratio : float
        The screen's own pixels per logical one.
    """

    def __init__(self, width: int, height: int, ratio: float) -> None:
        self.width, self.height, self._ratio = width, height, ratio
        self._whole = ratio == 1
        # A tile must begin on a whole pixel of the screen.
        self._step = TILE if (TILE * ratio).is_integer() else width
        self._images: list[QImage] = []
        for left in range(0, width, self._step):
            columns = min(self._step, width - left)
            image = QImage(math.ceil(columns * ratio), math.ceil(height * ratio), QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            self._images.append(image)

    def copy(self) -> Tiles:
        """Give a picture of its own that shows the same."""
        other = Tiles.__new__(Tiles)
        other.__dict__.update(self.__dict__)
        other._images = [image.copy() for image in self._images]
        return other

    def parts(self, left: int, right: int) -> Iterator[tuple[int, int]]:
        """Cut the columns from `left` to before `right` where a tile ends."""
        while left < right:
            stop = min(right, (left // self._step + 1) * self._step)
            yield left, stop
            left = stop

    def painter(self, left: int) -> QPainter:
        """Begin to paint on the tile that holds the column `left`; x counts from the picture's left edge."""
        number = left // self._step
        painter = QPainter(self._images[number])
        painter.translate(-number * self._step, 0)
        return painter

    def fill(self, colour: QColor) -> None:
        """Lay a colour over everything."""
        for number, image in enumerate(self._images):
            painter = QPainter(image)
            painter.fillRect(0, 0, min(self._step, self.width - number * self._step), self.height, colour)
            painter.end()

    def draw(self, painter: QPainter, left: int, right: int, shift: int = 0) -> None:
        """Draw the columns from `left` to before `right` on a painter, moved by `shift` pixels."""
        for begin, end in self.parts(max(left, 0), min(right, self.width)):
            number = begin // self._step
            inside = begin - number * self._step
            if self._whole:
                # Whole pixels on whole pixels is a copy; the general case below is a transformation.
                painter.drawImage(begin + shift, 0, self._images[number], inside, 0, end - begin, self.height)
                continue
            painter.drawImage(
                QRectF(begin + shift, 0, end - begin, self.height),
                self._images[number],
                QRectF(inside * self._ratio, 0, (end - begin) * self._ratio, self.height * self._ratio),
            )
