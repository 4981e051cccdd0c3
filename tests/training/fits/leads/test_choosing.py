"""The search for how leads are put together believes the lead that tells, and keeps what is as good."""

from __future__ import annotations

import numpy as np
import pytest

from models.leads.fusing import SHIPPED, Fusing
from training.fits.leads.choosing import (
    FOLDS,
    LEAST_SENSITIVITY,
    choose,
    figures,
    first_alone,
    fused,
    judge,
    left_out,
)
from training.fits.leads.measures import HeardBeats


def patient(name: str, seed: int, spread: tuple[float, float], missed: int = 0) -> HeardBeats:
    """A patient of 20 minutes; V beats score 2 and others 0, each lead with so much chance beside it."""
    rng = np.random.default_rng(seed)
    aami = np.where(rng.random(1500) < 0.1, "V", "N")
    score = np.where(aami == "V", 2.0, 0.0) + rng.normal(size=(2, 1500)) * np.array(spread)[:, None]
    return HeardBeats(name, "mitdb", 20.0, score, np.zeros((2, 1500)), aami, missed)


def patients(spread: tuple[float, float], n: int = 6) -> list[HeardBeats]:
    return [patient(f"p{i}", i, spread) for i in range(n)]


def test_figures_are_those_counted_by_hand() -> None:
    one = HeardBeats(
        "p",
        "mitdb",
        1.0,
        np.array([[3.0, 2.5, 2.0, 1.5, 0.5, np.nan]] * 2),
        np.zeros((2, 6)),
        np.array(["V", "N", "V", "F", "O", "V"]),
        1,
    )
    found = figures([one], [fused(one, Fusing(0.5, 0.0, 1.0))])
    assert one.ventricular == 4
    assert found.sensitivity == 0.5, "one was not scored, one not detected"
    assert found.positive_predictivity == pytest.approx(2 / 3), "the fusion beat is not counted as false"
    assert found.found == (0.5, 0.5), "one false alarm of that minute may be: the beat of 2.5"
    assert found.auc == pytest.approx(1 / 3)
    assert judge([one], Fusing(0.5, 0.0, 4.0)).sensitivity == 0.0


@pytest.mark.parametrize(("spread", "least", "most"), [((0.3, 0.9), 0.65, 1.0), ((0.9, 0.3), 0.0, 0.45)])
def test_the_lead_that_tells_gets_the_greater_share(
    spread: tuple[float, float], least: float, most: float
) -> None:
    chosen = choose(patients(spread))
    assert least <= chosen.first <= most
    found = judge(patients(spread), chosen)
    assert found.goodness >= judge(patients(spread), SHIPPED).goodness
    assert found.sensitivity >= LEAST_SENSITIVITY


def test_a_noisy_lead_loses_its_vote_where_noise_makes_it_wrong() -> None:
    quiet = patients((0.3, 0.3))
    noisy = []
    for i, one in enumerate(quiet):
        rng = np.random.default_rng(100 + i)
        wrong = rng.random(1500) < 0.3
        score = one.score.copy()
        score[1, wrong] += rng.normal(0, 4, wrong.sum())
        noise = np.stack([np.zeros(1500), np.where(wrong, 2.0, 0.0)])
        noisy.append(HeardBeats(one.patient, one.database, one.minutes, score, noise, one.aami, 0))
    assert choose(noisy).noise >= 0.6


def test_what_is_as_good_stays() -> None:
    perfect = patients((0.0, 0.0))
    assert choose(perfect) == SHIPPED


@pytest.mark.slow
def test_each_patient_is_judged_by_a_choice_without_him() -> None:
    heard = patients((0.6, 0.6))
    chosen, scores = left_out(heard)
    assert len(chosen) == FOLDS
    for one, score in zip(heard, scores, strict=True):
        assert any(np.array_equal(score, fused(one, how)) for how in chosen)
    alone = figures(heard, [first_alone(one) for one in heard])
    assert figures(heard, scores).goodness > alone.goodness, "two leads say more than one"


def test_too_few_to_choose_by_is_a_sentence() -> None:
    with pytest.raises(ValueError, match="at least two records with V beats"):
        left_out(patients((0.5, 0.5), 1))
    none = [HeardBeats("p", "mitdb", 1.0, np.zeros((2, 3)), np.zeros((2, 3)), np.array(["N"] * 3), 0)]
    with pytest.raises(ValueError, match="both ventricular and normal beats"):
        choose(none)
