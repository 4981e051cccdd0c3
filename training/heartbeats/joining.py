"""Whether the heartbeat autoencoder would help the alarms: its measures, added to the score that raises them.

The measures are those of `training.fits.beat_measures`, to whose score (as it ships) a measure of the
heartbeat autoencoder is added with a weight. The weight is chosen on patients of DS1 and judged on others of
them, as a weighing is; then on the half of the Supraventricular Database that choices may be made on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Any

import numpy as np
import numpy.typing as npt

from models.beats.autoencoder import BeatAutoencoder
from models.beats.weighing import Measured, weigh
from models.beats.weights import Weighing
from training.fits.beat_measures import MeasuredBeats, beats_at
from training.fits.beats import PatientBeats
from training.fits.weighing import FOLDS, LEAST_GAIN, Figures, dealt, ranked_by
from training.heartbeats.measures import MeasuredPatient

WEIGHTS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8)
"""Weights that are tried, from the one that has no effect on."""

JOINED = {"error": "error against his usual", "place": "distance from his usual place"}
"""What is added to the score: the reconstruction error above the patient's usual, in log units, and the
distance from his usual place, in units of the code."""


@dataclass(frozen=True)
class Candidate:
    """The beats of one patient, measured by what raises the alerts, and what might join it.

    Attributes
    ----------
    beats : MeasuredBeats
        As the beat classifier measures them.
    extra : dict of str to ndarray, shape (n,)
        By the names of `JOINED`, of the same beats; 0 where it could not be measured.
    """

    beats: MeasuredBeats
    extra: dict[str, npt.NDArray[np.float64]]


def candidate(found: PatientBeats, measured: MeasuredPatient, network: BeatAutoencoder) -> Candidate:
    """Measure a patient by everything; neither network learnt from him."""
    peaks, beats = beats_at(network, found)
    place = {int(peak): i for i, peak in enumerate(measured.peaks)}
    which = np.array([place.get(int(peak), -1) for peak in peaks], dtype=np.int64)
    extra = {
        name: np.where(which >= 0, np.append(measured.values[of], 0.0)[which], 0.0)
        for name, of in JOINED.items()
    }
    return Candidate(beats, extra)


def figures(patients: Sequence[Candidate], name: str, weight: float) -> Figures:
    """Rank the beats of patients by the shipped score with a weight of one of `JOINED` added."""
    scores = [weigh(Measured(*one.beats.values), Weighing()) + weight * one.extra[name] for one in patients]
    return ranked_by([one.beats for one in patients], scores)


def choose(patients: Sequence[Candidate], name: str) -> float:
    """Of the weights that are within `LEAST_GAIN` of the best, give the least."""
    tried = {weight: figures(patients, name, weight).goodness for weight in WEIGHTS}
    enough = max(tried.values()) - LEAST_GAIN
    return next(weight for weight in WEIGHTS if tried[weight] >= enough)


def joining(
    chosen_on: Sequence[Candidate],
    others: Sequence[Candidate],
    say: Callable[[str], None] = lambda text: None,
) -> list[dict[str, Any]]:
    """Say of each of `JOINED` what it would bring.

    Parameters
    ----------
    chosen_on : sequence of Candidate
        Patients on whom the weight is chosen, patient by patient left out.
    others : sequence of Candidate
        Patients of another database.
    say : callable, optional
        Told in a few words what is being done.

    Returns
    -------
    list of dict
        A row each: ``gain`` on patients left out with its standard ``error``, the ``weight`` by all of them,
        and on the others ``before`` and ``after``, the goodness (`training.fits.weighing.Figures.goodness`)
        without and with it; ``joins`` says whether it gains more than twice the error and also there.

    Raises
    ------
    ValueError
        If fewer than two patients have V beats.
    """
    rows = []
    for name in JOINED:
        say(f"would the {name} help the alarms")
        gains = []
        for group in dealt([one.beats for one in chosen_on], FOLDS):
            learnt = [one for i, one in enumerate(chosen_on) if i not in group]
            left_out = [one for i, one in enumerate(chosen_on) if i in group]
            weight = choose(learnt, name)
            gains.append(figures(left_out, name, weight).goodness - figures(left_out, name, 0.0).goodness)
        weight = choose(chosen_on, name)
        gain, error = fmean(gains), stdev(gains) / len(gains) ** 0.5
        before, after = (figures(others, name, w).goodness for w in (0.0, weight))
        rows.append(
            {
                "measure": JOINED[name],
                "weight": weight,
                "gain": gain,
                "error": error,
                "before": before,
                "after": after,
                "joins": bool(weight > 0 and gain > 2 * error and after > before),
            }
        )
    return rows
