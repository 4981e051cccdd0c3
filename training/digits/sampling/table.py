"""The samplers' figures as tables: published, tried before, and measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.digits.sampling.racers import RACERS, SAMPLERS

REFERENCE: dict[tuple[str, str, int], str] = {
    ("conv-vae-16", "prior", 0): "185",
    ("conv-vae-16", "chain", 5): "159 (1 to 5 steps)",
    ("conv-vae-16", "mixture", 0): "58",
    ("conv-vae-16", "diffusion", 50): "67",
    ("vae", "prior", 0): "563",
    ("vae", "chain", 10): "995",
}
"""Distances of a first trial, whose settings were not kept: compare their order rather than their size."""

PUBLISHED = (
    "Creswell, Arulkumaran & Bharath, *Improving sampling from generative autoencoders with Markov chains*, "
    "2016, publish no figure of this kind: they say that steps of the chain may improve what is drawn, most "
    "where codes are far from the prior. Distances of features (Heusel et al.) came in 2017."
)


def markdown(found: Mapping[str, Any]) -> str:
    """Give the table of all rows.

    Parameters
    ----------
    found : mapping
        What the study wrote.
    """
    lines = [
        f"{found['n']} pictures a row, seed {found['seed']}; {found['features']}, from the test digits. "
        f"As many training digits: {found['real']['frechet']:.1f}. Variety is the entropy of the digits "
        f"read, at most {found['most_entropy']:.2f} nats. Compare rows of one model: widths differ.",
        "",
        PUBLISHED,
        "",
        "| model | codes from | steps | published | first trial | distance | judge's sureness | variety |",
        "|---|---|---:|---|---|---:|---:|---:|",
    ]
    titles = {racer.name: racer.title for racer in RACERS}
    for row in found["rows"]:
        key = (row["model"], row["sampler"], row["steps"])
        name = "prior" if row["sampler"] == "prior" else SAMPLERS[row["sampler"]]
        lines.append(
            f"| {titles[row['model']]} | {name} | {row['steps'] or ''} | – | {REFERENCE.get(key, '–')} "
            f"| {row['frechet']:.1f} | {row['confidence']:.3f} | {row['entropy']:.2f} |"
        )
    return "\n".join(lines)
