"""A stretch that was watched, in figures: rates, beats by kind, rhythm, pauses, alarms; and by the hour."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.events import Event
from models.alerts.kinds import Kind, Priority
from models.judging.labels import BeatClass
from models.library.account import Account
from models.signal.states import State, StateKind
from models.signal.uncounted import uncounted
from monitor.keeping.variability import Variability, variability

RATE_INTERVALS = 8
"""The highest and the lowest heart rate are means of so many RR intervals in a row."""

HOUR_S = 3600.0
BINS_S = (60.0, 600.0, HOUR_S)
"""The table goes by the minute, by ten minutes or by the hour: by the first with `MOST_ROWS` rows at most."""

MOST_ROWS = 31


SILENT = frozenset({Kind.GAP, Kind.FLAT, Kind.LIMIT, Kind.LARGE})
"""Alerts of a lead from which nothing can be heard, as the alarms have it (`models.alarms.hearing`)."""


@dataclass(frozen=True)
class Rates:
    """Heart rate, beats a minute; NaN where there are too few RR intervals.

    Attributes
    ----------
    mean : float
        Of all RR intervals that count.
    low, high : float
        Lowest and highest mean of `RATE_INTERVALS` in a row.
    low_at, high_at : int
        Sample at which those intervals end; -1 where there are none.
    """

    mean: float = float("nan")
    low: float = float("nan")
    high: float = float("nan")
    low_at: int = -1
    high_at: int = -1


@dataclass(frozen=True)
class Figures:
    """What a stretch, or an hour of it, comes to.

    Attributes
    ----------
    start, stop : int
        First sample, and the one after the last.
    analysed_s : float
        How much of it was analysed, s.
    rates : Rates
        Heart rate.
    beats : dict of BeatClass to int
        Beats by class.
    alerts : dict of Kind to int
        Alerts by kind.
    silent_s : float
        How much of what was analysed had no signal on any lead that was analysed, s.
    share : dict of StateKind to float
        Share of the analysed time with a signal that each state takes; of those about a lead, where all
        analysed leads are in it.
    pause_s : float
        The longest pause, s; 0 where there is none.
    alarms : dict of Condition to int
        Alarms by condition.
    """

    start: int
    stop: int
    analysed_s: float
    rates: Rates
    beats: dict[BeatClass, int]
    alerts: dict[Kind, int]
    silent_s: float
    share: dict[StateKind, float]
    pause_s: float
    alarms: dict[Condition, int]

    @property
    def silent(self) -> float:
        """Share of the analysed time without a signal on any lead; NaN where nothing was analysed."""
        return self.silent_s / self.analysed_s if self.analysed_s else float("nan")

    @property
    def n_beats(self) -> int:
        """All beats."""
        return sum(self.beats.values())

    def burden(self, told: BeatClass) -> float:
        """Share of a class among the beats that could be classified; NaN where there is none."""
        known = self.n_beats - self.beats.get(BeatClass.UNKNOWN, 0)
        return self.beats.get(told, 0) / known if known else float("nan")

    def by_priority(self) -> dict[Priority, int]:
        """Alarms by priority."""
        found: Counter[Priority] = Counter()
        for condition, n in self.alarms.items():
            found[condition.priority] += n
        return dict(found)


@dataclass(frozen=True)
class Summary:
    """A stretch in figures.

    Attributes
    ----------
    whole : Figures
        All of it.
    bin_s : float
        Length of a row of the table, s.
    rows : tuple of Figures
        The table.
    variability : Variability
        Of normal beats alone.
    """

    whole: Figures
    bin_s: float
    rows: tuple[Figures, ...]
    variability: Variability


class _Beats:
    """Beats, RR intervals, alerts and states of a stretch, looked through once for all of its hours."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.alerts = sorted(account.alerts, key=lambda event: event.peak)
        self._peaks = [event.peak for event in self.alerts]
        self.heard = _heard(account)
        self.states: dict[StateKind, list[State]] = {}
        for state in account.states:
            if not state.withdrawn:
                self.states.setdefault(state.kind, []).append(state)
        self.index = account.beats.index
        self.classes = np.array([told.value for told in account.classes()], dtype="U1")
        self.rr = account.beats.rr_s.astype(np.float64)
        began = self.index - np.nan_to_num(self.rr) * account.fs
        for stretch in uncounted(account.states, max(1, len(account.columns))):
            end = np.inf if stretch.end is None else stretch.end
            self.rr[(self.index >= stretch.start) & (began <= end)] = np.nan

    def rates(self, start: int, stop: int) -> Rates:
        first, last = np.searchsorted(self.index, (start, stop)).tolist()
        rr = self.rr[first:last]
        known = rr[np.isfinite(rr)]
        if not len(known):
            return Rates()
        mean = 60 / float(known.mean())
        if len(rr) < RATE_INTERVALS:
            return Rates(mean)
        sums = np.convolve(rr, np.ones(RATE_INTERVALS), mode="valid")  # NaN where one is no interval
        if not np.isfinite(sums).any():
            return Rates(mean)
        rate = 60 * RATE_INTERVALS / sums
        at = self.index[first + RATE_INTERVALS - 1 : last]
        slow, fast = int(np.nanargmin(rate)), int(np.nanargmax(rate))
        return Rates(mean, float(rate[slow]), float(rate[fast]), int(at[slow]), int(at[fast]))

    def raised(self, start: int, stop: int) -> list[Event]:
        """Alerts whose peak lies between two samples."""
        return self.alerts[bisect_left(self._peaks, start) : bisect_left(self._peaks, stop)]

    def counted(self, start: int, stop: int) -> dict[BeatClass, int]:
        first, last = np.searchsorted(self.index, (start, stop)).tolist()
        return {BeatClass(str(c)): n for c, n in Counter(self.classes[first:last].tolist()).items()}

    def normal(self) -> npt.NDArray[np.bool_]:
        """Whether an RR interval lies between two normal beats."""
        one = self.classes == BeatClass.NORMAL.value
        both: npt.NDArray[np.bool_] = one & np.concatenate([[False], one[:-1]]) if len(one) else one
        return both


def summary(account: Account) -> Summary:
    """Put a stretch in figures."""
    beats = _Beats(account)
    whole = _figures(account, beats, account.start, account.stop)
    bin_s = next((s for s in BINS_S if account.seconds / s <= MOST_ROWS), HOUR_S)
    step = round(bin_s * account.fs)
    rows = tuple(
        _figures(account, beats, start, min(start + step, account.stop))
        for start in range(account.start, account.stop, step)
    )
    irregular = whole.share.get(StateKind.IRREGULAR, 0.0)
    told = variability(beats.index / account.fs, beats.rr, beats.normal(), irregular)
    return Summary(whole, bin_s, rows, told)


def _figures(account: Account, beats: _Beats, start: int, stop: int) -> Figures:
    fs = account.fs
    analysed = [(max(a, start), min(b, stop)) for a, b in account.analysed if min(b, stop) > max(a, start)]
    seconds = _in_all([analysed]) / fs
    heard = _in_all([analysed, beats.heard])
    events = beats.raised(start, stop)
    lasting = {
        kind: _time_in(account, beats.states.get(kind, ()), beats.heard, start, stop) for kind in StateKind
    }
    return Figures(
        start,
        stop,
        seconds,
        beats.rates(start, stop),
        beats.counted(start, stop),
        dict(Counter(event.kind for event in events)),
        seconds - heard / fs,
        {kind: n / heard for kind, n in lasting.items() if n and heard},
        max((event.pause_s or 0.0 for event in events if event.kind is Kind.PAUSE), default=0.0),
        dict(Counter(a.condition for a in account.alarms if start <= a.raised < stop)),
    )


def _heard(account: Account) -> list[tuple[int, int]]:
    """The stretches in which at least one lead that was analysed has a signal."""
    names = [account.info.leads[column].name for column in account.columns]
    each: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
    for event in account.alerts:
        own = names[0] if len(names) == 1 else event.lead
        if event.kind in SILENT and own in each:
            each[own].append((event.start, event.end + 1))
    edges = [account.start]
    for begin, end in _common(list(each.values())):
        edges += [begin, end]
    edges.append(account.stop)
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _time_in(
    account: Account, states: Iterable[State], heard: list[tuple[int, int]], start: int, stop: int
) -> int:
    """Samples between two, of those heard, in which states of a kind go on; of a lead's, in which all are."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for state in states:
        end = account.stop if state.over is None else state.end + 1
        if min(end, stop) > max(state.start, start):
            spans.setdefault(state.lead, []).append((max(state.start, start), min(end, stop)))
    if not spans or (len(spans) < len(account.columns) and "" not in spans):
        return 0
    return _in_all([heard, *spans.values()])


def _in_all(each: list[list[tuple[int, int]]]) -> int:
    """Samples that lie in spans of every lead; a day of a state costs no more than a second of it."""
    return sum(end - begin for begin, end in _common(each))


def _common(each: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The spans in which those of every lead lie, in the order of time."""
    edges = sorted(
        (at, step) for spans in each for begin, end in _joined(spans) for at, step in ((begin, 1), (end, -1))
    )
    inside, found = 0, list[tuple[int, int]]()
    for (at, step), (following, _) in pairwise(edges):
        inside += step
        if inside == len(each) and following > at:
            found.append((at, following))
    return found


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same samples in spans that do not overlap."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


@dataclass(frozen=True)
class Worth:
    """A moment worth a strip.

    Attributes
    ----------
    why : str
        What it is, by its key: ``longest run``, ``fastest run``, …
    at : int
        Sample at which what is to be seen begins.
    event : Event or None
        The alert, where there is one.
    value : float
        Beats a minute of a rate, seconds of a pause; 0 where the alert says it.
    """

    why: str
    at: int
    event: Event | None = None
    value: float = 0.0


LONGEST_RUN, FASTEST_RUN, LONGEST_AND_FASTEST_RUN = "longest run", "fastest run", "longest and fastest run"
EARLY_LONGEST_RUN, EARLY_FASTEST_RUN = "longest early run", "fastest early run"
EARLY_BOTH = "longest and fastest early run"
LONGEST_PAUSE, HIGHEST_RATE, LOWEST_RATE = "longest pause", "highest rate", "lowest rate"


def worth_a_strip(account: Account, whole: Figures) -> list[Worth]:
    """Choose the moments that are drawn: the longest and the fastest runs, the longest pause, the rates."""
    found: list[Worth] = []
    for kind, longest, fastest, both in (
        (Kind.RUN, LONGEST_RUN, FASTEST_RUN, LONGEST_AND_FASTEST_RUN),
        (Kind.PREMATURE_RUN, EARLY_LONGEST_RUN, EARLY_FASTEST_RUN, EARLY_BOTH),
    ):
        runs = [event for event in account.alerts if event.kind is kind]
        if not runs:
            continue
        long = max(runs, key=lambda event: len(event.beats))
        fast = max(runs, key=lambda event: event.rate_bpm or 0.0)
        if long is fast:
            found.append(Worth(both, long.start, long))
        else:
            found += [Worth(longest, long.start, long), Worth(fastest, fast.start, fast)]
    pauses = [event for event in account.alerts if event.kind is Kind.PAUSE]
    if pauses:
        long = max(pauses, key=lambda event: event.pause_s or 0.0)
        found.append(Worth(LONGEST_PAUSE, long.start, long, long.pause_s or 0.0))
    rates = whole.rates
    for why, at, value in (
        (HIGHEST_RATE, rates.high_at, rates.high),
        (LOWEST_RATE, rates.low_at, rates.low),
    ):
        if at >= 0:
            found.append(
                Worth(
                    why, max(account.start, at - round(RATE_INTERVALS * 60 / value * account.fs)), None, value
                )
            )
    return found


def raised(account: Account) -> list[tuple[Condition, int, float, float]]:
    """Alarms by condition, by priority: how many; in samples how long together, and the longest.

    Of each the part counts that lies in the stretch; one that goes on lasts to the end of it.
    """
    rows = []
    urgency = list(Priority)
    for condition in sorted(Condition, key=lambda one: urgency.index(one.priority)):
        found = [alarm for alarm in account.alarms if alarm.condition is condition]
        if found:
            lasted = [_lasted(account, alarm) for alarm in found]
            rows.append((condition, len(found), float(sum(lasted)), float(max(lasted))))
    return rows


def _lasted(account: Account, alarm: Alarm) -> int:
    """Samples of the stretch at which an alarm's condition was met."""
    last = account.stop - 1 if alarm.end is None else min(alarm.end, account.stop - 1)
    return max(0, last - max(alarm.start, account.start) + 1)
