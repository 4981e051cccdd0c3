"""The heart rate against its limits, and over a few beats against the extreme ones; beats within a minute."""

from __future__ import annotations

from collections import deque

import numpy as np

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.onset import FORM, Onset
from models.alarms.rules.rule import Switch
from models.alarms.seen import Beat, Seen
from models.signal.rhythm import EXPIRE_S, HeartRate

CALM_S = 5.0
"""A rate must have been within its limit for so long before its alarm is over, s: one that wavers about the
limit is one alarm."""

CALM_BEATS = 3
"""Beats of which an extreme bradycardia must at the least be free, too: at its limit they take longer than
`CALM_S`, and one P wave that was taken for a beat would end it, and begin it anew."""

MINUTE_S = 60.0

FEWEST_BEATS = 5
"""A rate of fewer beats since the stream began, or since some of it was missing or without a beat, is not
held against its limits, nor does it end an alarm: the detector has yet to settle, and two beats are no
rate."""


class HeartRateLimits:
    """Heart rate high and low, of the same rate that is shown (`models.signal.rhythm.HeartRate`).

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._fs, self._low, self._high = fs, limits.low_bpm, limits.high_bpm
        calm = round(CALM_S * fs)
        self._too_low, self._too_high = Switch(Condition.RATE_LOW, calm), Switch(Condition.RATE_HIGH, calm)
        self.start_at(0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that have not ended."""
        return (*self._too_low.going_on, *self._too_high.going_on)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._rate = HeartRate(self._fs)
        self._too_low.forget()
        self._too_high.forget()
        self._last: int | None = None
        self._beats = 0

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._low, self._high = limits.low_bpm, limits.high_bpm

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for beat in seen.beats:
            news += self._until(beat.emitted)
            rate = self._rate.push([beat.r_peak], beat.emitted, not beat.whole).rate_bpm
            anew = not beat.whole or (self._last or 0) + EXPIRE_S * self._fs < beat.r_peak
            self._beats = 1 if anew else self._beats + 1
            self._last = beat.r_peak
            if self._beats < FEWEST_BEATS:
                continue
            for switch, passed, limit in (
                (self._too_low, rate is not None and rate < self._low, self._low),
                (self._too_high, rate is not None and rate > self._high, self._high),
            ):
                if passed:
                    news += switch.on(beat.r_peak, beat.emitted, rate, limit)
                else:
                    news += switch.off(beat.r_peak, beat.emitted)
        return news + self._until(seen.now)

    def _until(self, at: int) -> list[Alarm]:
        """Let the time go on: without a beat there is no rate."""
        news: list[Alarm] = []
        if self._last is not None:
            none = self._last + round(EXPIRE_S * self._fs)
            if none <= at:
                news += self._too_low.off(self._last, none) + self._too_high.off(self._last, none)
        return news + self._too_low.tick(at) + self._too_high.tick(at)


class ExtremeRate:
    """A rate over a few beats in a row that is beyond an extreme limit.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    condition : Condition
        Extreme bradycardia or tachycardia.
    limit_bpm : float
        Below it, or above it, beats a minute.
    beats : int
        Beats in a row, whose mean rate counts, and that without the extreme intervals.
    """

    def __init__(self, fs: float, condition: Condition, limit_bpm: float, beats: int) -> None:
        self._fs, self._limit = fs, limit_bpm
        self._slow = condition is Condition.EXTREME_BRADYCARDIA
        calm = CALM_S if not self._slow else max(CALM_S, (CALM_BEATS + beats) * 60 / limit_bpm)
        self._switch = Switch(condition, round(calm * fs))
        self._beats: deque[int] = deque(maxlen=beats)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._switch.forget()
        self._beats.clear()

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        low = limits.extreme_low_bpm, limits.extreme_low_beats
        high = limits.extreme_high_bpm, limits.extreme_high_beats
        self._limit, beats = low if self._slow else high
        if beats != self._beats.maxlen:
            self._beats = deque(self._beats, maxlen=beats)

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for beat in seen.beats:
            news += self._until(beat.emitted) + self._take(beat)
        return news + self._until(seen.now)

    def _until(self, at: int) -> list[Alarm]:
        """Let the time go on: asystole, or what has come over the signal, has alarms of its own."""
        news: list[Alarm] = []
        if self._beats:
            none = self._beats[-1] + round(EXPIRE_S * self._fs)
            if none <= at:
                news += self._switch.off(self._beats[-1], none)
        return news + self._switch.tick(at)

    def _take(self, beat: Beat) -> list[Alarm]:
        if not beat.whole or (self._beats and beat.r_peak - self._beats[-1] > EXPIRE_S * self._fs):
            self._beats.clear()
        self._beats.append(beat.r_peak)
        if len(self._beats) < (self._beats.maxlen or 0):
            return []
        intervals = np.diff(self._beats)
        # By the mean, and by that without the extremes: one pause, or one beat too many or too few, is none.
        # A median would be of whole samples: at 128 Hz one of them is two and a half beats in 140 a minute.
        cut = min(max(1, len(intervals) // 8), (len(intervals) - 1) // 2)
        middle = np.sort(intervals)[cut : len(intervals) - cut]
        usual, mean = (60 * self._fs / float(np.mean(of)) for of in (middle, intervals))
        if max(usual, mean) < self._limit if self._slow else min(usual, mean) > self._limit:
            return self._switch.on(self._beats[0], beat.emitted, mean, self._limit)
        return self._switch.off(beat.r_peak, beat.emitted)


class VentricularBeats:
    """More ventricular premature beats within a minute than allowed.

    Of three or more in a row none counts that does not break the rhythm (`models.alarms.rules.onset`): they
    are another form of its beats. Nor does one that comes late: it is an escape beat.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._minute, self._limit = round(MINUTE_S * fs), limits.pvcs
        self._switch = Switch(Condition.PVCS, round(CALM_S * fs))
        self._beats: deque[int] = deque()
        self._onset = Onset()
        self._waiting: list[int] = []  # those in a row that have not broken the rhythm
        self._broke = False

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._switch.forget()
        self._beats.clear()
        self._onset.forget()
        self._waiting, self._broke = [], False

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._limit = limits.pvcs

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for beat in seen.beats:
            news += self._until(beat.emitted)
            counted = self._counted(beat) if not beat.slight else []
            self._beats.extend(counted)
            if counted and len(self._beats) > self._limit:
                news += self._switch.on(self._beats[0], beat.emitted, len(self._beats), self._limit)
        return news + self._until(seen.now)

    def _counted(self, beat: Beat) -> list[int]:
        """R peaks of the beats that count, now that this one has come."""
        self._broke = self._onset.breaks(beat) or (self._broke and beat.ventricular)
        if beat.ventricular:
            if not self._onset.late:
                self._waiting.append(beat.r_peak)
            if not self._broke:
                return []
            waiting, self._waiting = self._waiting, []
            return waiting if len(waiting) <= FORM else waiting[-1:]
        waiting, self._waiting = self._waiting, []
        return waiting if len(waiting) < FORM else []

    def _until(self, at: int) -> list[Alarm]:
        news: list[Alarm] = []
        while self._beats and self._beats[0] + self._minute <= at:
            left = self._beats.popleft() + self._minute
            if len(self._beats) <= self._limit:
                news += self._switch.off(left, left)
        return news + self._switch.tick(at)
