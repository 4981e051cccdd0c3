"""The review's plots, one under another: they show the focus, and take the keys that move the calipers."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.axes import time_axes
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.speaking import Role
from monitor.ui.kit.theme import SMALL, Theme

STEP_S, LONG_STEP_S = 0.01, 0.1
"""How far a key moves a caliper, in seconds; the long step is that with Ctrl."""

_DIRECTIONS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Plots(pg.GraphicsLayoutWidget):
    """Plots over one time axis.

    Attributes
    ----------
    nudged : Signal of (float, bool)
        A key asks to move a caliper by so many seconds; True for the left one.
    """

    SPOKEN = Role.Graphic

    nudged = Signal(float, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Signal and errors around the alert"))
        self.setAccessibleDescription(tr("Left and Right move the right caliper, with Shift the left one."))
        self.take_keys(False)

    def take_keys(self, on: bool) -> None:
        """Whether there are calipers to move: without them the keys are the window's."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        if not on:
            self.clearFocus()

    def restyle(self, theme: Theme) -> None:
        """Change the colours of ground and focus ring."""
        self.setBackground(theme.window)
        self.setStyleSheet(
            f"Plots {{ border: 2px solid {theme.window}; }} Plots:focus {{ border-color: {theme.accent}; }}"
        )

    def add(self, theme: Theme, row: int, label: str, stretch: int) -> pg.PlotItem:
        """Add a plot below the others, so many times as high as the lowest."""
        plot = self.addPlot(row=row, col=0, axisItems=time_axes(), enableMenu=False)
        plot.hideButtons()
        plot.setClipToView(True)
        plot.showGrid(x=True, y=True, alpha=0.15)
        plot.setMouseEnabled(x=True, y=False)
        plot.setLabel("left", label, color=theme.dim, **{"font-size": f"{SMALL}px"})
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(plot_pen(theme.border, 1))
            axis.setTextPen(pg.mkPen(theme.dim))
        plot.getAxis("left").setWidth(56)
        self.ci.layout.setRowStretchFactor(row, stretch)
        return plot

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move the calipers from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _DIRECTIONS
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the right caliper, with Shift the left one; Ctrl takes the long step."""
        if event.key() not in _DIRECTIONS:
            super().keyPressEvent(event)
            return
        held = event.modifiers()
        step = LONG_STEP_S if held & Qt.KeyboardModifier.ControlModifier else STEP_S
        left = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.nudged.emit(step * _DIRECTIONS[Qt.Key(event.key())], left)
