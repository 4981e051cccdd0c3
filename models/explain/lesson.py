"""The course's first lesson: a small LSTM learns to say the next sample of an ECG from the last fifty.

Kept exactly as it is taught, for comparison with what the monitor uses. Its low loss is no proof of skill:
two plainer forecasters, persistence and linear autoregression, stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

SAMPLES = 2000
"""Samples of the lesson: the first of the demo record, 5.6 s."""

TRAIN_SAMPLES = 1400
"""The first 70 % are learnt from; the scaling, too, knows only them."""

WINDOW = 50
"""Samples that the network sees, 139 ms."""

EPOCHS = 100
SEED = 42
LEARNING_RATE = 0.01

PUBLISHED_LOSSES = {
    10: 0.02516, 20: 0.01600, 30: 0.01093, 40: 0.00584, 50: 0.00371,
    60: 0.00201, 70: 0.00110, 80: 0.00073, 90: 0.00061, 100: 0.00057,
}  # fmt: skip
"""Training loss by epoch, as published with the lesson."""


class LessonLSTM(nn.Module):
    """``LSTM(1, 50)`` and ``Linear(50, 1)`` on its last output."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(1, WINDOW, batch_first=True)
        self.linear = nn.Linear(WINDOW, 1)

    def forward(self, windows: torch.Tensor) -> torch.Tensor:
        """Forecast the sample after each window; shape (n, window, 1) to (n, 1)."""
        hidden, _ = self.lstm(windows)
        forecast: torch.Tensor = self.linear(hidden[:, -1, :])
        return forecast

    def forecast(self, windows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Forecast without learning; shape (n, window) to (n,)."""
        with torch.inference_mode():
            told: npt.NDArray[np.float32] = self(torch.from_numpy(windows).unsqueeze(-1))[:, 0].numpy()
        return told


@dataclass(frozen=True)
class LessonData:
    """The lesson's data, scaled to 0 to 1 by the training span.

    Attributes
    ----------
    train_windows, test_windows : ndarray of float32, shape (1350, 50) and (550, 50)
    train_next, test_next : ndarray of float32, shape (1350,) and (550,)
        The sample after each window.
    low, high : float
        Least and greatest value of the training span, in the signal's unit.
    """

    train_windows: npt.NDArray[np.float32]
    train_next: npt.NDArray[np.float32]
    test_windows: npt.NDArray[np.float32]
    test_next: npt.NDArray[np.float32]
    low: float
    high: float


@dataclass(frozen=True)
class LessonResult:
    """What the lesson finds.

    Attributes
    ----------
    losses : dict of int to float
        Training loss at every tenth epoch.
    test_mse : dict of str to float
        Mean squared error on the test span of the LSTM, of persistence and of AR(50); scaled units.
    train_forecast, test_forecast : ndarray of float32
        The LSTM's forecasts, scaled.
    """

    losses: dict[int, float]
    test_mse: dict[str, float]
    train_forecast: npt.NDArray[np.float32]
    test_forecast: npt.NDArray[np.float32]


def prepare(signal: npt.ArrayLike, *, peek: bool = False) -> LessonData:
    """Scale and cut the signal.

    Parameters
    ----------
    signal : array_like of float, shape (n,)
        At least `SAMPLES` finite samples.
    peek : bool
        Scale by the test span as well, as one must not: to show what that does.

    Raises
    ------
    ValueError
        If there are fewer, or the training span is flat.
    """
    x = np.asarray(signal, dtype=np.float64)[:SAMPLES]
    if x.shape != (SAMPLES,) or not np.isfinite(x).all():
        raise ValueError(f"The lesson needs {SAMPLES} samples of one lead without gaps.")
    known = x if peek else x[:TRAIN_SAMPLES]
    low, high = float(known.min()), float(known.max())
    if low == high:
        raise ValueError("The lesson's training span is flat.")
    scaled = (x - low) / (high - low)
    return LessonData(*_pairs(scaled[:TRAIN_SAMPLES]), *_pairs(scaled[TRAIN_SAMPLES:]), low, high)


def learning(data: LessonData, epochs: int = EPOCHS) -> Iterator[tuple[LessonLSTM, float]]:
    """Fit the lesson's LSTM by full-batch Adam on the mean squared error, seeded with `SEED`.

    Leaves torch's generator as it was.

    Yields
    ------
    network : LessonLSTM
        As it is after each epoch.
    loss : float
        Training loss of that epoch.
    """
    windows = torch.from_numpy(data.train_windows).unsqueeze(-1)
    target = torch.from_numpy(data.train_next).unsqueeze(-1)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        network = LessonLSTM()
    optimiser = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    for _ in range(epochs):
        optimiser.zero_grad()
        loss = nn.functional.mse_loss(network(windows), target)
        loss.backward()
        optimiser.step()
        yield network, loss.item()


def fit(data: LessonData, epochs: int = EPOCHS) -> tuple[LessonLSTM, dict[int, float]]:
    """Fit the lesson's LSTM to its end (`learning`).

    Returns
    -------
    network : LessonLSTM
    losses : dict of int to float
        Training loss at every tenth epoch.
    """
    fitted = list(learning(data, epochs))
    return fitted[-1][0], {i: loss for i, (_, loss) in enumerate(fitted, start=1) if i % 10 == 0}


def run(data: LessonData, epochs: int = EPOCHS) -> LessonResult:
    """Fit the lesson's LSTM (`fit`) and let it forecast, beside the plainer forecasters."""
    network, losses = fit(data, epochs)
    test = network.forecast(data.test_windows)
    return LessonResult(losses, test_errors(data, test), network.forecast(data.train_windows), test)


def test_errors(data: LessonData, forecast: npt.NDArray[np.float32]) -> dict[str, float]:
    """Mean squared error on the test span, scaled units: of the LSTM's forecast, and of plainer ones.

    Parameters
    ----------
    data : LessonData
        The lesson's data.
    forecast : ndarray of float32, shape (550,)
        The LSTM's forecast of `data.test_next`.
    """
    forecasts: dict[str, npt.NDArray[np.floating]] = {
        "LSTM": forecast,
        "persistence": data.test_windows[:, -1],
        f"AR({WINDOW})": _autoregression(data),
    }
    return {name: float(np.mean((f - data.test_next) ** 2)) for name, f in forecasts.items()}


def _pairs(x: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Windows and the sample after each."""
    windows = np.lib.stride_tricks.sliding_window_view(x[:-1], WINDOW)
    return windows.astype(np.float32), x[WINDOW:].astype(np.float32)


def _autoregression(data: LessonData) -> npt.NDArray[np.float64]:
    """Forecast the test span by least-squares linear autoregression with a constant."""

    def with_constant(windows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        return np.column_stack([windows, np.ones(len(windows))]).astype(np.float64)

    weights = np.linalg.lstsq(with_constant(data.train_windows), data.train_next, rcond=None)[0]
    return np.asarray(with_constant(data.test_windows) @ weights)
