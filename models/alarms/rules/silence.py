"""Asystole: no beat for a while, although beats could be seen."""

from __future__ import annotations

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.rule import Switch
from models.alarms.seen import Beat, Seen

DELAY_S = 0.6
"""A beat is known no later than this after its R peak, s (`models.beats`): only then is its absence. Of a
silence that the next beat ends before that, this beat tells, if no beat was missed in it."""

ONSET_S = 0.15
"""A QRS complex begins no more than this before its R peak, s: what is before that is the silence, which the
beat that ends it, and what comes with it, is no part of."""

BEGIN_S, SETTLE_S = 5.0, 10.0
"""Before the first beat, and after a stretch in which no lead could be heard, the detector
needs to settle: for so long nothing is concluded from silence, s."""


PATIENCE_S, STEP_S = 3.0, 0.5
"""While there are waves, as in fine fibrillation, it is waited for so long whether that is what it is, s, and
looked again so often."""


class Asystole:
    """Raises the alarm when no beat has come for `Limits.asystole_s`.

    While no lead can be heard, and in ventricular flutter, it does not: that has alarms of its own.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._fs, self._limit_s = fs, limits.asystole_s
        self._wait, self._settle = round((limits.asystole_s + DELAY_S) * fs), round(SETTLE_S * fs)
        self._begin, self._onset = round(BEGIN_S * fs), round(ONSET_S * fs)
        self._longest, self._step = round(PATIENCE_S * fs), round(STEP_S * fs)
        self._switch = Switch(Condition.ASYSTOLE)
        self.start_at(0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._switch.forget()
        self._last = -1  # the latest R peak
        self._due = sample + self._begin + self._wait
        self._now = sample - 1
        self._patience = self._longest

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        before, self._limit_s = self._wait, limits.asystole_s
        self._wait = round((limits.asystole_s + DELAY_S) * self._fs)
        # Never in what has been looked at already: an alarm comes when it is told.
        self._due = max(self._due + self._wait - before, self._now + 1)

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for beat in seen.beats:
            news += self._until(beat.emitted, seen)
            news += self._ended_by(beat, seen)
            news += self._switch.off(beat.r_peak, beat.emitted)
            self._last, self._due = beat.r_peak, beat.r_peak + self._wait
            self._patience = self._longest
        self._now = seen.now
        return news + self._until(seen.now, seen)

    def _ended_by(self, beat: Beat, seen: Seen) -> list[Alarm]:
        """Tell how long the silence was that this beat ended, and of one whose length is known only by it."""
        pause_s = beat.pause_s or 0.0
        if self._switch.open is not None:
            start = self._switch.open.start
        elif pause_s >= self._limit_s and not seen.waves.seen(beat.r_peak - self._onset):
            start = max(0, beat.r_peak - round(pause_s * self._fs))
        else:
            return []
        return self._switch.on(start, beat.emitted, (beat.r_peak - start) / self._fs, self._limit_s)

    def _until(self, at: int, seen: Seen) -> list[Alarm]:
        """Let the time go on to sample `at`."""
        news: list[Alarm] = []
        while self._due <= at:
            due = self._due
            if seen.flutter.covers(due, due, due):
                news += self._switch.off(due, due)
                self._due = due + self._wait
            elif self._switch.open is not None:
                # Once it is told only a beat ends it, or flutter: without beats the little that is left of a
                # signal may pass for noise, and a lead that has come off is no recovery.
                self._due = due + self._wait
            else:
                deaf, ended = seen.hearing.deaf_until(due), seen.flutter.ended(due)
                silent = max(self._last, ended)
                heard = deaf + self._settle + self._wait if deaf > silent else due
                self._due = max(heard, ended + self._wait)
                if self._due <= due and seen.waves.seen(due) and self._patience > 0:
                    self._patience -= self._step
                    self._due = due + self._step
                if self._due <= due:
                    news += self._switch.on(max(silent, deaf, 0), due, self._limit_s, self._limit_s)
                    self._due = due + self._wait  # looked at again, whether flutter has come
        return news
