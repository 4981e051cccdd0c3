"""``ecg-train digits vlae``: fit the lossy autoencoders and measure what their codes keep."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from assets.databases.mnist import Mnist
from assets.write import write_text
from models.digits.catalogue import load_judge
from models.digits.lossy.bound import bounds_of, costs
from models.digits.lossy.catalogue import BEST
from models.digits.lossy.figures import FILE, PUBLISHED, Kept
from models.digits.lossy.network import LossyAutoencoder
from models.digits.lossy.sampler import Drawing
from training.digits.lossy.compared import compared
from training.digits.lossy.fitting import fast_in_bfloat16, fit_shipped
from training.digits.lossy.trainer import binarised
from training.digits.studies import Study
from training.engine.checkpoint import Keeper

MEASURED = {True: (64, 10_000), False: (1, 10_000)}
"""Codes a digit and test digits: of the best model, and of the others."""

CODES_ONCE = 24
"""Codes a digit of the one whose training digits were binarised once."""

DECODED = 500
"""Test digits that are drawn anew, twice each."""

_BATCH = 200

_AT_ONCE = 4
"""Codes a digit after which what is measured is kept."""


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Fit what is not fitted yet, measure all on the test digits, and write what ships.

    Convolutions are computed in bfloat16 where the processor can do it; what that changes is measured too.
    """
    mixed = fast_in_bfloat16()
    (out / "checkpoints").mkdir(parents=True, exist_ok=True)
    rows, seconds = [], {}
    fitted = fit_shipped(mnist.train, out, seed=seed, fresh=fresh, say=say)
    for name, done in fitted.items():
        say(f"measuring {name}")
        seconds[name] = done.card.metrics["processor_seconds"]
        codes, digits = MEASURED[name == BEST.name]
        kept = None if fresh else out / "checkpoints" / f"{name}-codes.safetensors"
        rows.append(measured(name, done.network, mnist, mixed, codes=codes, digits=digits, kept=kept))
    begin = fitted[BEST.name].network
    write_text(out / FILE, json.dumps({"models": [asdict(row) for row in rows]}, indent=1) + "\n")
    gap = precision_gap(begin, mnist) if mixed else None
    others = compared(begin, mnist.train, out, seed=seed, fresh=fresh, say=say, mixed=mixed)
    nats = {}
    for kind, other in (("no code", others.without), ("static", others.once)):
        say(f"measuring the one of: {kind}")
        network = other.network
        # Where there is no code, one is as good as many: the bound is the likelihood.
        codes = 1 if kind == "no code" else CODES_ONCE
        kept = out / "checkpoints" / f"{kind.replace(' ', '-')}-codes.safetensors"
        nats[kind] = round(
            nats_of(
                network, mnist, mixed, codes=codes, digits=MEASURED[True][1], kept=None if fresh else kept
            ),
            3,
        )
        seconds[kind] = other.card.metrics["processor_seconds"]
    found = {
        "models": [asdict(row) for row in rows],
        "compared": nats,
        "processor_seconds": seconds,
        "precision_gap": gap,
    }
    return Study(found, markdown(rows, nats, seconds, gap))


def nats_of(
    network: LossyAutoencoder,
    mnist: Mnist,
    mixed: bool,
    *,
    codes: int,
    digits: int,
    kept: Path | None = None,
) -> float:
    """Importance-weighted bound of a network, on the digits and by the parameters of `measured`."""
    x, _ = _test_digits(mnist, digits)
    identity = {"digits": len(x), "weights": _sum(network), "mixed": mixed}
    return bounds_of(_costs(network, x, codes, mixed, Keeper(kept, identity))).iwae


def measured(
    name: str,
    network: LossyAutoencoder,
    mnist: Mnist,
    mixed: bool,
    *,
    codes: int,
    digits: int,
    kept: Path | None = None,
) -> Kept:
    """Measure a model on test digits, each binarised once.

    Parameters
    ----------
    name : str
        The model's.
    network : LossyAutoencoder
        As it ships.
    mnist : Mnist
        Digits.
    mixed : bool
        Whether to compute in bfloat16.
    codes, digits : int
        Codes a digit, and how many digits.
    kept : Path, optional
        Where what is measured so far is kept, a few codes a digit at a time.
    """
    x, labels = _test_digits(mnist, digits)
    identity = {"digits": len(x), "weights": _sum(network), "mixed": mixed}
    found = bounds_of(_costs(network, x, codes, mixed, Keeper(kept, identity)))
    same, differing = redrawn(network, x[:DECODED], labels[:DECODED])
    return Kept(
        name=name,
        reach=network.reach,
        elbo=round(found.elbo, 3),
        iwae=round(found.iwae, 3),
        codes=codes,
        digits=len(x),
        reconstruction=round(found.reconstruction, 3),
        kl=round(found.kl, 3),
        same_digit=round(same, 4),
        differing=round(differing, 4),
    )


def _test_digits(mnist: Mnist, digits: int) -> tuple[torch.Tensor, np.ndarray]:
    """Draw so many test digits, each binarised once, and give their labels."""
    # The first half of the test digits is easier than the second: a part of them is drawn by chance.
    which = np.random.default_rng(0).permutation(len(mnist.test))[:digits]
    images = torch.from_numpy(mnist.test.images[which].reshape(len(which), -1))
    return binarised(images, torch.Generator().manual_seed(0)), mnist.test.labels[which]


def _costs(
    network: LossyAutoencoder, x: torch.Tensor, codes: int, mixed: bool, keeper: Keeper
) -> torch.Tensor:
    """Cost of images with so many codes; what is kept of an earlier measurement is taken as it is."""
    state = keeper.load()
    found = torch.empty(2, 0, len(x)) if state is None else state[0]["costs"][:, :codes]
    fast = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    while (done := found.shape[1]) < codes:
        rng = torch.Generator().manual_seed(1_000 + done)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=mixed):
            more = costs(fast, x, rng, samples=min(_AT_ONCE, codes - done))
        found = torch.cat([found, more], 1)
        keeper.save(({"costs": found}, {}))
    network.to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    return found


def _sum(network: LossyAutoencoder) -> float:
    return float(sum(value.double().sum() for value in network.state_dict().values()))


def precision_gap(network: LossyAutoencoder, mnist: Mnist, digits: int = 300) -> float:
    """Nats by which the ELBO in bfloat16 is above that in single precision: same digits, same codes."""
    images = torch.from_numpy(mnist.test.images[:digits].reshape(digits, -1).copy())
    x = binarised(images, torch.Generator().manual_seed(0))
    fast, exact = (bounds_of(_costs(network, x, 1, mixed, Keeper())).elbo for mixed in (True, False))
    return fast - exact


@torch.no_grad()
def redrawn(network: LossyAutoencoder, x: torch.Tensor, labels: np.ndarray) -> tuple[float, float]:
    """Draw images twice from one code each.

    Returns
    -------
    same_digit, differing : float
        As in `models.digits.lossy.figures.Kept`.
    """
    mean, logvar = network.cloud(x)
    z = mean + torch.exp(logvar / 2) * torch.randn(mean.shape, generator=torch.Generator().manual_seed(2))
    rng, judge = np.random.default_rng(3), load_judge()
    same = differing = ink = 0.0
    for i in range(0, len(x), _BATCH):
        features = network.features(z[i : i + _BATCH])
        pair = []
        for _ in range(2):
            drawing = Drawing(network.pixels, features, rng.uniform(1e-9, 1, (len(features), 784)))
            drawing.advance()
            pair.append(drawing.images)
            same += float((judge.probabilities(drawing.images).argmax(1) == labels[i : i + _BATCH]).sum())
            ink += float(drawing.images.sum())
        differing += float(np.abs(pair[0] - pair[1]).sum())
    return same / (2 * len(x)), differing / (ink / 2)


def markdown(rows: list[Kept], nats: dict[str, float], seconds: dict[str, float], gap: float | None) -> str:
    """Give the tables; the first row is the best model's, `nats` what it is compared with.

    No gap: nothing was computed in bfloat16.
    """
    head = (
        "rows seen",
        "−ELBO",
        "in the code",
        "in the pixels",
        "bound of k codes",
        "same digit",
        "drawings differ",
    )
    lines = [_line("model", *head, "fit, processor s"), _line(*["---"] * 9)]
    for r in sorted(rows, key=lambda r: r.reach):
        bound = f"{r.iwae:.2f} (k = {r.codes})" if r.codes > 1 else ""
        parts = (f"{n:.2f}" for n in (r.elbo, r.kl, r.reconstruction))
        shares = f"{100 * r.same_digit:.0f} %", f"{100 * r.differing:.0f} % of the ink"
        lines.append(_line(r.name, str(r.reach), *parts, bound, *shares, f"{seconds[r.name]:.0f}"))
    lines += [
        "",
        _line("nats a digit", "published", "measured", "fit, processor s"),
        _line(*["---"] * 4),
        _line(
            "best, dynamically binarised",
            f"{PUBLISHED['dynamic']}",
            f"{rows[0].iwae:.2f} (k = {rows[0].codes})",
            f"{seconds[rows[0].name]:.0f}",
        ),
        _line(
            "best, training digits binarised once",
            f"{PUBLISHED['static']}",
            f"{nats['static']:.2f} (k = {CODES_ONCE})",
            f"+ {seconds['static']:.0f}",
        ),
        _line(
            "same decoder without a code",
            f"{PUBLISHED['no code']}",
            f"{nats['no code']:.2f}",
            f"{seconds['no code']:.0f}",
        ),
        "",
        "All test digits, binarised once with a fixed seed. The one that sees most is fitted from scratch; "
        "the others begin with its weights and are fitted on for a short while, each with its own window. "
        "*Same digit*: the judge's verdict on decodes. *Drawings differ*: two decodes of one code. "
        + ("" if gap is None else f"Arithmetic in bfloat16 changes the best one's −ELBO by {gap:+.3f} nats. ")
        + "*Binarised once*: the best one fitted on with one fixed throw of the training digits, not the "
        "one that was published with the data. Without a code, nothing is bounded: it is the likelihood. "
        "The published bounds are of longer fits.",
    ]
    return "\n".join(lines)


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
