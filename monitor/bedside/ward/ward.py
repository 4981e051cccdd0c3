"""The ward: beds of any sources on one clock, analysed together by one worker."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from functools import partial

from assets.causes import words_of
from assets.errors import AssetError
from assets.phrase import phrase
from assets.sources.source import Source
from assets.text.answers import Untold
from models.alerts.kinds import Priority
from monitor.alarms.lifecycle import URGENCY
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.bed import KEPT, Bed
from monitor.bedside.ward.lags import Lags
from monitor.bedside.ward.pace import Pace, RealTime
from monitor.bedside.ward.steps import InStep, StreamMaker
from monitor.stream.past.history import KEPT_S

HOP_S = 0.1
"""While it keeps up, the ward is analysed in steps of this length, s."""

MOST_BEDS = 256
"""No ward has more beds."""

LEAST_WAIT_S = 0.002
"""Shortest time that is waited for, s."""


def _never() -> bool:
    return False


class Ward:
    """Beds of any sources. One thread calls `open`, `begin` and `step`; others read what beds say.

    Parameters
    ----------
    asked : sequence of str
        A source for each bed, as `models.scenario.opening.open_any` names it.
    pace : Pace, optional
        The ward's clock; real time if left out.
    hop_s : float
        Length of a step of the analysis, s.
    alarms : AlarmSetUp, optional
        When alarms are raised, and which are off.
    keep : int or None
        How many alerts and alarms are kept a bed; None for all.
    kept_s : float
        Seconds of signal that are kept of sources that keep nothing themselves.

    Raises
    ------
    ValueError
        If there are no beds, or too many.
    """

    def __init__(
        self,
        asked: Sequence[str],
        pace: Pace | None = None,
        *,
        hop_s: float = HOP_S,
        alarms: AlarmSetUp | None = None,
        keep: int | None = KEPT,
        kept_s: float = KEPT_S,
    ) -> None:
        if not 1 <= len(asked) <= MOST_BEDS:
            raise ValueError(phrase("A ward has 1 to {most} beds, not {n}.", most=MOST_BEDS, n=len(asked)))
        self.pace = pace or RealTime()
        self.beds = tuple(Bed(i, text, self.pace.now, alarms, keep) for i, text in enumerate(asked, 1))
        self.lags = Lags()
        self._hop_s, self._kept_s = hop_s, kept_s
        self._began = 0.0
        self._make: StreamMaker | None = None
        self._groups: list[InStep] = []
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._troubles: queue.SimpleQueue[str] = queue.SimpleQueue()

    # For the worker --------------------------------------------------------------------------------

    def open(self, open_any: Callable[[str], Source], stopping: Callable[[], bool] = lambda: False) -> None:
        """Open the beds' sources; one that cannot be opened is an empty bed that says why."""
        for bed in self.beds:
            if stopping():
                return
            try:
                bed.put_on(open_any(bed.asked), self._kept_s)
            except Untold as asked:
                bed.failure = asked.at_a_bed
            except (AssetError, ValueError) as error:
                bed.failure = words_of(error)
            except Exception as error:  # a file from outside, or anybody's source: the other beds go on
                bed.failure = phrase(
                    "{asked} could not be opened ({name}: {error}).",
                    asked=bed.asked,
                    name=type(error).__name__,
                    error=words_of(error),
                )

    def begin(self, make: StreamMaker) -> None:
        """Let all streams run, from now on.

        Parameters
        ----------
        make : callable
            Makes what scores beds in step, as `monitor.retraining.store.WeightsStore.ward` does.
        """
        self._make = make
        together: dict[tuple[float, int], list[Bed]] = {}
        for bed in self.beds:
            if bed.info is not None and not bed.failure:
                # A live source has a pace of its own, for which the others must not wait.
                key = bed.info.fs, bed.number if bed.info.live else 0
                together.setdefault(key, []).append(bed)
        for beds in together.values():
            try:
                self._groups.append(InStep(beds, make, self._hop_s))
            except ValueError as error:
                for bed in beds:
                    bed.failure = phrase(
                        "{asked} cannot be analysed: {error}", asked=bed.asked, error=words_of(error)
                    )
        self._began = self.pace.now()
        for group in self._groups:
            self._play(group)

    def _play(self, group: InStep) -> None:
        group.began = self.pace.now()
        for bed in group.beds:
            bed.play()

    def freeze(self, bed: Bed) -> None:
        """Let a bed's time stand still while the others go on; `order` this."""
        group = next((group for group in self._groups if group.has(bed)), None)
        if group is not None:
            bed.freeze()
            group.leave(bed)

    def thaw(self, bed: Bed) -> None:
        """Let a bed that was frozen go on, analysed by itself and anew, as after a jump; `order` this.

        What the others have heard meanwhile has put it out of step with them.
        """
        if bed.frozen and self._make is not None:
            bed.let_go()
            group = InStep([bed], self._make, self._hop_s)
            self._groups = [*(one for one in self._groups if one.on), group]
            self._play(group)

    def step(self, limit_s: float | None = None) -> bool:
        """Analyse what is due; whether anything goes on.

        Parameters
        ----------
        limit_s : float, optional
            All end after so much signal, s.
        """
        while not self._orders.empty():
            self._carry_out(self._orders.get())
        moved, going = False, False
        for group in self._groups:
            limit = None if limit_s is None else round(limit_s * group.fs)
            moved |= group.step(limit, self.pace.now, self.lags)
            going |= not group.over(limit)
        if going and not moved:
            self.pace.wait(max(LEAST_WAIT_S, min(group.wait_s() for group in self._groups if group.on)))
        return going

    def close(self) -> None:
        """Tell what was still open, end recordings, let go of the sources."""
        for group in self._groups:
            group.finish()
        for bed in self.beds:
            if bed.frozen:
                bed.finish()
            bed.close()

    # For anybody -----------------------------------------------------------------------------------

    @property
    def time_s(self) -> float:
        """Time since the streams began, s; 0 before that."""
        return self.pace.now() - self._began if self._groups else 0.0

    @property
    def lag_s(self) -> float:
        """How much signal is due and not yet analysed in the bed that is farthest behind, s."""
        return max((group.behind_s() for group in self._groups), default=0.0)

    def order(self, what: Callable[[], None]) -> None:
        """Let the worker do something between two steps."""
        self._orders.put(what)

    def take_troubles(self) -> tuple[str, ...]:
        """Give, once, a sentence for each order that could not be carried out."""
        told = []
        while not self._troubles.empty():
            told.append(self._troubles.get())
        return tuple(told)

    def _carry_out(self, what: Callable[[], None]) -> None:
        try:
            what()
        except (AssetError, OSError, ValueError) as error:  # a full disk at one bed: the others go on
            self._troubles.put(words_of(error))

    def change_alarms(self, set_up: AlarmSetUp) -> None:
        """Raise alarms by other limits, or others, in all beds from the next step on."""
        for bed in self.beds:
            self.order(partial(bed.change_alarms, set_up))

    def counts(self) -> dict[Priority, int]:
        """How many beds have a most urgent alarm of each priority."""
        found = [bed.priority for bed in self.beds]
        return {priority: found.count(priority) for priority in URGENCY}


def by_priority(beds: Sequence[Bed]) -> list[Bed]:
    """Put the beds with the most urgent alarms first, and of these those that nobody has acknowledged."""

    def urgency(bed: Bed) -> tuple[int, bool, int]:
        alarms = bed.said.alarms
        if not alarms:
            return len(URGENCY), False, bed.number
        return URGENCY.index(alarms[0].alarm.priority), not alarms[0].sounds, bed.number

    return sorted(beds, key=urgency)
