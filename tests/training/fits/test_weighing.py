"""The search for a weighing finds what tells ectopic beats, and gives no weight to what does not."""

from __future__ import annotations

from dataclasses import asdict, fields, replace

import numpy as np
import pytest

from models.beats.weighing import MOST_PREMATURE, NOISE_REFERENCE, Measured
from models.beats.weights import Weighing
from training.fits.beat_measures import CLEAN, NOISY, MeasuredBeats
from training.fits.weighing import (
    GRID,
    LEAST_GAIN,
    MOST_BY_RHYTHM,
    NEUTRAL,
    derive,
    figures,
    goodness,
    search,
)

NAMES = [f.name for f in fields(Measured)]


def patient(name: str, seed: int, informative: dict[str, float], ventricular: int = 40) -> MeasuredBeats:
    """A patient of 20 minutes and 1500 beats; his V beats differ in these measures, by so many deviations."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(len(NAMES), 1500))
    for row in ("noise", "noise_lately"):
        values[NAMES.index(row)] = NOISE_REFERENCE
    values[NAMES.index("premature")] = 0.0
    labels = np.zeros(1500, dtype=bool)
    labels[rng.choice(1500, ventricular, replace=False)] = True
    for measure, by in informative.items():
        values[NAMES.index(measure), labels] += by
    return MeasuredBeats(name, 20.0, values, labels, np.ones(1500, dtype=bool), ~labels)


def patients(informative: dict[str, float], n: int = 6) -> dict[str, list[MeasuredBeats]]:
    return {CLEAN: [patient(f"p{i}", i, informative) for i in range(n)]}


def test_figures_are_those_counted_by_hand() -> None:
    values = np.zeros((len(NAMES), 6))
    values[0] = [5.0, 4.0, 3.0, 2.0, 1.0, 0.0]
    values[6:8] = NOISE_REFERENCE
    ventricular = np.array([True, False, True, False, False, True])
    beats = [MeasuredBeats("p", 1.0, values, ventricular, np.ones(6, dtype=bool), ~ventricular)]
    found = figures(beats, NEUTRAL)
    assert found.precision == pytest.approx((1 + 2 / 3 + 3 / 6) / 3)
    assert found.thresholds[0] == 2.0, "one false alarm a minute of one minute: the beat of 4 may alarm"
    assert found.found == pytest.approx((2 / 3, 2 / 3))
    assert found.goodness == pytest.approx((found.precision + 4 / 3) / 3)


@pytest.mark.parametrize("measure", ["unlikeness", "forecast", "reconstruction"])
def test_a_measure_that_tells_gets_a_weight_and_the_others_get_none(measure: str) -> None:
    chosen = search(patients({"distance": 1.0, measure: 6.0}))
    assert getattr(chosen, measure) > 0
    assert goodness(patients({"distance": 1.0, measure: 6.0}), chosen) > goodness(
        patients({"distance": 1.0, measure: 6.0}), NEUTRAL
    )
    others = {"unlikeness", "forecast", "reconstruction"} - {measure}
    assert all(getattr(chosen, name) <= GRID[name][1] for name in others)


def test_a_weight_that_brings_nothing_stays_without_effect() -> None:
    """Beats told by their distance alone leave all other weights, the reconstruction's among them, at 0."""
    assert search(patients({"distance": 12.0})) == NEUTRAL


def test_prematurity_alone_never_comes_near_the_threshold() -> None:
    beats = patients({"distance": 1.0, "premature": MOST_PREMATURE})
    chosen = search(beats)
    threshold = figures(beats[CLEAN], chosen).thresholds[0]
    assert chosen.rhythm * MOST_PREMATURE <= MOST_BY_RHYTHM * threshold
    assert goodness(beats, replace(NEUTRAL, rhythm=1000.0)) == float("-inf")


@pytest.mark.slow
def test_every_patient_is_left_out_once_and_the_choice_is_compared_where_it_had_no_part() -> None:
    beats = patients({"distance": 1.0, "unlikeness": 4.0})
    derived = derive(beats, Weighing(), folds=3)
    left_out = [name for fold in derived.folds for name in fold.patients]
    assert sorted(left_out) == [f"p{i}" for i in range(6)]
    for fold in derived.folds:
        inside = {CLEAN: [one for one in beats[CLEAN] if one.patient not in fold.patients]}
        outside = {CLEAN: [one for one in beats[CLEAN] if one.patient in fold.patients]}
        assert fold.chosen == search(inside)
        assert fold.goodness == pytest.approx(figures(outside[CLEAN], fold.chosen).goodness)
        assert fold.reference == pytest.approx(figures(outside[CLEAN], Weighing()).goodness)
    assert derived.gain == pytest.approx(np.mean([f.goodness - f.reference for f in derived.folds]))
    assert derived.without["reconstruction"] == 0.0 or derived.chosen.reconstruction > 0


@pytest.mark.slow
def test_a_weighing_that_is_much_better_is_said_to_be() -> None:
    beats = patients({"reconstruction": 6.0})
    derived = derive(beats, NEUTRAL, folds=3)
    assert not derived.confirms
    assert derived.gain > 0.2
    assert derive(beats, derived.chosen, folds=3).confirms


def test_one_patient_with_ventricular_beats_cannot_be_cross_validated() -> None:
    beats = {CLEAN: [patient("a", 0, {}), patient("b", 1, {}, ventricular=0)]}
    with pytest.raises(ValueError, match="at least two records with V beats"):
        derive(beats, Weighing())


def test_the_grid_holds_every_weight_and_the_shipped_one() -> None:
    assert set(GRID) == set(asdict(Weighing()))
    for name, value in asdict(Weighing()).items():
        assert value in GRID[name], name
    assert 0 < LEAST_GAIN < 0.01
    assert CLEAN not in NOISY
