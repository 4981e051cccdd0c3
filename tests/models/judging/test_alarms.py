"""Annotations are put through the alarms' own rules; alarms are true, and episodes caught, by overlap."""

from dataclasses import replace

import numpy as np
import pytest

from assets.records.open import open_record
from models.alarms.alarm import Alarm
from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.judging.alarms import LIKE, episodes, judge
from models.judging.reference import Reference

FS, SECONDS = 100.0, 120


def reference(beats, flutter=(), atrial=()):
    def spans(some):
        return np.array([(a * FS, b * FS) for a, b in some], dtype=np.int64).reshape(-1, 2)

    return Reference(
        FS,
        np.array([round(at * FS) for at, _ in beats], dtype=np.int64),
        np.array([name for _, name in beats], dtype="<U1"),
        spans(flutter),
        spans(atrial),
        spans(()),
    )


def row(first, last, rate, name="N"):
    return [(float(at), name) for at in np.arange(first, last, 60 / rate).round(2)]


def told(beats, **spans):
    found = episodes(reference(beats, **spans), round(SECONDS * FS), Limits())
    return [(one.condition, one.start / FS) for one in found]


TACHYCARDIA = [*row(1, 30, 60), *row(30, 33.1, 150, "V"), *row(34, 119, 60)]


def test_an_episode_is_what_the_annotated_beats_would_have_raised():
    assert told(row(1, 119, 75)) == []
    conditions = dict(told(TACHYCARDIA))
    assert conditions[Condition.VENTRICULAR_TACHYCARDIA] == 30
    assert conditions[Condition.VENTRICULAR_RUN] == 30
    silent = [*row(1, 30, 60), *row(40, 119, 60)]
    assert (Condition.ASYSTOLE, 29) in told(silent)
    assert (Condition.PAUSE, 29) in told(silent)
    assert (Condition.ASYSTOLE, 29) in told([*row(1, 30, 60), *row(33.1, 119, 60)])
    assert Condition.ASYSTOLE not in dict(told([*row(1, 30, 60), *row(32.9, 119, 60)]))
    assert told(silent, flutter=[(30, 39)]) == [(Condition.FLUTTER, 30)], "few beats are annotated there"


def alarm(condition, start, end, raised):
    return Alarm(condition, round(start * FS), round(raised * FS), round(end * FS), round((end + 1) * FS))


def test_alarms_are_true_and_episodes_caught_by_overlap():
    known = reference(TACHYCARDIA)
    alarms = [
        alarm(Condition.VENTRICULAR_TACHYCARDIA, 30, 33, 32.5),
        alarm(Condition.VENTRICULAR_TACHYCARDIA, 60, 63, 62),
        alarm(Condition.COUPLET, 80, 81, 82),
    ]
    judged = judge(alarms, known, round(SECONDS * FS), Limits())
    tachycardia = judged[Condition.VENTRICULAR_TACHYCARDIA]
    assert (tachycardia.episodes, tachycardia.caught) == (1, 1)
    assert (tachycardia.alarms, tachycardia.true, tachycardia.false) == (2, 1, 1)
    assert tachycardia.onset_s == (2.5,)
    assert tachycardia.delay_s == (pytest.approx(0.9),), "the fifth beat came 1.6 s after the first"
    assert judged[Condition.VENTRICULAR_RUN].caught == 1, "the more urgent alarm told of it"
    assert judged[Condition.COUPLET].false == 1
    missed = judge([], known, round(SECONDS * FS), Limits())
    assert missed[Condition.VENTRICULAR_TACHYCARDIA].caught == 0


def test_a_fusion_beat_makes_an_alarm_true_and_no_episode():
    beats = [*row(1, 30, 60), (30.0, "V"), (30.5, "F"), *row(31.5, 119, 60)]
    judged = judge([alarm(Condition.COUPLET, 30, 30.5, 31)], reference(beats), round(SECONDS * FS), Limits())
    assert (judged[Condition.COUPLET].episodes, judged[Condition.COUPLET].true) == (0, 1)


def beats_in_turns(first, cycles, others):
    """Every so-manieth beat is ventricular, a beat a second."""
    return [
        (first + i * (others + 1) + k, "N" if k < others else "V")
        for i in range(cycles)
        for k in range(others + 1)
    ]


def test_beats_in_turns_are_an_episode_whether_annotators_named_it_or_not():
    bigeminy = [*row(1, 20, 60), *beats_in_turns(20.0, 6, 1), *row(32, 119, 60)]
    assert told(bigeminy) == [(Condition.BIGEMINY, 21)]
    trigeminy = [*row(1, 20, 60), *beats_in_turns(20.0, 4, 2), *row(32, 119, 60)]
    assert told(trigeminy) == [(Condition.TRIGEMINY, 22)]
    assert Condition.BIGEMINY not in dict(told(bigeminy, atrial=[(10, 60)])), "turns are chance there"
    fewer = [*row(1, 20, 60), *beats_in_turns(20.0, 2, 1), *row(24, 119, 60)]
    assert told(fewer) == []


def test_a_label_makes_an_alarm_about_turns_true_and_is_no_episode():
    spans = np.array([(20 * FS, 40 * FS)], dtype=np.int64)
    known = replace(reference(row(1, 119, 60)), bigeminy=spans)
    judged = judge([alarm(Condition.TRIGEMINY, 25, 30, 28)], known, round(SECONDS * FS), Limits())
    assert (judged[Condition.TRIGEMINY].episodes, judged[Condition.TRIGEMINY].true) == (0, 1)
    assert Condition.BIGEMINY not in judged


def test_where_no_rhythm_is_named_fibrillation_is_not_judged():
    of = [alarm(Condition.ATRIAL_FIBRILLATION, 20, 60, 40)]
    known = reference(row(1, 119, 60))
    assert judge(of, known, round(SECONDS * FS), Limits())[Condition.ATRIAL_FIBRILLATION].false == 1
    assert judge(of, replace(known, named=False), round(SECONDS * FS), Limits()) == {}


def test_only_what_is_more_urgent_stands_for_a_condition_beside_itself():
    order = list(Condition)
    for condition, like_it in LIKE.items():
        assert condition in like_it
        if condition not in (Condition.BIGEMINY, Condition.TRIGEMINY):
            assert max(like_it, key=order.index) is condition


def test_the_flutter_of_207_is_six_episodes(data_dir):
    record = open_record("207", data_dir=data_dir)
    known = Reference.of(record.annotations, record.fs, record.n_samples)
    found = [one.condition for one in episodes(known, record.n_samples, Limits())]
    assert found.count(Condition.FLUTTER) == 6
    assert Condition.ASYSTOLE not in found
    assert known.named


def test_the_supraventricular_database_names_no_rhythm(data_dir):
    record = open_record("800", data_dir=data_dir)
    assert not Reference.of(record.annotations, record.fs, record.n_samples).named
