"""A patient's usual beats are learnt from his own, and a frequent ectopic form is not forgiven."""

from __future__ import annotations

import numpy as np
import pytest

from models.beats.autoencoder import BeatAutoencoderConfig
from models.beats.templates import FEWEST_BEATS, MEMORY_BEATS, SHIFT_ROWS, BeatMemory

CONFIG = BeatAutoencoderConfig()
OFFSET = np.arange(-CONFIG.before - SHIFT_ROWS, CONFIG.after + SHIFT_ROWS + 1)
RNG = np.random.default_rng(0)


def beat(width: float = 2.0, height: float = 1.0, shift: float = 0.0, noise: float = 0.01) -> np.ndarray:
    shape = height * np.exp(-0.5 * ((OFFSET - shift) / width) ** 2)
    return np.asarray(shape + RNG.normal(0, noise, len(OFFSET)))


def learn(memory: BeatMemory, wide: np.ndarray, excess: float = 0.0) -> None:
    memory.add(memory.align(wide)[0], excess, excess)


@pytest.fixture
def memory() -> BeatMemory:
    return BeatMemory(CONFIG)


def test_there_is_no_template_before_a_few_beats(memory: BeatMemory) -> None:
    for _ in range(FEWEST_BEATS - 1):
        learn(memory, beat())
        assert memory.template is None
    learn(memory, beat())
    assert memory.template is not None
    assert memory.amplitude == pytest.approx(memory.template.std())


def test_a_beat_found_a_little_early_is_moved_into_place(memory: BeatMemory) -> None:
    for _ in range(40):
        learn(memory, beat())
    centred, late = memory.align(beat(noise=0)), memory.align(beat(shift=3, noise=0))
    np.testing.assert_allclose(centred[0], late[0], atol=1e-3)
    assert memory.distance(late[1]) == pytest.approx(memory.distance(centred[1]), abs=0.1)


def test_a_wide_beat_is_far_wide_and_unlike(memory: BeatMemory) -> None:
    for _ in range(60):
        learn(memory, beat())
    usual, wide = memory.align(beat()), memory.align(beat(width=8))
    assert memory.distance(wide[1]) > memory.distance(usual[1]) + 1.5
    assert memory.widening(wide[0]) > memory.widening(usual[0]) + 0.5
    assert memory.unlikeness(wide[0]) > memory.unlikeness(usual[0]) + 0.1
    assert memory.noise(memory.align(beat(noise=0.2))[0]) > memory.noise(usual[0]) + 1


def test_a_bigeminys_ectopic_beats_are_frequent_and_yet_not_usual(memory: BeatMemory) -> None:
    for _ in range(60):
        learn(memory, beat(), excess=0.0)
        learn(memory, beat(width=8, height=1.5), excess=1.5)
    usual, ectopic = memory.align(beat()), memory.align(beat(width=8, height=1.5))
    assert memory.template is not None
    assert memory.unlikeness(usual[0]) < -0.95
    assert memory.distance(ectopic[1]) > memory.distance(usual[1]) + 1.0


def test_two_normal_forms_are_both_usual(memory: BeatMemory) -> None:
    for i in range(120):
        learn(memory, beat(width=6) if i % 5 == 0 else beat())
    other = memory.align(beat(width=6))
    assert memory.distance(other[1]) < memory.distance(memory.align(beat(width=10))[1]) - 0.5


def test_the_memory_is_bounded_and_starts_afresh(memory: BeatMemory) -> None:
    for _ in range(MEMORY_BEATS + 50):
        learn(memory, beat())
    assert np.isfinite(memory.distance(memory.align(beat())[1]))
    memory.reset()
    assert memory.template is None
    assert np.isnan(memory.distance(memory.align(beat())[1]))
