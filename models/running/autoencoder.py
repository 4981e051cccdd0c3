"""The autoencoder: a denoising network that redraws a second of signal from a narrow code.

It has learnt to draw normal beats only, also where the signal that it was given held something else. What it
does not redraw is not like them, and the error, measured about the rows that are drawn, is its score. The
level and scale of a window are taken off before the code and put back after it: the code tells shapes alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.running.forecaster import INPUT_LIMIT_MV
from models.running.products import Products
from models.signal.latest import Latest

LEAST_ERROR_MV = 0.001
"""An error below this counts as this: the logarithm of none is not finite."""

LEAST_SCALE_MV = 0.02
"""Added to a window's scale, mV: where there is no signal, noise is not blown up to the size of one."""

SCALE = 1.5
"""Of the mean distance from the median, this is a window's scale: near the standard deviation of an ECG, on
which a beat wider than the others weighs less."""

SMOOTHING = (1 / 9, 2 / 9, 3 / 9, 2 / 9, 1 / 9)
"""Weights of the rows about each over which errors are averaged before they are squared: noise, which changes
from row to row, cancels, and a wide wave that was not drawn does not."""

_STRIDES = 4  # halvings of the window, 128 → 8
_BATCH = 128  # windows worked out at once: what they give in between stays in the processor's cache


@dataclass(frozen=True)
class AutoencoderConfig:
    """What defines an autoencoder's network and score.

    Attributes
    ----------
    window : int
        Rows (1/120 s) it sees at once; a multiple of 16.
    channels : int
        Feature maps of the first layer; later layers have more.
    latent : int
        Numbers in the code.
    hop : int
        Rows between two windows; so many rows of each are given out.
    lag : int
        Rows from the newest one given out to the end of its window: the network sees both sides of it.
    scored : int
        Rows, about the middle of those given out, over which the error is taken: a QRS complex, no more.
    """

    window: int = 128
    channels: int = 24
    latent: int = 8
    hop: int = 8
    lag: int = 20
    scored: int = 16

    def __post_init__(self) -> None:
        if not (32 <= self.window <= 1024 and self.window % 2**_STRIDES == 0):
            raise ValueError("window must be a multiple of 16 from 32 to 1024.")
        if not (1 <= self.channels <= 128 and 1 <= self.latent <= 256):
            raise ValueError("channels must be at most 128 and latent at most 256.")
        if not 1 <= self.hop <= self.scored <= self.window:
            raise ValueError("hop, scored and window must not decrease in this order.")
        if not 0 <= self.lag < self.window or self.given.start < 0:
            raise ValueError("the rows that are given out must lie in the window.")
        if self.measured.start < 0 or self.measured.stop > self.window:
            raise ValueError("the rows that are scored must lie in the window, with two more on both sides.")

    @property
    def given(self) -> slice:
        """The rows of a window that are given out."""
        return slice(self.window - self.lag - self.hop, self.window - self.lag)

    @property
    def counted(self) -> slice:
        """The rows of a window over which the error is taken."""
        first = self.given.start - (self.scored - self.hop) // 2
        return slice(first, first + self.scored)

    @property
    def measured(self) -> slice:
        """The rows of a window whose errors take part in the score: those counted, and those averaged in."""
        reach = len(SMOOTHING) // 2
        return slice(self.counted.start - reach, self.counted.stop + reach)


class Autoencoder(nn.Module):
    """Strided convolutions down to a code, and back up to what a normal signal would be.

    Parameters
    ----------
    config : AutoencoderConfig, optional
        Sizes.
    """

    def __init__(self, config: AutoencoderConfig | None = None) -> None:
        super().__init__()
        self.config = config or AutoencoderConfig()
        c, bottom = self.config.channels, self.config.window // 2**_STRIDES
        self.encoder = nn.Sequential(
            nn.Conv1d(1, c, 9, 2, 4), nn.GELU(),
            nn.Conv1d(c, 2 * c, 7, 2, 3), nn.GELU(),
            nn.Conv1d(2 * c, 2 * c, 5, 2, 2), nn.GELU(),
            nn.Conv1d(2 * c, 2 * c, 5, 2, 2), nn.GELU(),
            nn.Flatten(), nn.Linear(2 * c * bottom, self.config.latent),
        )  # fmt: skip
        self.decoder = nn.Sequential(
            nn.Linear(self.config.latent, 2 * c * bottom), nn.GELU(), nn.Unflatten(1, (2 * c, bottom)),
            nn.ConvTranspose1d(2 * c, 2 * c, 4, 2, 1), nn.GELU(),
            nn.ConvTranspose1d(2 * c, 2 * c, 4, 2, 1), nn.GELU(),
            nn.ConvTranspose1d(2 * c, c, 4, 2, 1), nn.GELU(),
            nn.ConvTranspose1d(c, 1, 8, 2, 3),
        )  # fmt: skip

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Redraw windows.

        Parameters
        ----------
        x : Tensor, shape (batch, window)
            Signal in mV.

        Returns
        -------
        Tensor, shape (batch, window)
            The reconstruction in mV.
        """
        x = x.clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV)
        level, scale = level_and_scale(x)
        drawn: torch.Tensor = self.decoder(self.encoder(((x - level) / scale).unsqueeze(1)))
        return drawn.squeeze(1) * scale + level


def level_and_scale(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Give the level and the scale of each window, which the code need not tell.

    Parameters
    ----------
    x : Tensor, shape (batch, window)
        Signal in mV.

    Returns
    -------
    level, scale : Tensor, shape (batch, 1)
        Median, and `SCALE` times the mean distance from it, mV.
    """
    level = x.median(dim=1, keepdim=True).values
    return level, SCALE * (x - level).abs().mean(dim=1, keepdim=True) + LEAST_SCALE_MV


def error_nats(error: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Give the score of reconstruction errors: log of the root mean square of the errors, smoothed in time.

    It is the negative log-likelihood (NLL) a row, less its constant, of the smoothed errors under a normal
    distribution of their own variance: nats, as the forecaster's.

    Parameters
    ----------
    error : ndarray of float, shape (..., rows)
        Errors of the rows `AutoencoderConfig.measured`, mV.

    Returns
    -------
    ndarray of float64, shape (...)
    """
    smooth = error.astype(np.float64) @ _smoothing(error.shape[-1])
    square = np.add.reduce(smooth * smooth, axis=-1) / smooth.shape[-1]
    return np.asarray(0.5 * np.log(square + LEAST_ERROR_MV**2))


@cache
def _smoothing(rows: int) -> npt.NDArray[np.float64]:
    """What smooths so many rows by a product: a column for each row that has neighbours enough."""
    columns = rows - len(SMOOTHING) + 1
    return np.sum([weight * np.eye(rows, columns, -i) for i, weight in enumerate(SMOOTHING)], axis=0)


@dataclass(frozen=True)
class ReconstructionRows:
    """The autoencoder's output; `hop` rows a window.

    Attributes
    ----------
    row : ndarray of int64, shape (k,)
        Number of the front-end row that each output row describes.
    at : ndarray of int64, shape (k,)
        Number of the front-end row that ended the window.
    expected : ndarray of float32, shape (k,), or (streams, k)
        Reconstruction in mV; NaN where the window is not valid.
    score : ndarray of float32, shape (k,), or (streams, k)
        How far the window's counted rows are off (`error_nats`), nats; NaN where the window is not valid.
    """

    row: npt.NDArray[np.int64]
    at: npt.NDArray[np.int64]
    expected: npt.NDArray[np.float32]
    score: npt.NDArray[np.float32]


class ReconstructionStream:
    """An autoencoder at work, on a fixed grid of windows.

    The window that ends with row ``g`` (``g + 1`` a multiple of `hop`) gives the `hop` rows up to
    ``g - lag``: the network sees both sides of them.

    Parameters
    ----------
    network : Autoencoder
        The fitted network; put into evaluation mode.
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out. Each gives what it gives alone but for the rounding of float32.
    """

    def __init__(self, network: Autoencoder, streams: int | None = None) -> None:
        network.eval()
        config = self._config = network.config
        self._streams = streams
        self._measured = config.measured  # those given out are among them
        self._latest = Latest(streams or 1, config.window - 1, 0.0)
        self._encode = Products(network.encoder, 1, config.window)
        self._decode = Products(network.decoder, config.latent, 1, self._measured)
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._latest.reset()
        self._rows = 0  # rows taken so far
        self._missing = np.full((self._streams or 1, 1), -1)  # the latest row that is not valid

    def push(self, value: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_]) -> ReconstructionRows:
        """Take the next front-end rows.

        Parameters
        ----------
        value : ndarray of float32, shape (k,), or (streams, k)
            mV, NaN in gaps.
        valid : ndarray of bool, shape (k,), or (streams, k)
            Which rows may be scored.

        Returns
        -------
        ReconstructionRows
            The rows of the windows that are now complete.
        """
        hop, first = self._config.hop, self._rows
        self._rows += value.shape[-1]
        rows = np.atleast_2d(np.minimum(np.maximum(value, -INPUT_LIMIT_MV), INPUT_LIMIT_MV))
        ends = np.arange(first // hop * hop + hop - 1, self._rows, hop)
        if valid.all():
            whole = ends >= self._missing + self._config.window
        else:
            rows = np.where(np.isnan(rows), np.float32(0), rows)
            whole = self._whole(np.atleast_2d(valid), first, ends)
        # The first row of the latest ones and the new ones is row `first + 1 - window`.
        windows = self._latest.extend(rows)[:, (ends - first)[:, None] + np.arange(self._config.window)]
        expected, score = self._redraw(windows)
        if not whole.all():
            expected[~whole], score[~whole] = np.nan, np.nan
        row = ((ends - self._config.lag)[:, None] + np.arange(1 - hop, 1)).ravel()
        shape = row.shape if self._streams is None else (self._streams, len(row))
        repeated = np.repeat(score, hop, axis=1)
        return ReconstructionRows(row, np.repeat(ends, hop), expected.reshape(shape), repeated.reshape(shape))

    def _whole(
        self, valid: npt.NDArray[np.bool_], first: int, ends: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Of which windows every row is valid, shape (streams, windows); `first` is the first row."""
        number = np.arange(first, first + valid.shape[1])
        missing = np.maximum.accumulate(np.where(valid, -1, number), axis=1)
        missing = np.maximum(missing, self._missing)
        self._missing = missing[:, -1:].copy()
        return np.asarray(ends >= missing[:, ends - first] + self._config.window)

    def _redraw(
        self, windows: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """The rows given out, shape (streams, windows, hop), and the score of each window."""
        flat = windows.reshape(-1, self._config.window)
        expected = np.empty((len(flat), self._config.hop), dtype=np.float32)
        score = np.empty(len(flat), dtype=np.float32)
        first, given = self._measured.start, self._config.given
        with torch.inference_mode():
            for i in range(0, len(flat), _BATCH):
                some = flat[i : i + _BATCH]
                x = torch.from_numpy(some)
                # Each window has a scale of its own: no layer of the encoder is shared by those that overlap.
                level, scale = level_and_scale(x)
                coded = self._encode(((x - level) / scale)[..., None])
                drawn = (self._decode(coded).reshape(len(coded), -1) * scale + level).numpy()
                expected[i : i + _BATCH] = drawn[:, given.start - first : given.stop - first]
                score[i : i + _BATCH] = error_nats(some[:, self._measured] - drawn)
        shape = windows.shape[:2]
        return expected.reshape(*shape, self._config.hop), score.reshape(shape)
