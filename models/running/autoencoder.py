"""The autoencoder: a denoising network that redraws a second of signal from a narrow code.

It has learnt to draw normal beats only, also where the signal that it was given held something else. What it
does not redraw is not like them, and the error, measured about the rows that are drawn, is its score.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.running.forecaster import INPUT_LIMIT_MV
from models.running.products import Products
from models.signal.latest import Latest

LEAST_ERROR_MV = 0.001
"""An error below this counts as this: the logarithm of none is not finite."""

SMOOTHING = (1 / 9, 2 / 9, 3 / 9, 2 / 9, 1 / 9)
"""Weights of the rows about each over which errors are averaged before they are squared: noise, which changes
from row to row, cancels, and a wide wave that was not drawn does not."""

_STRIDES = 4  # halvings of the window, 128 → 8
_BATCH = 32  # windows worked out at once: what they give in between stays in the processor's cache


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
        x = x.clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV).unsqueeze(1)
        drawn: torch.Tensor = self.decoder(self.encoder(x))
        return drawn.squeeze(1)


def error_nats(error: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Give the score of reconstruction errors: log of the root mean square of the errors, smoothed in time.

    It is the negative log-likelihood (NLL) a row, less its constant, of the smoothed errors under a normal
    distribution of their own variance: nats, as the forecaster's.

    Parameters
    ----------
    error : ndarray of float, shape (n, rows)
        Errors of the rows `AutoencoderConfig.measured`, mV.

    Returns
    -------
    ndarray of float64, shape (n,)
    """
    rows = error.shape[1] - len(SMOOTHING) + 1
    smooth = sum(weight * error[:, i : i + rows].astype(np.float64) for i, weight in enumerate(SMOOTHING))
    return 0.5 * np.log(np.mean(np.square(smooth), axis=1) + LEAST_ERROR_MV**2)


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
        self._config = network.config
        self._streams = streams
        self._measured = self._config.measured  # those given out are among them
        self._encode = Products(network.encoder, 1, self._config.window)
        self._decode = Products(network.decoder, self._config.latent, 1, self._measured)
        self._value = Latest(streams or 1, self._config.window - 1, 0.0)
        self._valid = Latest(streams or 1, self._config.window - 1, False, np.bool_)
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._value.reset()
        self._valid.reset()
        self._rows = 0  # rows taken so far

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
        window, hop = self._config.window, self._config.hop
        new = np.where(np.isnan(value), np.float32(0), value)
        values, valids = self._value.extend(np.atleast_2d(new)), self._valid.extend(np.atleast_2d(valid))
        first, k = self._rows, value.shape[-1]  # values[:, window - 1] is row `first`
        self._rows += k

        ends = np.arange(-(-(first + 1) // hop) * hop - 1, self._rows, hop)
        expected = np.full((len(values), len(ends), hop), np.nan, dtype=np.float32)
        score = np.full((len(values), len(ends)), np.nan, dtype=np.float32)
        if len(ends):
            places = (ends - first)[:, None] + np.arange(window)
            streams, at = np.nonzero(valids[:, places].all(axis=2))
            for i in range(0, len(at), _BATCH):
                which = streams[i : i + _BATCH], at[i : i + _BATCH]
                expected[which], score[which] = self._rebuild(values[which[0][:, None], places[which[1]]])
        row = ((ends - self._config.lag)[:, None] + np.arange(1 - hop, 1)).ravel()
        shape = row.shape if self._streams is None else (self._streams, len(row))
        repeated = np.repeat(score, hop, axis=1)
        return ReconstructionRows(row, np.repeat(ends, hop), expected.reshape(shape), repeated.reshape(shape))

    def _rebuild(
        self, windows: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """The rows given out, shape (n, hop), and the score, shape (n,), of each window."""
        with torch.inference_mode():
            x = torch.from_numpy(windows).clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV)
            drawn = self._decode(self._encode(x.unsqueeze(1)))[:, 0].numpy()
        first, given = self._measured.start, self._config.given
        error = x.numpy()[:, self._measured] - drawn
        return drawn[:, given.start - first : given.stop - first], error_nats(error).astype(np.float32)
