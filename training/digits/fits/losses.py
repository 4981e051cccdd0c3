"""What the fits minimise besides the Kullback-Leibler divergence: one function a formula."""

from __future__ import annotations

import torch
from torch.nn import functional

from models.digits.networks.adversarial import AdversarialAutoencoder
from models.digits.networks.sigmoid import SigmoidAutoencoder


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


def draw(mean: torch.Tensor, log_variance: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Draw one code from each cloud, so that the gradient passes (reparameterisation); shape (n, latent)."""
    noise = torch.randn(mean.shape, generator=generator, dtype=mean.dtype)
    return mean + noise * (0.5 * log_variance).exp()


def sparsity(code: torch.Tensor, rho: float) -> torch.Tensor:
    """KL divergence of the units' mean activations from `rho`, summed over the units, nats.

    Each unit is taken as a coin that is on with its mean activation over the batch; Ng, *Sparse autoencoder*,
    CS294A lecture notes, 2011.

    Parameters
    ----------
    code : Tensor, shape (n, latent)
        Activations, 0 to 1.
    rho : float
        Wanted mean activation.
    """
    active = code.mean(0).clamp(1e-6, 1 - 1e-6)
    return (rho * (rho / active).log() + (1 - rho) * ((1 - rho) / (1 - active)).log()).sum()


def jacobian_norm2(network: SigmoidAutoencoder, code: torch.Tensor) -> torch.Tensor:
    """Squared Frobenius norm of the code's Jacobian at each image.

    For one layer of sigmoids it is ``sum_j (h_j (1 - h_j))² sum_i W_ji²``; Rifai et al., *Contractive
    auto-encoders*, ICML 2011, equation 7.

    Parameters
    ----------
    network : SigmoidAutoencoder
        Whose encoder.
    code : Tensor, shape (n, latent)
        The images' codes.

    Returns
    -------
    Tensor, shape (n,)
    """
    slope2 = (code * (1 - code)).square()
    return slope2 @ network.encoder.weight.square().sum(1)


def suspicion(network: AdversarialAutoencoder, z: torch.Tensor) -> torch.Tensor:
    """Log-odds, by the discriminator, that codes come from the Gaussian; (n, latent) to (n,)."""
    odds: torch.Tensor = network.discriminator(z).squeeze(1)
    return odds
