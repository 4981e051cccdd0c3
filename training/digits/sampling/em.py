"""Gaussian mixtures by expectation and maximisation; scikit-learn is no dependency of the program."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from scipy.cluster.vq import kmeans2

from models.digits.sampling.mixture import GaussianMixture

RIDGE = 1e-4
"""Added to each heap's variances, so that a heap of few codes keeps a shape."""

ROUNDS = 40
"""At most so many rounds."""

ENOUGH = 1e-3
"""A round that wins less than so many nats a code is the last."""

_BLOCK = 5000


def fit_mixture(codes: npt.NDArray[np.floating], heaps: int, seed: int = 0) -> GaussianMixture:
    """Fit a mixture with full covariances; it begins at the clusters of k-means.

    Dempster, Laird & Rubin, *Maximum likelihood from incomplete data via the EM algorithm*, 1977.

    Parameters
    ----------
    codes : ndarray, shape (n, latent)
    heaps : int
        How many Gaussians.
    seed : int
        Fixes the start.

    Returns
    -------
    GaussianMixture
        In single precision.

    Raises
    ------
    ValueError
        If there are not at least two codes a heap, or a code is not finite.
    """
    z = torch.from_numpy(np.array(codes, dtype=np.float64))
    if heaps < 1 or len(z) < 2 * heaps:
        raise ValueError(f"{len(z)} codes are too few for {heaps} heaps.")
    if not bool(torch.isfinite(z).all()):
        raise ValueError("codes must be finite.")
    _, nearest = kmeans2(z.numpy(), heaps, iter=10, minit="++", rng=seed)
    share = torch.nn.functional.one_hot(torch.from_numpy(nearest.astype(np.int64)), heaps).double()
    mixture = _maximise(z, share)
    last = -np.inf
    for _ in range(ROUNDS):
        share, now = _expect(mixture, z)
        mixture = _maximise(z, share)
        if now - last < ENOUGH:
            break
        last = now
    return GaussianMixture(mixture.weights.float(), mixture.means.float(), mixture.factors.float())


def best_mixture(
    codes: npt.NDArray[np.floating], held: npt.NDArray[np.floating], counts: Sequence[int], seed: int = 0
) -> tuple[GaussianMixture, dict[int, float]]:
    """Fit mixtures of several sizes, and take the one under which other codes are likeliest.

    Parameters
    ----------
    codes, held : ndarray, shape (n, latent)
        Codes that are learnt from, and others that choose.
    counts : sequence of int
        Numbers of heaps that are tried.
    seed : int
        Fixes the starts.

    Returns
    -------
    mixture : GaussianMixture
    nats : dict of int to float
        Mean log-density of the held-out codes, by number of heaps.
    """
    other = torch.from_numpy(np.array(held, dtype=np.float32))
    fitted = {k: fit_mixture(codes, k, seed) for k in counts}
    nats = {k: float(mixture.log_density(other).mean()) for k, mixture in fitted.items()}
    return fitted[max(nats, key=lambda k: nats[k])], nats


def _expect(mixture: GaussianMixture, z: torch.Tensor) -> tuple[torch.Tensor, float]:
    """Each heap's share in each code, and the codes' mean log-density."""
    logs = []
    for part in z.split(_BLOCK):
        apart = part[None] - mixture.means[:, None]
        white = torch.linalg.solve_triangular(mixture.factors, apart.transpose(1, 2), upper=False)
        logs.append(-0.5 * white.square().sum(1).T)
    scale = mixture.factors.diagonal(dim1=1, dim2=2).log().sum(1) + 0.5 * z.shape[1] * np.log(2 * np.pi)
    joint = torch.cat(logs) - scale + mixture.weights.log()
    total = joint.logsumexp(1, keepdim=True)
    return (joint - total).exp(), float(total.mean())


def _maximise(z: torch.Tensor, share: torch.Tensor) -> GaussianMixture:
    """Give the mixture that fits shares best."""
    count = share.sum(0) + 1e-9
    means = share.T @ z / count[:, None]
    shapes = []
    for heap in range(share.shape[1]):
        apart = z - means[heap]
        covariance = (apart * share[:, heap, None]).T @ apart / count[heap]
        shapes.append(covariance + RIDGE * torch.eye(z.shape[1], dtype=z.dtype))
    return GaussianMixture(count / count.sum(), means, torch.linalg.cholesky(torch.stack(shapes)))
