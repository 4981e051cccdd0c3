"""How well three scores find a digit that was never seen, and how much of that is the training's chance."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from assets.databases.mnist import DigitSet, Mnist
from assets.write import write_text
from models.digits import catalogue
from models.digits.alarm import Unseen, as_json, count
from models.digits.anomaly import auroc, three_scores
from models.digits.networks.network import DigitNetwork
from training.digits.fits.fit import fit
from training.digits.studies import Study

RUNS = 4
"""Networks fitted anew for each digit, besides the shipped one."""

FILE = "unseen.json"

SCORES = ("error", "per_ink", "against")
"""Those of `models.digits.anomaly.scores`."""

Array = npt.NDArray[np.float32]


def study(mnist: Mnist, out: Path, *, seed: int, fresh: bool, say: Callable[[str], None]) -> Study:
    """Measure the shipped networks on the test digits, and others fitted anew from other seeds.

    Parameters
    ----------
    mnist : Mnist
        Images.
    out : Path
        Folder for `FILE` and the other networks.
    seed : int
        Of the first of them; the shipped ones have seed 1.
    fresh : bool
        Fit anew what is there.
    say : callable
        Told how far it has come.

    Raises
    ------
    ValueError
        If weights are missing or damaged, or a fit runs away.
    OSError
        If a file cannot be written.
    """
    digits = _Digits(mnist.test)
    knows = digits.error(fit("knows-all", mnist, out, seed=1, fresh=fresh).network)
    judge = catalogue.load_judge()
    runs: dict[int, list[dict[str, float]]] = {digit: [] for digit in range(10)}
    for run in range(RUNS):
        for digit in range(10):
            say(f"run {run + 1} of {RUNS}: without {digit}")
            other = fit(
                f"without-{digit}", mnist, out / f"run-{seed + 1 + run}", seed=seed + 1 + run, fresh=fresh
            )
            scored = three_scores(digits.error(other.network), knows, digits.ink)
            runs[digit].append({kind: digits.auroc(scored[kind], digit) for kind in SCORES})
    found = []
    for digit in range(10):
        network = catalogue.load(f"without-{digit}").network
        error, redrawn = digits.error(network), digits.redrawn(network, digit)
        scored = three_scores(error, knows, digits.ink)
        never = mnist.test.labels == digit
        counts = {
            kind: count(
                scored[kind][~never],
                scored[kind][never],
                digits.auroc(scored[kind], digit),
                tuple(run[kind] for run in runs[digit]),
            )
            for kind in SCORES
        }
        read = np.bincount(judge.probabilities(redrawn).argmax(1), minlength=10)
        facts = {
            "ink_known": float(digits.ink[~never].mean()),
            "ink_unseen": float(digits.ink[never].mean()),
            "auroc_ink": digits.auroc(digits.ink, digit),
            "error_known": float(error[~never].mean()),
            "error_unseen": float(error[never].mean()),
            "cost": float(error[never].mean() / knows[never].mean()),
            "read_as": float(read.argmax()),
            "read_share": float(read.max() / read.sum()),
        }
        rounded = {key: round(value, 4) for key, value in facts.items()}
        found.append(Unseen(str(digit), int((~never).sum()), int(never.sum()), counts, rounded))
    plain = as_json(found)
    write_text(out / FILE, json.dumps(plain, separators=(",", ":")) + "\n")
    return Study({"unseen": [{**row, "scores": _short(row["scores"])} for row in plain]}, table(found))


class _Digits:
    """The test digits, and what networks make of them."""

    def __init__(self, test: DigitSet) -> None:
        self._x = torch.from_numpy(test.pixels())
        self._labels = test.labels
        self.ink: Array = self._x.mean(1).numpy()

    def error(self, network: torch.nn.Module) -> Array:
        """Mean squared error of each digit's reconstruction."""
        assert isinstance(network, DigitNetwork)
        with torch.inference_mode():
            parts = [(network(part) - part).square().mean(1) for part in self._x.split(1000)]
        error: Array = torch.cat(parts).numpy()
        return error

    def redrawn(self, network: torch.nn.Module, digit: int) -> Array:
        """What becomes of all pictures of a digit; shape (n, 28, 28)."""
        assert isinstance(network, DigitNetwork)
        with torch.inference_mode():
            made: Array = network(self._x[torch.from_numpy(self._labels == digit)]).numpy()
        return made.reshape(-1, 28, 28)

    def auroc(self, score: Array, digit: int) -> float:
        """How well a score tells a digit from the nine others."""
        never = self._labels == digit
        return auroc(score[~never], score[never])


def _short(scores: dict[str, dict[str, object]]) -> dict[str, object]:
    return {name: {key: counts[key] for key in ("auroc", "runs")} for name, counts in scores.items()}


def table(found: list[Unseen]) -> str:
    """Write the AUROC of each digit as a table: as shipped, and the least and greatest of the other runs."""
    lines = [
        "### Digits that were never seen",
        "",
        "AUROC on the test digits, as shipped; in brackets the least and the greatest of other trainings. "
        "Cost: mean error of the unseen digit in that of the network that knows it. Read as: what the judge "
        "reads most often in what it redraws.",
        "",
        "| left out | error | error over ink | against a net that knows it | ink alone | cost | read as |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in found:
        cells = []
        for kind in SCORES:
            counts = one.scores[kind]
            spread = f" ({min(counts.runs):.2f} to {max(counts.runs):.2f})" if counts.runs else ""
            cells.append(f"{counts.auroc:.3f}{spread}")
        facts = one.facts
        read = f"{facts['read_as']:.0f} ({100 * facts['read_share']:.0f} %)"
        lines.append(
            f"| {one.name} | {' | '.join(cells)} | {facts['auroc_ink']:.3f} | {facts['cost']:.2f} | {read} |"
        )
    return "\n".join(lines)
