"""Variational autoencoders: the course's, a convolutional one, and one that is told the digit."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from models.digits.networks.conv import conv_down, conv_up
from models.digits.networks.network import PIXELS, CloudNetwork

CLASSES = 10


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


class Vae(CloudNetwork):
    """The course's: 784, 400 with ReLU, two numbers and their spread, and back.

    Kingma & Welling, *Auto-Encoding Variational Bayes*, 2013.

    Parameters
    ----------
    hidden : int
        Width of the layer on either side.
    latent : int
        Numbers in the code.
    """

    def __init__(self, hidden: int = 400, latent: int = 2) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = nn.Linear(PIXELS, hidden)
        self.mean = nn.Linear(hidden, latent)
        self.log_variance = nn.Linear(hidden, latent)
        self.decoder = nn.Sequential(nn.Linear(latent, hidden), nn.ReLU(), nn.Linear(hidden, PIXELS))

    def cloud(self, x: torch.Tensor, labels: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and log-variance of the images' clouds, each (n, latent)."""
        h = torch.relu(self.encoder(x))
        return self.mean(h), self.log_variance(h)

    def logits(self, z: torch.Tensor, labels: torch.Tensor | None = None) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        return self.decoder(z)


class ConvVae(CloudNetwork):
    """A variational autoencoder of stride-2 convolutions and their mirror.

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
        self.encoder = conv_down(channels, hidden, 2 * latent)
        self.decoder = conv_up(channels, hidden, latent)

    def cloud(self, x: torch.Tensor, labels: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and log-variance of the images' clouds, each (n, latent)."""
        mean, log_variance = self.encoder(x).chunk(2, 1)
        return mean, log_variance

    def logits(self, z: torch.Tensor, labels: torch.Tensor | None = None) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        return self.decoder(z)


class ConditionalVae(CloudNetwork):
    """A variational autoencoder that is told the digit: the code is left with the style.

    Sohn, Lee & Yan, *Learning structured output representation using deep conditional generative models*,
    2015.

    Parameters
    ----------
    hidden : int
        Width of the layer on either side.
    latent : int
        Numbers in the code.
    """

    labelled = True

    def __init__(self, hidden: int = 256, latent: int = 2) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = nn.Linear(PIXELS + CLASSES, hidden)
        self.mean = nn.Linear(hidden, latent)
        self.log_variance = nn.Linear(hidden, latent)
        self.decoder = nn.Sequential(
            nn.Linear(latent + CLASSES, hidden), nn.ReLU(),
            nn.Linear(hidden, hidden), nn.ReLU(),
            nn.Linear(hidden, PIXELS),
        )  # fmt: skip

    def cloud(self, x: torch.Tensor, labels: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and log-variance of the images' clouds, each (n, latent).

        Where no labels are given, the likeliest ones are taken (`likeliest`).
        """
        if labels is None:
            labels = self.likeliest(x)
        h = torch.relu(self.encoder(torch.cat([x, _one_hot(labels)], 1)))
        return self.mean(h), self.log_variance(h)

    def logits(self, z: torch.Tensor, labels: torch.Tensor | None = None) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784).

        Raises
        ------
        ValueError
            If no labels are given: this decoder cannot draw without being told what.
        """
        if labels is None:
            raise ValueError("labels must be given: a conditional model is told which digit to draw.")
        return self.decoder(torch.cat([z, _one_hot(labels)], 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Rebuild images under their likeliest labels; shape (n, 784)."""
        labels = self.likeliest(x)
        return self.decode(self.encode(x, labels), labels)

    def likeliest(self, x: torch.Tensor) -> torch.Tensor:
        """Give the label under which each image has the smallest loss; (n, 784) to (n,) of int64."""
        losses = []
        with torch.no_grad():
            for digit in range(CLASSES):
                labels = torch.full((len(x),), digit)
                mean, log_variance = self.cloud(x, labels)
                nats = functional.binary_cross_entropy_with_logits(
                    self.logits(mean, labels), x, reduction="none"
                )
                losses.append(nats.sum(1) + kl_nats(mean, log_variance).sum(1))
        return torch.stack(losses).argmin(0)


def _one_hot(labels: torch.Tensor) -> torch.Tensor:
    return functional.one_hot(labels.long(), CLASSES).float()
