"""The page of trends: large figures, and what they were in the last hours, with the alarms."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assets.phrase import phrase
from models.vitals.signs import Quality
from models.vitals.stream import CUFF
from monitor.stream.trends import TrendTable
from monitor.ui.kit.figures import in_figures, time_of_day
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import PlainLabel, plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock, cuff_taken
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import ControlsPage
from monitor.ui.trends.figure import UNKNOWN, BigFigure
from monitor.ui.trends.plots import AlarmPlot, CurvePlot
from monitor.ui.trends.rows import TrendRow, drawn_of, room_for, rows_of

SPANS = {
    "15 min": 900.0,
    "1 h": 3600.0,
    "4 h": 4 * 3600.0,
    "12 h": 12 * 3600.0,
    "24 h": 24 * 3600.0,
    phrase("All"): np.inf,
}
"""Lengths that can be shown, s."""

EVERY_S = 2.0
"""The curves are drawn anew no more often than this: a value stands for ten seconds, s."""

FIGURE_PX = 210
"""Width of the column of figures beside the curves, in logical pixels."""


@dataclass(frozen=True)
class Seen:
    """What the plots show: the trends, and from when to when, s."""

    table: TrendTable
    head_s: float
    first: float
    last: float


class TrendsPage(ControlsPage):
    """Large figures with their trends.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._session = context, context.session
        self._rows: tuple[TrendRow, ...] = ()  # all that the source may have
        self._used: list[int] = []  # numbers of those that are shown
        self.figures: list[BigFigure] = []
        self.plots: list[CurvePlot] = []
        self.alarms = AlarmPlot(context.theme)
        self._drawn_at = -np.inf
        self._waiting: list[int] = []  # numbers of the plots that are still to be drawn
        self._seen: Seen | None = None
        self._build()
        context.session.opened.connect(self._on_opened)
        context.session.alarms_changed.connect(self._on_alarms)
        self.alarms.clicked.connect(self._go_to)
        self._on_opened()

    def _build(self) -> None:
        self.span = QComboBox()
        for name in SPANS:
            self.span.addItem(tr(name), name)
        self.span.setAccessibleName(tr("Length of the trends"))
        kept = self._context.settings.choice("trend_span", tuple(SPANS), "1 h")
        self.span.setCurrentIndex(list(SPANS).index(kept))
        self.span.currentTextChanged.connect(self._on_span)
        self.large = QPushButton(tr("Large figures"))
        self.large.setCheckable(True)
        self.large.setToolTip(plain_tip(tr("The figures alone, as large as the page allows")))
        self.large.setChecked(self._context.settings.flag("large_figures", False))
        self.large.toggled.connect(self._lay_out)
        self._title = PlainLabel(tr("Trends"))
        self._title.setObjectName("title")
        bar = QHBoxLayout()
        bar.addWidget(self._title)
        bar.addStretch(1)
        bar.addWidget(self.span)
        bar.addWidget(self.large)
        self._field = QWidget()
        self._grid = QGridLayout(self._field)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._field, 1)

    # What the window calls ------------------------------------------------------------------------

    @property
    def pane_names(self) -> tuple[str, ...]:
        """Curves and figures, or the figures alone."""
        return ("trends", "figures")

    def show_pane(self, name: str) -> None:
        """Show the curves, or the figures alone."""
        if name not in self.pane_names:
            super().show_pane(name)
        self.large.setChecked(name == "figures")

    def activate(self) -> None:
        """Show at once what has come meanwhile."""
        self._drawn_at = -np.inf
        self._waiting = []
        self.refresh()
        while self._waiting:
            self._show_plot(self._waiting.pop(0))

    def refresh(self) -> None:
        """Bring the figures up to date, and begin to draw the curves where it is time."""
        if self._in_use() != self._used:
            self._place()
        self._show_figures()
        now = time.monotonic()
        if not self.large.isChecked() and not self._waiting and now - self._drawn_at >= EVERY_S:
            self._drawn_at = now
            self._look()

    def frame(self) -> None:
        """Draw one of the plots that wait: all at once would take longer than a key may wait."""
        if self._waiting and self.isVisible():
            self._show_plot(self._waiting.pop(0))

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        for figure in self.figures:
            figure.theme = theme
            figure.update()
        for plot in (*self.plots, self.alarms):
            plot.restyle(theme)
        self._drawn_at = -np.inf

    def stop(self) -> None:
        """Keep how the trends were shown."""
        self._context.settings.remember(
            trend_span=self.span.currentData(), large_figures=self.large.isChecked()
        )

    # Inside ---------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        """Another source has other signs."""
        theme = self._context.theme
        parts: list[QWidget] = [*self.figures, *self.plots]
        for part in parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._waiting = []
        info = self._session.info
        self.alarms.begin_at(None if info is None else info.start)
        self._rows = rows_of(self._session.vital_signs)
        self.figures = [BigFigure(theme, tr(row.name), tr(row.unit), row.colour) for row in self._rows]
        self.plots = []
        for row in self._rows:
            plot = CurvePlot(theme, tr(row.name), ink_of(row), row.least, row.zero)
            plot.clicked.connect(self._go_to)
            plot.show_axis(False)
            self.plots.append(plot)
        made: list[QWidget] = [*self.figures, *self.plots]
        for part in made:
            part.setParent(self._field)  # before it is shown: without one it would be a window
        self._lay_out()

    def _lay_out(self) -> None:
        """Put what is shown in its place, and draw it."""
        self._place()
        if self.isVisible():
            self.refresh()

    def _place(self) -> None:
        """Put figures and curves side by side, or the figures alone in two columns."""
        large, grid = self.large.isChecked(), self._grid
        used = self._used = self._in_use()
        parts: list[QWidget] = [*self.figures, *self.plots, self.alarms]
        for part in parts:
            grid.removeWidget(part)
        for number, (figure, plot) in enumerate(zip(self.figures, self.plots, strict=True)):
            figure.setVisible(number in used)
            plot.setVisible(number in used and not large)
        self.alarms.setVisible(not large)
        for i in range(2 * len(self._rows) + 2):
            grid.setRowStretch(i, 0)
        columns = 3 if large and len(used) > 6 else 2
        for place, number in enumerate(used):
            figure = self.figures[number]
            if large:
                figure.setMaximumWidth(16_777_215)
                grid.addWidget(figure, place // columns, place % columns)
                grid.setRowStretch(place // columns, 1)
            else:
                figure.setMaximumWidth(FIGURE_PX)
                grid.addWidget(self.plots[number], place, 0)
                grid.addWidget(figure, place, 1)
                grid.setRowStretch(place, 3)
        for i in range(3):
            taken = i < columns if large else i < 2
            grid.setColumnStretch(i, (1 if large else 4 - 3 * i) if taken else 0)
            grid.setColumnMinimumWidth(i, FIGURE_PX if not large and i == 1 else 0)
        if not large:
            grid.addWidget(self.alarms, len(used), 0)
            grid.setRowStretch(len(used), 2)
        self._drawn_at = -np.inf
        self._waiting = []

    def _in_use(self) -> list[int]:
        """Numbers of the rows that are shown: curves of what was told, figures of all that there may be."""
        told = self._session.trends.told if self._session.info is not None else frozenset()
        shown = (room_for if self.large.isChecked() else drawn_of)(self._rows, told)
        return [number for number, row in enumerate(self._rows) if row in shown]

    def _on_span(self) -> None:
        self._drawn_at = -np.inf
        self.refresh()

    def _on_alarms(self) -> None:
        if self.isVisible():
            self._show_alarms()

    def _show_alarms(self) -> None:
        info = self._session.info
        if info is not None:
            self.alarms.show_alarms(self._session.alarms.raised, info.fs)

    def _show_figures(self) -> None:
        session, info = self._session, self._session.info
        if info is None:
            return
        readings, rhythm = session.vitals, session.rhythm
        cuff, when = session.cuff, ""
        if cuff is not None:
            moment = info.moment(cuff.at)
            when = clock(cuff.at / info.fs, 0) if moment is None else time_of_day(moment)
        head_s = session.head / info.fs
        newest = session.trends.table(head_s - 30.0, head_s)
        for row, figure in zip(self._rows, self.figures, strict=True):
            if row.name == "HR":
                rate = rhythm.rate_bpm if rhythm is not None else None
                why = tr(rhythm.why) if rhythm is not None else ""
                figure.show_figure(UNKNOWN if rate is None else in_figures(rate, ".0f"), why=why)
            elif row.signs:
                values = [readings.latest(sign) for sign in row.signs]
                why = tr(readings.reason(row.signs[0]))
                if row.signs == CUFF and cuff is not None:
                    values = [cuff.figure(sign) for sign in CUFF]
                    why = tr(Quality.FAILED.words) if cuff.failed else cuff_taken(cuff, when)
                words = [UNKNOWN if value is None else in_figures(value, ".0f") for value in values]
                if len(words) == 3 and values[0] is None and values[1] is None:
                    figure.show_figure(UNKNOWN, f"({words[2]})" if values[2] is not None else "", why)
                elif len(words) == 3:
                    figure.show_figure(f"{words[0]}/{words[1]}", f"({words[2]})", why)
                else:
                    figure.show_figure(words[0], why=why)
            else:
                (values_of,) = row.curves(newest)
                known = values_of[np.isfinite(values_of)]
                figure.show_figure(in_figures(known[-1], ".0f") if len(known) else UNKNOWN)

    def _look(self) -> None:
        """Take what is to be drawn; `frame` draws it plot by plot."""
        session, info = self._session, self._session.info
        if info is None:
            return
        head_s, span = session.head / info.fs, SPANS[self.span.currentData()]
        # Of a stream that has just begun the axis grows with it, as long as it is short.
        last = max(head_s, min(span, 60.0))
        first = max(0.0, last - span)
        self._seen = Seen(session.trends.table(first, last), head_s, first, last)
        self._waiting = [*self._used, len(self.plots)]

    def _show_plot(self, number: int) -> None:
        """Draw one plot; that of the alarms is the last."""
        seen = self._seen
        assert seen is not None
        if number == len(self.plots):
            self._show_alarms()
            self.alarms.show_now(seen.head_s, seen.first, seen.last)
            return
        self.plots[number].show_curves(seen.table.seconds, self._rows[number].curves(seen.table))
        self.plots[number].show_now(seen.head_s, seen.first, seen.last)

    def _go_to(self, seconds: float) -> None:
        """Show a moment on the strips; where the source cannot go back, the session says so."""
        info = self._session.info
        if info is None:
            return
        latest = info.n_samples if info.n_samples is not None else self._session.head
        sample = round(seconds * info.fs)
        if 0 <= sample < latest:
            self._session.seek(sample)
            if info.seekable:
                self._context.show_page("monitor")


def ink_of(row: TrendRow) -> Callable[[Theme], str]:
    """Give what gives the colour of a row's curves."""

    def ink(theme: Theme) -> str:
        return theme.lead(0) if row.colour == "heart" else str(getattr(theme, row.colour))

    return ink


def make_page(context: Context) -> TrendsPage:
    """Make the page."""
    return TrendsPage(context)
