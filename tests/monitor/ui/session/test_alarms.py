"""A session's alarms: taken as they are played, kept for going back, and raised by a failing analysis."""

from dataclasses import replace

import numpy as np
import pytest

from assets.sources.record import RecordSource
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES, Limits
from monitor.alarms.lifecycle import Change, State
from monitor.alarms.setup import AlarmSetUp
from monitor.ui.session.alarms import LATE_S, NO_LEAD_WHY
from monitor.ui.session.session import Session
from tests.monitor.conftest import EdgeScorer, make_record, rippled


@pytest.fixture
def fast(make_window, play):
    """A window that has played 20 s of 60 beats a minute, where everything above 55 is too fast."""
    window = make_window()
    window.session.set_alarms(AlarmSetUp(Limits(low_bpm=45, high_bpm=55)))
    window.put_on(RecordSource(rippled(make_record(120, leads=2))))
    play(window, 20)
    return window


def conditions(session):
    return [(item.alarm.condition, item.state) for item in session.life_cycle.items]


def test_an_alarm_of_the_stream_is_at_the_bedside_and_told(make_window, play):
    window = make_window()
    window.session.set_alarms(AlarmSetUp(Limits(low_bpm=45, high_bpm=55)))
    told, changed = [], []
    window.session.alarms.told.connect(told.append)
    window.session.alarms_changed.connect(lambda: changed.append(conditions(window.session)))
    window.put_on(RecordSource(rippled(make_record(120, leads=2))))
    play(window, 20)
    assert conditions(window.session) == [(Condition.RATE_HIGH, State.ACTIVE)]
    assert changed == [conditions(window.session)]
    entry = next(e for e in told if e.alarm.condition is Condition.RATE_HIGH)
    assert entry.change is Change.RAISED
    assert entry.alarm.source == window.session.info.identity
    assert entry.alarm.limit == 55


def test_going_back_tells_nothing_new_and_what_was_known_there_is_still_known(fast, play):
    session, told = fast.session, []
    session.alarms.told.connect(told.append)
    (raised,) = (a for a in session.alarms.raised if a.condition is Condition.RATE_HIGH)
    session.seek(raised.raised - 1)
    assert session.analysed_before
    assert Condition.RATE_HIGH not in [a.condition for a in session.alarms.known_at(session.head)]
    play(fast, 5)
    assert [a.condition for a in session.alarms.known_at(session.head)] == [Condition.RATE_HIGH]
    play(fast, 20)
    assert not session.analysed_before
    assert conditions(session) == [(Condition.RATE_HIGH, State.ACTIVE)]
    assert not [e for e in told if e.change is not Change.NOTED]


def test_another_source_begins_without_alarms(fast):
    fast.put_on(RecordSource(make_record(20, name="another", leads=2)))
    assert conditions(fast.session) == []
    assert fast.session.alarms.raised == ()


def test_other_limits_hold_at_once_and_an_alarm_that_is_off_is_gone(fast, play):
    session = fast.session
    session.set_alarms(AlarmSetUp(session.alarms.set_up.limits, frozenset({Condition.RATE_HIGH})))
    assert conditions(session) == []
    session.set_alarms(AlarmSetUp(session.alarms.set_up.limits))
    assert conditions(session) == [(Condition.RATE_HIGH, State.ACTIVE)], "it still goes on"
    session.set_alarms(AlarmSetUp(PROFILES["adult"]))
    play(fast, 20)
    assert conditions(session) == []


def test_an_analysis_that_stops_is_an_alarm_until_it_is_started_again(make_window, play, qtbot):
    class Fails(EdgeScorer):
        def push(self, samples):
            raise RuntimeError("no more")

    window = make_window(Fails)
    window.put_on(RecordSource(make_record(20)))
    play(window, 1)
    (item,) = window.session.life_cycle.items
    assert item.alarm.condition is Condition.ANALYSIS_STOPPED
    assert "no more" in item.alarm.note
    window.session._scorer_factory = EdgeScorer
    window.session.restart_analysis()
    (alarm,) = (a for a in window.session.alarms.raised if a.condition is Condition.ANALYSIS_STOPPED)
    assert not alarm.goes_on
    qtbot.waitUntil(lambda: window.session.ready)


def test_an_analysis_that_is_behind_for_a_while_is_an_alarm_until_it_has_caught_up(time):
    session = Session(EdgeScorer, now=time)
    bed = session.alarms
    bed.tick(100, LATE_S + 1)
    time.t += 100  # as of a machine that was asleep
    bed.tick(200, LATE_S + 1)
    assert not bed.life_cycle.items
    while not bed.life_cycle.items:
        time.t += 0.05
        bed.tick(200, LATE_S + 1)
    assert time.t < 110 + 2 * LATE_S
    assert [i.alarm.condition for i in bed.life_cycle.items] == [Condition.ANALYSIS_BEHIND]
    time.t += 20
    bed.tick(50, 0.0)
    assert not bed.life_cycle.items
    (alarm,) = bed.raised
    assert (alarm.raised, alarm.end) == (200, 200), "the stream had gone back meanwhile"


def test_two_alarms_a_user_acknowledges_and_a_pause_is_counted_down(time):
    session = Session(EdgeScorer, now=time)
    bed = session.alarms
    bed.take([Alarm(Condition.RATE_HIGH, 0, 10), Alarm(Condition.PVCS, 0, 10)])
    bed.pause_audio()
    time.t += 30
    assert bed.paused_for == pytest.approx(90)
    assert {a.condition for a in bed.acknowledge("nurse")} == {Condition.RATE_HIGH, Condition.PVCS}
    assert {item.state for item in bed.life_cycle.items} == {State.ACKNOWLEDGED}


@pytest.mark.parametrize("beats_s", [0, 20])
def test_where_no_lead_is_heard_that_is_why_there_is_no_rate(make_window, play, beats_s):
    window, record = make_window(), rippled(make_record(120, leads=2))
    samples = record.signals.copy()
    samples[round(beats_s * record.fs) :] = np.nan
    window.put_on(RecordSource(replace(record, signals=samples)))
    play(window, beats_s + 15)
    session = window.session
    assert session.alarms.goes_on(Condition.NO_LEAD, session.head)
    assert session.rhythm.rate_bpm is None
    assert session.rhythm.why == NO_LEAD_WHY
