"""Pens for pyqtgraph's plots."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPen

LINE_PX = 1.4
"""Width of a curve, px."""


def plot_pen(colour: str, width: float = LINE_PX, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Make a pen that is as wide on a scaled screen as everything else.

    Parameters
    ----------
    colour : str
        As the theme has it.
    width : float, optional
        Before scaling, px. pyqtgraph's pens are cosmetic: Qt would take it for pixels of the screen itself.
    style : Qt.PenStyle, optional
        Dashed or dotted.
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    pen: QPen = pg.mkPen(colour, width=width * ratio, style=style)
    return pen
