"""A patient's template is learnt from his own beats, and a frequent ectopic form stays unusual."""

from __future__ import annotations

import numpy as np
import pytest

from models.beats.autoencoder import BeatAutoencoderConfig
from models.beats.templates import FEWEST_BEATS, KEPT_BEATS, SHIFT_ROWS, PatientTemplate

CONFIG = BeatAutoencoderConfig()
OFFSET = np.arange(-CONFIG.before - SHIFT_ROWS, CONFIG.after + SHIFT_ROWS + 1)
RNG = np.random.default_rng(0)


def beat(width: float = 2.0, height: float = 1.0, shift: float = 0.0, noise: float = 0.01) -> np.ndarray:
    shape = height * np.exp(-0.5 * ((OFFSET - shift) / width) ** 2)
    return np.asarray(shape + RNG.normal(0, noise, len(OFFSET)))


def learn(patient: PatientTemplate, wide: np.ndarray, excess: float = 0.0) -> None:
    patient.add(patient.align(wide)[0], excess, excess)


@pytest.fixture
def patient() -> PatientTemplate:
    return PatientTemplate(CONFIG)


def test_there_is_no_template_before_a_few_beats(patient: PatientTemplate) -> None:
    for _ in range(FEWEST_BEATS - 1):
        learn(patient, beat())
        assert patient.template is None
    learn(patient, beat())
    assert patient.template is not None
    assert patient.amplitude == pytest.approx(patient.template.std())


def test_a_beat_found_a_little_early_is_moved_into_place(patient: PatientTemplate) -> None:
    for _ in range(40):
        learn(patient, beat())
    centred, late = patient.align(beat(noise=0)), patient.align(beat(shift=3, noise=0))
    np.testing.assert_allclose(centred[0], late[0], atol=1e-3)
    assert patient.distance(late[1]) == pytest.approx(patient.distance(centred[1]), abs=0.1)


def test_a_wide_beat_is_far_wide_and_unlike(patient: PatientTemplate) -> None:
    for _ in range(60):
        learn(patient, beat())
    ordinary, wide = patient.align(beat()), patient.align(beat(width=8))
    assert patient.distance(wide[1]) > patient.distance(ordinary[1]) + 1.5
    assert patient.widening(wide[0]) > patient.widening(ordinary[0]) + 0.5
    assert patient.unlikeness(wide[0]) > patient.unlikeness(ordinary[0]) + 0.1
    assert patient.noise(patient.align(beat(noise=0.2))[0]) > patient.noise(ordinary[0]) + 1


def test_a_bigeminys_ectopic_beats_are_frequent_and_yet_not_ordinary(patient: PatientTemplate) -> None:
    for _ in range(60):
        learn(patient, beat(), excess=0.0)
        learn(patient, beat(width=8, height=1.5), excess=1.5)
    ordinary, ectopic = patient.align(beat()), patient.align(beat(width=8, height=1.5))
    assert patient.template is not None
    assert patient.unlikeness(ordinary[0]) < -0.95
    assert patient.distance(ectopic[1]) > patient.distance(ordinary[1]) + 1.0


def test_two_normal_forms_are_both_ordinary(patient: PatientTemplate) -> None:
    for i in range(120):
        learn(patient, beat(width=6) if i % 5 == 0 else beat())
    other = patient.align(beat(width=6))
    assert patient.distance(other[1]) < patient.distance(patient.align(beat(width=10))[1]) - 0.5


def test_the_kept_beats_are_bounded_and_starts_afresh(patient: PatientTemplate) -> None:
    for _ in range(KEPT_BEATS + 50):
        learn(patient, beat())
    assert np.isfinite(patient.distance(patient.align(beat())[1]))
    patient.reset()
    assert patient.template is None
    assert np.isnan(patient.distance(patient.align(beat())[1]))
