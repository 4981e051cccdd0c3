"""A simulated patient is the same however it is read, never stands still, and changes without a jump."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.sources.source import LeadKind
from models.patients.kinds import KINDS, settled
from models.patients.leads import TWELVE, named_leads
from models.patients.patient import BLOCK_S, Patient

FS = 250.0
BEATS = frozenset("NLRVASEj/")


def joined(blocks):
    notes = [(s, y, a) for b in blocks for s, y, a in zip(*vars(b.annotations).values(), strict=True)]
    return np.concatenate([b.samples for b in blocks]), notes


def beats(block, symbols=BEATS):
    notes = block.annotations
    return np.array([s for s, y in zip(notes.sample, notes.symbol, strict=True) if y in symbols])


def rate(block, fs=FS):
    return 60 * fs / np.diff(beats(block)).mean()


@settings(max_examples=15, deadline=None)
@given(
    kind=st.sampled_from(list(KINDS)),
    sizes=st.lists(st.integers(0, 700), min_size=3, max_size=12),
    fs=st.sampled_from([100.0, 128.0, 250.0, 333.3, 1000.0]),
    then=st.sampled_from(list(KINDS)),
)
def test_it_is_the_same_however_it_is_read(kind, sizes, fs, then):
    n = sum(sizes)
    cut, whole = (Patient(kind, leads=("II", "V1"), fs=fs, vitals=True) for _ in range(2))
    first = [cut.read(size) for size in sizes], [whole.read(n)]
    for patient in (cut, whole):
        patient.steer(then, in_s=0.5)
    after = [cut.read(7) for _ in range(60)], [whole.read(420)]
    for pieces, at_once in (first, after):
        got, expected = joined(pieces), joined(at_once)
        assert np.array_equal(got[0], expected[0])
        assert got[1] == expected[1]
    assert cut.at == whole.at == n + 420


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_its_labels_lie_in_the_block_that_carries_them_and_rise(kind):
    patient = Patient(kind)
    blocks = [patient.read(100) for _ in range(60)]
    for block in blocks:
        assert all(block.start <= s < block.stop for s in block.annotations.sample)
    at = np.concatenate([b.annotations.sample for b in blocks])
    assert (np.diff(at) > 0).all()
    label = next(a for b in blocks for a in b.annotations.aux_note if a)
    assert label == f"({KINDS[kind].label}"


def test_the_same_seed_is_the_same_heart_and_another_one_another():
    one, again, other = (Patient("sinus", seed=seed).read(2000).samples for seed in (5, 5, 6))
    assert np.array_equal(one, again)
    assert np.abs(one - other).max() > 0.2


def test_the_same_patient_at_another_rate_of_sampling_has_the_same_beats():
    slow, fast = (Patient("af", seed=3, fs=fs).read(round(30 * fs)) for fs in (125.0, 500.0))
    assert beats(slow) / 125 == pytest.approx(beats(fast) / 500, abs=0.005)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", [1, 2])
def test_no_lead_ever_stands_still(kind, seed):
    """The faults of `models.signal.faults`: flat within 0.02 mV for 2 s, or within 0.06 mV for 5 s."""
    x = Patient(kind, seed=seed, leads=TWELVE).read(round(60 * FS)).samples
    for seconds, least in ((2, 0.02), (5, 0.065)):
        pieces = np.lib.stride_tricks.sliding_window_view(x, round(seconds * FS), axis=0)[::50]
        assert np.ptp(pieces, axis=-1).min() > least


@pytest.mark.parametrize("fs", [100.0, 250.0, 1000.0])
def test_einthoven_s_law_holds(fs):
    one, two, three, right, left, foot = (
        Patient("pvc", leads=named_leads("12"), fs=fs).read(2000).samples[:, :6].T
    )
    assert one + three == pytest.approx(two, abs=1e-5)
    assert right + left + foot == pytest.approx(0, abs=1e-5)


@settings(max_examples=25, deadline=None)
@example(plan=[("sinus", 0.0, 30), ("ventricular-flutter", 1.0, 196), ("sinus", 1.25, 20)], seed=0)
@given(
    plan=st.lists(
        st.tuples(st.sampled_from(list(KINDS)), st.floats(0, 4), st.integers(20, 2500)),
        min_size=2,
        max_size=6,
    ),
    seed=st.integers(0, 50),
)
def test_whatever_it_is_told_the_signal_does_not_jump(plan, seed):
    patient = Patient(plan[0][0], seed=seed, leads=("II", "V1", "V5"))
    blocks = []
    for kind, in_s, n in plan:
        patient.steer(kind, in_s=in_s)
        blocks.append(patient.read(n))
    x, notes = joined([*blocks, patient.read(500)])
    # A pacing pulse is the steepest that there is; R waves of 1.5 mV have 0.5 mV from sample to sample.
    assert np.abs(np.diff(x, axis=0)).max() < 0.75
    assert all(a < b for (a, *_), (b, *_) in pairwise(notes))


@pytest.mark.slow
@pytest.mark.parametrize("kind", [k for k in KINDS if "rate" in KINDS[k].options and KINDS[k].beats])
def test_its_rate_is_the_one_that_is_asked_for(kind):
    option = KINDS[kind].options["rate"]
    for asked in (option.least, option.usual, option.most):
        block = Patient(kind, {"rate": asked}).read(round((60 if asked > 25 else 240) * FS))
        told = {
            "wenckebach": 4 / 5,
            "mobitz": 3 / 4,
            "bigeminy": 1,
            "failure-to-capture": None,
            "failure-to-sense": None,
            "runs": None,
        }.get(kind, 1)
        if told is not None:
            assert rate(block) == pytest.approx(told * asked, rel=0.12)


def test_a_sinus_node_glides_to_another_rate_within_seconds():
    patient = Patient("sinus", {"rate": 60})
    assert rate(patient.read(5000)) == pytest.approx(60, rel=0.05)
    patient.steer("sinus", {"rate": 140})
    change = np.diff(beats(patient.read(3000))) / FS
    assert rate(patient.read(5000)) == pytest.approx(140, rel=0.03)
    assert (np.diff(change) < 0.1).all(), "it gets faster from beat to beat"
    assert len(np.unique(np.round(change[:6], 1))) >= 3, "and not at once"
    assert patient.kind == "sinus"


def test_what_is_ordered_comes_when_it_is_due_and_is_labelled():
    patient = Patient("sinus")
    patient.steer("vt", {"rate": 180}, in_s=5)
    patient.steer("sinus", in_s=12)
    block = patient.read(round(20 * FS))
    notes = list(
        zip(block.annotations.sample / FS, block.annotations.symbol, block.annotations.aux_note, strict=True)
    )
    labels = [(at, aux) for at, symbol, aux in notes if symbol == "+"]
    assert [aux for _, aux in labels] == ["(N", "(VT", "(N"]
    assert 5 <= labels[1][0] < 6.2
    assert 12 <= labels[2][0] < 12.6
    inside = [symbol for at, symbol, _ in notes if labels[1][0] < at < labels[2][0]]
    assert set(inside) == {"V"}
    assert len(inside) == pytest.approx(7 * 3, abs=4)


def test_an_order_takes_the_place_of_later_ones():
    patient = Patient("sinus")
    patient.steer("vf", in_s=6)
    patient.steer("asystole", in_s=3)
    aux = [a for a in patient.read(round(10 * FS)).annotations.aux_note if a]
    assert aux == ["(N", "(ASYS"]


def test_flutter_and_fibrillation_are_put_in_brackets():
    patient = Patient("sinus")
    patient.steer("vf", in_s=2)
    patient.steer("ventricular-flutter", in_s=6)
    patient.steer("sinus", in_s=10)
    block = patient.read(round(15 * FS))
    notes = [
        (y, a) for y, a in zip(block.annotations.symbol, block.annotations.aux_note, strict=True) if y != "N"
    ]
    assert notes == [
        ("+", "(N"),
        ("[", ""),
        ("+", "(VF"),
        ("]", ""),
        ("[", ""),
        ("+", "(VFL"),
        ("]", ""),
        ("+", "(N"),
    ]
    fibrillating = block.annotations.sample[list(block.annotations.symbol).index("[")]
    assert not any(fibrillating < s < 10 * FS for s in beats(block))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_output_makes_pressure_pulse_and_breath_and_without_it_they_fail(kind):
    patient = Patient("sinus", vitals=True)
    leads = [lead.kind for lead in patient.leads]
    assert leads == [LeadKind.ECG, LeadKind.PRESSURE, LeadKind.PLETH, LeadKind.RESPIRATION]
    _, pressure, pleth, breaths = patient.read(round(30 * FS)).samples[-2500:].T
    assert 105 < pressure.max() < 135
    assert 65 < pressure.min() < 90
    assert np.ptp(pleth) > 0.6
    assert np.ptp(breaths) > 1.8
    patient.steer(kind)
    _, pressure, pleth, breaths = patient.read(round(60 * FS)).samples[-2500:].T
    if KINDS[kind].beats and kind not in ("agonal", "torsades"):
        assert pressure.max() > 40
        assert pleth.max() > 0.1
    else:
        assert pressure.max() < 30
        assert np.ptp(pleth) < 0.2
        assert np.ptp(breaths) < 0.1


def pressures(kind, options=None):
    """Highest and lowest arterial pressure of ten seconds, mmHg, and their mean."""
    x = Patient(kind, options, vitals=True).read(round(40 * FS)).samples[-2500:, 1]
    return x.max(), x.min(), x.mean()


def test_a_fast_heart_pumps_less_and_its_pulses_stay_upright():
    usual = pressures("sinus")
    svt, vt = pressures("svt"), pressures("vt")
    assert 85 < usual[2] < 100
    assert 70 < svt[2] < usual[2], "the pressure falls, but is enough"
    assert 40 < vt[2] < 70, "broad beats pump less still"
    assert min(svt[0] - svt[1], vt[0] - vt[1]) > 10


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["vf", "asystole"])
def test_in_an_arrest_lines_are_low_and_none_stands_still(kind):
    patient = Patient("sinus", vitals=True)
    patient.read(round(10 * FS))
    patient.steer(kind)
    samples = patient.read(round(300 * FS)).samples[-750:, 1:]
    assert (np.ptp(samples, axis=0) > 0.005).all()
    assert 13 < samples[:, 0].mean() < 17


def test_each_pulse_follows_its_r_peak_and_a_premature_beat_has_a_small_one():
    block = Patient("pvc", vitals=True, seed=2).read(round(120 * FS))
    x, notes = block.samples[:, 1], block.annotations
    size = {"N": [], "V": []}
    for at, symbol in zip(notes.sample, notes.symbol, strict=True):
        if symbol in size and at + 150 < len(x):
            rise = x[at + 25 : at + 120]
            size[symbol].append(rise.max() - x[at + 10 : at + 60].min())
            if symbol == "N":
                assert 0.15 < (25 + rise.argmax()) / FS < 0.45
    assert np.median(size["V"]) < 0.7 * np.median(size["N"])


def test_the_breath_moves_the_heart_rate_as_it_should():
    block = Patient("sinus", {"rate": 60}, vitals=True).read(round(300 * FS))
    r = beats(block)
    rr = np.diff(r) / FS
    assert 0.015 < rr.std() < 0.08
    breaths = block.samples[r[:-1], -1]
    assert np.corrcoef(breaths, rr)[0, 1] < -0.4, "faster while breathing in"


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("vtt", {}, "There is no patient 'vtt'; there are sinus, pvc,"),
        ("vt", {"rate": 20}, "The option rate of the patient vt must be from 100 to 240"),
        (
            "vt",
            {"pr": 20},
            "has no option 'pr'; its options are rate, beside seed, leads, fs, minutes, vitals, "
            "spo2, nibp, breaths.",
        ),
        (
            "vf",
            {"rate": 20},
            "The patient vf has no option 'rate'; it has no options of its own, beside seed",
        ),
        ("mobitz", {"conducted": 2.5}, "must be a whole number from 1 to 8"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(kind, options, said):
    with pytest.raises(RecordError, match=said.replace("(", r"\(")):
        Patient(kind, options)
    patient = Patient("sinus")
    with pytest.raises(RecordError, match=said.replace("(", r"\(")):
        patient.steer(kind, options)
    assert patient.kind == "sinus"


@pytest.mark.parametrize("fs", [99.0, 1001.0, float("nan")])
def test_a_rate_of_sampling_that_the_monitor_cannot_take_is_refused(fs):
    with pytest.raises(RecordError, match="fs must be from 100 to 1000 Hz"):
        Patient("sinus", fs=fs)


def test_it_is_not_steered_into_the_past():
    with pytest.raises(ValueError, match="in_s must be 0 or more"):
        Patient("sinus").steer("vt", in_s=-1)


def test_every_block_has_its_samples_at_odd_rates():
    patient = Patient("sinus", fs=333.3)
    assert patient.read(100_000).stop == 100_000
    assert patient.at / 333.3 > 100 * BLOCK_S


def test_all_options_have_a_usual_value_in_their_range():
    for name, kind in KINDS.items():
        assert settled(name, {}) == {option: limits.usual for option, limits in kind.options.items()}


def test_of_orders_within_one_beat_the_newest_holds():
    patient = Patient("sinus", {"rate": 30}, leads=("II",))
    patient.read(round(3 * patient.fs))
    for rate in (200.0, 150.0, 30.0, 120.0):
        patient.steer("sinus", {"rate": rate})
        patient.read(round(0.1 * patient.fs))
    patient.read(round(15 * patient.fs))
    beats = [at for at in patient.read(round(10 * patient.fs)).annotations.sample.tolist()]
    assert 60 * patient.fs / np.diff(beats).mean() == pytest.approx(120, rel=0.05)


@pytest.mark.parametrize("kind", ["pvc", "vt", "paced", "av-block-3"])
def test_ventricular_beats_are_as_steep_as_people_s(kind):
    """The steepest slope of V beats of twelve records of MIT-BIH is 34 to 59 times the height, a second."""
    block = Patient(kind, leads=("II", "III"), fs=360.0).read(360 * 40)
    at = beats(block, frozenset("VE/"))
    for lead in range(2):
        around = [block.samples[i - 43 : i + 43, lead] for i in at.tolist() if 43 <= i < 360 * 40 - 43]
        slopes = [360 * np.abs(np.diff(x)).max() / np.ptp(x) for x in around]
        assert 30 < np.median(slopes) < 60


def test_a_pacemaker_waits_for_an_interval_after_the_beats_it_sees():
    patient = Patient("sinus", {"rate": 80.0}, seed=2)
    patient.steer("paced", {"rate": 60.0}, in_s=10)
    first = beats(patient.read(round(20 * FS)))
    after = after_beats(Patient("failure-to-capture", {"rate": 70.0}), "E", 60)
    assert np.diff(first).max() == pytest.approx(FS, abs=3)
    assert np.diff(first)[-5:] == pytest.approx(FS, abs=3)
    assert min(after) > 0.95 * 60 / 70


def after_beats(patient, symbol, seconds):
    """The intervals, s, after beats of a symbol."""
    notes = patient.read(round(seconds * FS)).annotations
    known = [(s, y) for s, y in zip(notes.sample, notes.symbol, strict=True) if y in BEATS]
    return [(after[0] - before[0]) / FS for before, after in pairwise(known) if before[1] == symbol]
