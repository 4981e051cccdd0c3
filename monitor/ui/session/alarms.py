"""The alarms of the source that is watched: their life cycle, and what was raised where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from assets.phrase import phrase
from assets.sources.source import SourceInfo
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.chains import covered_by
from monitor.alarms.lifecycle import SHOWN_S, Audio, Entry, Item, LifeCycle, in_order, most_urgent
from monitor.alarms.setup import AlarmSetUp
from monitor.bedside.ward.opened import BedSource
from monitor.stream.alarms import Place, place_of

LATE_S = 2.0
"""An analysis that is so far behind what is seen, and has been for as long, is an alarm, s."""

TICK_S = 0.1
"""Between two looks at the analysis no more time than this counts as waiting, s: a machine that was asleep
has much to catch up with, and is not late."""

NO_LEAD_WHY = phrase("no lead can be analysed")
"""Why there is no heart rate where none is heard: that no beat came would say that the heart stands."""

KEPT = 10_000
"""So many alarms are remembered for those who go back, the newest."""


class BedAlarms(QObject):
    """Takes what the analysis says of alarms, and what is wrong with the analysis itself.

    Where a ward's bed is watched the alarms are the bed's, which the ward raises and keeps: here they are
    seen and acknowledged.

    ``changed`` tells that the alarms, or whether they sound, are others than before; ``heard`` carries each
    `monitor.alarms.lifecycle.Entry`; ``told`` those that no ward tells of, for whoever keeps a log.

    Parameters
    ----------
    now : callable
        A monotonic clock in seconds.

    Attributes
    ----------
    life_cycle : LifeCycle
        What has become of each alarm.
    """

    changed = Signal()
    told = Signal(object)
    heard = Signal(object)

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.life_cycle = LifeCycle(self._tell)
        self._set_up = AlarmSetUp()
        self._info: SourceInfo | None = None
        self._bed: BedSource | None = None
        self._raised: dict[tuple[Place, int, int], Alarm] = {}
        self._going_on: dict[Place, Alarm] = {}
        self._late_s = self._ticked = 0.0
        self._shown: object = None

    # What is so ------------------------------------------------------------------------------------

    @property
    def set_up(self) -> AlarmSetUp:
        """Limits, and the alarms that are off; what is set holds from now on."""
        return self._set_up

    @set_up.setter
    def set_up(self, set_up: AlarmSetUp) -> None:
        before, self._set_up = self._set_up, set_up
        now = self._now()
        self.life_cycle.drop(set_up.off, now)
        back = [a for a in self._going_on.values() if a.condition in before.off - set_up.off]
        self.life_cycle.take(back, now)
        self._look()

    @property
    def items(self) -> tuple[Item, ...]:
        """The alarms at the bedside, the most urgent first."""
        own = self.life_cycle.items
        return own if self._bed is None else in_order((*own, *self._bed.items))

    @property
    def sounding(self) -> Priority | None:
        """The priority that is to be heard; None where there is silence."""
        return most_urgent(self.items) if self.life_cycle.audio is Audio.ON else None

    @property
    def of_a_bed(self) -> bool:
        """Whether a ward raises them; what the session's own analysis says of alarms is left out then."""
        return self._bed is not None

    @property
    def raised(self) -> tuple[Alarm, ...]:
        """All alarms of the source that is on, as far as they are known, in the order in which they came."""
        return tuple(sorted(self._raised.values(), key=lambda alarm: (alarm.raised, alarm.start)))

    def known_at(self, sample: int) -> tuple[Alarm, ...]:
        """The alarms that were on the screen when the stream stood at a sample, the most urgent first."""
        assert self._info is not None
        shown = SHOWN_S * self._info.fs
        order = {condition: i for i, condition in enumerate(Condition)}
        known = [
            alarm
            for alarm in self._raised.values()
            if alarm.raised <= sample
            and (alarm.over is None or sample < max(alarm.over, alarm.raised + shown))
            and alarm.condition not in self._set_up.off
        ]
        covered = covered_by(alarm.condition for alarm in known)
        seen = (alarm for alarm in known if alarm.condition not in covered)
        return tuple(sorted(seen, key=lambda alarm: (order[alarm.condition], -alarm.raised)))

    def goes_on(self, condition: Condition, sample: int) -> bool:
        """Whether an alarm of a condition was raised and not over when the stream stood at a sample."""
        return any(
            alarm.condition is condition
            and alarm.raised <= sample
            and (alarm.over is None or sample < alarm.over)
            for alarm in self._raised.values()
        )

    # What happens ----------------------------------------------------------------------------------

    def begin(self, info: SourceInfo, bed: BedSource | None = None) -> None:
        """Another source is on, maybe a bed: forget the alarms of the one before."""
        self._info, self._bed, self._late_s = info, bed, 0.0
        self._raised.clear()
        self._going_on.clear()
        self.life_cycle.clear(self._now())
        for alarm in bed.known if bed is not None else ():
            self._remember(alarm)
        self._look()

    def take(self, news: Iterable[Alarm]) -> None:
        """Take the alarms that began and ended."""
        heard = []
        for alarm in news:
            self._remember(alarm)
            if alarm.goes_on:
                self._going_on[place_of(alarm)] = alarm
            else:
                self._going_on.pop(place_of(alarm), None)
            if alarm.condition not in self._set_up.off:
                heard.append(alarm)
        if heard:
            self.life_cycle.take(heard, self._now())
            self._look()

    def tick(self, head: int, behind_s: float) -> None:
        """Let the time go on, with the head at this sample, and the analysis so many seconds behind it."""
        now = self._now()
        self.life_cycle.tick(now)
        self._hear_bed()
        passed, self._ticked = min(now - self._ticked, TICK_S), now
        self._late_s = self._late_s + passed if behind_s >= LATE_S else 0.0
        late = self._late_s >= LATE_S
        self._technical(Condition.ANALYSIS_BEHIND, late, head, value=behind_s, limit=LATE_S)
        self._look()

    def stopped(self, stopped: bool, head: int, why: str = "") -> None:
        """Say whether the analysis has stopped, with the head at this sample, and why."""
        self._technical(Condition.ANALYSIS_STOPPED, stopped, head, note=why)

    def acknowledge(self, by: str = "") -> tuple[Alarm, ...]:
        """Acknowledge every alarm that there is now; give those that were not yet."""
        done = self.life_cycle.acknowledge(self._now(), by)
        if self._bed is not None:
            done += self._bed.acknowledge(by)
        self._look()
        return done

    def pause_audio(self) -> None:
        """Be silent for a while."""
        self.life_cycle.pause_audio(self._now())
        self._look()

    def break_through(self) -> None:
        """End an audio pause, as a lethal alarm came at a bed of the ward."""
        self.life_cycle.break_through(self._now())
        self._look()

    def turn_audio(self, on: bool) -> None:
        """Be silent until it is turned on, or end silence of either kind."""
        turn = self.life_cycle.turn_audio_on if on else self.life_cycle.turn_audio_off
        turn(self._now())
        self._look()

    @property
    def now_s(self) -> float:
        """The time of the clock by which alarms live, s."""
        return self._now()

    @property
    def paused_for(self) -> float:
        """Seconds that an audio pause still lasts."""
        return self.life_cycle.paused_for(self._now())

    def _tell(self, entry: Entry) -> None:
        self.told.emit(entry)
        self.heard.emit(entry)

    def _remember(self, alarm: Alarm) -> None:
        if alarm.priority is not Priority.ADVISORY:
            self._raised[place_of(alarm), alarm.start, alarm.raised] = alarm
            if len(self._raised) > KEPT:
                del self._raised[next(iter(self._raised))]

    def _hear_bed(self) -> None:
        for one in self._bed.take_alarms() if self._bed is not None else ():
            if isinstance(one, Entry):
                self.heard.emit(one)
            else:
                self._remember(one)

    def _technical(
        self,
        condition: Condition,
        on: bool,
        head: int,
        *,
        value: float | None = None,
        limit: float | None = None,
        note: str = "",
    ) -> None:
        held = self._going_on.get((condition, ""))
        if on == (held is not None):
            return
        if held is not None:
            over = max(head, held.raised)  # the stream may have gone back meanwhile
            self.take([replace(held, end=over, over=over)])
            return
        info = self._info
        identity, offset = ("", 0) if info is None else (info.identity, info.offset)
        alarm = Alarm(
            condition, head, head, value=value, limit=limit, note=note, source=identity, offset=offset
        )
        self.take([alarm])

    def _look(self) -> None:
        """Tell whoever watches if there is something else to see or to hear."""
        shown = self.items, self.life_cycle.audio
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
