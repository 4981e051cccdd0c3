"""Rhythms that the analysis finds as states, and pauses: told as alarms."""

from __future__ import annotations

from dataclasses import replace

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.seen import Seen
from models.signal.states import State, StateKind

OF_STATE = {
    StateKind.FLUTTER: Condition.FLUTTER,
    StateKind.IRREGULAR: Condition.ATRIAL_FIBRILLATION,
    StateKind.BIGEMINY: Condition.BIGEMINY,
    StateKind.TRIGEMINY: Condition.TRIGEMINY,
}
"""The alarm that each state raises."""


class Rhythms:
    """An alarm for each rhythm that goes on, flutter once it has lasted `Limits.flutter_s`; one for its end.

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

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._flutter = round(limits.flutter_s * self._fs)

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for state in seen.block.states:
            if state.kind in OF_STATE:
                news += self._take(state, seen.now)
        return news

    def _take(self, state: State, now: int) -> list[Alarm]:
        news: list[Alarm] = []
        condition, place = OF_STATE[state.kind], (state.kind, state.start)
        raised = state.known
        if state.kind is StateKind.FLUTTER:
            raised = max(raised, state.start + self._flutter)
        told = self._open.get(place)
        if told is None and raised <= (now if state.over is None else state.over):
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
