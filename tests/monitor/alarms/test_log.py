"""What the log keeps, and what a second pass over the same stretch replaces."""

from dataclasses import replace

from models.alerts.kinds import Kind
from monitor.alarms.log import AlertLog
from tests.alerts import an_alert


def stretch(kind, start, end):
    return replace(an_alert(kind), start=start, peak=start, end=end)


def test_overlapping_alerts_of_one_pass_stand_beside_each_other():
    log = AlertLog()
    run, premature = stretch(Kind.RUN, 100, 400), stretch(Kind.PREMATURE, 390, 500)
    log.add(run, 3)
    log.add(premature, 3)
    assert list(log) == [run, premature]


def test_a_stretch_analysed_again_is_listed_once():
    log = AlertLog()
    log.add(stretch(Kind.ECTOPIC, 100, 200), 0)
    log.add(stretch(Kind.PREMATURE, 190, 300), 0)
    log.add(stretch(Kind.GAP, 150, 250), 0)
    again = stretch(Kind.PAIR, 120, 290)
    log.add(again, 1)
    assert [e.kind for e in log] == [Kind.PAIR, Kind.GAP]


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
