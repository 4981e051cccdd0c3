"""Fit the forecaster on the normal beats of some patients; select its epoch on others."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from models.running.forecaster import Forecaster, ForecasterConfig, clipped_nll
from models.running.weights import TrainedForecaster
from models.signal.frontend import MODEL_FS
from training.data.augment import Augmentation, Crops, CropSampler
from training.data.dataset import PatientRows
from training.engine.checkpoint import Keeper
from training.engine.progress import Progress
from training.fits.running import FitSettings, describe, seeded, select
from training.fits.validation import check_held_out, validate

CROP_S = 5.0
"""Length of a training crop, s."""

WARM_UP_S = 0.75
"""Forecasts of a crop's beginning are not learnt from: the LSTM does not know the rhythm yet, s."""

TRAINING_CLIP = 100.0
"""Ceiling of the squared, variance-scaled residual in training: artefacts do not steer the fit."""

AUGMENTATION = Augmentation()
SETTINGS = FitSettings(epochs=7, steps=100, batch=128, learning_rate=5e-3, seed=2)


def fit_forecaster(
    patients: Sequence[PatientRows],
    held_out: Sequence[PatientRows],
    settings: FitSettings,
    config: ForecasterConfig | None = None,
    progress: Progress | None = None,
    keeper: Keeper | None = None,
    device: str = "cpu",
) -> TrainedForecaster:
    """Fit a forecaster.

    Parameters
    ----------
    patients : sequence of PatientRows
        Whom to learn from.
    held_out : sequence of PatientRows
        Other patients, for selecting the epoch and setting the threshold.
    settings : FitSettings
        Seed, epochs, steps.
    config : ForecasterConfig, optional
        Sizes and horizons.
    progress : Progress, optional
        Told of every step and epoch.
    keeper : Keeper, optional
        Where the fit is kept; if it was kept before, it goes on.
    device : str
        Where torch computes.

    Returns
    -------
    TrainedForecaster
        The network of the best epoch, with its card.

    Raises
    ------
    ValueError
        If the records hold no stretch of normal rhythm long enough.
    """
    check_held_out(held_out)
    rng = seeded(settings)
    network = Forecaster(config).to(device)
    sampler = CropSampler(patients, int(CROP_S * MODEL_FS), AUGMENTATION, rng)

    def loss(batch: int) -> torch.Tensor:
        return forecast_loss(network, sampler.draw(batch))

    validation = select(
        network,
        loss,
        lambda network: validate(network, held_out, settings.alarms_per_minute),
        settings,
        rng,
        progress,
        keeper,
    )
    return TrainedForecaster(network, describe(validation, patients, held_out, settings))


def forecast_loss(network: Forecaster, crops: Crops) -> torch.Tensor:
    """Mean negative log-likelihood of the normal rows, over rows and horizons, nats."""
    device = next(network.parameters()).device
    seen, target, usable = (
        torch.from_numpy(part).to(device) for part in (crops.seen, crops.target, crops.normal)
    )
    mean, log_variance, _ = network(seen)
    warm = int(WARM_UP_S * MODEL_FS)
    terms = []
    for j, horizon in enumerate(network.config.horizons):
        now = slice(warm, -horizon)
        then = slice(warm + horizon, None)
        nll = clipped_nll(target[:, then], mean[:, now, j], log_variance[:, now, j], TRAINING_CLIP)
        weight = usable[:, then].to(nll.dtype)
        terms.append((nll * weight).sum() / weight.sum().clamp(min=1))
    return torch.stack(terms).mean()
