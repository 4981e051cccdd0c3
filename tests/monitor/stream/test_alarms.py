"""Alarms of a stream that goes anywhere: each is told once, and ends where its edge is left."""

from functools import cache

import pytest

from assets.records.open import open_record
from assets.records.record import Record
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alerts.analyzer import Analyzer
from monitor.stream.alarms import RunAlarms, place_of
from tests.made_alarms import FS, Made, beats
from tests.monitor.conftest import EdgeScorer
from tests.monitor.stream.test_following import Watched

FAST = Made(60, [*beats(1, 20, 60), *beats(20, 60, 150)])


def made_alarms(limits=None):
    return RunAlarms(Analyzer(FS, EdgeScorer(FS), source="made", lead="MLII"), 0, limits or Limits())


def pieces(made, every_s=1.0):
    return made.analyses(range(0, int(made.seconds * FS), int(every_s * FS)))


def plain(alarms):
    return [(a.condition, a.goes_on) for a in alarms]


def test_what_goes_on_is_over_where_the_stream_leaves_and_comes_again_with_it():
    run = made_alarms()
    news = [alarm for analysis in pieces(FAST)[:40] for alarm in run.push(analysis, 0)]
    assert plain(news) == [(Condition.RATE_HIGH, True), (Condition.EXTREME_TACHYCARDIA, True)]
    left = run.close(4000)
    assert plain(left) == [(Condition.RATE_HIGH, False), (Condition.EXTREME_TACHYCARDIA, False)]
    assert {(a.end, a.over) for a in left} == {(3999, 4000)}
    assert run.close(4000) == ()
    again = run.reopen()
    assert {(*place_of(a), a.start, a.raised) for a in again} == {
        (*place_of(a), a.start, a.raised) for a in news
    }
    assert [alarm for analysis in pieces(FAST)[40:] for alarm in run.push(analysis, 0)] == []


def test_an_alarm_from_before_the_place_jumped_to_is_told_there_once():
    run = made_alarms()
    for analysis in pieces(FAST)[:40]:
        run.warm_up(analysis)
    told = [alarm for analysis in pieces(FAST)[40:] for alarm in run.push(analysis, 4000)]
    assert sorted(a.condition.key for a in told) == ["extreme_tachycardia", "heart_rate_high"]


def test_what_was_over_before_the_place_jumped_to_is_not_told():
    made = Made(60, [*beats(1, 20, 60), *beats(20, 40, 150), *beats(40, 60, 60)], pauses=[(30, 2.5)])
    run = made_alarms()
    for analysis in pieces(made)[:55]:
        run.warm_up(analysis)
    assert [alarm for analysis in pieces(made)[55:] for alarm in run.push(analysis, 5500)] == []


def test_other_models_go_on_with_what_was_told_and_end_what_is_not_so_with_them():
    first = made_alarms()
    began = [alarm for analysis in pieces(FAST)[:40] for alarm in first.push(analysis, 0)]
    other = made_alarms(Limits(extreme_high_bpm=200))
    for analysis in pieces(FAST)[:40]:
        other.warm_up(analysis)
    other.take_over(first, 4000)
    news = other.push(pieces(FAST)[40], 0)
    assert plain(news) == [(Condition.EXTREME_TACHYCARDIA, False)]
    assert news[0].start == next(a.start for a in began if a.condition is Condition.EXTREME_TACHYCARDIA)


def test_limits_hold_from_where_they_are_set():
    run = made_alarms()
    for analysis in pieces(FAST)[:40]:
        run.push(analysis, 0)
    run.set_limits(Limits(high_bpm=160, extreme_high_bpm=170))
    news = [alarm for analysis in pieces(FAST)[40:] for alarm in run.push(analysis, 0)]
    assert sorted(a.condition.key for a in news) == ["extreme_tachycardia", "heart_rate_high"]
    assert not any(a.goes_on for a in news)


@cache
def flutter(data_dir):
    """A minute of record 207 with tachycardia that turns into flutter."""
    record = open_record("207", data_dir=data_dir)
    return Record("207", record.fs, record.leads[:1], record.signals[: 70 * 360, :1])


class Alarmed(Watched):
    """A record whose alarms are kept as they are told."""

    def __init__(self, record):
        super().__init__(record)
        self.news = []

    def take(self, told):
        super().take(told)
        self.news += [alarm for delivery in told for alarm in delivery.alarms]


def lethal(news):
    return [(a.condition.key, a.start, a.raised, a.over) for a in news if a.condition.lethal]


@pytest.fixture
def whole(data_dir):
    return Alarmed(flutter(data_dir)).play(0, 70 * 360)


def test_going_back_tells_nothing_new(whole):
    told = list(whole.news)
    assert [a.condition for a in told if a.condition.lethal and a.goes_on][:2] == [
        Condition.VENTRICULAR_TACHYCARDIA,
        Condition.FLUTTER,
    ]
    whole.play(5 * 360, 65 * 360)
    assert whole.news == told


def test_the_alarms_do_not_depend_on_the_bites(whole, data_dir):
    small = Alarmed(flutter(data_dir)).play(0, 70 * 360, bite=97)
    assert lethal(small.news) == lethal(whole.news)


def test_a_jump_into_flutter_raises_it_and_going_on_from_the_edge_tells_it_again(whole, data_dir):
    began = next(a for a in whole.news if a.condition is Condition.FLUTTER)
    middle = began.raised + 2 * 360
    jumped = Alarmed(flutter(data_dir))
    jumped.play(0, 5 * 360)
    jumped.play(middle, middle + 3 * 360)

    def news():
        told = [(a.start, a.goes_on) for a in jumped.news if a.condition is Condition.FLUTTER]
        jumped.news.clear()
        return told

    assert news() == [(began.start, True)]
    jumped.play(5 * 360, 5 * 360 + 90)
    assert news() == [(began.start, False)], "its edge was left"
    jumped.play(middle + 3 * 360, 60 * 360)
    assert news()[:2] == [(began.start, True), (began.start, False)]
