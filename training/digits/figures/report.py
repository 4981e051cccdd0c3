"""All figures of the digit models in one file, and the table of checks beside their targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import torch
from torch import nn

from assets.databases.mnist import Mnist
from models.digits import lesson
from models.digits.catalogue import ENTRIES, FAMILY
from models.digits.networks.dense import DenseAutoencoder
from models.digits.networks.network import DigitNetwork
from models.digits.store import DigitCard
from training.digits.figures.checks import Check, checks, denoising_errors, metrics
from training.digits.figures.codes_study import measure_codes
from training.digits.figures.few_labels import few_labels
from training.digits.figures.uses import anomaly
from training.digits.figures.writing import rounded


def measure(
    networks: Mapping[str, nn.Module],
    cards: Mapping[str, DigitCard],
    mnist: Mnist,
    told: Callable[[str], None] = lambda what: None,
    known: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Measure everything on the test digits.

    Parameters
    ----------
    networks : mapping of str to Module
        All models by name, also those for comparison where they are at hand.
    cards : mapping of str to DigitCard
        Their cards.
    mnist : Mnist
        The digits.
    told : callable, optional
        Told what is being measured.
    known : sequence of dict, optional
        Section ``comparison`` of earlier figures, for those models that are not at hand.

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
    plain, denoising = networks["ae"], networks["denoising"]
    assert isinstance(plain, DenseAutoencoder)
    assert isinstance(denoising, DigitNetwork)

    comparison = [dict(row) for row in known if row["model"] not in networks]
    comparison += [
        {"model": name, "epochs": cards[name].epochs} | metrics(name, network, x, labels)
        for name, network in networks.items()
        if name not in ENTRIES
    ]
    rivals = {row["model"]: row for row in comparison}

    told("checks")
    stacked = {"epochs": cards["stacked"].epochs} | metrics("stacked", networks["stacked"], x, labels)
    figures: dict[str, Any] = {
        "lesson": {
            "published": list(lesson.PUBLISHED_LOSSES),
            "measured": list(losses["vae"]),
            "seed": cards["vae"].seed,
            "target": lesson.TARGET_LOSS,
            "tolerance": lesson.TOLERANCE,
        },
        "checks": [asdict(check) for check in checks(networks, losses, x, labels, _figures(rivals))],
        "family": [
            {
                "model": name,
                "title": str(named[name].title),
                "size": network.latent,
                "epochs": cards[name].epochs,
            }
            | metrics(name, network, x, labels)
            for name, network in family.items()
        ],
        "stacked": [
            {
                "model": name,
                "activation": "ReLU" if "relu" in name else "sigmoid",
                "layer_by_layer": "scratch" not in name,
                "epochs": row["epochs"],
                "mse": row["mse"],
            }
            for name, row in (("stacked", stacked), *rivals.items())
            if name.startswith("stacked")
        ],
        "comparison": comparison,
        "denoising": denoising_errors(denoising, x),
    }
    told("anomaly")
    never_saw = {d: n for d in range(10) if isinstance(n := networks[f"without-{d}"], DigitNetwork)}
    figures["anomaly"] = anomaly(never_saw, mnist.test)
    told("few labels")
    figures["few_labels"] = few_labels(mnist, plain)
    figures |= measure_codes(family, mnist, told)
    return rounded(figures)


def _figures(rivals: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    return {
        name: {k: v for k, v in row.items() if k not in ("model", "epochs")} for name, row in rivals.items()
    }


def markdown(rows: Sequence[Check]) -> str:
    """Checks as a Markdown table."""
    lines = ["| model | check | measured | target | |", "| --- | --- | ---: | --- | --- |"]
    for row in rows:
        verdict = "met" if row.passed else "MISSED"
        lines.append(f"| {row.model} | {row.what} | {row.measured:.5g} | {row.target} | {verdict} |")
    return "\n".join(lines)
