"""Asystole: no beat for a while, although beats could be seen."""

from __future__ import annotations

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.hearing import Hearing
from models.alarms.rules.rule import Switch
from models.alarms.seen import Seen
from models.alerts.within import Within
from models.signal.states import StateKind

DELAY_S = 0.6
"""A beat is known no later than this after its R peak, s (`models.beats`): only then is its absence."""

SETTLE_S = 10.0
"""Before the first beat, and after a stretch in which no lead could be heard, the detector
needs to settle: for so long nothing is concluded from silence, s."""


class Asystole:
    """Raises the alarm when no beat has come for `Limits.asystole_s`.

    While no lead can be heard, and in ventricular flutter, it does not: that has alarms of its own.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    leads : int
        How many leads are analysed together.
    """

    def __init__(self, fs: float, limits: Limits, leads: int) -> None:
        self._limit_s = limits.asystole_s
        self._wait, self._settle = round((limits.asystole_s + DELAY_S) * fs), round(SETTLE_S * fs)
        self._hearing = Hearing(fs, leads)
        self._flutter = Within(fs, StateKind.FLUTTER)
        self._switch = Switch(Condition.ASYSTOLE)
        self.start_at(0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._hearing.forget()
        self._flutter.forget()
        self._switch.forget()
        self._last: int | None = None  # the latest R peak
        self._flutters: list[
            tuple[int, int]
        ] = []  # of each that is over: when that was known, its last sample
        self._due = sample + self._settle + self._wait

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        self._hearing.take(seen.block)
        self._flutter.take(seen.block)
        news: list[Alarm] = []
        for state in seen.block.states:
            if state.kind is StateKind.FLUTTER and state.over is not None:
                self._flutters.append((state.over, state.end))
        for beat in seen.beats:
            news += self._until(beat.emitted)
            news += self._switch.off(beat.r_peak, beat.emitted)
            self._last, self._due = beat.r_peak, beat.r_peak + self._wait
            self._flutters = [flutter for flutter in self._flutters if flutter[1] > beat.r_peak]
        return news + self._until(seen.now)

    def _until(self, at: int) -> list[Alarm]:
        """Let the time go on to sample `at`."""
        news: list[Alarm] = []
        while self._due <= at:
            due = self._due
            fluttering = self._flutter.covers(due, due, due)
            if self._switch.open is not None:
                # Once it is told only a beat ends it, or what comes in its place: without beats the little
                # that is left of a signal may pass for noise, and a lead that has come off is no recovery.
                if fluttering:
                    news += self._switch.off(due, due)
                self._due = due + self._settle
                continue
            deaf = self._hearing.deaf_until(due)
            ended = max((end for over, end in self._flutters if over <= due), default=-1)
            last = max(-1 if self._last is None else self._last, ended)
            again = deaf + self._settle + self._wait if deaf > max(last, 0) else due
            if ended >= 0:
                again = max(again, ended + self._wait)
            if fluttering or again > due:
                # Whether it still does is looked at again: each time the silence begins afresh.
                self._due = due + self._wait if fluttering else max(due + 1, again)
                continue
            news += self._switch.on(max(last, deaf, 0), due, self._limit_s, self._limit_s)
            self._due = due + self._settle  # looked at again, whether flutter has come
        return news
