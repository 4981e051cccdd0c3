"""Ectopic beats of many forms count less; those that come again, come early, or are few, count in full."""

from __future__ import annotations

import numpy as np
import pytest

from models.beats.variety import EARLY, FASTEST_S, FEW, MANY, ORDINARY_BEATS, WILD, WITHIN_S, Variety

FS = 100.0
RR_S = 0.5
ROWS = 63
NAN = float("nan")


class Beats:
    """Beats one after the other, given to `Variety` as the classifier gives them."""

    def __init__(self) -> None:
        self.variety = Variety(FS)
        self.r_peak = 0
        self.rng = np.random.default_rng(1)

    def form(self) -> np.ndarray:
        """A form that no other beat has."""
        return np.convolve(self.rng.standard_normal(ROWS + 8), np.hanning(9), "valid")

    def give(
        self, score: float, form: np.ndarray | None = None, premature: float = 0.0, rr_s: float = RR_S
    ) -> float:
        self.r_peak += round(rr_s * FS)
        beat = self.form() if form is None else form + 0.02 * self.rng.standard_normal(len(form))
        shifts = np.stack([np.roll(beat, by) - beat.mean() for by in range(-4, 5)])
        return self.variety.judge(self.r_peak, shifts, score, premature=premature, rr_s=rr_s)


@pytest.fixture
def beats() -> Beats:
    made = Beats()
    for _ in range(ORDINARY_BEATS):
        made.give(-0.5)
    return made


def test_beats_of_many_forms_that_come_on_time_count_half(beats: Beats) -> None:
    scores = [beats.give(1.6) for _ in range(MANY + 5)]
    assert scores[: FEW + 1] == [1.6] * (FEW + 1)
    assert scores[-1] == pytest.approx(0.8)
    assert np.all(np.diff(scores) <= 0)


@pytest.mark.parametrize("forms", [1, 3])
def test_beats_of_a_few_forms_count_in_full_however_often_they_come(beats: Beats, forms: int) -> None:
    own = [beats.form() for _ in range(forms)]
    scores = [beats.give(1.6, own[i % forms]) for i in range(3 * MANY)]
    assert min(scores) > 1.25, "the first of three forms may look like some of many"
    assert scores[-MANY:] == [1.6] * MANY


def test_a_beat_of_a_form_that_is_known_counts_among_the_many(beats: Beats) -> None:
    own = beats.form()
    for _ in range(MANY):
        beats.give(1.6, own)
        beats.give(1.6)
    assert beats.give(1.6, own) > 1.05 > 0.9 > beats.give(1.6)


def test_early_beats_of_many_forms_count_in_full_while_the_ordinary_ones_are_the_patients(
    beats: Beats,
) -> None:
    assert [beats.give(1.6, premature=EARLY) for _ in range(MANY + 5)] == [1.6] * (MANY + 5)


def test_early_beats_count_less_where_the_ordinary_ones_are_unlike_the_patients_too() -> None:
    beats = Beats()
    for _ in range(ORDINARY_BEATS):
        beats.give(WILD)
    assert [beats.give(1.6, premature=EARLY) for _ in range(MANY + 5)][-1] == pytest.approx(0.8)


def test_a_beat_after_a_pause_counts_in_full(beats: Beats) -> None:
    for _ in range(MANY + 5):
        beats.give(1.6)
    assert beats.give(1.6, premature=NAN) == 1.6


def test_a_minute_later_nothing_is_held_against_a_beat(beats: Beats) -> None:
    for _ in range(MANY + 5):
        beats.give(1.6)
    beats.r_peak += round(WITHIN_S * FS)
    assert beats.give(1.6) == 1.6


def test_waves_as_fast_as_those_of_flutter_are_not_held_against_a_beat(beats: Beats) -> None:
    for _ in range(3 * MANY):
        beats.give(1.6, rr_s=FASTEST_S - 0.05)
    assert beats.give(1.6) == 1.6


def test_what_raises_no_alert_or_could_not_be_judged_stays_as_it_is(beats: Beats) -> None:
    for _ in range(MANY + 5):
        beats.give(1.6)
    assert beats.give(0.9) == 0.9
    assert np.isnan(beats.give(NAN))
