"""What every rule keeps to, and the switch that most of them are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.seen import Seen


class Rule(Protocol):
    """Raises alarms of some conditions, the same however the stream is cut."""

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that have not ended."""

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on, and forget nothing of the stream."""

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought; give the alarms that began in it, and those that ended."""


class Switch:
    """One condition that is on or off: an alarm while it is on, and until it has been off for a while.

    Parameters
    ----------
    condition : Condition
        Which.
    calm : int
        Samples for which it must have been off before the alarm is over.
    lead : str
        Name of the lead that it is about; empty where it is about the patient.
    """

    def __init__(self, condition: Condition, calm: int = 0, lead: str = "") -> None:
        self._condition, self._calm, self._lead = condition, calm, lead
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self.open: Alarm | None = None
        self._off: tuple[int, int] | None = None  # its last sample, and the one by which that was known

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return () if self.open is None else (self.open,)

    def on(
        self, start: int, at: int, value: float | None = None, limit: float | None = None, note: str = ""
    ) -> list[Alarm]:
        """Say that it has been on since sample `start`, as was known at sample `at`.

        Of one that is on already, `value` counts where it lies farther beyond the limit than any before.
        """
        news = self.tick(at)
        self._off = None
        if self.open is None:
            self.open = Alarm(
                self._condition, start, at, value=value, limit=limit, note=note, lead=self._lead
            )
            news.append(self.open)
        elif value is not None:
            self.open = _worse(self.open, value)
        return news

    def off(self, end: int, at: int) -> list[Alarm]:
        """Say that sample `end` was the last at which it was on, as was known at sample `at`."""
        if self.open is not None and self._off is None:
            self._off = max(end, self.open.start), at
        return self.tick(at)

    def tick(self, at: int) -> list[Alarm]:
        """Take the time, sample `at`: give the alarm if it is over by then."""
        if self.open is None or self._off is None:
            return []
        end, known = self._off
        if known + self._calm > at:
            return []
        over = replace(self.open, end=end, over=known + self._calm)
        self.forget()
        return [over]


def _worse(alarm: Alarm, value: float) -> Alarm:
    """The alarm with a value that was measured while it lasted, where that is the farthest from its limit."""
    if alarm.value is None or alarm.limit is None:
        return alarm
    known = alarm.value if alarm.worst is None else alarm.worst
    farther = value > known if alarm.value >= alarm.limit else value < known
    return replace(alarm, worst=value) if farther else alarm
