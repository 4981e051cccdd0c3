"""Where few digits have labels: a classifier from scratch, one that was pretrained, one with drawn digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from assets.databases.mnist import DigitSet, Mnist
from models.digits.networks.dense import DenseAutoencoder
from models.digits.networks.network import mlp
from models.digits.networks.vae import ConditionalVae
from training.digits.fits.initial import initialise
from training.digits.fits.vae_trainer import VaeTrainer

FEW = (50, 100, 500, 1000)
"""Numbers of labelled digits."""

FEW_SEEDS = 3
"""Choices of the labelled digits, over which the accuracy is averaged."""

FEW_STEPS = 400
"""Batches of each classifier."""

DRAWING_STEPS = 600
"""Batches of each conditional VAE."""

DRAWN_PER_LABELLED = 10
"""Digits that the conditional model draws for each labelled one."""

WAYS = ("scratch", "pretrained", "augmented")
"""How a classifier comes by its knowledge; see `few_labels`."""


def few_labels(mnist: Mnist, pretrained: DenseAutoencoder) -> dict[str, Any]:
    """Accuracy of a small classifier that knows few labels, with and without help.

    ``scratch`` is the encoder of the plain autoencoder with ten outputs, from random weights; ``pretrained``
    is the same, begun with the weights that the autoencoder found on all training digits without their
    labels; ``augmented`` is as ``scratch``, with digits drawn by a conditional VAE that has itself seen only
    the few labelled ones.

    Returns
    -------
    dict
        ``labels``: numbers of labelled digits; ``runs``; then test accuracies by way: means and standard
        deviations over `FEW_SEEDS` choices of the labelled digits.
    """
    return summary([accuracies(mnist, pretrained, n, range(FEW_SEEDS)) for n in FEW], FEW, FEW_SEEDS)


def summary(found: Sequence[dict[str, list[float]]], labels: Sequence[int], runs: int) -> dict[str, Any]:
    """Means and standard deviations (over n - 1; 0 of one run) of `accuracies`, by number of labels."""
    return {
        "labels": list(labels),
        "runs": runs,
        **{way: [float(np.mean(one[way])) for one in found] for way in WAYS},
        **{f"{way}_std": [_spread(one[way]) for one in found] for way in WAYS},
    }


def _spread(values: list[float]) -> float:
    return float(np.std(values, ddof=1)) if len(values) > 1 else 0.0


def accuracies(
    mnist: Mnist, pretrained: DenseAutoencoder, n: int, seeds: Sequence[int]
) -> dict[str, list[float]]:
    """Test accuracies with `n` labelled digits by way, one a seed."""
    x_test = torch.from_numpy(mnist.test.pixels())
    y_test = torch.from_numpy(mnist.test.labels.astype(np.int64))
    out: dict[str, list[float]] = {way: [] for way in WAYS}
    for seed in seeds:
        some = _balanced(mnist.train, n, seed)
        x = torch.from_numpy(some.pixels())
        y = torch.from_numpy(some.labels.astype(np.int64))
        drawn = _drawn(some, seed)
        for way in WAYS:
            network = _classifier(seed, pretrained if way == "pretrained" else None)
            _fit_classifier(network, x, y, drawn if way == "augmented" else None, seed)
            with torch.inference_mode():
                out[way].append(float((network(x_test).argmax(1) == y_test).float().mean()))
    return out


def _balanced(digits: DigitSet, n: int, seed: int) -> DigitSet:
    rng = np.random.default_rng(seed)
    which = np.concatenate(
        [rng.choice(np.flatnonzero(digits.labels == digit), n // 10, replace=False) for digit in range(10)]
    )
    return DigitSet(digits.images[which], digits.labels[which])


def _classifier(seed: int, pretrained: DenseAutoencoder | None) -> nn.Sequential:
    encoder = mlp((784, 128, 64, 32))
    network = nn.Sequential(encoder, nn.ReLU(), nn.Linear(32, 10))
    initialise(network, seed)
    if pretrained is not None:
        encoder.load_state_dict(pretrained.encoder.state_dict())
    return network


def _fit_classifier(
    network: nn.Module,
    x: torch.Tensor,
    y: torch.Tensor,
    drawn: tuple[torch.Tensor, torch.Tensor] | None,
    seed: int,
) -> None:
    generator = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.Adam(network.parameters(), 1e-3, weight_decay=1e-4, fused=True)
    for _ in range(FEW_STEPS):
        which = torch.randint(len(x), (50,), generator=generator)
        inputs, targets = x[which], y[which]
        if drawn is not None:
            more = torch.randint(len(drawn[0]), (50,), generator=generator)
            inputs, targets = torch.cat([inputs, drawn[0][more]]), torch.cat([targets, drawn[1][more]])
        loss = functional.cross_entropy(network(inputs), targets)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
    network.eval()


def _drawn(some: DigitSet, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Digits drawn by a conditional VAE that was fitted on the few, and what they were asked to be."""
    network = ConditionalVae(hidden=256, latent=2)
    initialise(network, seed)
    trainer = VaeTrainer(some.images, some.labels, network=network, batch=50, seed=seed)
    for _ in range(DRAWING_STEPS):
        trainer.step()
    network.eval()
    generator = torch.Generator().manual_seed(seed)
    labels = torch.from_numpy(some.labels.astype(np.int64)).repeat(DRAWN_PER_LABELLED)
    with torch.no_grad():
        z = torch.randn(len(labels), network.latent, generator=generator)
        return network.decode(z, labels), labels
