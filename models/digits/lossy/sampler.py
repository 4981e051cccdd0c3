"""Draw images pixel by pixel, each pixel computed once.

The naive way runs the whole decoder anew for each of the 784 pixels. Here every layer keeps its row above and
what it gave leftwards (Paine et al. 2016, *Fast Wavenet Generation Algorithm*, in two dimensions): a pixel
then costs a few small matrix products, and what was computed for a row serves the whole row below.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from models.digits.lossy.masked import SIDE, MaskedConv, PixelDecoder

Array = npt.NDArray[np.float32]


class Drawing:
    """Images being drawn from what their codes say of each place.

    Parameters
    ----------
    decoder : PixelDecoder
        Fitted.
    features : Tensor of shape (n, channels, 28, 28)
        What the codes say of each place.
    chances : ndarray of shape (n, 784)
        Between 0 and 1: a pixel becomes ink where its probability is above. Uniform noise draws a sample.

    Attributes
    ----------
    images : ndarray of float32, shape (n, 28, 28)
        What is drawn so far, 0 or 1; 0 where nothing is yet.
    probability : ndarray of float32, shape (n, 28, 28)
        Chance of ink that each pixel had when it was drawn.
    drawn : int
        Pixels drawn so far, in reading order.
    """

    def __init__(self, decoder: PixelDecoder, features: torch.Tensor, chances: npt.ArrayLike) -> None:
        n = len(features)
        given = np.asarray(chances, dtype=np.float64)
        if given.shape != (n, SIDE * SIDE) or not ((given > 0) & (given < 1)).all():
            raise ValueError(
                f"chances must lie between 0 and 1 and be of shape ({n}, 784), not {given.shape}."
            )
        self.images: Array = np.zeros((n, SIDE, SIDE), np.float32)
        self.probability: Array = np.zeros((n, SIDE, SIDE), np.float32)
        self.drawn = 0
        with torch.no_grad():
            self._layers = _Layers(decoder)
            self._features = np.ascontiguousarray(features.float().permute(2, 3, 0, 1).numpy())
        self._least = np.log(given / (1 - given)).astype(np.float32).T.reshape(SIDE, SIDE, n)
        seen, channels = self._layers.seen, decoder.channels
        # One row of what each layer is given, with an empty column on either side.
        self._given = np.zeros((seen, SIDE + 2, n, channels), np.float32)
        self._ink = np.zeros((SIDE + 2, n, 1), np.float32)
        self._from = np.zeros((seen + 1, SIDE + 1, n, channels), np.float32)

    def advance(self, pixels: int = SIDE * SIDE) -> bool:
        """Draw the next pixels; gives whether some are left."""
        for _ in range(min(pixels, SIDE * SIDE - self.drawn)):
            self._pixel()
        return self.drawn < SIDE * SIDE

    def _pixel(self) -> None:
        layers, (row, column) = self._layers, divmod(self.drawn, SIDE)
        if column == 0:
            self._next_row()
        come = self._from[:, column]
        h = self._features[row, column] + come[0]
        for i, own in enumerate(layers.own):
            given = np.maximum(h, 0)
            if i < layers.seen:
                self._given[i, column + 1] = given
                h = h + come[i + 1]
            h = h + given @ own + layers.bias[i]
        head = np.maximum(np.maximum(h, 0) @ layers.head + layers.head_bias, 0)
        logit = (head @ layers.out + layers.out_bias)[:, 0]
        ink = logit > self._least[row, column]
        self.images[:, row, column] = ink
        self.probability[:, row, column] = 1 / (1 + np.exp(-logit))
        self._ink[column + 1, :, 0] = ink - 0.5
        self.drawn += 1
        if layers.first is not None:
            self._from[0, column + 1] += self._ink[column + 1] * layers.first[3]
            if layers.seen:
                self._from[1:, column + 1] += self._given[:, column + 1] @ layers.left

    def _next_row(self) -> None:
        """Work out, for all columns at once, what comes from the row just drawn."""
        layers = self._layers
        self._from[:] = 0
        if layers.first is None:
            return
        self._from[0, :SIDE] = layers.first_bias
        if not self.drawn:
            return
        for i in range(3):
            self._from[0, :SIDE] += self._ink[i : i + SIDE] * layers.first[i]
            if layers.seen:
                rows = self._given[:, i : i + SIDE].reshape(layers.seen, -1, self._given.shape[-1])
                self._from[1:, :SIDE] += (rows @ layers.above[i]).reshape(self._from[1:, :SIDE].shape)


class _Layers:
    """A decoder's weights as matrices, split by where their input lies."""

    def __init__(self, decoder: PixelDecoder) -> None:
        self.first: Array | None = None
        self.first_bias: Array = np.zeros(decoder.channels, np.float32)
        if decoder.first is not None:
            self.first = decoder.first.weight.flatten(1)[:, :4].T.contiguous().numpy()
            self.first_bias = _bias(decoder.first)
        later = [layer for layer in decoder.layers if isinstance(layer, MaskedConv)]
        wide = [layer for layer in later if layer.weight.shape[-1] == 3]
        self.seen = len(wide)
        taps = [layer.weight.flatten(2).permute(2, 1, 0) for layer in wide]  # place, in, out
        empty = torch.zeros(0, decoder.channels, decoder.channels)
        self.above = [torch.stack([t[i] for t in taps]).numpy() if taps else empty.numpy() for i in range(3)]
        self.left = torch.stack([t[3] for t in taps]).numpy() if taps else empty.numpy()
        self.own = [
            layer.weight.flatten(2)[:, :, layer.weight[0, 0].numel() // 2].T.contiguous().numpy()
            for layer in later
        ]
        self.bias = [_bias(layer) for layer in later]
        self.head, self.head_bias = _matrix(decoder.head)
        self.out, self.out_bias = _matrix(decoder.out)


def _matrix(layer: torch.nn.Conv2d) -> tuple[Array, Array]:
    return layer.weight.flatten(1).T.contiguous().numpy(), _bias(layer)


def _bias(layer: torch.nn.Conv2d) -> Array:
    assert layer.bias is not None
    return layer.bias.numpy()


@torch.no_grad()
def draw_naively(decoder: PixelDecoder, features: torch.Tensor, chances: npt.ArrayLike) -> Array:
    """Draw the same images by running the whole decoder for each pixel: slow, to compare with.

    Parameters
    ----------
    decoder, features, chances
        As for `Drawing`.

    Returns
    -------
    ndarray of float32, shape (n, 28, 28)
    """
    given = np.asarray(chances, dtype=np.float64)
    least = torch.from_numpy(np.log(given / (1 - given)).astype(np.float32))
    x = torch.zeros(len(features), SIDE * SIDE)
    for i in range(SIDE * SIDE):
        logits = decoder(x.view(-1, 1, SIDE, SIDE), features).flatten(1)
        x[:, i] = (logits[:, i] > least[:, i]).float()
    return x.view(-1, SIDE, SIDE).numpy()
