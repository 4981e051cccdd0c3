"""Two ways to say how wrong a pixel is: one network learns by cross-entropy, its twin by squared error."""

from __future__ import annotations

import time
from pathlib import Path

import torch
from torch.nn import functional

from assets.databases.mnist import load_mnist
from models.contract.messages.commands import CompareLosses
from models.contract.messages.lab import Series, Share
from models.digits.networks.dense import DenseAutoencoder
from training.digits.live.lessons.overfit import own, rows
from training.digits.live.link import Link, picture

SIZES, BATCH, BATCHES, RATE = (128, 16), 128, 1200, 1e-3
"""Widths of both networks down to the code, images a batch, batches of the fit, Adam's learning rate."""

ASKED, SHOWN, TELL_S = 500, 6, 0.3
"""Images nobody learns from, how many of them are shown redrawn, and how often that is told, in seconds."""

KINDS = ("bce", "mse")


def run(request: CompareLosses, link: Link) -> None:
    """Fit two networks of the same first weights on the same batches, each by its own loss.

    Parameters
    ----------
    request : CompareLosses
        What is asked for.
    link : Link
        Is told its `Share`, as `Series` ``bce squared`` and ``bce entropy`` (by batch: mean squared error,
        and cross-entropy in nats an image, of pictures nobody learns from), the same of ``mse``, and a
        `Picture` of three rows: such pictures, the learner's own first where
        there is one; as redrawn by either.

    Raises
    ------
    AssetError
        If MNIST is missing or broken.
    ValueError
        If the ink is no picture.
    """
    digits = load_mnist(Path(request.mnist)).train
    kept = len(digits) - min(ASKED, len(digits) // 4)
    asked = torch.from_numpy(digits.pixels(slice(kept, None)))
    shown = torch.cat([own(request.ink), asked[:SHOWN]])
    generator = torch.Generator().manual_seed(request.seed)
    networks, optimisers = {}, {}
    for kind in KINDS:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(request.seed)
            networks[kind] = DenseAutoencoder(SIZES)
        optimisers[kind] = torch.optim.Adam(networks[kind].parameters(), lr=RATE)
    at: list[float] = []
    found: dict[str, list[float]] = {
        f"{kind} {what}": [] for kind in KINDS for what in ("squared", "entropy")
    }
    told = 0.0
    for batch in range(BATCHES + 1):
        if batch in (0, BATCHES) or time.monotonic() - told >= TELL_S:
            told = time.monotonic()
            at.append(float(batch))
            redrawn = []
            with torch.inference_mode():
                for kind, network in networks.items():
                    logits = network.logits(network.encode(asked))
                    found[f"{kind} squared"].append(float(functional.mse_loss(logits.sigmoid(), asked)))
                    entropy = functional.binary_cross_entropy_with_logits(logits, asked, reduction="sum")
                    found[f"{kind} entropy"].append(float(entropy) / len(asked))
                    redrawn.append(network(shown))
            for name, values in found.items():
                link.tell(Series(name, tuple(at), tuple(values)))
            link.tell(picture(rows(shown, *redrawn)))
            link.tell(Share(batch / BATCHES, f"batch {batch} of {BATCHES}"))
        x = torch.from_numpy(digits.pixels(torch.randint(0, kept, (BATCH,), generator=generator).numpy()))
        for kind, network in networks.items():
            logits = network.logits(network.encode(x))
            if kind == "bce":
                loss = functional.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x)
            else:
                loss = functional.mse_loss(logits.sigmoid(), x, reduction="sum") / len(x)
            optimisers[kind].zero_grad()
            loss.backward()
            optimisers[kind].step()
