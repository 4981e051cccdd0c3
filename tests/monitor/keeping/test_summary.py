"""A stretch in figures."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from models.alarms.conditions import Condition
from models.alerts.kinds import Kind, Priority
from models.judging.labels import BeatClass
from models.signal.states import State, StateKind
from monitor.keeping.summary import (
    HIGHEST_RATE,
    LONGEST_AND_FASTEST_RUN,
    LOWEST_RATE,
    _in_all,
    raised,
    summary,
    worth_a_strip,
)
from tests.monitor.keeping.conftest import FS, START, STOP, make_beats


def test_the_whole_and_its_rows_say_the_same(account):
    told = summary(account)
    assert told.bin_s == 60
    (row,) = told.rows
    assert row == told.whole
    assert told.whole.beats == {kind: account.classes().count(kind) for kind in set(account.classes())}
    assert told.whole.alerts == {Kind.PAIR: 1}
    assert told.whole.alarms == {Condition.EXTREME_TACHYCARDIA: 1}
    assert told.whole.by_priority() == {Priority.HIGH: 1}
    assert told.whole.analysed_s == pytest.approx((STOP - START - 500) / FS)
    assert told.whole.share[StateKind.BIGEMINY] == pytest.approx(601 / (STOP - START - 500))


def off(account, lead, start, end, kind=Kind.FLAT):
    pair = account.alerts[0]
    return replace(
        pair, kind=kind, start=start, end=end, peak=start, lead=lead, beats=(), scores={}, thresholds={}
    )


def test_time_without_a_signal_on_any_lead_is_counted_and_no_share_is_of_it(account):
    both = replace(account, columns=(0, 1), analysed=((START, STOP),))
    one = off(account, "MLII", 4000, 6999)
    other = off(account, "V1µ", 5000, 7999, Kind.GAP)
    assert summary(replace(both, alerts=(one,))).whole.silent_s == 0
    small = off(account, "V1µ", 5000, 7999, Kind.SMALL)
    assert summary(replace(both, alerts=(one, small))).whole.silent_s == 0
    noisy = tuple(State(StateKind.UNUSABLE, 6500, 7999, 6500, 8100, lead=lead) for lead in ("MLII", "V1µ"))
    told = summary(replace(both, alerts=(one, other), states=noisy)).whole
    assert told.silent_s == pytest.approx(2000 / FS)
    assert told.silent == pytest.approx(2000 / (STOP - START))
    assert told.share[StateKind.UNUSABLE] == pytest.approx(1000 / (STOP - START - 2000))
    alone = replace(account, alerts=(one,), analysed=((START, 5000), (6000, STOP)))
    assert summary(alone).whole.silent_s == pytest.approx(2000 / FS)


def test_a_stretch_without_any_signal_has_no_shares(account):
    told = summary(replace(account, alerts=(off(account, "MLII", START, STOP - 1),))).whole
    assert told.silent == 1.0
    assert told.share == {}


def test_rates_are_means_of_eight_intervals_and_say_where(account):
    r_peaks = np.cumsum(np.concatenate([[4000], np.full(20, 300), np.full(8, 180), np.full(20, 300)]))
    long = replace(account, beats=make_beats(r_peaks), stop=20000, analysed=((START, 20000),), states=())
    rates = summary(long).whole.rates
    assert rates.high == pytest.approx(60 * FS / 180)
    assert rates.high_at == r_peaks[28]
    assert rates.low == pytest.approx(60 * FS / 300)
    assert rates.mean == pytest.approx(60 * FS * 48 / (r_peaks[-1] - r_peaks[0]))


def test_intervals_where_beats_do_not_count_are_left_out(account):
    r_peaks = np.cumsum(np.concatenate([[4000], np.full(20, 300), np.full(30, 100), np.full(20, 300)]))
    flutter = State(StateKind.FLUTTER, int(r_peaks[20]), int(r_peaks[50]), 12000, 13500)
    long = replace(
        account, beats=make_beats(r_peaks), stop=25000, analysed=((START, 25000),), states=(flutter,)
    )
    assert summary(long).whole.rates.high == pytest.approx(60 * FS / 300)


def test_the_moments_are_those_of_the_longest_and_fastest_run(account):
    pair = account.alerts[0]
    slow = replace(pair, kind=Kind.RUN, beats=(4300, 4600, 4900), rate_bpm=110.0)
    fast = replace(pair, kind=Kind.RUN, start=7000, beats=(7000, 7100, 7200, 7300), rate_bpm=190.0)
    told = replace(account, alerts=(slow, fast))
    found = worth_a_strip(told, summary(told).whole)
    assert [one.why for one in found] == [LONGEST_AND_FASTEST_RUN, HIGHEST_RATE, LOWEST_RATE]
    assert found[0].event is fast


def test_alarms_come_by_condition_with_their_lengths(account):
    assert raised(account) == [(Condition.EXTREME_TACHYCARDIA, 1, 1001.0, 1001.0)]


def test_alarms_stand_by_priority_the_technical_among_the_others(account):
    some = [replace(account.alarms[0], condition=condition) for condition in Condition]
    urgency = list(Priority)
    told = [urgency.index(row[0].priority) for row in raised(replace(account, alarms=tuple(some)))]
    assert len(told) == len(Condition)
    assert told == sorted(told)


def test_an_alarm_that_goes_on_lasts_to_the_end_of_the_stretch(account):
    going = replace(account.alarms[0], end=None, over=None)
    told = replace(account, alarms=(*account.alarms, going))
    last = STOP - 5000
    assert raised(told) == [(Condition.EXTREME_TACHYCARDIA, 2, 1001.0 + last, float(last))]
    assert raised(told.within(5500, 5700)) == [(Condition.EXTREME_TACHYCARDIA, 2, 400.0, 200.0)]


def test_of_a_real_record(data_dir):
    account = models.Watch(models.open_source("208", data_dir), duration_s=120).run()
    told = summary(account)
    assert [row.start for row in told.rows] == [0, 60 * 360]
    assert sum(row.n_beats for row in told.rows) == told.whole.n_beats == len(account.beats)
    assert told.whole.burden(BeatClass.ECTOPIC) > 0.2
    assert told.whole.rates.low < told.whole.rates.mean < told.whole.rates.high


@given(
    each=st.lists(
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), min_size=1, max_size=5),
        min_size=1,
        max_size=4,
    )
)
def test_time_in_all_leads_is_counted_as_sample_by_sample(each):
    inside = [{at for begin, end in spans for at in range(begin, end)} for spans in each]
    assert _in_all([[tuple(span) for span in spans] for spans in each]) == len(set.intersection(*inside))
