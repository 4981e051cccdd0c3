"""The autoencoder: a convolutional denoising network that rebuilds a second of signal from a narrow code.

It has seen normal beats only. What it cannot rebuild is not like them, and the error, measured over the
newest part of its window, is its score.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.running.forecaster import INPUT_LIMIT_MV
from models.running.products import Products

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
        Rows between two windows.
    scored : int
        Newest rows of the window over which the error is averaged.
    min_sigma : float
        Least standard deviation that the network can claim, mV.
    clip : float
        Ceiling of the squared, variance-scaled error.
    """

    window: int = 128
    channels: int = 16
    latent: int = 8
    hop: int = 4
    scored: int = 48
    min_sigma: float = 0.02
    clip: float = 4.0

    def __post_init__(self) -> None:
        if not (32 <= self.window <= 1024 and self.window % 2**_STRIDES == 0):
            raise ValueError("window must be a multiple of 16 from 32 to 1024.")
        if not (1 <= self.channels <= 128 and 1 <= self.latent <= 256):
            raise ValueError("channels must be at most 128 and latent at most 256.")
        if not (1 <= self.hop <= self.scored <= self.window):
            raise ValueError("hop, scored and window must not decrease in this order.")
        if not (0 < self.min_sigma < 10 and 0 < self.clip < 1e4):
            raise ValueError("min_sigma and clip must be positive and below their limits.")

    @property
    def centre_lag(self) -> int:
        """Rows from the end of the window back to the middle of its scored part."""
        return self.scored // 2


class Autoencoder(nn.Module):
    """Strided convolutions down to a code, and back up to a mean and a log-variance a row.

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
            nn.ConvTranspose1d(c, 2, 8, 2, 3),
        )  # fmt: skip

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Rebuild windows.

        Parameters
        ----------
        x : Tensor, shape (batch, window)
            Signal in mV.

        Returns
        -------
        mean, log_variance : Tensor, shape (batch, window)
            The reconstruction in mV and the log of its variance.
        """
        x = x.clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV).unsqueeze(1)
        mean, raw = self.decoder(self.encoder(x)).unbind(1)
        return mean, self.log_variance(raw)

    def log_variance(self, raw: torch.Tensor) -> torch.Tensor:
        """Log-variance from what the decoder gives for it."""
        return 2 * math.log(self.config.min_sigma) + nn.functional.softplus(raw)


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
        Mean NLL (nats) of the window's newest rows; NaN where the window is not valid.
    """

    row: npt.NDArray[np.int64]
    at: npt.NDArray[np.int64]
    expected: npt.NDArray[np.float32]
    score: npt.NDArray[np.float32]


class ReconstructionStream:
    """An autoencoder at work, on a fixed grid of windows.

    The window that ends with row ``g`` (``g + 1`` a multiple of `hop`) gives the `hop` rows up to
    ``g - centre_lag``: those in the middle of its scored part, where the network sees both sides of them.

    Parameters
    ----------
    network : Autoencoder
        The fitted network; put into evaluation mode.
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out. Each gives what it gives alone but for the rounding of float32.
    """

    def __init__(self, network: Autoencoder, streams: int | None = None) -> None:
        self._network = network.eval()
        self._config = network.config
        self._streams = streams
        window, newest = self._config.window, self._config.centre_lag + self._config.hop
        self._used = slice(window - max(self._config.scored, newest), window)
        self._encode = Products(network.encoder, 1, window)
        self._decode = Products(network.decoder, self._config.latent, 1, self._used)
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        kept = (self._streams or 1, self._config.window - 1)
        self._value = np.zeros(kept, dtype=np.float32)
        self._valid = np.zeros(kept, dtype=bool)
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
        values = np.concatenate([self._value, np.atleast_2d(new)], axis=1)
        valids = np.concatenate([self._valid, np.atleast_2d(valid)], axis=1)
        first, k = self._rows, value.shape[-1]  # values[:, window - 1] is row `first`
        self._rows += k
        self._value, self._valid = values[:, k:].copy(), valids[:, k:].copy()

        ends = np.arange(-(-(first + 1) // hop) * hop - 1, self._rows, hop)
        expected = np.full((len(values), len(ends), hop), np.nan, dtype=np.float32)
        score = np.full((len(values), len(ends)), np.nan, dtype=np.float32)
        if len(ends):
            places = (ends - first)[:, None] + np.arange(window)
            streams, at = np.nonzero(valids[:, places].all(axis=2))
            for i in range(0, len(at), _BATCH):
                which = streams[i : i + _BATCH], at[i : i + _BATCH]
                expected[which], score[which] = self._rebuild(values[which[0][:, None], places[which[1]]])
        row = ((ends - self._config.centre_lag)[:, None] + np.arange(1 - hop, 1)).ravel()
        shape = row.shape if self._streams is None else (self._streams, len(row))
        repeated = np.repeat(score, hop, axis=1)
        return ReconstructionRows(row, np.repeat(ends, hop), expected.reshape(shape), repeated.reshape(shape))

    def _rebuild(
        self, windows: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """The rows given out, shape (n, hop), and the score, shape (n,), of each window."""
        with torch.inference_mode():
            x = torch.from_numpy(windows).clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV)
            mean_, raw = self._decode(self._encode(x.unsqueeze(1))).unbind(1)
            log_variance_ = self._network.log_variance(raw)
        mean, log_variance = mean_.numpy(), log_variance_.numpy().astype(np.float64)
        newest = slice(-self._config.scored, None)
        target = x.numpy().astype(np.float64)
        z2 = (target[:, newest] - mean[:, newest]) ** 2 * np.exp(-log_variance[:, newest])
        error = 0.5 * (np.minimum(z2, self._config.clip) + log_variance[:, newest]).mean(axis=1)
        end = mean.shape[1] - self._config.centre_lag
        return mean[:, end - self._config.hop : end], error.astype(np.float32)
