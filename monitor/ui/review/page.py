"""The frozen pane around an alert: signal, forecast, errors, and calipers."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from assets.databases.mitbih import AAMI_CLASS
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS, Channel
from models.contract.marks import MISSED, NORMAL
from monitor.stream.excerpt import Excerpt
from monitor.ui.kit.colours import event_shade
from monitor.ui.kit.plots.clock_axis import ClockAxis
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.text import MarkupLabel, PlainLabel
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.words import clock
from monitor.ui.pages.actions import hint
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import Page
from monitor.ui.review.marking import Marking
from monitor.ui.strips.board import LANE_NAMES
from monitor.ui.strips.marks import MARK_PX, mark_shape, placed

AROUND_S = 4.0
"""Seconds shown before and after an alert; zooming out shows the rest of the excerpt."""

FOOT = 0.07
"""The user's marks stand so high over the foot of the signal's plot, as a share of its height."""

CALIPER_S = 0.8
"""Distance at which the calipers open, in seconds."""


def caliper_words(seconds: float, mv_from: float, mv_to: float) -> str:
    """Interval in ms, as a rate per minute, and the difference in mV between the two lines."""
    ms = abs(seconds) * 1000
    rate = f"{60_000 / ms:.0f} /min" if ms >= 1 else "–"
    difference = mv_to - mv_from
    mv = f"{difference:+.2f} mV" if np.isfinite(difference) else "no signal"
    return f"{ms:.0f} ms  ·  {rate}  ·  {mv}"


class ReviewPane(Page):
    """Signal and errors around one alert.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme = self._theme = context.theme
        self._session, self._marks = context.session, context.marks
        self.marking = Marking(context, lambda: self.caliper_s, self)
        self._excerpt: Excerpt | None = None
        self._title, self._why, self._measure = PlainLabel(), PlainLabel(), PlainLabel()
        self._title.setObjectName("large")
        self._why.setObjectName("note")
        self._measure.setObjectName("title")
        normal, missed = QPushButton("Normal for this patient"), QPushButton("Missed")
        undo = QPushButton("Undo")
        previous, following = QPushButton("‹  Previous alert"), QPushButton("Next alert  ›")
        live = QPushButton("Back to live")
        for button, action in (
            (normal, "mark_normal"),
            (missed, "mark_missed"),
            (undo, "undo_mark"),
            (previous, "previous_alert"),
            (following, "next_alert"),
            (live, "show_monitor"),
        ):
            button.setToolTip(hint(action))
            button.clicked.connect(context.actions[action].trigger)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._why)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        for button in (previous, following, live):
            head.addWidget(button)
        self._plots = pg.GraphicsLayoutWidget()
        self._plots.setAccessibleName("Signal and errors around the alert")
        self._legend = MarkupLabel()
        self._legend.setObjectName("small")
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel("Calipers"))
        foot.addWidget(self._measure)
        foot.addStretch(1)
        foot.addWidget(normal)
        foot.addWidget(missed)
        foot.addWidget(undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._plots, 1)
        column.addWidget(self._legend)
        column.addLayout(foot)
        self._calipers: pg.LinearRegionItem | None = None
        self._signal_plot: pg.PlotItem | None = None
        self._drawn_marks: list[pg.ScatterPlotItem] = []
        self.forget()
        self.restyle(theme)
        context.review_asked.connect(self.show_event)
        context.marks.changed.connect(self._show_marks)
        self._session.opened.connect(self.forget)
        if context.reviewed is not None:
            self.show_event(context.reviewed)

    @property
    def commands(self) -> Marking:
        """The page's actions mark what is under review."""
        return self.marking

    @property
    def shown(self) -> Event | None:
        """The alert shown."""
        return self._excerpt.event if self._excerpt is not None else None

    @property
    def caliper_s(self) -> float | None:
        """Where the right caliper stands, in seconds of the record; None where there is none."""
        return float(self._calipers.getRegion()[1]) if self._calipers is not None else None

    @property
    def measurement(self) -> str:
        """What the calipers measure now."""
        return self._measure.text()

    def restyle(self, theme: Theme) -> None:
        """Change colours and draw anew."""
        self._theme = theme
        self._plots.setBackground(theme.window)
        self._legend.setText(
            f"<span style='color:{theme.forecast}'>━ forecast</span> &nbsp; "
            f"<span style='color:{theme.reconstruction}'>━ reconstruction</span> &nbsp; "
            "shaded: the alert &nbsp; ✓ marked normal &nbsp; ▲ marked missed &nbsp; "
            "drag the lines to measure, the wheel zooms"
        )
        if self._excerpt is not None:
            self.show_excerpt(self._excerpt)

    @property
    def incomplete(self) -> bool:
        """Whether more of what follows the alert could be shown by now."""
        return self._excerpt is not None and not self._excerpt.complete

    def refresh(self) -> None:
        """Show the rest of what follows the alert, once it has been played."""
        if self._excerpt is None or self._excerpt.complete:
            return
        more = self._session.excerpt(self._excerpt.event)
        if more is not None and more.complete:
            self.complete(more)

    def complete(self, excerpt: Excerpt) -> None:
        """Show more of what follows the alert; calipers and zoom stay."""
        region = self._calipers.getRegion() if self._calipers is not None else None
        seen = self._signal_plot.viewRange()[0] if self._signal_plot is not None else None
        self.show_excerpt(excerpt)
        if region is not None and seen is not None and self._signal_plot is not None:
            self.move_calipers(*region)
            self._signal_plot.setXRange(*seen, padding=0)

    def forget(self) -> None:
        """Show no alert: a record that is opened has nothing to do with the alerts of the one before."""
        self._excerpt = self._calipers = self._signal_plot = None
        self._drawn_marks = []
        self._plots.clear()
        self._title.setText("No alert chosen")
        self._why.setText("Choose an alert in the list, or press N.")
        self._measure.clear()

    def show_event(self, event: Event) -> None:
        """Freeze an alert with its surroundings; the stream goes on."""
        excerpt = self._session.excerpt(event)
        if excerpt is not None:
            self.show_excerpt(excerpt)

    def show_excerpt(self, excerpt: Excerpt) -> None:
        """Show an alert with its surroundings."""
        self._excerpt = excerpt
        event, t = excerpt.event, self._theme
        self._title.setText(f"{event.title()}  {clock(event.peak / excerpt.fs)}")
        why = event.why()
        self._why.setText(f"{excerpt.lead}, {(event.end - event.start) / excerpt.fs:.2f} s long: {why}.")
        self._plots.clear()
        self._drawn_marks = []
        signal = self._signal_plot = self._plot(0, "mV", 3)
        x = (excerpt.start + np.arange(len(excerpt.signal))) / excerpt.fs
        for channel in (Channel.RECONSTRUCTION, Channel.FORECAST):
            index, values = excerpt.expected[channel]
            pen = plot_pen(getattr(t, channel.value))
            signal.plot(index / excerpt.fs, values, pen=pen, connect="finite", antialias=True)
        signal.plot(x, excerpt.signal, pen=plot_pen(t.lead(0)), connect="finite", antialias=True)
        self._shade(signal, excerpt)
        self._add_calipers(signal, excerpt)
        plots = [signal]
        for row, channel in enumerate(CHANNELS, start=1):
            lane = self._plot(row, LANE_NAMES[channel].lower(), 1)
            index, values = excerpt.scores[channel]
            lane.plot(
                index / excerpt.fs,
                values,
                pen=plot_pen(getattr(t, channel.value)),
                connect="finite",
                antialias=True,
            )
            if channel in excerpt.thresholds:
                pen = plot_pen(t.alert, 1, Qt.PenStyle.DashLine)
                lane.addItem(pg.InfiniteLine(excerpt.thresholds[channel], angle=0, pen=pen))
            self._shade(lane, excerpt)
            lane.setXLink(signal)
            plots.append(lane)
        for plot in plots[:-1]:
            plot.getAxis("bottom").setStyle(showValues=False)
        plots[-1].setLabel("bottom", "time in the record", color=t.dim, **{"font-size": f"{SMALL}px"})
        middle = event.peak / excerpt.fs
        signal.setXRange(middle - AROUND_S, middle + AROUND_S, padding=0)
        near = excerpt.signal[np.abs(x - middle) <= AROUND_S]
        if np.isfinite(near).any():
            low, high = float(np.nanmin(near)), float(np.nanmax(near))
            room = max(0.14 * (high - low), 0.1)
            signal.setYRange(low - room, high + room, padding=0)
            self._mark_beats(signal, excerpt, high + room)
        self._show_marks()

    def _plot(self, row: int, label: str, stretch: int) -> pg.PlotItem:
        t = self._theme
        plot = self._plots.addPlot(row=row, col=0, axisItems={"bottom": ClockAxis("bottom")})
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.showGrid(x=True, y=True, alpha=0.15)
        plot.setMouseEnabled(x=True, y=False)
        plot.setLabel("left", label, color=t.dim, **{"font-size": f"{SMALL}px"})
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(plot_pen(t.border, 1))
            axis.setTextPen(pg.mkPen(t.dim))
        plot.getAxis("left").setWidth(56)
        self._plots.ci.layout.setRowStretchFactor(row, stretch)
        return plot

    def _shade(self, plot: pg.PlotItem, excerpt: Excerpt) -> None:
        event, t = excerpt.event, self._theme
        colour = event_shade(t, event)
        span = (event.start / excerpt.fs, max(event.end, event.start + 1) / excerpt.fs)
        region = pg.LinearRegionItem(span, movable=False, brush=colour, pen=pg.mkPen(None))
        region.setZValue(-10)
        plot.addItem(region)

    def _mark_beats(self, plot: pg.PlotItem, excerpt: Excerpt, height: float) -> None:
        """Write the reference beats in one row at `height` (mV), clear of the trace."""
        for sample, symbol in excerpt.beats:
            colour = self._theme.dim if AAMI_CLASS[symbol] == "N" else self._theme.ectopic
            text = pg.TextItem(symbol, color=colour, anchor=(0.5, 0))
            text.setPos(sample / excerpt.fs, height)
            plot.addItem(text, ignoreBounds=True)

    def _show_marks(self) -> None:
        """Draw the user's marks as they now are, in a row at the foot of the signal."""
        plot, excerpt, info = self._signal_plot, self._excerpt, self._session.info
        if plot is None or excerpt is None or info is None:
            return
        for item in self._drawn_marks:
            plot.removeItem(item)
        self._drawn_marks = []
        low, high = plot.viewRange()[1]
        foot, pen = low + FOOT * (high - low), plot_pen(self._theme.text, 2)
        found = placed(self._marks, info)(excerpt.start, excerpt.start + len(excerpt.signal))
        for kind in (NORMAL, MISSED):
            at = [sample / excerpt.fs for sample, mark in found if mark.mark == kind]
            brush = pg.mkBrush(self._theme.text if kind == MISSED else None)
            item = pg.ScatterPlotItem(
                at, [foot] * len(at), symbol=mark_shape(kind), size=MARK_PX, pen=pen, brush=brush
            )
            plot.addItem(item, ignoreBounds=True)
            self._drawn_marks.append(item)

    def _add_calipers(self, plot: pg.PlotItem, excerpt: Excerpt) -> None:
        peak = excerpt.event.peak / excerpt.fs
        pen = plot_pen(self._theme.text, 1)
        self._calipers = pg.LinearRegionItem(
            (peak - CALIPER_S, peak), brush=QColor(0, 0, 0, 0), hoverBrush=QColor(128, 128, 128, 24), pen=pen
        )
        self._calipers.sigRegionChanged.connect(self._measure_now)
        plot.addItem(self._calipers)
        self._measure_now()

    def move_calipers(self, start: float, stop: float) -> None:
        """Put the two lines at `start` and `stop`, in seconds of the record."""
        if self._calipers is not None:
            self._calipers.setRegion((start, stop))

    def _measure_now(self) -> None:
        excerpt = self._excerpt
        if excerpt is None or self._calipers is None:
            return
        start, stop = self._calipers.getRegion()
        at = [round(s * excerpt.fs) - excerpt.start for s in (start, stop)]
        mv = [float(excerpt.signal[i]) if 0 <= i < len(excerpt.signal) else float("nan") for i in at]
        self._measure.setText(caliper_words(stop - start, *mv))


def make_page(context: Context) -> ReviewPane:
    """Make the page."""
    return ReviewPane(context)
