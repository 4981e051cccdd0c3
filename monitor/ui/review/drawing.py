"""What is drawn behind and over the review's curves: shaded alerts, and the reference beats."""

from __future__ import annotations

from collections.abc import Iterable

import pyqtgraph as pg

from assets.databases.mitbih import AAMI_CLASS
from models.alerts.events import Event
from monitor.stream.excerpt import Excerpt
from monitor.ui.kit.drawing.colours import event_shade
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme

OTHERS = 0.4
"""Other alerts are shaded so much as the one under review."""


def shade(plot: pg.PlotItem, theme: Theme, excerpt: Excerpt, others: Iterable[Event]) -> None:
    """Shade the alert under review, and the others more lightly."""
    for event, strength in [(excerpt.event, 1.0), *((e, OTHERS) for e in others)]:
        colour = event_shade(theme, event, strength)
        span = (event.start / excerpt.fs, max(event.end, event.start + 1) / excerpt.fs)
        region = pg.LinearRegionItem(span, movable=False, brush=colour, pen=pg.mkPen(None))
        region.setZValue(-10)
        plot.addItem(region, ignoreBounds=True)


def write_beats(plot: pg.PlotItem, theme: Theme, excerpt: Excerpt, height: float) -> None:
    """Write the reference beats in one row at `height` (mV), clear of the trace."""
    for sample, symbol in excerpt.beats:
        colour = theme.dim if AAMI_CLASS[symbol] == "N" else theme.ectopic
        text = pg.TextItem(symbol, color=colour, anchor=(0.5, 0))
        text.setPos(sample / excerpt.fs, height)
        plot.addItem(text, ignoreBounds=True)


def legend(theme: Theme) -> str:
    """Say in rich text what the colours and signs mean, and how to measure."""
    return tr(
        "<span style='color:{forecast}'>━ forecast</span> &nbsp; <span "
        "style='color:{reconstruction}'>━ reconstruction</span> &nbsp; shaded: the alert, fainter: "
        "others &nbsp; ✓ marked normal &nbsp; ▲ marked missed &nbsp; drag the lines, or ← → in the "
        "plot, to measure"
    ).format(forecast=theme.forecast, reconstruction=theme.reconstruction)
