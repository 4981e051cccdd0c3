"""Alerts an hour, and the share of beats that are in alerts."""

import pytest

from models.alerts.kinds import Kind, Nature
from monitor.alerts.burden import Tally, Watched
from tests.alerts import an_alert

FS = 360
PAIR = an_alert(Kind.PAIR, 10 * FS, beats=(3640, 3800), lead="V1")
ECTOPIC = an_alert(Kind.ECTOPIC, 20 * FS, lead="V1")
PREMATURE = an_alert(Kind.PREMATURE, 30 * FS, lead="V1")
GAP = an_alert(Kind.GAP, 40 * FS, lead="V1")
OTHER = an_alert(Kind.ECTOPIC, 50 * FS, lead="II")
ALL = [PAIR, ECTOPIC, PREMATURE, GAP, OTHER]
MINUTES = Watched("V1", 0, 120 * FS, 120.0, 150)


def counted(events, watched):
    tally = Tally()
    tally.take(events)
    return tally.burden(watched)


def test_alerts_of_the_watched_lead_are_counted_an_hour_and_beats_by_what_they_are():
    burden = counted(ALL, MINUTES)
    assert burden.alerts == 4
    assert burden.per_hour == pytest.approx(4 * 30)
    assert burden.shares == {Nature.BEATS: pytest.approx(3 / 150), Nature.PREMATURE: pytest.approx(1 / 150)}


def test_only_what_lies_in_the_stretch_counts():
    burden = counted(ALL, Watched("V1", 15 * FS, 100 * FS, 85.0, 100))
    assert burden.alerts == 3
    assert burden.shares[Nature.BEATS] == pytest.approx(1 / 100)


def test_of_less_than_a_minute_nothing_is_said():
    assert counted(ALL, Watched("V1", 0, 59 * FS, 59.0, 70)) is None
    assert counted([], MINUTES).per_hour == 0


def test_alerts_that_come_bit_by_bit_or_go_again_are_counted_the_same():
    tally = Tally()
    for some in (ALL[:2], ALL[:3], [PAIR, PREMATURE], ALL):
        tally.take(some)
        assert tally.burden(MINUTES) == counted(some, MINUTES)


def test_an_alert_that_goes_on_counts_as_far_as_it_has_come():
    tally = Tally()
    tally.take([ECTOPIC])
    assert tally.burden(MINUTES, PAIR) == counted([PAIR, ECTOPIC], MINUTES)
    assert tally.burden(MINUTES, OTHER) == counted([ECTOPIC], MINUTES), "it is of another lead"
    late = Watched("V1", 15 * FS, 100 * FS, 85.0, 100)
    assert tally.burden(late, PAIR) == counted([ECTOPIC], late), "it began before"
