"""Ventricular beats in a row: a couplet, a run, tachycardia."""

from __future__ import annotations

import math
from itertools import pairwise

from assets.phrase import phrase
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.first import FromTheFirst
from models.alarms.rules.onset import Onset
from models.alarms.rules.rule import Switch
from models.alarms.seen import Beat, Seen

SUSTAINED_S, AS_FAST = 30.0, 0.15
"""A tachycardia that has lasted so long, s, is over when the rate changes by this share: by then its beats
may have become usual to the models, and the heart is none the better for it."""

STRONG = 1.06
"""Each of the beats that make a couplet, a run or tachycardia must be so far beyond what raises an alert: of
several beats that are merely unusual one is soon wrong. In records 203, 205 and 859 the weakest beat of a
true tachycardia has 1.33, in 849 and 859 of a false one 0.99."""

EVEN = 2.0
"""In a tachycardia no interval is so many times another: so they are where T waves or noise are taken for
beats. The most uneven true one of those records has 2.0, and goes on evenly."""

APART_S = 2.0
"""Two ventricular beats farther apart than this are not in a row, s: below 30 a minute."""


class InARow:
    """Counts ventricular beats in a row: two are a couplet, more a run, fast ones tachycardia.

    A run is told as soon as it is one, and gives way to tachycardia once it is that; a couplet when it is
    over, as only then it is no run. Beats of which none breaks the rhythm (`models.alarms.rules.onset`) are
    neither, but fast ones are tachycardia however they began, broad ones from the first beat on too
    (`models.alarms.rules.first`).

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._fs, self._limits, self._apart = fs, limits, round(APART_S * fs)
        self._run = Switch(Condition.VENTRICULAR_RUN)
        self._tachycardia = Switch(Condition.VENTRICULAR_TACHYCARDIA)
        self._onset = Onset()
        self._first = FromTheFirst(fs, limits, self._apart)
        self._row: list[Beat] = []
        self._broke = False

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that have not ended."""
        return (*self._run.going_on, *self._tachycardia.going_on)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._run.forget()
        self._tachycardia.forget()
        self._onset.forget()
        self._first.forget()
        self._row = []
        self._broke = False

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._limits = self._first.limits = limits

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for beat in seen.beats:
            news += self._until(beat.emitted)
            if beat.slight:
                continue
            if self._row and (not beat.whole or beat.r_peak - self._row[-1].r_peak > self._apart):
                news += self._close(beat.emitted)
            breaks = self._onset.breaks(beat)
            before = self._first.on
            if self._first.take(beat) and not self._row:
                self._row = list(self._first.beats)[:-1]
            if before and not self._first.on:
                news += self._close(beat.emitted)  # other beats than those that were taken for the only ones
            elif beat.ventricular or self._first.on or self._goes_on(beat):
                self._row.append(beat)
                self._broke = self._broke or breaks
                news += self._told(beat.emitted)
            else:
                news += self._close(beat.emitted)
        return news + self._until(seen.now)

    def _goes_on(self, beat: Beat) -> bool:
        """Whether a beat that is not told as ventricular belongs to the row all the same.

        In a run that has been told its shape counts, though noise be known: fast broad beats look like noise.
        In a sustained tachycardia it counts that it is as fast.
        """
        row = self._row
        if beat.shaped and self._run.going_on:
            return True
        if not row or not self._tachycardia.going_on or not beat.whole:
            return False
        if row[-1].r_peak - row[0].r_peak < SUSTAINED_S * self._fs:
            return False
        interval = (row[-1].r_peak - row[-9].r_peak) / 8 if len(row) > 8 else 0.0
        return abs(beat.r_peak - row[-1].r_peak - interval) <= AS_FAST * interval

    def _told(self, at: int) -> list[Alarm]:
        """What the beats in a row are by now."""
        first, limits = self._row[0].r_peak, self._limits
        latest = self._row[-limits.tachycardia_beats :]
        enough = len(latest) >= limits.tachycardia_beats
        known = self._tachycardia.going_on or self._first.on
        if enough and (known or (_strong(latest) and _even(latest))):
            rate = 60 * self._fs * (len(latest) - 1) / (latest[-1].r_peak - latest[0].r_peak)
            if rate > limits.tachycardia_bpm:
                news = self._run.off(at, at)
                return news + self._tachycardia.on(first, at, rate, limits.tachycardia_bpm)
        run = len(self._row) >= limits.run_beats and _strong(self._row[-limits.run_beats :])
        if run and self._broke and not self._tachycardia.going_on:
            return self._run.on(first, at, len(self._row), limits.run_beats)
        return []

    def _until(self, at: int) -> list[Alarm]:
        """Let the time go on: without another beat the row is over."""
        if not self._row or self._row[-1].emitted + self._apart > at:
            return []
        return self._close(self._row[-1].emitted + self._apart)

    def _close(self, at: int) -> list[Alarm]:
        row, self._row = self._row, []
        broke, self._broke = self._broke, False
        if not row:
            return []
        last = row[-1].r_peak
        news = self._run.off(last, at) + self._tachycardia.off(last, at)
        if len(row) == 2 and broke and _strong(row) and self._limits.run_beats > 2:
            rate = 60 * self._fs / (row[1].r_peak - row[0].r_peak)
            couplet = Alarm(
                Condition.COUPLET,
                row[0].r_peak,
                at,
                last,
                at,
                note=phrase("2 beats at {rate:.0f}/min", rate=rate),
            )
            news.append(couplet)
        return news


def _strong(row: list[Beat]) -> bool:
    """Whether none is known to be hardly ventricular; annotated beats, without a score, are not doubted."""
    return all(not beat.score < STRONG for beat in row)


def _even(row: list[Beat]) -> bool:
    """Whether the intervals are alike; those of annotated beats are not doubted."""
    if all(math.isnan(beat.score) for beat in row):
        return True
    intervals = [after.r_peak - before.r_peak for before, after in pairwise(row)]
    return max(intervals) < EVEN * min(intervals)
