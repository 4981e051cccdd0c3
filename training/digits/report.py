"""All figures of the digit models in one file, and the table of checks beside their targets."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from assets.mnist import Mnist
from models.digits import lesson
from models.digits.catalogue import FAMILY
from models.digits.dense import DenseAutoencoder
from models.digits.figures import FILE
from models.digits.network import DigitNetwork
from models.digits.store import DigitCard
from training.digits.checks import Check, checks, denoising_errors, metrics
from training.digits.uses import anomaly, clustering, deterministic, few_labels, reduction

_DIGITS = 5  # significant digits of a figure in the file


def measure(
    networks: Mapping[str, nn.Module],
    cards: Mapping[str, DigitCard],
    mnist: Mnist,
    told: Callable[[str], None] = lambda what: None,
) -> dict[str, Any]:
    """Measure everything on the test digits.

    Parameters
    ----------
    networks : mapping of str to Module
        All models by name, also those for comparison.
    cards : mapping of str to DigitCard
        Their cards.
    mnist : Mnist
        The digits.
    told : callable, optional
        Told what is being measured.

    Returns
    -------
    dict
        By section; see `models.digits.figures`.
    """
    x = torch.from_numpy(mnist.test.pixels())
    labels = torch.from_numpy(mnist.test.labels.astype(np.int64))
    losses = {name: card.train_loss for name, card in cards.items()}
    family = {e.name: n for e in FAMILY if isinstance(n := networks[e.name], DigitNetwork)}
    named = {e.name: e for e in FAMILY}
    comparable = deterministic(family)
    plain, denoising = networks["ae"], networks["denoising"]
    assert isinstance(plain, DenseAutoencoder)
    assert isinstance(denoising, DigitNetwork)

    told("checks")
    figures: dict[str, Any] = {
        "lesson": {
            "published": list(lesson.PUBLISHED_LOSSES),
            "measured": list(losses["vae"]),
            "seed": cards["vae"].seed,
            "target": lesson.TARGET_LOSS,
            "tolerance": lesson.TOLERANCE,
        },
        "checks": [asdict(check) for check in checks(networks, losses, x, labels)],
        "family": [
            {"model": name, "title": named[name].title, "size": network.latent, "epochs": cards[name].epochs}
            | metrics(name, network, x, labels)
            for name, network in family.items()
        ],
        "stacked": [
            {
                "model": name,
                "activation": "ReLU" if "relu" in name else "sigmoid",
                "layer_by_layer": "scratch" not in name,
                "epochs": cards[name].epochs,
                "mse": metrics(name, networks[name], x, labels)["mse"],
            }
            for name in ("stacked", "stacked-scratch", "stacked-relu", "stacked-relu-scratch")
        ],
        "denoising": denoising_errors(denoising, x),
    }
    told("anomaly")
    never_saw = {d: n for d in range(10) if isinstance(n := networks[f"without-{d}"], DigitNetwork)}
    figures["anomaly"] = anomaly(never_saw, mnist.test)
    told("few labels")
    figures["few_labels"] = few_labels(mnist, plain)
    told("clusters")
    figures["clustering"] = clustering(comparable, mnist.test)
    told("reduction")
    figures["reduction"] = reduction(comparable, mnist)
    rounded: dict[str, Any] = _rounded(figures)
    return rounded


def write_figures(folder: Path, figures: dict[str, Any]) -> Path:
    """Write the figures where the lab looks for them."""
    path = folder / FILE
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def markdown(rows: Sequence[Check]) -> str:
    """Checks as a Markdown table."""
    lines = ["| model | check | measured | target | |", "| --- | --- | ---: | --- | --- |"]
    for row in rows:
        verdict = "met" if row.passed else "MISSED"
        lines.append(f"| {row.model} | {row.what} | {row.measured:.5g} | {row.target} | {verdict} |")
    return "\n".join(lines)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    return value
