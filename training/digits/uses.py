"""What codes are good for, measured: few labels, clusters, fewer numbers, and finding what was never seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from assets.mnist import DigitSet, Mnist
from models.digits.anomaly import auroc
from models.digits.dense import DenseAutoencoder
from models.digits.network import CloudNetwork, DigitNetwork, initialise, mlp
from models.digits.pca import Pca
from models.digits.vae import ConditionalVae
from models.digits.vae_trainer import VaeTrainer
from training.digits.checks import mse

Codes = npt.NDArray[np.float32]

FEW = (50, 100, 500, 1000)
"""Numbers of labelled digits."""

FEW_SEEDS = 3
"""Choices of the labelled digits, over which the accuracy is averaged."""

FEW_STEPS = 400
"""Batches of each classifier."""

DRAWN_PER_LABELLED = 10
"""Digits that the conditional model draws for each labelled one."""

CLUSTER_RUNS = 5
"""Starts of k-means, of which the tightest counts."""

NEIGHBOURS = 5
"""Neighbours that vote on a digit."""


def codes_of(network: DigitNetwork, x: torch.Tensor) -> Codes:
    """Codes of images, for clouds their centres; (n, 784) to (n, latent)."""
    with torch.inference_mode():
        return torch.cat([network.encode(part) for part in x.split(1000)]).numpy()


# ------------------------------------------------------------------------------------------ few labels


def few_labels(mnist: Mnist, pretrained: DenseAutoencoder, judge_seed: int = 0) -> dict[str, Any]:
    """Accuracy of a small classifier that knows few labels, with and without help.

    ``scratch`` is the encoder of the plain autoencoder with ten outputs, from random weights; ``pretrained``
    is the same, begun with the weights that the autoencoder found on all training digits without their
    labels; ``augmented`` is as ``scratch``, with digits drawn by a conditional VAE that has itself seen only
    the few labelled ones.

    Returns
    -------
    dict
        ``labels``: numbers of labelled digits; then test accuracies by way: means and standard deviations
        over `FEW_SEEDS` choices of the labelled digits.
    """
    x_test = torch.from_numpy(mnist.test.pixels())
    y_test = torch.from_numpy(mnist.test.labels.astype(np.int64))
    ways = ("scratch", "pretrained", "augmented")
    accuracies: dict[str, list[list[float]]] = {way: [] for way in ways}
    for n in FEW:
        runs: dict[str, list[float]] = {way: [] for way in ways}
        for seed in range(judge_seed, judge_seed + FEW_SEEDS):
            some = _balanced(mnist.train, n, seed)
            x = torch.from_numpy(some.pixels())
            y = torch.from_numpy(some.labels.astype(np.int64))
            drawn = _drawn(some, seed)
            for way in ways:
                network = _classifier(seed, pretrained if way == "pretrained" else None)
                _fit_classifier(network, x, y, drawn if way == "augmented" else None, seed)
                with torch.inference_mode():
                    runs[way].append(float((network(x_test).argmax(1) == y_test).float().mean()))
        for way in ways:
            accuracies[way].append(runs[way])
    return {
        "labels": list(FEW),
        "runs": FEW_SEEDS,
        **{way: [float(np.mean(run)) for run in accuracies[way]] for way in ways},
        **{f"{way}_std": [float(np.std(run)) for run in accuracies[way]] for way in ways},
    }


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
    for _ in range(600):
        trainer.step()
    network.eval()
    generator = torch.Generator().manual_seed(seed)
    labels = torch.from_numpy(some.labels.astype(np.int64)).repeat(DRAWN_PER_LABELLED)
    with torch.no_grad():
        z = torch.randn(len(labels), network.latent, generator=generator)
        return network.decode(z, labels), labels


# ------------------------------------------------------------------------------------------ clusters


def clustering(networks: Mapping[str, DigitNetwork], test: DigitSet) -> list[dict[str, Any]]:
    """How well ten clusters, found without labels, are the ten digits: in pixels and in codes.

    Returns
    -------
    list of dict
        ``space``, ``size`` (numbers a digit) and ``ari`` (adjusted Rand index), pixels first.
    """
    x = torch.from_numpy(test.pixels())
    rows = [{"space": "pixels", "size": 784, "ari": _cluster_ari(x.numpy(), test.labels)}]
    for name, network in networks.items():
        codes = codes_of(network, x)
        rows.append({"space": name, "size": codes.shape[1], "ari": _cluster_ari(codes, test.labels)})
    return rows


def _cluster_ari(points: Codes, labels: npt.NDArray[np.uint8]) -> float:
    from scipy.cluster.vq import kmeans2

    best: tuple[float, npt.NDArray[np.int32]] | None = None
    for run in range(CLUSTER_RUNS):
        centres, cluster = kmeans2(points.astype(np.float64), 10, iter=50, minit="++", rng=run)
        inertia = float(np.square(points - centres[cluster]).sum())
        if best is None or inertia < best[0]:
            best = inertia, cluster
    assert best is not None
    return adjusted_rand_index(labels, best[1])


def adjusted_rand_index(truth: npt.ArrayLike, found: npt.ArrayLike) -> float:
    """Agreement of two partitions, 1 where they are the same and about 0 by chance.

    Hubert & Arabie, *Comparing partitions*, Journal of Classification 2:193-218, 1985.

    Parameters
    ----------
    truth, found : array of int, shape (n,)
        Classes and clusters.

    Raises
    ------
    ValueError
        If they differ in length or are empty.
    """
    a, b = np.ravel(truth), np.ravel(found)
    if len(a) != len(b) or not len(a):
        raise ValueError("truth and found must be as many, and not empty.")
    _, rows = np.unique(a, return_inverse=True)
    _, columns = np.unique(b, return_inverse=True)
    table = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(table, (rows, columns), 1)

    def pairs(counts: npt.NDArray[np.float64]) -> float:
        return float((counts * (counts - 1) / 2).sum())

    together, by_row, by_column = pairs(table), pairs(table.sum(1)), pairs(table.sum(0))
    total = len(a) * (len(a) - 1) / 2
    expected = by_row * by_column / total if total else 0.0
    most = (by_row + by_column) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


# ------------------------------------------------------------------------------------------ fewer numbers


def reduction(networks: Mapping[str, DigitNetwork], mnist: Mnist) -> list[dict[str, Any]]:
    """What is left of a digit in the code of each model, beside PCA with as many numbers.

    Returns
    -------
    list of dict
        ``model``, ``size``, ``mse`` and ``pca_mse`` of the test digits; ``neighbours`` and
        ``pca_neighbours``: how often the five nearest of 20 000 training digits, in the code, agree with a
        test digit (of 5 000).
    """
    pca = Pca(max([256, *(network.latent for network in networks.values())]))
    pca.fit(mnist.train.pixels())
    x = torch.from_numpy(mnist.test.pixels())
    known = torch.from_numpy(mnist.train.pixels(slice(20_000)))
    known_pca, some_pca = codes_of(pca, known), codes_of(pca, x[:5000])
    votes: dict[int, float] = {}
    rows = []
    for name, network in networks.items():
        size = network.latent
        if size not in votes:
            votes[size] = _neighbour_accuracy(known_pca[:, :size], some_pca[:, :size], mnist)
        rows.append(
            {
                "model": name,
                "size": size,
                "mse": mse(network, x),
                "pca_mse": mse(pca, x, size),
                "neighbours": _neighbour_accuracy(
                    codes_of(network, known), codes_of(network, x[:5000]), mnist
                ),
                "pca_neighbours": votes[size],
            }
        )
    return rows


def _neighbour_accuracy(known: Codes, asked: Codes, mnist: Mnist) -> float:
    labels = torch.from_numpy(mnist.train.labels[: len(known)].astype(np.int64))
    truth = torch.from_numpy(mnist.test.labels[: len(asked)].astype(np.int64))
    right = 0
    for some, true in zip(torch.from_numpy(asked).split(500), truth.split(500), strict=True):
        near = torch.cdist(some, torch.from_numpy(known)).topk(NEIGHBOURS, largest=False).indices
        counts = functional.one_hot(labels[near], 10).sum(1)
        right += int((counts.argmax(1) == true).sum())
    return right / len(asked)


# ------------------------------------------------------------------------------------------ the never seen


def anomaly(networks: Mapping[int, DigitNetwork], test: DigitSet) -> list[dict[str, Any]]:
    """How well the reconstruction error tells a digit that was never seen from those that were.

    Parameters
    ----------
    networks : mapping of int to DigitNetwork
        By the digit that each never saw.
    test : DigitSet
        Test digits.

    Returns
    -------
    list of dict
        ``digit``; ``auroc`` of the mean squared error; ``auroc_per_ink`` of that divided by the mean ink; and
        the two mean errors, ``seen_mse`` and ``never_seen_mse``.
    """
    x = torch.from_numpy(test.pixels())
    ink = x.mean(1).numpy()
    rows = []
    for digit, network in sorted(networks.items()):
        with torch.inference_mode():
            error = torch.cat([(network(part) - part).square().mean(1) for part in x.split(1000)]).numpy()
        never = test.labels == digit
        per_ink = error / np.maximum(ink, 1e-3)
        rows.append(
            {
                "digit": digit,
                "auroc": auroc(error[~never], error[never]),
                "auroc_per_ink": auroc(per_ink[~never], per_ink[never]),
                "seen_mse": float(error[~never].mean()),
                "never_seen_mse": float(error[never].mean()),
            }
        )
    return rows


def deterministic(networks: Mapping[str, nn.Module]) -> dict[str, DigitNetwork]:
    """Those networks whose code does not depend on a label."""
    return {
        name: network
        for name, network in networks.items()
        if isinstance(network, DigitNetwork) and not (isinstance(network, CloudNetwork) and network.labelled)
    }
