"""The monitor's page: strips and lanes, the column beside them, the transport bar below."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.alarms.conditions import Condition, Nature
from models.alerts.events import Event, joined_leads
from models.alerts.kinds import Priority
from models.alerts.muting import AlertOn
from models.signal.states import Topic
from monitor.alerts.burden import Watched
from monitor.stream.trends import SLOT_S
from monitor.ui.alarms import telling
from monitor.ui.alarms.flash import lit
from monitor.ui.kit.language import tr
from monitor.ui.kit.theme import Theme
from monitor.ui.kit.words import clock
from monitor.ui.live import narrator
from monitor.ui.live.alerts.list import AlertPanel
from monitor.ui.live.judged.comparing import Comparing
from monitor.ui.live.numerics import HeartTile
from monitor.ui.live.side import SensitivityPanel, WhyPanel
from monitor.ui.live.transport import SPEEDS, TransportBar
from monitor.ui.live.view import View
from monitor.ui.live.vitals import TILES, VitalPanel
from monitor.ui.pages.context import Context
from monitor.ui.pages.page import Page
from monitor.ui.strips.board import Board

SIDE_PX = 292
"""Width of the column beside the strips, in logical pixels."""

OF_HEART = frozenset(c for c in Condition if c.nature in (Nature.RHYTHM, Nature.RATE)) - {
    condition for tile in TILES for condition in tile.conditions
}
"""Conditions of which the heart rate takes the colour: other figures have their own."""

LOW_PX = 600
"""In a page lower than this the column's parts take less height, in logical pixels."""


VITALS_LOW_PX = 720
"""In a page lower than this the vital signs stand in low tiles, in logical pixels."""

MORE_PX = 60
"""So much higher it must be for each tile after the third."""

WHY_PX = (184, 96)
"""Height that the reasons of an alert take, and where there is little room, in logical pixels."""

ELSE_PX = 380
"""What all else takes beside strips that have vital signs: heart rate, alerts, sensitivity, transport bar."""


class MonitorPage(Page):
    """What is seen of the live stream.

    Parameters
    ----------
    context : Context
        What a page is given.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._session = context, context.session
        theme, session = context.theme, context.session
        self.board = Board(session, theme)
        self.transport = TransportBar(context.actions)
        self.heart = HeartTile(theme)
        self.vitals = VitalPanel(theme)
        self.comparing = Comparing(session, self)
        self.alerts = AlertPanel(session.log, theme, self.comparing)
        self.why = WhyPanel(theme)
        self.sensitivity = SensitivityPanel()
        self._alerts_stale = False
        self._alarm: tuple[Priority, bool] | None = None  # of the heart: its priority, and whether it flashes
        self._build()
        self.view = View(context, self.board, self.comparing, self.transport.view_menu, self)
        context.speed = context.settings.choice("speed", SPEEDS, 1.0)
        self._connect()
        session.set_alert_on(AlertOn(context.settings.choice("alert_on", [*AlertOn], AlertOn.BEATS)))
        self._show_scale()
        self._show_thresholds()

    def _build(self) -> None:
        side = QWidget()
        side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 16, 0)
        column.setSpacing(8)
        column.addWidget(self.heart)
        column.addWidget(self.vitals)
        column.addWidget(self.why)
        column.addWidget(self.alerts, 1)
        column.addWidget(self.sensitivity)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.board, 1)
        row.addWidget(side)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row, 1)
        rows.addWidget(self.transport)

    def _connect(self) -> None:
        context, session, board, view = self._context, self._session, self.board, self.view
        session.opened.connect(self._on_opened)
        session.pass_started.connect(board.start_pass)
        session.head_moved.connect(board.advance)
        session.rows_arrived.connect(board.touch_rows)
        session.span_changed.connect(board.touch_span)
        session.alerts_changed.connect(self._on_alerts)
        session.alarms_changed.connect(self._take_alarms)
        session.open_alert_changed.connect(self._on_open_alert)
        session.thresholds_changed.connect(self._show_thresholds)
        session.transport_changed.connect(self._show_transport)
        board.threshold_moved.connect(session.set_threshold)
        board.threshold_reset.connect(session.reset_threshold)
        board.seek_asked.connect(session.seek)
        view.scale_changed.connect(self._show_scale)
        view.leads_changed.connect(self._on_leads)
        self.comparing.changed.connect(self._on_compare)
        if self.comparing.on:
            self._on_compare()
        self.transport.speed.picked.connect(context.set_speed)
        self.transport.paper.picked.connect(view.set_paper_speed)
        self.transport.gain.picked.connect(view.set_gain)
        self.sensitivity.moved.connect(session.set_sensitivity)
        self.sensitivity.alert_on_chosen.connect(session.set_alert_on)
        self.alerts.chosen.connect(context.review)
        context.review_asked.connect(self._on_review)
        context.marks.changed.connect(self._show_marks)
        self._show_marks()

    # What the window calls ------------------------------------------------------------------------

    @property
    def commands(self) -> View:
        """The page's actions are about how the strips are shown."""
        return self.view

    def activate(self) -> None:
        """Show at once what has come meanwhile."""
        self.refresh()

    def frame(self) -> None:
        """Draw what is new."""
        self.board.paint()
        self._flash()
        info = self._session.info
        if info is not None:
            look = min(self.board.timeline.newest, self._session.head) if self.board.looking.back else None
            self.transport.show_time(
                self._session.head / info.fs, info.duration, None if look is None else look / info.fs
            )

    def _flash(self) -> None:
        """The heart rate has the colour of the alarm that is about the heart, and flashes with the banner."""
        if self._alarm is None:
            self.heart.show_alarm(None, False)
            return
        priority, flashes = self._alarm
        self.heart.show_alarm(priority, not flashes or lit(priority, self._session.alarms.now_s))

    def _take_alarms(self) -> None:
        """See which alarm about the heart is on the screen."""
        alarms = telling.shown(self._session)
        item = alarms.first(OF_HEART)
        self._alarm = None if item is None else (item.alarm.priority, alarms.flashes(item))

    def refresh(self) -> None:
        """Bring the heart rate, the list and the reasons up to date."""
        self._take_alarms()
        self._show_states()
        if self._alerts_stale:
            self._show_alerts()
        self._compare()
        self.alerts.show_moment(self._session.head, self._watched())
        self._show_why()

    def _show_alerts(self) -> None:
        """Show the alerts as they are now."""
        self._alerts_stale = False
        session = self._session
        self.alerts.refresh(session.info.fs if session.info is not None else 360.0, session.open_alert)
        self.board.overview.update()

    def _show_marks(self) -> None:
        """Show the user's marks on the strips and in the list."""
        for part in (self.board, self.alerts):
            part.show_marks(self._context.marks)

    def _show_states(self) -> None:
        """Show the heart rate, and beside it and beside the leads what goes on."""
        session, info = self._session, self._session.info
        self.heart.show_rhythm(session.rhythm)
        limits = session.alarms.set_up.limits
        self.heart.show_limits(limits.low_bpm, limits.high_bpm)
        self.heart.show_states(session.states, info.fs if info is not None else 1.0)
        self.board.rows.show_states(session.states)
        self.board.rows.show_left_out(
            {event.lead for event in session.open_technical} if session.together else ()
        )
        self._show_counts()
        if self.vitals.tiles:
            known = session.alarms.known_at(session.head)
            alarms = [alarm for alarm in known if alarm.over is None or alarm.over > session.head]
            told = {alarm.condition: alarm.priority for alarm in reversed(alarms)}
            differs = [tr(alarm.note) for alarm in alarms if alarm.condition is Condition.PULSE_DEFICIT]
            words = tr("differs: {differs}").format(differs=differs[0]) if differs else ""
            cuff = session.cuff
            when = "" if cuff is None or info is None else clock(cuff.at / info.fs, 0)
            self.vitals.show_readings(session.vitals, session.alarms.set_up.limits, told, words, cuff, when)

    def _show_counts(self) -> None:
        """Show beside the heart rate the ectopic beats of the last minute, and which rhythm goes on."""
        session, info = self._session, self._session.info
        if info is None:
            return
        at = session.head / info.fs
        counted = session.trends.table(at - SLOT_S, at).ectopic
        known = counted[np.isfinite(counted)]
        rhythm = next((tr(s.kind.short) for s in session.states if s.kind.topic is Topic.RHYTHM), "")
        self.heart.show_counts(float(known[-1]) if len(known) else None, rhythm)

    @property
    def _heart_lead(self) -> int:
        """Number of the colour of the heart rate: the analysed lead's, or green beside other vital signs."""
        info = self._session.info
        return 0 if info is not None and info.vital_leads else self._session.lead

    def restyle(self, theme: Theme) -> None:
        """Change colours."""
        self.heart.restyle(theme, self._heart_lead)
        for part in (self.board, self.alerts, self.why, self.vitals):
            part.restyle(theme)

    def stop(self) -> None:
        """Keep how the strips were shown, and look over the record no further."""
        self.board.overview.stop()
        self.view.keep()
        self._context.settings.remember(speed=self._context.speed, alert_on=self._session.alert_on.value)

    def take_over(self, legacy: object) -> None:
        """Show what is on; it was on before the page was."""
        if self._session.info is not None:
            self._show_source()
            self._show_transport()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list of alerts needs the room more than what is beside it."""
        super().resizeEvent(event)
        self._fit_side()

    def _fit_side(self) -> None:
        """Give each part of the column what there is room for: figures first, then alerts, then reasons."""
        low = self.height() < LOW_PX
        self.heart.set_short(low or bool(self.vitals.tiles))
        self.vitals.set_short(self.height() < VITALS_LOW_PX + MORE_PX * max(0, len(self.vitals.tiles) - 3))
        self.alerts.set_short(low)
        room = self.height() - ELSE_PX - (self.vitals.height() if self.vitals.tiles else -WHY_PX[0])
        self.why.set_short(low or room < WHY_PX[0])
        self.why.setVisible(room >= WHY_PX[1])

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the screen; it is known only now, and may change later."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self.view.measure_screen, Qt.ConnectionType.UniqueConnection)
        self.view.measure_screen()

    # The session speaks ---------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self._session.set_speed(self._context.speed)
        self._show_source()

    def _show_source(self) -> None:
        """Show what is on from its head on."""
        self.vitals.show_source(self._session.vital_signs)
        self._fit_side()
        self.view.begin()
        self.board.start_pass()
        self.why.show_event(None)
        self.alerts.start_over()
        self.comparing.renew(at_once=True)

    def _on_leads(self) -> None:
        self.comparing.renew(at_once=True)
        self._show_thresholds()
        self.heart.restyle(self._context.theme, self._heart_lead)

    def _on_alerts(self) -> None:
        self._alerts_stale = True

    def _on_open_alert(self) -> None:
        """An alert goes on, has grown or is over: the list names it as soon as the banner does."""
        event = self._session.open_alert
        self.board.overview.show_open(event)
        shown = self.alerts.going_on
        self._alerts_stale = True
        new = event is not None and (shown is None or (event.kind, event.start) != (shown.kind, shown.start))
        if new and self.isVisible():
            self._show_alerts()
        self._show_why()

    def _on_compare(self) -> None:
        """The comparison was turned on or off."""
        self.board.show_told(self.comparing.between if self.comparing.on else None)
        self._alerts_stale = True
        self.refresh()

    def _compare(self) -> None:
        """Count anew what the annotations say, and draw the beats that are missed now or no more."""
        if not self.comparing.on:
            return
        touched = self.comparing.renew()
        if touched is not None:
            self.board.touch_span(*touched)
            self.board.overview.update()
        self.alerts.show_compared()

    def _on_review(self, event: Event) -> None:
        self.alerts.select(event)

    def _show_why(self) -> None:
        """Explain the present alert, or else the last one; where there is none, that of nothing else."""
        session = self._session
        event = narrator.present_alert(session) or session.last_alert
        self.why.show_event(event, session.info.fs if session.info is not None else 1.0)

    def _watched(self) -> Watched:
        """What was analysed of the lead, for alerts an hour and the share of beats that are in alerts."""
        session, info = self._session, self._session.info
        if info is None:
            return Watched()
        archive = session.archive
        stretches = list(archive.stretches)
        seconds = sum(s.stop - s.start for s in stretches) / info.fs
        last = stretches[-1].stop if stretches else 0
        return Watched(joined_leads(session.analysed_names), 0, last, seconds, archive.n_beats)

    def _show_thresholds(self) -> None:
        session = self._session
        for channel, default in session.default_thresholds.items():
            self.board.set_threshold(
                channel, default, session.thresholds[channel], by_hand=channel in session.by_hand
            )
        self.board.show_alert_on(session.alert_on)
        self.sensitivity.show_step(session.sensitivity, session.sensitivity_step)
        self.sensitivity.show_alert_on(session.alert_on)
        self._context.actions["toggle_spikes"].setChecked(session.alert_on is AlertOn.SPIKES)

    def _show_scale(self) -> None:
        self.transport.paper.show_value(self.view.scale.speed)
        self.transport.gain.show_value(self.view.gain)

    def _show_transport(self) -> None:
        replay = self._session.replay
        self.transport.show_playing(self._session.playing)
        if replay is not None:
            self._context.speed = replay.speed
            self.transport.speed.show_value(replay.speed)
            self._context.actions["toggle_loop"].setChecked(replay.loop)


def make_page(context: Context) -> MonitorPage:
    """Make the page."""
    return MonitorPage(context)
