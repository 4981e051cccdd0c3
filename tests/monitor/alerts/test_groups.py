"""Repeats among alerts, however they come."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.alerts.kinds import Kind
from monitor.alerts.groups import Grouping
from tests.alerts import an_alert

FS = 360


def alerts(*kinds, every_s=2.0, lead=""):
    return [an_alert(kind, round(every_s * FS * (i + 1)), lead=lead) for i, kind in enumerate(kinds)]


def shape(grouping):
    return [(group.events[0].kind, len(group.events)) for group in grouping.groups]


def test_one_kind_in_succession_is_a_group_and_two_are_none():
    grouping = Grouping(60 * FS)
    grouping.take(alerts(*[Kind.PREMATURE] * 4, Kind.PAIR, *[Kind.ECTOPIC] * 2))
    assert shape(grouping) == [(Kind.PREMATURE, 4), (Kind.PAIR, 1), (Kind.ECTOPIC, 2)]
    assert [group.repeats for group in grouping.groups] == [True, False, False]


def test_what_is_far_apart_or_in_another_lead_does_not_repeat():
    grouping = Grouping(60 * FS)
    grouping.take(alerts(*[Kind.ECTOPIC] * 3, every_s=61.0))
    assert shape(grouping) == [(Kind.ECTOPIC, 1)] * 3
    one, two, three = alerts(*[Kind.ECTOPIC] * 3)
    grouping.take([one, replace(two, lead="V1"), three])
    assert shape(grouping) == [(Kind.ECTOPIC, 1)] * 3


@given(st.lists(st.sampled_from([Kind.ECTOPIC, Kind.PREMATURE]), max_size=30), st.data())
def test_groups_are_the_same_however_the_alerts_came(kinds, data):
    events = alerts(*kinds)
    whole, bit_by_bit = Grouping(60 * FS), Grouping(60 * FS)
    whole.take(events)
    cut = data.draw(st.integers(0, len(events)))
    left_out = data.draw(st.integers(0, max(0, cut - 1)))
    for some in (events[:cut], events[:left_out] + events[left_out + 1 : cut], events[:cut], events):
        before = list(bit_by_bit.groups)
        kept = bit_by_bit.take(some)
        assert all(a is b for a, b in zip(before[:kept], bit_by_bit.groups[:kept], strict=True))
    assert bit_by_bit.groups == whole.groups
    assert [e for group in whole.groups for e in group.events] == events


def test_a_group_that_grows_is_known_by_the_same_key():
    events = alerts(*[Kind.ECTOPIC] * 5)
    grouping = Grouping(60 * FS)
    grouping.take(events[:3])
    (key,) = [group.key for group in grouping.groups]
    grouping.take(events)
    assert [group.key for group in grouping.groups] == [key]
