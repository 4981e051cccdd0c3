"""What codes are good for, measured: clusters, fewer numbers, and finding what was never seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from assets.databases.mnist import DigitSet, Mnist
from models.digits.anomaly import auroc, three_scores
from models.digits.networks.network import CloudNetwork, DigitNetwork
from models.digits.networks.pca import Pca
from training.digits.figures.checks import mse
from training.digits.fits.pca import fit_pca

Codes = npt.NDArray[np.float32]

CLUSTER_RUNS = 5
"""Starts of k-means, of which the tightest counts."""

NEIGHBOURS = 5
"""Neighbours that vote on a digit."""


def codes_of(network: DigitNetwork, x: torch.Tensor) -> Codes:
    """Codes of images, for clouds their centres; (n, 784) to (n, latent)."""
    with torch.inference_mode():
        return torch.cat([network.encode(part) for part in x.split(1000)]).numpy()


# ------------------------------------------------------------------------------------------ clusters


def clustering(networks: Mapping[str, DigitNetwork], test: DigitSet) -> list[dict[str, Any]]:
    """How well ten clusters, found without labels, are the ten digits: in pixels and in codes.

    Returns
    -------
    list of dict
        ``space``, ``size`` (numbers a digit) and ``ari`` (adjusted Rand index), pixels first.
    """
    x = torch.from_numpy(test.pixels())
    rows = [cluster_row("pixels", x.numpy(), test.labels)]
    return rows + [cluster_row(name, codes_of(n, x), test.labels) for name, n in networks.items()]


def cluster_row(
    space: str, points: Codes, labels: npt.NDArray[np.uint8], runs: int = CLUSTER_RUNS
) -> dict[str, Any]:
    """Give one row: k-means of `points` (n, size) from so many starts, of which the tightest counts."""
    from scipy.cluster.vq import kmeans2

    best: tuple[float, npt.NDArray[np.int32]] | None = None
    for run in range(runs):
        centres, cluster = kmeans2(points.astype(np.float64), 10, iter=50, minit="++", rng=run)
        inertia = float(np.square(points - centres[cluster]).sum())
        if best is None or inertia < best[0]:
            best = inertia, cluster
    assert best is not None
    return {"space": space, "size": points.shape[1], "ari": adjusted_rand_index(labels, best[1])}


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


class Reduction:
    """What is left of a digit in the code of a model, beside PCA with as many numbers.

    Parameters
    ----------
    mnist : Mnist
        The digits; PCA is fitted on all training digits.
    known, asked : int
        Training digits that are known, and test digits whose nearest neighbours among them are asked for.
    """

    def __init__(self, mnist: Mnist, known: int = 20_000, asked: int = 5_000) -> None:
        self._pca = Pca(256)
        fit_pca(self._pca, mnist.train.pixels())
        self._x = torch.from_numpy(mnist.test.pixels())
        self._known = torch.from_numpy(mnist.train.pixels(slice(known)))
        self._asked = self._x[:asked]
        self._labels = torch.from_numpy(mnist.train.labels[:known].astype(np.int64))
        self._truth = torch.from_numpy(mnist.test.labels[:asked].astype(np.int64))
        self._known_pca = codes_of(self._pca, self._known)
        self._asked_pca = codes_of(self._pca, self._asked)
        self._pca_rows: dict[int, dict[str, float]] = {}

    def row(self, name: str, network: DigitNetwork) -> dict[str, Any]:
        """Give one model's row.

        Returns
        -------
        dict
            ``model``, ``size``, ``mse`` and ``pca_mse`` of the test digits; ``neighbours`` and
            ``pca_neighbours``: how often the five nearest of the known digits, in the code, agree with a
            digit that is asked for.
        """
        size = network.latent
        if size not in self._pca_rows:
            votes = self._neighbours(self._known_pca[:, :size], self._asked_pca[:, :size])
            self._pca_rows[size] = {"pca_mse": mse(self._pca, self._x, size), "pca_neighbours": votes}
        return {
            "model": name,
            "size": size,
            "mse": mse(network, self._x),
            "neighbours": self._neighbours(codes_of(network, self._known), codes_of(network, self._asked)),
            **self._pca_rows[size],
        }

    def _neighbours(self, known: Codes, asked: Codes) -> float:
        right = 0
        for some, true in zip(torch.from_numpy(asked).split(500), self._truth.split(500), strict=True):
            near = torch.cdist(some, torch.from_numpy(known)).topk(NEIGHBOURS, largest=False).indices
            counts = functional.one_hot(self._labels[near], 10).sum(1)
            right += int((counts.argmax(1) == true).sum())
        return right / len(asked)


# ------------------------------------------------------------------------------------------ the never seen


def anomaly(
    networks: Mapping[int, DigitNetwork], test: DigitSet, knows: DigitNetwork | None = None
) -> list[dict[str, Any]]:
    """How well the reconstruction error tells a digit that was never seen from those that were.

    Parameters
    ----------
    networks : mapping of int to DigitNetwork
        By the digit that each never saw.
    test : DigitSet
        Test digits.
    knows : DigitNetwork, optional
        One of the same shape that has seen every digit.

    Returns
    -------
    list of dict
        ``digit``; ``auroc`` of the mean squared error; ``auroc_per_ink`` of that divided by the mean ink;
        ``auroc_against`` of that divided by the error of `knows`, where it is given; and the two mean errors,
        ``seen_mse`` and ``never_seen_mse``.
    """
    x = torch.from_numpy(test.pixels())
    ink = x.mean(1).numpy()
    known = None if knows is None else _errors(knows, x)
    rows = []
    for digit, network in sorted(networks.items()):
        error = _errors(network, x)
        never = test.labels == digit
        found = three_scores(error, error if known is None else known, ink)
        per_ink, against = found["per_ink"], found["against"]
        rows.append(
            {
                "digit": digit,
                "auroc": auroc(error[~never], error[never]),
                "auroc_per_ink": auroc(per_ink[~never], per_ink[never]),
                **({} if known is None else {"auroc_against": auroc(against[~never], against[never])}),
                "seen_mse": float(error[~never].mean()),
                "never_seen_mse": float(error[never].mean()),
            }
        )
    return rows


def _errors(network: DigitNetwork, x: torch.Tensor) -> npt.NDArray[np.float32]:
    with torch.inference_mode():
        parts = [(network(part) - part).square().mean(1) for part in x.split(1000)]
    errors: npt.NDArray[np.float32] = torch.cat(parts).numpy()
    return errors


def deterministic(networks: Mapping[str, nn.Module]) -> dict[str, DigitNetwork]:
    """Those networks whose code does not depend on a label."""
    return {
        name: network
        for name, network in networks.items()
        if isinstance(network, DigitNetwork) and not (isinstance(network, CloudNetwork) and network.labelled)
    }
