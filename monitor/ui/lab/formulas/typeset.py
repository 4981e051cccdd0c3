r"""Formulas typeset as pictures.

A formula is text with mathematics between dollar signs, as TeX writes it and as matplotlib's mathtext reads
it: ``r"error $= (x - \hat{x})^2$"``. A line of it is a piece that is never broken; pieces stand side by side
where there is room. So it looks the same everywhere: the fonts come with matplotlib, and a hat stands over
its letter, which the fonts of a plain system do not see to.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QImage

from models.library.drawing import DRAWING
from monitor.ui.kit.background import BackgroundThread

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


def pieces(source: str) -> tuple[str, ...]:
    """Cut a formula into its lines; one that ends in a backslash goes on in the next."""
    lines = (" ".join(line.split()) for line in source.replace("\\\n", " ").splitlines())
    return tuple(line for line in lines if line)


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
    from matplotlib.font_manager import FontProperties
    from matplotlib.mathtext import MathTextParser

    letters = FontProperties(family="DejaVu Sans", size=FORMULA_PX, math_fontfamily="dejavusans")
    # At 72 dots an inch a point is a pixel.
    with DRAWING:
        found = MathTextParser("agg").parse(piece, dpi=72 * ratio, prop=letters)
    return Typeset(np.asarray(found.image, dtype=np.uint8), ratio, float(found.depth) / ratio)


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
