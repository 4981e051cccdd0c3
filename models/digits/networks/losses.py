"""The two sides of the tug-of-war: reconstruction and Kullback-Leibler divergence, in nats per image."""

from __future__ import annotations

import torch
from torch.nn import functional


def reconstruction_nats(logits: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy, summed over the pixels and averaged over the images.

    Parameters
    ----------
    logits : Tensor, shape (n, 784)
        Pixels before the sigmoid.
    x : Tensor, shape (n, 784)
        The images, 0 to 1.
    """
    return functional.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x)


def kl_nats(mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
    """KL divergence of Gaussians from the standard normal, by dimension.

    ``(mean² + variance - 1 - log variance) / 2``; Kingma & Welling, *Auto-Encoding Variational Bayes*, 2013,
    appendix B.

    Parameters
    ----------
    mean, log_variance : Tensor, shape (n, latent)

    Returns
    -------
    Tensor, shape (n, latent)
    """
    return 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)


def draw(mean: torch.Tensor, log_variance: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Draw one code from each cloud, so that the gradient passes (reparameterisation); shape (n, latent)."""
    noise = torch.randn(mean.shape, generator=generator, dtype=mean.dtype)
    return mean + noise * (0.5 * log_variance).exp()
