"""What a lossy autoencoder says of an image: the bounds on its likelihood, in nats."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch.distributions import Normal
from torch.nn import functional

from models.digits.lossy.network import LossyAutoencoder


@dataclass(frozen=True)
class Parts:
    """The two parts of the bound for one code of each image.

    Attributes
    ----------
    reconstruction : Tensor of shape (n,)
        Nats that the pixels cost once the code is known.
    kl : Tensor of shape (n, latent)
        Nats that the code costs, split by its numbers: of one drawn code, an estimate that may be negative.
    """

    reconstruction: torch.Tensor
    kl: torch.Tensor

    @property
    def log_weight(self) -> torch.Tensor:
        """Logarithm of the importance weight, shape (n,): its mean is the ELBO."""
        return -self.reconstruction - self.kl.sum(1)


def parts(network: LossyAutoencoder, x: torch.Tensor, noise: torch.Tensor) -> Parts:
    """Cost of images with one code of each.

    Parameters
    ----------
    network : LossyAutoencoder
        The network.
    x : Tensor of shape (n, 784)
        Pixels, 0 or 1.
    noise : Tensor of shape (n, latent)
        Standard normal; which code of the cloud is taken.
    """
    mean, logvar = network.cloud(x)
    return _parts(network, x, mean, logvar, noise)


def _parts(
    network: LossyAutoencoder, x: torch.Tensor, mean: torch.Tensor, logvar: torch.Tensor, noise: torch.Tensor
) -> Parts:
    std = torch.exp(logvar / 2)
    z = mean + std * noise
    logits = network.logits(x, z)
    with torch.autocast(x.device.type, enabled=False):
        reconstruction = functional.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(1)
        return Parts(
            reconstruction, Normal(0.0, 1.0).log_prob(noise) - logvar / 2 - network.prior.log_prob(z)
        )


def inverse_flow_log_weight(
    network: LossyAutoencoder, x: torch.Tensor, noise: torch.Tensor
) -> torch.Tensor:  # fmt: skip
    """Give the same as `Parts.log_weight` in the other way of seeing it.

    The prior is plain Gaussian noise, the posterior is Gaussian and then sent through the flow (an inverse
    autoregressive posterior), and the decoder begins by undoing the flow, number by number. Chen et al.
    2016, section 3.2: the two bounds are one and the same.
    """
    mean, logvar = network.cloud(x)
    std = torch.exp(logvar / 2)
    code, log_scale = network.prior.to_noise(mean + std * noise)
    posterior = Normal(0.0, 1.0).log_prob(noise) - logvar / 2 - log_scale
    logits = network.logits(x, network.prior.from_noise(code))
    pixels = -functional.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(1)
    return pixels + (Normal(0.0, 1.0).log_prob(code) - posterior).sum(1)


def free_bits(kl: torch.Tensor, groups: int, nats: float) -> torch.Tensor:
    """Cost of the code with so many nats a group for free.

    Kingma et al. 2016, *Improved Variational Inference with Inverse Autoregressive Flow*: a group's cost, as
    the mean of the batch, counts only where it is above the free ones; so the code is not given up early.

    Parameters
    ----------
    kl : Tensor of shape (n, latent)
        `Parts.kl`.
    groups : int
        Equal groups of neighbouring numbers.
    nats : float
        Free nats a group.
    """
    return kl.mean(0).view(groups, -1).sum(1).clamp(min=nats).sum()


@dataclass(frozen=True)
class Bounds:
    """Bounds of images, means over the images in nats.

    Attributes
    ----------
    elbo : float
        Negative evidence lower bound: `reconstruction` and `kl` together.
    iwae : float
        Negative importance-weighted bound (Burda et al. 2016), never above `elbo` but by chance.
    reconstruction, kl : float
        Nats in the pixels once the code is known; nats in the code.
    """

    elbo: float
    iwae: float
    reconstruction: float
    kl: float


@torch.no_grad()
def costs(
    network: LossyAutoencoder,
    x: torch.Tensor,
    generator: torch.Generator,
    *,
    samples: int,
    batch: int = 128,
) -> torch.Tensor:
    """Cost of images with several codes of each.

    Parameters
    ----------
    network : LossyAutoencoder
        The network.
    x : Tensor of shape (n, 784)
        Pixels, 0 or 1.
    generator : Generator
        For the codes.
    samples : int
        Codes an image.
    batch : int
        Images at once.

    Returns
    -------
    Tensor of shape (2, samples, n)
        Nats in the pixels once the code is known, and in the code.
    """
    found = []
    for some in x.split(batch):
        mean, logvar = network.cloud(some)
        drawn = [
            _parts(network, some, mean, logvar, torch.randn(mean.shape, generator=generator))
            for _ in range(samples)
        ]
        found.append(torch.stack([torch.stack([p.reconstruction, p.kl.sum(1)]) for p in drawn], 1))
    return torch.cat(found, 2)


def bounds_of(found: torch.Tensor) -> Bounds:
    """Give the bounds from costs, of shape (2, samples, n) as `costs` gives them."""
    pixels, code = found.double()
    weights = -pixels - code
    iwae = torch.logsumexp(weights, 0) - math.log(len(weights))
    return Bounds(*(float(v.mean()) for v in (-weights, -iwae, pixels, code)))


def bounds(
    network: LossyAutoencoder,
    x: torch.Tensor,
    generator: torch.Generator,
    *,
    samples: int = 64,
    batch: int = 128,
) -> Bounds:
    """Measure the bounds of images; parameters as for `costs`."""
    return bounds_of(costs(network, x, generator, samples=samples, batch=batch))
