"""Noise is found where it is and named, a clean signal is good, and how the stream is cut changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.records.demo import load_demo
from models.signal.frontend import FrontEnd
from models.signal.quality.finder import QualityFinder
from models.signal.states import State, StateKind, joined

FS = 360.0
BEGIN, END = 20.0, 32.0
"""A stretch of the demo, s, without an artefact of its own within half a minute after it."""


@dataclass(frozen=True)
class Found:
    states: tuple[State, ...]
    unusable: np.ndarray
    emitted: np.ndarray


def find(x: np.ndarray, cuts: list[int] | None = None, fs: float = FS) -> Found:
    front, finder = FrontEnd(fs), QualityFinder(fs)
    states, unusable, emitted = [], [], []
    for part in np.split(x, sorted(cuts or [])):
        rows = front.push(part)
        judged = finder.push(part, rows)
        states.append(judged.of())
        unusable.append(judged.unusable)
        emitted.append(rows.emitted)
    return Found(joined(states), np.concatenate(unusable), np.concatenate(emitted))


@pytest.fixture(scope="module")
def lead() -> np.ndarray:
    """The first 40 s of the demo."""
    return load_demo().signals[: round(40 * FS), 0].copy()


def noise(kind: str, n: int, fs: float = FS) -> np.ndarray:
    rng = np.random.default_rng(5)
    time = np.arange(n) / fs
    if kind == "muscle noise":
        return 0.4 * rng.standard_normal(n)
    if kind == "baseline wander":
        return 2.0 * np.sin(2 * np.pi * 0.4 * time)
    if kind == "mains hum":
        return 0.15 * np.sin(2 * np.pi * 50 * time)
    steps = np.cumsum(rng.standard_normal(n) * (rng.random(n) < 0.02))
    return 1.0 * (steps - np.convolve(steps, np.ones(360) / 360, "same"))  # electrode motion


def disturbed(lead: np.ndarray, kind: str) -> np.ndarray:
    x = lead.astype(np.float64)
    part = slice(round(BEGIN * FS), round(END * FS))
    x[part] += noise(kind, part.stop - part.start)
    return x


def test_ectopic_beats_are_no_noise(lead: np.ndarray) -> None:
    assert find(lead).states == ()


@pytest.mark.parametrize("kind", ["muscle noise", "electrode motion"])
def test_noise_makes_a_signal_unusable_in_time_and_no_longer(lead: np.ndarray, kind: str) -> None:
    found = find(disturbed(lead, kind))
    states = [s for s in found.states if s.kind is StateKind.UNUSABLE]
    assert states[0].why == kind
    assert BEGIN - 2 <= states[0].start / FS
    assert states[0].known <= (BEGIN + 3.6) * FS
    told = found.unusable[(found.emitted > (BEGIN + 3.6) * FS) & (found.emitted < (BEGIN + 6) * FS)]
    assert told.all()


def test_a_short_artefact_is_over_soon_and_long_noise_is_not_believed_to_be(lead: np.ndarray) -> None:
    still = np.tile(lead[: 10 * 360], 12)
    after = []
    for seconds in (3, 25):
        x = still.astype(np.float64)
        part = slice(round(BEGIN * FS), round((BEGIN + seconds) * FS))
        x[part] += noise("electrode motion", part.stop - part.start)
        (*_, last) = (s for s in find(x).states if s.kind is StateKind.UNUSABLE)
        assert last.over is not None
        after.append((last.over - part.stop) / FS)
    assert after[0] <= 3.1
    assert after[0] + 3 < after[1] <= 20


def test_states_follow_each_other_without_overlap(lead: np.ndarray) -> None:
    states = find(disturbed(lead, "electrode motion")).states
    assert all(a.end < b.start for a, b in pairwise(states))
    assert all(s.end - s.start >= FS for s in states), "none is over as soon as it has begun"
    assert all(s.start <= s.end <= s.known or s.over is None or s.end <= s.over for s in states)


def test_mains_hum_is_heard_though_the_front_end_removes_it(lead: np.ndarray) -> None:
    states = find(disturbed(lead, "mains hum")).states
    assert {(state.kind, state.why) for state in states} == {(StateKind.DOUBTFUL, "mains hum")}
    assert BEGIN * FS <= states[0].known <= (BEGIN + 3.6) * FS


@pytest.mark.parametrize("fs", [100.0, 128.0, 250.0, 1000.0])
def test_every_rate_is_listened_to(fs: float) -> None:
    n = round(20 * fs)
    beat = 0.9 * np.exp(-0.5 * (((np.arange(n) / fs) % 0.8 - 0.4) / 0.012) ** 2)
    tone = 60.0 if fs > 125 else 40.0
    states = find(beat + 0.2 * np.sin(2 * np.pi * tone * np.arange(n) / fs), fs=fs).states
    assert bool(states) == (fs > 125)  # of 60 Hz a rate of 100 Hz knows nothing
    assert find(beat, fs=fs).states == ()


def test_a_gap_ends_a_state_and_nothing_is_said_of_it(lead: np.ndarray) -> None:
    x = disturbed(lead, "muscle noise")
    x[round(26 * FS) : round(28 * FS)] = np.nan
    states = [s for s in find(x).states if s.kind is StateKind.UNUSABLE]
    assert states[0].start < 26 * FS
    assert all(s.over is not None and s.over < 27 * FS for s in states if s.start < 26 * FS)
    assert not any(27 * FS < s.known < 30 * FS for s in states)


@settings(max_examples=15)
@given(
    cuts=st.lists(st.integers(0, round(40 * FS)), max_size=12),
    kind=st.sampled_from(["muscle noise", "electrode motion", "baseline wander", "mains hum"]),
)
def test_how_the_stream_is_cut_changes_nothing(lead: np.ndarray, cuts: list[int], kind: str) -> None:
    x = disturbed(lead, kind)
    whole, parts = find(x), find(x, cuts)
    assert whole.states == parts.states
    np.testing.assert_array_equal(whole.unusable, parts.unusable)


def test_leads_in_step_are_judged_as_each_alone(lead: np.ndarray) -> None:
    kinds = ("muscle noise", "electrode motion", "mains hum")
    x = np.stack([disturbed(lead, kind) for kind in kinds])
    front, finder = FrontEnd(FS, len(kinds)), QualityFinder(FS, len(kinds))
    said = [finder.push(part, front.push(part)) for part in np.array_split(x, 31, axis=1)]
    for i in range(len(kinds)):
        assert joined([one.of(i) for one in said]) == find(x[i]).states


def test_what_was_forgotten_is_judged_anew(lead: np.ndarray) -> None:
    front, finder = FrontEnd(FS), QualityFinder(FS)
    x = disturbed(lead, "muscle noise")
    first = finder.push(x, front.push(x)).of()
    finder.reset()
    front.reset()
    assert finder.push(x, front.push(x)).of() == first


def test_a_line_without_beats_is_no_noise():
    """What is left of the signal in an asystole: a little wander, and the muscles."""
    time = np.arange(round(60 * FS)) / FS
    line = 0.08 * np.sin(2 * np.pi * 0.23 * time) + 0.04 * np.sin(2 * np.pi * 0.41 * time)
    muscles = 0.005 * np.random.default_rng(3).standard_normal(len(time))
    found = find((line + muscles).astype(np.float32)).states
    assert StateKind.UNUSABLE not in {state.kind for state in found}
