"""Any source with artefacts: at the ratio that is asked for, changed while it plays, remembered as played."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.errors import RecordError
from assets.records.record import Record
from assets.sources.record import RecordSource
from assets.sources.source import Source
from models.patients.artefacts.kinds import ARTEFACTS
from models.patients.artefacts.noise import Noises
from models.patients.artefacts.ratio import noise_power, qrs_power
from models.patients.artefacts.source import Artefacts
from models.patients.opening import open_any
from models.patients.patient import Patient
from models.patients.source import open_patient

FS = 250
LEADS = ("I", "II", "III", "V1")
Shares = tuple[int, int]
"""How much of leads I and II there is."""

NOISES = [kind for kind, own in ARTEFACTS.items() if own.is_noise]


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Noises:
    """No noise records at hand: all noise is modelled, on every machine alike."""
    empty = tmp_path_factory.mktemp("nothing")
    return Noises(empty, empty)


@pytest.fixture(scope="module")
def beating() -> Record:
    block = Patient("sinus", leads=LEADS, fs=FS).read(100 * FS)
    return Record("made", float(FS), LEADS, block.samples, block.annotations, identity="made/1")


def whole(source: Source, n: int) -> npt.NDArray[np.float32]:
    return source.read(n).samples


@pytest.mark.parametrize("kind", NOISES)
@pytest.mark.parametrize("ratio_db", [24.0, 6.0, -6.0])
def test_noise_has_the_ratio_that_is_asked_for_in_each_lead(
    beating: Record, nowhere: Noises, kind: str, ratio_db: float
) -> None:
    source = Artefacts(RecordSource(beating), nowhere)
    source.set(kind, ratio_db)
    added = whole(source, beating.n_samples) - beating.signals
    beats = beating.annotations.sample[[s == "N" for s in beating.annotations.symbol]]
    for lead in range(len(LEADS)):
        ratio = qrs_power(beating.signals[:, lead], beats, FS) / noise_power(added[:, lead], FS)
        # A swelling noise is measured over its whole loop, and heard here for five sixths of it.
        assert 10 * np.log10(ratio) == pytest.approx(ratio_db, abs=1.5)


def test_real_noise_is_taken_where_it_is_at_hand_and_said_to_be(data_dir: Path, tmp_path: Path) -> None:
    real = open_any("patient:sinus+electrode=6+brushing", data_dir=data_dir)
    made = open_any("patient:sinus+electrode=6", data_dir=tmp_path, cache_dir=tmp_path)
    assert (
        "with artefacts: Electrode motion 6 dB (recorded), Rhythmic motion, as from brushing teeth 6 dB (mod"
        in (real.info.notes)
    )
    assert made.info.notes.endswith("with artefacts: Electrode motion 6 dB (modelled).")
    assert real.info.name == "sinus-1_electrode_brushing"


def test_a_damaged_noise_record_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "nstdb"
    folder.mkdir()
    for name in ("ma.hea", "ma.dat"):
        (folder / name).write_bytes(b"x")
    source = Artefacts(open_patient("sinus"), Noises(tmp_path, tmp_path))
    with pytest.raises(RecordError.__base__, match="not the published file"):
        source.set("muscle")
    assert not source.on


@settings(max_examples=25, deadline=None)
@given(
    sizes=st.lists(st.integers(0, 900), min_size=2, max_size=14),
    plan=st.lists(
        st.tuples(
            st.integers(0, 13),
            st.sampled_from([*ARTEFACTS, "-clear-"]),
            st.sampled_from([None, (0,), (1, 2)]),
        ),
        max_size=6,
    ),
)
def test_a_stream_is_the_same_however_it_is_read(
    nowhere: Noises, sizes: list[int], plan: list[tuple[int, str, tuple[int, ...] | None]]
) -> None:
    orders = {round(sum(sizes[:i])): (kind, leads) for i, kind, leads in plan if i < len(sizes)}

    def play(cuts: list[int]) -> npt.NDArray[np.float32]:
        source = Artefacts(open_patient("sinus"), nowhere)
        parts, at = [], 0
        for cut in cuts:
            if at in orders:
                kind, leads = orders[at]
                if kind == "-clear-":
                    source.clear()
                else:
                    every = leads is None or ARTEFACTS[kind].swaps
                    source.set(kind, None, None if every else [("II", "I", "III")[i] for i in leads])
            parts.append(source.read(cut).samples)
            at += cut
        return np.concatenate(parts)

    stops = sorted({0, *orders, sum(sizes)})
    coarse = [b - a for a, b in pairwise(stops)] or [0]
    np.testing.assert_array_equal(play([s for s in sizes if s] or [0]), play(coarse))


def test_what_comes_and_goes_does_so_smoothly(beating: Record, nowhere: Noises) -> None:
    clean = np.abs(np.diff(beating.signals, axis=0)).max()
    for kind, own in ARTEFACTS.items():
        if not own.onset_s:
            continue
        source = Artefacts(RecordSource(beating), nowhere)
        parts = [whole(source, 1000)]
        source.set(kind, 24.0 if own.is_noise else None)
        parts.append(whole(source, 3000))
        source.clear(kind)
        parts.append(whole(source, 3000))
        x = np.concatenate(parts)
        np.testing.assert_array_equal(x[:1000], beating.signals[:1000])
        np.testing.assert_array_equal(x[-2000:], beating.signals[5000:7000])
        assert np.abs(np.diff(x, axis=0)).max() < 2.2 * clean, kind
        assert np.abs(x[2000:4000] - beating.signals[2000:4000]).max() > 0.02, kind


def test_what_was_played_is_what_history_shows(beating: Record, nowhere: Noises) -> None:
    source = Artefacts(RecordSource(beating), nowhere)
    first = whole(source, 5000)
    assert source.set("muscle", 0) == 5000
    second = whole(source, 5000)
    source.seek(20_000)
    third = whole(source, 1000)
    source.seek(2000)
    assert source.on == {}, "it was not yet on there"
    assert source.set("gap") == 10_000, "what has been played is left alone"
    source.seek(0)
    again = whole(source, 22_000)
    np.testing.assert_array_equal(again[:10_000], np.concatenate([first, second]))
    np.testing.assert_array_equal(again[20_000:21_000], third)
    assert np.isnan(again[10_000:20_000]).all()
    assert np.isnan(again[21_000:]).all()
    source.seek(0)
    whole(source, beating.n_samples)
    assert source.set("off") is None, "all has been played"


def test_what_was_on_is_told_from_when_to_when(beating: Record, nowhere: Noises) -> None:
    source = Artefacts(RecordSource(beating), nowhere)
    assert source.disturbances(0, beating.n_samples) == ()
    for at, kind, amount in ((3000, "muscle", 6.0), (5000, "muscle", 0.0), (20_000, "off", None)):
        source.seek(at)
        source.set(kind, amount)
        source.read(1000)
    source.seek(6000)
    source.clear("muscle")
    source.seek(21_000)
    source.clear()
    source.seek(0)
    whole(source, beating.n_samples)
    told = source.disturbances(0, beating.n_samples)
    fades = round(ARTEFACTS["muscle"].onset_s * FS), round(ARTEFACTS["off"].onset_s * FS)
    assert [(one.setting.kind, one.setting.amount, one.start, one.stop) for one in told] == [
        ("muscle", 6.0, 3000, 5000),
        ("muscle", 0.0, 5000, 6000 + fades[0]),
        ("off", ARTEFACTS["off"].usual, 20_000, 21_000 + fades[1]),
        ("muscle", 0.0, 20_000, 21_000 + fades[0]),
    ]
    other = np.zeros(beating.n_samples, bool)
    for one in told:
        other[one.start : one.stop] = True
    block = source.between(0, beating.n_samples)
    assert block is not None
    changed = (block.samples != beating.signals).any(axis=1)
    assert not changed[~other].any()
    assert changed[other].mean() > 0.99
    (part,) = source.disturbances(4000, 4500)
    assert (part.start, part.stop) == (4000, 4500)


def test_what_a_replay_skips_over_has_been_played_too(beating: Record, nowhere: Noises) -> None:
    source = Artefacts(RecordSource(beating), nowhere)
    source.skip_to(4000)
    assert source.set("off") == 4000
    block = source.between(0, 6000)
    assert block is not None
    np.testing.assert_array_equal(block.samples[:4000], beating.signals[:4000])
    np.testing.assert_array_equal(block.samples[4100:], 0)
    np.testing.assert_array_equal(source.glance(1, 3000, 6000), block.samples[3000:, 1])


def test_noise_that_came_before_the_beats_were_known_is_set_right(nowhere: Noises) -> None:
    early = Artefacts(open_patient("sinus?leads=V3"), nowhere)
    early.set("muscle", 6)
    clean = open_patient("sinus?leads=V3")
    block, undisturbed = early.read(60 * FS), clean.read(60 * FS)
    added = block.samples - undisturbed.samples
    beats = undisturbed.annotations.sample[[s == "N" for s in undisturbed.annotations.symbol]]
    signal = qrs_power(undisturbed.samples[:, 0], beats, FS)
    assert 10 * np.log10(signal / noise_power(added[10 * FS :, 0], FS)) == pytest.approx(6, abs=1.5)
    late = 10 * np.log10(noise_power(added[10 * FS :, 0], FS) / noise_power(added[: 5 * FS, 0], FS))
    assert abs(late) > 1, "V3 is larger than what was assumed"


@pytest.mark.parametrize(
    ("kind", "one", "two", "three"),
    [
        ("swap-ra-la", (-1, 0), (-1, 1), (0, 1)),
        ("swap-la-ll", (0, 1), (1, 0), (1, -1)),
        ("swap-ra-ll", (1, -1), (0, -1), (-1, 0)),
    ],
)
def test_exchanged_limbs_show_what_einthoven_says(
    beating: Record,
    nowhere: Noises,
    kind: str,
    one: Shares,
    two: Shares,
    three: Shares,
) -> None:
    source = Artefacts(RecordSource(beating), nowhere)
    source.set(kind)
    x, was = whole(source, 5000)[500:], beating.signals[500:5000]
    for lead, (of_one, of_two) in enumerate((one, two, three)):
        np.testing.assert_allclose(x[:, lead], of_one * was[:, 0] + of_two * was[:, 1], atol=2e-5)
    np.testing.assert_allclose(x[:, 3], was[:, 3], atol=2e-5)
    source.set("swap-leads")
    assert list(source.on) == ["swap-leads"], "one at a time"
    x = whole(source, 5000)[500:]
    np.testing.assert_allclose(x[:, :2], beating.signals[5500:10_000, 1::-1], atol=2e-5)


def test_gain_polarity_off_and_gap_are_of_the_leads_named(beating: Record, nowhere: Noises) -> None:
    source = Artefacts(RecordSource(beating), nowhere)
    source.set("gain", 2, ["I"])
    source.set("polarity", leads=["ii"])
    source.set("off", leads=["III"])
    source.set("gap", leads=["V1"])
    assert source.on["polarity"].leads == ("II",)
    x, was = whole(source, 2000)[500:], beating.signals[500:2000]
    np.testing.assert_allclose(x[:, 0], 2 * was[:, 0], rtol=1e-6)
    np.testing.assert_allclose(x[:, 1], -was[:, 1], rtol=1e-6)
    assert not x[:, 2].any()
    assert np.isnan(x[:, 3]).all()
    source.clear()
    np.testing.assert_array_equal(whole(source, 2000)[500:], beating.signals[2500:4000])


def test_pressure_is_left_alone_by_noise_and_lost_with_the_signal(nowhere: Noises) -> None:
    source = Artefacts(open_patient("sinus?vitals=yes"), nowhere)
    source.set("muscle", 0)
    source.set("off")
    clean = open_patient("sinus?vitals=yes").read(1000).samples
    np.testing.assert_array_equal(source.read(1000).samples[:, 3:], clean[:, 3:])
    source.set("gap")
    assert np.isnan(source.read(10).samples).all()
    with pytest.raises(RecordError, match="leads of the ECG, not to ABP"):
        source.set("muscle", leads=["ABP"])


def test_it_is_not_taken_for_the_source_itself(beating: Record, nowhere: Noises) -> None:
    bare, own = Artefacts(RecordSource(beating), nowhere).info, RecordSource(beating).info
    assert bare.identity == "made/1+artefacts"
    assert (bare.name, bare.notes, bare.leads) == (own.name, own.notes, own.leads)
    named = open_any("patient:sinus+muscle=3@I@5-+off").info
    assert named.identity == "patient:sinus?rate=75&seed=1&leads=3&fs=250+muscle=3@I@5-+off+seed=1"


def test_another_seed_is_another_stretch_of_the_noise() -> None:
    one, again, other = (whole(open_any(f"patient:sinus+muscle=0+seed={seed}"), 2000) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, again)
    assert np.abs(one - other).max() > 0.1


def test_a_real_record_keeps_its_annotations(data_dir: Path) -> None:
    noisy, clean = (open_any(name, data_dir=data_dir) for name in ("208+electrode=6@10-20", "208"))
    a, b = noisy.read(40 * 360), clean.read(40 * 360)
    assert a.annotations.symbol == b.annotations.symbol
    changed = np.flatnonzero(np.abs(a.samples - b.samples).max(axis=1))
    assert 10 * 360 <= changed[0] < 10.1 * 360
    assert 20 * 360 <= changed[-1] < 20.6 * 360


@pytest.fixture
def patients(nowhere: Noises) -> Iterator[Artefacts]:
    source = Artefacts(open_patient("sinus?leads=II&fs=100"), nowhere)
    yield source
    source.close()


@pytest.mark.parametrize(
    ("kind", "amount", "leads", "said"),
    [
        ("musle", None, None, "There is no artefact 'musle'; there are wander, muscle,"),
        ("muscle", 60.0, None, r"must be from -12 to 40 \(dB\), not 60."),
        ("muscle", float("nan"), None, r"must be from -12 to 40 \(dB\), not nan."),
        ("off", 2.0, None, "is there or not"),
        ("off", None, ["V9"], "has no lead 'V9'"),
        ("off", None, [], "needs a lead"),
        ("swap-ra-la", None, None, "cannot be told from these leads alone"),
        ("swap-la-ll", None, None, "cannot be told from these leads alone"),
        ("swap-leads", None, None, "needs two leads"),
        ("swap-ra-ll", None, ["II"], "none can be chosen"),
        ("mains-50", None, None, "cannot be in a signal of 100 samples a second"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    patients: Artefacts, kind: str, amount: float | None, leads: list[str] | None, said: str
) -> None:
    with pytest.raises(RecordError, match=said) as error:
        patients.set(kind, amount, leads)
    assert str(error.value).endswith(".")
    assert not patients.on
    patients.set("swap-ra-ll")
    assert list(patients.on) == ["swap-ra-ll"], "II alone is enough for it: it is turned"
