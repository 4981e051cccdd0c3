"""The variational autoencoder of heartbeats: 79 rows of a beat stand in the place of a digit's 784 pixels."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

from models.heartbeats.shape import ROWS

LIMIT = 8.0
"""The network sees a shape clipped to this; a spike of an artefact is higher."""


@dataclass(frozen=True)
class HeartbeatConfig:
    """Sizes of the network.

    Attributes
    ----------
    hidden : int
        Units of each hidden layer.
    latent : int
        Numbers in the code.
    noise : float
        Standard deviation of what the decoder leaves out, in the beat's own size: a fixed one, so that a mean
        squared error is what is learnt by.
    """

    hidden: int = 128
    latent: int = 2
    noise: float = 0.3

    def __post_init__(self) -> None:
        if not (1 <= self.hidden <= 1024 and 1 <= self.latent <= 64):
            raise ValueError("hidden must be at most 1024 and latent at most 64.")
        if not 0.01 <= self.noise <= 10:
            raise ValueError("noise must lie between 0.01 and 10.")


class HeartbeatVae(nn.Module):
    """A beat's code is a Gaussian cloud; a code is drawn as a beat.

    Kingma & Welling, *Auto-Encoding Variational Bayes*, 2013, with a Gaussian in the place of pixels'
    probabilities.

    Parameters
    ----------
    config : HeartbeatConfig, optional
        Sizes.
    """

    def __init__(self, config: HeartbeatConfig | None = None) -> None:
        super().__init__()
        self.config = config or HeartbeatConfig()
        hidden, latent = self.config.hidden, self.config.latent
        self.encoder = nn.Sequential(
            nn.Linear(ROWS, hidden), nn.GELU(),
            nn.Linear(hidden, hidden), nn.GELU(),
            nn.Linear(hidden, 2 * latent),
        )  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Linear(latent, hidden), nn.GELU(),
            nn.Linear(hidden, hidden), nn.GELU(),
            nn.Linear(hidden, ROWS),
        )  # fmt: skip

    def cloud(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and log-variance of beats' clouds, each (n, latent), of shapes (n, ROWS)."""
        mean, log_variance = self.encoder(x.clamp(-LIMIT, LIMIT)).chunk(2, dim=1)
        return mean, log_variance

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Shapes (n, ROWS) of codes (n, latent)."""
        return self.decoder(z)

    def nats(self, x: torch.Tensor, beta: float = 1.0) -> torch.Tensor:
        """Negative evidence lower bound of each beat, less its constant, by one sample of its cloud.

        Parameters
        ----------
        x : Tensor, shape (n, ROWS)
        beta : float
            Weight of the clouds' KL divergence from the standard normal.

        Returns
        -------
        Tensor, shape (n,)
        """
        mean, log_variance = self.cloud(x)
        z = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        error = (x.clamp(-LIMIT, LIMIT) - self.decode(z)).square().sum(dim=1)
        kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum(dim=1)
        return error / (2 * self.config.noise**2) + beta * kl
