"""Analyses as the alarms are given them, made of beats, states and samples by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from models.alarms.alarm import Alarm
from models.alarms.limits import Limits
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analysis
from models.alerts.events import Event
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.signal.faults import Fault
from models.signal.rhythm import Rhythm
from models.signal.states import State

FS = 100.0
DELAY = 40
"""A beat is known so many samples after its R peak."""


@dataclass(frozen=True)
class Made:
    """A stretch of one lead: beats in s (V where they are ventricular), waves between two times of so
    many mV, and what else is known."""

    seconds: float
    beats: Sequence[tuple[float, str]] = ()
    pauses: Sequence[tuple[float, float]] = ()
    states: Sequence[State] = ()
    faults: Sequence[Fault] = ()
    events: Sequence[Event] = ()
    gaps: Sequence[tuple[float, float]] = ()
    waves: Sequence[tuple[float, float, float]] = ()

    def analyses(self, cuts: Iterable[int] = ()) -> list[Analysis]:
        """What the analysis brings, cut at these samples."""
        n = round(self.seconds * FS)
        samples = np.zeros(n, dtype=np.float32)
        for first, last, mv in self.waves:
            a, b = round(first * FS), min(round(last * FS), n)
            samples[a:b] = mv / 2 * np.sin(2 * np.pi * 5.7 * np.arange(a, b) / FS)
        for first, last in self.gaps:
            samples[round(first * FS) : round(last * FS)] = np.nan
        edges = sorted({0, n, *(cut for cut in cuts if 0 < cut < n)})
        return [self._piece(samples, a, b) for a, b in pairwise(edges)]

    def _piece(
        self, samples: np.ndarray[tuple[int], np.dtype[np.float32]], start: int, stop: int
    ) -> Analysis:
        peaks = np.array([round(at * FS) for at, _ in self.beats], dtype=np.int64)
        ectopic = np.array([name == "V" for _, name in self.beats], dtype=bool)
        rr = np.diff(peaks, prepend=np.nan) / FS
        pause = np.full(len(peaks), np.nan)
        for at, length in self.pauses:
            pause[np.flatnonzero(peaks == round(at * FS))] = length
        known = (peaks + DELAY >= start) & (peaks + DELAY < stop)
        n = int(known.sum())
        nothing = np.full(n, np.nan, dtype=np.float32)
        scores = BeatScores(
            peaks[known],
            peaks[known] + DELAY,
            *[nothing] * 7,
            rr[known].astype(np.float32),
            pause[known].astype(np.float32),
            nothing,
        )
        faults, states = _by(self.faults, start, stop), _by(self.states, start, stop)
        block = Block(samples[start:stop], stop, {}, scores, {}, faults, states)
        events = tuple(event for event in self.events if start <= event.emitted < stop)
        return Analysis({}, events, None, scores, (), Rhythm(stop - 1), ectopic=ectopic[known], block=block)


def _by(found: Sequence[State | Fault], start: int, stop: int) -> tuple:  # type: ignore[type-arg]
    """Those that ended in the block, then those that go on at its end, as they were known by then."""
    ended = [one for one in found if one.over is not None and start <= one.over < stop]
    on = [
        replace(one, end=stop - 1, over=None)
        for one in found
        if one.known < stop and (one.over is None or one.over >= stop)
    ]
    return (*ended, *on)


def told(made: Made, limits: Limits | None = None, cuts: Iterable[int] = ()) -> list[Alarm]:
    """All news that the alarms bring of it, in their order."""
    watch = AlarmWatch(FS, ["MLII"], limits, source="made", offset=7)
    return [alarm for analysis in made.analyses(cuts) for alarm in watch.push(analysis).news]


def beats(first: float, last: float, rate: float, name: str = "N") -> list[tuple[float, str]]:
    """Beats at a rate a minute, from one second to before another."""
    return [(float(at), name) for at in np.arange(first, last, 60 / rate).round(2)]
