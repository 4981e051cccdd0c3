"""A time axis of a plot, in minutes and seconds."""

from __future__ import annotations

import pyqtgraph as pg

from monitor.ui.kit.words import clock


class ClockAxis(pg.AxisItem):
    """Seconds as minutes and seconds."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Words of the ticks at these seconds."""
        return [clock(v, 0 if spacing >= 1 else 1) if v >= 0 else "" for v in values]
