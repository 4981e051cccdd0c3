"""Fit what tells an irregular rhythm, and find with it where a record is irregular."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from models.rhythm.irregular import IRREGULARITY
from models.rhythm.states import Irregular
from training.fits.rhythm.measures import LeadIrregularity, RhythmPatient

REGULARISED = (0.7, 0.5)
"""Fibrillation is also learnt from as if its intervals varied by only so much, as drugs make it."""

FIBRILLATION = 0.1
"""Weight of fibrillation among all rhythms."""

LOGISTIC_DECAY = 1 / 300
"""Weight of the squared coefficients beside the mean loss: few patients have fibrillation."""


def share(odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Probability of log odds."""
    return np.asarray(1 / (1 + np.exp(-odds.clip(-50, 50))))


def fit_irregular(
    patients: Sequence[RhythmPatient],
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Fit the log odds of an irregular rhythm: logistic regression, fibrillation against all else.

    Patients count alike. Only DS1 takes part: the other database has no rhythms.

    Returns
    -------
    weight : ndarray of float32, shape (`IRREGULARITY`,)
    bias : ndarray of float32, shape (1,)

    Raises
    ------
    ValueError
        If no patient has fibrillation, or all have nothing else.
    """
    measured, truth, weight = [], [], []
    for patient in patients:
        for lead in patient.irregularity if patient.rhythms else ():
            for fibrillates in (False, True):
                mine = lead.clear & (lead.atrial == fibrillates)
                if mine.sum() < 20:
                    continue
                values = lead.measured[mine]
                every = [values, *(_regularised(values, by) for by in REGULARISED if fibrillates)]
                for n, of_kind in enumerate(every):
                    measured.append(of_kind)
                    truth.append(np.full(len(values), fibrillates))
                    weight.append(np.full(len(values), (1.0 if n == 0 else 0.5) / len(values)))
    if len({bool(t[0]) for t in truth}) < 2:
        raise ValueError("The records hold no atrial fibrillation to tell from other rhythms.")
    x, y, w = np.concatenate(measured), np.concatenate(truth), np.concatenate(weight)
    w[y] *= FIBRILLATION / w[y].sum()
    w[~y] *= (1 - FIBRILLATION) / w[~y].sum()
    centre, spread = x.mean(axis=0), x.std(axis=0)
    z = (x - centre) / spread

    def loss(p: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        odds = z @ p[:-1] + p[-1]
        error = w * (share(odds) - y)
        slope = np.append(z.T @ error + LOGISTIC_DECAY * p[:-1], error.sum())
        value = float(w @ (np.logaddexp(0, odds) - y * odds)) + 0.5 * LOGISTIC_DECAY * float(p[:-1] @ p[:-1])
        return value, slope

    p = minimize(loss, np.zeros(z.shape[1] + 1), jac=True, method="L-BFGS-B").x
    scaled = p[:-1] / spread
    return scaled.astype(np.float32), np.array([p[-1] - float(scaled @ centre)], dtype=np.float32)


@dataclass(frozen=True)
class Stretch:
    """A stretch that is found to be irregular: its first and last sample, and when both were known."""

    start: int
    end: int
    known: int
    over: int


def irregular_stretches(
    lead: LeadIrregularity, weight: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]
) -> list[Stretch]:
    """Find where the rhythm is irregular, as the stream does (`models.rhythm.states.Irregular`)."""
    decided = Irregular()
    found: list[Stretch] = []
    began: tuple[int, int] | None = None
    for at, since, odds in zip(
        lead.at.tolist(), lead.since.tolist(), (lead.measured @ weight + bias[0]).tolist(), strict=True
    ):
        decided.take(odds, since, "")
        on = decided.ruling.kind is not None
        if on and began is None:
            began = max(decided.ruling.since, found[-1].end if found else 0), at
        elif not on and began is not None:
            found.append(Stretch(began[0], max(began[0], decided.ruling.since), began[1], at))
            began = None
    if began is not None:
        last = int(lead.at[-1])
        found.append(Stretch(began[0], last, began[1], last + 1))
    return found


def fibrillation_found(patients: Sequence[RhythmPatient]) -> dict[str, float]:
    """Share of atrial fibrillation that is found, and share of what is found that is true, by duration.

    Each patient with fibrillation is judged by a fit without him, all others by that of all. Atrial flutter
    counts as true, and is not asked for.

    Returns
    -------
    dict of str to float
        Empty unless two patients have fibrillation.
    """
    annotated = [p for p in patients if p.rhythms]
    with_some = [p for p in annotated if len(p.fibrillation)]
    if len(with_some) < 2:
        return {}
    everyone = fit_irregular(annotated)
    asked = found = true = said = 0.0
    for patient in annotated:
        others = [p for p in annotated if p is not patient]
        weights = fit_irregular(others) if len(patient.fibrillation) else everyone
        spans = [(s.start, s.end) for s in irregular_stretches(patient.irregularity[0], *weights)]
        told = np.array(spans, dtype=np.int64).reshape(-1, 2)
        flutter = _common(told, patient.atrial_flutter) / patient.fs
        hit = _common(told, patient.fibrillation) / patient.fs
        asked += float(np.diff(patient.fibrillation, axis=1).sum()) / patient.fs
        found, true = found + hit, true + hit + flutter
        said += float(np.diff(told, axis=1).sum()) / patient.fs
    return {
        "fibrillation_sensitivity": found / asked,
        "fibrillation_positive_predictivity": true / said if said else float("nan"),
    }


def _common(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> int:
    """Samples that lie in spans of both, shape (k, 2) each."""
    first = np.maximum(one[:, None, 0], other[None, :, 0])
    last = np.minimum(one[:, None, 1], other[None, :, 1])
    return int((last - first).clip(0).sum())


def _regularised(measured: npt.NDArray[np.float64], by: float) -> npt.NDArray[np.float64]:
    """What would be measured if the intervals varied less, by this factor."""
    factor = float(np.log(by))
    fall = {"change": factor, "entropy": factor, "shannon": factor / np.log(16)}
    return measured + np.array([fall.get(name, 0.0) for name in IRREGULARITY])
