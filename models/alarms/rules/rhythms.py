"""Rhythms that the analysis finds as states, and pauses: told as alarms."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import numpy as np

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.seen import Beat, Seen
from models.signal.states import State, StateKind

OF_STATE = {
    StateKind.FLUTTER: Condition.FLUTTER,
    StateKind.IRREGULAR: Condition.ATRIAL_FIBRILLATION,
    StateKind.BIGEMINY: Condition.BIGEMINY,
    StateKind.TRIGEMINY: Condition.TRIGEMINY,
}
"""The alarm that each state raises."""


GROUPED, LONGEST, INTERVALS, FEWEST = 0.35, 9, 24, 16
"""Beats come in groups if intervals that lie so many beats apart, up to the second number, differ by less
than this share of what neighbours do, on the average of so many latest intervals, with no fewer than the last
number: so they do in a block of the second degree, which is irregular and no fibrillation. In simulated
patients with it the share is 0.33 or less, in the fibrillation of record 203 no less than 0.41."""

SLIGHT, REMEMBERED_S = 2, 60.0
"""So many beats that are too slight among those that take turns, and they are no bigeminy: P waves do, and
pacing pulses. They are remembered for so long, s."""


class Rhythms:
    """An alarm for each rhythm that goes on, flutter once it has lasted `Limits.flutter_s`; one for its end.

    An irregular rhythm whose beats come in groups is no atrial fibrillation.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._fs, self._flutter = fs, round(limits.flutter_s * fs)
        self.start_at(0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that have not ended."""
        return tuple(self._open.values())

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._open: dict[tuple[StateKind, int], Alarm] = {}
        # Up to when beats were looked at, and whether they did not come in groups.
        self._moment = sample - 1, True
        self._peaks: deque[int] = deque(maxlen=INTERVALS + 1)
        self._slight: deque[tuple[int, int]] = deque()  # R peak, and when it was known

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._flutter = round(limits.flutter_s * self._fs)

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        moments = [self._moment, *((beat.emitted, self._follow(beat)) for beat in seen.beats)]
        for state in seen.block.states:
            if state.kind in OF_STATE:
                news += self._take(state, seen.now, moments)
        self._moment = seen.now, moments[-1][1]
        return news

    def _follow(self, beat: Beat) -> bool:
        """Take the next beat; whether the latest ones do not come in groups."""
        while self._slight and beat.r_peak - self._slight[0][0] > REMEMBERED_S * self._fs:
            self._slight.popleft()
        if beat.slight:
            self._slight.append((beat.r_peak, beat.emitted))
        if not beat.whole:
            self._peaks.clear()
        self._peaks.append(beat.r_peak)
        return not _grouped(np.diff(self._peaks))

    def _raised(self, state: State, moments: list[tuple[int, bool]]) -> int | None:
        """When the alarm of a state comes, as far as is known; None if it does not, or not yet."""
        if state.kind is StateKind.FLUTTER:
            return max(state.known, state.start + self._flutter)
        if state.kind is StateKind.IRREGULAR:
            # By the beats of this push: those of earlier ones have been looked at in theirs.
            before = [single for at, single in moments if at <= state.known]
            if before and before[-1]:
                return state.known
            return min((at for at, single in moments[1:] if single and at >= state.known), default=None)
        slight = sum(state.start <= peak and known <= state.known for peak, known in self._slight)
        return state.known if slight < SLIGHT else None

    def _take(self, state: State, now: int, moments: list[tuple[int, bool]]) -> list[Alarm]:
        news: list[Alarm] = []
        condition, place = OF_STATE[state.kind], (state.kind, state.start)
        told = self._open.get(place)
        raised = self._raised(state, moments) if told is None else None
        if raised is not None and raised <= (now if state.over is None else state.over):
            told = self._open[place] = Alarm(condition, state.start, raised)
            news.append(told)
        if state.over is not None and told is not None:
            del self._open[place]
            news.append(replace(told, end=state.end, over=state.over))
            if state.kind is StateKind.IRREGULAR:
                news.append(
                    Alarm(Condition.ATRIAL_FIBRILLATION_ENDS, state.end, state.over, state.end, state.over)
                )
        return news


def _grouped(intervals: np.ndarray[tuple[int], np.dtype[np.int64]]) -> bool:
    """Whether the intervals between beats repeat."""
    if len(intervals) < FEWEST:
        return False
    change = float(np.abs(np.diff(intervals)).mean())
    again = (np.abs(intervals[apart:] - intervals[:-apart]).mean() for apart in range(2, LONGEST + 1))
    return float(min(again)) < GROUPED * change


class Pauses:
    """A pause, once the beat that ends it has come: until then it may become an asystole.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._fs, self._limits = fs, limits

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """None: a pause is told when it is over."""
        return ()

    def start_at(self, sample: int) -> None:
        """Forget nothing: there is nothing to remember."""

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._limits = limits

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        limit = self._limits.pause_s
        return [
            Alarm(
                Condition.PAUSE,
                max(0, beat.r_peak - round(beat.pause_s * self._fs)),
                beat.emitted,
                beat.r_peak,
                beat.emitted,
                beat.pause_s,
                limit,
            )
            for beat in seen.beats
            if beat.pause_s is not None and beat.pause_s >= limit
        ]
