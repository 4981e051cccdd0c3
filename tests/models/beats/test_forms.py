"""A form that comes often, alike and on time becomes usual; what is early, wide, fast or rare does not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from models.beats.forms import (
    DIFFERENT,
    EARLIEST,
    EARLIEST_CONDUCTED,
    FARTHEST,
    KEPT_S,
    MOST,
    MOST_KEPT,
    NO_FASTER,
    NO_FASTER_CONDUCTED,
    OFTEN,
    OFTEN_CONDUCTED,
    WIDEST,
    WITHIN_S,
    Forms,
)
from models.signal.states import State, StateKind, joined

FS = 100.0
RR_S = 0.8
BEFORE = 30
TIME = np.linspace(-1, 1, 63)
NORMAL = np.exp(-0.5 * (TIME / 0.08) ** 2)
BLOCK = np.exp(-0.5 * (TIME / 0.2) ** 2) - 0.6 * np.exp(-0.5 * ((TIME - 0.4) / 0.2) ** 2)
P_WAVE = 0.1 * np.exp(-0.5 * ((TIME + 0.6) / 0.08) ** 2)
BROAD = np.exp(-0.5 * ((TIME - 0.05) / 0.13) ** 2) - 0.6 * np.exp(-0.5 * ((TIME - 0.4) / 0.2) ** 2)
ODD: dict[str, Any] = {"widening": 1.2, "distance": 2.6, "premature": 0.02}


class Beats:
    """Beats one after the other, given to `Forms` as the classifier gives them."""

    def __init__(self, before: int = BEFORE) -> None:
        self.forms = Forms(FS, before)
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


def test_a_form_that_was_usual_is_known_when_it_comes_again(beats: Beats) -> None:
    beats.give(OFTEN + 5, 1.3, BLOCK)
    beats.give(round(10 * WITHIN_S / RR_S), -0.5, NORMAL)
    back = beats.r_peak
    assert beats.give(3, 1.3, BLOCK) == pytest.approx([-0.5] * 3)
    first, second = joined(beats.said)
    assert first.over is not None
    assert first.end < first.over
    assert first.over - first.end == pytest.approx(WITHIN_S * FS, abs=2 * RR_S * FS)
    assert second.over is None
    assert "times in a minute" in second.why
    assert second.start == back + round(RR_S * FS), "it is told from where it came again"


def test_early_or_other_beats_are_not_of_a_form_that_was_usual(beats: Beats) -> None:
    beats.give(OFTEN + 5, 1.3, BLOCK)
    beats.give(round(2 * WITHIN_S / RR_S), -0.5, NORMAL)
    assert beats.give(1, 1.3, BLOCK, premature=EARLIEST + 0.05) == [1.3]
    assert beats.give(1, 1.3, -BLOCK) == [1.3]


def test_a_form_that_was_gone_for_half_an_hour_is_new(beats: Beats) -> None:
    beats.give(OFTEN + 5, 1.3, BLOCK)
    beats.give(round(KEPT_S / RR_S) + 10, -0.5, NORMAL)
    assert beats.give(1, 1.3, BLOCK) == [1.3]


def test_few_of_many_forms_are_kept(beats: Beats) -> None:
    shapes = [np.roll(BLOCK * np.sin((3 + 2 * i) * TIME), i) for i in range(MOST_KEPT + 2)]
    for shape in shapes:
        beats.give(OFTEN + 5, 1.3, shape)
    beats.give(round(1.5 * WITHIN_S / RR_S), -0.5, NORMAL)
    assert beats.give(1, 1.3, shapes[-1])[0] < 1
    assert beats.give(1, 1.3, shapes[0]) == [1.3]


def test_beats_that_raise_no_alert_but_differ_count_too(beats: Beats) -> None:
    beats.give(OFTEN, DIFFERENT + 0.1, BLOCK)
    assert beats.give(1, 1.3, BLOCK)[0] < 1
    assert joined(beats.said)[0].start < beats.r_peak - OFTEN * RR_S * FS / 2


@pytest.fixture
def with_p_waves() -> Beats:
    made = Beats()
    made.give(20, -0.5, NORMAL + P_WAVE)
    return made


def test_what_follows_the_usual_p_wave_beat_after_beat_may_differ_as_it_likes(with_p_waves: Beats) -> None:
    scores = with_p_waves.give(OFTEN_CONDUCTED + 10, 2.4, BROAD + P_WAVE, **ODD)
    assert scores[: OFTEN_CONDUCTED + 1] == [2.4] * (OFTEN_CONDUCTED + 1)
    assert max(scores[OFTEN_CONDUCTED + 1 :]) < 1
    with_p_waves.give(round(5 * WITHIN_S / RR_S), -0.5, NORMAL + P_WAVE)
    assert with_p_waves.give(1, 2.4, BROAD + P_WAVE, **ODD)[0] < 1, "and is known when it comes again"


def test_its_p_wave_may_come_earlier_before_the_r_peak_of_a_broad_complex(with_p_waves: Beats) -> None:
    earlier = np.roll(P_WAVE, -4)
    assert with_p_waves.give(OFTEN_CONDUCTED + 10, 2.4, BROAD + earlier, **ODD)[-1] < 1


@pytest.mark.parametrize(
    ("wave", "changed"),
    [
        (0 * P_WAVE, {}),
        (-P_WAVE, {}),
        (0.3 * P_WAVE, {}),
        (np.roll(P_WAVE, 9), {}),
        (P_WAVE, {"premature": EARLIEST_CONDUCTED + 0.05}),
        (P_WAVE, {"rr_s": (NO_FASTER_CONDUCTED - 0.05) * RR_S}),
        (P_WAVE, {"learn": False}),
    ],
)
def test_without_the_usual_p_wave_or_early_or_fast_it_stays_ectopic(
    with_p_waves: Beats, wave: np.ndarray, changed: dict[str, Any]
) -> None:
    assert with_p_waves.give(40, 2.4, BROAD + wave, **ODD | changed) == [2.4] * 40


def test_a_fusion_beat_has_a_p_wave_and_comes_alone(with_p_waves: Beats) -> None:
    for _ in range(60):
        assert with_p_waves.give(1, 2.4, BROAD + P_WAVE, **ODD) == [2.4]
        with_p_waves.give(1, -0.5, NORMAL + P_WAVE)


def test_what_lacks_the_p_wave_of_the_others_does_not_become_usual_by_coming_often(
    with_p_waves: Beats,
) -> None:
    assert with_p_waves.give(OFTEN + 20, 1.3, BROAD) == [1.3] * (OFTEN + 20)


def test_without_rows_for_a_p_wave_none_is_seen() -> None:
    short = Beats(before=20)
    short.give(20, -0.5, NORMAL + P_WAVE)
    assert short.give(40, 2.4, BROAD + P_WAVE, **ODD) == [2.4] * 40
    assert short.give(OFTEN + 5, 1.3, BLOCK)[-1] < 1, "what comes often needs none"


def test_the_usual_interval_follows_a_form_that_is_usual(with_p_waves: Beats) -> None:
    with_p_waves.give(OFTEN_CONDUCTED + 60, 2.4, BROAD + P_WAVE, **ODD, rr_s=0.85 * RR_S)
    assert with_p_waves.give(1, 2.4, BROAD + P_WAVE, **ODD, rr_s=0.75 * RR_S)[0] < 1


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
