"""Ventricular flutter and fibrillation: found in what is made and in record 207, and in no beats or noise."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.records.open import open_record
from models.judging.reference import Reference
from models.rhythm.flutter import HOP_ROWS, TIMES, WINDOW_ROWS, Flutter, beat_likeness
from models.rhythm.stream import RhythmStream
from models.signal.frontend import MODEL_FS, FrontEnd, FrontEndRows
from models.signal.states import StateKind
from tests.made_heart import FS, heart

REGULAR = np.full(40, 0.8)
LATEST_S = 5.5
"""How long after the onset of each episode of 207 but one it is known, s; by the middle one within 4 s."""


def rows_of(value):
    index = np.round(np.arange(len(value)) * FS / MODEL_FS).astype(np.int64)
    x = np.asarray(value, dtype=np.float32)
    return FrontEndRows(index, index + 15, x, np.zeros_like(x), np.isfinite(x))


def fibrillation(seconds, seed=0):
    """Waves of 3 to 7 a second, whose rate and height wander."""
    rng = np.random.default_rng(seed)
    n = round(seconds * MODEL_FS)

    def wandering(low, high):
        knots = rng.uniform(low, high, round(seconds) + 2)
        return np.interp(np.arange(n) / MODEL_FS, np.arange(len(knots)), knots)

    return wandering(0.3, 0.8) * np.sin(2 * np.pi * np.cumsum(wandering(3.0, 7.0)) / MODEL_FS)


def begun(looks):
    return next((look for look in looks if look.ruling.kind is StateKind.FLUTTER), None)


@pytest.mark.parametrize("seed", range(4))
def test_made_fibrillation_is_known_once_it_fills_a_window(seed):
    beats, _ = heart(REGULAR)
    value = np.concatenate([beats.value, fibrillation(20, seed)])
    look = begun(Flutter().push([rows_of(value)]))
    assert look is not None
    onset = len(beats) * FS / MODEL_FS
    assert abs(look.ruling.since - onset) < 1.5 * FS
    assert look.emitted - onset <= (WINDOW_ROWS + TIMES * HOP_ROWS) / MODEL_FS * FS + 15


def test_what_waves_lies_low_and_what_beats_high():
    value = heart(REGULAR)[0].value[:WINDOW_ROWS].astype(np.float64)
    t = np.arange(WINDOW_ROWS) / MODEL_FS
    assert beat_likeness(value) > 1.8
    assert beat_likeness(np.sin(2 * np.pi * 4 * t)) < 0.7


@pytest.mark.parametrize("hz", [1.0, 12.0])
def test_waves_too_slow_or_too_fast_are_none(hz):
    assert begun(Flutter().push([rows_of(np.sin(2 * np.pi * hz * np.arange(2400) / MODEL_FS))])) is None


@pytest.mark.parametrize("scale", [0.05, 0.5, 5.0])
def test_noise_is_none(scale):
    noise = scale * np.random.default_rng(1).standard_normal(12000)
    assert begun(Flutter().push([rows_of(noise)])) is None


def test_a_lead_that_shows_beats_outvotes_one_that_waves():
    beats, _ = heart(REGULAR)
    waves = rows_of(fibrillation(40)[: len(beats)])
    assert begun(Flutter(2).push([waves, rows_of(beats.value[: len(waves)])])) is None


def test_a_lead_that_is_missing_has_no_vote():
    waves = fibrillation(20)
    assert begun(Flutter(2).push([rows_of(waves), rows_of(np.full(len(waves), np.nan))])) is not None


@pytest.mark.parametrize("other", ["fine waves", "muscle noise"])
def test_it_goes_on_while_one_lead_shows_it_and_the_others_say_nothing(other):
    waves = fibrillation(40)
    half = len(waves) // 2
    second = np.concatenate([waves[:half], 0.1 * waves[half:]])
    if other == "muscle noise":
        second[half:] = 0.2 * np.random.default_rng(2).standard_normal(half)
    looks = Flutter(2).push([rows_of(waves), rows_of(second)])
    assert looks[-1].ruling.kind is StateKind.FLUTTER
    none = begun(Flutter(2).push([rows_of(waves[half:]), rows_of(second[half:])]))
    assert none is None, "but it is not found so"


def test_it_is_a_state_that_ends_when_beats_are_back():
    before, found = heart(REGULAR)
    value = np.concatenate([before.value, fibrillation(20), before.value])
    _, states = RhythmStream(FS).push(rows_of(value), found.rows(np.zeros(0, dtype=np.int64)))
    (state,) = (s for s in states if s.kind is StateKind.FLUTTER)
    end = (len(before) + 20 * MODEL_FS) * FS / MODEL_FS
    assert state.over is not None
    assert abs(state.end - end) < 1.5 * FS
    assert state.over - end < 5 * FS


@settings(max_examples=20, deadline=None)
@given(cuts=st.lists(st.integers(1, 9000), max_size=20, unique=True))
def test_nothing_depends_on_how_the_stream_is_cut(cuts):
    beats, _ = heart(REGULAR)
    rows = rows_of(np.concatenate([beats.value, fibrillation(15), beats.value]))
    whole = Flutter().push([rows])
    flutter, looks = Flutter(), []
    edges = [0, *sorted(at for at in cuts if at < len(rows)), len(rows)]
    for first, stop in pairwise(edges):
        piece = FrontEndRows(
            *(getattr(rows, f)[first:stop] for f in ("index", "emitted", "value", "baseline", "valid"))
        )
        looks += flutter.push([piece])
    assert looks == whole


def test_the_flutter_of_207_is_known_within_seconds_and_nothing_else_of_it(data_dir):
    record = open_record("207", data_dir=data_dir)
    flutter = Reference.of(record.annotations, record.fs, record.n_samples).flutter
    front = [FrontEnd(record.fs) for _ in range(2)]
    rows = [f.push(record.signals[:, i]) for i, f in enumerate(front)]
    beats = heart(REGULAR)[1].rows(np.zeros(0, dtype=np.int64))
    _, states = RhythmStream(record.fs, leads=2).push(rows[0], beats, rows[1:])
    assert states
    touched = [sum(s.end >= start and s.start <= stop for s in states) for start, stop in flutter.tolist()]
    assert touched == [1] * len(flutter), "each episode is one, the one of 98 s too"
    assert all(((flutter[:, 0] <= s.end) & (flutter[:, 1] >= s.start)).any() for s in states)
    delays = sorted(
        min((s.known - start) / record.fs for s in states if s.end >= start and s.start <= stop)
        for start, stop in flutter.tolist()
    )
    assert delays[len(delays) // 2] < 4.5
    assert delays[-2] < LATEST_S


@pytest.mark.parametrize("name", ["203", "205", "208"])
def test_fibrillation_of_the_atria_and_runs_are_none(data_dir, name):
    record = open_record(name, data_dir=data_dir)
    rows = [FrontEnd(record.fs).push(record.signals[:, i]) for i in range(2)]
    assert begun(Flutter(2).push(rows)) is None
