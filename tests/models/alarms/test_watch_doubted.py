"""Beats that are doubted: slight ones, hardly ventricular ones, uneven ones, and those after flutter."""

import math
from itertools import accumulate, cycle

import numpy as np
import pytest

from models.alarms.conditions import Condition
from models.alarms.limits import Limits
from models.alarms.rules.rates import ExtremeRate, VentricularBeats
from models.alarms.rules.rhythms import Rhythms
from models.alarms.rules.ventricular import InARow
from models.alarms.seen import Beat, Reader
from models.alarms.sizes import BEATS, Sizes
from models.signal.states import State, StateKind
from tests.made_alarms import FS, Made, beats, told


def row(times, name="N", *, score=math.nan, slight=False):
    at = [round(FS * t) for t in times]
    return [Beat(t, t + 40, name == "V", True, None, name == "V", score, slight) for t in at]


def raised(rule, *made, seconds=120, states=()):
    known = tuple(sorted((beat for one in made for beat in one), key=lambda beat: beat.r_peak))
    (analysis,) = Made(seconds, states=states).analyses()
    return [a.condition for a in rule.push(Reader(FS, 1).told(known, analysis.block)) if a.goes_on]


def steps(first, intervals, n):
    return list(
        accumulate((next_ for next_, _ in zip(cycle(intervals), range(n), strict=False)), initial=first)
    )


SINUS = row(np.arange(1, 20, 0.8))
FAST = [20.0, 20.4, 20.8, 21.2, 21.6]


@pytest.mark.parametrize(
    ("score", "told_as"), [(1.5, "tachycardia"), (1.05, "nothing"), (math.nan, "tachycardia")]
)
def test_beats_that_are_hardly_ventricular_are_no_tachycardia(score, told_as):
    found = raised(InARow(FS, Limits()), SINUS, row(FAST, "V", score=score))
    assert (Condition.VENTRICULAR_TACHYCARDIA in found) == (told_as == "tachycardia")
    assert (Condition.VENTRICULAR_RUN in found) == (told_as == "tachycardia")


def test_one_that_is_hardly_ventricular_breaks_no_tachycardia_off():
    going_on = [*row(FAST, "V", score=2.0), *row([22.0], "V", score=1.01), *row([22.4, 22.8], "V", score=2.0)]
    assert raised(InARow(FS, Limits()), SINUS, going_on).count(Condition.VENTRICULAR_TACHYCARDIA) == 1


def test_intervals_of_which_one_is_twice_another_are_no_tachycardia():
    uneven = [20.0, 20.3, 21.0, 21.35, 22.0]
    found = raised(InARow(FS, Limits()), SINUS, row(uneven, "V", score=2.0))
    assert found == [Condition.VENTRICULAR_RUN]
    assert Condition.VENTRICULAR_TACHYCARDIA in raised(InARow(FS, Limits()), SINUS, row(uneven, "V")), (
        "annotated beats are not doubted"
    )


def test_low_ones_are_slight_until_there_are_as_many_as_make_the_usual():
    sizes = Sizes(2)
    assert not any(sizes.slight([1.0, -0.8]) for _ in range(BEATS))
    assert sizes.slight([0.1, 0.1])
    assert not sizes.slight([0.1, -0.8]), "large in one lead is large enough"
    told_slight = [sizes.slight([0.1, 0.1]) for _ in range(20)]
    assert told_slight == [True] * (BEATS - 1) + [False] * (20 - BEATS + 1)


def test_nothing_is_slight_before_there_is_a_usual_height():
    assert not Sizes(1).slight([0.05])
    assert not Sizes(1).slight([0.0])


def test_p_waves_between_slow_escape_beats_make_no_run_and_no_premature_beats():
    escape = row(np.arange(21.2, 110, 1.7), "V", score=2.0)
    p_waves = row(np.arange(21.2 + 1.3, 110, 1.7), "V", score=1.5, slight=True)
    for rule in (InARow(FS, Limits()), VentricularBeats(FS, Limits())):
        assert raised(rule, SINUS, escape, p_waves) == []
    taken = row([beat.r_peak / FS for beat in p_waves], "V", score=1.5)
    assert raised(InARow(FS, Limits()), SINUS, escape, taken) != [], "were they beats they would be early"


@pytest.mark.parametrize(("slight", "expected"), [(True, []), (False, [Condition.BIGEMINY])])
def test_pulses_that_take_turns_with_beats_are_no_bigeminy(slight, expected):
    turns = State(StateKind.BIGEMINY, 2000, 3500, 2600, 3600)
    pulses = row(np.arange(20.5, 35, 2.0), slight=slight)
    assert raised(Rhythms(FS, Limits()), row(np.arange(20, 35, 2.0), "V"), pulses, states=[turns]) == expected


def test_an_irregular_rhythm_in_groups_is_no_atrial_fibrillation():
    """In Wenckebach's block the intervals shorten, and then comes a pause."""
    irregular = State(StateKind.IRREGULAR, 500, 5500, 3500, 5600)
    groups = row(steps(1.0, [0.89, 0.84, 0.82, 1.44], 58))
    assert raised(Rhythms(FS, Limits()), groups, states=[irregular]) == []
    chance = row(steps(1.0, np.random.default_rng(3).uniform(0.5, 1.3, 58), 58))
    assert raised(Rhythms(FS, Limits()), chance, states=[irregular]) == [Condition.ATRIAL_FIBRILLATION]


@pytest.mark.parametrize("cuts", [(), range(10, 6000, 37)])
def test_beats_after_flutter_count_once_it_is_known_to_be_over(cuts):
    flutter = State(StateKind.FLUTTER, 1500, 3000, 1700, 3300)
    slow = [(30.5, "N"), (32.6, "N"), (34.7, "N"), (36.8, "N"), (38.9, "N"), (41.0, "N")]
    news = told(Made(60, [*beats(1, 15, 60), (20.0, "N"), *slow], states=[flutter]), cuts=cuts)
    (began,) = [a for a in news if a.condition is Condition.EXTREME_BRADYCARDIA and a.goes_on]
    assert (began.start, began.raised) == (3050, 3890 + 40)


def test_a_rate_just_beyond_its_limit_is_found_at_a_low_sampling_frequency():
    """At 128 Hz intervals are whole samples: 55 of them are 139.6 a minute, 54 are 142.2."""
    fs = 128.0
    at = steps(128, [54, 55, 55], 40)
    known = tuple(Beat(t, t + 40, False, True, None) for t in at)
    rule = ExtremeRate(fs, Condition.EXTREME_TACHYCARDIA, 140.0, 17)
    (analysis,) = Made(60).analyses()
    assert any(alarm.goes_on for alarm in rule.push(Reader(fs, 1).told(known, analysis.block)))


def test_another_form_of_the_rhythm_may_quicken_as_one_breathes():
    """A bundle branch block after half a minute of it: no interval is much shorter than the one before."""
    breath = [0.82 + 0.09 * math.cos(t / 3) for t in range(60)]
    block = row(steps(20.3, breath, 60), "V", score=1.5)
    for rule in (InARow(FS, Limits()), VentricularBeats(FS, Limits())):
        assert raised(rule, SINUS, block) == []


def test_a_late_beat_is_no_premature_one():
    rule = VentricularBeats(FS, Limits(pvcs=3))
    escapes = np.arange(21.7, 60, 2.5)
    assert raised(rule, SINUS, row(escapes, "V"), row(escapes + 0.8)) == []
