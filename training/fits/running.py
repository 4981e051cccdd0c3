"""What the fits of forecaster and autoencoder have in common: seeds, the best epoch, the card."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import nn

from assets.phrase import phrase
from models.running.autoencoder import Autoencoder
from models.running.forecaster import Forecaster
from models.running.weights import Card
from training.data.dataset import PatientRows
from training.engine.checkpoint import Keeper, State
from training.engine.compute import versions
from training.engine.loop import Optimisation
from training.engine.progress import Progress, Silent
from training.engine.validation import Validation

Network = TypeVar("Network", Forecaster, Autoencoder)


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
    patience : int or None
        After so many epochs without a better one the fit ends early.
    """

    epochs: int
    steps: int
    batch: int
    learning_rate: float
    seed: int = 1
    alarms_per_minute: float = 0.5
    patience: int | None = 5

    def __post_init__(self) -> None:
        if min(self.epochs, self.steps, self.batch) < 1 or (self.patience is not None and self.patience < 1):
            raise ValueError(phrase("epochs, steps, batch and patience must be at least 1."))
        if not 0 <= self.seed < 2**32:
            raise ValueError(phrase("seed must lie between 0 and 2**32 - 1."))


def seeded(settings: FitSettings) -> np.random.Generator:
    """Seed torch, and give the generator that draws the crops."""
    torch.manual_seed(settings.seed)
    return np.random.default_rng(settings.seed)


def select(
    network: Network,
    loss: Callable[[int], torch.Tensor],
    validate: Callable[[Network], Validation],
    settings: FitSettings,
    rng: np.random.Generator,
    progress: Progress | None = None,
    keeper: Keeper | None = None,
) -> Validation:
    """Fit by AdamW on a one-cycle schedule; leave the network with the weights of its best epoch.

    The best epoch has the greatest ROC-AUC of V against N on the held-out patients or, where these have no V
    beats, the least mean score over their normal rhythm; the test patients have no part in it.

    Parameters
    ----------
    network : Forecaster or Autoencoder
        Fitted in place, on the device on which it lies; on the processor in the end.
    loss : callable
        Gives the loss of a new batch of the size it is told.
    validate : callable
        Scores the held-out patients by a network on the processor.
    settings : FitSettings
        Epochs, steps, rate.
    rng : numpy.random.Generator
        The generator that draws the batches.
    progress : Progress, optional
        Told of every step and epoch.
    keeper : Keeper, optional
        Where the fit is kept, to its last batch; if it was kept before, it goes on. Whoever has written the
        weights lets it forget.

    Returns
    -------
    Validation
        That of the best epoch.

    Raises
    ------
    KeyboardInterrupt
        If the keeper says that the fit shall stop; it has been kept then.
    """
    progress, keeper = progress or Silent(), keeper or Keeper()
    optimisation = Optimisation(
        network, rng, settings.learning_rate, max(2, settings.epochs * settings.steps)
    )
    best: Validation | None = None
    best_epoch = validated = 0
    weights = _weights(network)
    losses: list[float] = []

    def state() -> State:
        tensors, plain = optimisation.state()
        tensors |= {f"best.{name}": tensor for name, tensor in weights.items()}
        return tensors, {
            "optimisation": plain,
            "best": best.as_json() if best is not None else None,
            "best_epoch": best_epoch,
            "validated": validated,
            "losses": losses,
        }

    def restore(state: State) -> None:
        nonlocal best, best_epoch, validated, weights, losses
        tensors, plain = state
        optimisation.restore((tensors, plain["optimisation"]))
        weights = {n.removeprefix("best."): t for n, t in tensors.items() if n.startswith("best.")}
        best = Validation.from_json(plain["best"]) if plain["best"] is not None else None
        best_epoch, validated, losses = plain["best_epoch"], plain["validated"], list(plain["losses"])

    keeper.resume(state, restore)
    progress.start(optimisation.done)
    while validated < settings.epochs:
        if settings.patience is not None and validated - best_epoch >= settings.patience:
            progress.early(validated)
            break
        network.train()
        while optimisation.done < (validated + 1) * settings.steps:
            losses.append(optimisation.step(loss(settings.batch)))
            progress.step(optimisation.done, losses[-1])
            if keeper.due:
                keeper.save(state())
                keeper.stop_if_asked()
        candidate = copy.deepcopy(network).cpu().eval()
        validation = validate(candidate)
        validated += 1
        if best is None or validation.better_than(best):
            best, best_epoch, weights = validation, validated, _weights(candidate)
        progress.epoch(validated, float(np.mean(losses)), validation, best is validation)
        losses = []
        keeper.save(state())
        keeper.stop_if_asked()
    assert best is not None
    network.cpu().load_state_dict(weights)
    network.eval()
    return best


def _weights(network: nn.Module) -> dict[str, torch.Tensor]:
    """Give a copy of a network's tensors."""
    return {name: tensor.detach().clone() for name, tensor in network.state_dict().items()}


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
        versions=versions(),
        metrics={
            **{
                name: value
                for name, value in (
                    ("validation_auc", validation.auc),
                    ("validation_average_precision", validation.precision),
                    ("validation_mean_auc", validation.mean_auc),
                    ("validation_ev_normal", validation.ev_normal),
                    ("validation_ev_normal_worst", validation.ev_normal_worst),
                    ("validation_ev_ventricular", validation.ev_ventricular),
                )
                if np.isfinite(value)  # held-out patients without beats of a class have none
            },
            "validation_usual_score": validation.usual,
            "alarms_per_minute": settings.alarms_per_minute,
        },
    )
