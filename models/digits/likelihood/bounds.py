"""Bounds on a picture's log-likelihood from draws out of its own cloud.

For a draw z of the cloud q(z | x), ``w = p(x | z) p(z) / q(z | x)`` is right on average, so the logarithm of
the mean of k such weights is right or too small, and less so the more there are: Burda, Grosse and
Salakhutdinov, *Importance weighted autoencoders*, ICLR 2016, theorem 1. With k = 1 it is the ELBO of Kingma
and Welling (2013).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import torch
from torch.nn import functional

from models.digits.networks.network import CloudNetwork
from models.digits.networks.vae import kl_nats

CHUNK = 64
"""Draws of each picture at a time."""

_LOG_2PI = math.log(2 * math.pi)


def log_pixels(logits: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Log-probability of pixels under coins, nats, summed over the pixels; shapes (..., 784) to (...)."""
    # x * logit - log(1 + e^logit): the same as minus the cross-entropy, without an array of its own for x.
    return (x * logits).sum(-1) - functional.softplus(logits).sum(-1)


def log_weights(
    network: CloudNetwork, x: torch.Tensor, draws: int, generator: torch.Generator
) -> Iterator[torch.Tensor]:
    """Give log w of draws from the pictures' clouds, some draws at a time.

    Parameters
    ----------
    network : CloudNetwork
        Not one that is told the digit.
    x : Tensor, shape (n, 784)
        Pixels.
    draws : int
        Draws of each picture.
    generator : Generator
        Where chance comes from.

    Yields
    ------
    Tensor of float64, shape (n, at most `CHUNK`)

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    if draws < 1:
        raise ValueError("There must be at least one draw.")
    with torch.inference_mode():
        mean, log_variance = network.cloud(x)
        std = (0.5 * log_variance).exp()
    for begin in range(0, draws, CHUNK):
        some = min(CHUNK, draws - begin)
        with torch.inference_mode():
            noise = torch.randn((some, *mean.shape), generator=generator)
            z = mean + std * noise
            logits = network.logits(z.reshape(-1, mean.shape[1])).reshape(some, *x.shape)
            prior = -0.5 * (z.double().square() + _LOG_2PI).sum(-1)
            cloud = -0.5 * (noise.double().square() + _LOG_2PI + log_variance).sum(-1)
            weights = log_pixels(logits, x).double() + prior - cloud
        yield weights.T


def importance_bound(weights: torch.Tensor, k: int) -> torch.Tensor:
    """Bound on log p(x) from k draws at a time, averaged over as many k draws as there are.

    Parameters
    ----------
    weights : Tensor, shape (n, draws)
        Of `log_weights`.
    k : int
        Draws in one bound.

    Returns
    -------
    Tensor, shape (n,)
        Nats.

    Raises
    ------
    ValueError
        If there are fewer than k draws.
    """
    groups = weights.shape[1] // k if k >= 1 else 0
    if groups < 1:
        raise ValueError(f"A bound of {k} draws needs {k} of them, not {weights.shape[1]}.")
    kept = weights[:, : groups * k].reshape(len(weights), groups, k)
    return (kept.logsumexp(2) - math.log(k)).mean(1)


def elbo(network: CloudNetwork, x: torch.Tensor, draws: int, generator: torch.Generator) -> torch.Tensor:
    """Evidence lower bound: the pixels' log-probability over the cloud, less the cloud's KL in closed form.

    Parameters
    ----------
    network : CloudNetwork
        Not one that is told the digit.
    x : Tensor, shape (n, 784)
        Pixels.
    draws : int
        Draws of each picture, over which the first term is averaged.
    generator : Generator
        Where chance comes from.

    Returns
    -------
    Tensor, shape (n,)
        Nats.

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    if draws < 1:
        raise ValueError("There must be at least one draw.")
    total = torch.zeros(len(x), dtype=torch.float64)
    with torch.inference_mode():
        mean, log_variance = network.cloud(x)
        std = (0.5 * log_variance).exp()
        for _ in range(draws):
            z = mean + std * torch.randn(mean.shape, generator=generator)
            total += log_pixels(network.logits(z), x)
        return total / draws - kl_nats(mean, log_variance).sum(1)
