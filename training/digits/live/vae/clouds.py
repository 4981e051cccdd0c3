"""Where some training digits lie on the map while a VAE learns, and how far the map has to reach for them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from assets.databases.mnist import DigitSet
from models.contract.messages.lab import Clouds
from models.digits.networks.network import CloudNetwork
from models.digits.space.extent import SHARE
from models.digits.space.latent import SPAN

PER_DIGIT = 30
"""Digits of each kind whose clouds are told of."""

REACHES = (SPAN, 4.0, 5.0, 6.5, 8.0, 10.0, 13.0, 16.0, 20.0, 26.0, 33.0, 42.0, 54.0, 70.0, 90.0, 120.0)
"""How far the map may reach from the origin: in steps, so that it does not tremble with every batch."""

ROOM = 0.8
"""The map shrinks by a step only when the codes need no more than this share of the smaller one."""


class CloudWatch:
    """Follows the clouds of the same few hundred training digits, as many of each kind.

    Parameters
    ----------
    digits : DigitSet
        The training digits, of which the first of each kind are followed.
    """

    def __init__(self, digits: DigitSet) -> None:
        kinds = [np.flatnonzero(digits.labels == digit)[:PER_DIGIT] for digit in range(10)]
        which = np.sort(np.concatenate(kinds))  # kinds mixed, so that none is drawn over all others
        self._x = torch.from_numpy(digits.images[which].reshape(len(which), -1)).float() / 255
        self._labels = digits.labels[which].astype(np.uint8)
        self.reach = SPAN

    def look(self, network: CloudNetwork) -> Clouds:
        """Encode the digits with the network as it is now; `reach` follows where they lie."""
        with torch.inference_mode():
            mean, log_variance = network.cloud(self._x)
            std = (0.5 * log_variance).exp()
        self.reach = reach_for(mean.numpy(), self.reach)
        return Clouds(
            reach=self.reach,
            means=mean.numpy().astype("<f4").tobytes(),
            stds=std.numpy().astype("<f4").tobytes(),
            digits=self._labels.tobytes(),
        )


def reach_for(means: npt.NDArray[np.float32], before: float) -> float:
    """Give how far a map about the origin has to reach for codes of shape (n, 2).

    Parameters
    ----------
    means : ndarray, shape (n, 2)
        The codes, of which it holds 98 %.
    before : float
        How far it reached before; it grows at once and shrinks late.
    """
    needed = float(np.quantile(np.abs(means).max(1), SHARE))
    grown = next((one for one in REACHES if one >= needed), REACHES[-1])
    if grown >= before:
        return grown
    return min(before, next((one for one in REACHES if ROOM * one >= needed), before))
