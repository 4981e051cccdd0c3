"""A form that comes often, alike and on time becomes usual; what is early, wide, fast or rare does not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from models.beats.forms import EARLIEST, FARTHEST, MOST, NO_FASTER, OFTEN, WIDEST, WITHIN_S, Forms
from models.signal.states import State, StateKind, joined

FS = 100.0
RR_S = 0.8
TIME = np.linspace(-1, 1, 63)
NORMAL = np.exp(-0.5 * (TIME / 0.08) ** 2)
BLOCK = np.exp(-0.5 * (TIME / 0.2) ** 2) - 0.6 * np.exp(-0.5 * ((TIME - 0.4) / 0.2) ** 2)


class Beats:
    """Beats one after the other, given to `Forms` as the classifier gives them."""

    def __init__(self) -> None:
        self.forms = Forms(FS)
        self.r_peak = 0
        self.said: list[tuple[State, ...]] = []
        self.rng = np.random.default_rng(1)

    def give(self, n: int, score: float, shape: np.ndarray, **changed: Any) -> list[float]:
        return [self._one(score, shape, **changed) for _ in range(n)]

    def _one(self, score: float, shape: np.ndarray, **changed: Any) -> float:
        given = {"widening": 0.1, "distance": 1.5, "premature": 0.0, "rr_s": RR_S, "learn": True} | changed
        self.r_peak += round(given["rr_s"] * FS)
        beat = shape + 0.02 * self.rng.standard_normal(len(shape))
        shifts = np.stack([np.roll(beat, by) - beat.mean() for by in range(-4, 5)])
        got = self.forms.judge(self.r_peak, self.r_peak + 35, shifts, score, **given)
        self.said.append(self.forms.states())
        return got


@pytest.fixture
def beats() -> Beats:
    made = Beats()
    made.give(20, -0.5, NORMAL)
    return made


def test_a_form_that_comes_on_time_is_usual_within_a_minute(beats: Beats) -> None:
    scores = beats.give(OFTEN + 10, 1.3, BLOCK)
    assert scores[:OFTEN] == [1.3] * OFTEN
    assert max(scores[OFTEN:]) == pytest.approx(-0.5)
    (state,) = beats.said[-1]
    assert (state.kind, state.over) == (StateKind.NEW_FORM, None)
    assert state.start < state.known <= WITHIN_S * FS
    assert str(OFTEN + 1) in state.why
    assert beats.give(3, -0.5, NORMAL) == [-0.5] * 3, "the other form stays usual"


def test_it_is_held_against_itself(beats: Beats) -> None:
    beats.give(OFTEN + 5, 1.2, BLOCK)
    odd, more = beats.give(1, MOST, BLOCK), beats.give(1, MOST + 0.1, BLOCK)
    assert odd == pytest.approx([MOST - 1.2 - 0.5])
    assert more == [MOST + 0.1], "as unlike as that no bundle branch block is"


@pytest.mark.parametrize(
    "changed",
    [
        {"premature": EARLIEST + 0.05},
        {"premature": float("nan")},
        {"premature": -0.4},
        {"widening": WIDEST + 0.1},
        {"distance": FARTHEST + 0.1},
        {"rr_s": (NO_FASTER - 0.05) * RR_S},
        {"learn": False},
    ],
)
def test_what_is_ectopic_or_cannot_be_believed_never_becomes_usual(
    beats: Beats, changed: dict[str, Any]
) -> None:
    assert beats.give(60, 1.3, BLOCK, **changed) == [1.3] * 60
    assert joined(beats.said) == ()


def test_bigeminy_s_early_beats_stay_ectopic(beats: Beats) -> None:
    for _ in range(60):
        assert beats.give(1, 1.6, BLOCK, premature=0.3, rr_s=0.7 * RR_S) == [1.6]
        beats.give(1, -0.5, NORMAL, premature=-0.3, rr_s=1.3 * RR_S)


def test_beats_of_many_shapes_are_no_form(beats: Beats) -> None:
    scores = [beats.give(1, 1.3, beats.rng.standard_normal(63).cumsum())[0] for _ in range(60)]
    assert min(scores) == 1.3


def test_a_form_that_is_gone_for_a_minute_is_new_when_it_comes_again(beats: Beats) -> None:
    beats.give(OFTEN + 5, 1.3, BLOCK)
    beats.give(round((WITHIN_S + 5) / RR_S), -0.5, NORMAL)
    assert beats.give(1, 1.3, BLOCK) == [1.3]
    (state,) = joined(beats.said)
    assert state.over is not None
    assert state.end < state.over
    assert state.over - state.end == pytest.approx(WITHIN_S * FS, abs=2 * RR_S * FS)


def test_nothing_is_usual_before_the_patient_is_known() -> None:
    assert min(Beats().give(60, 1.3, BLOCK)) == 1.3


def test_a_fork_knows_the_form_and_a_reset_does_not(beats: Beats) -> None:
    beats.give(OFTEN + 5, 1.3, BLOCK)
    other = Beats()
    other.forms.learn_from(beats.forms)
    assert other.give(1, 1.3, BLOCK)[0] < 0
    beats.forms.reset()
    beats.r_peak = 0
    assert beats.give(60, 1.3, BLOCK) == [1.3] * 60
