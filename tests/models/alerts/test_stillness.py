"""Whether the signal stands still since a beat, however it came."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alerts.stillness import AFTER_S, Stillness
from models.alerts.watcher import Block
from models.beats.scores import BeatScores
from models.signal.faults import SMALL_S

FS = 100.0
R_PEAK = 200


def told(samples, cuts=(), due=260):
    stillness, at = Stillness(FS), 0
    for part in np.split(samples, sorted(cuts)):
        at += len(part)
        stillness.take(Block(part, at, {}, BeatScores.none(), {}))
    return stillness.ends(R_PEAK, due)


def step(moves_at=None):
    x = np.where(np.arange(500) < R_PEAK, 0.0, 1.0)
    if moves_at is not None:
        x[moves_at:] += 0.2
    return x


@given(cuts=st.lists(st.integers(0, 500), max_size=10))
def test_it_ends_with_the_first_sample_that_moves(cuts):
    assert told(step(300), cuts) == 300
    assert told(step(230), cuts) == 260, "not before it is asked for"
    assert told(step(R_PEAK + round(AFTER_S * FS) - 1), cuts) > 500, "the complex itself is none of it"


def test_it_ends_at_the_latest_when_a_fault_would_be_known():
    assert SMALL_S * FS < told(step()) - R_PEAK < (SMALL_S + 1) * FS


@pytest.mark.parametrize("missing", [slice(0, 400), slice(240, 250)])
def test_a_signal_that_is_missing_does_not_stand_still(missing):
    x = step()
    x[missing] = np.nan
    assert told(x) == 260


def test_what_is_not_remembered_does_not_stand_still():
    stillness = Stillness(FS)
    stillness.take(Block(np.zeros(10), 400, {}, BeatScores.none(), {}))
    assert stillness.ends(R_PEAK, 260) == 260
    stillness.forget()
    assert stillness.ends(R_PEAK, 260) == 260
