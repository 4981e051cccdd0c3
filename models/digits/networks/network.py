"""What all digit networks have in common: pixels in, code, pixels out."""

from __future__ import annotations

import itertools
import math
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


def initialise(network: nn.Module, seed: int, *, even: bool = False) -> None:
    """Draw all weights anew from their own generator.

    As torch would, uniform within 1/sqrt(fan-in); or `even`: with a variance of 1/fan-in and no bias, so that
    a signal keeps its strength through many layers (LeCun et al., *Efficient BackProp*, 1998).

    The process's own random numbers are left alone, so that a network may be made in any thread.

    Parameters
    ----------
    network : Module
        Changed in place; linear and convolutional layers.
    seed : int
        The same seed gives the same weights.
    even : bool
        Which of the two.
    """
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.Linear | nn.Conv2d | nn.ConvTranspose2d):
                bound = math.sqrt(3 / _fan_in(module)) if even else 1 / math.sqrt(module.weight[0].numel())
                module.weight.uniform_(-bound, bound, generator=generator)
                if module.bias is not None:
                    module.bias.uniform_(-bound, bound, generator=generator)
                    if even:
                        module.bias.zero_()


def _fan_in(module: nn.Linear | nn.Conv2d | nn.ConvTranspose2d) -> float:
    """How many inputs reach an output."""
    if isinstance(module, nn.ConvTranspose2d):
        return module.weight[:, 0].numel() / math.prod(module.stride)
    return module.weight[0].numel()
