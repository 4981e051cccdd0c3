"""A stack of convolutions as matrix products.

For a window or two at a time, as a stream brings them, and for few channels, a library's convolution spends
its time on other things than arithmetic; a product of the unrolled signal does not. Rows that nobody asks for
are not worked out.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import nn

_FEW = 8192
_ROOT_HALF = math.sqrt(0.5)

Step = Callable[[torch.Tensor], torch.Tensor]


class Products:
    """What a stack of layers gives, of fitted weights that are copied.

    Parameters
    ----------
    layers : nn.Sequential
        Of `Linear`, `GELU`, `Flatten`, `Unflatten`, `Conv1d` and `ConvTranspose1d`, the last with a stride of
        2 and as much padding as doubles the rows.
    channels, rows : int
        Of what is put in; 1 row of features for a `Linear`.
    wanted : slice, optional
        Rows that are asked for, of a stack that ends with a `ConvTranspose1d`; all if left out.

    Raises
    ------
    TypeError
        If there is another layer.
    """

    def __init__(self, layers: nn.Sequential, channels: int, rows: int, wanted: slice | None = None) -> None:
        shapes = []
        for layer in layers:
            shapes.append((channels, rows))
            channels, rows = _after(layer, channels, rows)
        wanted = wanted if wanted is not None else slice(0, rows)
        steps: list[Step] = []
        for layer, (channels, rows) in zip(reversed(list(layers)), reversed(shapes), strict=True):
            step, wanted = _step(layer, channels, rows, wanted)
            steps.insert(0, step)
        self._steps = steps

    def __call__(self, x: torch.Tensor) -> torch.Tensor:
        """Give what the layers give, and of that the rows that are wanted.

        Parameters
        ----------
        x : Tensor, shape (batch, rows, channels), or (batch, features)
            Channels come last here, not as the layers have them.

        Returns
        -------
        Tensor, shape (batch, rows, channels), or (batch, features)
        """
        for step in self._steps:
            x = step(x)
        return x


def _after(layer: nn.Module, channels: int, rows: int) -> tuple[int, int]:
    """Channels and rows behind a layer."""
    match layer:
        case nn.Conv1d():
            taps, stride, pad = geometry(layer)
            return layer.out_channels, (rows + 2 * pad - taps) // stride + 1
        case nn.ConvTranspose1d():
            return layer.out_channels, 2 * rows
        case nn.Unflatten():
            channels, rows = layer.unflattened_size
            return channels, rows
        case nn.Linear():
            return layer.out_features, 1
        case nn.Flatten():
            return channels * rows, 1
        case nn.GELU():
            return channels, rows
    raise TypeError(f"{type(layer).__name__} is no layer that is made a product here.")


def _step(layer: nn.Module, channels: int, rows: int, wanted: slice) -> tuple[Step, slice]:
    """How a layer is worked out as far as it is wanted, and what of its input that takes."""
    match layer:
        case nn.Conv1d():
            return _convolution(layer), slice(0, rows)
        case nn.ConvTranspose1d():
            return _transposed(layer, rows, wanted)
        case nn.Linear():
            weight, bias = layer.weight.detach().T.contiguous(), layer.bias.detach().clone()
            return lambda x: torch.addmm(bias, x, weight), wanted
        case nn.Flatten():
            return lambda x: x.transpose(1, 2).reshape(len(x), -1), slice(0, rows)
        case nn.Unflatten():
            shape = tuple(layer.unflattened_size)
            return lambda x: x.view(-1, *shape)[:, :, wanted].transpose(1, 2).contiguous(), slice(0, 1)
    return gelu, wanted


def _convolution(layer: nn.Conv1d) -> Step:
    taps, stride, pad = geometry(layer)
    weight, bias = matrix_of(layer), bias_of(layer)

    def step(x: torch.Tensor) -> torch.Tensor:
        x = torch.constant_pad_nd(x, (0, 0, pad, pad))
        return unrolled(x, taps, stride, weight, bias)

    return step


def _transposed(layer: nn.ConvTranspose1d, rows: int, wanted: slice) -> tuple[Step, slice]:
    """Two rows of output for one of input: each pair is a product of the inputs about it."""
    taps, stride, pad = geometry(layer)
    if stride != 2 or taps != 2 * pad + 2 or layer.output_padding != (0,):
        raise TypeError("A ConvTranspose1d that does not double the rows is not made a product here.")
    reach = (pad + 1) // 2
    given = layer.weight.detach()  # in, out, taps
    weight = given.new_zeros(2 * reach + 1, layer.in_channels, 2, layer.out_channels)
    for place in range(2 * reach + 1):
        for phase in range(2):
            tap = phase + pad - 2 * (place - reach)
            if 0 <= tap < taps:
                weight[place, :, phase] = given[:, :, tap]
    matrix, bias = weight.reshape(-1, 2 * layer.out_channels), bias_of(layer).repeat(2)
    first, last = wanted.start // 2, (wanted.stop - 1) // 2  # pairs
    source = slice(max(0, first - reach), min(rows, last + reach + 1))
    before, behind = source.start - (first - reach), last + reach + 1 - source.stop
    skipped, n = wanted.start - 2 * first, wanted.stop - wanted.start

    def step(x: torch.Tensor) -> torch.Tensor:
        if before or behind:
            x = torch.constant_pad_nd(x, (0, 0, before, behind))
        pairs = unrolled(x, 2 * reach + 1, 1, matrix, bias)
        return pairs.reshape(len(x), -1, matrix.shape[1] // 2)[:, skipped : skipped + n]

    return step, source


def geometry(layer: nn.Conv1d | nn.ConvTranspose1d) -> tuple[int, int, int]:
    """Taps, stride and padding."""
    return layer.kernel_size[0], layer.stride[0], int(layer.padding[0])


def bias_of(layer: nn.Conv1d | nn.ConvTranspose1d) -> torch.Tensor:
    """Bias of a convolution; zeros where it has none."""
    return layer.bias.detach().clone() if layer.bias is not None else torch.zeros(layer.out_channels)


def matrix_of(layer: nn.Conv1d) -> torch.Tensor:
    """Weight of a convolution as a matrix, shape (taps times channels in, channels out)."""
    return layer.weight.detach().permute(2, 1, 0).reshape(-1, layer.out_channels).contiguous()


def gelu(x: torch.Tensor) -> torch.Tensor:
    """Give what `torch.nn.functional.gelu` gives of a tensor that nobody else needs.

    Of a few numbers that takes several times as long as its definition does; of many it is the quicker.
    """
    if x.numel() >= _FEW:
        return nn.functional.gelu(x.contiguous())
    line = x.numpy()
    normal = line * _ROOT_HALF
    given = torch.from_numpy(normal)
    torch.erf(given, out=given)
    normal += 1
    normal *= line
    normal *= 0.5
    return given


def unrolled(
    x: torch.Tensor, taps: int, stride: int, weight: torch.Tensor, bias: torch.Tensor
) -> torch.Tensor:
    """Products of the windows of `taps` rows of `x`, whose rows lie side by side in memory."""
    batch, rows, channels = x.shape
    n = (rows - taps) // stride + 1
    windows = x.as_strided((batch, n, taps * channels), (x.stride(0), stride * channels, 1))
    return torch.addmm(bias, windows.reshape(batch * n, -1), weight).view(batch, n, -1)
