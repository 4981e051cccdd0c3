"""The board of strips and lanes on one time axis."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from assets.phrase import phrase
from assets.sources.source import LeadKind
from models.alerts.muting import AlertOn
from models.alerts.reasons import CHANNELS, Channel
from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.language import tr
from monitor.ui.kit.text import plain_tip
from monitor.ui.kit.theme import Theme
from monitor.ui.session.keeping.marks import UserMarks
from monitor.ui.session.provisional import Shade
from monitor.ui.session.session import Session
from monitor.ui.strips.canvas import Canvas
from monitor.ui.strips.lanes.beats import BeatLane
from monitor.ui.strips.lanes.errors import ErrorLane
from monitor.ui.strips.lanes.lane import Lane
from monitor.ui.strips.lanes.words import RAISING, tip
from monitor.ui.strips.leads.arrangement import Layout
from monitor.ui.strips.leads.fitting import Fitting
from monitor.ui.strips.leads.labels import RowLabel
from monitor.ui.strips.leads.rows import SPACING, LeadRow, Rows
from monitor.ui.strips.moving.gestures import Gestures
from monitor.ui.strips.moving.looking import Grip, Looking
from monitor.ui.strips.overview import Overview
from monitor.ui.strips.scale import PaperScale
from monitor.ui.strips.signs.marks import placed
from monitor.ui.strips.signs.verdicts import ToldBetween
from monitor.ui.strips.strip import Overlays, Strip
from monitor.ui.strips.timeline import Timeline
from monitor.ui.strips.vital import VitalStrip

LANE_STRETCH = 8
"""Share of the height that a lane asks for (`monitor.ui.strips.leads.rows.STRETCH`)."""

LANE_NAMES = {
    Channel.FORECAST: phrase("Forecast"),
    Channel.RECONSTRUCTION: phrase("Autoenc."),
    Channel.ECTOPY: phrase("Beats"),
}

LANE_DETAILS = {
    Channel.FORECAST: phrase("error, nats"),
    Channel.RECONSTRUCTION: phrase("error, nats"),
    Channel.ECTOPY: phrase("how unusual"),
}
"""What the height in each lane means."""

LANE_COLOURS = {
    Channel.FORECAST: "forecast",
    Channel.RECONSTRUCTION: "reconstruction",
    Channel.ECTOPY: "text",
}
"""Field of the theme in which each lane's name stands."""

MEASURED_FRAMES = 3
"""A strip is measured in one frame of so many: at eight times real time one would be due in each."""

BUDGET_S = 0.012
"""Time for drawing in a frame, in seconds: the timer's interval less what else a frame does."""


class Board(QWidget):
    """Strips of the shown leads, the lanes and the overview, edges aligned.

    Parameters
    ----------
    session : Session
        What is being watched.
    theme : Theme
        Colours.
    """

    threshold_moved = Signal(object, float)
    threshold_reset = Signal(object)
    seek_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.timeline = Timeline()
        self.rows = Rows(self.timeline, theme)
        self.fitting = Fitting(self.rows, self.timeline, self)
        self.lanes: dict[Channel, Lane] = {}
        self._labels: list[tuple[RowLabel, Callable[[Theme], str]]] = []
        self._shown_overlays = {Channel.FORECAST: True, Channel.RECONSTRUCTION: False}
        self._beats = True
        self._marks: UserMarks | None = None
        self._told: ToldBetween | None = None
        self._frames = 0
        self._turn = 0  # the canvas that is drawn first in the next frame
        self.looking = Looking(self.timeline, self)
        self.looking.changed.connect(self._on_look)
        self.gestures = Gestures(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(SPACING)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.rows, 0, 0, 1, 2)
        self.rows.resized.connect(self.fit)
        self.overview = Overview(session.log, theme)
        self.overview.seek_asked.connect(self.seek_asked)

    @property
    def strips(self) -> dict[int, Strip]:
        """The strip of each shown lead."""
        return self.rows.strips

    @property
    def canvases(self) -> Iterable[Canvas]:
        """All strips and lanes."""
        return (*self.rows.all_strips, *self.lanes.values())

    # Building -------------------------------------------------------------------------------------

    def show_source(self) -> None:
        """Make lanes and overview for a newly opened source; `show_leads` follows."""
        info = self._session.info
        assert info is not None
        for label, _ in self._labels:
            label.hide()
            label.deleteLater()
        for lane in self.lanes.values():
            lane.hide()
            lane.deleteLater()
        self.lanes, self._labels = {}, []
        self.timeline.fs = info.fs
        self.fitting.show_source(info.leads)
        for row, lane in enumerate(self._make_lanes(), start=1):
            channel = lane.channel
            lane.threshold_moved.connect(self.threshold_moved)
            lane.threshold_reset.connect(self.threshold_reset)
            self.gestures.watch(lane)
            self.lanes[channel] = lane
            colour = attrgetter(LANE_COLOURS[channel])
            self._add_row(row, lane, tr(LANE_NAMES[channel]), tr(LANE_DETAILS[channel]), colour)
            self._grid.setRowStretch(row, LANE_STRETCH)
        length, what = tr("live", "a stream without an end"), tr("so far")
        if info.duration is not None:
            minutes, what = info.duration / 60, tr("record")
            length = (
                tr("{minutes:.0f} min").format(minutes=minutes)
                if minutes >= 1
                else f"{in_figures(info.duration, '.0f')} s"
            )
            length = f"{in_figures(minutes / 60, '.0f')} h" if minutes >= 120 else length
        self._add_row(len(self.lanes) + 1, self.overview, length, what, attrgetter("dim"))

    def _make_lanes(self) -> Iterator[Lane]:
        """Make the running models' lanes, and that of the beats, from top to bottom."""
        session = self._session

        def shades(first: float, last: float) -> list[Shade]:
            return session.shades_of_lead(session.lead, first, last)

        for channel in CHANNELS:
            yield ErrorLane(self.timeline, self._theme, channel, session.scores[channel], shades)
        yield BeatLane(
            self.timeline,
            self._theme,
            session.beats_between,
            session.shades_of_beats,
            session.states_between,
            session.left_out_between,
        )

    def show_leads(self, leads: Sequence[int], layout: Layout = Layout.ROWS) -> None:
        """Build the strips for a choice of leads, in this order."""
        session, info, history = self._session, self._session.info, self._session.history
        assert info is not None
        assert history is not None

        def make(timeline: Timeline, lead: int) -> Strip:
            stretch = partial(history.lead, lead)
            states = partial(session.quality_between, lead)
            if info.leads[lead].kind is not LeadKind.ECG:
                strip: Strip = VitalStrip(timeline, self._theme, stretch, row(lead).colour, info.leads[lead])
            else:
                shades = partial(session.shades_of_lead, lead)
                strip = Strip(timeline, self._theme, stretch, row(lead).colour, shades, states)
            strip.setAccessibleName(tr("Lead {name}").format(name=info.leads[lead].name))
            self.gestures.watch(strip)
            return strip

        def row(lead: int) -> LeadRow:
            own = info.leads[lead]
            return LeadRow(lead, own.name, own.unit, own.kind, bool(info.vital_leads))

        shown = [row(lead) for lead in leads]
        self.rows.show_leads(shown, row(session.lead), layout, make, session.analysed_names)
        self.fitting.begin(session.lead)
        self._grid.setRowStretch(0, self.rows.weight)
        analysed = session.lead
        self.overview.show_source(
            partial(history.lead, analysed),
            info.fs,
            info.n_samples,
            partial(history.glance, analysed),
            lambda: session.archive.stretches,
            session.states_between,
            session.analysed_otherwise,
        )
        self.overview.set_position(session.head)
        self.apply_overlays()
        self.fit()

    def _add_row(
        self, row: int, widget: QWidget, name: str, detail: str, colour: Callable[[Theme], str]
    ) -> None:
        label = RowLabel(name, detail, colour(self._theme), self._theme)
        self._labels.append((label, colour))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        label.show()
        widget.show()

    # Changing what is shown -----------------------------------------------------------------------

    def set_scale(self, scale: PaperScale, grip: Grip | None = None) -> None:
        """Change paper speed, gain or millimetres.

        Parameters
        ----------
        scale : PaperScale
            The scale.
        grip : Grip or None
            What stays where it is: while one looks back, on the page; else under the sweep. None holds the
            middle of the page, or the newest sample.
        """
        timeline = self.timeline
        if grip is None and self.looking.back:
            grip = Grip.at(timeline, timeline.width / 2)
        held = timeline.head if grip is None else grip.sample
        before = timeline.scale
        for axis in (timeline, self.rows.cells):
            at = axis.virtual(held)
            axis.scale = scale
            axis.shift += at - axis.virtual(held)
        if self.looking.back and grip is not None:
            self.looking.hold(grip)
        if before.px_per_mm != scale.px_per_mm:
            self.fit()
            return
        self._rescale()

    def _rescale(self) -> None:
        """Draw at the scale as it is now, each canvas when its turn comes."""
        self._follow()
        for strip in self.rows.all_strips:
            strip.settle()
        for canvas in self.canvases:
            canvas.spoil()
        self.rows.refresh_labels()

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
        seen = self._beats and session.info is not None and session.info.shows_reference
        annotations = session.history.annotations if session.history is not None and seen else None
        for strip in self.rows.all_strips:
            strip.show_annotations(annotations)
        for strip in self._analysed_strips():
            strip.show_overlays(Overlays(session.expected, self._shown_overlays))
        if self._marks is not None:
            self.show_marks(self._marks)
        self.show_told(self._told)

    def show_marks(self, marks: UserMarks) -> None:
        """Show the user's marks over the analysed lead, as they now are."""
        info = self._session.info
        self._marks = marks
        analysed = self._analysed_strips()
        for strip in self.rows.all_strips:
            strip.show_marks(placed(marks, info) if info is not None and strip in analysed else None)

    def show_told(self, told: ToldBetween | None) -> None:
        """Show over the analysed lead, and in the overview, what the annotations say; None for nothing."""
        self._told = told
        analysed = self._analysed_strips()
        for strip in self.rows.all_strips:
            strip.show_told(told if strip in analysed else None)
        self.overview.show_told(told)

    def _analysed_strips(self) -> list[Strip]:
        shown = (self.strips.get(self._session.lead), self.rows.rhythm)
        return [strip for strip in shown if strip is not None]

    def set_threshold(self, channel: Channel, default: float, value: float, *, by_hand: bool = False) -> None:
        """Show a threshold in its lane; that of premature beats in the lane of the beats."""
        if channel in self.lanes:
            self.lanes[channel].set_threshold(default, value, by_hand=by_hand)
        beats = self.lanes.get(Channel.ECTOPY)
        if channel is Channel.PREMATURE and isinstance(beats, BeatLane):
            beats.set_premature(value)

    def show_alert_on(self, alert_on: AlertOn) -> None:
        """Show whose lines raise alerts."""
        for (channel, lane), (label, _) in zip(self.lanes.items(), self._labels, strict=False):
            words = tip(channel, alert_on)
            lane.set_raises(channel in RAISING[alert_on], words)
            label.setToolTip(plain_tip(words))

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.rows.restyle(theme)
        for lane in self.lanes.values():
            lane.restyle(theme)
        for label, colour in self._labels:
            label.restyle(theme, colour(theme))
        self.overview.restyle(theme)

    # Time -----------------------------------------------------------------------------------------

    def start_pass(self) -> None:
        """Show another place: the head there, and what was heard before it."""
        session = self._session
        heard = session.history.span[0] if session.history is not None else session.pass_start
        self.timeline.start = min(heard, session.pass_start)
        self.timeline.head = session.head
        self.timeline.shift = self.rows.cells.shift = 0.0
        self.looking.end()
        self.fitting.begin(session.lead)
        self.redraw()
        self.overview.set_position(self._session.head)

    def advance(self) -> None:
        """Take over how far the stream has come; `paint` draws what is new."""
        self.timeline.head = self._session.head
        self.overview.set_position(self.timeline.head)

    def _on_look(self) -> None:
        timeline = self.timeline
        back = self.looking.back
        self.overview.show_look((timeline.first_visible, timeline.newest) if back else None)

    def touch_span(self, first: int, last: int) -> None:
        """Draw a stretch of samples again on all strips and lanes, with the next frame."""
        for canvas in self.canvases:
            canvas.touch(first, last)

    def touch_rows(self, channel: Channel, first: int, last: int) -> None:
        """Draw a stretch again where one channel's rows, or beats, are shown, with the next frame."""
        if channel in self.lanes:
            self.lanes[channel].touch(first, last)
        if self._shown_overlays.get(channel):
            for strip in self._analysed_strips():
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
        self._follow()
        if self.fitting.reshaped():
            self._rescale()
        self._frames += 1
        if self._frames % MEASURED_FRAMES == 0:
            self.fitting.measure_one()
        turn = self._turn % len(canvases)
        for i, canvas in enumerate((*canvases[turn:], *canvases[:turn]), start=1):
            if canvas.catch_up() and isinstance(canvas, Strip):
                canvas.settle(askew=True)
            if time.perf_counter() > until:
                self._turn = turn + i
                return

    def _follow(self) -> None:
        """Bring the columns to the moment of the whole rows; a narrow one is not left bare after the head."""
        cells = self.rows.cells
        cells.follow(self.timeline)
        if cells.look is not None:
            cells.look = min(cells.look, cells.head)

    def redraw(self) -> None:
        """Draw everything visible again."""
        self._follow()
        for canvas in self.canvases:
            canvas.redraw()

    def fit(self) -> None:
        """Fit the time axis to the width."""
        self.timeline.fit(self.rows.fit())
        for canvas in self.canvases:
            canvas.outdate()
        self.overview.fit(self.timeline.width)
