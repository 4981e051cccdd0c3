"""What the log keeps, in which order, and what can be found in it."""

from dataclasses import replace

from models.alerts.kinds import Kind
from monitor.alerts.log import AlertLog
from tests.alerts import an_alert


def stretch(kind, start, end):
    return replace(an_alert(kind), start=start, peak=start, end=end)


def test_overlapping_alerts_stand_beside_each_other_in_the_order_of_time():
    log = AlertLog()
    run, premature = stretch(Kind.RUN, 100, 400), stretch(Kind.PREMATURE, 390, 500)
    log.add(premature)
    log.add(run)
    assert list(log) == [run, premature]
    assert log.overlapping(395, 396) == [run, premature]


def test_an_alert_can_be_taken_out_again_and_its_like_stays():
    log = AlertLog()
    one, other = stretch(Kind.ECTOPIC, 100, 200), replace(stretch(Kind.ECTOPIC, 100, 200), lead="V1")
    log.add(one)
    log.add(other)
    log.remove(one)
    log.remove(one)
    assert list(log) == [other]


def test_the_latest_alert_that_is_accepted_is_found():
    log = AlertLog()
    events = [stretch(Kind.ECTOPIC, start, start + 50) for start in (100, 300, 700)]
    for event in events:
        log.add(event)
    assert log.latest(650, lambda e: True) is events[1]
    assert log.latest(650, lambda e: e.start < 300) is events[0]
    assert log.latest(99, lambda e: True) is None


def test_the_neighbours_in_time_are_found_among_alerts_that_overlap():
    log = AlertLog()
    events = [an_alert(Kind.ECTOPIC, 700), an_alert(Kind.PREMATURE, 990), stretch(Kind.GAP, 100, 5000)]
    events.append(replace(an_alert(Kind.UNEXPECTED, 300), peak=2000, end=2100))
    for event in events:
        log.add(event)
    for sample in range(0, 2200, 10):
        later = min((e for e in events if e.peak > sample), key=lambda e: e.peak, default=None)
        earlier = max((e for e in events if e.peak < sample), key=lambda e: e.peak, default=None)
        assert log.after(sample) is later
        assert log.before(sample) is earlier
