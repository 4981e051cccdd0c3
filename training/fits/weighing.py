"""Derive how the beat classifier weighs its measures: a bounded search on DS1, checked patient by patient.

The measures of a beat (`training.fits.beat_measures`) do not depend on how they are weighed, so they are
taken once, and a trial is a few sums and a sort. What is sought is stated in `Figures.goodness`; how far the
search may go, in `GRID`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import fmean, stdev

import numpy as np
import numpy.typing as npt

from models.beats.weighing import MOST_PREMATURE, Measured, weigh
from models.beats.weights import Weighing
from training.evaluation.metrics.ranking import average_precision
from training.fits.beat_measures import MeasuredBeats

RATES = (1.0, 0.1)
"""False alarms a minute at which the share of class V beats found counts."""

FOLDS = 4
"""Groups of patients, each scored by the weighing that was chosen without it."""

LEAST_GAIN = 0.0005
"""A weight must bring so much of `Figures.goodness`, or it stays nearer to having no effect."""

SWEEPS = 10
"""The search goes through all weights no more often than this."""

MOST_BY_RHYTHM = 0.5
"""Prematurity alone brings no beat farther than this share of the threshold: it is a verdict of its own."""

GRID: Mapping[str, tuple[float, ...]] = {
    "unlikeness": (0.0, 0.5, 1.0, 1.5, 2.0, 3.0),
    "widening": (0.0, 0.5, 1.0, 1.5, 2.0),
    "autoencoder": (0.0, 0.1, 0.2, 0.3, 0.5, 0.8),
    "forecast": (0.0, 0.1, 0.2, 0.3, 0.5),
    "reconstruction": (0.0, 0.1, 0.2, 0.3, 0.5),
    "noise": (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0),
    "noise_lately": (0.0, 0.1, 0.2, 0.3, 0.5, 0.7),
    "saturation": (10.0, 3.0, 2.0, 1.5, 1.0),
    "rhythm": (0.0, 0.5, 1.0, 1.5, 2.0, 3.0),
}
"""Values that are tried, from the one that has no effect on."""

NEUTRAL = Weighing(**{name: values[0] for name, values in GRID.items()})
"""Where the search begins: the template's distance alone."""

Conditions = Mapping[str, Sequence[MeasuredBeats]]
"""By condition, the same patients in the same order."""


@dataclass(frozen=True)
class Figures:
    """How well a weighing tells V from N beats, over the patients pooled.

    Attributes
    ----------
    precision : float
        Average precision; NaN without beats of both classes.
    found : tuple of float
        Share of the V beats found at each of `RATES`; NaN where there is none.
    thresholds : tuple of float
        Score at which false alarms come at each of `RATES`.
    """

    precision: float
    found: tuple[float, ...]
    thresholds: tuple[float, ...]

    @property
    def goodness(self) -> float:
        """Mean of the average precision and of the shares found."""
        return fmean((self.precision, *self.found))


@dataclass(frozen=True)
class Fold:
    """A group of patients, and the weighing that was chosen on all others.

    Attributes
    ----------
    patients : tuple of str
        The group.
    chosen : Weighing
        Chosen without them.
    goodness, reference : float
        Goodness on the group by that weighing and by the one that it is compared with.
    """

    patients: tuple[str, ...]
    chosen: Weighing
    goodness: float
    reference: float


@dataclass(frozen=True)
class Derived:
    """What `derive` found.

    Attributes
    ----------
    chosen : Weighing
        By all patients.
    figures, reference : dict of str to Figures
        By condition: of the chosen weighing, and of the one it is compared with.
    folds : tuple of Fold
        The cross-validation.
    without : dict of str to float
        For each weight, by how much goodness falls if it alone is set to have no effect.
    """

    chosen: Weighing
    figures: dict[str, Figures]
    reference: dict[str, Figures]
    folds: tuple[Fold, ...]
    without: dict[str, float]

    @property
    def gain(self) -> float:
        """Mean over the folds of what the chosen weighing is better than the other on left-out patients."""
        return fmean(fold.goodness - fold.reference for fold in self.folds)

    @property
    def spread(self) -> float:
        """Standard error of `gain`; NaN for fewer than two folds."""
        if len(self.folds) < 2:
            return float("nan")
        return stdev(f.goodness - f.reference for f in self.folds) / len(self.folds) ** 0.5

    @property
    def confirms(self) -> bool:
        """Whether the weighing compared with is as good within two standard errors, or better."""
        return not self.gain > 2 * self.spread


def figures(beats: Sequence[MeasuredBeats], how: Weighing) -> Figures:
    """Rank the beats of several patients by a weighing.

    Raises
    ------
    ValueError
        If no beat lies in normal rhythm.
    """
    return ranked_by(beats, [weigh(Measured(*one.values), how) for one in beats])


def ranked_by(beats: Sequence[MeasuredBeats], scores: Sequence[npt.NDArray[np.float64]]) -> Figures:
    """Rank the beats of several patients by any score, an array of shape (n,) each.

    Raises
    ------
    ValueError
        If no beat lies in normal rhythm.
    """
    quiet = np.concatenate([s[one.quiet] for s, one in zip(scores, beats, strict=True)])
    ventricular = np.concatenate([s[one.ventricular] for s, one in zip(scores, beats, strict=True)])
    ranked = np.concatenate([s[one.ranked] for s, one in zip(scores, beats, strict=True)])
    positive = np.concatenate([one.ventricular[one.ranked] for one in beats])
    if not len(quiet):
        raise ValueError("The records hold no normal beats after the first five minutes to choose by.")
    minutes = sum(one.minutes for one in beats)
    highest = np.sort(quiet)[::-1]
    thresholds = [float(highest[min(max(1, round(r * minutes)), len(highest) - 1)]) for r in RATES]
    found = [float((ventricular >= t).mean()) if len(ventricular) else float("nan") for t in thresholds]
    return Figures(average_precision(ranked, positive), tuple(found), tuple(thresholds))


def goodness(conditions: Conditions, how: Weighing) -> float:
    """Mean of `Figures.goodness` over the conditions; minus infinity if prematurity alone weighs too much."""
    every = [figures(beats, how) for beats in conditions.values()]
    if how.rhythm * MOST_PREMATURE > MOST_BY_RHYTHM * max(0.0, every[0].thresholds[0]):
        return float("-inf")
    return fmean(f.goodness for f in every)


def search(conditions: Conditions, start: Weighing = NEUTRAL) -> Weighing:
    """Go through the weights, one at a time, until none changes.

    Of the values of `GRID` that are within `LEAST_GAIN` of the best, the one nearest to no effect is taken.
    """
    how = start
    for _ in range(SWEEPS):
        before = how
        for name, grid in GRID.items():
            tried = {value: goodness(conditions, replace(how, **{name: value})) for value in grid}
            enough = max(tried.values()) - LEAST_GAIN
            how = replace(how, **{name: next(v for v in grid if tried[v] >= enough)})
        if how == before:
            break
    return how


def derive(
    conditions: Conditions,
    compared_with: Weighing,
    folds: int = FOLDS,
    progress: Callable[[str], None] = lambda text: None,
) -> Derived:
    """Choose a weighing on all patients, and see how one so chosen does on patients that had no part in it.

    Parameters
    ----------
    conditions : mapping of str to sequence of MeasuredBeats
        What was measured.
    compared_with : Weighing
        The one that ships.
    folds : int
        Groups of patients; each gets patients with many V beats and with few.
    progress : callable, optional
        Told in a few words what is being done.

    Returns
    -------
    Derived

    Raises
    ------
    ValueError
        If there are not two groups with V beats and normal ones in each.
    """
    first = next(iter(conditions.values()))
    groups = dealt(first, folds)
    made: list[Fold] = []
    for number, group in enumerate(groups):
        progress(f"searching without group {number + 1} of {len(groups)}")
        inside = _part(conditions, lambda i, group=group: i not in group)  # type: ignore[misc]
        outside = _part(conditions, lambda i, group=group: i in group)  # type: ignore[misc]
        chosen = search(inside)
        names = tuple(first[i].patient for i in sorted(group))
        made.append(Fold(names, chosen, _plain(outside, chosen), _plain(outside, compared_with)))
    progress("searching on all patients")
    chosen = search(conditions)
    whole = _plain(conditions, chosen)
    without = {
        name: whole - _plain(conditions, replace(chosen, **{name: grid[0]})) for name, grid in GRID.items()
    }
    return Derived(
        chosen,
        {name: figures(beats, chosen) for name, beats in conditions.items()},
        {name: figures(beats, compared_with) for name, beats in conditions.items()},
        tuple(made),
        without,
    )


def as_json(derived: Derived) -> dict[str, object]:
    """Give what was found as plain values."""
    return {
        "chosen": asdict(derived.chosen),
        "goodness": fmean(f.goodness for f in derived.figures.values()),
        "goodness_shipped": fmean(f.goodness for f in derived.reference.values()),
        "cross_validated_gain": derived.gain,
        "standard_error": derived.spread,
        "confirms_shipped": derived.confirms,
        "falls_without": derived.without,
        "folds": [asdict(fold) for fold in derived.folds],
        "conditions": {
            name: {"chosen": asdict(derived.figures[name]), "shipped": asdict(derived.reference[name])}
            for name in derived.figures
        },
    }


def _plain(conditions: Conditions, how: Weighing) -> float:
    """Goodness without the bound on prematurity, which depends on a threshold that few patients may set."""
    return fmean(figures(beats, how).goodness for beats in conditions.values())


def _part(conditions: Conditions, inside: Callable[[int], bool]) -> dict[str, list[MeasuredBeats]]:
    return {name: [one for i, one in enumerate(beats) if inside(i)] for name, beats in conditions.items()}


def dealt(beats: Sequence[MeasuredBeats], folds: int) -> list[set[int]]:
    """Deal the patients out by their V beats, so that every group has some."""
    order = sorted(range(len(beats)), key=lambda i: (-int(beats[i].ventricular.sum()), beats[i].patient))
    with_some = sum(bool(one.ventricular.any()) for one in beats)
    folds = min(folds, with_some)
    if folds < 2:
        raise ValueError(
            "A weighing is checked patient by patient: at least two records with V beats are needed."
        )
    return [set(order[k::folds]) for k in range(folds)]
