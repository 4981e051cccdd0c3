"""Limits that are changed while the stream runs hold from there on, and nothing that goes on is forgotten."""

import pytest

from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.watch import AlarmWatch
from tests.made_alarms import FS, Made, beats

EVERY_S = 0.5


def told(made, changed_at, to, limits=None):
    """The news, and the limits that were in force, where these are changed at a second."""
    watch = AlarmWatch(FS, ["MLII"], limits)
    news = []
    for i, analysis in enumerate(made.analyses(range(0, int(made.seconds * FS), int(EVERY_S * FS)))):
        if i * EVERY_S == changed_at:
            watch.set_limits(to)
        news += watch.push(analysis).news
    return news


def of(news, condition):
    return [alarm for alarm in news if alarm.condition is condition and alarm.goes_on]


@pytest.mark.parametrize(
    ("condition", "made", "to"),
    [
        (Condition.RATE_HIGH, Made(60, beats(1, 60, 100)), Limits(high_bpm=90)),
        (Condition.RATE_LOW, Made(60, beats(1, 60, 60)), Limits(low_bpm=70)),
        (
            Condition.EXTREME_TACHYCARDIA,
            Made(60, beats(1, 60, 100)),
            Limits(high_bpm=90, extreme_high_bpm=95),
        ),
        (Condition.EXTREME_BRADYCARDIA, Made(60, beats(1, 60, 55)), Limits(low_bpm=70, extreme_low_bpm=60)),
        (Condition.PVCS, Made(60, [*beats(1, 60, 60, "N"), *beats(1.3, 59, 10, "V")]), Limits(pvcs=2)),
        (Condition.VENTRICULAR_RUN, Made(60, beats(1, 60, 60, "V")), Limits(tachycardia_bpm=200)),
        (Condition.ASYSTOLE, Made(60, beats(1, 28, 60)), Limits(asystole_s=2.5)),
    ],
    ids=lambda x: x.key if isinstance(x, Condition) else "",
)
def test_a_limit_holds_from_the_moment_at_which_it_is_set(condition, made, to):
    made = Made(made.seconds, sorted(made.beats))
    before = Limits(asystole_s=100, pause_s=2.0, tachycardia_beats=90, run_beats=90)
    assert not of(told(made, None, to, before), condition)
    late = of(told(made, 30.0, to, before), condition)
    assert late
    assert all(alarm.raised >= 30 * FS for alarm in late), "nothing is told of what has been looked at"


def test_what_goes_on_and_is_not_concerned_goes_on():
    made = Made(60, beats(1, 60, 130))
    news = told(made, 30.0, Limits(low_bpm=55))
    assert [a.condition for a in news] == [Condition.RATE_HIGH]


def test_an_alarm_ends_where_the_limit_is_moved_beyond_it():
    made = Made(60, beats(1, 60, 130))
    began, ended = told(made, 30.0, Limits(high_bpm=140))
    assert (began.condition, ended.condition) == (Condition.RATE_HIGH,) * 2
    assert 30 <= ended.over / FS <= 37
