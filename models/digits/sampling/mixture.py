"""A Gaussian mixture over codes: where the codes of real digits lie, in a few hundred numbers."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.distributions import Categorical, MixtureSameFamily, MultivariateNormal


@dataclass(frozen=True, eq=False)
class GaussianMixture:
    """Heaps of codes, each with a share, a middle and a shape.

    Attributes
    ----------
    weights : Tensor, shape (k,)
        Shares; they sum to 1.
    means : Tensor, shape (k, latent)
        Middles.
    factors : Tensor, shape (k, latent, latent)
        Lower triangular, with a positive diagonal: each heap's covariance is ``L Lᵀ``.

    Raises
    ------
    ValueError
        If shapes do not match, a number is not finite, or shares or diagonals are not positive.
    """

    weights: torch.Tensor
    means: torch.Tensor
    factors: torch.Tensor

    def __post_init__(self) -> None:
        k, latent = self.means.shape
        if self.weights.shape != (k,) or self.factors.shape != (k, latent, latent):
            raise ValueError("the mixture's weights, means and factors do not match.")
        if not all(bool(torch.isfinite(v).all()) for v in (self.weights, self.means, self.factors)):
            raise ValueError("the mixture's numbers must be finite.")
        diagonals = self.factors.diagonal(dim1=1, dim2=2)
        if not (bool((self.weights > 0).all()) and bool((diagonals > 0).all())):
            raise ValueError("the mixture's weights and diagonals must be positive.")

    def sample(self, n: int, generator: torch.Generator) -> torch.Tensor:
        """Draw codes; shape (n, latent)."""
        which = torch.multinomial(self.weights, n, replacement=True, generator=generator)
        noise = torch.randn(n, self.means.shape[1], generator=generator, dtype=self.means.dtype)
        return self.means[which] + (self.factors[which] @ noise[:, :, None]).squeeze(2)

    def log_density(self, z: torch.Tensor) -> torch.Tensor:
        """Logarithm of the density at codes, nats; (n, latent) to (n,)."""
        heaps = MultivariateNormal(self.means, scale_tril=self.factors)
        density: torch.Tensor = MixtureSameFamily(Categorical(self.weights), heaps).log_prob(z)
        return density
