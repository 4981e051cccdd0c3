"""All rules together: push what the analysis brought, get the alarms that begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.rates import ExtremeRate, HeartRateLimits, VentricularBeats
from models.alarms.rules.rhythms import Pauses, Rhythms
from models.alarms.rules.rule import Rule
from models.alarms.rules.silence import Asystole
from models.alarms.rules.technical import Advisories, technical_rules
from models.alarms.rules.ventricular import InARow
from models.alarms.rules.vitals import vital_rules
from models.alarms.seen import Reader
from models.alerts.analyzer import Analysis


@dataclass(frozen=True)
class Found:
    """What one push brought.

    Attributes
    ----------
    news : tuple of Alarm
        Alarms that began, and alarms that ended, in the order in which it was known; one that began and ended
        within the push is there once for each.
    going_on : tuple of Alarm
        Those that go on at its end, the most urgent first.
    """

    news: tuple[Alarm, ...]
    going_on: tuple[Alarm, ...]


def heart_rules(fs: float, limits: Limits) -> tuple[Rule, ...]:
    """Make the rules about the heart, for a source of `fs` Hz."""
    fast = Condition.EXTREME_TACHYCARDIA, limits.extreme_high_bpm, limits.extreme_high_beats
    slow = Condition.EXTREME_BRADYCARDIA, limits.extreme_low_bpm, limits.extreme_low_beats
    return (
        Asystole(fs, limits),
        Rhythms(fs, limits),
        InARow(fs, limits),
        ExtremeRate(fs, *fast),
        ExtremeRate(fs, *slow),
        Pauses(fs, limits),
        HeartRateLimits(fs, limits),
        VentricularBeats(fs, limits),
    )


class AlarmWatch:
    """Raise alarms from an analysis as it streams, the same however the stream is cut.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    leads : sequence of str
        Names of the leads that are analysed together; one name where one is alone.
    limits : Limits
        In force until they are changed.
    source : str
        Identity of the source; every alarm carries this and the next.
    offset : int
        Sample of the identity's own time base at which the source's sample 0 lies.
    """

    def __init__(
        self,
        fs: float,
        leads: Sequence[str],
        limits: Limits | None = None,
        *,
        source: str = "",
        offset: int = 0,
    ) -> None:
        self.fs, self.leads = fs, tuple(leads)
        self.source, self.offset = source, offset
        self.limits = limits or Limits()
        self.start_at(0)

    def start_at(self, sample: int, limits: Limits | None = None) -> None:
        """Forget the stream so far; the next sample is this one of the source.

        Parameters
        ----------
        sample : int
            Index of the next sample.
        limits : Limits, optional
            In force from now on; else those that are.
        """
        self.limits = limits or self.limits
        self._reader = Reader(self.fs, len(self.leads), sample)
        fs, told = self.fs, self.limits
        self._rules: tuple[Rule, ...] = (
            *heart_rules(fs, told),
            *vital_rules(fs, told),
            *technical_rules(fs, self.leads),
            Advisories(),
        )
        for rule in self._rules:
            rule.start_at(sample)

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on; what goes on and what was heard so far is kept."""
        self.limits = limits
        for rule in self._rules:
            rule.set_limits(limits)

    def push(self, analysis: Analysis) -> Found:
        """Take what a push of the analysis brought."""
        seen = self._reader.read(analysis)
        news = [self._own(alarm) for rule in self._rules for alarm in rule.push(seen)]
        news.sort(key=lambda alarm: alarm.raised if alarm.over is None else alarm.over)
        return Found(tuple(news), self.going_on)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that go on, the most urgent first."""
        order = {condition: i for i, condition in enumerate(Condition)}
        alarms = (self._own(alarm) for rule in self._rules for alarm in rule.going_on)
        return tuple(sorted(alarms, key=lambda alarm: (order[alarm.condition], alarm.raised)))

    def _own(self, alarm: Alarm) -> Alarm:
        """Give the alarm the identity of the source."""
        return replace(alarm, source=self.source, offset=self.offset)
