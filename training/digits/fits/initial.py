"""The first weights of a digit network."""

from __future__ import annotations

import math

import torch
from torch import nn


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
