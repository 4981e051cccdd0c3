"""How well the heartbeat autoencoder's error, and where a beat lands, tell V and S beats from normal ones.

Every patient is measured by a network that has not learnt from him, in his first lead, beat by beat as they
come: what is asked is what the lab shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

from models.heartbeats.model import land
from models.heartbeats.network import HeartbeatVae
from models.heartbeats.usual import LEAST_ERROR, Usual
from training.evaluation.metrics.ranking import roc_auc
from training.heartbeats.data import PatientShapes

FOLDS = 5
"""Groups of patients, each measured by a network that learnt from the others."""

QUIET = 0.95
"""The lines are such that so large a share of the normal beats stays below them."""

FEWEST = 10
"""A patient counts on his own in a class of which he has at least so many beats, and as many normal ones."""

MEASURES = ("error", "error against his usual", "distance from the middle", "distance from his usual place")
"""What is asked of a beat, by its words in the tables."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class MeasuredPatient:
    """What was measured of the beats of a patient that have a class and could be measured.

    Attributes
    ----------
    name : str
        The record.
    peaks : ndarray of int64, shape (n,)
        R peaks, source samples.
    aami : ndarray of str, shape (n,)
        Their classes.
    values : mapping of str to ndarray, shape (n,)
        By `MEASURES`.
    """

    name: str
    peaks: npt.NDArray[np.int64]
    aami: npt.NDArray[np.str_]
    values: Mapping[str, Array]


def measured(network: HeartbeatVae, patient: PatientShapes) -> MeasuredPatient:
    """Measure a patient's beats in his first lead, each by what came before it."""
    landed = land(network, patient.shape[:, 0])
    place, usual_error = Usual(), Usual()
    logs = np.log(landed.error.astype(np.float64) + LEAST_ERROR)
    far, own = np.full(len(logs), np.nan), np.full(len(logs), np.nan)
    for i, (mean, log) in enumerate(zip(landed.mean, logs, strict=True)):
        usual, error = place.take(mean), usual_error.take(log)
        if usual is not None and error is not None:
            far[i], own[i] = np.linalg.norm(mean - usual), log - error
    kept = np.isfinite(far) & np.isfinite(own) & np.isin(patient.aami, ["N", "V", "S"])
    middle = np.linalg.norm(landed.mean, axis=1).astype(np.float64)
    of_all = (landed.error.astype(np.float64), own, middle, far)
    values = {name: one[kept] for name, one in zip(MEASURES, of_all, strict=True)}
    return MeasuredPatient(patient.name, patient.peaks[kept], patient.aami[kept], values)


def groups(patients: Sequence[PatientShapes], folds: int = FOLDS) -> list[list[int]]:
    """Deal the patients out by their V beats, so that every group has some; places in the sequence."""
    counts = [int((one.aami == "V").sum()) for one in patients]
    order = sorted(range(len(patients)), key=lambda i: (-counts[i], patients[i].name))
    return [sorted(order[k::folds]) for k in range(min(folds, len(patients)))]


def lines(patients: Sequence[MeasuredPatient]) -> dict[str, float]:
    """Give the error and the distance that one normal beat in twenty passes, each patient counting alike."""
    return {name: _line(patients, name) for name in MEASURES}


def _line(patients: Sequence[MeasuredPatient], name: str) -> float:
    """Quantile over all normal beats, weighted so that a patient with many counts no more than the others."""
    normal = [one.values[name][one.aami == "N"] for one in patients]
    normal = [values for values in normal if len(values)]
    if not normal:
        raise ValueError("The records hold no normal beats to set the lines by.")
    value = np.concatenate(normal)
    weight = np.concatenate([np.full(len(one), 1 / len(one)) for one in normal])
    order = np.argsort(value)
    share = np.cumsum(weight[order]) / weight.sum()
    return float(value[order][min(int(np.searchsorted(share, QUIET)), len(value) - 1)])


def told_apart(
    patients: Sequence[MeasuredPatient], at: Mapping[str, float], database: str
) -> list[dict[str, Any]]:
    """Say how well each measure tells each class from normal beats.

    Parameters
    ----------
    patients : sequence of MeasuredPatient
        Whose beats.
    at : mapping of str to float
        The lines, by measure.
    database : str
        What they are of, for the table.

    Returns
    -------
    list of dict
        A row a measure and class: ``auc`` over all beats, ``median`` and ``least`` of the ``patients`` that
        have enough of the class, ``found`` at the line, and ``false``, the share of normal beats over it.
    """
    rows = []
    for name in MEASURES:
        value = np.concatenate([one.values[name] for one in patients])
        aami = np.concatenate([one.aami for one in patients])
        for kind in ("V", "S"):
            counted = np.isin(aami, ["N", kind])
            alone = [
                roc_auc(one.values[name][mine], one.aami[mine] == kind)
                for one in patients
                if (mine := np.isin(one.aami, ["N", kind])).any()
                and min((one.aami == kind).sum(), (one.aami == "N").sum()) >= FEWEST
            ]
            rows.append(
                {
                    "database": database,
                    "measure": name,
                    "class": kind,
                    "beats": int((aami == kind).sum()),
                    "auc": roc_auc(value[counted], aami[counted] == kind),
                    "patients": len(alone),
                    "median": median(alone) if alone else None,
                    "least": min(alone) if alone else None,
                    "found": float((value[aami == kind] > at[name]).mean()) if (aami == kind).any() else None,
                    "false": float((value[aami == "N"] > at[name]).mean()),
                }
            )
    return rows


def landings(
    network: HeartbeatVae, patients: Sequence[PatientShapes], most: Mapping[str, int], seed: int
) -> dict[str, list[list[float]]]:
    """Give where beats of each class land in their first lead, a chance choice, each patient alike.

    Parameters
    ----------
    network : HeartbeatVae
        As it ships.
    patients : sequence of PatientShapes
        Whose beats; of the class N those that the network may have learnt from are among them.
    most : mapping of str to int
        Classes, and how many beats of each.
    seed : int
        Fixes the choice.
    """
    rng = np.random.default_rng(seed)
    found: dict[str, list[list[float]]] = {}
    for kind, wanted in most.items():
        means, weights = [], []
        for one in patients:
            mean = land(network, one.shape[one.aami == kind, 0]).mean
            mean = mean[np.isfinite(mean).all(axis=1)]
            means.append(mean)
            weights.append(np.full(len(mean), 1 / max(1, len(mean))))
        every, weight = np.concatenate(means), np.concatenate(weights)
        if not len(every):
            found[kind] = []
            continue
        n = min(wanted, len(every))
        chosen = rng.choice(len(every), size=n, replace=False, p=weight / weight.sum())
        found[kind] = [[round(float(x), 2) for x in row] for row in every[np.sort(chosen)]]
    return found
