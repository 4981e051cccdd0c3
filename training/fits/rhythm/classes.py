"""Fit what tells supraventricular beats and an irregular rhythm; each patient judged by fits without him.

The beats are those that the monitor finds in the first lead of annotated records, as it classifies them; the
records, DS1 and the half of the Supraventricular Database that fits may use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.rhythm.evidence import EVIDENCE
from models.rhythm.weights import CLASSES, RhythmCard, RhythmConfig, RhythmWeights, TrainedRhythm
from training.engine.compute import versions
from training.evaluation.metrics.ranking import average_precision, roc_auc
from training.fits.rhythm.irregular import (
    Stretch,
    fibrillation_found,
    fit_irregular,
    irregular_stretches,
    share,
)
from training.fits.rhythm.measures import RhythmPatient, within

SUSTAINED = ("865",)
"""Not learnt from: a supraventricular tachycardia of a quarter of an hour, which has become the patient's own
rhythm by any measure that looks at the latest intervals. The figures count it nonetheless."""

FOLDS = 6
"""Groups of patients, each judged by a fit on all others."""

MOST_BEATS = {"N": 1500, "S": 200, "V": 250, "N in fibrillation": 500}
"""A patient's beats of a class weigh no more than so many together."""

FALSE_PER_MINUTE = 0.45
"""False alerts about premature beats a minute, over all patients, at which their threshold is set: few of
them on DS1, where the goals were set, and more on the half of SVDB, in few patients."""

LOST = 0.01
"""Share of the ectopic class V beats that may be taken for supraventricular ones."""

Tell = Callable[[int, float], None]


@dataclass(frozen=True)
class RhythmFitSettings:
    """How to fit.

    Attributes
    ----------
    epochs : int
        Passes over the beats.
    batch : int
        Beats a batch.
    learning_rate, decay : float
        Greatest rate of the one-cycle schedule, and AdamW's weight decay.
    hidden : int
        Units of the hidden layer.
    seed : int
        Fixes the weights.
    """

    epochs: int = 12
    batch: int = 512
    learning_rate: float = 2e-2
    decay: float = 0.02
    hidden: int = 12
    seed: int = 1


def fit_rhythm(
    patients: Sequence[RhythmPatient], settings: RhythmFitSettings, tell: Tell = lambda step, loss: None
) -> TrainedRhythm:
    """Fit on all patients; set thresholds and figures by fits that each leave a group of patients out.

    Parameters
    ----------
    patients : sequence of RhythmPatient
        Whom to learn from.
    settings : RhythmFitSettings
        How.
    tell : callable, optional
        Told of every epoch of every fit, with its loss.

    Raises
    ------
    ValueError
        If there are too few patients, or no beats of one of the classes.
    """
    if len(patients) < FOLDS:
        raise ValueError(f"The rhythm needs at least {FOLDS} annotated records to be judged by.")
    done = 0

    def step(loss: float) -> None:
        nonlocal done
        done += 1
        tell(done, loss)

    logits = [np.full((len(p.aami), len(CLASSES)), np.nan) for p in patients]
    for fold in range(FOLDS):
        inside = [p for i, p in enumerate(patients) if i % FOLDS != fold]
        judge = _fit_classes(inside, settings, step)
        for i in range(fold, len(patients), FOLDS):
            logits[i] = judge.logits(patients[i].evidence)
    network = _fit_classes(patients, settings, step)
    weight, bias = fit_irregular(patients)
    premature, narrow, metrics = thresholds(patients, logits, weight, bias)
    metrics |= fibrillation_found(patients)
    network.tensors = {**network.tensors, "irregular.weight": weight, "irregular.bias": bias}
    card = RhythmCard(
        premature,
        narrow,
        records=tuple(p.name for p in patients),
        seed=settings.seed,
        steps=settings.epochs,
        versions=versions(),
        metrics=metrics,
    )
    return TrainedRhythm(network, card)


def thresholds(
    patients: Sequence[RhythmPatient],
    logits: Sequence[npt.NDArray[np.float64]],
    weight: npt.NDArray[np.float32],
    bias: npt.NDArray[np.float32],
) -> tuple[float, float, dict[str, float]]:
    """Set both thresholds by log odds of fits without each patient, and say how well these rank.

    Where the rhythm is found to be irregular, no alert about a premature beat can be false.

    Returns
    -------
    premature, narrow : float
        As in `models.rhythm.weights.RhythmCard`.
    metrics : dict of str to float
    """
    aami = np.concatenate([p.aami for p in patients])
    counted = np.concatenate([p.late & ~p.flutter & ~p.atrial for p in patients])
    score = np.concatenate([p.score for p in patients])
    odds = np.concatenate(list(logits))
    from_above = share(odds[:, 1] - odds[:, 0])
    against = share(odds[:, 1] - odds[:, 2])
    known = counted & np.isfinite(score)
    minutes = sum(p.minutes for p in patients)
    muted = [_muted(p, irregular_stretches(p.irregularity[0], weight, bias)) for p in patients]
    false = np.sort(from_above[known & (score < 1) & (aami == "N") & ~np.concatenate(muted)])[::-1]
    premature = float(false[min(len(false) - 1, round(FALSE_PER_MINUTE * minutes))])
    narrow = float(np.quantile(against[known & (score >= 1) & (aami == "V")], 1 - LOST))
    metrics: dict[str, float] = {}
    svdb = np.concatenate([np.full(len(p.aami), p.database == "svdb") for p in patients])
    sustained = np.concatenate([np.full(len(p.aami), p.name in SUSTAINED) for p in patients])
    for name, part in (("mitdb", ~svdb), ("svdb", svdb), ("svdb_unsustained", svdb & ~sustained)):
        ranked = known & part & np.isin(aami, ["N", "S"])
        is_s = aami[ranked] == "S"
        if is_s.any() and not is_s.all():
            metrics[f"{name}_auc"] = roc_auc(from_above[ranked], is_s)
            metrics[f"{name}_average_precision"] = average_precision(from_above[ranked], is_s)
    return min(max(premature, 0.01), 0.99), min(max(narrow, 0.01), 0.99), metrics


def _fit_classes(
    patients: Sequence[RhythmPatient], settings: RhythmFitSettings, step: Callable[[float], None]
) -> RhythmWeights:
    """Fit the network that tells N, S and V."""
    evidence, classes, weight = _learnt(patients)
    centre, spread = evidence.mean(axis=0), evidence.std(axis=0) + 1e-6
    x = torch.from_numpy(((evidence - centre) / spread).astype(np.float32))
    truth, counts = torch.from_numpy(classes), torch.from_numpy(weight.astype(np.float32))
    torch.manual_seed(settings.seed)
    network = nn.Sequential(
        nn.Linear(len(EVIDENCE), settings.hidden), nn.Tanh(), nn.Linear(settings.hidden, len(CLASSES))
    )
    batches = -(-len(x) // settings.batch)
    optimizer = torch.optim.AdamW(network.parameters(), settings.learning_rate, weight_decay=settings.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.learning_rate, total_steps=settings.epochs * batches + 1
    )
    for _ in range(settings.epochs):
        total = 0.0
        for part in torch.randperm(len(x)).split(settings.batch):
            losses = nn.functional.cross_entropy(network(x[part]), truth[part], reduction="none")
            loss = (losses * counts[part]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) / batches
        step(total)
    learnt = [p.detach().numpy().astype(np.float32) for p in network.parameters()]
    names = ("hidden.weight", "hidden.bias", "head.weight", "head.bias")
    fixed = {"centre": centre.astype(np.float32), "spread": spread.astype(np.float32)}
    return RhythmWeights(RhythmConfig(settings.hidden), {**fixed, **dict(zip(names, learnt, strict=True))})


def _learnt(
    patients: Sequence[RhythmPatient],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Evidence, class and weight of every beat that is learnt from."""
    parts = []
    for patient in patients:
        if patient.name in SUSTAINED:
            continue
        weight = np.zeros(len(patient.aami))
        usable = np.isfinite(patient.score) & ~patient.flutter
        for name, most in MOST_BEATS.items():
            mine = usable & (patient.aami == name[0])
            if name[0] == "N":
                mine &= patient.atrial == (name != "N")
            if mine.any():
                weight[mine] = min(1.0, most / mine.sum())
        kept = weight > 0
        classes = np.array([CLASSES.index(c) for c in patient.aami[kept]], dtype=np.int64)
        parts.append((patient.evidence[kept], classes, weight[kept]))
    evidence, classes, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    if set(classes.tolist()) != set(range(len(CLASSES))):
        raise ValueError(f"The records do not hold beats of each class: {', '.join(CLASSES)}.")
    return evidence, classes, weight


def _muted(patient: RhythmPatient, stretches: Sequence[Stretch]) -> npt.NDArray[np.bool_]:
    """Beats at which the rhythm was known to be irregular."""
    spans = np.array([(s.known, s.over - 1) for s in stretches], dtype=np.int64).reshape(-1, 2)
    return within(patient.beats.index, spans)
