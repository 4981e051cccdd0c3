"""Which beats and rhythms raise which alarm, when, and when it is over."""

from dataclasses import replace

import pytest

from models.alarms.conditions import Condition
from models.alarms.limits import PROFILES, Limits
from models.alarms.rules.rule import Switch
from models.alarms.rules.silence import DELAY_S
from models.alarms.rules.ventricular import InARow
from models.alarms.seen import Beat, Reader
from models.signal.faults import Fault, FaultKind
from models.signal.states import State, StateKind
from tests.made_alarms import FS, Made, beats, told

FLAT = Fault(FaultKind.FLAT, 2000, 3000, 2200, 3010, 0.0)
"""A lead that fell off from second 20 to second 30."""


def of(news, condition):
    return [alarm for alarm in news if alarm.condition is condition]


def s(samples):
    return samples / FS


def test_ordinary_beats_raise_nothing():
    assert told(Made(60, beats(1, 59, 75))) == []


def test_asystole_comes_four_seconds_after_the_last_beat_and_ends_with_the_next():
    began, ended = told(Made(60, [*beats(1, 20, 60), *beats(30, 58, 60)]))
    assert began.condition is ended.condition is Condition.ASYSTOLE
    assert (s(began.start), s(began.raised)) == (19, 19 + 4 + DELAY_S)
    assert (s(ended.end), ended.over) == (30, 3000 + 40)
    assert began.goes_on
    assert not ended.goes_on
    assert (began.source, began.offset) == ("made", 7)
    assert began.title() == "Asystole: 4.0 s"
    assert began.priority == "high"
    assert Condition.ASYSTOLE.lethal


@pytest.mark.parametrize("silence_s", [4.0, 4.1, 4.15])
def test_an_asystole_that_ends_before_it_could_be_known_is_told_by_the_beat_that_ends_it(silence_s):
    paused = [*beats(1, 20, 60), *beats(19 + silence_s, 58, 60)]
    news = of(told(Made(60, paused, pauses=[(19 + silence_s, silence_s)])), Condition.ASYSTOLE)
    began, ended = news
    assert (s(began.start), s(began.raised)) == (19, pytest.approx(19 + silence_s + 0.4))
    assert (s(ended.end), ended.over) == (pytest.approx(19 + silence_s), began.raised)
    assert began.value == pytest.approx(silence_s)


def test_a_shorter_pause_or_one_in_which_a_beat_may_have_been_missed_is_no_asystole():
    shorter = [*beats(1, 20, 60), *beats(22.9, 58, 60)]
    assert of(told(Made(60, shorter, pauses=[(22.9, 3.9)])), Condition.ASYSTOLE) == []
    assert of(told(Made(60, [*beats(1, 20, 60), *beats(23.1, 58, 60)])), Condition.ASYSTOLE) == []
    waves = Made(
        60, [*beats(1, 20, 60), *beats(23.1, 58, 60)], waves=[(19.5, 23, 0.25)], pauses=[(23.1, 4.1)]
    )
    assert of(told(waves), Condition.ASYSTOLE) == []


def test_what_comes_with_the_beat_that_ends_an_asystole_is_no_part_of_it():
    """As the tremor of someone who comes to; half of what is looked at is the line of an asystole."""
    paused, late = [*beats(1, 20, 60), *beats(23.1, 58, 60)], (22.1, 23.6, 0.25)
    news = of(told(Made(60, paused, waves=[late], pauses=[(23.1, 4.1)])), Condition.ASYSTOLE)
    assert [s(alarm.start) for alarm in news] == [19, 19]


def test_the_length_that_an_asystole_came_to_is_told():
    _, ended = told(Made(60, [*beats(1, 20, 60), *beats(25, 58, 60)], pauses=[(25.0, 6.0)]))[:2]
    assert ended.in_full() == "Asystole: 4.0 s, at worst 6.0 s"
    _, ended = told(Made(60, [*beats(1, 20, 60), *beats(35, 58, 60)]))[:2]
    assert ended.in_full() == "Asystole: 4.0 s, at worst 16.0 s", "longer than what is known to be a pause"


def test_the_limit_of_asystole_is_the_profile_s():
    made = Made(60, [*beats(1, 20, 180), *beats(23.0, 58, 180)])
    assert of(told(made), Condition.ASYSTOLE) == []
    assert [alarm.condition for alarm in told(made, PROFILES["neonate"])] == [Condition.ASYSTOLE] * 2


@pytest.mark.parametrize(
    "deaf",
    [
        {"gaps": [(20.0, 35.0)]},
        {"faults": [Fault(FaultKind.FLAT, 2000, 3500, 2200, 3510, 0.0)]},
        {"states": [State(StateKind.UNUSABLE, 2000, 3500, 2100, 3550, "electrode motion")]},
    ],
)
def test_a_deaf_monitor_concludes_nothing_from_silence(deaf):
    news = told(Made(60, [*beats(1, 20, 60), *beats(36, 58, 60)], **deaf))
    assert of(news, Condition.ASYSTOLE) == []
    assert len(of(news, Condition.NO_LEAD)) == 2, "but it says that it is deaf, and when that is over"


def test_asystole_is_found_after_the_lead_is_back():
    news = told(Made(60, beats(1, 20, 60), gaps=[(20.0, 25.0)]))
    (alarm,) = of(news, Condition.ASYSTOLE)
    assert 25 + 4 <= s(alarm.raised) <= 25 + 15


@pytest.mark.parametrize(
    "states", [[State(StateKind.UNUSABLE, 2600, 4000, 2700, 4050, "baseline wander")], []]
)
def test_only_a_beat_ends_an_asystole_that_was_told(states):
    gaps = [] if states else [(26.0, 40.0)]
    news = told(Made(60, [*beats(1, 20, 60), *beats(45, 58, 60)], states=states, gaps=gaps))
    began, ended = of(news, Condition.ASYSTOLE)
    assert (s(began.start), s(ended.end)) == (19, 45), (
        "what is left of a signal without beats may pass for noise"
    )


def test_flutter_takes_the_place_of_an_asystole():
    flutter = State(StateKind.FLUTTER, 3000, 4500, 3300, 4800)
    news = told(Made(60, [*beats(1, 20, 60), *beats(49, 58, 60)], states=[flutter]))
    _, ended = of(news, Condition.ASYSTOLE)
    assert 33 <= s(ended.over) <= 33 + 10


def test_where_there_are_waves_it_is_waited_whether_they_are_fibrillation():
    fine = State(StateKind.FLUTTER, 2000, 4500, 2600, 4700, "waves without a rest and without QRS complexes")
    made = Made(60, [*beats(1, 20, 60), *beats(50, 58, 60)], waves=[(19.5, 46, 0.25)], states=[fine])
    assert {alarm.condition for alarm in told(made) if alarm.raised < 2900} == {Condition.FLUTTER}


@pytest.mark.parametrize("mv", [0.05, 0.25])
def test_waves_that_are_no_fibrillation_do_not_hide_asystole(mv):
    began, *_ = told(Made(60, [*beats(1, 20, 60), *beats(50, 58, 60)], waves=[(19.5, 49, mv)]))
    assert began.condition is Condition.ASYSTOLE
    assert s(began.raised) - 19 == pytest.approx(4.6 if mv < 0.1 else 7.6)


def test_a_heart_that_does_not_beat_from_the_beginning_is_told_within_ten_seconds():
    (began,) = told(Made(20))
    assert began.condition is Condition.ASYSTOLE
    assert s(began.raised) < 10


def test_a_signal_too_small_for_beats_does_not_hide_asystole():
    small = Fault(FaultKind.SMALL, 2000, 5999, 2500, None, 0.02)
    news = told(Made(60, beats(1, 20, 60), faults=[small]))
    assert len(of(news, Condition.ASYSTOLE)) == 1
    assert len(of(news, Condition.SMALL)) == 1


def test_five_fast_ventricular_beats_are_tachycardia_and_end_with_another_beat():
    news = told(Made(40, [*beats(1, 20, 60), *beats(20, 23.9, 150, "V"), *beats(24.5, 39, 60)]))
    run = of(news, Condition.VENTRICULAR_RUN)
    began, ended = of(news, Condition.VENTRICULAR_TACHYCARDIA)
    assert s(run[0].raised) == pytest.approx(20.8 + 0.4), "with the third beat it is a run"
    assert s(run[1].over) == pytest.approx(21.6 + 0.4), "which gives way with the fifth"
    assert (s(began.start), s(began.raised)) == (20, pytest.approx(22.0))
    assert began.value == pytest.approx(150)
    assert began.title() == "Ventricular tachycardia: 150/min"
    assert began.why() == "the limit is 100/min"
    assert s(ended.end) == pytest.approx(23.6)
    assert s(ended.over) == pytest.approx(24.9)
    assert of(news, Condition.COUPLET) == []


def test_a_sustained_tachycardia_is_not_over_because_its_beats_have_become_usual():
    ventricular = beats(20.4, 55, 160, "V")
    usual = beats(ventricular[-1][0] + 0.375, 80, 160)
    after = beats(80.5, 118, 75)
    news = of(
        told(Made(120, [*beats(1, 20, 75), *ventricular, *usual, *after])), Condition.VENTRICULAR_TACHYCARDIA
    )
    assert [alarm.over is None for alarm in news] == [True, False]
    assert s(news[1].end) == pytest.approx(80, abs=0.5)
    short = of(
        told(Made(120, [*beats(1, 20, 75), *beats(20.4, 40, 160, "V"), *beats(40.2, 70, 160), *after])),
        Condition.VENTRICULAR_TACHYCARDIA,
    )
    assert s(short[1].end) < 41


def test_noise_that_becomes_known_in_a_run_does_not_end_it():
    """Fast broad beats look like noise; the alerts of beats in it are withheld, and their shape is known."""
    rule = InARow(FS, Limits())
    row = [Beat(round(100 * at), round(100 * at) + 40, name == "V", True, None, at > 5) for at, name in RUN]
    made = Made(12)
    (analysis,) = made.analyses()
    seen = Reader(FS, 1).told(tuple(row), analysis.block)
    assert Condition.VENTRICULAR_TACHYCARDIA in {alarm.condition for alarm in rule.push(seen)}


RUN = [*beats(1, 5, 75), (5.4, "V"), (5.8, "V"), (6.2, "V"), (6.6, "N"), (7.0, "N")]


def test_slow_ventricular_beats_in_a_row_are_a_run():
    news = told(Made(40, [*beats(1, 20, 60), *beats(20, 28, 80, "V"), *beats(28.6, 39, 60)]))
    assert of(news, Condition.VENTRICULAR_TACHYCARDIA) == []
    assert len(of(news, Condition.VENTRICULAR_RUN)) == 2


@pytest.mark.parametrize(("first", "rate"), [(21.0, 60), (21.4, 40)])
def test_beats_that_come_on_time_or_late_are_no_run_however_they_look(first, rate):
    """A bundle branch block, a pacemaker; an escape rhythm."""
    other = beats(first, 50, rate, "V")
    news = told(Made(60, [*beats(1, 20.5, 60), *other, *beats(other[-1][0] + 1, 58, 60)]))
    assert {alarm.condition for alarm in news} <= {Condition.RATE_LOW}
    two = told(Made(60, [*beats(1, 20.5, 60), *other[:2], *beats(other[1][0] + 1, 58, 60)]))
    assert of(two, Condition.COUPLET) == []


def test_one_that_comes_early_makes_it_a_run():
    early = [(20.6, "V"), (21.4, "V"), (22.3, "V")]
    news = told(Made(60, [*beats(1, 20.5, 60), *early, *beats(23.5, 58, 60)]))
    assert [alarm.condition for alarm in news] == [Condition.VENTRICULAR_RUN] * 2


def test_fast_ventricular_beats_are_tachycardia_even_if_the_heart_was_as_fast_before():
    news = told(Made(60, [*beats(1, 20.1, 110), *beats(20.1, 40, 110, "V"), *beats(40.5, 58, 75)]))
    assert len(of(news, Condition.VENTRICULAR_TACHYCARDIA)) == 2


def test_a_couplet_is_told_once_it_is_over_and_a_single_beat_not_at_all():
    pair = [(20.0, "V"), (20.5, "V")]
    news = told(Made(40, [*beats(1, 20, 60), *pair, *beats(21.5, 30, 60), (30.2, "V"), *beats(31, 39, 60)]))
    (couplet,) = news
    assert couplet.condition is Condition.COUPLET
    assert couplet.raised == couplet.over == 2150 + 40
    assert couplet.title() == "Ventricular couplet: 2 beats at 120/min"


def test_the_last_ventricular_beats_of_a_row_end_by_themselves():
    news = told(Made(40, [*beats(1, 20, 60), *beats(20, 23.9, 150, "V")], gaps=[(24.0, 40.0)]))
    began, ended = of(news, Condition.VENTRICULAR_TACHYCARDIA)
    assert ended.over == began.end if began.end else 2360 + 40 + 200


def test_extreme_rates_count_so_many_beats():
    slow = told(Made(60, [*beats(1, 20, 60), *beats(22, 58, 30)]))
    (began,) = of(slow, Condition.EXTREME_BRADYCARDIA)
    assert s(began.raised) == pytest.approx(26.4), "most of five beats are slow, not one interval alone"
    fast = told(Made(60, [*beats(1, 20, 60), *beats(20, 30, 160), *beats(30, 58, 60)]))
    began, ended = of(fast, Condition.EXTREME_TACHYCARDIA)
    assert began.value > 140
    assert s(began.raised) <= 20 + 16 * 60 / 140 + 0.4
    assert s(ended.over) < 30 + 5 + 3, "back within the limit, and calm for five seconds"


def test_one_p_wave_among_the_beats_does_not_begin_a_bradycardia_anew():
    slow = beats(1, 58, 35)
    news = told(Made(60, sorted([*slow, (28.5, "N")])))
    (began,) = of(news, Condition.EXTREME_BRADYCARDIA)
    assert began.goes_on


def test_the_heart_rate_s_limits_and_what_is_shown_are_one_rate():
    news = told(Made(90, [*beats(1, 30, 60), *beats(30, 60, 130), *beats(60, 89, 60)]))
    began, ended = of(news, Condition.RATE_HIGH)
    assert 120 < began.value < 131
    assert began.limit == 120
    assert 60 < s(ended.end) < 70
    assert of(news, Condition.RATE_LOW) == []
    assert of(told(Made(60, beats(1, 59, 45))), Condition.RATE_LOW)


def test_a_rate_that_wavers_about_its_limit_is_one_alarm():
    switch = Switch(Condition.RATE_HIGH, calm=500)
    news = [*switch.on(0, 10, 121.0, 120.0), *switch.off(300, 310), *switch.on(350, 390, 122.0, 120.0)]
    news += [*switch.off(900, 910), *switch.tick(1409)]
    assert [alarm.over for alarm in news] == [None]
    assert switch.going_on == (replace(news[0], worst=122.0),)
    (ended,) = switch.tick(5000)
    assert (ended.start, ended.raised, ended.end, ended.over) == (0, 10, 900, 1410)
    assert switch.going_on == ()


def test_no_rate_is_told_of_the_first_beats():
    """The detector has yet to settle, and may take a P wave for a beat."""
    assert told(Made(40, [(0.8, "N"), (1.0, "N"), *beats(1.8, 38, 75)])) == []


@pytest.mark.parametrize("lost", [{"gaps": [(20.0, 30.0)]}, {"faults": [FLAT]}])
def test_no_rate_is_told_of_the_first_beats_after_the_signal_was_lost(lost):
    again = [*beats(30.4, 30.9, 150, "V"), *beats(31.6, 58, 75)]
    news = told(Made(60, [*beats(1, 20, 75), *again], **lost))
    assert of(news, Condition.RATE_HIGH) == [], "one early beat after another is no rate of 150"


@pytest.mark.parametrize("lost", [{"gaps": [(20.0, 30.0)]}, {"faults": [FLAT]}])
def test_a_fast_heart_is_told_after_the_signal_was_lost(lost):
    news = of(told(Made(60, [*beats(1, 20, 75), *beats(30.4, 58, 150)], **lost)), Condition.RATE_HIGH)
    assert 30 < s(news[0].raised) < 34


def test_beats_of_another_form_do_not_count_as_premature_ones():
    other = beats(21.0, 50, 60, "V")
    assert told(Made(60, [*beats(1, 20.5, 60), *other, *beats(50, 58, 60)])) == []
    early = [(at - 0.3, "V") if i % 2 else (at, "N") for i, at in enumerate(float(t) for t in range(21, 50))]
    news = told(Made(60, [*beats(1, 20.5, 60), *early, *beats(50, 58, 60)]))
    assert [alarm.condition for alarm in news][:1] == [Condition.PVCS]
    late = [(at + 0.1, "V") if i % 2 else (at, "N") for i, at in enumerate(float(t) for t in range(21, 50))]
    assert of(told(Made(60, [*beats(1, 20.5, 60), *late, *beats(50, 58, 60)])), Condition.PVCS)


def test_ventricular_beats_within_a_minute():
    some = [(float(t), "V" if t % 5 == 0 else "N") for t in range(1, 119)]
    news = of(told(Made(120, some)), Condition.PVCS)
    assert len([alarm for alarm in news if alarm.goes_on]) == 1
    assert news[0].value == 11
    assert of(told(Made(120, some), Limits(pvcs=12)), Condition.PVCS) == []


def test_flutter_is_told_once_it_has_lasted_and_beats_in_it_are_none():
    flutter = State(StateKind.FLUTTER, 2000, 4000, 2250, 4300)
    news = told(Made(60, [*beats(1, 20, 60), *beats(21, 40, 200, "V"), *beats(44, 59, 60)], states=[flutter]))
    began, ended = of(news, Condition.FLUTTER)
    assert (s(began.start), s(began.raised)) == (20, 24)
    assert (s(ended.end), s(ended.over)) == (40, 43)
    assert {alarm.condition for alarm in news} <= {Condition.FLUTTER, Condition.VENTRICULAR_RUN}
    brief = State(StateKind.FLUTTER, 2000, 2300, 2250, 2350)
    assert told(Made(60, beats(1, 59, 60), states=[brief])) == []


def test_atrial_fibrillation_begins_and_ends():
    state = State(StateKind.IRREGULAR, 2000, 4000, 2500, 4200)
    began, *ended = told(Made(60, beats(1, 59, 60), states=[state]))
    assert (began.condition, began.raised) == (Condition.ATRIAL_FIBRILLATION, 2500)
    assert {a.condition for a in ended} == {
        Condition.ATRIAL_FIBRILLATION,
        Condition.ATRIAL_FIBRILLATION_ENDS,
    }
    assert all(alarm.over == 4200 for alarm in ended)


def test_a_pause_is_told_by_its_length():
    paused = [*beats(1, 20, 80), *beats(22.5, 58, 80)]
    (alarm,) = told(Made(60, paused, pauses=[(22.5, 3.5)]))
    assert alarm.condition is Condition.PAUSE
    assert alarm.title() == "Pause: 3.5 s"
    assert (alarm.start, alarm.end, alarm.raised) == (2250 - 350, 2250, 2290)
    assert told(Made(60, paused, pauses=[(22.5, 1.9)])) == []
