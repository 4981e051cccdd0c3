"""Fit the denoising autoencoder on the normal beats of some patients; select its epoch on others.

What is strange in a window it is to leave out (`training.data.strange`): its target is the normal window.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from models.running.autoencoder import Autoencoder, AutoencoderConfig
from models.running.weights import TrainedAutoencoder
from training.data.augment import Augmentation
from training.data.dataset import PatientRows
from training.data.strange import Strange, StrangeSampler, Windows
from training.engine.checkpoint import Keeper
from training.engine.progress import Progress
from training.fits.running import FitSettings, describe, seeded, select
from training.fits.validation import check_held_out, validate

AUGMENTATION = Augmentation(dropout=0.3)
STRANGE = Strange()
SETTINGS = FitSettings(epochs=1, steps=6000, batch=256, learning_rate=2e-3, seed=2)
"""One epoch: the weights are those at the end of the schedule. Of three, the one that ranked best, by the few
held-out patients who are drawn worst, was from its middle, where the rate is still high."""

PLAIN = Strange(wave=0.0, beat=0.0)
COMPARED = FitSettings(epochs=1, steps=1500, batch=128, learning_rate=3e-3, seed=2)
"""How the small ones that ship for comparison are fitted: nothing strange, and every row of the window counts
the same, so that the code alone tells."""

FOCUS, FOCUS_ROWS = 4.0, 14.0
"""How much more the rows that are given out count in a fit than those farthest from them, and the standard
deviation of the weight's bell about their middle: the rest of the window is there to be understood."""

LEAST_VARIANCE = 0.005
"""Added to a window's variance, mV²: where there is hardly a signal, noise does not steer the fit."""


def fit_autoencoder(
    patients: Sequence[PatientRows],
    held_out: Sequence[PatientRows],
    settings: FitSettings,
    config: AutoencoderConfig | None = None,
    progress: Progress | None = None,
    keeper: Keeper | None = None,
    device: str = "cpu",
    strange: Strange = STRANGE,
    focus: float = FOCUS,
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
    strange : Strange
        What it is to leave out.
    focus : float
        How much more the rows that are given out count than those farthest from them.

    Returns
    -------
    TrainedAutoencoder
        The network of the best epoch, with its card.

    Raises
    ------
    ValueError
        If the records hold no stretch of normal rhythm long enough.
    """
    check_held_out(held_out)
    rng = seeded(settings)
    network = Autoencoder(config).to(device)
    sampler = StrangeSampler(patients, network.config.window, AUGMENTATION, strange, rng)

    def loss(batch: int) -> torch.Tensor:
        return reconstruction_loss(network, *sampler.draw(batch), focus)

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


def sized(code: int) -> AutoencoderConfig:
    """Give the settings of the small autoencoder with a code of so many numbers."""
    return AutoencoderConfig(channels=12, latent=code)


def reconstruction_loss(
    network: Autoencoder, seen: Windows, target: Windows, focus: float = FOCUS
) -> torch.Tensor:
    """Mean square error of the normal window, given the strange one, as a share of each window's variance.

    A variance that the network claimed itself would let it call every QRS complex uncertain and draw a blur.
    """
    device = next(network.parameters()).device
    given, wanted = (torch.from_numpy(part).to(device) for part in (seen, target))
    variance = wanted.var(dim=1, keepdim=True) + LEAST_VARIANCE
    weight = torch.from_numpy(row_weights(network.config, focus)).to(device)
    return ((network(given) - wanted).square() / variance * weight).mean()


def row_weights(config: AutoencoderConfig, focus: float = FOCUS) -> npt.NDArray[np.float32]:
    """Give what each row of a window counts in a fit: more about those that are given out, 1 on average."""
    middle = (config.given.start + config.given.stop - 1) / 2
    away = (np.arange(config.window) - middle) / FOCUS_ROWS
    weights = 1 + focus * np.exp(-0.5 * away**2)
    return (weights / weights.mean()).astype(np.float32)
