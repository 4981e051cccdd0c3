"""What codes are good for, measured: clusters, fewer numbers, and finding what was never seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from assets.databases.mnist import DigitSet, Mnist
from models.digits.anomaly import auroc, three_scores
from models.digits.networks.network import PIXELS, DigitNetwork
from models.digits.networks.pca import Pca
from training.digits.figures.checks import mse
from training.digits.fits.pca import fit_pca

Codes = npt.NDArray[np.float32]

SAMPLES = 5
"""Draws of digits, each measured on its own: what a figure differs between them is its spread."""

ASKED, KNOWN = 2_000, 4_000
"""Test digits that a draw asks for, and training digits that it knows the labels of."""

CLUSTER_STARTS = 5
"""Starts of k-means, of which the tightest counts."""

NEIGHBOURS = 5
"""Neighbours that vote on a digit."""


@dataclass(frozen=True, eq=False)
class Sample:
    """One draw of digits.

    Attributes
    ----------
    x, labels : Tensor, shapes (`ASKED`, 784) and (`ASKED`,)
        Test digits, 0 to 1, and what they are (int64).
    known, known_labels : Tensor, shapes (`KNOWN`, 784) and (`KNOWN`,)
        Training digits, and what they are.
    seed : tuple of int
        Of the starts of its clusters.
    """

    x: torch.Tensor
    labels: torch.Tensor
    known: torch.Tensor
    known_labels: torch.Tensor
    seed: tuple[int, int]


def samples(mnist: Mnist, n: int = SAMPLES, seed: int = 0) -> list[Sample]:
    """Draw `n` samples that have no digit in common.

    Raises
    ------
    ValueError
        If there are not digits enough.
    """
    rng = np.random.default_rng(seed)
    asked, known = _parts(mnist.test, n, ASKED, rng), _parts(mnist.train, n, KNOWN, rng)
    return [Sample(*a, *b, (seed, i)) for i, (a, b) in enumerate(zip(asked, known, strict=True))]


def _parts(
    digits: DigitSet, n: int, size: int, rng: np.random.Generator
) -> list[tuple[torch.Tensor, torch.Tensor]]:
    if len(digits.labels) < n * size:
        raise ValueError(f"{n} draws of {size} digits need {n * size}; there are {len(digits.labels)}.")
    some = [
        DigitSet(digits.images[i], digits.labels[i])
        for i in rng.permutation(len(digits.labels))[: n * size].reshape(n, size)
    ]
    return [(torch.from_numpy(one.pixels()), torch.from_numpy(one.labels.astype(np.int64))) for one in some]


def codes_of(network: DigitNetwork, x: torch.Tensor) -> Codes:
    """Codes of images, for clouds their centres; (n, 784) to (n, latent).

    A network that is told the digit takes the one under which its loss is smallest: nobody tells it here.
    """
    with torch.inference_mode():
        return torch.cat([network.encode(part) for part in x.split(1000)]).numpy()


def _with_spread(name: str, values: Sequence[float]) -> dict[str, float]:
    """Mean over the draws, and where there are several their standard deviation as ``name_std``."""
    found = {name: float(np.mean(values))}
    return found | ({f"{name}_std": float(np.std(values, ddof=1))} if len(values) > 1 else {})


# ------------------------------------------------------------------------------------------ clusters


def clustering_row(space: str, network: DigitNetwork | None, draws: Sequence[Sample]) -> dict[str, Any]:
    """How well ten clusters, found without labels, are the ten digits: in codes, or in pixels.

    Returns
    -------
    dict
        ``space``, ``size`` (numbers a digit) and ``ari`` (adjusted Rand index), with ``ari_std``, its
        standard deviation over the draws, where there are several.
    """
    found, size = [], PIXELS
    for draw in draws:
        points = draw.x.numpy() if network is None else codes_of(network, draw.x)
        size = points.shape[1]
        found.append(adjusted_rand_index(draw.labels.numpy(), _tightest(points, draw.seed)))
    return {"space": space, "size": size, **_with_spread("ari", found)}


def _tightest(points: Codes, seed: tuple[int, int]) -> npt.NDArray[np.int32]:
    from scipy.cluster.vq import kmeans2

    best: tuple[float, npt.NDArray[np.int32]] | None = None
    for start in range(CLUSTER_STARTS):
        rng = np.random.default_rng((*seed, start))
        centres, cluster = kmeans2(points.astype(np.float64), 10, iter=50, minit="++", rng=rng)
        inertia = float(np.square(points - centres[cluster]).sum())
        if best is None or inertia < best[0]:
            best = inertia, cluster
    assert best is not None
    return best[1]


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
    draws : sequence of Sample
        Those that are measured.
    """

    def __init__(self, mnist: Mnist, draws: Sequence[Sample]) -> None:
        self._pca = Pca(256)
        fit_pca(self._pca, mnist.train.pixels())
        self._draws = draws
        self._pca_codes = [(codes_of(self._pca, one.known), codes_of(self._pca, one.x)) for one in draws]
        self._pca_rows: dict[int, dict[str, float]] = {}

    def row(self, name: str, network: DigitNetwork) -> dict[str, Any]:
        """Give one model's row.

        Returns
        -------
        dict
            ``model``, ``size``, ``mse`` and ``pca_mse`` of the test digits; ``neighbours`` and
            ``pca_neighbours``: how often the five nearest of the known digits, in the code, agree with a
            digit that is asked for. Each with its standard deviation over the draws (``mse_std``), where
            there are several.
        """
        size = network.latent
        if size not in self._pca_rows:
            self._pca_rows[size] = self._pca_row(size)
        draws = self._draws
        votes = [_neighbours(codes_of(network, d.known), codes_of(network, d.x), d) for d in draws]
        return {
            "model": name,
            "size": size,
            **_with_spread("mse", [mse(network, d.x) for d in draws]),
            **_with_spread("neighbours", votes),
            **self._pca_rows[size],
        }

    def _pca_row(self, size: int) -> dict[str, float]:
        votes = [
            _neighbours(known[:, :size], asked[:, :size], draw)
            for (known, asked), draw in zip(self._pca_codes, self._draws, strict=True)
        ]
        errors = [mse(self._pca, draw.x, size) for draw in self._draws]
        return _with_spread("pca_mse", errors) | _with_spread("pca_neighbours", votes)


def _neighbours(known: Codes, asked: Codes, draw: Sample) -> float:
    """How often the nearest known codes vote for what a digit is."""
    right = 0
    for some, true in zip(torch.from_numpy(asked).split(500), draw.labels.split(500), strict=True):
        near = torch.cdist(some, torch.from_numpy(known)).topk(NEIGHBOURS, largest=False).indices
        counts = functional.one_hot(draw.known_labels[near], 10).sum(1)
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
