"""Convolutions that see only the pixels already drawn, and the decoder made of them.

Oord, Kalchbrenner, Kavukcuoglu 2016, *Pixel Recurrent Neural Networks*: pixels are drawn in reading order,
row by row, and each one's chance of ink is computed from those before it.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

SIDE = 28
"""Rows and columns of an image."""


class MaskedConv(nn.Conv2d):
    """A convolution of the pixels before each one in reading order.

    Parameters
    ----------
    before, after : int
        Feature maps in and out.
    size : int
        Rows and columns of its window; 3, or 1 for the pixel alone.
    own : bool
        Whether the pixel itself counts (mask B of the paper) or not (mask A, for the first layer, whose
        input is what is to be drawn).
    """

    mask: torch.Tensor

    def __init__(self, before: int, after: int, size: int = 3, *, own: bool) -> None:
        super().__init__(before, after, size, padding=size // 2)
        mask = torch.zeros(size, size)
        mask.view(-1)[: size * size // 2 + own] = 1
        self.register_buffer("mask", mask, persistent=False)

    def forward(self, input: torch.Tensor) -> torch.Tensor:  # noqa: A002 - torch's own name
        """Convolve; (n, before, h, w) to (n, after, h, w)."""
        return functional.conv2d(input, self.weight * self.mask, self.bias, padding=self.padding)


def window(reach: int) -> list[tuple[int, int]]:
    """Which pixels a decoder of this reach sees: steps (down, right) from the pixel that is drawn.

    Each masked layer of 3 x 3 reaches one row further up and one column further left; to the right it reaches
    only as many columns as rows up, since nothing right of a pixel in its own row is drawn yet.

    Parameters
    ----------
    reach : int
        Masked layers of 3 x 3.

    Returns
    -------
    list of (int, int)
        In reading order; empty where `reach` is 0.
    """
    return [
        (-up, right)
        for up in range(reach, -1, -1)
        for right in range(-reach, (up if up else -1) + 1)
    ]  # fmt: skip


class PixelDecoder(nn.Module):
    """Chance of ink of each pixel, given those before it within reach and what the code says there.

    Always `layers` masked layers, so that decoders of different reach are alike but for what they see: the
    first `reach` are 3 x 3, the rest see the pixel's own features alone. With a reach of 0 no pixel is seen
    at all: an ordinary decoder, whose pixels are independent once the code is known.

    Parameters
    ----------
    reach : int
        Rows that are seen above the pixel, 0 to `layers`.
    channels : int
        Feature maps of each layer.
    layers : int
        Masked layers, the first one included.
    """

    def __init__(self, reach: int, channels: int, layers: int = 6) -> None:
        super().__init__()
        if not 0 <= reach <= layers:
            raise ValueError(f"reach must be from 0 to {layers}, the number of layers, not {reach}.")
        self.reach = reach
        self.channels = channels
        self.first = MaskedConv(1, channels, own=False) if reach else None
        self.layers = nn.ModuleList(
            MaskedConv(channels, channels, 3 if i < reach else 1, own=True) for i in range(1, layers)
        )
        self.head = nn.Conv2d(channels, channels, 1)
        self.out = nn.Conv2d(channels, 1, 1)

    def forward(self, x: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        """Give each pixel's logit.

        Parameters
        ----------
        x : Tensor of shape (n, 1, 28, 28)
            Pixels, 0 or 1.
        features : Tensor of shape (n, channels, 28, 28)
            What the code says of each place.

        Returns
        -------
        Tensor of shape (n, 1, 28, 28)
        """
        h = features if self.first is None else features + self.first(x - 0.5)
        for layer in self.layers:
            h = h + layer(functional.relu(h))
        return self.out(functional.relu(self.head(functional.relu(h))))
