"""Autoencoders of linear layers: undercomplete, linear, sparse and denoising ones share this network."""

from __future__ import annotations

import torch
from torch import nn

from models.digits.networks.network import PIXELS, DigitNetwork, LogitNetwork, mlp


class DenseAutoencoder(LogitNetwork):
    """Linear layers with ReLU down to the code, and their mirror up to the pixels.

    Parameters
    ----------
    sizes : sequence of int
        Widths from the first hidden layer to the code.
    """

    def __init__(self, sizes: tuple[int, ...] = (128, 64, 32)) -> None:
        super().__init__()
        widths = (PIXELS, *sizes)
        self.latent = widths[-1]
        self.encoder = mlp(widths)
        self.decoder = mlp(widths[::-1])

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images; (n, 784) to (n, latent)."""
        return self.encoder(x)

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        return self.decoder(z)


class LinearAutoencoder(DigitNetwork):
    """One linear layer each way, no activation: it can learn nothing that PCA does not know.

    Its pixels are not bounded. Baldi & Hornik, *Neural networks and principal component analysis*, 1989.

    Parameters
    ----------
    latent : int
        Numbers in the code.
    """

    def __init__(self, latent: int = 32) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = nn.Linear(PIXELS, latent)
        self.decoder = nn.Linear(latent, PIXELS)

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images; (n, 784) to (n, latent)."""
        return self.encoder(x)

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Give the image of codes, not bounded to 0..1; (n, latent) to (n, 784)."""
        return self.decoder(z)
