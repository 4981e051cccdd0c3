"""Formulas typeset as pictures.

Mathematics is written as TeX does it and matplotlib's mathtext reads it, so that it looks the same
everywhere: its fonts come with matplotlib, and a hat stands over its letter, which the fonts of a plain
system do not see to. Words are written by Qt, which finds a font for those of every language.
"""

from __future__ import annotations

import functools
import math
import sys
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from models.library.drawing import DRAWING
from monitor.ui.kit.work.background import BackgroundThread
from monitor.ui.lab.formulas.pieces import pieces, runs

FORMULA_PX = 14
"""Size of the letters, in logical pixels."""


@dataclass(frozen=True, eq=False)
class Typeset:
    """A piece of a formula as a picture.

    Attributes
    ----------
    mask : ndarray of uint8, shape (h, w)
        Ink, from 0 to 255, in the screen's own pixels.
    ratio : float
        Pixels of the screen in a logical one.
    depth : float
        How far it reaches below the line of writing, in logical pixels.
    """

    mask: npt.NDArray[np.uint8]
    ratio: float
    depth: float

    @property
    def width(self) -> float:
        """Width in logical pixels."""
        return self.mask.shape[1] / self.ratio

    @property
    def height(self) -> float:
        """Height in logical pixels."""
        return self.mask.shape[0] / self.ratio

    def image(self, colour: str) -> QImage:
        """Give it in a colour, on nothing."""
        rows, columns = self.mask.shape
        mask = np.ascontiguousarray(self.mask)
        ink = QImage(mask.data, columns, rows, columns, QImage.Format.Format_Alpha8)
        image = QImage(columns, rows, QImage.Format.Format_ARGB32)
        image.fill(QColor(colour))
        image.setAlphaChannel(ink)
        image.setDevicePixelRatio(self.ratio)
        return image


@functools.lru_cache(256)
def typeset(piece: str, ratio: float) -> Typeset:
    """Typeset a piece; the first one of all takes up to a second, a later one some 20 ms.

    Parameters
    ----------
    piece : str
        One line of a formula.
    ratio : float
        Pixels of the screen in a logical one.

    Raises
    ------
    ValueError
        If mathtext cannot read it; the message shows where.
    """
    return _side_by_side(
        [_mathematics(run.text, ratio) if run.mathematics else _words(run.text, ratio) for run in runs(piece)]
    )


def _mathematics(text: str, ratio: float) -> Typeset:
    from matplotlib.font_manager import FontProperties
    from matplotlib.mathtext import MathTextParser

    letters = FontProperties(family="DejaVu Sans", size=FORMULA_PX, math_fontfamily="dejavusans")
    # At 72 dots an inch a point is a pixel.
    with DRAWING:
        found = MathTextParser("agg").parse(text, dpi=72 * ratio, prop=letters)
    # It leaves a pixel around its picture, which the depth it tells does not count.
    return Typeset(np.asarray(found.image, dtype=np.uint8), ratio, (float(found.depth) + 1) / ratio)


def _words(text: str, ratio: float) -> Typeset:
    text = text.replace(r"\$", "$")
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(FORMULA_PX * ratio))
    size = QFontMetricsF(font)
    above, below = math.ceil(size.ascent()), math.ceil(size.descent())
    image = QImage(math.ceil(size.horizontalAdvance(text)), above + below, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    painter.setFont(font)
    painter.drawText(0, above, text)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    alpha = pixels[:, :, 3 if sys.byteorder == "little" else 0]
    # Of a font's whole height, what has no ink below the line of writing would push the next line away.
    inked = np.flatnonzero(alpha.any(axis=1))
    top, bottom = (inked[0], max(inked[-1] + 1, above)) if len(inked) else (above, above)
    return Typeset(alpha[min(top, above) : bottom].copy(), ratio, (bottom - above) / ratio)


def _side_by_side(found: list[Typeset]) -> Typeset:
    ratio = found[0].ratio
    depths = [round(one.depth * ratio) for one in found]
    above = max(one.mask.shape[0] - depth for one, depth in zip(found, depths, strict=True))
    mask = np.zeros((above + max(depths), sum(one.mask.shape[1] for one in found)), np.uint8)
    left = 0
    for one, depth in zip(found, depths, strict=True):
        rows, columns = one.mask.shape
        top = above + depth - rows
        mask[top : top + rows, left : left + columns] = one.mask
        left += columns
    return Typeset(mask, ratio, max(depths) / ratio)


class Typesetter(BackgroundThread):
    """Typesets a formula beside the window, which goes on meanwhile.

    Parameters
    ----------
    source : str
        The formula.
    ratio : float
        Pixels of the screen in a logical one.
    """

    made = Signal(object)
    """All pieces as `Typeset`."""

    def __init__(self, source: str, ratio: float) -> None:
        super().__init__()
        self._source, self._ratio = source, ratio

    def run(self) -> None:
        """Typeset piece by piece."""
        found = []
        for piece in pieces(self._source):
            if self.stopping:
                return
            found.append(typeset(piece, self._ratio))
        self.made.emit(found)
