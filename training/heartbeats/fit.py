"""Fit the heartbeat autoencoder on normal beats, each patient and each lead as often as any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.heartbeats.network import HeartbeatConfig, HeartbeatVae
from training.engine.loop import Optimisation
from training.heartbeats.data import PatientShapes

FEWEST = 50
"""A lead with fewer normal beats than this is not learnt from."""


@dataclass(frozen=True)
class HeartbeatFitSettings:
    """How to fit.

    Attributes
    ----------
    steps : int
        Batches.
    batch : int
        Beats a batch.
    learning_rate : float
        Greatest rate of the one-cycle schedule.
    seed : int
        Fixes weights and batches.
    """

    steps: int = 1500
    batch: int = 256
    learning_rate: float = 3e-3
    seed: int = 1

    def __post_init__(self) -> None:
        if min(self.steps, self.batch) < 1:
            raise ValueError("steps and batch must be at least 1.")


def learnt_from(patients: Sequence[PatientShapes]) -> list[npt.NDArray[np.float32]]:
    """Give the normal beats of each lead of each patient that has enough of them, each (n, ROWS)."""
    found = []
    for patient in patients:
        for lead in range(len(patient.leads)):
            shape = patient.shape[patient.normal, lead]
            shape = shape[np.isfinite(shape[:, 0])]
            if len(shape) >= FEWEST:
                found.append(shape)
    return found


def fit(
    patients: Sequence[PatientShapes],
    settings: HeartbeatFitSettings,
    config: HeartbeatConfig | None = None,
    step: Callable[[int, float], None] = lambda done, loss: None,
) -> HeartbeatVae:
    """Fit on the normal beats of some patients.

    Parameters
    ----------
    patients : sequence of PatientShapes
        Whom to learn from.
    settings : HeartbeatFitSettings
        Seed, steps.
    config : HeartbeatConfig, optional
        Sizes of the network.
    step : callable, optional
        Told of every batch and its loss, nats.

    Returns
    -------
    HeartbeatVae
        Ready for use.

    Raises
    ------
    ValueError
        If there are no normal beats.
    FloatingPointError
        If the loss is not finite any more.
    """
    leads = learnt_from(patients)
    if not leads:
        raise ValueError(f"The records hold no lead with {FEWEST} normal beats to learn from.")
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    network = HeartbeatVae(config)
    optimisation = Optimisation(network, rng, settings.learning_rate, max(2, settings.steps))
    sizes = np.array([len(lead) for lead in leads])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    every = torch.from_numpy(np.concatenate(leads))
    while optimisation.done < settings.steps:
        lead = rng.integers(len(leads), size=settings.batch)
        which = starts[lead] + (rng.random(settings.batch) * sizes[lead]).astype(np.int64)
        loss = optimisation.step(network.nats(every[torch.from_numpy(which)]).mean())
        if not np.isfinite(loss):
            raise FloatingPointError("the loss is not a number any more; try another seed.")
        step(optimisation.done, loss)
    return network.eval().requires_grad_(False)
