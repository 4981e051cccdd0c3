"""A source being watched: the stream, its analysis and its alerts, for the widgets to show.

Everything here happens in the GUI thread and is cheap; the analysis is the worker's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assets.sources.source import Source, SourceInfo
from models.alarms.conditions import Condition
from models.alerts.events import Event
from models.alerts.muting import AlertOn, takes_place_of
from models.alerts.reasons import Channel
from models.leads.choice import TOGETHER
from models.signal.rhythm import NO_BEAT_WHY, Rhythm
from monitor.alarms.lifecycle import LifeCycle
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.opened import BedSource
from monitor.stream.following import Delivery, LeadFollower
from monitor.stream.replay import MAX_SPEED, Replay
from monitor.ui.kit.language import named, tr
from monitor.ui.kit.work.background import STOP_MS
from monitor.ui.session.alarms import NO_LEAD_WHY, BedAlarms
from monitor.ui.session.artefacts import SessionArtefacts
from monitor.ui.session.covered import CoveredByStates
from monitor.ui.session.loading.known import Known
from monitor.ui.session.thresholds import Thresholds
from monitor.ui.session.worker import AnalysisWorker, ScorerFactory, shipped_scorer

if TYPE_CHECKING:
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster


class Session(Known):
    """Replay one source after another, analyse a lead, keep what the analysis said.

    What was analysed once stays: going back shows it, and nothing is analysed twice.

    Parameters
    ----------
    scorer_factory : callable
        Makes the scorer, in the worker's thread.
    now : callable
        A monotonic clock in seconds.
    """

    closing = Signal()  # the source is about to be let go of
    jumping = Signal()  # the stream is about to go elsewhere
    opened = Signal()
    pass_started = Signal()
    head_moved = Signal()
    rows_arrived = Signal(object, object, object)  # samples: Qt's own int ends after seven weeks at 500 Hz
    alerts_changed = Signal()
    alert_added = Signal()
    open_alert_changed = Signal()
    span_changed = Signal(object, object)
    thresholds_changed = Signal()
    analysis_changed = Signal()
    transport_changed = Signal()
    alarms_changed = Signal()
    refused = Signal(object)
    lines_reset = Signal(str)  # name of the source for which they had been set by hand

    def __init__(
        self,
        scorer_factory: ScorerFactory = shipped_scorer,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scorer_factory = scorer_factory
        self._now = now
        self._worker: AnalysisWorker | None = None
        self._leaving: AnalysisWorker | None = None  # let go of in the middle of loading the models
        self._first_trace = threading.Event()
        self._generation = -1
        self._playing = False
        self._followers: dict[int, LeadFollower] = {}
        self._covered = CoveredByStates()
        self._thresholds = Thresholds(self._tell_threshold)
        self.alert_on = AlertOn.BEATS
        self.failure = self._said = ""
        self.ready = False
        self.artefacts = SessionArtefacts(self)
        self.alarms = BedAlarms(now, self)
        self.alarms.changed.connect(self.alarms_changed)

    # Sources and leads ----------------------------------------------------------------------------

    def open(self, source: Source, lead: int = TOGETHER) -> None:
        """Put a source on, paused at its start, at the speed and loop of the one before.

        All its leads are analysed together, or one that is named by its column.
        """
        before = self.replay
        self.stop()
        self._leave_lines(source.info)
        self.source, self._said = source, ""
        self.heard = self.artefacts.begin(source)
        self.replay = Replay(self.heard, self._now)
        if before is not None:
            self.replay.set_speed(before.speed)
            self.replay.loop = before.loop
        self._reader = self.replay.reader()
        self._generation = -1
        self._recall.begin(source.info, self.replay.history, lead)
        self._followers = {}
        self._covered = CoveredByStates()
        self.alarms.begin(source.info, source if isinstance(source, BedSource) else None)
        self._begin_pass(0)
        self.opened.emit()
        self.artefacts.changed.emit()
        self.alerts_changed.emit()
        self._start_worker()
        self.transport_changed.emit()

    def _leave_lines(self, info: SourceInfo) -> None:
        """Put lines that were moved for one source back before another is put on: it is another patient's."""
        if self.info is not None and self.by_hand and self.info.identity != info.identity:
            self.set_sensitivity(self.sensitivity_step)
            self.lines_reset.emit(named(self.info.name))

    def analyse_lead(self, lead: int) -> None:
        """Analyse another lead, or all `TOGETHER`, from the present sample on; what was said is kept."""
        if self.replay is None:
            return
        before = self._recall.key
        self._recall.choose(lead)
        if self._recall.key == before:
            return
        self._begun = self.replay.position
        self._recall.let_go()
        self._provisional.clear()
        self._show_what_goes_on()
        if self._worker is not None:
            self._worker.analyse_lead(self._recall.key, self._begun)
        self.alerts_changed.emit()

    def stop(self) -> bool:
        """End the worker and let go of the source; False if the worker's thread did not end in time."""
        self.closing.emit()
        if self.replay is not None:
            self.replay.pause()
        ended = self._end_worker()
        self.artefacts.stop()
        if self.source is not None:
            self.source.close()
        return ended

    # The transport bar ----------------------------------------------------------------------------

    def play(self) -> None:
        """Let the stream run."""
        self._with_replay(lambda replay: replay.play())

    def pause(self) -> None:
        """Freeze the stream."""
        self._with_replay(lambda replay: replay.pause())

    def seek(self, sample: int) -> None:
        """Go to a sample; where the source cannot, `refused` says so."""
        if self.replay is None:
            return
        if not self.replay.info.seekable:
            self.refused.emit(
                tr("{name} is no recording: it cannot go to another place.").format(
                    name=named(self.replay.info.name)
                )
            )
            return
        self.jumping.emit()
        self._with_replay(lambda replay: replay.seek(sample))
        self.tick()

    def set_speed(self, speed: float) -> None:
        """Set the pace; `MAX_SPEED` runs as fast as the analysis goes."""
        self._with_replay(lambda replay: replay.set_speed(speed))

    def set_loop(self, on: bool) -> None:
        """Start over at the end, or stop there."""

        def loop(replay: Replay) -> None:
            replay.loop = on

        self._with_replay(loop)

    def _with_replay(self, change: Callable[[Replay], None]) -> None:
        if self.replay is not None:
            change(self.replay)
            self._playing = self.replay.playing
            self.transport_changed.emit()

    @property
    def generation(self) -> int:
        """Number of the pass that is shown, as of the last tick."""
        return self._generation

    @property
    def playing(self) -> bool:
        """Whether the stream runs, as of the last tick."""
        return self._playing

    # A frame --------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Take over what the stream brought since the last frame, and say so."""
        if self.replay is None:
            return
        # Once: what becomes due while this frame is drawn is the next frame's. Asking until nothing more is
        # due would never end where drawing is slower than the stream.
        due = self._reader.due()
        if due is not None:
            if due.generation != self._generation:
                self._generation = due.generation
                self._begin_pass(due.start)
                self.pass_started.emit()
                self._show_what_goes_on()
            if due.stop > due.start:
                self.head = due.stop
                self.head_moved.emit()
                self._show_what_goes_on()
                self._first_trace.set()
        self._draw_again(self._provisional.advance(self.head, self.replay.info.fs))
        playing = self.replay.playing
        if self._playing != playing:
            self._playing = playing
            self.transport_changed.emit()
        self.alarms.tick(self.head, self._behind_s)
        if self.replay.failure and self.replay.failure != self._said:
            self._said = self.replay.failure
            self.refused.emit(self._said)

    def _begin_pass(self, start: int) -> None:
        self.pass_start = self.head = self._begun = start
        self._provisional.clear()

    # The worker -----------------------------------------------------------------------------------

    @property
    def lag(self) -> float:
        """Seconds by which the analysis is behind the trace; 0 where none runs."""
        return self._worker.lag if self._worker is not None else 0.0

    @property
    def networks(self) -> tuple[Forecaster, Autoencoder] | None:
        """The running models, None until they are loaded."""
        return self._worker.networks if self._worker is not None else None

    def restart_analysis(self) -> None:
        """Start the analysis again, from the present sample, after it has failed."""
        self._end_worker()
        self._start_worker(from_head=True)

    def renew_models(self) -> None:
        """Use other weights from now on; the stream goes on, and the analysis catches up."""
        if self._worker is not None:
            self._worker.renew()

    def _start_worker(self, *, from_head: bool = False) -> None:
        assert self.replay is not None
        self.failure, self.ready = "", False
        self.alarms.stopped(False, self.head)
        worker = AnalysisWorker(
            self.replay,
            self._recall.key,
            self._thresholds.custom,
            self._scorer_factory,
            self._first_trace,
            self._followers,
            alert_on=self.alert_on,
            limits=self.alarms.set_up.limits,
            from_head=from_head,
            after=self._leaving,
        )
        worker.ready.connect(self._on_ready)
        worker.delivered.connect(self._on_delivered)
        worker.failed.connect(self._on_failed)
        self._worker = worker
        worker.start()
        self.analysis_changed.emit()

    def _end_worker(self) -> bool:
        worker, self._worker = self._worker, None
        if worker is None:
            return True
        # An import cannot be left half-way, so the window does not wait for its end; the next worker does.
        ended = worker.stop(0 if worker.loading else STOP_MS)
        if not ended:
            self._leaving = worker
        return ended

    def _on_ready(self, worker: AnalysisWorker, defaults: dict[Channel, float]) -> None:
        if worker is not self._worker:
            return
        self.ready = True
        self._thresholds.renew(defaults)
        self.thresholds_changed.emit()
        self.analysis_changed.emit()

    def _on_failed(self, worker: AnalysisWorker, why: str) -> None:
        if worker is not self._worker:
            return
        self.failure = why
        self.alarms.stopped(True, self.head, why)
        self._recall.let_go()
        self._show_what_goes_on()
        if self.replay is not None and self.replay.speed == MAX_SPEED:
            # Nothing sets the pace any more; real time does.
            self.set_speed(1.0)
        self._end_worker()
        self.analysis_changed.emit()

    def _on_delivered(self, worker: AnalysisWorker, delivery: Delivery) -> None:
        # What a worker let go of has still said of this source counts: the next one goes on from there.
        if worker.replay is not self.replay:
            return
        owned = self.artefacts.owned
        delivery = replace(delivery, events=owned(delivery.events), withdrawn=owned(delivery.withdrawn))
        self._recall.take(delivery)
        if not self.alarms.of_a_bed:
            self.alarms.take(delivery.alarms)
        if delivery.lead == self._recall.key and delivery.analysis is not None:
            states, fs = delivery.analysis.states, worker.replay.info.fs
            first = self._covered.changed_from(states, delivery.stop, self.head, fs)
            if first < self.head:
                self.span_changed.emit(first, self.head)
        for _ in delivery.events:
            self.alert_added.emit()
        if delivery.events or delivery.withdrawn:
            self._draw_again([*delivery.events, *delivery.withdrawn])
            self.alerts_changed.emit()
        if delivery.lead != self._recall.key:
            return
        if delivery.stop > self.head:
            # At maximal speed results may be ahead of the frame that will show them.
            self.tick()
        for channel, rows in delivery.analysis.rows.items() if delivery.analysis is not None else ():
            if len(rows):
                self.rows_arrived.emit(channel, int(rows.index[0]), int(rows.index[-1]))
        if delivery.analysis is not None and len(delivery.analysis.beats):
            beats = delivery.analysis.beats.index
            self.rows_arrived.emit(Channel.ECTOPY, int(beats[0]), int(beats[-1]))
        self._show_what_goes_on()

    def _show_what_goes_on(self) -> None:
        """Show the open and the provisional alerts: those of the present moment alone."""
        live = self._recall.live(self.head, self.pass_start)
        analysis = live.analysis if live is not None else None
        now_open = analysis.open if analysis is not None else None
        if now_open != self.open_alert:
            spans = [e for e in (self.open_alert, now_open) if e is not None]
            self.open_alert = now_open
            self._draw_again(spans)
            self.open_alert_changed.emit()
        technical = analysis.technical if analysis is not None else ()
        if technical != self.open_technical:
            changed = [*self.open_technical, *technical]
            self.open_technical = technical
            self._draw_again(changed)
        # Last: whether an alert took a provisional one's place is asked of the alerts as they now are.
        waiting = analysis.provisional if analysis is not None else ()
        if waiting != self._provisional.waiting:
            self._take_provisional(waiting)

    def _take_provisional(self, waiting: tuple[Event, ...]) -> None:
        """Draw the provisional alerts; one that is gone fades, or an alert has taken its place."""

        def is_alert(event: Event) -> bool:
            return any(takes_place_of(a, event) for a in self.alerts_between(event.start, event.end))

        self._draw_again(self._provisional.take(waiting, self.head, is_alert))

    def _draw_again(self, events: list[Event]) -> None:
        if events:
            self.span_changed.emit(min(e.start for e in events), max(e.end for e in events))

    # Alarms ---------------------------------------------------------------------------------------

    @property
    def rhythm(self) -> Rhythm | None:
        """Heart rate and variability at the head; where no lead is heard that is why there are none."""
        told = super().rhythm
        silent = told is not None and told.rate_bpm is None and told.why in ("", NO_BEAT_WHY)
        if told is not None and silent and self.alarms.goes_on(Condition.NO_LEAD, self.head):
            return replace(told, why=NO_LEAD_WHY)
        return told

    @property
    def life_cycle(self) -> LifeCycle:
        """The alarms at the bedside; `alarms_changed` says when they have changed."""
        return self.alarms.life_cycle

    def set_alarms(self, set_up: AlarmSetUp) -> None:
        """Raise alarms by other limits, or other alarms, from now on."""
        if self._worker is not None:
            self._worker.set_limits(set_up.limits)
        self.alarms.set_up = set_up

    @property
    def _behind_s(self) -> float:
        """Seconds that whoever watches has to wait for the analysis; 0 where it sets the pace."""
        replay = self.replay
        if replay is None or not self.ready or replay.speed == MAX_SPEED:
            return 0.0
        return self.lag / replay.speed

    # Thresholds -----------------------------------------------------------------------------------

    def set_threshold(self, channel: Channel, value: float) -> None:
        """Set one channel's threshold by hand."""
        self._thresholds.set_one(channel, value)
        self.thresholds_changed.emit()

    def reset_threshold(self, channel: Channel) -> None:
        """Put a threshold that was set by hand back where the sensitivity has it."""
        if self._thresholds.reset_one(channel):
            self.thresholds_changed.emit()

    def set_sensitivity(self, step: int) -> None:
        """Put all thresholds at the shipped ones, or so many steps more (or less) sensitive."""
        self._thresholds.set_sensitivity(step)
        self.thresholds_changed.emit()

    def set_alert_on(self, alert_on: AlertOn) -> None:
        """Raise alerts on beats or on any spike from now on; what was raised stays."""
        self.alert_on = alert_on
        if self._worker is not None:
            self._worker.set_alert_on(alert_on)
        self.thresholds_changed.emit()

    def _tell_threshold(self, channel: Channel, value: float) -> None:
        if self._worker is not None:
            self._worker.set_threshold(channel, value)
