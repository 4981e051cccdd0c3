"""What codes are good for, measured while somebody waits: one draw of those that ship several."""

from __future__ import annotations

from pathlib import Path

import msgspec

from assets.databases.mnist import Mnist, load_mnist
from models.contract.messages.commands import MeasureUses
from models.contract.messages.lab import ClusteringRow, FewLabels, ReductionRow, Share
from models.digits.catalogue import FAMILY, load
from models.digits.networks.dense import DenseAutoencoder
from models.digits.networks.network import DigitNetwork
from training.digits.figures.few_labels import FEW, accuracies, summary
from training.digits.figures.uses import Reduction, Sample, clustering_row, samples
from training.digits.live.link import Link


def run(request: MeasureUses, link: Link) -> None:
    """Measure the three tables on the shipped models.

    Parameters
    ----------
    request : MeasureUses
        What is asked for; its seed says which digits are drawn.
    link : Link
        Is told its `Share` of the work and, as they come, `FewLabels`, and each `ClusteringRow` and
        `ReductionRow`.

    Raises
    ------
    AssetError
        If MNIST or a model is missing or broken.
    """
    mnist = load_mnist(Path(request.mnist))
    networks = {entry.name: load(entry.name).network for entry in FAMILY}
    work = Work(link, len(FEW) + 2 * len(networks) + 2)
    draws = samples(mnist, 1, request.seed)
    _few_labels(mnist, networks, request.seed, work)
    _clusters(networks, draws, work)
    _reduction(mnist, networks, draws, work)
    link.tell(Share(1.0, "measured"))


class Work:
    """Counts pieces of work and tells of each before it begins."""

    def __init__(self, link: Link, pieces: int) -> None:
        self.link = link
        self._pieces = pieces
        self._done = 0

    def begin(self, doing: str) -> None:
        """Tell of the next piece."""
        self.link.tell(Share(self._done / self._pieces, doing))
        self._done += 1


def _few_labels(mnist: Mnist, networks: dict[str, DigitNetwork], seed: int, work: Work) -> None:
    plain = networks["ae"]
    assert isinstance(plain, DenseAutoencoder)
    found = []
    for n in FEW:
        work.begin(f"few labels: {n}")
        found.append(accuracies(mnist, plain, n, [seed]))
        work.link.tell(msgspec.convert(summary(found, FEW[: len(found)], 1), FewLabels))


def _clusters(networks: dict[str, DigitNetwork], draws: list[Sample], work: Work) -> None:
    work.begin("clusters: pixels")
    work.link.tell(ClusteringRow(**clustering_row("pixels", None, draws)))
    for name, network in networks.items():
        work.begin(f"clusters: {name}")
        work.link.tell(ClusteringRow(**clustering_row(name, network, draws)))


def _reduction(mnist: Mnist, networks: dict[str, DigitNetwork], draws: list[Sample], work: Work) -> None:
    work.begin("fewer numbers: PCA")
    reduction = Reduction(mnist, draws)
    for name, network in networks.items():
        work.begin(f"fewer numbers: {name}")
        work.link.tell(ReductionRow(**reduction.row(name, network)))
