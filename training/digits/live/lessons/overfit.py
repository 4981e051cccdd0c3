"""Too few digits: an autoencoder that learns some by heart, and is asked for others it never saw."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from assets.databases.mnist import load_mnist
from models.contract.messages.commands import Overfit
from models.contract.messages.lab import Series, Share
from models.digits.networks.dense import DenseAutoencoder
from training.digits.live.link import Link, picture

SIZES, BATCH, BATCHES, RATE = (256, 64, 32), 32, 2000, 1e-3
"""Widths of the network down to its code, images a batch, batches of the fit, Adam's learning rate."""

ASKED = 500
"""Images of the training set that it never learns from, on which it is asked."""

SHOWN = 6
"""Of these shown redrawn, behind the learner's own digit."""

TELL_S = 0.3
"""How often progress is told, in seconds."""

LEAST, MOST = 10, 10_000
"""How few digits it may learn from, and how many."""


def run(request: Overfit, link: Link) -> None:
    """Fit an autoencoder to a few digits and keep what it was when it did best on others.

    Parameters
    ----------
    request : Overfit
        What is asked for.
    link : Link
        Is told its `Share`, as `Series` ``train`` and ``others`` (mean squared error by batch), and a
        `Picture` of three rows: pictures that it never saw, the learner's own first where there is one;
        as redrawn when it did best on others; as redrawn now.

    Raises
    ------
    AssetError
        If MNIST is missing or broken.
    ValueError
        If the number of digits is out of range, or the ink is no picture.
    """
    if not LEAST <= request.digits <= MOST:
        raise ValueError(f"The digits to learn from must be {LEAST} to {MOST}, not {request.digits}.")
    digits = load_mnist(Path(request.mnist)).train
    kept = len(digits) - min(ASKED, len(digits) // 4)
    asked = torch.from_numpy(digits.pixels(slice(kept, None)))
    generator = torch.Generator().manual_seed(request.seed)
    chosen = torch.randperm(kept, generator=generator)[: request.digits].sort().values.numpy()
    known = torch.from_numpy(digits.pixels(chosen))
    shown = torch.cat([own(request.ink), asked[:SHOWN]])
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(request.seed)
        network = DenseAutoencoder(SIZES)
    optimiser = torch.optim.Adam(network.parameters(), lr=RATE)
    at: list[float] = []
    errors: dict[str, list[float]] = {"train": [], "others": []}
    best = redrawn = shown
    told = 0.0
    for batch in range(BATCHES + 1):
        if batch in (0, BATCHES) or time.monotonic() - told >= TELL_S:
            told = time.monotonic()
            at.append(float(batch))
            with torch.inference_mode():
                for name, x in (("train", known[:ASKED]), ("others", asked)):
                    errors[name].append(float(functional.mse_loss(network(x), x)))
                redrawn = network(shown)
            if errors["others"][-1] <= min(errors["others"]):
                best = redrawn
            for name, error in errors.items():
                link.tell(Series(name, tuple(at), tuple(error)))
            link.tell(picture(rows(shown, best, redrawn)))
            link.tell(Share(batch / BATCHES, f"batch {batch} of {BATCHES}"))
        x = known[torch.randint(0, len(known), (BATCH,), generator=generator)]
        logits = network.logits(network.encode(x))
        loss = functional.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


def own(ink: bytes) -> torch.Tensor:
    """Give the learner's picture, shape (1, 784), ink from 0 to 1; of none, shape (0, 784).

    Raises
    ------
    ValueError
        If it has not 784 pixels.
    """
    if len(ink) not in (0, 784):
        raise ValueError(f"A picture has 784 pixels, not {len(ink)}.")
    values = np.frombuffer(ink, np.uint8).astype(np.float32) / np.float32(255)
    return torch.from_numpy(values.reshape(-1, 784))


def rows(*lines: torch.Tensor) -> np.ndarray:
    """Put pictures, shape (n, 784) each, into rows below one another; shape (28 rows, 28 n)."""
    return np.concatenate(
        [line.numpy().reshape(-1, 28, 28).transpose(1, 0, 2).reshape(28, -1) for line in lines]
    )
