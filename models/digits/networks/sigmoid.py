"""Autoencoders whose code is a layer of sigmoids: the sparse and the contractive one."""

from __future__ import annotations

import torch
from torch import nn

from models.digits.networks.network import PIXELS, LogitNetwork


class SigmoidAutoencoder(LogitNetwork):
    """One layer to a code between 0 and 1, and one back.

    Parameters
    ----------
    latent : int
        Numbers in the code.
    """

    def __init__(self, latent: int = 128) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = nn.Linear(PIXELS, latent)
        self.decoder = nn.Linear(latent, PIXELS)

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images, 0 to 1; (n, 784) to (n, latent)."""
        return torch.sigmoid(self.encoder(x))

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        return self.decoder(z)


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
