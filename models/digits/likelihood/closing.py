"""One picture's likelihood step by step, so that somebody can watch the bounds close on the exact value."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.digits.likelihood.bounds import elbo, importance_bound, log_pixels, log_weights
from models.digits.likelihood.quadrature import Plane, log_joint_rows
from models.digits.networks.network import CloudNetwork

KS = (1, 50, 500, 4096)
"""Draws in one bound, as shown."""

ELBO_DRAWS = 500

WATCHED = Plane(reach=5.0, step=0.06)
"""Coarser than what is measured with: within 0.01 nats of it, and done in a second or two."""

ZOOM, ZOOM_SIDE = 4.0, 61
"""The picture of the true posterior reaches so many deviations of the cloud, with so many points a side."""


@dataclass(frozen=True)
class Closing:
    """What is known so far of one picture; every value is minus a log-likelihood in nats, less is better.

    Attributes
    ----------
    elbo : float
        Minus the ELBO.
    bounds : dict of int to float
        Minus the importance-weighted bound, by k; those whose draws are all there.
    draws : int
        Draws so far.
    swept : float
        Share of the plane summed so far.
    exact : float or None
        The integral, when the whole plane is summed.
    """

    elbo: float
    bounds: dict[int, float]
    draws: int
    swept: float
    exact: float | None


def close(network: CloudNetwork, x: torch.Tensor, seed: int) -> Iterator[Closing]:
    """Close in on one picture's likelihood, a few milliseconds of work at a time.

    Parameters
    ----------
    network : CloudNetwork
        With a code of two numbers.
    x : Tensor, shape (1, 784)
        Pixels.
    seed : int
        Of the draws.

    Yields
    ------
    Closing
        The last one has every bound and the exact value.

    Raises
    ------
    ValueError
        If the code has not two numbers.
    """
    chance = torch.Generator().manual_seed(seed)
    low = -float(elbo(network, x, ELBO_DRAWS, chance))
    chunks: list[torch.Tensor] = []
    bounds: dict[int, float] = {}
    draws = 0
    for chunk in log_weights(network, x, max(KS), chance):
        chunks.append(chunk)
        draws += chunk.shape[1]
        due = [k for k in KS if k <= draws]
        if due:
            weights = torch.cat(chunks, 1)
            bounds = {k: -float(importance_bound(weights, k)) for k in due}
        yield Closing(low, bounds, draws, 0.0, None)
    total, rows_done = -math.inf, 0
    for rows in log_joint_rows(network, x, WATCHED, rows_at_once=4):
        total = float(np.logaddexp(total, float(rows.logsumexp((0, 1, 2)))))
        rows_done += rows.shape[1]
        last = rows_done == len(WATCHED)
        sure = -(total + 2 * math.log(WATCHED.step)) if last else None
        yield Closing(low, bounds, draws, rows_done / len(WATCHED), sure)


@dataclass(frozen=True)
class Posterior:
    """Where the code of one picture may truly be, beside the encoder's guess.

    Attributes
    ----------
    density : ndarray, shape (ZOOM_SIDE, ZOOM_SIDE)
        p(z | x) over its greatest value; the first row is the highest z2.
    mean, std : ndarray, shape (2,)
        The encoder's cloud.
    reach : float
        How far the picture reaches from `mean` on either axis.
    """

    density: npt.NDArray[np.float64]
    mean: npt.NDArray[np.float32]
    std: npt.NDArray[np.float32]
    reach: float


def posterior(network: CloudNetwork, x: torch.Tensor) -> Posterior:
    """Give the true posterior of one picture's code around its cloud.

    Parameters
    ----------
    network : CloudNetwork
        With a code of two numbers.
    x : Tensor, shape (1, 784)
        Pixels.
    """
    with torch.inference_mode():
        mean, log_variance = network.cloud(x)
        std = (0.5 * log_variance).exp()
        reach = ZOOM * float(std.max())
        line = torch.linspace(-reach, reach, ZOOM_SIDE)
        up, across = torch.meshgrid(line.flip(0), line, indexing="ij")
        z = mean + torch.stack([across.ravel(), up.ravel()], 1)
        joint = torch.cat(
            [log_pixels(network.logits(some), x) - 0.5 * some.square().sum(1) for some in z.split(512)]
        )
        density = (joint - joint.max()).double().exp().reshape(ZOOM_SIDE, ZOOM_SIDE)
    return Posterior(density.numpy(), mean[0].numpy(), std[0].numpy(), reach)
