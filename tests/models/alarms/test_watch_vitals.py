"""Alarms of pressures, saturation, pulse and breath, by their limits and their times."""

import weakref
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.sources.open import open_source
from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES, Limits
from models.alarms.rules.vitals import vital_rules
from models.alarms.seen import Beat, Seen
from models.alarms.watch import AlarmWatch
from models.alerts.analyzer import Analyzer
from models.leads.stream import shipped_stream
from models.library.watch import Watch
from models.patients.source import SCHEMES
from models.scenario.conducted import open_conducted
from models.scenario.plan import read_plan
from models.vitals.readings import Readings
from models.vitals.signs import Quality, Sign
from models.vitals.stream import VitalsStream

FS = 100


def readings(values, quality=None):
    """Rows a second: a sign's values, NaN for none; `quality` for where there is none."""
    n = max(len(v) for v in values.values())
    rows = np.full((n, len(Sign)), np.nan, np.float32)
    why = np.full((n, len(Sign)), int(Quality.ABSENT), np.int8)
    for sign, given_values in values.items():
        rows[:, sign.column] = given_values
        why[:, sign.column] = np.where(np.isfinite(given_values), 0, (quality or {}).get(sign, Quality.GAP))
    return Readings(FS * np.arange(n), rows, why)


def raised(told, limits=None, beats=(), cuts=()):
    """What all rules say: conditions with the second in which each came, in order."""
    rules = vital_rules(FS, limits or Limits())
    for rule in rules:
        rule.start_at(0)
    end = FS * len(told) + 1
    edges = [0, *sorted(cuts), end]
    news = []
    for first, stop in pairwise(edges):
        own = tuple(beat for beat in beats if first <= beat.emitted < stop)
        seen = Seen(own, (), None, None, None, told.between(first, stop))
        news += [alarm for rule in rules for alarm in rule.push(seen)]
    return sorted(
        (a.raised if a.over is None else a.over, a.condition.key, a.start, a.over is None, a.title())
        for a in news
    )


def came(told, **given_):
    return {key: at // FS for at, key, _, began, _ in raised(told, **given_) if began}


def beats_at(rate, seconds):
    peaks = np.arange(FS // 2, FS * seconds, 60 * FS / rate).astype(int)
    return tuple(Beat(int(p), int(p) + 30, False, True, None) for p in peaks)


def over(told):
    """The alarms that ended, as they ended."""
    news = []
    for rule in vital_rules(FS, Limits()):
        rule.start_at(0)
        news += rule.push(Seen((), (), None, None, None, told))
    return [alarm for alarm in news if alarm.over is not None]


def test_an_alarm_keeps_the_worst_that_came_while_it_lasted():
    systolic = [120.0] * 20 + [82.0] * 5 + [61.0] * 5 + [75.0] * 5 + [120.0] * 20
    (told,) = over(readings({Sign.ABP_SYSTOLIC: systolic, Sign.ABP_MEAN: [80.0] * 55}))
    assert (told.value, told.worst) == (82.0, 61.0)
    assert told.in_full() == "Blood pressure low: ABP systolic 82 mmHg, at worst 61.0 mmHg"
    fast = over(readings({Sign.RESPIRATION: [15.0] * 20 + [40.0] * 10 + [55.0] * 10 + [15.0] * 20}))
    assert [(one.value, one.worst) for one in fast] == [(40.0, 55.0)]
    even = over(readings({Sign.RESPIRATION: [15.0] * 20 + [40.0] * 20 + [15.0] * 20}))
    assert [one.worst for one in even] == [None]
    assert even[0].in_full() == even[0].title()


def test_another_figure_is_no_worse_value_of_the_first():
    systolic = [120.0] * 20 + [82.0] * 5 + [np.nan] * 10 + [120.0] * 20
    mean = [80.0] * 20 + [70.0] * 5 + [40.0] * 10 + [80.0] * 20
    (told,) = over(readings({Sign.ABP_SYSTOLIC: systolic, Sign.ABP_MEAN: mean}))
    assert (told.value, told.worst) == (82.0, None)


def test_a_low_pressure_is_told_after_three_seconds_and_is_over_after_five():
    systolic = [120.0] * 20 + [82.0] * 20 + [120.0] * 20
    told = raised(readings({Sign.ABP_SYSTOLIC: systolic, Sign.ABP_MEAN: [80.0] * 60}))
    assert [(at // FS, key, start // FS, began) for at, key, start, began, _ in told] == [
        (22, "pressure_low", 20, True),
        (45, "pressure_low", 20, False),
    ]
    assert told[0][-1] == "Blood pressure low: ABP systolic 82 mmHg"


def test_a_stream_of_hours_without_a_pulse_keeps_no_beat_for_a_reading_that_never_comes():
    rules = vital_rules(FS, Limits())
    for rule in rules:
        rule.start_at(0)
    kept = []
    for peak in range(0, 600 * FS, FS):
        beat = Beat(peak, peak + 30, False, True, None)
        kept.append(weakref.ref(beat))
        for rule in rules:
            rule.push(Seen((beat,), (), None, None, None, Readings.none()))
    del beat
    assert sum(one() is not None for one in kept) <= 60


def test_without_a_pulse_the_mean_pressure_counts():
    none = [120.0] * 10 + [np.nan] * 30
    told = readings({Sign.ABP_SYSTOLIC: none, Sign.ABP_MEAN: [90.0] * 10 + [30.0] * 30})
    assert came(told)["pressure_low"] == 12


@pytest.mark.parametrize(
    ("sign", "value", "key", "second"),
    [
        (Sign.ABP_SYSTOLIC, 170.0, "pressure_high", 12),
        (Sign.SPO2, 88.0, "spo2_low", 19),
        (Sign.SPO2, 75.0, "desaturation", 19),
        (Sign.RESPIRATION, 5.0, "respiration_low", 14),
        (Sign.RESPIRATION, 40.0, "respiration_high", 14),
        (Sign.BREATHLESS, 21.0, "apnoea", 10),
    ],
)
def test_each_limit_and_its_delay(sign, value, key, second):
    usual = {Sign.ABP_SYSTOLIC: 120.0, Sign.SPO2: 98.0, Sign.RESPIRATION: 15.0, Sign.BREATHLESS: 2.0}[sign]
    assert came(readings({sign: [usual] * 10 + [value] * 30}))[key] == second
    assert came(readings({sign: [usual] * 40})) == {}


def test_profiles_have_limits_of_their_own():
    told = readings({Sign.ABP_SYSTOLIC: [65.0] * 20, Sign.RESPIRATION: [45.0] * 20})
    assert set(came(told)) == {"pressure_low", "respiration_high"}
    assert came(told, limits=PROFILES["neonate"]) == {}


def test_a_pulse_that_differs_from_the_heart_rate_is_told_after_five_seconds():
    told = readings({Sign.PULSE: [75.0] * 20 + [50.0] * 20})
    found = raised(told, beats=beats_at(75, 40))
    assert [(at // FS, key) for at, key, *_ in found] == [(24, "pulse_deficit")]
    assert found[0][-1] == "Pulse differs from heart rate: 50 of 75/min"
    assert came(readings({Sign.PULSE: [69.0] * 40}), beats=beats_at(75, 40)) == {}


def jumping(before, after, at_s, seconds):
    """Beats at one steady rate, and from a second on at another."""
    peaks = np.arange(FS // 2, FS * at_s, 60 * FS / before)
    peaks = np.concatenate([peaks, np.arange(FS * at_s, FS * seconds, 60 * FS / after)]).astype(int)
    return tuple(Beat(int(p), int(p) + 30, False, True, None) for p in peaks)


@pytest.mark.parametrize(("before", "after"), [(75, 170), (170, 60), (60, 110)])
@pytest.mark.parametrize("second", range(24, 29))
def test_a_jump_of_the_heart_rate_is_no_difference_of_the_pulse(before, after, second):
    """A pulse is read of the waves that are alike: it jumps some seconds after the heart did."""
    told = readings({Sign.PULSE: [float(before)] * second + [float(after)] * (45 - second)})
    beats = jumping(before, after, 21, 45)
    assert came(told, beats=beats) == {}


def test_a_pulse_that_lacks_beats_of_an_unsteady_heart_is_told_though_some_of_them_are_as_slow():
    peaks = np.cumsum([FS * rr for rr in (0.5, 1.1) * 25])
    beats = tuple(Beat(int(p), int(p) + 30, False, True, None) for p in peaks)
    told = readings({Sign.PULSE: [54.5] * 35})
    assert set(came(told, beats=beats)) == {"pulse_deficit"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["vt", "svt"])
def test_a_simulated_tachycardia_with_its_pulses_raises_no_difference(kind):
    told = [alarm.condition for alarm in in_turn(kind)]
    assert Condition.EXTREME_TACHYCARDIA in told
    assert Condition.PULSE_DEFICIT not in told


def test_a_simulated_bigeminy_whose_early_beats_give_no_pulse_raises_it():
    notes = [alarm.note for alarm in in_turn("bigeminy") if alarm.condition is Condition.PULSE_DEFICIT]
    assert len(notes) == 1
    assert abs(int(notes[0].split(" of ")[0]) - 38) <= 3


def in_turn(kind):
    """Alarms of sinus rhythm, 25 s of a kind from 20 s on, and sinus rhythm again, with waves in step."""
    source = open_conducted("patient:sinus?vitals=yes")
    source.schedule(read_plan(f"in 20 s: {kind} for 25 s, then sinus 60"))
    return Watch(source, duration_s=65).run().alarms


def test_beats_without_a_pulse_are_told():
    told = readings({Sign.PULSE: [75.0] * 15 + [np.nan] * 20}, {Sign.PULSE: Quality.NO_PULSE})
    (one,) = raised(told, beats=beats_at(75, 35))
    assert one[-1] == "Pulse differs from heart rate: no pulse, heart rate 75/min"


def test_the_pulse_counts_where_there_is_no_heart_rate():
    told = readings({Sign.PULSE: [140.0] * 30})
    assert came(told) == {"pulse_high": 4}
    assert "pulse_high" not in came(told, beats=beats_at(140, 30))


def test_a_lead_that_gives_no_figure_any_more_is_told():
    flat = readings({Sign.ABP_MEAN: [80.0] * 10 + [np.nan] * 20}, {Sign.ABP_MEAN: Quality.FLAT})
    (one,) = raised(flat)
    assert (one[0] // FS, one[-1]) == (14, "No figure: flat line")
    never = readings({Sign.ABP_MEAN: [np.nan] * 30})
    assert raised(never) == []


values = st.lists(st.sampled_from([np.nan, 45.0, 85.0, 120.0, 175.0]), min_size=20, max_size=60)


@settings(max_examples=60)
@given(values, values, st.lists(st.integers(1, 6000), max_size=20))
def test_alarms_of_vital_signs_do_not_depend_on_how_the_stream_is_cut(pressure, pulse, cuts):
    n = min(len(pressure), len(pulse))
    told = readings({Sign.ABP_SYSTOLIC: pressure[:n], Sign.PULSE: pulse[:n], Sign.SPO2: pulse[:n]})
    beats = beats_at(75, n)
    assert raised(told, beats=beats, cuts=set(cuts)) == raised(told, beats=beats)


def test_a_heart_that_stops_lowers_the_pressure():
    source = open_source("patient:sinus?leads=II&vitals=yes", schemes=SCHEMES)
    info = source.info
    analyzer, vitals = Analyzer(info.fs, shipped_stream(info.fs, 1)), VitalsStream(info.fs, info.leads)
    watch, keys = AlarmWatch(info.fs, ["II"]), []
    for second in range(32):
        if second == 20:
            source.steer("vf")
        block = source.read(round(info.fs))
        analysis = replace(analyzer.push(block.samples[:, 0]), vitals=vitals.push(block.samples))
        keys += [a.condition for a in watch.push(analysis).news if a.goes_on]
    assert Condition.PRESSURE_LOW in keys
    assert Condition.FLUTTER in keys
    assert Condition.PRESSURE_HIGH not in keys
