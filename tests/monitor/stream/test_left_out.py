"""Stretches that are judged without some leads: the same whichever part of them is asked for."""

import pytest

from models.alerts.events import Event
from models.alerts.kinds import Kind
from monitor.stream.left_out import left_out

NAMES = ("I", "II", "V1")


def flat(start, end, lead):
    return Event(Kind.FLAT, start, start, end, end, {}, {}, lead=lead)


def among(*events):
    return lambda first, last: [e for e in events if e.start <= last and e.end >= first]


def told(events, first, last, names=NAMES):
    return [(one.start, one.end, one.leads, one.all) for one in left_out(among(*events), names, first, last)]


def test_a_stretch_ends_where_other_leads_are_gone():
    events = flat(100, 299, "II"), flat(200, 399, "V1")
    assert told(events, 0, 1000) == [
        (100, 199, ("II",), False),
        (200, 299, ("II", "V1"), False),
        (300, 399, ("V1",), False),
    ]


@pytest.mark.parametrize(("first", "last"), [(110, 120), (120, 250), (290, 310), (399, 399)])
def test_a_part_gives_whole_stretches(first, last):
    events = flat(100, 299, "II"), flat(200, 399, "V1")
    whole = told(events, 0, 1000)
    assert told(events, first, last) == [one for one in whole if one[0] <= last and one[1] >= first]


def test_two_alerts_of_one_lead_that_touch_are_one_stretch():
    assert told([flat(100, 199, "I"), flat(200, 300, "I")], 0, 1000) == [(100, 300, ("I",), False)]
    assert len(told([flat(100, 198, "I"), flat(200, 300, "I")], 0, 1000)) == 2


def test_where_all_are_gone_none_is_left():
    events = [flat(100, 300, name) for name in NAMES]
    assert told(events, 0, 1000) == [(100, 300, NAMES, True)]
    assert told([flat(5, 9, "I")], 0, 10, ("I",)) == [(5, 9, ("I",), True)], "the only one that is analysed"


def test_a_lead_that_is_not_analysed_is_not_missed():
    assert told([flat(5, 9, "aVL")], 0, 10) == []
