"""A long signal as one narrow picture: its lowest and highest value in each column."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen


def envelope(
    signal: npt.NDArray[np.float32], columns: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Lowest and highest value of `signal` (shape (n,)) in each of `columns` equal stretches, or NaN."""
    n = len(signal)
    if not n or not columns:
        empty = np.full(columns, np.nan, dtype=np.float32)
        return empty, empty
    starts = (np.arange(columns) * n // columns).clip(max=n - 1)
    low = np.fmin.reduceat(signal, starts)
    high = np.fmax.reduceat(signal, starts)
    return low, high


def picture(size: QSize, low: npt.NDArray[np.float32], high: npt.NDArray[np.float32], colour: str) -> QImage:
    """Draw an envelope, a pixel a column; columns without a value stay empty."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    if not np.isfinite(high).any():
        return image
    # Artefacts must not squash the record: the scale takes in 98 of 100 columns.
    bottom, top = float(np.nanpercentile(low, 1)), float(np.nanpercentile(high, 99))
    scale = (image.height() - 2) / max(top - bottom, 0.2)
    painter = QPainter(image)
    painter.setPen(QPen(QColor(colour), 1))
    for x in np.flatnonzero(np.isfinite(high)).tolist():
        painter.drawLine(
            QLineF(x, (top - high[x]) * scale + 1, x, (top - low[x]) * scale + 1),
        )
    painter.end()
    return image
