"""The latest samples of a lead in pieces of equal length, with extremes and standing values of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SAME_MV = 1e-6
"""Neighbouring samples no farther apart are the same value, mV: what float32 leaves of one."""


@dataclass(frozen=True)
class Plateau:
    """Samples in a row of one value.

    Attributes
    ----------
    start, end : int
        First and last sample.
    value : float
        mV.
    """

    start: int
    end: int
    value: float

    def __len__(self) -> int:
        return self.end - self.start + 1


@dataclass(frozen=True)
class Hop:
    """One piece of the signal.

    Attributes
    ----------
    start, stop : int
        First sample, and the one after the last.
    samples : ndarray, shape (n,)
        mV.
    low, high : float
        Extremes of what is finite, mV; infinite, low above high, where nothing is.
    whole : bool
        Whether no sample is missing.
    plateaus : tuple of Plateau
        Those that ended here, of the least length that is asked for, and last the one that stands at the end
        of the piece, of whatever length.
    """

    start: int
    stop: int
    samples: npt.NDArray[np.floating]
    low: float
    high: float
    whole: bool
    plateaus: tuple[Plateau, ...]


class Hops:
    """The latest pieces, cut on a fixed grid from the start of the stream.

    Parameters
    ----------
    n_samples : int
        Length of a piece.
    kept : int
        Pieces that are kept.
    least : int
        Samples in a row of one value that are a plateau.
    """

    def __init__(self, n_samples: int, kept: int, least: int) -> None:
        self.n_samples, self._kept, self._least = n_samples, kept, least
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next sample is sample 0."""
        self._rest = np.zeros(0)
        self._start = 0
        self._previous = np.nan
        self._stands_since = 0
        self._hops: list[Hop] = []
        self.whole = 0
        """Latest pieces in a row in which no sample is missing."""

    @property
    def waiting(self) -> int:
        """Samples since the last whole piece."""
        return len(self._rest)

    def __getitem__(self, back: int) -> Hop:
        """Give the latest piece (-1), or one before it."""
        return self._hops[back]

    def __len__(self) -> int:
        return len(self._hops)

    def extremes(self, n: int, skip: int = 0) -> tuple[float, float]:
        """Lowest and highest value of the latest `n` pieces but the very latest `skip`."""
        hops = self._hops[-n - skip : len(self._hops) - skip]
        return min((h.low for h in hops), default=np.inf), max((h.high for h in hops), default=-np.inf)

    def between(self, start: int, stop: int) -> npt.NDArray[np.floating]:
        """Give the samples from `start` to before `stop`, as far as they are kept."""
        if not self._hops:
            return np.zeros(0)
        first = self._hops[0].start
        kept = np.concatenate([hop.samples for hop in self._hops])
        return kept[max(0, start - first) : max(0, stop - first)]

    def cut(self, samples: npt.NDArray[np.floating]) -> list[Hop]:
        """Give the pieces that the next samples complete; each must then be given to `add`, in turn."""
        line = np.concatenate([self._rest, samples])
        n = len(line) // self.n_samples
        self._rest = line[n * self.n_samples :].copy()
        if not n:
            return []
        flat = line[: n * self.n_samples]
        pieces = flat.reshape(n, self.n_samples)
        present = np.isfinite(pieces)
        low = np.where(present, pieces, np.inf).min(axis=1).tolist()
        high = np.where(present, pieces, -np.inf).max(axis=1).tolist()
        whole = present.all(axis=1).tolist()
        plateaus = self._plateaus(flat, n)
        start, step = self._start, self.n_samples
        self._start += n * step
        return [
            Hop(
                start + i * step,
                start + (i + 1) * step,
                pieces[i],
                low[i],
                high[i],
                whole[i],
                tuple(plateaus[i]),
            )
            for i in range(n)
        ]

    def add(self, hop: Hop) -> None:
        """Take a piece up among the latest."""
        self._hops.append(hop)
        if len(self._hops) > self._kept:
            self._hops.pop(0)
        self.whole = self.whole + 1 if hop.whole else 0

    def _plateaus(self, flat: npt.NDArray[np.floating], n: int) -> list[list[Plateau]]:
        """For each of `n` pieces its plateaus, as `Hop` has them."""
        with np.errstate(invalid="ignore"):  # the difference of two infinities
            away = np.abs(np.diff(flat, prepend=self._previous))
        begins = self._start + np.flatnonzero(~(away <= SAME_MV))  # also where a sample is missing
        edges = np.concatenate([[self._stands_since], begins])
        ends = self._start + self.n_samples * np.arange(1, n + 1)
        found: list[list[Plateau]] = [[] for _ in range(n)]
        for i in np.flatnonzero(np.diff(edges) >= self._least).tolist():
            first, stop = int(edges[i]), int(edges[i + 1])
            value = self._previous if stop == self._start else float(flat[stop - 1 - self._start])
            # It is known to have ended with the sample that follows it.
            found[(stop - self._start) // self.n_samples].append(Plateau(first, stop - 1, float(value)))
        standing = edges[np.searchsorted(edges, ends, side="left") - 1].tolist()
        for i, (since, end) in enumerate(zip(standing, ends.tolist(), strict=True)):
            found[i].append(Plateau(since, end - 1, float(flat[end - 1 - self._start])))
        self._stands_since, self._previous = int(edges[-1]), float(flat[-1])
        return found
