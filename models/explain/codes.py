"""How wide an autoencoder's code may be: small models that ship for comparison, from too narrow to too wide.

They learnt to redraw normal windows and nothing else, each from so many numbers. The model in use was also
taught to leave out what is strange (`training.data.strange`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import torch

from assets.shipped import weights_file
from models.contract.fits import COMPARED_CODES
from models.explain.figures import Figures
from models.running.autoencoder import Autoencoder
from models.running.weights import AUTOENCODER, TrainedAutoencoder


@dataclass(frozen=True)
class Code:
    """An autoencoder with a code of some size.

    Attributes
    ----------
    network : Autoencoder
        Ready for use.
    figures : Figures or None
        Of its card; None where it has none, or is not known.
    in_use : bool
        Whether it is the one that runs in the monitor.
    """

    network: Autoencoder
    figures: Figures | None
    in_use: bool = False

    @property
    def size(self) -> int:
        """Numbers in the code."""
        return self.network.config.latent


def codes(own: Autoencoder) -> tuple[Code, ...]:
    """Give the models there are to compare, by the size of their codes.

    Parameters
    ----------
    own : Autoencoder
        The one in use; it takes the place of a shipped one of its size.

    Raises
    ------
    assets.errors.WeightsError
        If a shipped file is missing or not as it should be.
    """
    others = [_code(comparison(size)) for size in COMPARED_CODES if size != own.config.latent]
    shipped = AUTOENCODER.shipped()
    figures = Figures.of(shipped.card.metrics) if _same(own, shipped.network) else None
    return tuple(sorted([*others, Code(own, figures, in_use=True)], key=lambda code: code.size))


@cache
def comparison(size: int) -> TrainedAutoencoder:
    """Give the shipped model with a code of this size; read once.

    Raises
    ------
    assets.errors.WeightsError
        If its file is missing or not as it should be.
    """
    return AUTOENCODER.load(weights_file(f"autoencoder-{size}"))


def _code(trained: TrainedAutoencoder) -> Code:
    return Code(trained.network, Figures.of(trained.card.metrics))


def _same(one: Autoencoder, other: Autoencoder) -> bool:
    if one.config != other.config:
        return False
    tensors = other.state_dict()
    return all(torch.equal(tensor, tensors[name]) for name, tensor in one.state_dict().items())
