"""The life cycle of alarms at the bedside: active, acknowledged, latched, over; and the sound beside it.

What is so of the patient is told by `models.alarms`; what someone did about it is here. An alarm is *active*
until somebody acknowledges it, *acknowledged* while its condition goes on after that, and *latched* where a
lethal condition has ended and nobody has acknowledged it. The words are those of IEC 60601-1-8:2020 (6.8,
alarm signal inactivation states; 6.10, latching).

No clock is read here: every call says what time it is, in seconds of one clock that never goes back.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.chains import LESSER, covered_by

SHOWN_S = 10.0
"""A condition that is over at once, as a couplet is, is shown for so long, s."""

REPEAT_S = 60.0
"""A short alarm of low priority, as a couplet's, is raised at most once in so long, s: the others are noted.
Bedside monitors have such an inhibition period, so that frequent couplets do not teach people not to look."""

PAUSE_S = 120.0
"""An audio pause lasts so long, s: the two minutes that bedside monitors offer."""

URGENCY = (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
"""The priorities that are alarms, the most urgent first; an advisory is none."""

LETHAL = {condition: place for place, condition in enumerate(c for c in Condition if c.lethal)}
"""The place of each lethal condition among them: ventricular tachycardia is named before the rate it has."""


class State(StrEnum):
    """What has become of an alarm."""

    ACTIVE = "active"
    """Its condition goes on, or has just been, and nobody has acknowledged it."""

    ACKNOWLEDGED = "acknowledged"
    """Its condition goes on, and somebody knows."""

    LATCHED = "latched"
    """Its condition is over, but it was lethal and nobody knows."""


class Audio(StrEnum):
    """Whether alarms sound."""

    ON = "on"
    PAUSED = "paused"
    OFF = "off"


class Change(StrEnum):
    """What happened to an alarm; what the log keeps."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    LATCHED = "latched"
    ENDED = "ended"
    NOTED = "noted"
    """An advisory, a short alarm again so soon (`REPEAT_S`), or one that a greater one covers
    (`monitor.alarms.chains`): marked and counted, and no alarm."""


@dataclass(frozen=True)
class Item:
    """An alarm at the bedside.

    Attributes
    ----------
    alarm : Alarm
        What it is about, as far as it is known.
    state : State
        What has become of it.
    since_s : float
        When it was raised, s of the caller's clock.
    """

    alarm: Alarm
    state: State
    since_s: float

    @property
    def sounds(self) -> bool:
        """Whether it would sound, were the audio on."""
        return self.state is not State.ACKNOWLEDGED


@dataclass(frozen=True)
class Entry:
    """What happened to an alarm, and when.

    Attributes
    ----------
    change : Change
        What happened.
    alarm : Alarm
        To which.
    at_s : float
        When, s of the caller's clock.
    by : str
        Who did it; empty where nobody did.
    """

    change: Change
    alarm: Alarm
    at_s: float
    by: str = ""


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Put the most urgent first.

    By priority, then what nobody knows of, what goes on, the lethal in the table's order, the newest.
    """
    return tuple(
        sorted(
            items,
            key=lambda item: (
                URGENCY.index(item.alarm.priority),
                item.state is State.ACKNOWLEDGED,
                not item.alarm.goes_on,
                LETHAL.get(item.alarm.condition, len(LETHAL)),
                -item.since_s,
                item.alarm.condition.key,
                item.alarm.lead,
            ),
        )
    )


def most_urgent(items: Iterable[Item]) -> Priority | None:
    """The priority of the most urgent of those that sound; None where none does."""
    return min((i.alarm.priority for i in items if i.sounds), key=URGENCY.index, default=None)


class LifeCycle:
    """The alarms of one bed, and whether they sound.

    Parameters
    ----------
    tell : callable, optional
        Called with an `Entry` for whatever happens to an alarm.
    pause_s : float
        How long an audio pause lasts, s.

    Raises
    ------
    ValueError
        If `pause_s` is not a positive time.
    """

    def __init__(self, tell: Callable[[Entry], None] | None = None, pause_s: float = PAUSE_S) -> None:
        if not (math.isfinite(pause_s) and pause_s > 0):
            raise ValueError(f"An audio pause must last a while, not {pause_s} s.")
        self._tell = tell or (lambda entry: None)
        self._pause_s = pause_s
        self._items: dict[tuple[Condition, str], Item] = {}
        self._raised_s: dict[tuple[Condition, str], float] = {}
        self._hushed: set[tuple[Condition, str]] = set()  # those that came covered: they have not been told
        self._covers_until: dict[Condition, float] = {}  # of conditions that are over
        self._now = -math.inf
        self._paused_until: float | None = None
        self._off = False

    # What is so ------------------------------------------------------------------------------------

    @property
    def items(self) -> tuple[Item, ...]:
        """The alarms, the most urgent first; none that a greater one covers."""
        return in_order(item for item, covered in self._seen() if not covered)

    @property
    def covered(self) -> tuple[Item, ...]:
        """What a greater alarm covers: it is shown once that is over, where it still goes on."""
        return in_order(item for item, covered in self._seen() if covered)

    @property
    def foremost(self) -> Item | None:
        """The alarm that is shown first."""
        return next(iter(self.items), None)

    @property
    def audio(self) -> Audio:
        """Whether alarms sound."""
        if self._off:
            return Audio.OFF
        return Audio.ON if self._paused_until is None else Audio.PAUSED

    def paused_for(self, now_s: float) -> float:
        """Seconds that an audio pause still lasts; 0 where there is none."""
        return 0.0 if self._paused_until is None else max(0.0, self._paused_until - now_s)

    @property
    def sounding(self) -> Priority | None:
        """The priority that is to be heard; None where there is silence."""
        if self.audio is not Audio.ON:
            return None
        return most_urgent(item for item, covered in self._seen() if not covered)

    # What happens ----------------------------------------------------------------------------------

    def take(self, news: Iterable[Alarm], now_s: float) -> None:
        """Take the alarms that began and ended (`models.alarms.watch.Found.news`)."""
        self.tick(now_s)
        news = tuple(news)
        begun = covered_by(alarm.condition for alarm in news if alarm.goes_on)
        for alarm in news:
            if alarm.priority not in URGENCY:
                self._tell(Entry(Change.NOTED, alarm, now_s))
                continue
            place = alarm.condition, alarm.lead
            held = self._items.get(place)
            if self._again_so_soon(place, held, alarm, now_s):
                self._tell(Entry(Change.NOTED, alarm, now_s))
                continue
            if held is None or held.alarm.start != alarm.start or held.alarm.raised != alarm.raised:
                self._raise(place, held, alarm, now_s, hushed=alarm.condition in begun | self._covered)
            else:
                self._items[place] = replace(held, alarm=alarm)
            if not alarm.goes_on:
                self._over(place, now_s)
        self._uncover(now_s)

    def acknowledge(self, now_s: float, by: str = "") -> tuple[Alarm, ...]:
        """Acknowledge every alarm that has been raised; give those that were not yet.

        One whose condition is over is gone with it. An alarm that comes later sounds.
        """
        self.tick(now_s)
        done = []
        for place, item in list(self._items.items()):
            if item.state is State.ACKNOWLEDGED or place in self._hushed:
                continue
            done.append(item.alarm)
            self._tell(Entry(Change.ACKNOWLEDGED, item.alarm, now_s, by))
            if item.alarm.goes_on:
                self._items[place] = replace(item, state=State.ACKNOWLEDGED)
            else:
                self._end(place, now_s)
        return tuple(done)

    def pause_audio(self, now_s: float) -> None:
        """Be silent for a while; pressed again, the while begins anew. A new lethal alarm breaks through."""
        self.tick(now_s)
        self._off = False
        self._paused_until = now_s + self._pause_s

    def turn_audio_off(self, now_s: float) -> None:
        """Be silent until it is turned on."""
        self.tick(now_s)
        self._off, self._paused_until = True, None

    def turn_audio_on(self, now_s: float) -> None:
        """End an audio pause, or audio off."""
        self.tick(now_s)
        self._off, self._paused_until = False, None

    def break_through(self, now_s: float) -> None:
        """End an audio pause: a lethal alarm came at another bed that is heard here."""
        self.tick(now_s)
        self._paused_until = None

    def tick(self, now_s: float) -> None:
        """Let the time go on: a pause ends, and what was shown for long enough goes.

        Raises
        ------
        ValueError
            If the time goes back.
        """
        if now_s < self._now:
            raise ValueError(f"The time must not go back from {self._now:g} s to {now_s:g} s.")
        self._now = now_s
        if self._paused_until is not None and now_s >= self._paused_until:
            self._paused_until = None
        for place, item in list(self._items.items()):
            shown = now_s - item.since_s >= SHOWN_S
            if item.state is State.ACTIVE and not item.alarm.goes_on and shown:
                self._end(place, now_s)
        self._covers_until = {c: until for c, until in self._covers_until.items() if now_s < until}
        self._uncover(now_s)

    def drop(self, unwanted: Collection[Condition], now_s: float) -> None:
        """End every alarm of these conditions, as they have been turned off."""
        self.tick(now_s)
        for place in list(self._items):
            if place[0] in unwanted:
                self._end(place, now_s)
        for condition in unwanted:
            self._covers_until.pop(condition, None)
        self._uncover(now_s)

    def clear(self, now_s: float) -> None:
        """End every alarm, as another patient comes; whether they sound stays as it is."""
        self.tick(now_s)
        self._raised_s.clear()
        self._covers_until.clear()
        for place in list(self._items):
            self._end(place, now_s)

    def _again_so_soon(
        self, place: tuple[Condition, str], held: Item | None, alarm: Alarm, now_s: float
    ) -> bool:
        """Whether a short alarm of low priority is only noted, as the last one was raised just before."""
        if alarm.priority is not Priority.LOW or alarm.goes_on:
            return False
        if held is not None and (held.alarm.start, held.alarm.raised) == (alarm.start, alarm.raised):
            return False  # it is the one that is shown, and this is its end
        return now_s - self._raised_s.get(place, -math.inf) < REPEAT_S

    @property
    def _covered(self) -> frozenset[Condition]:
        """Conditions that are no alarms now, as a greater one goes on, or did a moment ago."""
        going_on = (place[0] for place, item in self._items.items() if item.alarm.goes_on)
        return covered_by((*going_on, *self._covers_until))

    def _seen(self) -> list[tuple[Item, bool]]:
        """Every alarm, and whether it is covered."""
        covered = self._covered
        return [(item, place[0] in covered) for place, item in self._items.items()]

    def _uncover(self, now_s: float) -> None:
        """Raise what is covered no more, and goes on."""
        if self._hushed:
            for place in self._hushed - {place for place in self._hushed if place[0] in self._covered}:
                self._items[place] = replace(self._items[place], since_s=now_s)
                self._tell_raised(place, now_s)

    def _raise(
        self,
        place: tuple[Condition, str],
        held: Item | None,
        alarm: Alarm,
        now_s: float,
        *,
        hushed: bool,
    ) -> None:
        if held is not None:
            self._end(place, now_s)  # the new one takes its place on the screen; the log has both
        self._items[place] = Item(alarm, State.ACTIVE, now_s)
        if hushed:
            self._hushed.add(place)
            self._tell(Entry(Change.NOTED, alarm, now_s))
        else:
            self._tell_raised(place, now_s)

    def _tell_raised(self, place: tuple[Condition, str], now_s: float) -> None:
        self._hushed.discard(place)
        self._raised_s[place] = now_s
        alarm = self._items[place].alarm
        self._tell(Entry(Change.RAISED, alarm, now_s))
        if alarm.condition.lethal and self._paused_until is not None:
            self._paused_until = None

    def _over(self, place: tuple[Condition, str], now_s: float) -> None:
        item = self._items[place]
        if place[0] in LESSER:
            # What follows from it, as the rate does, is over a little later.
            self._covers_until[place[0]] = now_s + SHOWN_S
        if item.state is State.ACKNOWLEDGED or place in self._hushed:
            self._end(place, now_s)
        elif item.alarm.condition.lethal:
            self._items[place] = replace(item, state=State.LATCHED)
            self._tell(Entry(Change.LATCHED, item.alarm, now_s))
        elif now_s - item.since_s >= SHOWN_S:
            self._end(place, now_s)

    def _end(self, place: tuple[Condition, str], now_s: float) -> None:
        item = self._items.pop(place)
        if place in self._hushed:
            self._hushed.discard(place)  # it was never raised
        else:
            self._tell(Entry(Change.ENDED, item.alarm, now_s))
