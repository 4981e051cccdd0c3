"""Convolutional parts: halving 28 to 14 to 7 and back, and the autoencoder made of them."""

from __future__ import annotations

import torch
from torch import nn

from models.digits.networks.network import LogitNetwork


def conv_down(channels: int, hidden: int, out: int) -> nn.Sequential:
    """Two stride-2 convolutions and two linear layers; (n, 784) to (n, out)."""
    return nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, channels, 4, 2, 1), nn.ReLU(),
        nn.Conv2d(channels, 2 * channels, 4, 2, 1), nn.ReLU(),
        nn.Flatten(), nn.Linear(2 * channels * 49, hidden), nn.ReLU(),
        nn.Linear(hidden, out),
    )  # fmt: skip


def conv_up(channels: int, hidden: int, latent: int) -> nn.Sequential:
    """Build the mirror of `conv_down`; (n, latent) to (n, 784), before the sigmoid."""
    return nn.Sequential(
        nn.Linear(latent, hidden), nn.ReLU(),
        nn.Linear(hidden, 2 * channels * 49), nn.ReLU(), nn.Unflatten(1, (2 * channels, 7, 7)),
        nn.ConvTranspose2d(2 * channels, channels, 4, 2, 1), nn.ReLU(),
        nn.ConvTranspose2d(channels, 1, 4, 2, 1), nn.Flatten(),
    )  # fmt: skip


class ConvAutoencoder(LogitNetwork):
    """Stride-2 convolutions down to the code, and their mirror up to the pixels.

    Parameters
    ----------
    channels : int
        Feature maps of the first layer; the second has twice as many.
    hidden : int
        Width of the linear layer between maps and code.
    latent : int
        Numbers in the code.
    """

    def __init__(self, channels: int = 16, hidden: int = 64, latent: int = 16) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = conv_down(channels, hidden, latent)
        self.decoder = conv_up(channels, hidden, latent)

    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images; (n, 784) to (n, latent)."""
        return self.encoder(x)

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        return self.decoder(z)
