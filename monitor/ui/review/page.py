"""The frozen pane around an alert: signal, forecast, errors, and calipers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from assets.phrase import phrase
from models.alerts.events import Event
from models.alerts.reasons import CHANNELS, Channel
from models.contract.marks import MISSED, NORMAL
from monitor.stream.excerpt import Excerpt
from monitor.ui.kit.language import tr
from monitor.ui.kit.plots.pens import plot_pen
from monitor.ui.kit.text import ElidedLabel, MarkupLabel, PlainLabel
from monitor.ui.kit.theme import SMALL, Theme
from monitor.ui.kit.words import clock
from monitor.ui.pages.actions.table import hint
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import Page
from monitor.ui.review.calipers import Calipers, rr_before
from monitor.ui.review.drawing import legend, shade, write_beats
from monitor.ui.review.marking import Marking
from monitor.ui.review.plots import Plots
from monitor.ui.strips.board import LANE_NAMES
from monitor.ui.strips.signs.marks import MARK_PX, mark_shape, placed

AROUND_S = 4.0
"""Seconds shown before and after an alert; zooming out shows the rest of the excerpt."""

FOOT = 0.07
"""The user's marks stand so high over the foot of the signal's plot, as a share of its height."""

NOTHING_YET = phrase("The models raise alerts while a record plays; the first one opens here.")
"""Said where there is no alert to show."""


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
        self._context, self._session, self._marks = context, context.session, context.marks
        self.marking = Marking(context, lambda: self.caliper_s, self)
        self._excerpt: Excerpt | None = None
        self._title, self._why = PlainLabel(), ElidedLabel()
        self._caption, self._measure = PlainLabel(), PlainLabel()
        self._title.setObjectName("large")
        self._why.setObjectName("note")
        self._measure.setObjectName("title")
        normal, missed = QPushButton(tr("Normal for this patient")), QPushButton(tr("Missed"))
        undo = self._undo = QPushButton(tr("Undo"))
        previous, following = QPushButton(tr("‹  Previous alert")), QPushButton(tr("Next alert  ›"))
        live = QPushButton(tr("Back to live"))
        self._of_an_alert = (normal, missed, previous, following)
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
        self._plots = Plots()
        self._plots.nudged.connect(self._nudge)
        self._legend = MarkupLabel()
        self._legend.setObjectName("small")
        foot = QHBoxLayout()
        foot.addWidget(self._caption)
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
        self._calipers: Calipers | None = None
        self._signal_plot: pg.PlotItem | None = None
        self._drawn_marks: list[pg.ScatterPlotItem] = []
        self._steps: deque[Callable[[], None]] = deque()  # what is still to be drawn of an alert
        self._made_anew = False
        self._faded = False  # what is drawn has the colours of before
        self.forget()
        self.restyle(theme)
        context.review_asked.connect(self.show_event)
        context.marks.changed.connect(self._show_marks)
        context.marks.changed.connect(self._show_undo)
        self._session.opened.connect(self.forget)

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
        return self._calipers.stands[1] if self._calipers is not None else None

    @property
    def measurement(self) -> str:
        """What the calipers measure now."""
        return self._measure.text()

    def restyle(self, theme: Theme) -> None:
        """Change colours and draw anew, where it is not seen once it is."""
        self._theme = theme
        self._plots.restyle(theme)
        self._legend.setText(legend(theme))
        self._faded = self._excerpt is not None
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if self._faded and self._excerpt is not None:
            self.complete(self._excerpt)
        self._faded = False

    def take_over(self, legacy: object) -> None:
        """Show the alert bit by bit: the page is made anew while the user goes on with something else."""
        self._made_anew = True

    def activate(self) -> None:
        """Open the newest alert, where none has been chosen."""
        self._show_undo()
        self._freshen()
        if self._context.reviewed is not None and self._excerpt is None:
            self.show_event(self._context.reviewed, by_frames=self._made_anew)
        self._made_anew = False
        self._open_newest()

    @property
    def incomplete(self) -> bool:
        """Whether more of what follows the alert could be shown by now."""
        return self._excerpt is not None and not self._excerpt.complete

    def refresh(self) -> None:
        """Show the first alert when it comes, and the rest of what follows it, once it has been played."""
        self._open_newest()
        if self._excerpt is None:
            return
        event = self._now(self._excerpt.event)
        if event != self._excerpt.event:
            self._context.reviewed, self._open = event, False
        elif self._excerpt.complete:
            return
        more = self._session.excerpt(event)
        if more is not None and (more.complete or event != self._excerpt.event):
            self.complete(more)

    def complete(self, excerpt: Excerpt) -> None:
        """Show more of what follows the alert; calipers and zoom stay."""
        before = self._calipers
        seen = self._signal_plot.viewRange()[0] if self._signal_plot is not None else None
        self.show_excerpt(excerpt)
        if before is not None and before.moved:
            self.move_calipers(*before.stands)
        if seen is not None and self._signal_plot is not None:
            self._signal_plot.setXRange(*seen, padding=0)

    def _open_newest(self) -> None:
        if self._context.reviewed is not None:
            return
        log, head = self._session.log, self._session.head
        event = self._session.open_alert or log.before(head + 1) or (log[0] if len(log) else None)
        if event is not None:
            self._context.reviewed = event
            self.show_event(event)

    def _now(self, event: Event) -> Event:
        """An alert that was going on when it was shown, once it is over; any other as it is."""
        if not self._open:
            return event
        over = (e for e in self._session.alerts_between(event.start, event.end) if _same(e, event))
        return next(over, event)

    def forget(self) -> None:
        """Show no alert: a record that is opened has nothing to do with the alerts of the one before."""
        self._excerpt = self._calipers = self._signal_plot = None
        self._open = False  # whether the alert shown was going on when it was shown
        self._drawn_marks = []
        self._steps.clear()
        self._plots.clear()
        self._plots.setUpdatesEnabled(True)
        self._title.setText(tr("No alert yet"))
        self._why.setText(tr(NOTHING_YET))
        self._caption.clear()
        self._measure.clear()
        self._offer(False)

    def _offer(self, on: bool) -> None:
        """Offer what can be done with an alert, or do not where none is shown."""
        for button in self._of_an_alert:
            button.setEnabled(on)
        self._legend.setVisible(on)
        self._plots.take_keys(on)

    def _show_undo(self) -> None:
        held = self._undo.hasFocus()
        self._undo.setEnabled(self._marks.can_undo)
        if held and not self._undo.isEnabled():
            # It would jump to whatever comes next in the window.
            self._plots.setFocus()

    def show_event(self, event: Event, *, by_frames: bool = False) -> None:
        """Freeze an alert with its surroundings; the stream goes on."""
        excerpt, now_open = self._session.excerpt(event), self._session.open_alert
        self._open = now_open is not None and _same(now_open, event)
        if excerpt is not None:
            self.show_excerpt(excerpt, by_frames=by_frames)

    def show_excerpt(self, excerpt: Excerpt, *, by_frames: bool = False) -> None:
        """Show an alert with its surroundings; `by_frames` draws one plot a frame."""
        self._steps = deque(
            [
                partial(self._show_signal, excerpt),
                *(partial(self._show_lane, excerpt, row) for row in range(1, len(CHANNELS) + 1)),
                partial(self._show_whole, excerpt),
            ]
        )
        self._say(excerpt)
        self._offer(True)
        self._plots.setUpdatesEnabled(not by_frames)
        while self._steps and not by_frames:
            self._steps.popleft()()

    @property
    def ready(self) -> bool:
        """Whether all of the alert is drawn."""
        return not self._steps

    def frame(self) -> None:
        """Draw the next plot, where one is still to be drawn."""
        if self._steps:
            self._steps.popleft()()

    def _say(self, excerpt: Excerpt) -> None:
        self._excerpt = excerpt
        event = excerpt.event
        self._title.setText(f"{tr(event.title())}  {clock(event.peak / excerpt.fs)}")
        why = tr(event.why())
        self._why.setText(
            tr("{lead}, {end:.2f} s long: {why}.").format(
                lead=excerpt.lead, end=(event.end - event.start) / excerpt.fs, why=why
            )
        )

    def _show_signal(self, excerpt: Excerpt) -> None:
        t = self._theme
        self._plots.clear()
        self._drawn_marks = []
        signal = self._signal_plot = self._plots.add(t, 0, "mV", 3)
        x = (excerpt.start + np.arange(len(excerpt.signal))) / excerpt.fs
        for channel in (Channel.RECONSTRUCTION, Channel.FORECAST):
            index, values = excerpt.expected[channel]
            pen = plot_pen(getattr(t, channel.value))
            signal.plot(index / excerpt.fs, values, pen=pen, connect="finite", antialias=True)
        signal.plot(x, excerpt.signal, pen=plot_pen(t.lead(0)), connect="finite", antialias=True)
        signal.getAxis("bottom").setStyle(showValues=False)
        shade(signal, t, excerpt, self._others(excerpt))
        self._add_calipers(signal, excerpt)

    def _show_lane(self, excerpt: Excerpt, row: int) -> None:
        t, channel = self._theme, list(CHANNELS)[row - 1]
        lane = self._plots.add(t, row, tr(LANE_NAMES[channel]).lower(), 1)
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
        shade(lane, t, excerpt, self._others(excerpt))
        lane.setXLink(self._signal_plot)
        if row < len(CHANNELS):
            lane.getAxis("bottom").setStyle(showValues=False)
        else:
            lane.setLabel("bottom", tr("time in the record"), color=t.dim, **{"font-size": f"{SMALL}px"})

    def _show_whole(self, excerpt: Excerpt) -> None:
        t, signal = self._theme, self._signal_plot
        assert signal is not None
        x = (excerpt.start + np.arange(len(excerpt.signal))) / excerpt.fs
        middle = excerpt.event.peak / excerpt.fs
        signal.setXRange(middle - AROUND_S, middle + AROUND_S, padding=0)
        near = excerpt.signal[np.abs(x - middle) <= AROUND_S]
        if np.isfinite(near).any():
            low, high = float(np.nanmin(near)), float(np.nanmax(near))
            room = max(0.14 * (high - low), 0.1)
            signal.setYRange(low - room, high + room, padding=0)
            write_beats(signal, t, excerpt, high + room)
        self._show_marks()
        self._plots.setUpdatesEnabled(True)

    def _others(self, excerpt: Excerpt) -> list[Event]:
        """Other alerts of the same lead within what is shown."""
        found = self._session.log.overlapping(excerpt.start, excerpt.start + len(excerpt.signal) - 1)
        return [e for e in found if e.lead == excerpt.event.lead and e != excerpt.event]

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
        rr = rr_before(excerpt, self._session.beats_by_lead().get(excerpt.event.analysis))
        self._calipers = Calipers(excerpt, rr, plot_pen(self._theme.text, 1))
        self._calipers.sigRegionChanged.connect(self._measure_now)
        plot.addItem(self._calipers)
        self._measure_now()

    def move_calipers(self, start: float, stop: float) -> None:
        """Put the two lines at `start` and `stop`, in seconds of the record."""
        if self._calipers is not None:
            self._calipers.setRegion((start, stop))

    def _nudge(self, seconds: float, left: bool) -> None:
        if self._calipers is None or self._signal_plot is None:
            return
        at = self._calipers.nudge(seconds, left=left)
        first, last = self._signal_plot.viewRange()[0]
        aside = min(at - first, 0.0) or max(at - last, 0.0)
        if aside:
            # A line that left the view is followed.
            self._signal_plot.setXRange(first + aside, last + aside, padding=0)

    def _measure_now(self) -> None:
        if self._calipers is not None:
            self._caption.setText(self._calipers.caption)
            self._measure.setText(self._calipers.words)


def _same(event: Event, other: Event) -> bool:
    """Whether two alerts are one, as it was known at two moments."""
    return (event.kind, event.start, event.lead) == (other.kind, other.start, other.lead)


def make_page(context: Context) -> ReviewPane:
    """Make the page."""
    return ReviewPane(context)
