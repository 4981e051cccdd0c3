"""A source being watched: the stream, its analysis and its alerts, for the widgets to show.

Everything here happens in the GUI thread and is cheap; the analysis is the worker's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assets.sources.source import Source, SourceInfo
from models.alerts.analyzer import Template
from models.alerts.events import Event
from models.alerts.muting import AlertOn, takes_place_of
from models.alerts.reasons import CHANNELS, Channel
from models.leads.choice import TOGETHER
from models.signal.rhythm import Rhythm
from models.signal.states import State, StateKind, Topic
from monitor.alarms.log import AlertLog
from monitor.stream.archive import LeadArchive
from monitor.stream.excerpt import Excerpt
from monitor.stream.following import Delivery, LeadFollower
from monitor.stream.history import SignalHistory
from monitor.stream.replay import MAX_SPEED, Replay
from monitor.stream.states import AHEAD_S
from monitor.ui.session.provisional import ProvisionalAlerts, Shade
from monitor.ui.session.recall import EXPECTED, SCORE, Recall, RowView
from monitor.ui.session.worker import AnalysisWorker, ScorerFactory, shipped_scorer

if TYPE_CHECKING:
    from models.beats.scores import BeatScores
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster

SENSITIVITY_STEP = 1.12
"""Factor between a threshold at one sensitivity and at the next."""

SENSITIVITIES = range(-5, 6)
"""Steps of the sensitivity control; 0 is the thresholds that ship with the models."""


class Session(QObject):
    """Replay one source after another, analyse a lead, keep what the analysis said.

    What was analysed once stays: going back shows it, and nothing is analysed twice.

    Parameters
    ----------
    scorer_factory : callable
        Makes the scorer, in the worker's thread.
    now : callable
        A monotonic clock in seconds.
    """

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
    refused = Signal(str)
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
        self._first_trace = threading.Event()
        self._generation = -1
        self._playing = False
        self.source: Source | None = None
        self.replay: Replay | None = None
        self.head = 0
        self.pass_start = self._begun = 0
        self._recall = Recall()
        self._followers: dict[int, LeadFollower] = {}
        self.open_alert: Event | None = None
        self._provisional = ProvisionalAlerts()
        self.failure = ""
        self._states_drawn: set[tuple[StateKind, str, int, bool]] = set()
        self._states_until = 0
        self._said = ""
        self.ready = False
        self.default_thresholds: dict[Channel, float] = {}
        self.thresholds: dict[Channel, float] = {}
        self.sensitivity: int | None = 0
        self._step = 0  # of the sensitivity, where a line was moved by hand since
        self.alert_on = AlertOn.BEATS
        self._by_hand: set[Channel] = set()
        self.scores = {c: RowView(self._recall, c, SCORE) for c in CHANNELS}
        self.expected = {c: RowView(self._recall, c, EXPECTED) for c in CHANNELS}

    # Sources and leads ----------------------------------------------------------------------------

    @property
    def info(self) -> SourceInfo | None:
        """What the source says of itself, None while there is none."""
        return self.source.info if self.source is not None else None

    @property
    def history(self) -> SignalHistory | None:
        """What has been heard of the source: from here everything draws, reviews and looks back."""
        return self.replay.history if self.replay is not None else None

    @property
    def lead(self) -> int:
        """The lead that is analysed; of several, the one whose running models are shown."""
        return self._recall.lead

    @property
    def together(self) -> bool:
        """Whether all leads are analysed together."""
        return self._recall.together

    @property
    def analysed_names(self) -> tuple[str, ...]:
        """Names of the leads that are analysed."""
        return self._recall.names

    def open(self, source: Source, lead: int = TOGETHER) -> None:
        """Put a source on, paused at its start, at the speed and loop of the one before.

        All its leads are analysed together, or one that is named by its column.
        """
        before = self.replay
        self.stop()
        self._leave_lines(source.info)
        self.source, self._said = source, ""
        self.replay = Replay(source, self._now)
        if before is not None:
            self.replay.set_speed(before.speed)
            self.replay.loop = before.loop
        self._reader = self.replay.reader()
        self._generation = -1
        self._recall.begin(source.info, self.replay.history, lead)
        self._followers = {}
        self._begin_pass(0)
        self.opened.emit()
        self.alerts_changed.emit()
        self._start_worker()
        self.transport_changed.emit()

    def _leave_lines(self, info: SourceInfo) -> None:
        """Put lines that were moved for one source back before another is put on: it is another patient's."""
        if self.info is not None and self._by_hand and self.info.identity != info.identity:
            self.set_sensitivity(self._step)
            self.lines_reset.emit(self.info.name)

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
        if self.replay is not None:
            self.replay.pause()
        ended = self._end_worker()
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
            self.refused.emit(f"{self.replay.info.name} is no recording: it cannot go to another place.")
            return
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
        custom = self.thresholds if self.thresholds != self.default_thresholds else {}
        worker = AnalysisWorker(
            self.replay,
            self._recall.key,
            custom,
            self._scorer_factory,
            self._first_trace,
            self._followers,
            alert_on=self.alert_on,
            from_head=from_head,
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
        return worker.stop()

    def _on_ready(self, worker: AnalysisWorker, defaults: dict[Channel, float]) -> None:
        if worker is not self._worker:
            return
        self.ready = True
        before, self.default_thresholds = self.default_thresholds, dict(defaults)
        if not before or self.sensitivity is not None:
            self.set_sensitivity(self.sensitivity or 0)
        else:
            # Other weights have other defaults: a threshold set by hand stays where it was put, the others
            # follow theirs. All are told to the worker, whose analyzer may be a new one.
            for channel, default in self.default_thresholds.items():
                kept = self.thresholds[channel]
                by_hand = channel in self._by_hand
                self._put_threshold(channel, kept if by_hand else kept * default / before[channel])
            self.thresholds_changed.emit()
        self.analysis_changed.emit()

    def _on_failed(self, worker: AnalysisWorker, why: str) -> None:
        if worker is not self._worker:
            return
        self.failure = why
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
        self._recall.take(delivery)
        if delivery.lead == self._recall.key and delivery.analysis is not None:
            self._draw_states_again(delivery.analysis.states, delivery.stop)
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

    def _draw_states_again(self, states: tuple[State, ...], stop: int) -> None:
        """Draw what a state covers when it is first told, and what it was taken to cover when it ends.

        Where the trace was farther ahead of the analysis than a state is taken to go on, its part there was
        left out and is drawn now.
        """
        told = {(state.kind, state.lead, state.start, state.over is None): state for state in states}
        new = [state for key, state in told.items() if key not in self._states_drawn]
        self._states_drawn = set(told)
        first = min((state.start for state in new), default=self.head)
        before, self._states_until = self._states_until, stop
        if self.info is not None and told and before < stop:
            first = min(first, before + round(AHEAD_S * self.info.fs))
        if first < self.head:
            self.span_changed.emit(first, self.head)

    # Thresholds -----------------------------------------------------------------------------------

    def set_threshold(self, channel: Channel, value: float) -> None:
        """Set one channel's threshold by hand."""
        self.sensitivity = None
        self._by_hand.add(channel)
        self._put_threshold(channel, value)
        self.thresholds_changed.emit()

    def reset_threshold(self, channel: Channel) -> None:
        """Put a threshold that was set by hand back where the sensitivity has it."""
        if channel not in self._by_hand:
            return
        self._by_hand.discard(channel)
        self._put_threshold(channel, self.default_thresholds[channel] * SENSITIVITY_STEP**-self._step)
        if not self._by_hand:
            self.sensitivity = self._step
        self.thresholds_changed.emit()

    @property
    def by_hand(self) -> frozenset[Channel]:
        """The channels whose thresholds the user has put where they are."""
        return frozenset(self._by_hand)

    @property
    def sensitivity_step(self) -> int:
        """Where the sensitivity has those thresholds that were not set by hand."""
        return self._step

    def set_sensitivity(self, step: int) -> None:
        """Put all thresholds at the shipped ones, or so many steps more (or less) sensitive."""
        self.sensitivity = self._step = step
        self._by_hand.clear()
        for channel, default in self.default_thresholds.items():
            self._put_threshold(channel, default * SENSITIVITY_STEP**-step)
        self.thresholds_changed.emit()

    def set_alert_on(self, alert_on: AlertOn) -> None:
        """Raise alerts on beats or on any spike from now on; what was raised stays."""
        self.alert_on = alert_on
        if self._worker is not None:
            self._worker.set_alert_on(alert_on)
        self.thresholds_changed.emit()

    def _put_threshold(self, channel: Channel, value: float) -> None:
        self.thresholds[channel] = value
        if self._worker is not None:
            self._worker.set_threshold(channel, value)

    # What is known --------------------------------------------------------------------------------

    @property
    def log(self) -> AlertLog:
        """The alerts of all leads that have been analysed."""
        return self._recall.log

    @property
    def archive(self) -> LeadArchive:
        """Rows, beats and analysed stretches of the lead that is analysed."""
        return self._recall.archive()

    @property
    def analysed_before(self) -> bool:
        """Whether what is at the head was analysed before, and is shown as it was."""
        return self._recall.analysed_before(self.head)

    @property
    def analysed(self) -> int:
        """Sample up to which the stream has been analysed without a gap, from where that was last begun."""
        return self._recall.analysed(self._begun)

    @property
    def known_until(self) -> int:
        """Sample up to which there is nothing left to analyse from the head on."""
        return self._recall.analysed(self.head)

    @property
    def rhythm(self) -> Rhythm | None:
        """Heart rate and variability at the head."""
        return self._recall.rhythm(self.head, self.pass_start)

    @property
    def template(self) -> Template | None:
        """The patient's template, as it was known when the stream was at the head."""
        return self._recall.template(self.head, self.pass_start)

    def excerpt(self, event: Event) -> Excerpt | None:
        """An alert with its surroundings, copied; scores that are no longer kept are left out."""
        return self._recall.excerpt(event, self.head, self.thresholds)

    def present_alert(self, hold_s: float) -> Event | None:
        """The alert that is going on at the head, or that ended less than so many seconds before."""
        if self.open_alert is not None or self.info is None:
            return self.open_alert
        held = self.alerts_between(self.head - hold_s * self.info.fs, self.head)
        return max((e for e in held if self._recall.known(e, self.head)), key=lambda e: e.end, default=None)

    @property
    def last_alert(self) -> Event | None:
        """The last alert of the analysed lead that was known when the stream was at the head."""
        return self._recall.last_alert(self.head)

    def beats_by_lead(self) -> dict[str, BeatScores]:
        """All beats found so far by each analysis, by the name of its lead or leads, in the order of time."""
        return self._recall.beats_by_lead()

    def beats_between(self, first: float, stop: float) -> BeatScores:
        """The beats of the analysed lead from one sample to before another."""
        return self._recall.beats_between(first, stop)

    @property
    def states(self) -> tuple[State, ...]:
        """What goes on at the head beside the beats: the rhythm, the signal's quality, a new form."""
        return self._recall.states(self.head, self.pass_start)

    def states_between(self, first: float, last: float) -> list[State]:
        """What went on between two samples, as far as it was analysed."""
        return self._recall.states_between(first, last)

    def quality_between(self, lead: int, first: float, last: float) -> list[State]:
        """What went on between two samples that is about a lead's signal."""
        name = self.info.leads[lead].name if self.info is not None else ""
        found = self._recall.states_between(first, last)
        return [state for state in found if state.kind.topic is Topic.QUALITY and state.lead == name]

    def alerts(self) -> list[Event]:
        """All alerts so far, the one that is open where the analysis stands too."""
        return [*self.log, *self._recall.open_alerts()]

    def is_own(self, event: Event) -> bool:
        """Whether the present analysis raised an alert."""
        return self._recall.is_own(event)

    def alerts_between(self, first: float, last: float) -> list[Event]:
        """Alerts of the analysed lead, the open one too, that overlap two sample indices."""
        found = self._recall.alerts_between(first, last)
        now = self.open_alert
        if now is not None and now.start <= last and now.end >= first:
            found.append(now)
        return found

    @property
    def provisional(self) -> tuple[Event, ...]:
        """The provisional alerts, whose beats are not classified yet."""
        return self._provisional.waiting

    def shades_between(self, first: float, last: float) -> list[Shade]:
        """What is shaded between two sample indices: alerts, and provisional ones, those that fade too."""
        return self._provisional.between(first, last) + [(e, 1.0) for e in self.alerts_between(first, last)]
