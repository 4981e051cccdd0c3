"""An alarm on a score: how often it is right and how often false, at every threshold, as measured.

What was measured ships as counts in narrow bins, so that a threshold on a bin's edge gives exact figures, and
no picture of anybody has to ship.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from assets.errors import AssetError
from assets.figures import read_figures
from assets.phrase import phrase
from assets.shipped import digits_folder

SCORES = ("error", "per_ink", "against", "against_usual", "far")
"""Scores of digits, see `models.digits.anomaly.scores`; and of heartbeats: the error, that over what is usual
for the patient, and how far from his usual place on the map a beat lands."""

BINS = 90

FALSE_SHARE = 0.05
"""Share of what is known that raises a false alarm at the threshold that is set at first."""


@dataclass(frozen=True)
class Counts:
    """What a score gave, counted in bins that grow by the same factor.

    Attributes
    ----------
    low, high : float
        Lower edge of the first bin and upper edge of the last; what lies beyond is counted in these.
    known, unseen : sequence of int
        How many of what the network knows, and of what it never saw, fell into each bin.
    auroc : float
        Of the scores themselves.
    runs : sequence of float
        The same of networks fitted anew from other first weights.
    """

    low: float
    high: float
    known: tuple[int, ...]
    unseen: tuple[int, ...]
    auroc: float
    runs: tuple[float, ...] = ()

    @property
    def edges(self) -> npt.NDArray[np.float64]:
        """Edges of the bins, shape (bins + 1,)."""
        return np.geomspace(self.low, self.high, len(self.known) + 1)

    @property
    def sensitivity(self) -> npt.NDArray[np.float64]:
        """Share of the unseen that lies above each edge; shape (bins + 1,)."""
        return _above(self.unseen)

    @property
    def false_share(self) -> npt.NDArray[np.float64]:
        """Share of the known that lies above each edge, which is 1 less the specificity; (bins + 1,)."""
        return _above(self.known)

    @property
    def usual(self) -> int:
        """Edge at which about `FALSE_SHARE` of the known raise a false alarm: the lowest with no more."""
        return int(np.argmax(self.false_share <= FALSE_SHARE))

    def place(self, score: float) -> float:
        """Where a score lies between the edges, from 0 to the number of bins."""
        share = np.log(max(score, 1e-12) / self.low) / np.log(self.high / self.low)
        return float(np.clip(share, 0, 1) * len(self.known))


def _above(counts: tuple[int, ...]) -> npt.NDArray[np.float64]:
    below = np.concatenate([[0], np.cumsum(counts)])
    return 1 - below / below[-1]


def count(known: npt.ArrayLike, unseen: npt.ArrayLike, auroc: float, runs: tuple[float, ...] = ()) -> Counts:
    """Count scores in bins that hold all but a few of them.

    Parameters
    ----------
    known, unseen : array, shape (n,) and (m,)
        Scores above 0.
    auroc : float
        How well they are told apart.
    runs : tuple of float
        The same of other networks.
    """
    both = np.concatenate([np.ravel(known), np.ravel(unseen)]).astype(np.float64)
    low, high = (float(f"{value:.3g}") for value in np.quantile(both, [0.001, 0.999]))
    edges = np.geomspace(low, high, BINS + 1)
    inside = [np.clip(np.asarray(part, dtype=np.float64), edges[0], edges[-1]) for part in (known, unseen)]
    found = [np.histogram(part, edges)[0].tolist() for part in inside]
    return Counts(
        low, high, tuple(found[0]), tuple(found[1]), round(auroc, 4), tuple(round(r, 4) for r in runs)
    )


@dataclass(frozen=True)
class Unseen:
    """One thing that a network never saw, and how well its error finds it.

    Attributes
    ----------
    name : str
        What was not seen: a digit, or a kind of beat.
    known, unseen : int
        How many were measured.
    scores : dict of str to Counts
        By name, those of `SCORES` that were measured.
    facts : dict of str to float
        What else was measured; ``ink_known`` and ``ink_unseen``, the mean ink; ``auroc_ink``, of ink alone;
        ``cost``, the unseen one's error in that of the network that knows it; ``read_as`` and ``read_share``,
        the digit that the judge reads most often in what becomes of it, and how often.
    """

    name: str
    known: int
    unseen: int
    scores: dict[str, Counts]
    facts: dict[str, float]


@functools.cache
def load_unseen(name: str = "unseen") -> dict[str, Unseen]:
    """Give what ships, by what was not seen, read once.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    return read_unseen(digits_folder() / f"{name}.json")


def read_unseen(path: Path) -> dict[str, Unseen]:
    """Read any such file.

    Raises
    ------
    AssetError
        If the file is missing or damaged.
    """
    found = read_figures(path, list[Unseen], "what was never seen")
    if not found:
        raise AssetError(phrase("{path} says of nothing how well it is found.", path=path))
    for one in found:
        for name, counts in one.scores.items():
            sizes = {len(counts.known), len(counts.unseen)}
            if name not in SCORES or len(sizes) != 1 or not 0 < counts.low < counts.high:
                raise AssetError(
                    phrase(
                        "{path} has no counts of {name!r} for {kind!r}.", path=path, name=name, kind=one.name
                    )
                )
            if min(sum(counts.known), sum(counts.unseen)) < 1 or min(counts.known + counts.unseen) < 0:
                raise AssetError(
                    phrase(
                        "{path} has counted nothing of {name!r} for {kind!r}.",
                        path=path,
                        name=name,
                        kind=one.name,
                    )
                )
    return {one.name: one for one in found}


def as_json(found: list[Unseen]) -> list[dict[str, Any]]:
    """Give it as it is written."""
    plain: list[dict[str, Any]] = msgspec.to_builtins(found)
    return plain
