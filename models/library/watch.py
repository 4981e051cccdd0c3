"""Push a source through the pipeline, step by step, and take what it says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from assets.errors import RecordError
from assets.phrase import listed, phrase
from assets.records.record import Annotations
from assets.sources.source import NO_ANNOTATIONS, Source, SourceBlock
from models.alarms.alarm import Alarm
from models.alarms.limits import PROFILES
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analysis, Analyzer, Scorer
from models.alerts.events import Event
from models.alerts.kinds import Priority
from models.beats.scores import BeatScores
from models.leads.choice import leads_together
from models.library.account import Account
from models.scenario.opening import open_any
from models.scenario.source import disturbances_in
from models.signal.states import State
from models.vitals.readings import Readings
from models.vitals.stream import VitalsStream

STEP_S = 2.0
"""A step is so long, s; what is said does not depend on it."""

WAIT_S = 0.01
"""A live source that has nothing new is asked again after so long, s."""


def open_source(name: str | Path, data_dir: str | Path | None = None) -> Source:
    """Open whatever `name` names.

    Parameters
    ----------
    name : str or Path
        As ``ecg-monitor`` takes it: ``demo``, a record of the MIT-BIH databases (``208``), any open one of
        PhysioNet (``afdb/04015``), the path of a WFDB, EDF, BDF or text file (``r.csv?rate=100&unit=mV``), a
        simulated patient (``patient:sinus``), a scenario (``scenario:first-pvc``), a stream of the network
        (``lsl:NAME``). A `Path` is always a file.
    data_dir : path, optional
        A local mirror that is looked in before anything is downloaded.

    Raises
    ------
    assets.errors.AssetError
        If there is no such source, or it cannot be had; the message says why in one sentence.
    """
    return open_any(os.path.abspath(name) if isinstance(name, Path) else name, data_dir=data_dir)


@dataclass(frozen=True)
class Step:
    """What one step brought.

    Attributes
    ----------
    start, stop : int
        First sample of the step, and the one after its last.
    samples : ndarray of float32, shape (stop - start, n_leads)
        The signal, in each lead's unit; NaN in gaps.
    alerts : tuple of Event
        Alerts that were complete by its end.
    beats : BeatScores
        Beats that were classified by its end.
    alarms : tuple of Alarm
        Alarms that began or ended.
    analysis : Analysis
        All that the analysis said.
    """

    start: int
    stop: int
    samples: npt.NDArray[np.float32]
    alerts: tuple[Event, ...]
    beats: BeatScores
    alarms: tuple[Alarm, ...]
    analysis: Analysis


class Watch:
    """A source under watch: iterate over its steps, or `run` to the end; `account` says what there was.

    The analysis is the monitor's own, with the weights that ship with the program. What a source does not
    keep itself (a simulated patient) is kept here, 4 bytes a sample and lead. As a context manager it lets go
    of the source at the end, as of a stream's connection.

    Parameters
    ----------
    source : Source, str or Path
        What is watched, or its name (`open_source`).
    lead : str, optional
        Name of the lead to analyse alone; all ECG leads together where it is left out.
    profile : str
        Limits of the alarms: ``adult``, ``paediatric`` or ``neonate`` (`models.alarms.limits.PROFILES`).
    duration_s : float, optional
        Stop after so much of the source, s.
    scorer : Scorer, optional
        Turns samples into scores in the place of the shipped models.

    Raises
    ------
    ValueError
        If there is no such lead or profile, the lead is no ECG, there is no ECG lead at all, or
        `duration_s` is no time.
    assets.errors.AssetError
        If the source cannot be opened, or has no end and `duration_s` is left out.
    """

    def __init__(
        self,
        source: Source | str | Path,
        lead: str | None = None,
        *,
        profile: str = "adult",
        duration_s: float | None = None,
        scorer: Scorer | None = None,
    ) -> None:
        if duration_s is not None and not duration_s > 0:  # true of NaN
            raise ValueError(
                phrase("duration_s is {duration_s:g} s: it must be more than 0.", duration_s=duration_s)
            )
        self.source = source = open_source(source) if isinstance(source, str | Path) else source
        self.info = info = source.info
        if profile not in PROFILES:
            raise ValueError(
                phrase(
                    "There is no profile {profile!r}; the profiles are {names}.",
                    profile=profile,
                    names=listed(PROFILES),
                )
            )
        self.columns = (info.ecg_lead(lead),) if lead else leads_together(info.leads)
        if not info.ecg_leads:
            raise ValueError(phrase("{name} has no ECG lead to watch.", name=info.name))
        if duration_s is None and info.n_samples is None:
            raise RecordError(
                phrase("{name} has no end: say how much of it to watch, as duration_s=60.", name=info.name)
            )
        self._limit = info.length(duration_s)
        names = [info.leads[column].name for column in self.columns]
        self._analyzer = Analyzer(
            info.fs,
            scorer or _shipped(info.fs, len(names)),
            source=info.identity,
            offset=info.offset,
            lead=names[0],
            together=names if len(names) > 1 else (),
        )
        self._alarm_watch = AlarmWatch(
            info.fs, names, PROFILES[profile], source=info.identity, offset=info.offset
        )
        self._vitals = VitalsStream(info.fs, info.leads)
        self._keeps = source.between(0, 0) is not None
        self._kept: list[SourceBlock] = []
        self._at = 0
        self._alerts: list[Event] = []
        self._beats: list[BeatScores] = []
        self._alarms: list[Alarm] = []
        self._states: list[State] = []
        self._readings: list[Readings] = []
        self._going_on: tuple[State, ...] = ()
        self._finished = False

    def __iter__(self) -> Iterator[Step]:
        """Go on from where the last iteration was left."""
        step = max(1, round(STEP_S * self.info.fs))
        while self._at < self._limit:
            block = self.source.read(min(step, self._limit - self._at))
            if len(block.samples):
                yield self._take(block)
            elif self.info.live and not self.source.ended:
                time.sleep(WAIT_S)
            else:
                break
        self._finish()

    def __enter__(self) -> Self:
        """Give itself; what was watched must be asked for before the end."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of the source."""
        self.close()

    def close(self) -> None:
        """Let go of the source: a stream's connection, a long record's files, which are read no more then."""
        self.source.close()

    def run(self) -> Account:
        """Watch to the end, and give the account."""
        for _ in self:
            pass
        return self.account()

    def _take(self, block: SourceBlock) -> Step:
        if not self._keeps:
            self._kept.append(block)
        chosen = block.samples[:, list(self.columns)]
        said = self._analyzer.push(chosen[:, 0] if len(self.columns) == 1 else chosen)
        said = replace(said, vitals=self._vitals.push(block.samples))
        self._readings.append(said.vitals)
        news = self._alarm_watch.push(said).news
        self._at = block.stop
        self._alerts.extend(said.events)
        self._beats.append(said.beats)
        self._alarms.extend(alarm for alarm in news if not alarm.goes_on)
        self._states.extend(s for s in said.states if s.over is not None and not s.withdrawn)
        self._going_on = tuple(s for s in said.states if s.over is None)
        return Step(block.start, block.stop, block.samples, said.events, said.beats, news, said)

    def _finish(self) -> None:
        if not self._finished:
            self._finished = True
            self._alerts.extend(self._analyzer.finish())

    def account(self) -> Account:
        """What was watched so far, and all that was said of it."""
        told = (*self._alarms, *self._alarm_watch.going_on)
        alarms = [alarm for alarm in told if alarm.priority is not Priority.ADVISORY]
        return Account(
            self.info,
            0,
            self._at,
            self.columns,
            self._between,
            BeatScores.concatenate([BeatScores.none(), *self._beats]),
            tuple(sorted(self._alerts, key=lambda e: e.start)),
            tuple(sorted(alarms, key=lambda a: (a.raised, a.start))),
            (*self._states, *self._going_on),
            self._reference,
            ((0, self._at),) if self._at else (),
            Readings.concatenate(self._readings),
            disturbances_in(self.source, 0, self._at),
        )

    def _between(self, start: int, stop: int) -> npt.NDArray[np.float32]:
        whole = np.full((max(0, stop - start), len(self.info.leads)), np.nan, dtype=np.float32)
        found = [self.source.between(start, stop)] if self._keeps else self._kept
        for block in found:
            assert block is not None
            first, last = max(start, block.start), min(stop, block.stop)
            if last > first:
                whole[first - start : last - start] = block.samples[first - block.start : last - block.start]
        return whole

    def _reference(self, start: int, stop: int) -> Annotations:
        if self._keeps:
            return self.source.annotations(start, stop)
        known = [
            one
            for block in self._kept
            if block.start < stop and block.stop > start
            for one in zip(
                block.annotations.sample.tolist(),
                block.annotations.symbol,
                block.annotations.aux_note,
                strict=True,
            )
            if start <= one[0] < stop
        ]
        if not known:
            return NO_ANNOTATIONS
        sample, symbol, note = zip(*known, strict=True)
        return Annotations(np.array(sample, dtype=np.int64), tuple(symbol), tuple(note))


def _shipped(fs: float, leads: int) -> Scorer:
    from models.leads.stream import shipped_stream  # brings torch

    return shipped_stream(fs, leads)
