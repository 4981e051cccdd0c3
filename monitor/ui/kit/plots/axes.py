"""Axes of plots: times in minutes and seconds, and numbers in the forms of the user's language."""

from __future__ import annotations

import pyqtgraph as pg

from monitor.ui.kit.figures import in_own_marks
from monitor.ui.kit.words import clock


class ClockAxis(pg.AxisItem):
    """Seconds as minutes and seconds."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Words of the ticks at these seconds."""
        return [clock(v, 0 if spacing >= 1 else 1) if v >= 0 else "" for v in values]


class FigureAxis(pg.AxisItem):
    """Numbers with the language's decimal mark."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Words of the ticks at these values."""
        return [in_own_marks(text) for text in super().tickStrings(values, scale, spacing)]


def time_axes() -> dict[str, pg.AxisItem]:
    """Make the axes of a plot against time."""
    return {"left": FigureAxis("left"), "bottom": ClockAxis("bottom")}
