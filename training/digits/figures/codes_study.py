"""The study ``codes``: clusters, fewer numbers and neighbours in the codes that ship, with their spread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from assets.databases.mnist import Mnist
from models.digits.catalogue import FAMILY
from models.digits.figures import FILE, read_figures
from models.digits.networks.network import DigitNetwork
from training.digits.figures.uses import ASKED, KNOWN, SAMPLES, Reduction, clustering_row, samples
from training.digits.figures.writing import rounded, write_figures
from training.digits.fits.fit import read_fitted
from training.digits.studies import Study


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Measure the family in a folder, and write that into the figures there, whose other sections stay.

    ``ecg-train digits figures`` measures the same among everything else; this takes a tenth of its time.

    Parameters
    ----------
    mnist : Mnist
        Images.
    out : Path
        Folder with the weights and with `models.digits.figures.FILE`.
    seed : int, fresh : bool
        Not used: nothing is fitted, and the draws are those of all figures.
    say : callable
        Told what is being measured.

    Raises
    ------
    AssetError
        If the figures are missing or damaged.
    ValueError
        If weights are missing or damaged.
    OSError
        If a file cannot be written.
    """
    figures = read_figures(out / FILE)
    family = {e.name: n for e in FAMILY if isinstance(n := read_fitted(e.name, out).network, DigitNetwork)}
    found = rounded(measure_codes(family, mnist, say))
    write_figures(out, figures | found)
    return Study(found, markdown(found))


def measure_codes(
    family: Mapping[str, DigitNetwork], mnist: Mnist, told: Callable[[str], None]
) -> dict[str, Any]:
    """Measure the sections ``draws``, ``clustering`` (pixels first) and ``reduction``, by model."""
    draws = samples(mnist)
    told("clusters: pixels")
    clusters, reduced = [clustering_row("pixels", None, draws)], []
    reduction = Reduction(mnist, draws)
    for name, network in family.items():
        told(f"clusters and fewer numbers: {name}")
        clusters.append(clustering_row(name, network, draws))
        reduced.append(reduction.row(name, network))
    made = {"n": SAMPLES, "asked": ASKED, "known": KNOWN}
    return {"draws": made, "clustering": clusters, "reduction": reduced}


def markdown(found: Mapping[str, Any]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "### What codes are good for",
        "",
        f"Mean and standard deviation of {found['draws']['n']} draws.",
        "",
        "| space | numbers | ARI | MSE | PCA's | neighbours agree | PCA's |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    reduced = {row["model"]: row for row in found["reduction"]}
    for row in found["clustering"]:
        cells = [row["space"], str(row["size"]), f"{row['ari']:.3f} ± {row['ari_std']:.3f}"]
        one = reduced.get(row["space"])
        for name in ("mse", "pca_mse", "neighbours", "pca_neighbours"):
            cells.append("" if one is None else f"{one[name]:.4f} ± {one[f'{name}_std']:.4f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
