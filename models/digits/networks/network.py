"""What all digit networks have in common: pixels in, code, pixels out."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod

import torch
from torch import nn

PIXELS = 784
"""Pixels of an image, 28 x 28, row by row."""


class DigitNetwork(nn.Module, ABC):
    """A network with a code in its middle.

    Attributes
    ----------
    latent : int
        Numbers in the code.
    """

    latent: int

    @abstractmethod
    def encode(self, x: torch.Tensor) -> torch.Tensor:
        """Give the code of images; (n, 784) to (n, latent)."""

    @abstractmethod
    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Give the image of codes; (n, latent) to (n, 784)."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Rebuild images; shape (n, 784)."""
        return self.decode(self.encode(x))


class LogitNetwork(DigitNetwork):
    """A network whose last layer is a sigmoid, so that each pixel is a probability of ink."""

    @abstractmethod
    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""

    def decode(self, z: torch.Tensor) -> torch.Tensor:
        """Give the image of codes, 0 to 1; (n, latent) to (n, 784)."""
        return torch.sigmoid(self.logits(z))


class CloudNetwork(LogitNetwork):
    """A variational autoencoder: an image's code is a Gaussian cloud, not a point.

    `labels` is for those networks that are told the digit (`labelled`); the others ignore it.
    """

    labelled = False

    @abstractmethod
    def cloud(self, x: torch.Tensor, labels: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean and log-variance of the images' clouds, each (n, latent); `labels` is (n,) of int64."""

    @abstractmethod
    def logits(self, z: torch.Tensor, labels: torch.Tensor | None = None) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""

    def encode(self, x: torch.Tensor, labels: torch.Tensor | None = None) -> torch.Tensor:
        """Centres of the images' clouds; (n, 784) to (n, latent)."""
        return self.cloud(x, labels)[0]

    def decode(self, z: torch.Tensor, labels: torch.Tensor | None = None) -> torch.Tensor:
        """Give the image of codes, 0 to 1; (n, latent) to (n, 784)."""
        return torch.sigmoid(self.logits(z, labels))


def mlp(sizes: tuple[int, ...], activation: type[nn.Module] = nn.ReLU) -> nn.Sequential:
    """Chain linear layers of these sizes, with `activation` between them but not at the end."""
    layers: list[nn.Module] = []
    for i, (before, after) in enumerate(itertools.pairwise(sizes)):
        if i:
            layers.append(activation())
        layers.append(nn.Linear(before, after))
    return nn.Sequential(*layers)
