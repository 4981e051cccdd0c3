"""One picture's likelihood step by step, so that somebody can watch the bounds close on the exact value."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.digits.likelihood.bounds import importance_bound, log_pixels, log_weights
from models.digits.likelihood.quadrature import Plane, log_joint_rows
from models.digits.networks.network import CloudNetwork

KS = (1, 50, 500, 4096)
"""Draws in one bound, as shown."""

WATCHED = Plane(reach=5.0, step=0.06)
"""Coarser than what is measured with, and done in a second or two; finer around the cloud (`FINE`)."""

FINE = 61
"""Points a side of the box around the cloud, which reaches `BOX` of its deviations."""

BOX = 6.0

ZOOM, ZOOM_SIDE = 4.0, 61
"""The picture of the true posterior reaches so many deviations of the cloud, with so many points a side."""


@dataclass(frozen=True)
class Closing:
    """What is known so far of one picture; every value is minus a log-likelihood in nats, less is better.

    Attributes
    ----------
    bounds : dict of int to float
        Minus the importance-weighted bound, by k; those whose draws are all there.
    draws : int
        Draws so far.
    swept : float
        Share of the plane summed so far.
    exact : float or None
        The integral, when the whole plane is summed.
    """

    bounds: dict[int, float]
    draws: int
    swept: float
    exact: float | None

    @property
    def elbo(self) -> float:
        """Minus the ELBO: the bound of one draw, over all draws there are."""
        return self.bounds[1]


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
        yield Closing(bounds, draws, 0.0, None)
    total, inside = _around_the_cloud(network, x)
    rows_done = 0
    for rows in log_joint_rows(network, x, WATCHED, rows_at_once=4):
        beyond = rows[0].masked_fill(inside[rows_done : rows_done + rows.shape[1]], -math.inf)
        area = 2 * math.log(WATCHED.step)
        total = float(np.logaddexp(total, float(beyond.logsumexp((0, 1))) + area))
        rows_done += rows.shape[1]
        sure = -total if rows_done == len(WATCHED) else None
        yield Closing(bounds, draws, rows_done / len(WATCHED), sure)


def _around_the_cloud(network: CloudNetwork, x: torch.Tensor) -> tuple[float, torch.Tensor]:
    """Log of the integral over a box around the cloud, and which points of the watched plane lie in it.

    The true posterior is narrowest there, and a coarse grid could step over it.
    """
    with torch.inference_mode():
        mean, log_variance = network.cloud(x)
        reach = BOX * (0.5 * log_variance[0]).exp()
        line = torch.linspace(-1, 1, FINE)
        up, across = torch.meshgrid(line, line, indexing="ij")
        z = mean + torch.stack([across.ravel(), up.ravel()], 1) * reach
        joint = torch.cat([_log_joint(network, x, some) for some in z.split(512)])
        # The outermost points stand for half a cell: the trapezoidal rule in both directions.
        edge = torch.ones(FINE, dtype=torch.float64)
        edge[0] = edge[-1] = 0.5
        weight = (edge[:, None] * edge).log().ravel()
        area = float((2 * reach / (FINE - 1)).double().log().sum())
        axis = torch.from_numpy(WATCHED.axis)
        within = [(axis - mean[0, i]).abs() < reach[i] for i in (0, 1)]
    return float((joint + weight).logsumexp(0)) + area, within[1][:, None] & within[0][None]


def _log_joint(network: CloudNetwork, x: torch.Tensor, z: torch.Tensor) -> torch.Tensor:
    prior = -0.5 * z.double().square().sum(1) - math.log(2 * math.pi)
    return log_pixels(network.logits(z), x).double() + prior


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
        joint = torch.cat([_log_joint(network, x, some) for some in z.split(512)])
        density = (joint - joint.max()).exp().reshape(ZOOM_SIDE, ZOOM_SIDE)
    return Posterior(density.numpy(), mean[0].numpy(), std[0].numpy(), reach)
