"""The life cycle of alarms: what acknowledging, latching, pausing and ending do, whatever happens before."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alerts.kinds import Priority
from monitor.alarms.chains import LESSER
from monitor.alarms.lifecycle import PAUSE_S, SHOWN_S, Audio, Change, LifeCycle, State

ALARMS = [c for c in Condition if c.priority is not Priority.ADVISORY]


def began(condition, start=0):
    return Alarm(condition, start, start + 10)


def ended(alarm):
    return replace(alarm, end=alarm.start + 20, over=alarm.start + 30)


@pytest.fixture
def bed():
    log = []
    cycle = LifeCycle(log.append)
    cycle.log = log
    return cycle


def states(cycle):
    return [(item.alarm.condition, item.state) for item in cycle.items]


def test_an_alarm_is_active_until_it_is_acknowledged_and_gone_with_its_condition(bed):
    high = began(Condition.RATE_HIGH)
    bed.take([high], 1.0)
    assert states(bed) == [(Condition.RATE_HIGH, State.ACTIVE)]
    assert bed.sounding is Priority.MEDIUM
    assert bed.acknowledge(2.0, "nurse") == (high,)
    assert states(bed) == [(Condition.RATE_HIGH, State.ACKNOWLEDGED)]
    assert bed.sounding is None
    bed.take([ended(high)], 30.0)
    assert bed.items == ()
    assert [(e.change, e.by) for e in bed.log] == [
        (Change.RAISED, ""),
        (Change.ACKNOWLEDGED, "nurse"),
        (Change.ENDED, ""),
    ]


def test_couplet_after_couplet_is_raised_once_a_minute_and_the_others_are_noted(bed):
    for at, start in ((1.0, 0), (20.0, 1000), (50.0, 2000), (62.0, 3000)):
        bed.take([ended(began(Condition.COUPLET, start))], at)
    assert [e.change for e in bed.log if e.change is not Change.ENDED] == [
        Change.RAISED,
        Change.NOTED,
        Change.NOTED,
        Change.RAISED,
    ]
    bed.clear(63.0)
    bed.take([ended(began(Condition.COUPLET))], 64.0)
    assert bed.log[-1].change is Change.RAISED, "another patient's first one is"


def test_what_goes_on_or_is_more_urgent_is_raised_however_soon_it_comes_again(bed):
    for at, start in ((1.0, 0), (5.0, 1000)):
        bed.take([ended(began(Condition.VENTRICULAR_RUN, start))], at)
        bed.take([began(Condition.BIGEMINY, start)], at + 1)
        bed.take([ended(began(Condition.BIGEMINY, start))], at + 2)
    assert [e.change for e in bed.log].count(Change.RAISED) == 4
    assert Change.NOTED not in [e.change for e in bed.log]


def test_of_one_priority_what_goes_on_stands_before_what_is_over(bed):
    goes_on, over = began(Condition.RATE_HIGH), began(Condition.NO_LEAD)
    bed.take([goes_on], 1.0)
    bed.take([over, ended(over)], 2.0)
    assert [item.alarm.condition for item in bed.items] == [Condition.RATE_HIGH, Condition.NO_LEAD]
    bed.acknowledge(3.0)
    bed.take([replace(over, start=100, raised=110)], 4.0)
    assert bed.foremost.alarm.condition is Condition.NO_LEAD, "nobody knows of it yet"


def test_the_rhythm_that_kills_is_named_before_the_figures_it_makes(bed):
    bed.take([began(Condition.VENTRICULAR_TACHYCARDIA)], 1.0)
    bed.take([began(Condition.EXTREME_TACHYCARDIA)], 2.0)
    assert bed.foremost.alarm.condition is Condition.VENTRICULAR_TACHYCARDIA
    bed.take([began(Condition.FLUTTER)], 3.0)
    bed.take([began(Condition.APNOEA)], 4.0)
    assert bed.foremost.alarm.condition is Condition.FLUTTER


def test_a_lesser_alarm_of_the_same_thing_is_noted_and_neither_shown_nor_heard(bed):
    run, tachycardia = began(Condition.VENTRICULAR_RUN), began(Condition.VENTRICULAR_TACHYCARDIA)
    bed.take([run], 1.0)
    bed.take([tachycardia], 2.0)
    bed.take([began(Condition.EXTREME_TACHYCARDIA)], 3.0)
    assert states(bed) == [(Condition.VENTRICULAR_TACHYCARDIA, State.ACTIVE)]
    assert len(bed.covered) == 2
    assert bed.log[-1].change is Change.NOTED
    bed.acknowledge(4.0)
    assert bed.sounding is None
    bed.take([ended(tachycardia), ended(run)], 5.0)
    bed.take([ended(began(Condition.EXTREME_TACHYCARDIA))], 7.0)
    bed.tick(100.0)
    assert bed.items == bed.covered == ()
    assert [e.change for e in bed.log].count(Change.RAISED) == 2


def test_what_still_goes_on_a_while_after_the_greater_one_is_raised_then(bed):
    asystole, slow = began(Condition.ASYSTOLE), began(Condition.EXTREME_BRADYCARDIA)
    bed.take([slow, asystole], 1.0)
    assert states(bed) == [(Condition.ASYSTOLE, State.ACTIVE)]
    bed.acknowledge(2.0)
    bed.pause_audio(2.0)
    bed.take([ended(asystole)], 3.0)
    assert bed.items == ()
    bed.tick(3.0 + SHOWN_S)
    assert states(bed) == [(Condition.EXTREME_BRADYCARDIA, State.ACTIVE)]
    assert (bed.log[-1].change, bed.log[-1].alarm) == (Change.RAISED, slow)
    assert bed.sounding is Priority.HIGH, "it is lethal, and new"


def test_a_lethal_alarm_stays_until_somebody_knows(bed):
    asystole = began(Condition.ASYSTOLE)
    bed.take([asystole], 1.0)
    bed.take([ended(asystole)], 5.0)
    bed.tick(10_000.0)
    assert states(bed) == [(Condition.ASYSTOLE, State.LATCHED)]
    assert bed.sounding is Priority.HIGH
    bed.acknowledge(10_001.0)
    assert bed.items == ()


def test_a_short_condition_is_shown_for_a_while_and_one_that_is_not_lethal_goes_by_itself(bed):
    couplet = ended(began(Condition.COUPLET))
    bed.take([couplet], 1.0)
    assert states(bed) == [(Condition.COUPLET, State.ACTIVE)]
    bed.tick(1.0 + SHOWN_S - 0.1)
    assert bed.items
    bed.tick(1.0 + SHOWN_S)
    assert bed.items == ()


def test_acknowledging_touches_only_what_is_there_and_a_new_alarm_sounds(bed):
    bed.take([began(Condition.RATE_HIGH)], 1.0)
    bed.acknowledge(2.0)
    bed.take([began(Condition.VENTRICULAR_TACHYCARDIA, 500)], 3.0)
    assert bed.sounding is Priority.HIGH
    assert states(bed)[0] == (Condition.VENTRICULAR_TACHYCARDIA, State.ACTIVE)
    bed.take([began(Condition.PRESSURE_LOW, 900)], 4.0)
    assert (Condition.PRESSURE_LOW, State.ACTIVE) in states(bed), "what comes later is a new alarm"


def test_an_audio_pause_counts_down_and_a_new_lethal_alarm_breaks_through(bed):
    bed.take([began(Condition.RATE_LOW)], 1.0)
    bed.pause_audio(2.0)
    assert bed.audio is Audio.PAUSED
    assert bed.sounding is None
    assert bed.paused_for(12.0) == PAUSE_S - 10
    bed.take([began(Condition.PAUSE, 100)], 3.0)
    assert bed.sounding is None, "what is not lethal waits"
    bed.take([began(Condition.FLUTTER, 200)], 4.0)
    assert (bed.audio, bed.sounding) == (Audio.ON, Priority.HIGH)
    bed.pause_audio(5.0)
    bed.tick(5.0 + PAUSE_S)
    assert bed.audio is Audio.ON


def test_audio_off_lasts_until_it_is_turned_on_even_for_lethal_alarms(bed):
    bed.turn_audio_off(1.0)
    bed.take([began(Condition.ASYSTOLE)], 2.0)
    bed.tick(100_000.0)
    assert (bed.audio, bed.sounding) == (Audio.OFF, None)
    bed.turn_audio_on(100_001.0)
    assert bed.sounding is Priority.HIGH


def test_an_advisory_is_noted_and_takes_nobody_from_his_work(bed):
    bed.take([ended(began(Condition.MODELS))], 1.0)
    assert bed.items == ()
    assert [entry.change for entry in bed.log] == [Change.NOTED]


def test_two_leads_have_an_alarm_each(bed):
    bed.take([replace(began(Condition.LEAD_OFF), lead=lead) for lead in ("MLII", "V1")], 1.0)
    assert len(bed.items) == 2


def test_another_patient_s_alarms_are_none_of_this_one_s(bed):
    bed.take([began(Condition.ASYSTOLE)], 1.0)
    bed.turn_audio_off(1.0)
    bed.clear(2.0)
    assert bed.items == ()
    assert bed.audio is Audio.OFF


def test_impossible_times_are_refused(bed):
    bed.tick(5.0)
    with pytest.raises(ValueError, match="must not go back"):
        bed.tick(4.0)
    with pytest.raises(ValueError, match="must last a while"):
        LifeCycle(pause_s=0)


class Ward(RuleBasedStateMachine):
    """Whatever is raised, ended, acknowledged, paused and turned off, in whatever order."""

    alarms = Bundle("alarms")

    def __init__(self):
        super().__init__()
        self.log, self.now, self.start = [], 0.0, 0
        self.cycle = LifeCycle(self.log.append)
        self.going_on, self.unknown, self.over = {}, set(), {}

    @rule(seconds=st.sampled_from([0.1, 1.0, 9.0, 11.0, 119.0, 121.0]))
    def wait(self, seconds):
        self.now += seconds
        self.cycle.tick(self.now)

    @rule(target=alarms, condition=st.sampled_from(ALARMS), lead=st.sampled_from(["MLII", "V1"]))
    def begin(self, condition, lead):
        self.start += 100
        alarm = replace(began(condition, self.start), lead=lead)
        self.cycle.take([alarm], self.now)
        self.going_on[condition, lead] = alarm
        self.unknown.add((condition, lead))
        return alarm

    @rule(alarm=alarms)
    def end(self, alarm):
        if self.going_on.get((alarm.condition, alarm.lead)) == alarm:
            del self.going_on[alarm.condition, alarm.lead]
            self.over[alarm.condition] = self.now
            noted = {e.alarm.start for e in self.log if e.change is Change.NOTED}
            raised = {e.alarm.start for e in self.log if e.change is Change.RAISED}
            if alarm.start in noted - raised:
                self.unknown.discard((alarm.condition, alarm.lead))  # it was covered to its end
            self.cycle.take([ended(alarm)], self.now)

    @rule()
    def acknowledge(self):
        self.cycle.acknowledge(self.now)
        noted = {e.alarm.start for e in self.log if e.change is Change.NOTED}
        raised = {e.alarm.start for e in self.log if e.change is Change.RAISED}
        never_told = noted - raised
        self.unknown = {place for place in self.unknown if self.start_of(place) in never_told}

    def start_of(self, place):
        alarm = self.going_on.get(place)
        return None if alarm is None else alarm.start

    @rule()
    def pause(self):
        self.cycle.pause_audio(self.now)

    @rule()
    def off(self):
        self.cycle.turn_audio_off(self.now)

    @rule()
    def on(self):
        self.cycle.turn_audio_on(self.now)

    @invariant()
    def what_goes_on_is_shown_or_a_greater_one_that_is_there_or_was_just_now_covers_it(self):
        shown = {(i.alarm.condition, i.alarm.lead) for i in self.cycle.items}
        covered = {(i.alarm.condition, i.alarm.lead) for i in self.cycle.covered}
        assert set(self.going_on) <= shown | covered
        assert not shown & covered
        greater = {condition for condition, _ in self.going_on}
        greater |= {c for c, over in self.over.items() if self.now < over + SHOWN_S}
        for condition, _ in covered:
            assert any(condition in LESSER.get(other, ()) for other in greater)

    @invariant()
    def what_is_lethal_and_not_acknowledged_is_shown_and_not_acknowledged(self):
        items = {(i.alarm.condition, i.alarm.lead): i for i in (*self.cycle.items, *self.cycle.covered)}
        for place in self.unknown:
            if place[0].lethal:
                assert items[place].state is not State.ACKNOWLEDGED

    @invariant()
    def acknowledged_means_that_it_goes_on_and_latched_that_it_does_not(self):
        for item in self.cycle.items:
            place = item.alarm.condition, item.alarm.lead
            if item.state is State.ACKNOWLEDGED:
                assert place in self.going_on
                assert place not in self.unknown
            if item.state is State.LATCHED:
                assert place not in self.going_on
                assert item.alarm.condition.lethal

    @invariant()
    def the_most_urgent_is_first_and_what_sounds_is_not_acknowledged(self):
        order = ["high", "medium", "low"]
        ranks = [order.index(i.alarm.priority) for i in self.cycle.items]
        assert ranks == sorted(ranks)
        sounding = self.cycle.sounding
        waiting = [i for i in self.cycle.items if i.state is not State.ACKNOWLEDGED]
        if self.cycle.audio is Audio.ON and waiting:
            assert sounding is waiting[0].alarm.priority
        else:
            assert sounding is None

    @invariant()
    def every_alarm_is_raised_once_and_ends_at_most_once(self):
        raised = [e.alarm.start for e in self.log if e.change is Change.RAISED]
        over = [e.alarm.start for e in self.log if e.change is Change.ENDED]
        assert len(set(raised)) == len(raised)
        assert len(set(over)) == len(over)
        there = {i.alarm.start for i in (*self.cycle.items, *self.cycle.covered)}
        assert set(raised) - set(over) <= there
        assert {i.alarm.start for i in self.cycle.items} <= set(raised) - set(over)


class LongWard(Ward):
    """The same, a thousand times."""


Ward.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
LongWard.TestCase.settings = settings(Ward.TestCase.settings, max_examples=1000)
TestWard = Ward.TestCase
TestLongWard = pytest.mark.slow(LongWard.TestCase)


@given(st.lists(st.sampled_from(ALARMS), unique=True, min_size=2))
def test_the_foremost_alarm_is_the_most_urgent(conditions):
    cycle = LifeCycle()
    cycle.take([began(c) for c in conditions], 0.0)
    order = [Priority.HIGH, Priority.MEDIUM, Priority.LOW]
    assert cycle.foremost.alarm.priority is min((c.priority for c in conditions), key=order.index)
