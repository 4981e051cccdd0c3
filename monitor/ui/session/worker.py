"""The one worker thread: it follows the stream, analyses it, and hands over immutable results."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from models.alarms.limits import Limits
from models.alerts.analyzer import Analyzer, Scorer
from models.alerts.muting import AlertOn
from models.alerts.reasons import Channel
from models.leads.choice import TOGETHER, leads_together
from monitor.mishaps.log import note
from monitor.stream.following import Delivery, LeadFollower
from monitor.stream.replay import Replay
from monitor.ui.kit.work.background import BackgroundThread

if TYPE_CHECKING:
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster

HOP_S = 0.02
"""How often the worker looks for new samples, in seconds."""

CATCH_UP_S = 2.0
"""Longest stretch of signal analysed in one go, in seconds: a worker that lags takes large bites."""

FIRST_TRACE_TIMEOUT_S = 2.0
"""How long loading the models waits for the trace to move before it goes on regardless."""

ScorerFactory = Callable[[float, int], Scorer]
"""Makes what scores a stream of so many Hz and so many leads."""


def shipped_scorer(fs: float, leads: int = 1) -> Scorer:
    """The shipped models on a stream of `fs` Hz. Imports torch, so it is for the worker to call."""
    import torch

    # Inside this thread: the setting belongs to the thread that makes it, and a pool of threads would make
    # these small networks slower, not faster.
    torch.set_num_threads(1)
    from models.leads.stream import shipped_stream

    return shipped_stream(fs, leads)


class AnalysisWorker(BackgroundThread):
    """Analyse a lead of a replay, or all together, until told to stop; another one from when it is asked for.

    Parameters
    ----------
    replay : Replay
        The stream.
    lead : int
        Column that is analysed, or `models.leads.choice.TOGETHER`.
    thresholds : dict of Channel to float
        Thresholds that the user has set; the others come with the models.
    scorer_factory : callable
        Makes the scorer; called in this thread.
    go : threading.Event
        Set once the trace moves: only then are the models loaded.
    followers : dict of int to LeadFollower
        What an earlier worker has analysed of each lead of this replay: this thread goes on with it, and
        nobody else touches it while it runs.
    alert_on : AlertOn
        What raises an alert about the heart.
    limits : Limits
        When alarms are raised.
    from_head : bool
        Whether to begin with the present sample instead of the first one of the pass.
    after : AnalysisWorker, optional
        One that was let go of and may still run: this one begins when it has ended.
    """

    # Each names its worker: what is queued when a worker is let go of still arrives.
    ready = Signal(object, object)
    delivered = Signal(object, object)
    failed = Signal(object, str)

    def __init__(
        self,
        replay: Replay,
        lead: int,
        thresholds: dict[Channel, float],
        scorer_factory: ScorerFactory,
        go: threading.Event,
        followers: dict[int, LeadFollower],
        *,
        alert_on: AlertOn = AlertOn.BEATS,
        limits: Limits | None = None,
        from_head: bool = False,
        after: AnalysisWorker | None = None,
    ) -> None:
        super().__init__()
        self.replay = replay
        self._reader = replay.reader(drives=True, from_head=from_head)
        self._lead = lead
        self._thresholds = dict(thresholds)
        self._scorer_factory = scorer_factory
        self._go = go
        self._alert_on = alert_on
        self._limits = limits or Limits()
        self._followers = followers
        self._after = after
        self._renewing = threading.Event()
        self.loading = False
        """Whether it makes the models, and would not hear that it is to stop: an import has no way out."""
        self._behind_s = 0.0
        self._scorers: dict[int, Scorer] = {}  # by the number of leads
        self._used: set[int] = set()
        self.networks: tuple[Forecaster, Autoencoder] | None = None
        """The running models, known once the worker is ready."""
        self._wanted: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()  # lead, from which sample on
        self._commands: queue.SimpleQueue[tuple[Channel, float]] = queue.SimpleQueue()

    @property
    def lag(self) -> float:
        """Seconds of signal that have been played and not yet analysed."""
        return self._reader.lag + self._behind_s

    def set_threshold(self, channel: Channel, value: float) -> None:
        """Change a threshold from the next block on."""
        self._commands.put((channel, value))

    def set_alert_on(self, alert_on: AlertOn) -> None:
        """Raise alerts on something else from the next block on."""
        self._alert_on = alert_on

    def set_limits(self, limits: Limits) -> None:
        """Raise alarms by other limits from the next block on."""
        self._limits = limits

    def analyse_lead(self, lead: int, sample: int) -> None:
        """Analyse another lead, or all together, from a sample on; what is known of this one is kept."""
        self._wanted.put((lead, sample))

    def renew(self) -> None:
        """Make the scorer anew before the next block: other weights are to be used from there on."""
        self._renewing.set()

    def wake(self) -> None:
        """Wait no more for the trace to move."""
        self._go.set()

    def run(self) -> None:
        """Analyse until stopped. Any error ends the analysis and is told, never the program."""
        try:
            self._analyse()
        except Exception as error:
            note("The analysis stopped", error)
            for follower in self._followers.values():
                self._tell(follower.fail())
            self.failed.emit(self, f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)

    def _analyse(self) -> None:
        self._go.wait(FIRST_TRACE_TIMEOUT_S)
        while self._after is not None and self._after.isRunning() and not self.stopping:
            self.pause(HOP_S)
        self._after = None
        if self.stopping:
            return
        wanted = self._thresholds
        self._load()
        self._thresholds.update(wanted)
        follower = self._follower()
        limit = max(1, int(CATCH_UP_S * self.replay.info.fs))
        while not self.stopping:
            while self._renewing.is_set() and not self.stopping:
                self._renewing.clear()
                self._load()
                for one in self._followers.values():
                    one.renew(limit, lambda: self.stopping or self._renewing.is_set())
            # After the renewal: what was set meanwhile is meant for the new models.
            while not self._commands.empty():
                self._thresholds.update([self._commands.get()])
            while not self._wanted.empty():
                self._lead, sample = self._wanted.get()
                self._tell(follower.leave())
                follower = self._follower()
                self._reader.go_to(sample)
            began = time.monotonic()
            due = self._reader.ahead(limit)
            at = self._reader.position
            stop = at if due is None else due.stop
            if stop == at and not follower.behind(at):
                if self.replay.ended:
                    self._tell(follower.leave())
                self.pause(HOP_S)
                continue
            follower.alert_on, follower.limits = self._alert_on, self._limits
            at, told = follower.step(at, stop, limit, self._thresholds)
            self._reader.skip_to(at)
            self._behind_s = follower.behind_s(at)
            self._tell(told)
            if not self.lag:
                self.pause(max(0.0, HOP_S - (time.monotonic() - began)))

    def _tell(self, told: list[Delivery]) -> None:
        for delivery in told:
            self.delivered.emit(self, delivery)

    def _load(self) -> None:
        """Make the scorer; every analysis that is begun from now on uses its networks."""
        self._scorers.clear()
        self._used.clear()
        self.loading = True
        try:
            scorer = self._scorer_of(len(self._columns(self._lead)))
        finally:
            self.loading = False
        self.networks = scorer.networks
        self._thresholds = {c: float(scorer.thresholds[c]) for c in Channel}
        self.ready.emit(self, dict(self._thresholds))

    def _follower(self) -> LeadFollower:
        """Who follows the stream on the lead that is asked for."""
        lead = self._lead
        follower = self._followers.get(lead)
        if follower is None:
            columns = self._columns(lead) if lead == TOGETHER else None
            follower = LeadFollower(lead, self.replay.info.fs, self.replay.history, columns)
            self._followers[lead] = follower
        follower.new = partial(self._new_analyzer, lead)
        return follower

    def _columns(self, lead: int) -> tuple[int, ...]:
        """Columns that are analysed where this lead is, or all together."""
        return leads_together(self.replay.info.leads) if lead == TOGETHER else (lead,)

    def _scorer_of(self, leads: int) -> Scorer:
        """What scores so many leads with the models that are in use."""
        if leads not in self._scorers:
            self._scorers[leads] = self._scorer_factory(self.replay.info.fs, leads)
        return self._scorers[leads]

    def _new_analyzer(self, lead: int, start: int) -> Analyzer:
        """Make an analysis of a lead that knows no patient yet; its alerts carry the source's identity."""
        info, columns = self.replay.info, self._columns(lead)
        scorer = self._scorer_of(len(columns))
        if len(columns) in self._used:
            scorer = scorer.fork()
            scorer.reset()
        self._used.add(len(columns))
        names = [info.leads[column].name for column in columns]
        return Analyzer(
            info.fs,
            scorer,
            start,
            source=info.identity,
            offset=info.offset,
            lead=names[0],
            together=names if lead == TOGETHER else (),
        )
