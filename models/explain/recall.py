"""A task in which memory decides: a mark is seen once, then noise, and later the mark is asked for.

A recurrent network learns to keep the mark only if the answer's error reaches back to it. In a plain network
that gradient is a product of one Jacobian a step and fades exponentially: Bengio Y, Simard P, Frasconi P,
*IEEE Trans Neural Networks* 5(2):157-166, 1994. The LSTM's memory is passed on by a gate that can stay open:
Hochreiter S, Schmidhuber J, Neural Computation 9(8):1735-1780, 1997.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from assets.figures import read_figures
from assets.shipped import digits_folder

Array = npt.NDArray[np.float32]

LAGS = (5, 10, 20, 50, 100, 200, 500)
"""Steps after which the mark is asked for."""

HIDDEN = 16
"""Units of either network."""

NOISE = 1.0
"""Standard deviation of the noise; the mark is 1 or -1."""

KINDS = {"rnn": "plain RNN", "lstm": "LSTM"}
"""The two networks, and what they are called."""


@dataclass(frozen=True)
class Way:
    """One way in which both are taught.

    Attributes
    ----------
    open_gates : bool
        Whether the LSTM's forget gates begin nearly open, as for memories of up to the longest lag: Tallec C,
        Ollivier Y, *Can recurrent neural networks warp time?*, ICLR 2018. If not, they begin half open.
    all_along : bool
        Whether the mark is asked for on the way too while learning, after each of the shorter lags; if not,
        at the end alone.
    """

    open_gates: bool
    all_along: bool


WAYS = {
    "end": Way(open_gates=True, all_along=False),
    "half": Way(open_gates=False, all_along=False),
    "along": Way(open_gates=True, all_along=True),
}
"""By name; the first is the usual one."""


class Recaller(nn.Module):
    """One recurrent layer, and an answer from each step: above 0 it says that the mark was up.

    Parameters
    ----------
    kind : str
        One of `KINDS`; both as PyTorch initialises them, but for the gates.
    open_gates : bool
        As in `Way`.
    """

    def __init__(self, kind: str, *, open_gates: bool) -> None:
        super().__init__()
        self.layer = (nn.LSTM if kind == "lstm" else nn.RNN)(2, HIDDEN, batch_first=True)
        self.head = nn.Linear(HIDDEN, 1)
        if kind == "lstm" and open_gates:
            with torch.no_grad():
                lasting = torch.log(1 + torch.rand(HIDDEN) * (LAGS[-1] - 2))
                bias, other = (getattr(self.layer, name) for name in ("bias_ih_l0", "bias_hh_l0"))
                bias.zero_()
                other.zero_()
                bias[:HIDDEN], bias[HIDDEN : 2 * HIDDEN] = -lasting, lasting

    def states(self, x: torch.Tensor) -> torch.Tensor:
        """What its units give out: shape (n, steps, 2) to (n, steps, `HIDDEN`)."""
        hidden: torch.Tensor = self.layer(x)[0]
        return hidden

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Answer at each step: shape (n, steps, 2) to (n, steps)."""
        answer: torch.Tensor = self.head(self.states(x))[..., 0]
        return answer


def sequences(n: int, lag: int, generator: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Make marks, and noise after them.

    Parameters
    ----------
    n : int
        How many.
    lag : int
        Steps from the mark to the question.
    generator : torch.Generator
        Draws them.

    Returns
    -------
    x : Tensor, shape (n, lag + 1, 2)
        The signal, and beside it a 1 at the mark, which is the first step, and 0 elsewhere.
    up : Tensor of float32, shape (n,)
        1 where the mark was up, 0 where it was down.
    """
    x = torch.zeros(n, lag + 1, 2)
    x[..., 0] = NOISE * torch.randn(n, lag + 1, generator=generator)
    up = torch.randint(0, 2, (n,), generator=generator).float()
    x[:, 0, 0], x[:, 0, 1] = 2 * up - 1, 1
    return x, up


def gradient(network: Recaller, x: torch.Tensor) -> Array:
    """Norm of the last answer's gradient by each step's input, mean over the sequences.

    Parameters
    ----------
    network : Recaller
        The network.
    x : Tensor, shape (n, steps, 2)
        Sequences.

    Returns
    -------
    ndarray of float32, shape (steps,)
        By steps back: the newest input first, the mark last.
    """
    given = x.clone().requires_grad_()
    (by_input,) = torch.autograd.grad(network(given)[:, -1].sum(), given)
    norm: Array = by_input.norm(dim=-1).mean(dim=0).flip(0).numpy()
    return norm


def left(network: Recaller, x: torch.Tensor) -> Array:
    """How far apart the units are after a mark up and after a mark down, with the same noise behind them.

    Parameters
    ----------
    network : Recaller
        The network.
    x : Tensor, shape (n, steps, 2)
        Sequences.

    Returns
    -------
    ndarray of float32, shape (steps,)
        Root mean square over units and sequences, at each step from the mark on.
    """
    other = x.clone()
    other[:, 0, 0] *= -1
    with torch.inference_mode():
        apart = network.states(x) - network.states(other)
        distance: Array = apart.square().mean(dim=(0, 2)).sqrt().numpy()
    return distance


class Remembered(TypedDict):
    """Accuracies by lag, a list a seed, of either network."""

    rnn: list[list[float]]
    lstm: list[list[float]]


class Recalled(TypedDict):
    """Accuracies of `seeds` starts, the `first` seed and the next ones, by the names of `WAYS`."""

    lags: list[int]
    seeds: int
    first: int
    batches: int
    end: Remembered
    half: Remembered
    along: Remembered


@cache
def load_recall() -> Recalled:
    """Give the shipped figures of several starts, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_figures(digits_folder() / "memory.json", Recalled, "the task of memory")
