"""Fit the denoising autoencoder on the normal beats of some patients; select its epoch on others."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.forecaster import clipped_nll
from models.running.weights import TrainedAutoencoder
from training.data.augment import Augmentation, Crops, CropSampler
from training.data.dataset import PatientRows
from training.engine.checkpoint import Keeper
from training.engine.progress import Progress
from training.fits.running import FitSettings, describe, seeded, select
from training.fits.validation import validate

AUGMENTATION = Augmentation(dropout=0.5)
SETTINGS = FitSettings(epochs=10, steps=150, batch=256, learning_rate=3e-3, seed=2)

TRAINING_CLIP = 100.0
"""Ceiling of the squared, variance-scaled error in training: artefacts do not steer the fit."""


def fit_autoencoder(
    patients: Sequence[PatientRows],
    held_out: Sequence[PatientRows],
    settings: FitSettings,
    config: AutoencoderConfig | None = None,
    progress: Progress | None = None,
    keeper: Keeper | None = None,
    device: str = "cpu",
) -> TrainedAutoencoder:
    """Fit an autoencoder.

    Parameters
    ----------
    patients : sequence of PatientRows
        Whom to learn from.
    held_out : sequence of PatientRows
        Other patients, for selecting the epoch and setting the threshold.
    settings : FitSettings
        Seed, epochs, steps.
    config : AutoencoderConfig, optional
        Sizes.
    progress : Progress, optional
        Told of every step and epoch.
    keeper : Keeper, optional
        Where the fit is kept; if it was kept before, it goes on.
    device : str
        Where torch computes.

    Returns
    -------
    TrainedAutoencoder
        The network of the best epoch, with its card.

    Raises
    ------
    ValueError
        If the records hold no stretch of normal rhythm long enough.
    """
    rng = seeded(settings)
    network = Autoencoder(config).to(device)
    sampler = CropSampler(patients, network.config.window, AUGMENTATION, rng, only_normal=True)

    def loss(batch: int) -> torch.Tensor:
        return reconstruction_loss(network, sampler.draw(batch))

    validation = select(
        network,
        loss,
        lambda network: validate(network, held_out, settings.alarms_per_minute),
        settings,
        rng,
        progress,
        keeper,
    )
    return TrainedAutoencoder(network, describe(validation, patients, held_out, settings))


def reconstruction_loss(network: Autoencoder, crops: Crops) -> torch.Tensor:
    """Mean negative log-likelihood of the clean window, given the noisy one, nats."""
    device = next(network.parameters()).device
    seen, target = (torch.from_numpy(part).to(device) for part in (crops.seen, crops.target))
    mean, log_variance = network(seen)
    return clipped_nll(target, mean, log_variance, TRAINING_CLIP).mean()
