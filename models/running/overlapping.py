"""Strided convolutions over windows that overlap: what windows share is worked out once.

A window that begins a few rows after another one holds nearly the same rows, and nearly the same of what a
convolution makes of them. Only where the padding is felt, at both ends of a window, is it the window's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.running.products import bias_of, gelu, geometry, matrix_of, unrolled
from models.signal.latest import Latest

Rows = npt.NDArray[np.float32]


class Overlapping:
    """The first layers of an encoder on streams that run in step, a window each `hop` rows.

    Parameters
    ----------
    encoder : nn.Sequential
        Convolutions, each followed by a `GELU`, and whatever comes behind them. Weights are copied.
    window, hop : int
        Rows of a window, and from one window to the next.
    streams : int
        How many run in step.
    """

    def __init__(self, encoder: nn.Sequential, window: int, hop: int, streams: int) -> None:
        self._window, self._hop = window, hop
        self._levels = _levels(encoder, window, hop)
        self.layers = 2 * len(self._levels)
        """How many of the layers are worked out here."""
        self.rows, self.channels = window, 1
        """Of what they give."""
        self._latest = [Latest(streams, window - 1, 0.0, shape=(1,))]
        for level in self._levels:
            self.rows, self.channels = level.rows, level.channels
            self._latest.append(Latest(streams, level.rows - 2 * level.own, 0.0, shape=(level.channels,)))
        self.reset()

    def reset(self) -> None:
        """Forget the streams."""
        self._rows = 0
        for latest in self._latest:
            latest.reset()

    def push(self, rows: Rows) -> tuple[Rows, Rows]:
        """Take the next rows, shape (streams, k), all of them finite.

        Returns
        -------
        windows : ndarray of float32, shape (streams, n, window)
            The windows that are now complete, not to be written to: they end with the multiples of `hop`.
        maps : ndarray of float32, shape (streams * n, rows, channels)
            What the layers make of them.
        """
        before, self._rows = self._rows // self._hop, self._rows + rows.shape[1]
        n, rest = self._rows // self._hop - before, self._rows % self._hop
        line = self._latest[0].extend(rows[:, :, None])
        if not n:
            return np.zeros((len(rows), 0, self._window), np.float32), np.zeros((0, 0, 0), np.float32)
        at = _Line(line, line.shape[1] - rest, n, self._hop)
        windows = at.of(self._window, 0, self._window)[..., 0]
        ends, own, total = None, 0, self._window  # a window's own rows: the first ones, and the last ones
        for level, latest in zip(self._levels, self._latest[1:], strict=True):
            ends = level(level.strips(at, total, own, ends))
            own, total = level.own, level.rows
            line = latest.extend(ends[:, :, 1, : level.step].reshape(len(rows), -1, level.channels))
            at = _Line(line, line.shape[1] + own, n, level.step)
        if ends is None:
            return windows, np.ascontiguousarray(windows).reshape(-1, total, 1)
        maps = np.empty((len(rows), n, total, self.channels), dtype=np.float32)
        maps[:, :, own : total - own] = at.of(total, own, total - own)
        maps[:, :, :own], maps[:, :, total - own :] = ends[:, :, 0, :own], ends[:, :, 1, -own:]
        return windows, maps.reshape(-1, total, self.channels)


class _Line(NamedTuple):
    """The latest rows of one level, shape (streams, rows, channels), and where windows lie in them.

    The last of `n` windows, each `step` rows behind the one before, ends with row `end`; its last rows, which
    it does not share, lie beyond the rows that there are.
    """

    rows: Rows
    end: int
    n: int
    step: int

    def of(self, total: int, first: int, stop: int) -> Rows:
        """Rows `first` to `stop` of the windows, each of `total` rows; not to be written to."""
        begin = self.end - total - (self.n - 1) * self.step
        rows = self.rows[:, begin + first : begin + (self.n - 1) * self.step + stop]
        if self.n == 1:
            return rows[:, None]
        by_stream, by_row, by_channel = rows.strides
        shape = len(rows), self.n, stop - first, rows.shape[2]
        strides = by_stream, self.step * by_row, by_row, by_channel
        return np.lib.stride_tricks.as_strided(rows, shape, strides, writeable=False)


@dataclass(frozen=True)
class _Level:
    """One convolution, of which the middle of a window is shared.

    Attributes
    ----------
    weight, bias : Tensor
        Of its product.
    taps, stride, pad, channels : int
        Its geometry, and the channels it gives.
    rows : int
        That it gives of a window.
    step : int
        Of these rows, from one window to the next.
    own : int
        So many at either end of a window are not shared.
    """

    weight: torch.Tensor
    bias: torch.Tensor
    taps: int
    stride: int
    pad: int
    channels: int
    rows: int
    step: int
    own: int

    @property
    def strip(self) -> int:
        """Rows put in, padding and all, of which the own rows at one end and the new shared ones are made."""
        return (self.own + self.step - 1) * self.stride + self.taps

    @property
    def begin(self) -> int:
        """The first row put in of which the last rows are made."""
        return (self.rows - self.own - self.step) * self.stride - self.pad

    def fits(self, total: int, own: int) -> bool:
        """Whether both strips reach into what windows of `total` rows share of the level before."""
        reach = self.strip - self.pad
        return own <= reach <= total - own and own <= self.begin and self.begin + self.strip >= total

    def strips(self, line: _Line, total: int, own: int, ends: Rows | None) -> Rows:
        """Put together the first and the last rows of windows of `total` rows, of which `own` are given.

        Returns
        -------
        ndarray of float32, shape (streams, windows, 2, strip, channels)
        """
        pad, begin = self.pad, self.begin
        first = line.of(total, own, self.strip - pad)
        put = np.zeros((*first.shape[:2], 2, self.strip, first.shape[3]), dtype=np.float32)
        put[:, :, 0, pad + own :] = first
        put[:, :, 1, : total - own - begin] = line.of(total, begin, total - own)
        if ends is not None:
            put[:, :, 0, pad : pad + own] = ends[:, :, 0, :own]
            put[:, :, 1, total - own - begin : total - begin] = ends[:, :, 1, -own:]
        return put

    def __call__(self, strips: Rows) -> Rows:
        """Give the layer's rows of strips, without padding them once more."""
        x = torch.from_numpy(strips.reshape(-1, *strips.shape[3:]))
        given: Rows = gelu(unrolled(x, self.taps, self.stride, self.weight, self.bias)).numpy()
        return given.reshape(*strips.shape[:3], -1, self.channels)


def _levels(encoder: nn.Sequential, window: int, hop: int) -> list[_Level]:
    """The convolutions at the beginning of an encoder of which windows share enough to be worth it."""
    levels: list[_Level] = []
    total, own, first, stop = window, 0, 0, window
    for layer, behind in zip(list(encoder)[::2], list(encoder)[1::2], strict=False):
        if not (isinstance(layer, nn.Conv1d) and isinstance(behind, nn.GELU)) or hop % layer.stride[0]:
            break
        taps, stride, pad = geometry(layer)
        hop //= stride
        rows = (total + 2 * pad - taps) // stride + 1
        first, stop = -(-(first + pad) // stride), (stop - taps + pad) // stride + 1
        level = _Level(
            matrix_of(layer), bias_of(layer), taps, stride, pad,
            layer.out_channels, rows, hop, max(first, rows - stop, 1),
        )  # fmt: skip
        if not level.fits(total, own):
            break
        levels.append(level)
        total, own = rows, level.own
    return levels
