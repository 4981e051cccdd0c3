"""Who remembers longer: both networks learn to keep a mark while somebody watches."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np
import numpy.typing as npt
import torch

from models.contract.messages.commands import TrainRecall
from models.contract.messages.lab import Series, Share
from models.explain.recall import KINDS, LAGS, WAYS, gradient, left, sequences
from training.digits.fits.recall import begin, learn
from training.digits.live.link import Link

PROBES = 16
"""Sequences over which the gradient and what is left of the mark are averaged."""


def run(request: TrainRecall, link: Link) -> None:
    """Fit both networks for one lag after the other, the shortest first.

    Parameters
    ----------
    request : TrainRecall
        What is asked for.
    link : Link
        Is told its `Share`, and each `Series`: ``rnn accuracy`` by lag, and for each lag ``rnn before 5``
        and ``rnn gradient 5`` by steps back, ``rnn left 5`` by steps; the same of ``lstm``.

    Raises
    ------
    ValueError
        If there is no such way.
    """
    if request.way not in WAYS:
        raise ValueError(f"There is no way {request.way!r} to teach a memory; there are {', '.join(WAYS)}.")
    way = WAYS[request.way]
    found: dict[str, dict[int, float]] = {kind: {} for kind in KINDS}
    for lag in LAGS:
        probes, _ = sequences(PROBES, lag, torch.Generator().manual_seed(request.seed + 2**21))
        fits = [learn(kind, way, lag, request.seed) for kind in KINDS]
        for kind in KINDS:
            _tell(link, f"{kind} before {lag}", gradient(begin(kind, way, request.seed), probes))
        for both in zip_longest(*fits):
            for kind, now in zip(KINDS, both, strict=True):
                if now is None:  # this one has learnt, the other has not
                    continue
                found[kind][lag] = now.accuracy
                link.tell(Series(f"{kind} accuracy", tuple(found[kind]), tuple(found[kind].values())))
                if now.done:
                    _tell(link, f"{kind} gradient {lag}", gradient(now.network, probes))
                    _tell(link, f"{kind} left {lag}", left(now.network, probes))
            taken = max(now.batches for now in both if now is not None)
            done = sum(other for other in LAGS if other < lag) / sum(LAGS)
            link.tell(Share(done, f"asked after {lag} steps: batch {taken}"))
    link.tell(Share(1.0, "done"))


def _tell(link: Link, name: str, curve: npt.NDArray[np.float32]) -> None:
    """Tell a curve by steps, to four figures."""
    link.tell(
        Series(name, tuple(np.arange(float(len(curve))).tolist()), tuple(float(f"{v:.4g}") for v in curve))
    )
