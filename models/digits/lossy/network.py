"""The variational lossy autoencoder of binary digits.

Chen et al. 2016, *Variational Lossy Autoencoder*: the decoder draws each pixel from the code and the few
pixels before it (`reach`). What those few tell, the code need not; what they cannot tell, the code must.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from models.digits.lossy.flow import FlowPrior
from models.digits.lossy.masked import SIDE, PixelDecoder


class Residual(nn.Module):
    """Two 3 x 3 convolutions added to their input."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.one = nn.Conv2d(channels, channels, 3, padding=1)
        self.two = nn.Conv2d(channels, channels, 3, padding=1)
        with torch.no_grad():
            self.two.weight.mul_(0.1)

    def forward(self, h: torch.Tensor) -> torch.Tensor:
        """Give the same shape."""
        return h + self.two(functional.relu(self.one(functional.relu(h))))


class LossyAutoencoder(nn.Module):
    """Encoder to a cloud, a flow as prior, and a decoder that draws pixel by pixel.

    Parameters
    ----------
    reach : int
        Rows that the decoder sees above the pixel it draws (`PixelDecoder`).
    latent : int
        Numbers in the code.
    width : int
        Feature maps of encoder and decoder at half resolution; twice as many at a quarter.
    channels : int
        Feature maps of the pixel decoder.
    hidden : int
        Width of the linear layers.
    flow : int
        Blocks of the prior.
    """

    def __init__(
        self,
        reach: int = 6,
        latent: int = 32,
        width: int = 32,
        channels: int = 32,
        hidden: int = 256,
        flow: int = 3,
    ) -> None:
        super().__init__()
        self.reach, self.latent = reach, latent
        self.encoder = nn.Sequential(
            nn.Conv2d(1, width, 4, 2, 1), Residual(width), nn.ReLU(),
            nn.Conv2d(width, 2 * width, 4, 2, 1), Residual(2 * width), nn.ReLU(),
            nn.Conv2d(2 * width, 32, 1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 49, hidden), nn.ReLU(), nn.Linear(hidden, 2 * latent),
        )  # fmt: skip
        self.prior = FlowPrior(latent, hidden, flow)
        self.spread = nn.Sequential(
            nn.Linear(latent, hidden), nn.ReLU(), nn.Linear(hidden, 32 * 49), nn.ReLU(),
            nn.Unflatten(1, (32, 7, 7)), nn.Conv2d(32, 2 * width, 1), Residual(2 * width), nn.ReLU(),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1), Residual(width), nn.ReLU(),
            nn.ConvTranspose2d(width, channels, 4, 2, 1),
        )  # fmt: skip
        self.pixels = PixelDecoder(reach, channels)

    def cloud(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and log-variance of the images' clouds, each (n, latent); `x` is (n, 784) of 0 and 1."""
        mean, logvar = self.encoder(x.view(-1, 1, SIDE, SIDE) - 0.5).float().chunk(2, 1)
        return mean, logvar.clamp(-12, 6)

    def features(self, z: torch.Tensor) -> torch.Tensor:
        """What codes say of each place; (n, latent) to (n, channels, 28, 28)."""
        return self.spread(z)

    def logits(self, x: torch.Tensor, z: torch.Tensor) -> torch.Tensor:
        """Each pixel's logit given those before it and the code; (n, 784) and (n, latent) to (n, 784)."""
        return self.pixels(x.view(-1, 1, SIDE, SIDE), self.features(z)).flatten(1).float()
