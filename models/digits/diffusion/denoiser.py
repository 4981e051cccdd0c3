"""The network that looks at a noisy code and says what noise is in it."""

from __future__ import annotations

import math

import torch
from torch import nn

from models.digits.diffusion.schedule import TRAINING_STEPS

ANY_DIGIT = 10
"""The label of a code of which it is not said which digit it is."""


def time_features(t: torch.Tensor, size: int) -> torch.Tensor:
    """Say a step in sines and cosines of frequencies from slow to fast; (n,) to (n, size).

    Vaswani et al., *Attention is all you need*, 2017, section 3.5.
    """
    half = size // 2
    rates = torch.exp(-math.log(10_000) * torch.arange(half) / half)
    angles = t.float()[:, None] * (1000 / TRAINING_STEPS) * rates
    return torch.cat([angles.sin(), angles.cos()], 1)


class LatentDenoiser(nn.Module):
    """Residual blocks of linear layers that are told the step and, where it is known, the digit.

    It works on standardised codes, and keeps the mean and the spread of the digits' codes with its weights.

    Parameters
    ----------
    latent : int
        Numbers in the code.
    hidden : int
        Width of the blocks.
    blocks : int
        How many there are.

    Attributes
    ----------
    centre, spread : Tensor, shape (latent,)
        Mean and standard deviation of the codes it was fitted on.
    """

    centre: torch.Tensor
    spread: torch.Tensor

    def __init__(self, latent: int, hidden: int = 256, blocks: int = 3) -> None:
        super().__init__()
        self.latent = latent
        self.features = hidden // 2
        self.step = nn.Sequential(nn.Linear(self.features, hidden), nn.SiLU(), nn.Linear(hidden, hidden))
        self.digit = nn.Embedding(ANY_DIGIT + 1, hidden)
        self.first = nn.Linear(latent, hidden)
        self.blocks = nn.ModuleList(_Block(hidden) for _ in range(blocks))
        self.last = nn.Linear(hidden, latent)
        self.register_buffer("centre", torch.zeros(latent))
        self.register_buffer("spread", torch.ones(latent))

    def forward(self, x: torch.Tensor, t: torch.Tensor, digit: torch.Tensor) -> torch.Tensor:
        """Give the noise in noisy codes.

        Parameters
        ----------
        x : Tensor, shape (n, latent)
            Noisy standardised codes.
        t : Tensor of int64, shape (n,)
            Steps of noise they have been through.
        digit : Tensor of int64, shape (n,)
            What they show, `ANY_DIGIT` where that is not said.

        Returns
        -------
        Tensor, shape (n, latent)
        """
        told = self.step(time_features(t, self.features)) + self.digit(digit)
        h = self.first(x)
        for block in self.blocks:
            h = block(h, told)
        return self.last(torch.nn.functional.silu(h))


class _Block(nn.Module):
    """What is added to the hidden values, given the step and the digit."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.told = nn.Linear(hidden, hidden)
        self.inner = nn.Linear(hidden, hidden)
        self.outer = nn.Linear(hidden, hidden)

    def forward(self, h: torch.Tensor, told: torch.Tensor) -> torch.Tensor:
        """Shape (n, hidden)."""
        inner = self.inner(torch.nn.functional.silu(self.norm(h) + self.told(told)))
        return h + self.outer(torch.nn.functional.silu(inner))
