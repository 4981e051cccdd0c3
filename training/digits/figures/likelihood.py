"""How likely the shipped VAEs hold test digits: bounds, and the exact value on the plane."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from assets.databases.mnist import Mnist
from assets.write import write_text
from models.digits import catalogue
from models.digits.likelihood.bounds import elbo, importance_bound, log_weights
from models.digits.likelihood.measured import FILE
from models.digits.likelihood.pixels import GREY, PIXEL_KINDS, pixels_of
from models.digits.likelihood.quadrature import exact
from models.digits.networks.network import CloudNetwork
from training.digits.studies import Study

KS = (1, 50, 500, 4096)
"""Draws in one bound."""

ELBO_DRAWS = 50
"""Draws over which the ELBO's first term is averaged."""

TOGETHER = 100
"""Digits at a time."""


@dataclass(frozen=True)
class Subject:
    """A model that is measured.

    Attributes
    ----------
    name : str
        Its name.
    digits : int
        On how many of the first test digits; convolutions take their time.
    ks : tuple of int
        Draws in one bound.
    """

    name: str
    digits: int
    ks: tuple[int, ...]


SUBJECTS = (Subject("vae", 500, KS), Subject("conv-vae", 100, KS[:3]), Subject("conv-vae-16", 100, KS[:3]))


def measure(
    network: CloudNetwork, x: torch.Tensor, seed: int, ks: tuple[int, ...] = KS
) -> tuple[float, dict[int, float], float | None]:
    """Measure one model on some pixels.

    Parameters
    ----------
    network : CloudNetwork
        Not one that is told the digit.
    x : Tensor, shape (n, 784)
        Pixels.
    seed : int
        Of the draws.
    ks : tuple of int
        Draws in one bound.

    Returns
    -------
    elbo : float
        Minus the ELBO, nats a digit.
    bounds : dict of int to float
        Minus the importance-weighted bound, by k.
    exact : float or None
        Minus the exact log-likelihood; None where a code has more than two numbers.
    """
    low, sure = 0.0, 0.0
    bounds = dict.fromkeys(ks, 0.0)
    generator = torch.Generator().manual_seed(seed)
    for part in x.split(TOGETHER):
        low -= float(elbo(network, part, ELBO_DRAWS, generator).sum())
        weights = torch.cat(list(log_weights(network, part, max(ks), generator)), 1)
        for k in ks:
            bounds[k] -= float(importance_bound(weights, k).sum())
        if network.latent == 2:
            sure -= float(exact(network, part).sum())
    n = len(x)
    return low / n, {k: total / n for k, total in bounds.items()}, sure / n if network.latent == 2 else None


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Measure every subject on every kind of pixels, and write what the lab shows.

    Nothing is fitted here, so that nothing has to be begun anew (`fresh`).

    Raises
    ------
    AssetError
        If weights are missing or damaged.
    OSError
        If the figures cannot be written.
    """
    rows: list[dict[str, Any]] = []
    for subject in SUBJECTS:
        model = catalogue.load(subject.name)
        assert isinstance(model.network, CloudNetwork)
        images = mnist.test.pixels(slice(subject.digits))
        for kind in PIXEL_KINDS:
            say(f"measuring: {model.entry.title} on {kind} pixels of {len(images)} digits")
            x = torch.from_numpy(pixels_of(kind, images, seed))
            low, bounds, sure = measure(model.network, x, seed, subject.ks)
            rows.append(
                {
                    "model": subject.name,
                    "pixels": kind,
                    "digits": len(images),
                    "elbo": round(low, 3),
                    "bounds": {str(k): round(value, 3) for k, value in bounds.items()},
                    "exact": None if sure is None else round(sure, 3),
                }
            )
    report = {"seed": seed, "rows": rows}
    write_text(out / FILE, json.dumps(report, indent=1) + "\n")
    return Study(report, markdown(rows))


def markdown(rows: list[dict[str, Any]]) -> str:
    """Give the table: minus the log-likelihood in nats a digit, less is better."""
    head = ["model", "pixels", "test digits", "-ELBO", *(f"k = {k}" for k in KS), "exact"]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for row in rows:
        sure = "" if row["exact"] is None else f"{row['exact']:.2f}"
        pixels = f"{row['pixels']} (BCE: no likelihood)" if row["pixels"] == GREY else row["pixels"]
        bounds = [f"{row['bounds'][str(k)]:.2f}" if str(k) in row["bounds"] else "" for k in KS]
        cells = [row["model"], pixels, str(row["digits"]), f"{row['elbo']:.2f}", *bounds, sure]
        lines.append("| " + " | ".join(cells) + " |")
    return (
        "Minus log p(x) in nats a digit, less is better: the ELBO, the importance-weighted bounds of k "
        "draws, and the exact integral over the plane where a code has two numbers.\n\n" + "\n".join(lines)
    )
