"""What every fit has in common: seeds, the optimiser, the best epoch, the card."""

from __future__ import annotations

import copy
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import nn

from models.weights import Card
from training.dataset import PatientRows
from training.validation import Validation


@dataclass(frozen=True)
class FitSettings:
    """How to fit.

    Attributes
    ----------
    epochs : int
        Number of passes; an epoch is `steps` batches.
    steps : int
        Batches an epoch.
    batch : int
        Crops a batch.
    learning_rate : float
        Greatest rate of the one-cycle schedule.
    seed : int
        Fixes the weights: the same seed, records, threads and versions give the same ones.
    alarms_per_minute : float
        False alarms a minute of held-out normal rhythm at which the threshold is set.
    """

    epochs: int
    steps: int
    batch: int
    learning_rate: float
    seed: int = 1
    alarms_per_minute: float = 0.5

    def __post_init__(self) -> None:
        if min(self.epochs, self.steps, self.batch) < 1:
            raise ValueError("epochs, steps and batch must be at least 1.")
        if not 0 <= self.seed < 2**32:
            raise ValueError("seed must lie between 0 and 2**32 - 1.")


class Progress(Protocol):
    """Where a fit reports to."""

    def step(self, epoch: int, loss: float) -> None:
        """Take note of a batch."""

    def epoch(self, epoch: int, validation: Validation) -> None:
        """Take note of an epoch's validation."""


def seeded(settings: FitSettings) -> np.random.Generator:
    """Seed torch, and give the generator that draws the crops."""
    torch.manual_seed(settings.seed)
    return np.random.default_rng(settings.seed)


def select(
    network: nn.Module,
    loss: Callable[[int], torch.Tensor],
    validate: Callable[[], Validation],
    settings: FitSettings,
    progress: Progress | None,
) -> Validation:
    """Fit by AdamW on a one-cycle schedule; leave the network with the weights of its best epoch.

    The best epoch has the greatest ROC-AUC of V against N on the held-out patients; the test patients have no
    part in it.

    Parameters
    ----------
    network : Module
        Fitted in place.
    loss : callable
        Gives the loss of a new batch of the size it is told.
    validate : callable
        Scores the held-out patients.
    settings : FitSettings
        Epochs, steps, rate.
    progress : Progress or None
        Told of every step and epoch.

    Returns
    -------
    Validation
        That of the best epoch.
    """
    optimiser = torch.optim.AdamW(network.parameters(), lr=settings.learning_rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=max(2, settings.epochs * settings.steps)
    )
    best: Validation | None = None
    weights = copy.deepcopy(network.state_dict())
    for epoch in range(settings.epochs):
        network.train()
        for _ in range(settings.steps):
            optimiser.zero_grad(set_to_none=True)
            value = loss(settings.batch)
            value.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            if progress is not None:
                progress.step(epoch, value.item())
        network.eval()
        validation = validate()
        if progress is not None:
            progress.epoch(epoch, validation)
        if best is None or validation.auc > best.auc:
            best, weights = validation, copy.deepcopy(network.state_dict())
    assert best is not None
    network.load_state_dict(weights)
    return best


def describe(
    validation: Validation,
    patients: Sequence[PatientRows],
    held_out: Sequence[PatientRows],
    settings: FitSettings,
) -> Card:
    """Write a fit's card."""
    return Card(
        threshold=validation.threshold,
        prior=validation.prior,
        records=tuple(patient.name for patient in patients),
        validation_records=tuple(patient.name for patient in held_out),
        seed=settings.seed,
        epochs=settings.epochs,
        versions={"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__},
        metrics={
            "validation_auc": validation.auc,
            "validation_average_precision": validation.precision,
            "validation_mean_auc": validation.mean_auc,
            "validation_usual_score": validation.usual,
            "alarms_per_minute": settings.alarms_per_minute,
        },
    )
