from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from assets.records.record import Record
from training.data.augment import Augmentation, CropSampler
from training.data.dataset import read_patient

MakeRecord = Callable[..., Record]
PLAIN = Augmentation(mix=0, flip=0, stretch=0, gain=0, noise_mv=0, wander_mv=0, dropout=0)


def test_without_augmentation_crops_are_the_signal(make_record: MakeRecord) -> None:
    patient = read_patient(make_record(60))
    crops = CropSampler([patient], 200, PLAIN, np.random.default_rng(0)).draw(8)
    assert crops.seen.shape == (8, 200)
    np.testing.assert_array_equal(crops.seen, crops.target)
    lead = np.lib.stride_tricks.sliding_window_view(patient.value[:, 0], 200)
    for crop in crops.target:
        assert np.abs(lead - crop).max(axis=1).min() < 1e-6


def test_the_same_seed_draws_the_same_crops(make_record: MakeRecord) -> None:
    patients = [read_patient(make_record(60, ectopic_every=9))]
    a, b = (CropSampler(patients, 200, Augmentation(), np.random.default_rng(3)).draw(16) for _ in range(2))
    np.testing.assert_array_equal(a.seen, b.seen)
    np.testing.assert_array_equal(a.target, b.target)
    np.testing.assert_array_equal(a.normal, b.normal)


def test_only_the_input_is_blanked(make_record: MakeRecord) -> None:
    how = Augmentation(mix=0, flip=0, stretch=0, gain=0, noise_mv=0, wander_mv=0, dropout=1)
    crops = CropSampler([read_patient(make_record(60))], 200, how, np.random.default_rng(0)).draw(16)
    changed = crops.seen != crops.target
    assert changed.any(axis=1).mean() > 0.8
    assert (crops.seen[changed] == 0).all()
    assert changed.sum(axis=1).max() <= 30


def test_all_rows_can_be_asked_to_be_normal(make_record: MakeRecord) -> None:
    patients = [read_patient(make_record(60, ectopic_every=9))]
    crops = CropSampler(patients, 128, Augmentation(), np.random.default_rng(0), only_normal=True).draw(32)
    assert crops.normal.all()


def test_patients_without_normal_rhythm_cannot_be_learnt_from(make_record: MakeRecord) -> None:
    with pytest.raises(ValueError, match="no stretch of normal rhythm"):
        CropSampler([read_patient(make_record(60, ectopic_every=1))], 200, PLAIN, np.random.default_rng(0))
    with pytest.raises(ValueError, match="no stretch of normal rhythm"):
        CropSampler([read_patient(make_record(5))], 1200, PLAIN, np.random.default_rng(0))
