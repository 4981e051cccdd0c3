"""The board of strips and lanes on one time axis."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from models.alerts.reasons import CHANNELS, Channel
from monitor.ui.kit.theme import Theme
from monitor.ui.session.marks import UserMarks
from monitor.ui.session.session import Session
from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.leads.labels import LABEL_PX, RowLabel
from monitor.ui.strips.lane import Lane
from monitor.ui.strips.marks import placed
from monitor.ui.strips.overview import Overview
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.strip import Overlays, Strip
from monitor.ui.strips.timeline import Timeline

LANE_NAMES = {Channel.FORECAST: "Forecast", Channel.RECONSTRUCTION: "Autoenc."}
SPACING = 6

BUDGET_S = 0.012
"""Time for drawing in a frame, in seconds: the timer's interval less what else a frame does."""


class Board(QWidget):
    """Strips of the shown leads, the two lanes and the overview, edges aligned.

    Parameters
    ----------
    session : Session
        What is being watched.
    theme : Theme
        Colours.
    """

    threshold_moved = Signal(object, float)
    seek_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.timeline = Timeline()
        self.strips: dict[int, Strip] = {}
        self.lanes: dict[Channel, Lane] = {}
        self._labels: list[tuple[RowLabel, Callable[[Theme], str]]] = []
        self._shown_overlays = {Channel.FORECAST: True, Channel.RECONSTRUCTION: False}
        self._beats = True
        self._marks: UserMarks | None = None
        self._turn = 0  # the canvas that is drawn first in the next frame
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(SPACING)
        self._grid.setColumnStretch(1, 1)
        self.overview = Overview(session.log, theme)
        self.overview.seek_asked.connect(self.seek_asked)

    @property
    def canvases(self) -> Iterable[Canvas]:
        """All strips and lanes."""
        return (*self.strips.values(), *self.lanes.values())

    # Building -------------------------------------------------------------------------------------

    def show_leads(self, leads: Iterable[int]) -> None:
        """Build the rows for a newly opened record, or for another choice of its leads."""
        info, history = self._session.info, self._session.history
        assert info is not None
        assert history is not None
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.overview:
                widget.hide()
                widget.deleteLater()
        self.strips, self.lanes, self._labels = {}, {}, []
        self.timeline.fs = info.fs
        row = 0
        for lead in leads:
            strip = Strip(
                self.timeline, self._theme, partial(history.lead, lead), lead, self._session.shades_between
            )
            self.strips[lead] = strip
            detail = "analysed" if lead == self._session.lead else ""
            self._add_row(row, strip, info.leads[lead].name, detail, lambda t, i=lead: t.lead(i), strip)  # type: ignore[misc]
            self._grid.setRowStretch(row, 30 if lead == self._session.lead else 22)
            row += 1
        for channel in CHANNELS:
            lane = Lane(
                self.timeline,
                self._theme,
                channel,
                self._session.scores[channel],
                self._session.shades_between,
            )
            lane.threshold_moved.connect(self.threshold_moved)
            self.lanes[channel] = lane
            self._add_row(row, lane, LANE_NAMES[channel], "error, nats", attrgetter(channel.value))
            self._grid.setRowStretch(row, 11)
            row += 1
        for empty in range(row + 1, self._grid.rowCount()):
            self._grid.setRowStretch(empty, 0)
        length, what = "live", "so far"
        if info.duration is not None:
            minutes, what = info.duration / 60, "record"
            length = f"{minutes:.0f} min" if minutes >= 1 else f"{info.duration:.0f} s"
            length = f"{minutes / 60:.0f} h" if minutes >= 120 else length
        self._add_row(row, self.overview, length, what, attrgetter("dim"))
        self._grid.setRowStretch(row, 0)
        lead = self._session.lead
        self.overview.show_source(
            partial(history.lead, lead), info.fs, info.n_samples, partial(history.glance, lead)
        )
        self.apply_overlays()
        self.fit()

    def _add_row(
        self,
        row: int,
        widget: QWidget,
        name: str,
        detail: str,
        colour: Callable[[Theme], str],
        strip: Strip | None = None,
    ) -> None:
        label = RowLabel(name, detail, colour(self._theme), self._theme, strip)
        self._labels.append((label, colour))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        label.show()
        widget.show()

    # Changing what is shown -----------------------------------------------------------------------

    def set_scale(self, scale: PaperScale) -> None:
        """Change paper speed, gain or millimetres."""
        self.timeline.scale = scale
        self.fit()

    def set_scroll(self, on: bool) -> None:
        """Sweep or scroll."""
        self.timeline.scroll = on
        self.redraw()

    def set_overlay(self, channel: Channel, on: bool) -> None:
        """Draw what a model expected over the analysed lead, or not."""
        self._shown_overlays[channel] = on
        self.apply_overlays()

    def set_beats(self, on: bool) -> None:
        """Show the reference beat symbols, or not."""
        self._beats = on
        self.apply_overlays()

    def apply_overlays(self) -> None:
        """Bring the strips in line with what is to be shown over them."""
        session = self._session
        annotations = session.history.annotations if session.history is not None and self._beats else None
        for lead, strip in self.strips.items():
            strip.show_annotations(annotations)
            if lead == session.lead:
                strip.show_overlays(Overlays(session.expected, self._shown_overlays))
        if self._marks is not None:
            self.show_marks(self._marks)

    def show_marks(self, marks: UserMarks) -> None:
        """Show the user's marks over the analysed lead, as they now are."""
        info = self._session.info
        self._marks = marks
        for lead, strip in self.strips.items():
            analysed = info is not None and lead == self._session.lead
            strip.show_marks(placed(marks, info) if info is not None and analysed else None)

    def set_threshold(self, channel: Channel, default: float, value: float) -> None:
        """Show a threshold in its lane."""
        if channel in self.lanes:
            self.lanes[channel].set_threshold(default, value)

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        for canvas in self.canvases:
            canvas.restyle(theme)
        for label, colour in self._labels:
            label.restyle(theme, colour(theme))
        self.overview.restyle(theme)

    # Time -----------------------------------------------------------------------------------------

    def start_pass(self) -> None:
        """Begin anew at the session's first sample of the pass."""
        self.timeline.start = self.timeline.head = self._session.pass_start
        self.redraw()
        self.overview.set_position(self._session.head)

    def advance(self) -> None:
        """Take over how far the stream has come; `paint` draws what is new."""
        self.timeline.head = self._session.head
        self.overview.set_position(self.timeline.head)

    def touch_span(self, first: int, last: int) -> None:
        """Draw a stretch of samples again on all strips and lanes, with the next frame."""
        for canvas in self.canvases:
            canvas.touch(first, last)

    def touch_rows(self, channel: Channel, first: int, last: int) -> None:
        """Draw a stretch again where one channel's rows are shown, with the next frame."""
        if channel in self.lanes:
            self.lanes[channel].touch(first, last)
        strip = self.strips.get(self._session.lead)
        if strip is not None and self._shown_overlays[channel]:
            strip.touch(first, last)

    def paint(self, budget_s: float = BUDGET_S) -> None:
        """Draw what has arrived and what was touched, canvas by canvas, until the time is used up.

        At least one canvas is drawn; those that are left come first in the next frame, and are then drawn
        with all that they have missed. However slow the drawing, the window goes on answering keys.

        Parameters
        ----------
        budget_s : float
            Seconds after which no further canvas is begun.
        """
        canvases = list(self.canvases)
        if not canvases:
            return
        until = time.perf_counter() + budget_s
        turn = self._turn % len(canvases)
        for i, canvas in enumerate((*canvases[turn:], *canvases[:turn]), start=1):
            if canvas.catch_up() and isinstance(canvas, Strip):
                canvas.recentre()
            if time.perf_counter() > until:
                self._turn = turn + i
                return

    def redraw(self) -> None:
        """Draw everything visible again."""
        for canvas in self.canvases:
            canvas.redraw()

    def fit(self) -> None:
        """Fit the time axis to the width."""
        margins = self._grid.contentsMargins()
        available = self.width() - LABEL_PX - margins.left() - margins.right()
        self.timeline.fit(max(60, available))
        for canvas in self.canvases:
            canvas.rebuild()
        for label, _ in self._labels:
            label.update()
        self.overview.fit(self.timeline.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the time axis to the new width."""
        super().resizeEvent(event)
        self.fit()
