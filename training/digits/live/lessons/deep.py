"""Why depth was hard: how strongly each layer of a deep network is told what to change, while it learns."""

from __future__ import annotations

import time
from pathlib import Path

import torch
from torch import nn

from assets.databases.mnist import load_mnist
from models.contract.messages.commands import TrainDeep
from models.contract.messages.lab import Series, Share
from models.digits.networks.network import PIXELS, mlp
from training.digits.live.link import Link

WIDTH, BATCH, BATCHES, RATE, MOMENTUM = 32, 64, 1000, 0.02, 0.9
"""Units a layer, images a batch, batches of the fit, learning rate and momentum of plain gradient descent."""

LONGEST = 1.0
"""The whole gradient is cut to this norm, or deep networks of ReLUs run away; it is told as it was before."""

KINDS: dict[str, type[nn.Module]] = {"sigmoid": nn.Sigmoid, "relu": nn.ReLU}

ASKED = 1000
"""Images of the training set that nobody learns from, on which both are asked."""

TELL_S = 0.25
"""How often progress is told, in seconds."""

DEPTHS = range(2, 21)


def run(request: TrainDeep, link: Link) -> None:
    """Teach two classifiers of the same depth, one of sigmoids and one of ReLUs.

    The first weights are drawn as suits each: Glorot & Bengio, *Understanding the difficulty of training deep
    feedforward neural networks*, 2010, for sigmoids; He et al., *Delving deep into rectifiers*, 2015, for
    ReLUs.

    Parameters
    ----------
    request : TrainDeep
        What is asked for.
    link : Link
        Is told its `Share`, and as `Series` ``sigmoid gradient`` (root mean square of the gradient by a
        weight, by layer from 1) and ``sigmoid accuracy`` by batch; the same of ``relu``.

    Raises
    ------
    AssetError
        If MNIST is missing or broken.
    ValueError
        If the depth is none of `DEPTHS`.
    RuntimeError
        If a training runs away.
    """
    if request.depth not in DEPTHS:
        raise ValueError(f"The depth must be from {DEPTHS[0]} to {DEPTHS[-1]} layers, not {request.depth}.")
    digits = load_mnist(Path(request.mnist)).train
    kept = len(digits) - min(ASKED, len(digits) // 4)
    asked = torch.from_numpy(digits.pixels(slice(kept, None)))
    truth = torch.from_numpy(digits.labels[kept:].astype("int64"))
    generator = torch.Generator().manual_seed(request.seed)
    networks = {kind: _network(kind, request) for kind in KINDS}
    optimisers = {
        kind: torch.optim.SGD(network.parameters(), lr=RATE, momentum=MOMENTUM)
        for kind, network in networks.items()
    }
    right: dict[str, list[float]] = {kind: [] for kind in KINDS}
    at: list[float] = []
    told = 0.0
    for batch in range(BATCHES + 1):
        which = torch.randint(0, kept, (BATCH,), generator=generator).numpy()
        x = torch.from_numpy(digits.pixels(which))
        y = torch.from_numpy(digits.labels[which].astype("int64"))
        due = batch in (0, BATCHES) or time.monotonic() - told >= TELL_S
        if due:
            told = time.monotonic()
            at.append(float(batch))
        for kind, network in networks.items():
            optimisers[kind].zero_grad()
            nn.functional.cross_entropy(network(x), y).backward()
            if due:
                _tell(link, kind, network, at, right[kind], asked, truth)
            nn.utils.clip_grad_norm_(network.parameters(), LONGEST, error_if_nonfinite=True)
            optimisers[kind].step()
        if due:
            link.tell(Share(batch / BATCHES, f"batch {batch} of {BATCHES}"))


def _network(kind: str, request: TrainDeep) -> nn.Sequential:
    """Make one of `TrainDeep.depth` layers of weights."""
    network = mlp((PIXELS, *[WIDTH] * (request.depth - 1), 10), KINDS[kind])
    generator = torch.Generator().manual_seed(request.seed)
    for layer in network:
        if isinstance(layer, nn.Linear):
            if kind == "relu":
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu", generator=generator)
            else:
                nn.init.xavier_normal_(layer.weight, generator=generator)
            nn.init.zeros_(layer.bias)
    return network


def _tell(
    link: Link,
    kind: str,
    network: nn.Sequential,
    at: list[float],
    right: list[float],
    asked: torch.Tensor,
    truth: torch.Tensor,
) -> None:
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    sizes = [float(f"{rms(layer.weight.grad):.4g}") for layer in layers if layer.weight.grad is not None]
    with torch.inference_mode():
        right.append(float((network(asked).argmax(1) == truth).float().mean()))
    link.tell(Series(f"{kind} gradient", tuple(float(i + 1) for i in range(len(sizes))), tuple(sizes)))
    link.tell(Series(f"{kind} accuracy", tuple(at), tuple(right)))


def rms(values: torch.Tensor) -> float:
    """Root mean square."""
    return float(values.double().square().mean().sqrt())
