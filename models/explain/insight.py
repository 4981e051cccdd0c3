"""What the models see at one moment: the forecaster's fan and gates, the autoencoder's reconstruction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from models.running.autoencoder import Autoencoder
from models.running.forecaster import INPUT_LIMIT_MV, Forecaster
from models.signal.frontend import MODEL_FS, FrontEnd

Array = npt.NDArray[np.float32]

CONTEXT_S = 8.0
"""Signal that the models are given before the moment looked at, s. The live forecaster has had everything
since the start; after this long the two say the same but for hundredths of a millivolt."""

SHOWN_S = 2.0
"""How far back the gates are shown, s."""

AHEAD_S = 0.45
"""How far ahead of the moment the signal is shown, s: the fan's 250 ms, and a beat that begins in it."""

LEAST_WAVE_MV = 0.5
"""Less than this from top to bottom is no QRS complex whose redrawing could be told, mV: a low voltage in a
limb lead (Surawicz B, Knilans TK, "Chou's Electrocardiography in Clinical Practice", 2008)."""

_PARAMETERS = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")


@dataclass(frozen=True)
class Gates:
    """The LSTM's gates over time; a gate multiplies, 0 is shut and 1 is open.

    Attributes
    ----------
    forget, write, output : ndarray of float32, shape (rows, hidden)
        What share of each unit's memory is kept, how far the new is let in (the input gate), and how far the
        memory is let out.
    """

    forget: Array
    write: Array
    output: Array


@dataclass(frozen=True)
class Insight:
    """What the models see at one moment; times in seconds from it, signals in mV behind the front end.

    The moment is the newest row that the front end had given out by then.

    Attributes
    ----------
    lag_s : float
        How long before the end of what was given the moment lies, s.
    time, signal : ndarray of float32, shape (k,)
        The signal around the moment.
    horizon, mean, sigma : ndarray of float32, shape (horizons,)
        Where the forecaster expects it, and how surely (one standard deviation).
    gate_time : ndarray of float32, shape (rows,)
        Times of the rows of `gates`.
    gates : Gates
        The forecaster's gates.
    window_time, window, redrawn : ndarray of float32, shape (window,)
        What the autoencoder was given and what it made of it; empty where part is missing. It is the window
        in which the rows whose error counts lie around the moment, or around the beat that was asked for, or
        the newest one before that has come.
    counted : tuple of float
        From when until when the error counts.
    """

    lag_s: float
    time: Array
    signal: Array
    horizon: Array
    mean: Array
    sigma: Array
    gate_time: Array
    gates: Gates
    window_time: Array
    window: Array
    redrawn: Array
    counted: tuple[float, float]

    @property
    def covered(self) -> float | None:
        """Share of what came within the fan that lay in its wide band, as drawn, of two standard deviations.

        Every row up to the last horizon counts, also those between two horizons, where the band is drawn
        straight on; None where nothing has come yet.
        """
        _, inside = self._within()
        return float(inside.mean()) if len(inside) else None

    @property
    def left_at(self) -> float | None:
        """When the signal was first outside the wide band, s from the moment; None if it never was."""
        then, inside = self._within()
        return None if inside.all() else float(then[np.argmin(inside)])

    def _within(self) -> tuple[Array, npt.NDArray[np.bool_]]:
        """Times of the rows that came within the fan, and whether each lay in its wide band."""
        came = (self.time > 0) & (self.time < self.horizon[-1] + 0.5 / MODEL_FS) & np.isfinite(self.signal)
        then = self.time[came]
        mean, sigma = (np.interp(then, self.horizon, part) for part in (self.mean, self.sigma))
        return then, np.abs(self.signal[came] - mean) <= 2 * sigma

    @property
    def reconstruction_error_mv(self) -> float:
        """Root mean square error of the reconstruction where it counts, mV; NaN where there is none."""
        given, redrawn = self._where_it_counts()
        return float(np.sqrt(np.mean((given - redrawn) ** 2))) if len(given) else float("nan")

    @property
    def redrawn_share(self) -> float | None:
        """Share of the signal's variance that is redrawn where it counts; None where there is no wave.

        It is what a card's figures say of many beats (`models.explain.figures`), said of this one.
        """
        given, redrawn = self._where_it_counts()
        if not len(given) or float(np.ptp(given)) < LEAST_WAVE_MV:
            return None
        return float(1 - np.sum((given - redrawn) ** 2) / np.sum((given - given.mean()) ** 2))

    def _where_it_counts(self) -> tuple[Array, Array]:
        """What was given and what was redrawn in the rows whose error counts, mV."""
        first, last = self.counted
        counted = (self.window_time >= first) & (self.window_time <= last)
        return self.window[counted], self.redrawn[counted]


def gates(network: Forecaster, value: Array) -> Gates:
    """Work out a forecaster's gates over rows, from a state of zero.

    With the network's own output h and input x, gate = sigmoid(W x_t + U h_{t-1} + b): Hochreiter S,
    Schmidhuber J, Neural Computation 9(8):1735-1780, 1997, with the forget gate of Gers et al., Neural
    Computation 12(10):2451-2471, 2000.

    Parameters
    ----------
    network : Forecaster
        The network.
    value : ndarray of float32, shape (rows,)
        Signal behind the front end, mV; no NaN.

    Returns
    -------
    Gates
        Of as many rows.
    """
    lstm = network.lstm
    with torch.inference_mode():
        x = torch.from_numpy(value).clamp(-INPUT_LIMIT_MV, INPUT_LIMIT_MV)[:, None]
        hidden, _ = lstm(x)
        before = torch.cat([torch.zeros_like(hidden[:1]), hidden[:-1]])
        w, u, b_w, b_u = (getattr(lstm, name).detach() for name in _PARAMETERS)
        drive = x @ w.T + before @ u.T + b_w + b_u
        write, forget, _, output = (part.sigmoid().numpy() for part in drive.chunk(4, dim=1))
    return Gates(forget, write, output)


def look(
    forecaster: Forecaster,
    autoencoder: Autoencoder,
    fs: float,
    before: npt.NDArray[np.floating],
    after: npt.NDArray[np.floating],
    beat: int | None = None,
) -> Insight:
    """Look at what the models see at the end of `before`.

    Nothing of what the forecaster says depends on `after`; it is there to be compared with.

    Parameters
    ----------
    forecaster : Forecaster
        The forecaster.
    autoencoder : Autoencoder
        The autoencoder.
    fs : float
        Rate of the signal, Hz.
    before : ndarray, shape (n,)
        Signal up to the moment, mV; `CONTEXT_S` of it are made use of.
    after : ndarray, shape (m,)
        What came next, mV; may be empty.
    beat : int, optional
        Samples from the end of `before` to the R peak about which the autoencoder redraws; the moment itself,
        if left out.

    Returns
    -------
    Insight

    Raises
    ------
    ValueError
        If `before` is too short to tell anything (0.2 s), or `fs` is outside the front end's range.
    """
    before = before[-round(CONTEXT_S * fs) :]
    if len(before) < 0.2 * fs:
        raise ValueError("There is too little signal before this moment.")
    rows = FrontEnd(fs).push(np.concatenate([before, after]))
    n = int(np.searchsorted(rows.emitted, len(before)))
    context = np.where(np.isnan(rows.value[:n]), np.float32(0), rows.value[:n]).astype(np.float32)
    with torch.inference_mode():
        mean, log_variance, _ = forecaster(torch.from_numpy(context)[None])
    sigma = (0.5 * log_variance[0, -1]).exp().numpy()
    time = ((np.arange(len(rows)) - (n - 1)) / MODEL_FS).astype(np.float32)
    shown = (time >= -SHOWN_S) & (time <= AHEAD_S)
    n_gates = min(n, round(SHOWN_S * MODEL_FS))
    every = gates(forecaster, context)
    config = autoencoder.config
    middle = n if beat is None else int(np.searchsorted(rows.index, len(before) + beat))
    end = min(middle + config.window - (config.counted.start + config.counted.stop) // 2, len(rows))
    window = rows.value[max(0, end - config.window) : end]
    if len(window) == config.window and np.isfinite(window).all():
        with torch.inference_mode():
            redrawn = autoencoder(torch.from_numpy(window.astype(np.float32))[None])[0].numpy()
        window_time = time[end - config.window : end]
    else:
        window_time = window = redrawn = time[:0]

    def edge(row: int) -> float:
        """Time of a row of the window."""
        return (end - config.window + row - (n - 1)) / MODEL_FS

    return Insight(
        lag_s=float(len(before) - rows.index[n - 1]) / fs,
        time=time[shown],
        signal=rows.value[shown],
        horizon=np.array(forecaster.config.horizons, dtype=np.float32) / np.float32(MODEL_FS),
        mean=mean[0, -1].numpy(),
        sigma=sigma,
        gate_time=time[n - n_gates : n],
        gates=Gates(every.forget[-n_gates:], every.write[-n_gates:], every.output[-n_gates:]),
        window_time=window_time,
        window=window,
        redrawn=redrawn,
        counted=(edge(config.counted.start) - 0.5 / MODEL_FS, edge(config.counted.stop) - 0.5 / MODEL_FS),
    )
