"""The forecaster: a stateful LSTM that says where the signal will be, at several horizons, and how surely.

Forecasting one sample ahead at 360 Hz can be done by drawing the line on, and its residual is little more
than the signal's slope. The forecaster therefore works at 120 Hz and looks 8 to 250 ms ahead, with a Gaussian
(mean and learned variance) at each horizon; how improbable the signal then turns out to be is its score.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models.signal.frontend import MODEL_FS

INPUT_LIMIT_MV = 5.0
"""The network sees the signal clipped to this, mV: no recorded QRS is taller, and its state stays bounded."""


@dataclass(frozen=True)
class ForecasterConfig:
    """What defines a forecaster's network and score.

    Attributes
    ----------
    hidden : int
        Units of the LSTM.
    horizons : tuple of int
        How far ahead it forecasts, in rows of 1/120 s, increasing.
    scored : tuple of int
        The horizons whose NLL (negative log-likelihood) is averaged into the score: far enough for the
        form of a beat to matter, near enough for its moment not to. Some of `horizons`.
    shown : int
        The horizon whose mean is drawn; one of `horizons`.
    smoothing : int
        Rows of the moving mean over the NLL: it must stay high to count, which tells a wide QRS from
        a slightly early narrow one. More rows tell them better and later; the beats that this quick verdict
        points at are classified, one by one, by `models.beats.classifier`.
    min_sigma : float
        Least standard deviation that the network can claim, mV.
    clip : float
        Ceiling of the squared, variance-scaled residual (z squared).
    """

    hidden: int = 64
    horizons: tuple[int, ...] = (1, 2, 4, 8, 12, 20, 30)
    scored: tuple[int, ...] = (2, 4, 8, 12)
    shown: int = 8
    smoothing: int = 12
    min_sigma: float = 0.02
    clip: float = 16.0

    def __post_init__(self) -> None:
        if not 1 <= self.hidden <= 512:
            raise ValueError(f"hidden must lie between 1 and 512, not {self.hidden}.")
        if not self.horizons or list(self.horizons) != sorted(set(self.horizons)):
            raise ValueError("horizons must increase.")
        if not (1 <= self.horizons[0] and self.horizons[-1] <= 2 * MODEL_FS and len(self.horizons) <= 32):
            raise ValueError("horizons must be at most 32, from 1 row to 2 s.")
        if not self.scored or not set(self.scored) <= set(self.horizons) or self.shown not in self.horizons:
            raise ValueError("scored and shown must be among horizons.")
        if not 2 <= self.smoothing <= 2 * MODEL_FS:
            raise ValueError("smoothing must lie between 2 rows and 2 s.")
        if not (0 < self.min_sigma < 10 and 0 < self.clip < 1e4):
            raise ValueError("min_sigma and clip must be positive and below their limits.")


class Forecaster(nn.Module):
    """LSTM with a Gaussian head a horizon.

    Parameters
    ----------
    config : ForecasterConfig, optional
        Sizes and horizons.
    """

    def __init__(self, config: ForecasterConfig | None = None) -> None:
        super().__init__()
        self.config = config or ForecasterConfig()
        self.lstm = nn.LSTM(1, self.config.hidden, batch_first=True)
        self.head = nn.Linear(self.config.hidden + 1, 2 * len(self.config.horizons))
        with torch.no_grad():  # start unsure, with a standard deviation of about 0.2 mV
            self.head.bias[len(self.config.horizons) :] = 4.6

    def forward(
        self, x: torch.Tensor, state: tuple[torch.Tensor, torch.Tensor] | None = None
    ) -> tuple[torch.Tensor, torch.Tensor, tuple[torch.Tensor, torch.Tensor]]:
        """Forecast from each row.

        Parameters
        ----------
        x : Tensor, shape (batch, rows)
            Signal in mV.
        state : tuple of Tensor, optional
            The LSTM's state before the first row.

        Returns
        -------
        mean : Tensor, shape (batch, rows, horizons)
            ``mean[:, t, j]`` forecasts row ``t + horizons[j]``, mV.
        log_variance : Tensor, shape (batch, rows, horizons)
            Its log-variance, log mV².
        state : tuple of Tensor
            The LSTM's state after the last row.
        """
        x = x.clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV).unsqueeze(-1)
        hidden, state = self.lstm(x, state)
        mean, raw = self.head(torch.cat([hidden, x], dim=-1)).chunk(2, dim=-1)
        floor = 2 * math.log(self.config.min_sigma)
        return mean, floor + nn.functional.softplus(raw), state


def clipped_nll(
    target: torch.Tensor, mean: torch.Tensor, log_variance: torch.Tensor, clip: float
) -> torch.Tensor:
    """Gaussian negative log-likelihood (less its constant) whose squared residual is clipped at `clip`."""
    z2 = (target - mean).square() * torch.exp(-log_variance)
    return 0.5 * (z2.clamp(max=clip) + log_variance)


@dataclass(frozen=True)
class ForecastRows:
    """The forecaster's output, a row for each row put in.

    Attributes
    ----------
    expected : ndarray of float32, shape (k,), or (streams, k)
        Mean forecast of this row, made `shown` rows earlier, mV; NaN where there was none.
    score : ndarray of float32, shape (k,), or (streams, k)
        Smoothed NLL (nats), the moving mean that ends at this row; NaN where a row in it is not valid.
    """

    expected: npt.NDArray[np.float32]
    score: npt.NDArray[np.float32]


class ForecastStream:
    """A forecaster at work: carries the LSTM's state, the pending forecasts and the moving mean.

    In a gap the network is fed zeros, which bounds its state; nothing that touches an invalid row is scored.

    Parameters
    ----------
    network : Forecaster
        The fitted network; put into evaluation mode.
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out. Each gives what it gives alone but for the rounding of float32.
    """

    def __init__(self, network: Forecaster, streams: int | None = None) -> None:
        self._network = network.eval()
        self._config = network.config
        self._streams = streams
        self._used = sorted({*self._config.scored, self._config.shown})
        self._columns = [self._config.horizons.index(horizon) for horizon in self._used]
        self._scored = [self._used.index(horizon) for horizon in self._config.scored]
        self.smoothing = self._config.smoothing
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        n, longest, horizons = self._streams or 1, self._used[-1], len(self._used)
        self._state: tuple[torch.Tensor, torch.Tensor] | None = None
        self._mean = np.full((n, longest, horizons), np.nan, dtype=np.float32)
        self._log_variance = np.full((n, longest, horizons), np.nan, dtype=np.float32)
        self._nll = np.full((n, self.smoothing - 1), np.nan, dtype=np.float64)

    def push(self, value: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_]) -> ForecastRows:
        """Take the next front-end rows.

        Parameters
        ----------
        value : ndarray of float32, shape (k,), or (streams, k)
            mV, NaN in gaps.
        valid : ndarray of bool, shape (k,), or (streams, k)
            Which rows to score, and to score from.

        Returns
        -------
        ForecastRows
            As many rows as were put in.
        """
        if not value.size:
            return ForecastRows(value[..., :0], value[..., :0])
        out = self._push(np.atleast_2d(value), np.atleast_2d(valid))
        return out if self._streams is not None else ForecastRows(out.expected[0], out.score[0])

    def _push(self, value: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_]) -> ForecastRows:
        with torch.inference_mode():
            x = torch.from_numpy(np.where(np.isnan(value), np.float32(0), value))
            mean, log_variance, self._state = self._network(x, self._state)
        new = np.where(valid[..., None], mean.numpy()[..., self._columns], np.float32(np.nan))
        means = np.concatenate([self._mean, new], axis=1)
        log_variances = np.concatenate([self._log_variance, log_variance.numpy()[..., self._columns]], axis=1)
        k, longest = value.shape[1], self._mean.shape[1]
        self._mean, self._log_variance = means[:, -longest:], log_variances[:, -longest:]

        # The forecasts of each row stand `horizon` rows before it.
        rows = (longest + np.arange(k))[:, None] - np.asarray(self._used)
        column = np.arange(len(self._used))
        forecast = means[:, rows, column].astype(np.float64)
        log_variance_then = log_variances[:, rows, column].astype(np.float64)
        target = np.where(valid, value, np.nan).clip(-INPUT_LIMIT_MV, INPUT_LIMIT_MV)
        z2 = (target[..., None] - forecast) ** 2 * np.exp(-log_variance_then)
        nll = 0.5 * (np.minimum(z2, self._config.clip) + log_variance_then)
        scored_nll = nll[..., self._scored].mean(axis=-1)

        pending = np.concatenate([self._nll, scored_nll], axis=1)
        self._nll = pending[:, k:]
        windows = np.arange(k)[:, None] + np.arange(self.smoothing)
        score = pending.take(windows, axis=1).mean(axis=-1)
        shown = forecast[..., self._used.index(self._config.shown)]
        return ForecastRows(shown.astype(np.float32), score.astype(np.float32))
