"""The alarms of a bed have one life: whoever listens hears all of it, and who opens the bed sees the same."""

from __future__ import annotations

import pytest

from models.alarms.conditions import Condition
from models.patients.source import open_patient
from monitor.alarms.lifecycle import Change, Entry, State
from monitor.bedside.ward.opened import BedSource
from monitor.bedside.ward.ward import Ward
from tests.monitor.bedside.ward.conftest import ByHand, Stretch


@pytest.fixture
def ward(store):
    """A calm bed whose record ends after 30 s, and one with a fast heart."""
    pace = ByHand()
    made = Ward(["calm", "fast"], pace)
    sources = {"calm": Stretch(30), "fast": open_patient("svt?rate=180&seed=2")}
    made.open(lambda name: sources[name])
    made.begin(store.ward)
    yield made
    made.close()


def run(ward, seconds):
    until = ward.pace.now() + seconds
    while ward.pace.now() < until:
        ward.step()


def entries(heard):
    return [one for one in heard if isinstance(one, Entry)]


def test_a_listener_hears_what_begins_what_is_done_and_what_ends_once(ward):
    bed = ward.beds[1]
    first = bed.listen()
    run(ward, 20)
    raised = [one.alarm for one in entries(first.take()) if one.change is Change.RAISED]
    assert Condition.EXTREME_TACHYCARDIA in {alarm.condition for alarm in raised}
    assert first.take() == ()
    late = bed.listen()
    assert {alarm.condition for alarm in raised} <= {alarm.condition for alarm in late.before}
    done = bed.acknowledge("Anna")
    for hearing in (first, late):
        told = entries(hearing.take())
        assert [one.alarm for one in told if one.change is Change.ACKNOWLEDGED] == list(done)
        assert {one.by for one in told if one.change is Change.ACKNOWLEDGED} == {"Anna"}
    bed.ignore(first)
    bed.clear_alarms()
    assert first.take() == ()
    assert {one.change for one in entries(late.take())} == {Change.ENDED}
    assert bed.said.alarms == ()


def test_a_bed_that_is_opened_has_the_beds_alarms_in_its_own_samples(ward):
    run(ward, 20)
    bed = ward.beds[1]
    opened = BedSource(bed, past_s=10)
    shift = opened.info.offset
    assert shift > 0
    assert [item.alarm.condition for item in opened.items] == [i.alarm.condition for i in bed.said.alarms]
    for own, of_bed in zip(opened.items, bed.said.alarms, strict=True):
        assert own.alarm.raised == max(0, of_bed.alarm.raised - shift)
        assert own.alarm.offset == of_bed.alarm.offset + shift
    done = opened.acknowledge("Ben")
    assert {alarm.condition for alarm in done} >= {i.alarm.condition for i in bed.said.alarms}
    assert {item.state for item in bed.said.alarms} == {State.ACKNOWLEDGED}
    assert {one.by for one in entries(opened.take_alarms())} == {"Ben"}
    opened.close()
    bed.clear_alarms()
    assert opened.take_alarms() == ()


def test_what_goes_on_is_over_where_the_record_ends(ward, store):
    pace = ByHand()
    ended = Ward(["fast"], pace)
    source = Stretch(12, start_s=0, fs=1000)  # the demo played nearly three times as fast
    ended.open(lambda _: source)
    ended.begin(store.ward)
    hearing = ended.beds[0].listen()
    while ended.step():
        pass
    ended.close()
    began = [one.alarm for one in entries(hearing.take()) if one.change is Change.RAISED]
    assert began
    assert all(not alarm.goes_on for alarm in ended.beds[0].alarms)
    assert all(not item.alarm.goes_on for item in ended.beds[0].said.alarms)
    pace.wait(60)
    ended.beds[0].tick()
    left = {item.state for item in ended.beds[0].said.alarms}
    assert left <= {State.LATCHED}, "only what is lethal waits to be acknowledged"
