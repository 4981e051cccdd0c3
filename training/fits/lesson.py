"""The course's lesson reported: losses beside the published ones, plainer forecasters, the figure."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from models.explain.lesson import PUBLISHED_LOSSES, SAMPLES, TRAIN_SAMPLES, WINDOW, LessonData, LessonResult


def lesson_text(result: LessonResult) -> str:
    """Write the losses beside the published ones, and each forecaster's test error.

    Parameters
    ----------
    result : LessonResult
        What the lesson found.

    Returns
    -------
    str
        Lines for the terminal.
    """
    lines = ["epoch  published  here"]
    lines += [
        f"{epoch:5d}  {published:9.5f}  {result.losses[epoch]:.5f}"
        for epoch, published in PUBLISHED_LOSSES.items()
        if epoch in result.losses
    ]
    lines += ["", "mean squared error on the test span, scaled units"]
    lines += [f"{name:>12}  {error:.1e}" for name, error in result.test_mse.items()]
    plainest = min(result.test_mse, key=lambda name: result.test_mse[name])
    if plainest != "LSTM":
        lines += [
            "",
            f"{plainest}, which is linear, forecasts the next sample better than the lesson's LSTM.",
        ]
    return "\n".join(lines) + "\n"


def lesson_tables(result: LessonResult) -> str:
    """Set the losses and each forecaster's test error out as Markdown tables.

    Parameters
    ----------
    result : LessonResult
        What the lesson found.

    Returns
    -------
    str
    """
    epochs = [epoch for epoch in PUBLISHED_LOSSES if epoch in result.losses]
    losses = [
        ["epoch", *map(str, epochs)],
        ["---", *["---:"] * len(epochs)],
        ["published", *(f"{PUBLISHED_LOSSES[epoch]:.5f}" for epoch in epochs)],
        ["here", *(f"{result.losses[epoch]:.5f}" for epoch in epochs)],
    ]
    errors = [
        ["forecaster", "test MSE, scaled units"],
        ["---", "---:"],
        *([name, f"{error:.1e}"] for name, error in result.test_mse.items()),
    ]
    parts = ["\n".join("| " + " | ".join(row) + " |" for row in rows) for rows in (losses, errors)]
    return "\n\n".join(parts) + "\n"


def write_figure(
    path: Path, signal: npt.NDArray[np.floating], fs: float, data: LessonData, result: LessonResult
) -> None:
    """Draw the lesson's figure: truth grey, training span shaded, forecast red.

    Parameters
    ----------
    path : Path
        File to write; its ending names the format (``.png``, ``.svg``, ``.pdf``).
    signal : ndarray of float, shape (n,)
        The lead, mV.
    fs : float
        Its rate, Hz.
    data : LessonData
        The lesson's data, for its scale.
    result : LessonResult
        What the lesson found.

    Raises
    ------
    OSError
        If the file cannot be written.
    ValueError
        If the ending is no format.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    seconds = np.arange(SAMPLES) / fs
    figure = Figure(figsize=(11, 4), layout="constrained", dpi=150)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.axvspan(0, TRAIN_SAMPLES / fs, color="0.9", label="training span")
    axes.plot(seconds, signal[:SAMPLES], color="0.55", linewidth=2.2, label="ECG")
    spans = ((WINDOW, result.train_forecast), (TRAIN_SAMPLES + WINDOW, result.test_forecast))
    for i, (start, forecast) in enumerate(spans):
        axes.plot(
            seconds[start : start + len(forecast)],
            forecast * (data.high - data.low) + data.low,
            color="tab:red",
            linewidth=0.9,
            label="LSTM, next sample" if i == 0 else None,
        )
    axes.set(
        xlabel="time (s)",
        ylabel="mV",
        xlim=(0, SAMPLES / fs),
        title=f"Next-sample forecast, test mean squared error {result.test_mse['LSTM']:.1e} (scaled)",
    )
    figure.legend(loc="outside lower center", frameon=False, ncols=3)
    figure.savefig(path)
