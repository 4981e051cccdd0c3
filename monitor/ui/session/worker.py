"""The one worker thread: it reads the stream, analyses it, and hands over immutable results."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from models.alerts.analyzer import Analysis, Analyzer, Scorer, Template
from models.alerts.events import Event
from models.alerts.reasons import Channel
from monitor.stream.replay import Replay
from monitor.ui.kit.background import BackgroundThread

if TYPE_CHECKING:
    from models.running.autoencoder import Autoencoder
    from models.running.forecaster import Forecaster

HOP_S = 0.02
"""How often the worker looks for new samples, in seconds."""

CATCH_UP_S = 2.0
"""Longest stretch of signal analysed in one go, in seconds: a worker that lags takes large bites."""

KNOWN_S = 300.0
"""How much of what has been played new weights are shown first, so that they know the patient, in seconds."""

FIRST_TRACE_TIMEOUT_S = 2.0
"""How long loading the models waits for the trace to move before it goes on regardless."""

ScorerFactory = Callable[[float], Scorer]


def shipped_scorer(fs: float) -> Scorer:
    """The shipped models on a stream of `fs` Hz. Imports torch, so it is for the worker to call."""
    import torch

    # Inside this thread: the setting belongs to the thread that makes it, and a pool of threads would make
    # these small networks slower, not faster.
    torch.set_num_threads(1)
    from models.pipeline import ScoreStream

    return ScoreStream.shipped(fs)


@dataclass(frozen=True)
class Delivery:
    """What the worker hands over after each block.

    Attributes
    ----------
    generation : int
        Pass over the record to which the results belong.
    start, stop : int
        Samples analysed.
    analysis : Analysis or None
        Scores and alerts; None where the end of a pass only brought `events`.
    events : tuple of Event
        Alerts that became complete.
    template : tuple of ndarray, or None
        The patient's template: times from the R peak (s) and mV; None where it is not known.
    """

    generation: int
    start: int
    stop: int
    analysis: Analysis | None
    events: tuple[Event, ...]
    template: Template | None = None


class AnalysisWorker(BackgroundThread):
    """Analyse one lead of a replay until told to stop.

    Parameters
    ----------
    replay : Replay
        The stream.
    lead : int
        Column that is analysed.
    thresholds : dict of Channel to float
        Thresholds that the user has set; the others come with the models.
    scorer_factory : callable
        Makes the scorer; called in this thread.
    go : threading.Event
        Set once the trace moves: only then are the models loaded.
    from_head : bool
        Whether to begin with the present sample instead of the first one of the pass.
    """

    ready = Signal(object)
    delivered = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        replay: Replay,
        lead: int,
        thresholds: dict[Channel, float],
        scorer_factory: ScorerFactory,
        go: threading.Event,
        *,
        from_head: bool = False,
    ) -> None:
        super().__init__()
        self._replay = replay
        self._reader = replay.reader(drives=True, from_head=from_head)
        self._lead = lead
        self._wanted = dict(thresholds)
        self._scorer_factory = scorer_factory
        self._go = go
        self._renewing = threading.Event()
        self.networks: tuple[Forecaster, Autoencoder] | None = None
        """The running models, known once the worker is ready."""
        self._commands: queue.SimpleQueue[tuple[Channel, float]] = queue.SimpleQueue()

    @property
    def lag(self) -> float:
        """Seconds of signal that have been played and not yet analysed."""
        return self._reader.lag

    def set_threshold(self, channel: Channel, value: float) -> None:
        """Change a threshold from the next block on."""
        self._commands.put((channel, value))

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
            self.failed.emit(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)

    def _analyse(self) -> None:
        self._go.wait(FIRST_TRACE_TIMEOUT_S)
        if self.stopping:
            return
        fs = self._replay.info.fs
        scorer = self._scorer_factory(fs)
        self.networks = scorer.networks
        analyzer = self._analyzer(scorer)
        template: Template | None = None
        self.ready.emit(analyzer.default_thresholds)
        for channel, value in self._wanted.items():
            analyzer.set_threshold(channel, value)
        limit = max(1, int(CATCH_UP_S * fs))
        generation, start, stop = -1, 0, 0
        finished = True
        while not self.stopping:
            while self._renewing.is_set() and not self.stopping:
                self._renewing.clear()
                analyzer, scorer = self._renewed(start, stop)
            # After the renewal: what was set meanwhile is meant for the new analyzer.
            while not self._commands.empty():
                analyzer.set_threshold(*self._commands.get())
            began = time.monotonic()
            block = self._reader.read(limit)
            if block is None:
                if not finished and self._replay.ended:
                    finished = True
                    self.delivered.emit(Delivery(generation, stop, stop, None, analyzer.finish()))
                self.pause(HOP_S)
                continue
            if block.generation != generation:
                if not finished:
                    self.delivered.emit(Delivery(generation, stop, stop, None, analyzer.finish()))
                analyzer.reset(block.start)
                template, generation, start = None, block.generation, block.start
            finished = not len(block.samples)
            stop = block.stop
            if not len(block.samples):
                continue
            analysis = analyzer.push(block.samples[:, self._lead])
            if len(analysis.beats):
                template = scorer.template
            self.delivered.emit(Delivery(generation, block.start, stop, analysis, analysis.events, template))
            if not self._reader.lag:
                self.pause(max(0.0, HOP_S - (time.monotonic() - began)))

    def _analyzer(self, scorer: Scorer, start: int = 0) -> Analyzer:
        """Make the analysis of the lead; its alerts carry the identity of the source."""
        info = self._replay.info
        lead = info.leads[self._lead].name
        return Analyzer(info.fs, scorer, start, source=info.identity, offset=info.offset, lead=lead)

    def _renewed(self, start: int, stop: int) -> tuple[Analyzer, Scorer]:
        """Analyse on with a new scorer, which is first shown what this patient was like of late."""
        fs = self._replay.info.fs
        scorer = self._scorer_factory(fs)
        first = max(start, stop - round(KNOWN_S * fs))
        self.networks = scorer.networks
        analyzer = self._analyzer(scorer, first)
        self.ready.emit(analyzer.default_thresholds)
        seen = self._replay.history.lead(self._lead, first, stop)
        bite = max(1, int(CATCH_UP_S * fs))
        for at in range(0, len(seen), bite):
            # Weights that are let go again need not learn the patient first.
            if self.stopping or self._renewing.is_set():
                break
            analyzer.push(seen[at : at + bite])
        return analyzer, scorer
