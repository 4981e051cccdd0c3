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
