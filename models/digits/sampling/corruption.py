"""The corruption of the denoising autoencoders: the same one in their fits and inside their chains."""

from __future__ import annotations

import torch

from models.digits.pictures.noise import spoil

CORRUPTION = 0.25
"""Standard deviation of the normal noise on the pixels, before it is clipped to 0..1."""


def corrupt(x: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Spoil images as the denoising autoencoders are used to; (n, 784) both, ink from 0 to 1.

    Creswell, Arulkumaran & Bharath, *Improving sampling from generative autoencoders with Markov chains*,
    2016: a chain's encoder has to see what it was trained on, so the corruption is a part of the chain.
    """
    return spoil(x, "gaussian", CORRUPTION, generator)
