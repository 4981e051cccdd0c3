"""Early beats and an irregular rhythm are told from a regular one, the same however the stream is cut."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.beats.scores import BeatScores
from models.rhythm.stream import RhythmStream
from models.signal.states import State, StateKind, joined
from tests.made_heart import FS, cut, heart

REGULAR = np.full(80, 0.8) + 0.01 * np.sin(np.arange(80) / 3)
FIBRILLATING = np.random.default_rng(3).uniform(0.45, 1.05, 120)


def run(rows, beats, at=()):
    stream = RhythmStream(FS)
    said = [stream.push(*piece) for piece in cut(rows, beats, at)]
    return BeatScores.concatenate([found for found, _ in said]), joined(states for _, states in said)


def early(at):
    rr = REGULAR.copy()
    rr[at], rr[at + 1] = 0.5, 1.05
    return rr


def test_an_early_beat_of_usual_shape_without_its_p_wave_stands_out() -> None:
    found, states = run(*heart(early(60), early=(60,)))
    others = np.delete(found.supraventricular[20:], [40, 41])
    assert found.supraventricular[60] >= 1
    assert others.max() < 0.5
    assert states == ()


def test_what_could_not_be_classified_has_no_verdict() -> None:
    rows, beats = heart(REGULAR)
    beats.score[30] = np.nan
    found, _ = run(rows, beats)
    assert np.flatnonzero(np.isnan(found.supraventricular)).tolist() == [30]


def test_irregular_intervals_without_p_waves_are_a_state_that_says_why() -> None:
    rows, beats = heart(FIBRILLATING, p_waves=False)
    _, (state,) = run(rows, beats)
    assert state.kind is StateKind.IRREGULAR
    assert state.over is None
    assert state.why.startswith("RR varies by ")
    assert state.why.endswith(" % from beat to beat, no P wave seen")
    assert state.known in beats.emitted
    assert state.start in beats.index
    assert state.start < state.known <= beats.emitted[50]


def test_it_ends_when_the_rhythm_is_regular_again() -> None:
    rr = np.concatenate([FIBRILLATING, np.full(120, 0.8)])
    rows, beats = heart(rr, p_waves=False)
    regular, _ = heart(rr)
    with_waves = rows.index > beats.index[120]
    rows.value[with_waves] = regular.value[with_waves]
    _, (state,) = run(rows, beats)
    assert state.over is not None
    assert abs(state.end - beats.index[120]) < 30 * 0.8 * FS
    assert state.over < beats.emitted[180]


def test_a_regular_rhythm_without_p_waves_is_none() -> None:
    assert run(*heart(REGULAR, p_waves=False))[1] == ()


def test_irregular_intervals_behind_p_waves_are_none() -> None:
    respiratory = 0.8 + 0.12 * np.sin(np.arange(120) * 2 * np.pi / 9)
    assert run(*heart(respiratory))[1] == ()


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(cuts=st.lists(st.integers(1, 8000), max_size=30, unique=True))
def test_nothing_depends_on_how_the_stream_is_cut(cuts: list[int]) -> None:
    rows, beats = heart(FIBRILLATING[:80], early=(50,))
    whole, states = run(rows, beats)
    parts, same = run(rows, beats, [at for at in cuts if at < len(rows)])
    np.testing.assert_array_equal(parts.supraventricular, whole.supraventricular)
    assert same == states


def test_nothing_is_known_before_it_came() -> None:
    rows, beats = heart(FIBRILLATING, p_waves=False)
    _, (state,) = run(rows, beats)
    stop = int(np.searchsorted(rows.emitted, state.known))
    stream = RhythmStream(FS)
    (before, _) = cut(rows, beats, [stop])
    assert stream.push(*before)[1] == ()


def test_a_reset_forgets_all_and_a_fork_what_belongs_to_the_stream() -> None:
    rows, beats = heart(FIBRILLATING, p_waves=False)
    stream = RhythmStream(FS)
    first, states = stream.push(rows, beats)
    other = RhythmStream(FS)
    other.learn_from(stream)
    stream.reset()
    again, same = stream.push(rows, beats)
    np.testing.assert_array_equal(again.supraventricular, first.supraventricular)
    assert same == states
    learnt, (state,) = other.push(rows, beats)
    assert isinstance(state, State)
    assert not np.array_equal(learnt.supraventricular, first.supraventricular), "the usual signal is known"


def test_ectopic_beats_in_turns_are_a_state_until_they_miss_one() -> None:
    rows, beats = heart(REGULAR)
    beats.score[31:42:2] = 3.0
    _, (state,) = run(rows, beats)
    assert state.kind is StateKind.BIGEMINY
    assert (state.start, state.end) == (beats.index[31], beats.index[41])
    assert (state.known, state.over) == (beats.emitted[35], beats.emitted[43])
    assert state.why == "every second beat is ectopic"


def test_no_beats_are_no_news() -> None:
    rows, beats = heart(REGULAR)
    found, states = RhythmStream(FS).push(rows, beats.rows(np.zeros(0, dtype=np.int64)))
    assert len(found) == 0
    assert states == ()


@pytest.mark.parametrize("gap", [(3000, 3100)])
def test_a_gap_costs_the_beats_in_it_their_shape_and_no_more(gap: tuple[int, int]) -> None:
    rows, beats = heart(REGULAR)
    rows.value[slice(*gap)] = np.nan
    found, _ = run(rows, beats)
    assert np.isfinite(found.supraventricular).all()
