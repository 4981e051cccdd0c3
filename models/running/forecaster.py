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

from models.running.recurrence import Recurrence
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
        The horizon whose mean is drawn; one of `horizons`. The nearest: a QRS shows in it with nine tenths of
        its height, one row late. Farther ahead its moment is not known well enough, and the mean is a blur.
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
    shown: int = 1
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
        The fitted network; its weights are copied.
    streams : int, optional
        How many leads run in step, each a row of what is pushed and of what comes out; one lead, without that
        axis, if left out. Each gives what it gives alone but for the rounding of float32.
    """

    def __init__(self, network: Forecaster, streams: int | None = None) -> None:
        self._config = network.config
        self._streams = streams
        self._used = sorted({*self._config.scored, self._config.shown})
        columns = [self._config.horizons.index(horizon) for horizon in self._used]
        tensors = {name: tensor.numpy(force=True) for name, tensor in network.state_dict().items()}
        floor = 2 * math.log(self._config.min_sigma)
        self._recurrence = Recurrence(tensors, floor, columns, streams or 1)
        self._shown = self._used.index(self._config.shown)
        self._scored = [self._used.index(horizon) for horizon in self._config.scored]
        self.smoothing = self._config.smoothing
        self._window = np.arange(self.smoothing)
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        n = self._streams or 1
        self._recurrence.reset()
        shape = (self._used[-1], 2, len(self._used), n)  # rows to come, mean and log-variance, horizons
        self._pending = np.full(shape, np.nan, dtype=np.float32)
        self._nll = np.full((self.smoothing - 1, n), np.nan)

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
        if not value.shape[-1]:
            return ForecastRows(value, value)
        out = self._push(np.atleast_2d(value).T, np.atleast_2d(valid).T)
        return out if self._streams is not None else ForecastRows(out.expected[0], out.score[0])

    def _push(self, value: npt.NDArray[np.float32], valid: npt.NDArray[np.bool_]) -> ForecastRows:
        """Do as `push` does with rows of shape (k, streams)."""
        whole, k = bool(valid.all()), len(value)
        target = np.minimum(np.maximum(value, -INPUT_LIMIT_MV), INPUT_LIMIT_MV)
        x = target if whole else np.where(np.isnan(target), np.float32(0), target)
        mean, log_variance = self._recurrence.push(x)
        if not whole:
            mean = np.where(valid[:, None], mean, np.float32(np.nan))
            target = np.where(valid, target, np.float32(np.nan))

        # What is forecast from a row goes where the row forecast will be.
        rows = np.empty((len(self._pending) + k, *self._pending.shape[1:]), dtype=np.float32)
        rows[: len(self._pending)] = self._pending
        for i, horizon in enumerate(self._used):
            rows[horizon : horizon + k, 0, i] = mean[:, i]
            rows[horizon : horizon + k, 1, i] = log_variance[:, i]
        self._pending = rows[k:].copy()
        forecast, scored = rows[:k], rows[:k].astype(np.float64)[:, :, self._scored]
        z2 = (target[:, None] - scored[:, 0]) ** 2 * np.exp(-scored[:, 1])
        nll = np.add.reduce(np.minimum(z2, self._config.clip) + scored[:, 1], axis=1) * (
            0.5 / len(self._scored)
        )

        averaged = np.concatenate([self._nll, nll])
        self._nll = averaged[k:].copy()
        windows = averaged.take(np.arange(k)[:, None] + self._window, axis=0)
        score = np.add.reduce(windows, axis=1) / self.smoothing
        expected = forecast[:, 0, self._shown]
        return ForecastRows(np.ascontiguousarray(expected.T), score.T.astype(np.float32, order="C"))
