"""The signal, not the patient: leads that are off, at a limit, noisy or lost, and what the models remark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.hearing import Gap
from models.alarms.limits import Limits
from models.alarms.rules.rule import Switch
from models.alarms.seen import Seen
from models.alerts.kinds import Kind
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind

OF_FAULT = {
    FaultKind.FLAT: Condition.LEAD_OFF,
    FaultKind.LIMIT: Condition.RAIL,
    FaultKind.LARGE: Condition.LARGE,
    FaultKind.SMALL: Condition.SMALL,
}
"""The alarm that each fault raises."""

LEVEL = (FaultKind.LARGE, FaultKind.SMALL)
"""Faults of which it is said how far the signal ranges."""


LASTS_S = 2.0
"""Noise is told once it has been known for so long, s, and so is that no lead is left: ventricular flutter
may pass for noise until it is known."""


class OfLead:
    """Faults, noise and gaps of one lead; in ventricular flutter no noise.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    lead : int
        Number of the lead among those that are analysed together.
    name : str
        Its name.
    """

    def __init__(self, fs: float, lead: int, name: str) -> None:
        self._lead, self._name, self._lasts = lead, name, round(LASTS_S * fs)
        self.start_at(0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that have not ended."""
        return tuple(self._open.values())

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._open: dict[tuple[Condition, int], Alarm] = {}
        self._due: dict[int, int] = {}  # of noise that is not told, by its beginning: when it will be

    def set_limits(self, limits: Limits) -> None:
        """No limit of the heart is looked at here."""

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        own = seen.block.leads[self._lead] if seen.block.leads else seen.block
        news: list[Alarm] = []
        for fault in own.faults:
            level = fault.level_mv if fault.kind in LEVEL else None
            news += self._take(OF_FAULT[fault.kind], fault, level)
        for state in own.states:
            if state.kind is StateKind.UNUSABLE:
                news += self._noise(state, seen)
        for gap in seen.hearing.gaps(self._lead):
            news += self._take(Condition.GAP, gap, None)
        return news

    def _noise(self, state: State, seen: Seen) -> list[Alarm]:
        """Tell of noise that lasts and is no flutter."""
        if (Condition.NOISE, state.start) in self._open:
            return self._take(Condition.NOISE, state, None, state.why)
        until = seen.now if state.over is None else min(state.over - 1, seen.now)
        due = self._due.get(state.start, state.known + self._lasts)
        while due <= until and seen.flutter.goes_on(due):
            due += self._lasts
        if due <= until:
            self._due.pop(state.start, None)
            return self._take(Condition.NOISE, replace(state, known=due), None, state.why)
        if state.over is None:
            self._due[state.start] = due
        else:
            self._due.pop(state.start, None)
        return []

    def _take(
        self, condition: Condition, found: Fault | State | Gap, value: float | None, note: str = ""
    ) -> list[Alarm]:
        news: list[Alarm] = []
        place = condition, found.start
        told = self._open.get(place)
        if told is None:
            told = self._open[place] = Alarm(
                condition, found.start, found.known, value=value, note=note, lead=self._name
            )
            news.append(told)
        if found.over is not None:
            del self._open[place]
            news.append(replace(told, end=found.end, over=found.over))
        return news


class NoLead:
    """No lead in which a beat could be seen: no alarm of the heart can come; unless it flutters, as is known.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._switch = Switch(Condition.NO_LEAD)
        self._step, self._lasts = max(1, round(STEP_S * fs)), round(LASTS_S * fs)
        self.start_at(0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._switch.forget()
        self._next = sample
        self._since: int | None = None  # it has been so

    def set_limits(self, limits: Limits) -> None:
        """No limit of the heart is looked at here."""

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        while self._next <= seen.now:
            at, self._next = self._next, self._next + self._step
            if seen.hearing.deaf_until(at) >= at and not seen.flutter.goes_on(at):
                self._since = at if self._since is None else self._since
                if at - self._since >= self._lasts:
                    news += self._switch.on(self._since, at)
            else:
                self._since = None
                news += self._switch.off(at, at)
        return news


STEP_S = 0.5
"""So often it is looked whether any lead can be heard, s."""


ADVISORY = (Kind.ECTOPIC, Kind.PREMATURE, Kind.UNEXPECTED, Kind.FORECAST_MISSED, Kind.NOT_REDRAWN)
"""Alerts of the models that are told as advisories; the others have alarm conditions of their own."""


class Advisories:
    """The models' alerts: marked and counted."""

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """None: each is told once."""
        return ()

    def start_at(self, sample: int) -> None:
        """Forget nothing: there is nothing to remember."""

    def set_limits(self, limits: Limits) -> None:
        """No limit of the heart is looked at here."""

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        return [
            Alarm(Condition.MODELS, event.start, event.emitted, event.end, event.emitted, note=event.title())
            for event in seen.events
            if event.kind in ADVISORY
        ]


def technical_rules(fs: float, leads: Sequence[str]) -> list[OfLead | NoLead]:
    """Make the rules about the signal of each of these leads, and of all of them."""
    return [*(OfLead(fs, i, name) for i, name in enumerate(leads)), NoLead(fs)]
