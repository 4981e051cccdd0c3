"""Fit the network that finds the noise in a digit's code."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from assets.databases.mnist import DigitSet
from assets.errors import WeightsError
from models.digits import catalogue
from models.digits.diffusion.denoiser import ANY_DIGIT, LatentDenoiser
from models.digits.diffusion.entries import DENOISERS
from models.digits.diffusion.schedule import linear_schedule
from models.digits.store import DigitCard, digit_kind
from models.weights.kind import Trained
from training.digits.fits.rounding import rounded
from training.engine.compute import versions

BATCH = 512
UPDATES = {"conv-vae-16": 6000, "vae": 1500}
"""Batches that each denoiser learns from."""

RATE = 2e-3
UNTOLD = 0.15
"""Share of the codes of which it is not told what they show."""

AVERAGING = 0.999
"""How much of the running mean of the weights stays at an update; the mean is what ships."""

TOLD_EVERY = 500


def fit_denoiser(
    model: str,
    digits: DigitSet,
    out: Path,
    *,
    seed: int = 1,
    fresh: bool = False,
    updates: int | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Trained[nn.Module, DigitCard]:
    """Fit the denoiser of an autoencoder's codes, or take the one that is in the folder already.

    Parameters
    ----------
    model : str
        The autoencoder, one of `models.digits.diffusion.entries.DENOISERS`; its shipped weights are used.
    digits : DigitSet
        Training digits.
    out : Path
        Folder for the weights; must exist.
    seed : int
        Fixes everything.
    fresh : bool
        Fit anew, whatever is there.
    updates : int, optional
        Batches; `UPDATES` where not given.
    say : callable
        Told how far it is.

    Returns
    -------
    Trained
        With weights rounded as they are stored.

    Raises
    ------
    FloatingPointError
        If the training runs away.
    OSError
        If the file cannot be written.
    """
    entry = DENOISERS[model]
    kind, path = digit_kind(entry), out / f"{entry.name}.safetensors"
    updates = UPDATES[model] if updates is None else updates
    recipe = {
        "fit": f"squared error of the noise, Adam {RATE:g} falling by a cosine, batch {BATCH}, "
        f"{updates} updates, mean of the weights ({AVERAGING:g}), digit told to {1 - UNTOLD:.0%}"
    }
    data = f"codes by {model} of MNIST, {len(digits)} training digits"
    if not fresh:
        try:
            there = kind.load(path)
        except WeightsError:
            pass  # none yet, or of another version: it is fitted now
        else:
            if (there.card.seed, dict(there.card.recipe), there.card.data) == (seed, recipe, data):
                return there
    torch.manual_seed(seed)
    network = entry.build()
    assert isinstance(network, LatentDenoiser)
    losses = _learn(
        network, *_codes(model, digits), updates, seed, lambda words: say(f"{entry.name}: {words}")
    )
    network.eval().requires_grad_(False)
    rounded(network)
    epochs = math.ceil(updates * BATCH / len(digits))
    card = DigitCard(
        seed=seed, epochs=epochs, train_loss=losses, data=data, recipe=recipe, versions=versions()
    )
    trained = Trained[nn.Module, DigitCard](network, card)
    kind.save(path, trained)
    return trained


def _codes(model: str, digits: DigitSet) -> tuple[torch.Tensor, torch.Tensor]:
    """Codes of all digits, and what they show."""
    codes = catalogue.load(model).encode(digits.images.astype(np.float32) / 255)
    return torch.from_numpy(codes), torch.from_numpy(digits.labels.astype(np.int64))


def _learn(
    network: LatentDenoiser,
    codes: torch.Tensor,
    labels: torch.Tensor,
    updates: int,
    seed: int,
    say: Callable[[str], None],
) -> tuple[float, ...]:
    """Fit in place; give the mean loss of every `TOLD_EVERY` updates."""
    network.centre.copy_(codes.mean(0))
    network.spread.copy_(codes.std(0))
    clean = (codes - network.centre) / network.spread
    schedule = linear_schedule()
    mean = copy.deepcopy(network)
    rng = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.Adam(network.parameters(), lr=RATE, fused=True)
    fall = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, updates)
    told, losses = 0.0, []
    for update in range(1, updates + 1):
        which = torch.randint(len(clean), (BATCH,), generator=rng)
        t = torch.randint(1, schedule.steps + 1, (BATCH,), generator=rng)
        noise = torch.randn(BATCH, network.latent, generator=rng)
        hidden = torch.rand(BATCH, generator=rng) < UNTOLD
        seen = labels[which].masked_fill(hidden, ANY_DIGIT)
        loss = (network(schedule.noised(clean[which], t, noise), t, seen) - noise).square().mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        fall.step()
        keep = min(AVERAGING, update / (update + 10))
        with torch.no_grad():
            for kept, now in zip(mean.parameters(), network.parameters(), strict=True):
                kept.lerp_(now, 1 - keep)
        told += loss.item()
        if update % TOLD_EVERY == 0 or update == updates:
            since = (update - 1) % TOLD_EVERY + 1
            losses.append(told / since)
            if not math.isfinite(told):
                raise FloatingPointError(f"the fit of {type(network).__name__} has run away.")
            say(f"{update} of {updates} updates, noise found to {losses[-1]:.4f}")
            told = 0.0
    network.load_state_dict(mean.state_dict())
    return tuple(losses)
