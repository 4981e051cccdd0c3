"""Fits of the task of memory: one network for each number of steps, watched while it learns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import nn

from models.explain.recall import LAGS, Recaller, Way, sequences

BATCHES, BATCH = 500, 16
"""Most batches of a fit, and sequences in a batch; the same for both networks."""

RATES = {"rnn": 3e-3, "lstm": 1e-2}
"""Adam's learning rate, for each the one that suits it: at 1e-2 the plain one fails at 10 steps already."""

ENOUGH = 20
"""So many batches without a mistake in a row, and it has learnt."""

ASKED = 200
"""New sequences on which it is asked in the end."""


@dataclass(frozen=True)
class Recall:
    """How far a fit has come.

    Attributes
    ----------
    network : Recaller
        As it is now.
    batches : int
        Batches taken.
    accuracy : float
        Share of right answers: over the last batches, or of new sequences once it is done.
    done : bool
        Whether the fit is over.
    """

    network: Recaller
    batches: int
    accuracy: float
    done: bool


def begin(kind: str, way: Way, seed: int) -> Recaller:
    """Make a network as `learn` begins with it; leaves torch's generator as it was."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Recaller(kind, open_gates=way.open_gates)


def learn(kind: str, way: Way, lag: int, seed: int, every: int = 10) -> Iterator[Recall]:
    """Fit a network to say which mark it saw so many steps ago.

    Parameters
    ----------
    kind : str
        Which network, one of `models.explain.recall.KINDS`.
    way : Way
        How it is taught.
    lag : int
        Steps from the mark to the question.
    seed : int
        First weights and sequences; both kinds are given the same sequences.
    every : int
        Tells each so many batches.

    Yields
    ------
    Recall
        The last is `done`.
    """
    generator = torch.Generator().manual_seed(seed)
    network = begin(kind, way, seed)
    optimiser = torch.optim.Adam(network.parameters(), lr=RATES[kind])
    right: list[float] = []
    while len(right) < BATCHES and right[-ENOUGH:] != [1.0] * ENOUGH:
        x, up = sequences(BATCH, lag, generator)
        answers = network(x)[:, [*(step for step in LAGS if step < lag and way.all_along), lag]]
        loss = nn.functional.binary_cross_entropy_with_logits(answers, up[:, None].expand_as(answers))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        right.append(_share(answers[:, -1], up))
        if len(right) % every == 0:
            yield Recall(network, len(right), sum(right[-ENOUGH:]) / ENOUGH, done=False)
    x, up = sequences(ASKED, lag, torch.Generator().manual_seed(seed + 2**20))
    with torch.inference_mode():
        accuracy = _share(network(x)[:, -1], up)
    yield Recall(network, len(right), accuracy, done=True)


def _share(answers: torch.Tensor, up: torch.Tensor) -> float:
    return float(((answers > 0) == (up > 0)).float().mean())
