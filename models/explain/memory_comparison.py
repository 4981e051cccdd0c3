"""Who remembers longer: a plain recurrent network and an LSTM of the same size, fitted on the same beats.

What an output owes to an input some steps earlier is their derivative. In a plain recurrent network it is a
product of one Jacobian a step and dies away (or explodes) exponentially: Bengio Y, Simard P, Frasconi P, IEEE
Trans Neural Networks 5(2):157-166, 1994. The LSTM's memory is passed on by a gate that can stay open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from assets.phrase import phrase
from models.running.forecaster import Forecaster
from models.signal.frontend import MODEL_FS

Array = npt.NDArray[np.float32]
Told = tuple[float, tuple["Memory", ...]]

HIDDEN = 32
"""Units of either network."""

HORIZONS = (8, 30, 60)
"""How far ahead they forecast, rows: 67, 250 and 500 ms, which takes some memory."""

ROWS = 240
"""Rows that they are given before they are asked, and are fitted on at once: 2 s."""

WARM_UP = 60
"""Rows at the start of each stretch whose forecasts do not count."""

STEPS, BATCH, RATE = 300, 16, 5e-3
"""Batches of the fit, stretches in a batch, and Adam's learning rate."""

PROBES = 24
"""Places at which the gradient is taken; their norms are averaged."""

LEAST_S = 10.0
"""Least signal to compare on, s."""

FORGOTTEN = 0.01
"""A network has forgotten an input that moves its outputs by less than this share of what its most telling
input does."""


class Recurrent(nn.Module):
    """One recurrent layer and a linear forecast.

    Parameters
    ----------
    layer : type
        `torch.nn.RNN` (tanh) or `torch.nn.LSTM`; both as PyTorch initialises them.
    """

    def __init__(self, layer: type[nn.RNN] | type[nn.LSTM]) -> None:
        super().__init__()
        self.layer = layer(1, HIDDEN, batch_first=True)
        self.head = nn.Linear(HIDDEN, len(HORIZONS))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Forecast from each row: shape (batch, rows) to (batch, rows, horizons)."""
        hidden, _ = self.layer(x.unsqueeze(-1))
        forecast: torch.Tensor = self.head(hidden)
        return forecast


@dataclass(frozen=True)
class Memory:
    """How far back one network remembers.

    Attributes
    ----------
    name : str
        Which network, in words.
    norm : ndarray of float32, shape (`ROWS`,)
        Norm of the outputs' gradient by the input so many rows earlier, as a share of the largest.
    """

    name: str
    norm: Array

    @property
    def reach_s(self) -> float:
        """The longest lag, s, at which the norm is still `FORGOTTEN` of its largest."""
        return float(np.flatnonzero(self.norm >= FORGOTTEN)[-1]) / MODEL_FS


def gradient_norm(forecast: Callable[[torch.Tensor], torch.Tensor], stretches: torch.Tensor) -> Array:
    """Norm of the gradient of the last outputs by each input.

    Parameters
    ----------
    forecast : callable
        From (batch, rows) to (batch, rows, outputs).
    stretches : Tensor, shape (batch, rows)
        Signal, mV.

    Returns
    -------
    ndarray of float32, shape (rows,)
        Over the outputs the Euclidean norm, over the stretches the mean; by lag, the newest input first.
    """
    x = stretches.clone().requires_grad_()
    last = forecast(x)[:, -1]
    square = torch.zeros_like(x)
    for j in range(last.shape[-1]):
        (gradient,) = torch.autograd.grad(last[:, j].sum(), x, retain_graph=True)
        square += gradient.square()
    norm: Array = square.sqrt().mean(dim=0).flip(0).detach().numpy()
    return norm


def _memory(name: str, forecast: Callable[[torch.Tensor], torch.Tensor], probes: torch.Tensor) -> Memory:
    norm = gradient_norm(forecast, probes)
    return Memory(name, norm / max(float(norm.max()), float(np.finfo(np.float32).tiny)))


def compare(value: Array, forecaster: Forecaster, seed: int = 1) -> Iterator[Told]:
    """Fit both networks and tell how far back they remember, again and again while they learn.

    Parameters
    ----------
    value : ndarray of float32, shape (rows,)
        Signal behind the front end, mV, at least `LEAST_S` of it; NaN is taken as 0.
    forecaster : Forecaster
        The monitor's own, for comparison.
    seed : int
        Start of both networks and order of the batches.

    Yields
    ------
    done : float
        Share of the fit that is done.
    memories : tuple of Memory
        Plain network and LSTM before the fit, both as they are now, and `forecaster`.

    Raises
    ------
    ValueError
        If there is too little signal.
    """
    if len(value) < LEAST_S * MODEL_FS:
        raise ValueError(phrase("The comparison needs {least:.0f} s of signal.", least=LEAST_S))
    signal = torch.from_numpy(np.nan_to_num(value).astype(np.float32))
    stretches = signal.unfold(0, ROWS, 1)  # row i begins with row i of the signal
    probes = stretches[np.linspace(0, len(stretches) - 1, PROBES).astype(int)]
    generator = torch.Generator().manual_seed(seed)
    networks: list[Recurrent] = []
    with torch.random.fork_rng(devices=[]):
        for layer in (nn.RNN, nn.LSTM):
            torch.manual_seed(seed)
            networks.append(Recurrent(layer))
    names = (phrase("plain RNN"), "LSTM")
    fixed = [
        _memory(phrase("{name}, untrained", name=name), net, probes)
        for name, net in zip(names, networks, strict=True)
    ]
    shipped = _memory(phrase("the monitor's LSTM"), lambda x: forecaster(x)[0], probes)
    optimisers = [torch.optim.Adam(network.parameters(), lr=RATE) for network in networks]
    for step in range(STEPS + 1):
        if step % (STEPS // 12) == 0:
            now = [
                _memory(phrase("{name}, trained", name=name), net, probes)
                for name, net in zip(names, networks, strict=True)
            ]
            yield step / STEPS, (*fixed, *now, shipped)
        first = torch.randint(0, len(stretches) - HORIZONS[-1], (BATCH,), generator=generator)
        x = stretches[first]
        target = torch.stack([stretches[first + h] for h in HORIZONS], dim=-1)
        for network, optimiser in zip(networks, optimisers, strict=True):
            optimiser.zero_grad()
            (network(x) - target)[:, WARM_UP:].square().mean().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
