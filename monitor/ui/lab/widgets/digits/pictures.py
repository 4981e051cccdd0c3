"""Arrays as pictures: grey digits, heat, differences, and the widget that shows one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from models.digits.space.extent import Extent, extent_of
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.themed import Themed

DIGIT_COLOURS = (
    "#a6d2ff",
    "#bf7c9e",
    "#ffff26",
    "#b266ff",
    "#789917",
    "#823d99",
    "#e6bd95",
    "#2e7362",
    "#735a11",
    "#ffffff",
)
"""A colour a digit, told apart by those who see no red or no green too; the tests measure how far apart they
are. Digits are also written beside their points, so that no one has to go by colour."""

DIGIT_PX = 28
"""Pixels of a digit in a row and in a column."""

WHOLE = 0.85
"""A picture gives up so much of its side, and no more, to show all pixels of a digit in one size."""

_HEAT = np.array(
    [[13, 19, 20], [60, 20, 70], [140, 40, 90], [220, 80, 70], [255, 160, 70], [255, 240, 190]],
    dtype=np.float64,
)


def grey(ink: npt.NDArray[np.floating] | npt.NDArray[np.uint8]) -> QImage:
    """Ink from 0 to 1, or from 0 to 255 where it is bytes (shape (h, w)), as white on black."""
    scaled = ink if ink.dtype == np.uint8 else np.clip(ink, 0, 1) * 255
    values = np.ascontiguousarray(scaled, dtype=np.uint8)
    image = QImage(
        values.data, values.shape[1], values.shape[0], values.shape[1], QImage.Format.Format_Grayscale8
    )
    return image.copy()


def heat(values: npt.NDArray[np.floating], top: float) -> QImage:
    """Values from 0 to `top` (shape (h, w)) from dark to bright."""
    share = np.clip(values / max(top, 1e-9), 0, 1) * (len(_HEAT) - 1)
    low = np.minimum(share.astype(int), len(_HEAT) - 2)
    part = (share - low)[..., None]
    return rgb((1 - part) * _HEAT[low] + part * _HEAT[low + 1])


def difference(missing: npt.NDArray[np.floating]) -> QImage:
    """Signed differences from -1 to 1 (shape (h, w)): red where ink was lost, blue where it was made up."""
    d = np.clip(missing, -1, 1)[..., None]
    red, blue, ground = np.array([255, 122, 107]), np.array([106, 168, 255]), np.array([13, 19, 20])
    return rgb(ground + np.where(d > 0, d * (red - ground), -d * (blue - ground)))


def rgb(values: npt.NDArray[np.floating]) -> QImage:
    """Colours from 0 to 255 (shape (h, w, 3)) as a picture."""
    data = np.ascontiguousarray(np.clip(values, 0, 255).astype(np.uint8))
    return QImage(
        data.data, data.shape[1], data.shape[0], 3 * data.shape[1], QImage.Format.Format_RGB888
    ).copy()


def scatter(
    codes: npt.NDArray[np.float32], labels: npt.NDArray[np.uint8], side: int, span: float | Extent, dot: int
) -> QImage:
    """Codes (n, 2) as dots on a transparent square of `side` pixels."""
    data = np.zeros((side, side, 4), dtype=np.uint8)
    extent = extent_of(span)
    x = np.floor((codes[:, 0] - extent.left) / (2 * extent.half) * side).astype(int)
    y = np.floor((extent.top - codes[:, 1]) / (2 * extent.half) * side).astype(int)
    colours = np.array([QColor(c).getRgb() for c in DIGIT_COLOURS], dtype=np.uint8)
    inside = (x >= 0) & (y >= 0) & (x < side - dot) & (y < side - dot)
    for dx in range(dot):
        for dy in range(dot):
            data[y[inside] + dy, x[inside] + dx] = colours[labels[inside]]
    return QImage(data.data, side, side, 4 * side, QImage.Format.Format_RGBA8888).copy()


class PictureView(Themed):
    """One square picture, scaled without blur.

    Parameters
    ----------
    theme : Theme
        Colours of the empty ground.
    size : int
        Side in logical pixels, where there is neither much room nor little.
    name : str
        What it shows, for screen readers.
    """

    def __init__(self, theme: Theme, size: int, name: str) -> None:
        super().__init__(theme)
        self._size = size
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """The preferred size."""
        return QSize(self._size, self._size)

    def rescale(self, factor: float) -> None:
        """Be larger or smaller; it stays square, and each pixel of a digit is seen.

        Where it costs little, all pixels of a digit are of one size.
        """
        side = max(round(factor * self._size), min(self._size, DIGIT_PX))
        whole = side - side % DIGIT_PX
        if whole >= WHOLE * side:
            side = whole
        self.setFixedSize(side, side)

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or nothing."""
        self.image = image if image is not None else QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, square whatever room there is."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        square = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.fillRect(square, QColor("#000000"))
        if self.image.isNull():
            painter.setPen(QColor(self.theme.border))
            painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.image.width() > side)
        painter.drawImage(square, self.image)


def stack(images: list[tuple[str, QImage]], side: int, theme: Theme) -> QImage:
    """Pictures side by side with captions, to be saved."""
    caption = 20
    out = QImage(len(images) * (side + 8), side + caption, QImage.Format.Format_RGB32)
    out.fill(QColor(theme.panel))
    painter = QPainter(out)
    painter.setPen(QColor(theme.text))
    for i, (text, image) in enumerate(images):
        left = i * (side + 8)
        painter.drawImage(QRectF(left, 0, side, side), image)
        painter.drawText(QRectF(left, side, side, caption), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return out
