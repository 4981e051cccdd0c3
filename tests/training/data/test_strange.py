"""Windows with something strange in them: the target is the normal window, the same chance gives the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from assets.records.record import Record
from training.data.augment import Augmentation
from training.data.dataset import PatientRows, read_patient
from training.data.strange import Strange, StrangeSampler

MakeRecord = Callable[..., Record]
ROWS = 128
STILL = Augmentation(mix=0, flip=0, stretch=0.2, gain=0, noise_mv=0, wander_mv=0, dropout=0)


@pytest.fixture(scope="module")
def patients(make_record: MakeRecord) -> list[PatientRows]:
    return [read_patient(make_record(200, ectopic_every=15, name=f"p{i}", seed=i)) for i in range(2)]


def sampler(patients: list[PatientRows], strange: Strange, how: Augmentation = STILL) -> StrangeSampler:
    return StrangeSampler(patients, ROWS, how, strange, np.random.default_rng(3))


def test_without_anything_strange_the_network_is_given_its_target(patients: list[PatientRows]) -> None:
    seen, target = sampler(patients, Strange(wave=0, beat=0)).draw(64)
    np.testing.assert_array_equal(seen, target)
    assert seen.shape == (64, ROWS)
    assert seen.dtype == np.float32


@pytest.mark.parametrize("strange", [Strange(wave=1, beat=0), Strange(wave=0, beat=1)])
def test_what_is_strange_is_in_what_is_seen_and_not_in_the_target(
    strange: Strange, patients: list[PatientRows]
) -> None:
    seen, target = sampler(patients, strange).draw(200)
    plain = sampler(patients, Strange(wave=0, beat=0)).draw(200)[1]
    changed = np.abs(seen - target).max(axis=1) > 0.02
    assert changed.mean() > 0.9
    assert np.abs(target).max() == pytest.approx(np.abs(plain).max(), rel=0.3), (
        "the target stays a normal one"
    )
    if strange.beat:
        part = (np.abs(seen - target) > 1e-6).sum(axis=1)
        assert part.max() <= 73 * np.exp(0.25) + 1, "a beat takes the place of no more than itself"


def test_what_is_drawn_is_normal_rhythm_alone(patients: list[PatientRows]) -> None:
    """With every row that may not be learnt from put far off, none of it is drawn."""
    marked = [replace(p, value=np.where(p.normal[:, None], p.value, np.float32(50))) for p in patients]
    target = sampler(marked, Strange(wave=0, beat=0)).draw(500)[1]
    assert np.abs(target).max() < 10


def test_the_same_chance_gives_the_same_windows(patients: list[PatientRows]) -> None:
    once, again = (sampler(patients, Strange(), Augmentation()).draw(32) for _ in range(2))
    for one, other in zip(once, again, strict=True):
        np.testing.assert_array_equal(one, other)


def test_without_ventricular_beats_there_are_none_and_one_lead_is_enough(patients: list[PatientRows]) -> None:
    alone = [
        replace(p, value=p.value[:, :1], beats=replace(p.beats, aami=np.full(len(p.beats.sample), "N")))
        for p in patients
    ]
    seen, target = sampler(alone, Strange(wave=0, beat=1), replace(STILL, mix=1.0)).draw(32)
    np.testing.assert_array_equal(seen, target)


def test_no_normal_rhythm_is_refused(patients: list[PatientRows]) -> None:
    none = [replace(p, normal=np.zeros_like(p.normal)) for p in patients]
    with pytest.raises(ValueError, match="no stretch of normal rhythm long enough"):
        sampler(none, Strange())
