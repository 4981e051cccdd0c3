"""A scenario is one stream: steered, joined, labelled, and the same however it is read."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from models.patients.patient import Patient
from models.scenario.plan import read_plan
from models.scenario.player import What
from models.scenario.script import Deed
from models.scenario.source import disturbances_in
from tests.models.scenario.made import FS, played, scenario

TWO = """
[[step]]
name = "one"
patient = "sinus"
options = { rate = 80 }
lasts_s = 6
[[step.on]]
does = "shock"
go = "two"
[[step]]
name = "two"
patient = "vf"
lasts_s = 5
"""
JOINED = """
[[step]]
name = "before"
patient = "sinus"
lasts_s = 4
[[step]]
name = "minutes"
record = "ramp"
start_s = 10
lasts_s = 5
[[step]]
name = "after"
patient = "vf"
lasts_s = 4
"""
GLIDE = """
[[step]]
name = "slow"
patient = "sinus"
options = { rate = 50 }
lasts_s = 10
[[step]]
name = "fast"
patient = "sinus"
options = { rate = 150 }
smooth_s = 20
lasts_s = 40
"""


def rhythms(labels):
    return [(round(at / FS, 1), aux) for at, symbol, aux in labels if symbol == "+"]


def test_it_tells_nothing_of_what_is_to_come():
    source, _, _ = played(scenario(TWO, bed="Mr Hill", about="He will fibrillate."), 10)
    info = source.info
    assert info.name == "Mr Hill"
    assert info.annotated
    assert not info.shows_reference
    said = " ".join((info.name, info.identity, info.notes, *info.comments, *info.warnings)).casefold()
    for word in ("vf", "sinus", "fibrillat", "scenario", "patient", "made"):
        assert word not in said


def test_steps_follow_in_their_time_and_the_stream_ends_with_the_last():
    source, samples, labels = played(scenario(TWO), 10**6)
    assert len(samples) == 11 * FS
    assert source.ended
    assert not len(source.read(100).samples)
    assert [aux for _, aux in rhythms(labels)] == ["(N", "(VF"]
    assert 6 <= rhythms(labels)[1][0] <= 7.5


def test_it_is_the_patient_himself_and_no_other():
    _, samples, _ = played(scenario(TWO, seed=7), round(5 * FS))
    alone = Patient("sinus", {"rate": 80}, seed=7, leads=("II", "I", "III")).read(round(5 * FS))
    assert np.array_equal(samples, alone.samples)


def test_a_deed_takes_effect_with_the_next_sample():
    at = round(2.5 * FS)
    source, _, labels = played(scenario(TWO), 2000, moves=[(at, lambda s: s.do(Deed.SHOCK))])
    assert [(one.at, one.what.value) for one in source.happened] == [
        (0, "step"),
        (at, "deed"),
        (at, "step"),
        (at + 5 * FS, "end"),
    ]
    assert "(VF" in [aux for _, aux in rhythms(labels)]


def test_minutes_of_a_record_come_in_the_scenario_s_leads_and_rate():
    _, samples, labels = played(scenario(JOINED, leads="V1,II"), 13 * 250)
    inside = samples[round(4.5 * FS) : round(8.9 * FS)]
    where = 10 + (np.arange(len(inside)) / FS + 0.5)
    assert np.allclose(inside[:, 1], where, atol=0.02)  # MLII stands for II
    assert np.allclose(inside[:, 0], -where, atol=0.02)
    beats = [at / FS for at, symbol, _ in labels if symbol == "N" and 4.3 < at / FS < 9.1]
    assert np.allclose(beats, [5, 6, 7, 8, 9], atol=0.005)


def test_what_is_joined_fades_and_says_what_it_is():
    _, samples, labels = played(scenario(JOINED, leads="II,V1"), 13 * 250)
    step = np.abs(np.diff(samples[:, 0]))
    # From 0 mV to 10 mV within 0.4 s: in samples of 4 ms no more than the fade's steepest slope and a beat's.
    assert step[round(3.9 * FS) : round(4.5 * FS)].max() < 10.5 * np.pi / 2 / (0.4 * FS) + 0.4
    assert rhythms(labels) == [(pytest.approx(0.2, abs=0.2), "(N"), (4.2, "(AFIB"), (9.2, "(VF")]
    assert [symbol for at, symbol, _ in labels if at > 9.1 * FS][:2] == ["[", "+"]
    samples_of = [at for at, _, _ in labels]
    assert samples_of == sorted(set(samples_of))


def test_a_step_that_is_held_lets_a_record_s_minutes_come_once_more():
    source, samples, _ = played(
        scenario(JOINED, leads="II,V1"), 30 * 250, moves=[(1500, lambda s: s.pause(True))]
    )
    assert source.truth.step.name == "minutes"
    assert len(samples) == 30 * 250
    assert samples[round(8 * FS) :, 0].max() < 15.5  # never beyond the minutes and their fade
    assert np.isfinite(samples).all()


def test_options_come_smoothly():
    _, _, labels = played(scenario(GLIDE), round(50 * FS))
    beats = np.array([at for at, symbol, _ in labels if symbol == "N"]) / FS
    rate = np.interp([9, 20, 45], beats[1:], 60 / np.diff(beats))
    assert rate[0] == pytest.approx(50, abs=5)
    assert 80 < rate[1] < 125
    assert rate[2] == pytest.approx(150, abs=10)


def test_the_instructor_steers_and_plans():
    made = scenario(TWO.replace("lasts_s = 6", "lasts_s = 60"))
    source, _, labels = played(
        made,
        round(40 * FS),
        moves=[
            (500, lambda s: s.schedule(read_plan("in 5 s: vt for 8 s, then asystole"))),
            (1000, lambda s: None),
        ],
    )
    assert [aux for _, aux in rhythms(labels)] == ["(N", "(VT", "(ASYS"]
    assert [at for at, _ in rhythms(labels)][1:] == pytest.approx([7.5, 15.5], abs=1)
    noted = [one.words for one in source.happened if one.what is What.INSTRUCTOR]
    assert noted == ["Ventricular tachycardia, rate 170", "Asystole"]
    assert source.truth.has == "Asystole"
    assert source.truth.since == round(15 * FS)


def test_a_step_ends_what_was_planned():
    plan = partial(_plan, "in 20 s: vt")
    _, _, labels = played(scenario(TWO), 10**4, moves=[(100, plan)])
    assert "(VT" not in [aux for _, aux in rhythms(labels)]


def _plan(text, source):
    source.schedule(read_plan(text))


DISTURBED = """
[[step]]
name = "clean"
patient = "sinus"
lasts_s = 10
[[step]]
name = "noisy"
lasts_s = 10
artefacts = [{ kind = "brushing", amount = -6 }, { kind = "off", leads = ["III"] }]
[[step]]
name = "clean again"
lasts_s = 10
"""


def test_artefacts_come_and_go_with_their_steps():
    source, samples, _ = played(scenario(DISTURBED), round(25 * FS))
    _, clean, _ = played(
        scenario(DISTURBED.split('[[step]]\nname = "noisy')[0].replace("10", "30")), round(25 * FS)
    )
    other = np.abs(samples - clean).max(axis=1)
    assert not other[: round(10 * FS)].any()
    assert not other[round(20.6 * FS) :].any()
    during = samples[round(11 * FS) : round(20 * FS)]
    assert np.sqrt(np.mean((during - clean[round(11 * FS) : round(20 * FS)]) ** 2, axis=0))[0] > 0.3
    assert not during[:, 2].any()
    assert source.truth.artefacts == {}
    told = {one.setting.kind: one for one in disturbances_in(source, 0, len(samples))}
    assert {kind: one.setting.leads for kind, one in told.items() if kind == "off"} == {"off": ("III",)}
    assert [told[kind].start for kind in ("brushing", "off")] == [round(10 * FS)] * 2
    assert (other[told["brushing"].start : told["brushing"].stop] > 0).mean() > 0.99
    assert not other[max(one.stop for one in told.values()) :].any()


def test_the_instructor_disturbs_and_calms():
    made = scenario(TWO.replace("lasts_s = 6", "lasts_s = 60"))
    source, _, _ = played(made, 1000, moves=[(200, lambda s: s.disturb("muscle", 3))])
    assert source.truth.artefacts == {"muscle": 3.0}
    source.calm("muscle")
    source.read(500)
    assert source.truth.artefacts == {}
    noted = [one.words for one in source.happened if one.what is What.INSTRUCTOR]
    assert noted == ["Muscle noise, 3 dB", "no more: Muscle noise"]
    with pytest.raises(RecordError, match="from -12 to 40"):
        source.disturb("muscle", 99)


def test_an_artefact_that_these_leads_cannot_have_is_told_with_its_step():
    made = scenario(DISTURBED.replace('"III"', '"V6"'))
    with pytest.raises(RecordError, match=r"Step 'noisy': .* no lead 'V6'"):
        played(made, 100)


def test_the_truth_says_what_is_so():
    source, _, _ = played(scenario(TWO), 500)
    truth = source.truth
    assert (truth.at, truth.step.name, truth.next, truth.over) == (500, "one", "two", False)
    assert truth.left_s == pytest.approx(4.0)
    assert truth.has == "Sinus rhythm, rate 80"


MOVES = st.lists(
    st.tuples(
        st.integers(0, 2500),
        st.sampled_from(
            [
                lambda s: s.do(Deed.SHOCK),
                lambda s: s.pause(True),
                lambda s: s.pause(False),
                lambda s: s.skip(),
                lambda s: s.steer("vt", {"rate": 150}),
                lambda s: s.steer("sinus", {"rate": 120}, 4),
                partial(_plan, "in 2 s: af for 3 s, then sinus 60"),
            ]
        ),
    ),
    max_size=4,
)


@settings(max_examples=25)
@given(MOVES, st.lists(st.integers(1, 700), min_size=1, max_size=6))
def test_it_is_the_same_however_it_is_read(moves, cuts):
    made = scenario(JOINED, leads="II,V1")
    one, two = (played(made, 2500, cut, moves) for cut in ((2500,), cuts))
    assert np.array_equal(one[1], two[1])
    assert one[2] == two[2]
    assert one[0].happened == two[0].happened
