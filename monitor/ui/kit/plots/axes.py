"""Axes of plots: times in minutes and seconds, and numbers in the forms of the user's language."""

from __future__ import annotations

from datetime import datetime, timedelta

import pyqtgraph as pg

from monitor.ui.kit.figures import in_own_marks, time_of_day
from monitor.ui.kit.words import clock


class ClockAxis(pg.AxisItem):
    """Seconds as minutes and seconds, or as times of day.

    Attributes
    ----------
    begins : datetime or None
        When second 0 was by the clock of those who recorded it; None where nobody says.
    """

    begins: datetime | None = None

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Words of the ticks at these seconds."""
        if self.begins is not None:
            return [time_of_day(self.begins + timedelta(seconds=v)) if v >= 0 else "" for v in values]
        return [clock(v, 0 if spacing >= 1 else 1) if v >= 0 else "" for v in values]


class FigureAxis(pg.AxisItem):
    """Numbers with the language's decimal mark."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Words of the ticks at these values."""
        return [in_own_marks(text) for text in super().tickStrings(values, scale, spacing)]


def time_axes() -> dict[str, pg.AxisItem]:
    """Make the axes of a plot against time."""
    return {"left": FigureAxis("left"), "bottom": ClockAxis("bottom")}
