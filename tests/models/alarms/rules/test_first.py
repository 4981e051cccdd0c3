"""Broad beats from the first one on are ventricular tachycardia where they are as fast as an extreme one."""

import numpy as np
import pytest
import torch

from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.first import WITHIN_S, FromTheFirst
from models.alarms.rules.ventricular import APART_S
from models.alarms.seen import Beat
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer
from models.leads.stream import shipped_stream
from models.patients.opening import open_any

FS = 250.0


def first():
    return FromTheFirst(FS, Limits(), round(APART_S * FS))


def row(n, rate, *, start=1.0, broad=True):
    """Beats at a rate a minute; before the first of a stream nothing is known."""
    at = (start + 60 / rate * np.arange(n)) * FS
    return [Beat(round(a), round(a) + 90, False, i > 0, None, broad=broad) for i, a in enumerate(at)]


def test_as_many_beats_as_make_an_extreme_tachycardia_are_needed():
    followed = first()
    assert [followed.take(beat) for beat in row(20, 170)] == [False] * 16 + [True] * 4


@pytest.mark.parametrize("rate", [75, 110, 138])
def test_a_slower_one_may_be_a_bundle_branch_block(rate):
    followed = first()
    assert not any(followed.take(beat) for beat in row(60, rate))


def test_irregular_ones_are_none():
    followed = first()
    jitter = np.random.default_rng(3).uniform(0.7, 1.3, 60).cumsum() * 60 / 170
    beats = [
        Beat(round(a * FS), round(a * FS) + 90, False, i > 0, None, broad=True) for i, a in enumerate(jitter)
    ]
    assert not any(followed.take(beat) for beat in beats)


def test_one_narrow_beat_or_one_that_is_not_whole_ends_it_for_good():
    for other in (Beat(2000, 2090, False, True, None), Beat(2000, 2090, False, False, None, broad=True)):
        followed = first()
        assert [followed.take(beat) for beat in row(18, 170)][-1]
        assert not followed.take(other)
        assert not any(followed.take(beat) for beat in row(30, 170, start=9.0))
        followed.forget()
        assert any(followed.take(beat) for beat in row(30, 170))


def test_what_becomes_fast_later_has_beats_that_are_usual():
    followed = first()
    slow = row(50, 80)
    assert slow[-1].r_peak > WITHIN_S * FS
    fast = row(40, 170, start=slow[-1].r_peak / FS + 0.35)
    assert not any(followed.take(beat) for beat in [*slow, *[b for b in fast if b.whole]])


def alarms(source, seconds, after=lambda second: None):
    torch.set_num_threads(1)
    info = source.info
    names = [lead.name for lead in info.leads]
    analyzer = Analyzer(info.fs, shipped_stream(info.fs, len(names)), together=names)
    watch, news = AlarmWatch(info.fs, names), []
    for second in range(seconds):
        after(second)
        news += watch.push(analyzer.push(source.read(round(info.fs)).samples)).news
    return [(alarm.condition, alarm.start / info.fs, alarm.raised / info.fs, alarm.over) for alarm in news]


@pytest.mark.parametrize("name", ["vt", "vt?rate=150&seed=2", "vt?rate=220&seed=3"])
def test_a_patient_who_has_it_from_the_start_has_ventricular_tachycardia(name):
    told = [one for one in alarms(open_any(f"patient:{name}"), 14) if one[0].lethal]
    (found,) = [one for one in told if one[0] is Condition.VENTRICULAR_TACHYCARDIA]
    _, start, raised, over = found
    assert start < 2
    assert raised < 9
    assert over is None


def test_it_is_over_with_the_first_narrow_beat_and_the_rhythm_after_it_is_none():
    source = open_any("patient:vt?seed=3")

    def turn(second):
        if second == 14:
            source.steer("sinus", {"rate": 70}, in_s=0)

    told = [one for one in alarms(source, 40, turn) if one[0] is Condition.VENTRICULAR_TACHYCARDIA]
    assert [one[3] is None for one in told] == [True, False]
    assert 13 < told[-1][3] / FS < 17


@pytest.mark.parametrize("name", ["svt", "lbbb?rate=110", "paced", "sinus?rate=150", "af?rate=160"])
def test_others_have_none(name):
    told = [one[0] for one in alarms(open_any(f"patient:{name}"), 14)]
    assert Condition.VENTRICULAR_TACHYCARDIA not in told
