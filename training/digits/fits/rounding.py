"""Rounding a fitted network to what its file holds, so that its figures are those of the shipped weights."""

from __future__ import annotations

import torch
from torch import nn

from models.digits.store import EightBits


def rounded(network: nn.Module) -> None:
    """Round the weights of a network to what is stored, in place; once more changes nothing.

    It evaluates from then on, without gradients.
    """
    with torch.no_grad():
        for value in network.state_dict().values():
            value.copy_(value.half().float())  # as each scale and each vector is stored
        stored = EightBits()
        stored.fill(network, stored.stored(network))
