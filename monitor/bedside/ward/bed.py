"""A bed: a source with its clock and history, its analysis with alerts, its alarms, its heart rate."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.sources.source import Source, SourceBlock, SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analysis, Analyzer, Scorer
from models.alerts.events import Event
from models.alerts.kinds import Priority
from models.leads.choice import leads_together
from models.scenario.script import Deed
from models.scenario.source import disturbances_in, scenario_in
from models.signal.rhythm import Rhythm
from models.signal.states import State
from models.vitals.readings import Readings
from models.vitals.stream import VitalsStream
from monitor.alarms.lifecycle import Entry, Item, LifeCycle
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.hearing import Hearing
from monitor.stream.past.history import KEPT_S
from monitor.stream.recording.labels import BeatLabels
from monitor.stream.recording.recorder import Recorder
from monitor.stream.replay import Replay

KEPT = 500
"""So many of a bed's latest alerts and alarms are kept, where nobody asks for all."""


@dataclass(frozen=True)
class Said:
    """What is known of a bed after a step of its analysis; never changed, so that any thread may read it.

    Attributes
    ----------
    analysed : int
        Samples that have been analysed.
    rhythm : Rhythm or None
        Heart rate, None before anything was analysed.
    vitals : Readings
        The latest readings of the leads beside the ECG; none where there are no such leads.
    states : tuple of State
        What goes on beside the beats.
    alarms : tuple of Item
        The alarms at the bedside, the most urgent first.
    last : Alarm or None
        The alarm that came last, whatever has become of it.
    alerts : int
        How many alerts there have been.
    """

    analysed: int = 0
    rhythm: Rhythm | None = None
    vitals: Readings = field(default_factory=Readings.none)
    states: tuple[State, ...] = ()
    alarms: tuple[Item, ...] = ()
    last: Alarm | None = None
    alerts: int = 0


class Bed:
    """One patient of a ward. The worker opens, reads and analyses; `said` and `history` are for anybody.

    Parameters
    ----------
    number : int
        Number of the bed, from 1.
    asked : str
        The source, as `models.scenario.opening.open_any` names it.
    now : callable
        The ward's clock, s.
    alarms : AlarmSetUp, optional
        When alarms are raised, and which are off.
    keep : int or None
        How many alerts and alarms are kept; None for all.

    Attributes
    ----------
    failure : str
        Why there is nothing in this bed, or nothing any more, in a sentence; empty while all is well.
    said : Said
        What is known of it.
    events, alarms : deque
        The latest alerts, and alarms that are over.
    """

    def __init__(
        self,
        number: int,
        asked: str,
        now: Callable[[], float],
        alarms: AlarmSetUp | None = None,
        keep: int | None = KEPT,
    ) -> None:
        self.number, self.asked = number, asked
        self.failure = ""
        self.said = Said()
        self.source: Source | None = None
        self.replay: Replay | None = None
        self.columns: tuple[int, ...] = ()
        self.events: deque[Event] = deque(maxlen=keep)
        self.alarms: deque[Alarm] = deque(maxlen=keep)
        self.beats, self.alerts = 0, 0
        self.intervals = (0, 0.0)
        """RR intervals, and how long they lasted together, s."""
        self.lowest_bpm: float | None = None
        self.highest_bpm: float | None = None
        self.recorder: Recorder | None = None
        """Records it, while it is recorded."""
        self.recording: Recorder | None = None
        """The latest recording, which may be over."""
        self.frozen = False
        """Whether its time stands still, as an instructor wished."""
        self._now, self._set_up = now, alarms or AlarmSetUp()
        self._lock = threading.Lock()
        self._hearings: tuple[Hearing, ...] = ()
        self._life = LifeCycle(self._tell)
        self._analyzer: Analyzer | None = None

    # For anybody -----------------------------------------------------------------------------------

    @property
    def info(self) -> SourceInfo | None:
        """What its source says of itself; None where there is none."""
        return None if self.replay is None else self.replay.info

    @property
    def ended(self) -> bool:
        """Whether nothing comes any more."""
        return self.replay is None or bool(self.failure) or self.replay.ended

    @property
    def priority(self) -> Priority | None:
        """Priority of the most urgent alarm that nobody has acknowledged or that goes on; None for none."""
        alarms = self.said.alarms
        return alarms[0].alarm.priority if alarms else None

    def acknowledge(self, by: str = "") -> tuple[Alarm, ...]:
        """Acknowledge the alarms that there are now; give those that were not yet."""
        with self._lock:
            done = self._life.acknowledge(self._now(), by)
            self.said = replace(self.said, alarms=self._life.items)
        if done and (scenario := scenario_in(self.source)) is not None:
            scenario.do(Deed.ACKNOWLEDGE)
        return done

    def listen(self) -> Hearing:
        """Hear from now on what happens to its alarms; `ignore` ends it."""
        with self._lock:
            items = (*self._life.items, *self._life.covered)
            hearing = Hearing((*self.alarms, *(item.alarm for item in items if item.alarm.goes_on)))
            self._hearings += (hearing,)
        return hearing

    def ignore(self, hearing: Hearing) -> None:
        """Tell one who listened nothing more."""
        with self._lock:
            self._hearings = tuple(one for one in self._hearings if one is not hearing)

    def tick(self) -> None:
        """Let the time go on also where nothing comes: what was shown for long enough goes."""
        with self._lock:
            self._life.tick(self._now())
            if self._life.items != self.said.alarms:
                self.said = replace(self.said, alarms=self._life.items)

    def clear_alarms(self) -> None:
        """End all alarms: nobody watches the bed any more."""
        with self._lock:
            self._life.clear(self._now())
            self.said = replace(self.said, alarms=())

    # For the worker --------------------------------------------------------------------------------

    def put_on(self, source: Source, kept_s: float = KEPT_S) -> None:
        """Put a source on, which waits for `begin`."""
        self.source = source
        self.replay = Replay(source, self._now, kept_s=kept_s)
        self.columns = leads_together(source.info.leads) or (source.info.usual_lead,)
        self._reader = self.replay.reader()

    def begin(self, scorer: Scorer) -> None:
        """Make the analysis ready, from the next sample on; the stream is scored by `scorer`.

        Raises
        ------
        ValueError
            If the analysis cannot take such a source.
        """
        assert self.replay is not None
        info, start = self.replay.info, self._reader.position
        names = [info.leads[column].name for column in self.columns]
        together = names if len(names) > 1 else ()
        self._analyzer = Analyzer(
            info.fs, scorer, start, source=info.identity, offset=info.offset, lead=names[0], together=together
        )
        self._vitals = VitalsStream(info.fs, info.leads, start)
        self._watch = AlarmWatch(
            info.fs, names, self._set_up.limits, source=info.identity, offset=info.offset
        )
        self._watch.start_at(start)

    def play(self) -> None:
        """Let the stream run."""
        assert self.replay is not None
        self.frozen = False
        self.replay.play()

    def freeze(self) -> None:
        """Let its time stand still; what is at the bedside stays there."""
        assert self.replay is not None
        self.frozen = True
        self.replay.pause()

    @property
    def behind_s(self) -> float:
        """Signal that is due and not yet read, s."""
        return self._reader.lag

    def due(self, most: int) -> int:
        """Samples that are due and not yet read, `most` at the most."""
        ahead = self._reader.ahead(most)
        return 0 if ahead is None else min(most, ahead.stop - ahead.start)

    def read(self, n: int) -> npt.NDArray[np.float32]:
        """Give the next `n` samples of all leads, shape (at most n, leads)."""
        assert self.replay is not None
        block = self._reader.read(n)
        if block is None:
            return np.zeros((0, len(self.replay.info.leads)), dtype=np.float32)
        if self.recorder is not None:
            known = self.replay.history.annotations(block.start, block.stop)
            self._take_news(self.recorder.take(SourceBlock(block.start, block.samples, known)), self.said)
        return block.samples

    def heard(self, samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Of samples that `read` gave, those of the leads that are analysed, shape (n, leads)."""
        return samples[:, list(self.columns)]

    def analyse(self, samples: npt.NDArray[np.float32]) -> None:
        """Analyse samples that `read` gave, after the ward has scored them."""
        assert self._analyzer is not None
        heard = self.heard(samples)
        analysis = self._analyzer.push(heard if len(self.columns) > 1 else heard[:, 0])
        vitals = self.said.vitals
        if self._vitals.reads:
            analysis = replace(analysis, vitals=self._vitals.push(samples))
            vitals = analysis.vitals if len(analysis.vitals) else vitals
        found = self._watch.push(analysis)
        if (scenario := scenario_in(self.source)) is not None:
            scenario.hear(found.news)
        self._count(analysis)
        self._record(analysis, found.news)
        going_on = tuple(state for state in analysis.states if state.over is None)
        said = replace(
            self.said,
            analysed=self.said.analysed + len(samples),
            rhythm=analysis.rhythm,
            vitals=vitals,
            states=going_on,
            alerts=self.alerts,
        )
        self._take_news(found.news, said)

    def finish(self) -> None:
        """Nothing comes any more: tell the alerts that were still open, end a recording."""
        self._end_analysis()
        self.stop_recording()

    def let_go(self) -> None:
        """End the analysis, and with it the alarms, for `begin` to begin another; a recording goes on."""
        over = self._end_analysis()
        if self.recorder is not None:
            self.recorder.alarms(over)
            self.recorder.recent_beats((), ())
            self.recorder.beats(*self._labels.finish())

    def _end_analysis(self) -> tuple[Alarm, ...]:
        if self._analyzer is None:
            return ()
        last = self._analyzer.finish()
        self.events.extend(last)
        self.alerts += len(last)
        self._analyzer = None
        at = self.said.analysed
        over = tuple(
            replace(alarm, end=max(alarm.start, at - 1), over=max(alarm.raised, at))
            for alarm in self._watch.going_on
        )
        self._take_news(over, replace(self.said, alerts=self.alerts))
        return over

    def change_alarms(self, set_up: AlarmSetUp) -> None:
        """Raise alarms by other limits, or others, from now on."""
        before, self._set_up = self._set_up, set_up
        if self._analyzer is None:
            return
        self._watch.set_limits(set_up.limits)
        back = [a for a in self._watch.going_on if a.condition in before.off - set_up.off]
        with self._lock:
            self._life.drop(set_up.off, self._now())
            self._life.take(back, self._now())
            self.said = replace(self.said, alarms=self._life.items)

    def record(self, folder: Path) -> None:
        """Record from now on."""
        assert self.replay is not None
        assert self.source is not None
        self.recorder = self.recording = Recorder(
            self.replay.info,
            folder,
            name=f"bed{self.number}-{self.replay.info.name}",
            artefacts=partial(disturbances_in, self.source),
        )
        self._labels = BeatLabels(self.replay.info.fs)

    def stop_recording(self) -> None:
        """End the recording, if there is one."""
        recorder, self.recorder = self.recorder, None
        if recorder is not None:
            recorder.recent_beats((), ())
            recorder.beats(*self._labels.finish())
            recorder.close()

    def close(self) -> None:
        """Let go of the source."""
        self.stop_recording()
        if self.source is not None:
            self.source.close()

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that go on."""
        return () if self._analyzer is None else self._watch.going_on

    # Inside ----------------------------------------------------------------------------------------

    def _tell(self, one: Alarm | Entry) -> None:
        for hearing in self._hearings:
            hearing.put(one)

    def _count(self, analysis: Analysis) -> None:
        self.events.extend(analysis.events)
        self.alerts += len(analysis.events)
        self.beats += len(analysis.beats)
        intervals = analysis.beats.rr_s[np.isfinite(analysis.beats.rr_s)]
        n, lasted = self.intervals
        rate = analysis.rhythm.rate_bpm
        if rate is not None:
            self.lowest_bpm = rate if self.lowest_bpm is None else min(rate, self.lowest_bpm)
            self.highest_bpm = rate if self.highest_bpm is None else max(rate, self.highest_bpm)
        self.intervals = n + len(intervals), lasted + float(intervals.sum())

    def _record(self, analysis: Analysis, news: tuple[Alarm, ...]) -> None:
        if self.recorder is not None:
            self.recorder.alarms(news)
            self.recorder.beats(*self._labels.push(analysis, self._reader.position))
            self.recorder.recent_beats(*self._labels.recent())

    def _take_news(self, news: tuple[Alarm, ...], said: Said) -> None:
        """Give the life cycle what began and ended, and tell it with what else is known."""
        news = tuple(alarm for alarm in news if alarm.condition not in self._set_up.off)
        began = [a for a in news if a.goes_on and a.priority is not Priority.ADVISORY]
        with self._lock:
            self.alarms.extend(alarm for alarm in news if not alarm.goes_on)
            for alarm in news:
                self._tell(alarm)
            self._life.take(news, self._now())
            last = began[-1] if began else said.last
            self.said = replace(said, alarms=self._life.items, last=last)
