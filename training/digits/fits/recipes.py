"""The recipe of every digit model: epochs, batch, rate and loss. Everything shipped was fitted by these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from assets.databases.mnist import DigitSet
from models.digits import lesson
from models.digits.catalogue import ENTRIES, KNOWS_ALL, NORMAL_ONLY
from models.digits.entry import Entry
from models.digits.networks.network import CloudNetwork
from models.digits.networks.sigmoid import SigmoidAutoencoder
from models.digits.networks.stacked import StackedAutoencoder
from models.digits.pictures.noise import KINDS, spoil
from models.digits.sampling.corruption import CORRUPTION, corrupt
from training.digits.fits.initial import initialise
from training.digits.fits.losses import jacobian_norm2, sparsity
from training.digits.fits.steps import Spoil, StepTrainer
from training.digits.fits.trainers import (
    AdversarialTrainer,
    JudgeTrainer,
    ReconstructionTrainer,
    StackedTrainer,
)
from training.digits.fits.vae_trainer import VaeTrainer

SPARSE_RHO = 0.05
"""Wanted mean activation of the sparse autoencoder's units."""

SPARSE_WEIGHT = 20.0
"""Weight of the sparsity penalty, nats per image."""

CONTRACTIVE_WEIGHT = 2.0
"""Weight of the Jacobian's squared norm, nats per image."""

NOISE_LEVEL = 0.5
"""Level of every kind of noise that the denoising autoencoder learns from."""

LAYER_SHARE = 8
"""One epoch in so many goes to each layer of a stack; the rest to the whole."""

Make = Callable[[Any, DigitSet, int, int], StepTrainer]


@dataclass(frozen=True)
class Recipe:
    """How a model is fitted.

    Attributes
    ----------
    entry : Entry
        The model.
    epochs : int
        Passes, where not told otherwise.
    make : callable
        Gives a trainer of (network, digits, epochs, seed).
    settings : dict of str to str
        For a reader.
    least_epochs : int
        Fewer passes make no sense.
    without : int, optional
        Digit that is left out of the training.
    even : bool
        How the weights are drawn at first; see `initialise`.
    shipped : bool
        Whether its weights ship; the others are for comparison.
    """

    entry: Entry
    epochs: int
    make: Make
    settings: dict[str, str]
    least_epochs: int = 1
    without: int | None = None
    even: bool = False
    shipped: bool = True

    @property
    def name(self) -> str:
        """Name of the model."""
        return self.entry.name

    def trainer(self, digits: DigitSet, epochs: int, seed: int) -> StepTrainer:
        """Make a network anew and what fits it."""
        network = self.entry.build()
        initialise(network, seed, even=self.even)
        if self.without is not None:
            keep = digits.labels != self.without
            digits = DigitSet(digits.images[keep], digits.labels[keep])
        return self.make(network, digits, epochs, seed)


def _rebuild(batch: int = 128, rate: float = 1e-3, anneal: bool = True, **kwargs: Any) -> Make:
    def make(network: Any, digits: DigitSet, epochs: int, seed: int) -> StepTrainer:
        return ReconstructionTrainer(
            network,
            digits.images,
            batch=batch,
            seed=seed,
            learning_rate=rate,
            anneal_epochs=epochs if anneal else None,
            **kwargs,
        )

    return make


def _vae(batch: int = 128, rate: float = 1e-3, anneal: bool = True, spoil: Spoil | None = None) -> Make:
    def make(network: CloudNetwork, digits: DigitSet, epochs: int, seed: int) -> StepTrainer:
        return VaeTrainer(
            digits.images,
            digits.labels,
            network=network,
            spoil=spoil,
            batch=batch,
            seed=seed,
            learning_rate=rate,
            anneal_epochs=epochs if anneal else None,
        )

    return make


def _stacked(greedy: bool, rate: float = 1e-3) -> Make:
    def make(network: StackedAutoencoder, digits: DigitSet, epochs: int, seed: int) -> StepTrainer:
        layer = max(1, epochs // LAYER_SHARE) if greedy else 0
        return StackedTrainer(
            network,
            digits.images,
            batch=128,
            seed=seed,
            learning_rate=rate,
            anneal_epochs=epochs,
            layer_epochs=layer,
            final_epochs=epochs - layer * network.depth,
        )

    return make


def _adversarial(spoil: Spoil | None = None, weight: float = 30.0) -> Make:
    def make(network: Any, digits: DigitSet, epochs: int, seed: int) -> StepTrainer:
        return AdversarialTrainer(
            network,
            digits.images,
            spoil=spoil,
            weight=weight,
            batch=128,
            seed=seed,
            anneal_epochs=epochs,
        )

    return make


def _judge(network: Any, digits: DigitSet, epochs: int, seed: int) -> StepTrainer:
    return JudgeTrainer(
        network, digits.images, digits.labels,
        batch=128, seed=seed, learning_rate=3e-3, anneal_epochs=epochs, shift=1,
    )  # fmt: skip


def spoil_anyhow(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Spoil a quarter of a batch in each of the three ways, at `NOISE_LEVEL`; the last stays clean."""
    *parts, clean = x.tensor_split(len(KINDS) + 1)
    noisy = [spoil(part, kind, NOISE_LEVEL, generator) for part, kind in zip(parts, KINDS, strict=True)]
    return torch.cat([*noisy, clean])


def _sparse_penalty(network: SigmoidAutoencoder, code: torch.Tensor) -> torch.Tensor:
    return SPARSE_WEIGHT * sparsity(code, SPARSE_RHO)


def _contractive_penalty(network: SigmoidAutoencoder, code: torch.Tensor) -> torch.Tensor:
    return CONTRACTIVE_WEIGHT * jacobian_norm2(network, code).mean()


def _recipe(name: str, epochs: int, make: Make, settings: str, **kwargs: Any) -> Recipe:
    return Recipe(ENTRIES[name], epochs, make, {"fit": settings}, **kwargs)


def _other(
    name: str, like: str, epochs: int, make: Make, settings: str, even: bool = False, **config: Any
) -> Recipe:
    model = ENTRIES[like]
    latent = config.get("latent", model.latent)
    entry = Entry(name, name, latent, model.network, {**model.settings, **config})
    return Recipe(entry, epochs, make, {"fit": settings}, even=even, shipped=False)


_FALLS = "falling by a cosine"
_CORRUPTED = f"Gaussian noise of {CORRUPTION:g} on what the encoder sees"

RECIPES: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        _recipe("vae", lesson.EPOCHS, _vae(lesson.BATCH, lesson.LEARNING_RATE, anneal=False),
                "BCE + KL, Adam 1e-3, batch 128"),
        _recipe("judge", 5, _judge, f"cross-entropy, shifts of 1 pixel, Adam 3e-3 {_FALLS}, batch 128"),
        _recipe("linear", 12, _rebuild(), f"squared error, Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("ae", 20, _rebuild(batch=256, rate=2e-3), f"BCE, Adam 2e-3 {_FALLS}, batch 256"),
        _recipe("ae-2", 10, _rebuild(), f"BCE, Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("stacked", 24, _stacked(greedy=True),
                f"each layer an eighth of the epochs, then all; BCE, Adam 1e-3 {_FALLS}, batch 128",
                least_epochs=5),
        _recipe("conv-ae", 5, _rebuild(rate=2e-3), f"BCE, Adam 2e-3 {_FALLS}, batch 128", even=True),
        _recipe("denoising", 15, _rebuild(spoil=spoil_anyhow),
                f"BCE to the clean image, three noises at 0.5 and none, Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("sparse", 15, _rebuild(penalty=_sparse_penalty),
                f"BCE + sparsity (rho 0.05, weight {SPARSE_WEIGHT:g}), Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("contractive", 10, _rebuild(penalty=_contractive_penalty),
                f"BCE + {CONTRACTIVE_WEIGHT:g} Jacobian², Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("conv-vae", 6, _vae(64, 2e-3), f"BCE + KL, Adam 2e-3 {_FALLS}, batch 64", even=True),
        _recipe("conv-vae-16", 6, _vae(64, 2e-3), f"BCE + KL, Adam 2e-3 {_FALLS}, batch 64", even=True),
        _recipe("cvae", 15, _vae(), f"BCE + KL given the digit, Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("adversarial", 12, _adversarial(),
                f"BCE + 30 deceiving; discriminator log-loss; Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("adversarial-16", 8, _adversarial(weight=3.0),
                f"BCE + 3 deceiving; discriminator log-loss; Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("denoising-vae-16", 8, _vae(spoil=corrupt),
                f"BCE to the clean image + KL, {_CORRUPTED}, Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("denoising-aae-16", 12, _adversarial(corrupt, 3.0),
                f"as adversarial-16, BCE to the clean image, {_CORRUPTED}"),
        _recipe("denoising-vae-2", 10, _vae(spoil=corrupt),
                f"BCE to the clean image + KL, {_CORRUPTED}, Adam 1e-3 {_FALLS}, batch 128"),
        _recipe("denoising-aae-2", 12, _adversarial(corrupt),
                f"as adversarial, BCE to the clean image, {_CORRUPTED}"),
        *(
            Recipe(entry, 8, _rebuild(rate=2e-3), {"fit": f"BCE, Adam 2e-3 {_FALLS}, batch 128"},
                   without=digit)
            for digit, entry in enumerate(NORMAL_ONLY)
        ),
        Recipe(KNOWS_ALL, 8, _rebuild(rate=2e-3), {"fit": f"BCE, Adam 2e-3 {_FALLS}, batch 128"}),
        _other("stacked-scratch", "stacked", 24, _stacked(greedy=False),
               "as stacked, but all layers at once"),
        _other("stacked-relu", "stacked", 24, _stacked(greedy=True), "as stacked, with ReLU and even weights",
               even=True, activation="relu"),
        _other("stacked-relu-scratch", "stacked", 24, _stacked(greedy=False),
               "as stacked, with ReLU and even weights, all layers at once", even=True, activation="relu"),
        _other("contractive-plain", "contractive", 10, _rebuild(), "as contractive, without the penalty"),
        _other("vae-longer", "vae", 6, _vae(64, 2e-3), "as conv-vae, with the course's network"),
        _other("vae-16", "vae", 6, _vae(64, 2e-3), "as conv-vae-16, with the course's network", latent=16),
    )
}  # fmt: skip
"""Recipes by name, in the order in which ``all`` goes through them."""
