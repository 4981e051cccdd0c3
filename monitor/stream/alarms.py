"""The alarms of one run of the analysis: each is told once, wherever the stream goes."""

from __future__ import annotations

from dataclasses import replace

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analysis, Analyzer

Place = tuple[Condition, str]
"""Where an alarm stands at the bedside: its condition, and the lead that it is about."""


def place_of(alarm: Alarm) -> Place:
    """Where an alarm stands at the bedside."""
    return alarm.condition, alarm.lead


class RunAlarms:
    """Watches what one analysis brings for alarms, and tells each once.

    Of one condition in one lead there is one alarm at a time: a newer one ends the one before.

    Parameters
    ----------
    analyzer : Analyzer
        Whose analysis it is; of the same source and leads are the alarms.
    start : int
        The first sample that the analysis will see.
    limits : Limits
        In force until they are changed.
    """

    def __init__(self, analyzer: Analyzer, start: int, limits: Limits) -> None:
        leads = analyzer.together or (analyzer.lead,)
        self._watch = AlarmWatch(analyzer.fs, leads, limits, source=analyzer.source, offset=analyzer.offset)
        self._watch.start_at(start)
        self._told: dict[Place, tuple[Alarm, Alarm]] = {}  # as it was told, and as the watch has it
        self._left: list[Alarm] = []  # what is still to be told

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        if limits != self._watch.limits:
            self._watch.set_limits(limits)

    def warm_up(self, analysis: Analysis) -> None:
        """Take what is shown to the analysis and not told."""
        self._watch.push(analysis)

    def push(self, analysis: Analysis, first: int) -> tuple[Alarm, ...]:
        """Take what a push brought; give the alarms that began or ended, and belong to `first` and after.

        An alarm that came before it and goes on is told as well.
        """
        told, self._left = self._left, []
        for alarm in self._watch.push(analysis).news:
            told += self._began(alarm) if alarm.goes_on else self._ended(alarm, first)
        for alarm in self._watch.going_on:
            if place_of(alarm) not in self._told:
                told += self._began(alarm)
        return tuple(told)

    def close(self, at: int) -> tuple[Alarm, ...]:
        """Tell of the alarms that go on as if the stream ended before sample `at`."""
        ended = (*self._left, *(_over(alarm, at) for alarm, _ in self._told.values()))
        self._told, self._left = {}, []
        return ended

    def reopen(self) -> tuple[Alarm, ...]:
        """Tell again of the alarms that go on, where the stream comes back after `close`."""
        return tuple(told for alarm in self._watch.going_on for told in self._began(alarm))

    def take_over(self, other: RunAlarms, at: int) -> None:
        """Go on with what another analysis of the same samples has told, as far as it is the case here, too.

        What is not was over before sample `at`; that is told with the next push.
        """
        own = {place_of(alarm): alarm for alarm in self._watch.going_on}
        for place, (alarm, _) in other._told.items():
            if place in own:
                self._told[place] = alarm, own[place]
            else:
                self._left.append(_over(alarm, at))

    def _began(self, alarm: Alarm) -> list[Alarm]:
        before = self._told.get(place_of(alarm))
        self._told[place_of(alarm)] = alarm, alarm
        return [alarm] if before is None else [_over(before[0], alarm.raised), alarm]

    def _ended(self, alarm: Alarm, first: int) -> list[Alarm]:
        told, own = self._told.get(place_of(alarm), (None, None))
        if told is not None and own is not None and (own.start, own.raised) == (alarm.start, alarm.raised):
            del self._told[place_of(alarm)]
            return [replace(told, end=alarm.end, over=alarm.over)]
        # Over as soon as it was told, as a pause is; or it had been ended by a newer one, or came too early.
        at_once = alarm.raised == alarm.over and alarm.raised >= first
        return [alarm] if at_once else []


def _over(alarm: Alarm, at: int) -> Alarm:
    """An alarm that had ended before sample `at`."""
    return replace(alarm, end=max(alarm.start, at - 1), over=max(alarm.raised, at))
