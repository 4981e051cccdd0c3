"""A beat's score is what its measures say, weighed; of many beats at once as of each alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
import pytest

from assets.records.demo import load_demo
from models.beats.classifier import BeatClassifier
from models.beats.qrs.detector import QrsDetector
from models.beats.weighing import MOST_PREMATURE, NOISE_REFERENCE, Measured, template_verdict, weigh
from models.beats.weights import BEATS, Weighing
from models.signal.frontend import FrontEnd

QUIET = Measured(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, NOISE_REFERENCE, NOISE_REFERENCE, 0.0)
ALL = Weighing(0.5, 0.6, 0.7, 0.8, 0.9, 0.25, 0.35, 1.5, 2.0)


@pytest.mark.parametrize(
    ("measure", "weight", "sign"),
    [
        ("unlikeness", "unlikeness", 1),
        ("widening", "widening", 1),
        ("error", "autoencoder", 1),
        ("forecast", "forecast", 1),
        ("reconstruction", "reconstruction", 1),
        ("noise", "noise", -1),
        ("noise_lately", "noise_lately", -1),
        ("premature", "rhythm", 1),
    ],
)
def test_a_measure_adds_its_weight_and_no_other(measure: str, weight: str, sign: int) -> None:
    more = replace(QUIET, **{measure: getattr(QUIET, measure) + 0.25})
    assert weigh(more, ALL) - weigh(QUIET, ALL) == pytest.approx(sign * 0.25 * getattr(ALL, weight))
    assert weigh(more, replace(ALL, **{weight: 0.0})) == pytest.approx(float(weigh(QUIET, ALL)))


def test_distance_and_prematurity_count_only_so_far() -> None:
    far, farther = (replace(QUIET, distance=d) for d in (1.5, 40.0))
    assert weigh(far, ALL) == weigh(farther, ALL) == pytest.approx(ALL.saturation)
    early, earlier = (replace(QUIET, premature=p) for p in (MOST_PREMATURE, 0.9))
    assert weigh(early, ALL) == weigh(earlier, ALL) > weigh(QUIET, ALL)
    assert weigh(replace(QUIET, premature=-0.5), ALL) == weigh(QUIET, ALL), (
        "late is not the opposite of early"
    )


def test_what_is_not_known_adds_nothing_but_without_the_template_there_is_no_score() -> None:
    nan = float("nan")
    for name in ("error", "forecast", "reconstruction", "noise_lately", "premature"):
        assert weigh(replace(QUIET, **{name: nan}), ALL) == weigh(QUIET, ALL)
    for name in ("distance", "unlikeness", "widening", "noise"):
        assert np.isnan(weigh(replace(QUIET, **{name: nan}), ALL))


def test_many_beats_are_weighed_as_each_alone() -> None:
    values = np.random.default_rng(0).normal(size=(len(fields(Measured)), 50))
    values[3, ::7] = np.nan
    together = weigh(Measured(*values), ALL)
    alone = [float(weigh(Measured(*column), ALL)) for column in values.T.tolist()]
    np.testing.assert_allclose(together, alone, rtol=1e-12)
    verdicts = template_verdict(Measured(*values), ALL)
    assert verdicts.shape == (50,)


def test_the_classifiers_scores_are_its_measures_weighed() -> None:
    """What a watcher is told of each beat gives, weighed, the very score that comes out."""
    record, trained = load_demo(), BEATS.shipped()
    x = record.signals[: 90 * 360, 0]
    rows, beats = FrontEnd(record.fs).push(x), QrsDetector(record.fs).push(x)
    told: dict[int, Measured] = {}
    silent = np.full(len(rows), np.nan, dtype=np.float32)
    watch: Callable[[int, Measured], None] = told.__setitem__
    stream = BeatClassifier(trained, record.fs, watch)
    scores = stream.push(rows, beats, silent, (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)))
    known = np.isfinite(scores.score)
    assert known.sum() > 60
    again = [
        float(weigh(told[r], trained.card.weighing)) / trained.card.threshold
        for r in scores.index[known].tolist()
    ]
    np.testing.assert_allclose(scores.score[known], again, rtol=1e-6)
