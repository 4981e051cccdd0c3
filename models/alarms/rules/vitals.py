"""Pressures, saturation, pulse and breath against their limits, second by second."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assets.phrase import phrase
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.rates import CALM_S
from models.alarms.rules.rule import Rule, Switch
from models.alarms.seen import Beat, Seen
from models.vitals.pressure import SETTLED_S, WINDOW_S
from models.vitals.signs import Quality, Sign

ARRIVES_S = 0.25
"""A pulse comes about so long after its R peak, s."""

DEFICIT_S = 5
"""Pulse and heart rate must have differed for so many seconds."""

STEADY = 1.25
"""Beats are steady whose longest interval is at most so many times the shortest."""

WAITS_S = 30.0
"""So long a beat waits for a reading, s: readings come every second and look back for less than that."""

LOST_S = 5
"""Without a figure for so many seconds that is told."""


@dataclass(frozen=True)
class Bound:
    """One figure against one limit.

    Attributes
    ----------
    sign : Sign
        The figure.
    above : bool
        Whether it must not be above the limit, or else below.
    limit : callable
        Gives the limit of those in force.
    named : bool
        Whether the figure is named, where the alarm's title does not say which it is.
    """

    sign: Sign
    above: bool
    limit: Callable[[Limits], float]
    named: bool = False

    def passed(self, value: float, limits: Limits) -> bool:
        """Whether a value is beyond the limit."""
        return value > self.limit(limits) if self.above else value < self.limit(limits)

    def measured(self, value: float) -> str:
        """Which figure it is, and how large."""
        return phrase("{figure} {value:.0f} {unit}", figure=self.sign.title, value=value, unit=self.sign.unit)


class AgainstLimits:
    """Raises one condition while one of some figures has been beyond its limit for a while.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    condition : Condition
        What is raised.
    bounds : tuple of Bound
        The figures; the first that there is counts.
    hold_s : int
        For so many readings in a row.
    """

    def __init__(
        self, fs: float, limits: Limits, condition: Condition, bounds: tuple[Bound, ...], hold_s: int
    ) -> None:
        self._limits, self._bounds, self._hold = limits, bounds, hold_s
        self._switch = Switch(condition, round(CALM_S * fs))
        self._since: list[int] = []  # the readings in a row that were beyond the limit
        self._told: Sign | None = None  # the figure for which it was raised

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._switch.forget()
        self._since = []

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._limits = limits

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        for at, values in zip(seen.vitals.at.tolist(), seen.vitals.values, strict=True):
            news += self._switch.tick(at)
            beyond = self._beyond(values)
            if beyond is None:
                self._since = []
                news += self._switch.off(at, at)
                continue
            bound, value = beyond
            self._since.append(at)
            if len(self._since) >= self._hold or self._switch.open is not None:
                limit = bound.limit(self._limits)
                note = bound.measured(value) if bound.named else ""
                if self._switch.open is None:
                    self._told = bound.sign
                same = bound.sign is self._told  # a mean is not worse than a systolic pressure
                news += self._switch.on(self._since[0], at, value if same else None, limit, note)
                self._since = self._since[-self._hold :]
        return news

    def _beyond(self, values: np.ndarray) -> tuple[Bound, float] | None:
        for bound in self._bounds:
            value = float(values[bound.sign.column])
            if np.isfinite(value):
                return (bound, value) if bound.passed(value, self._limits) else None
        return None


class BesideTheHeart:
    """What the pulse says beside the ECG: another rate, and in place of the heart's where there is none.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    """

    def __init__(self, fs: float, limits: Limits) -> None:
        self._fs, self._limits = fs, limits
        calm = round(CALM_S * fs)
        self._differs = Switch(Condition.PULSE_DEFICIT, calm)
        self._low, self._high = Switch(Condition.PULSE_LOW, calm), Switch(Condition.PULSE_HIGH, calm)
        self._beats: deque[Beat] = deque()
        self._waiting: deque[Beat] = deque()  # known later than the readings so far
        self._counts = dict.fromkeys((self._differs, self._low, self._high), 0)

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarms that have not ended."""
        return tuple(alarm for switch in self._counts for alarm in switch.going_on)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        for switch in self._counts:
            switch.forget()
            self._counts[switch] = 0
        self._beats.clear()
        self._waiting.clear()

    def set_limits(self, limits: Limits) -> None:
        """Take other limits from the next push on."""
        self._limits = limits

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        self._waiting.extend(seen.beats)
        news: list[Alarm] = []
        rows = zip(
            seen.vitals.at.tolist(),
            seen.vitals.of(Sign.PULSE).tolist(),
            seen.vitals.quality[:, Sign.PULSE.column].tolist(),
            strict=True,
        )
        for at, pulse, quality in rows:
            while self._waiting and self._waiting[0].emitted <= at:
                self._beats.append(self._waiting.popleft())
            peaks = self._heard(at)
            heart = 60.0 * self._fs * (len(peaks) - 1) / (peaks[-1] - peaks[0]) if peaks else None
            news += self._compare(at, heart, pulse, Quality(quality), peaks)
            alone = heart is None and np.isfinite(pulse)
            news += self._take(self._low, at, alone and pulse < self._limits.pulse_low, pulse)
            news += self._take(self._high, at, alone and pulse > self._limits.pulse_high, pulse)
        self._let_go()
        return news

    def _let_go(self) -> None:
        """Keep no beat that no reading to come looks back to; without a pulse none comes at all."""
        if self._waiting:
            oldest = self._waiting[-1].emitted - round(WAITS_S * self._fs)
            while self._waiting[0].emitted < oldest:
                self._waiting.popleft()

    def _heard(self, at: int) -> list[int]:
        """R peaks of the seconds of which the pulse was read; none where too few, or the heart stands."""
        last = at - round((SETTLED_S + ARRIVES_S) * self._fs)
        first = last - round(WINDOW_S * self._fs)
        while self._beats and self._beats[0].r_peak < first:
            self._beats.popleft()
        peaks = [beat.r_peak for beat in self._beats if beat.r_peak <= last]
        return [] if len(peaks) < 3 or last - peaks[-1] > 4 * self._fs else peaks

    def _apart(self, peaks: list[int], heart: float, pulse: float) -> float:
        """How far the heart rate is from the pulse: over all of the beats, or over a steady half of them.

        A pulse is read of the waves that are alike. Where one steady rate becomes another these are the ones
        before or the ones after, and the pulse is no other than the heart's then.
        """
        middle, rates = len(peaks) // 2, [heart]
        for half in (peaks[: middle + 1], peaks[middle:]):
            intervals = np.diff(half)
            if len(intervals) > 1 and intervals.max() <= STEADY * intervals.min():
                rates.append(60.0 * self._fs / float(intervals.mean()))
        return min((rate - pulse for rate in rates), key=abs)

    def _compare(
        self, at: int, heart: float | None, pulse: float, quality: Quality, peaks: list[int]
    ) -> list[Alarm]:
        if heart is None:
            return self._take(self._differs, at, False, 0.0)
        if quality is Quality.NO_PULSE:
            return self._take(
                self._differs, at, True, heart, note=phrase("no pulse, heart rate {rate:.0f}/min", rate=heart)
            )
        # A figure of another monitor is of another moment, and not compared.
        differs = quality is Quality.GOOD and abs(self._apart(peaks, heart, pulse)) > self._limits.deficit_bpm
        note = phrase("{pulse:.0f} of {heart:.0f}/min", pulse=pulse, heart=heart) if differs else ""
        return self._take(self._differs, at, differs, heart - pulse, note=note)

    def _take(self, switch: Switch, at: int, on: bool, value: float, note: str = "") -> list[Alarm]:
        news = switch.tick(at)
        self._counts[switch] = self._counts[switch] + 1 if on else 0
        if not on:
            return news + switch.off(at, at)
        if self._counts[switch] < DEFICIT_S and switch.open is None:
            return news
        limits = {self._low: self._limits.pulse_low, self._high: self._limits.pulse_high}
        limit = limits.get(switch, self._limits.deficit_bpm)
        start = max(0, at - round((DEFICIT_S - 1) * self._fs))
        return news + switch.on(start, at, value, limit, note)


class NoFigure:
    """A lead that is there and gives no figure: flat, clipped, lost, noisy.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    sign : Sign
        The figure.
    name : str
        What people call what it is read from.
    """

    WORTH_TELLING = (Quality.GAP, Quality.FLAT, Quality.CLIPPED, Quality.NOISY, Quality.RANGE)

    def __init__(self, fs: float, sign: Sign, name: str) -> None:
        self._sign = sign
        self._switch = Switch(Condition.NO_FIGURE, round(CALM_S * fs), name)
        self._since: list[int] = []
        self._heard = False  # whether there has been a figure: a line that was never connected tells nothing

    @property
    def going_on(self) -> tuple[Alarm, ...]:
        """The alarm that has not ended."""
        return self._switch.going_on

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._switch.forget()
        self._since, self._heard = [], False

    def set_limits(self, limits: Limits) -> None:
        """No limit is looked at here."""

    def push(self, seen: Seen) -> list[Alarm]:
        """Take what a push brought."""
        news: list[Alarm] = []
        column = self._sign.column
        for at, quality in zip(seen.vitals.at.tolist(), seen.vitals.quality[:, column].tolist(), strict=True):
            news += self._switch.tick(at)
            if self._heard and Quality(quality) in self.WORTH_TELLING:
                self._since.append(at)
                if len(self._since) >= LOST_S:
                    note = Quality(quality).words
                    news += self._switch.on(self._since[0], at, note=note)
                    self._since = self._since[-LOST_S:]
            else:
                self._heard = self._heard or Quality(quality) is Quality.GOOD
                self._since = []
                news += self._switch.off(at, at)
        return news


def _systolic_low(told: Limits) -> float:
    return told.systolic_low


def _mean_low(told: Limits) -> float:
    return told.mean_low


def vital_rules(fs: float, limits: Limits) -> tuple[Rule, ...]:
    """Make the rules about vital signs, for a source of `fs` Hz.

    Where a pressure is measured in an artery the cuff's raises nothing. A pressure must be beyond its limit
    for 3 s, a saturation for 10 s, a respiration rate for 5 s (chosen here: what comes and goes within them
    is mostly an arm that moved); apnoea has its own time.
    """

    def rule(condition: Condition, hold_s: int, *bounds: Bound) -> AgainstLimits:
        return AgainstLimits(fs, limits, condition, bounds, hold_s)

    return (
        rule(Condition.APNOEA, 1, Bound(Sign.BREATHLESS, True, lambda told: told.apnoea_s)),
        rule(Condition.DESATURATION, 10, Bound(Sign.SPO2, False, lambda told: told.desaturation)),
        rule(
            Condition.PRESSURE_LOW,
            3,
            *(
                Bound(sign, False, limit, named=True)
                for systolic, mean in (
                    (Sign.ABP_SYSTOLIC, Sign.ABP_MEAN),
                    (Sign.NIBP_SYSTOLIC, Sign.NIBP_MEAN),
                )
                for sign, limit in ((systolic, _systolic_low), (mean, _mean_low))
            ),
        ),
        rule(
            Condition.PRESSURE_HIGH,
            3,
            *(
                Bound(sign, True, lambda told: told.systolic_high, named=True)
                for sign in (Sign.ABP_SYSTOLIC, Sign.NIBP_SYSTOLIC)
            ),
        ),
        rule(Condition.SPO2_LOW, 10, Bound(Sign.SPO2, False, lambda told: told.spo2_low)),
        rule(Condition.SPO2_HIGH, 10, Bound(Sign.SPO2, True, lambda told: told.spo2_high)),
        rule(Condition.BREATHING_SLOW, 5, Bound(Sign.RESPIRATION, False, lambda told: told.breath_low)),
        rule(Condition.BREATHING_FAST, 5, Bound(Sign.RESPIRATION, True, lambda told: told.breath_high)),
        BesideTheHeart(fs, limits),
        NoFigure(fs, Sign.ABP_MEAN, "ABP"),
        NoFigure(fs, Sign.PULSE, phrase("Pulse")),
        NoFigure(fs, Sign.BREATHLESS, phrase("Respiration")),
    )
