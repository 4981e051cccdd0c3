"""A deep autoencoder trained one layer at a time, and then as a whole."""

from __future__ import annotations

import itertools

import torch
from torch import nn

from models.digits.networks.network import PIXELS, LogitNetwork

_ACTIVATIONS: dict[str, type[nn.Module]] = {"sigmoid": nn.Sigmoid, "relu": nn.ReLU}


class StackedAutoencoder(LogitNetwork):
    """Layers that can be composed, or trained by themselves as shallow autoencoders.

    Hinton & Salakhutdinov, *Reducing the dimensionality of data with neural networks*, 2006; Bengio et al.,
    *Greedy layer-wise training of deep networks*, 2007.

    Parameters
    ----------
    sizes : sequence of int
        Widths from the first hidden layer to the code.
    activation : {"sigmoid", "relu"}
        Of every hidden layer and of the code.
    """

    def __init__(self, sizes: tuple[int, ...] = (256, 128, 64, 32), activation: str = "sigmoid") -> None:
        super().__init__()
        widths = (PIXELS, *sizes)
        self.latent = widths[-1]
        self.down = nn.ModuleList(nn.Linear(a, b) for a, b in itertools.pairwise(widths))
        self.up = nn.ModuleList(nn.Linear(b, a) for a, b in itertools.pairwise(widths))
        self.activation = _ACTIVATIONS[activation]()

    @property
    def depth(self) -> int:
        """Number of layers each way."""
        return len(self.down)

    def encode_layer(self, layer: int, h: torch.Tensor) -> torch.Tensor:
        """Send activations of one layer's width to the next; `layer` counts from 0 at the pixels."""
        return self.activation(self.down[layer](h))

    def decode_layer(self, layer: int, h: torch.Tensor) -> torch.Tensor:
        """Send activations back through one layer; for layer 0 these are logits of pixels."""
        raw = self.up[layer](h)
        return raw if layer == 0 else self.activation(raw)

    def encode(self, x: torch.Tensor, depth: int | None = None) -> torch.Tensor:
        """Give the code of images after `depth` layers (all, where not given); (n, 784) to (n, width)."""
        for layer in range(self.depth if depth is None else depth):
            x = self.encode_layer(layer, x)
        return x

    def logits(self, z: torch.Tensor) -> torch.Tensor:
        """Pixels before the sigmoid; (n, latent) to (n, 784)."""
        for layer in reversed(range(self.depth)):
            z = self.decode_layer(layer, z)
        return z
