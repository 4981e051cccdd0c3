"""The LSTM lesson, watched: its losses, and its forecast of the ECG that grows over the epochs."""

from __future__ import annotations

import numpy as np

from assets.records.demo import load_demo
from models.contract.messages.commands import TrainForecast
from models.contract.messages.lab import Series, Share
from models.explain.lesson import EPOCHS, TRAIN_SAMPLES, WINDOW, learning, prepare, test_errors
from training.digits.live.link import Link

TOLD = 5
"""The forecast is told every so many epochs, and after the first."""


def run(request: TrainForecast, link: Link) -> None:
    """Fit the lesson's LSTM to the first samples of the demo record.

    Parameters
    ----------
    request : TrainForecast
        What is asked for.
    link : Link
        Is told its `Share`, and as `Series` ``loss`` by epoch, ``forecast`` (sample by sample, scaled, of the
        span that is not learnt from) and in the end ``errors``: the mean squared error there of the LSTM, of
        persistence and of linear autoregression, in this order.

    Raises
    ------
    AssetError
        If the demo record is missing or damaged.
    """
    data = prepare(load_demo().signals[:, 0], peek=request.peek)
    losses: list[float] = []
    forecast = np.zeros(0, np.float32)
    for network, loss in learning(data, EPOCHS):
        losses.append(loss)
        done = len(losses)
        link.tell(Series("loss", tuple(float(i + 1) for i in range(done)), tuple(losses)))
        if done == 1 or done % TOLD == 0:
            forecast = network.forecast(data.test_windows)
            _tell(link, forecast)
        link.tell(Share(done / EPOCHS, f"epoch {done} of {EPOCHS}"))
    errors = test_errors(data, forecast)
    link.tell(Series("errors", tuple(float(i) for i in range(len(errors))), tuple(errors.values())))


def _tell(link: Link, forecast: np.ndarray) -> None:
    first = TRAIN_SAMPLES + WINDOW
    at = tuple(float(first + i) for i in range(len(forecast)))
    link.tell(Series("forecast", at, tuple(float(f"{value:.4f}") for value in forecast)))
