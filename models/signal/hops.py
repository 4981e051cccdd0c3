"""The latest samples of a lead in pieces of equal length, with extremes and standing values of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

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


class Hop(NamedTuple):
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
    ended : tuple of Plateau
        Those of the least length that is asked for, or longer, that are known here to have ended.
    standing : Plateau or None
        The one that stands at the end of the piece, if it is as long by then.
    """

    start: int
    stop: int
    samples: npt.NDArray[np.floating]
    low: float
    high: float
    whole: bool
    ended: tuple[Plateau, ...] = ()
    standing: Plateau | None = None


class Cutter:
    """Cuts the signals of leads that run in step on a fixed grid from the start of the stream.

    Parameters
    ----------
    n_samples : int
        Length of a piece.
    least : int
        Samples in a row of one value that are a plateau; at least 2.
    leads : int
        How many there are.
    """

    def __init__(self, n_samples: int, least: int, leads: int = 1) -> None:
        self.n_samples, self._least, self._leads = n_samples, least, leads
        self.reset()

    def reset(self) -> None:
        """Forget the streams: the next sample is sample 0."""
        self._rest = np.zeros((self._leads, 0))
        self._start = 0
        self._previous = np.full((self._leads, 1), np.nan)
        self._stands_since = np.zeros((self._leads, 1), dtype=np.int64)

    @property
    def waiting(self) -> int:
        """Samples since the last whole piece."""
        return self._rest.shape[1]

    def cut(self, samples: npt.NDArray[np.floating]) -> list[list[Hop]]:
        """Give the pieces that the next samples complete.

        Parameters
        ----------
        samples : ndarray, shape (leads, n)
            mV; what is not finite is missing.

        Returns
        -------
        list of list of Hop
            In the order of time, one of each lead.
        """
        line = np.concatenate([self._rest, samples], axis=1)
        size, n = self.n_samples, line.shape[1] // self.n_samples
        self._rest = line[:, n * size :].copy() if n else line
        if not n:
            return []
        flat = line[:, : n * size]
        pieces = flat.reshape(self._leads, n, size)
        low, high = pieces.min(axis=2), pieces.max(axis=2)
        whole = np.isfinite(low) & np.isfinite(high)
        if not whole.all():
            broken = pieces[~whole]
            present = np.isfinite(broken)
            low[~whole] = np.where(present, broken, np.inf).min(axis=1)
            high[~whole] = np.where(present, broken, -np.inf).max(axis=1)
        begins = np.arange(self._start, self._start + n * size, size).tolist()
        plain = zip(pieces, low.tolist(), high.tolist(), whole.tolist(), strict=True)
        cut = [
            [Hop(*one) for one in zip(begins, [b + size for b in begins], *lead, strict=True)]
            for lead in plain
        ]
        for lead, i, ended, standing in self._plateaus(flat, n):
            cut[lead][i] = cut[lead][i]._replace(ended=ended, standing=standing)
        self._start += n * size
        return [list(hops) for hops in zip(*cut, strict=True)]

    def _plateaus(
        self, flat: npt.NDArray[np.floating], n: int
    ) -> list[tuple[int, int, tuple[Plateau, ...], Plateau | None]]:
        """Lead and number of each of `n` pieces with plateaus, those that ended, and the one that stands."""
        with np.errstate(invalid="ignore"):  # the difference of two infinities
            away = np.abs(np.diff(flat, axis=1, prepend=self._previous))
        at = np.arange(self._start, self._start + flat.shape[1])
        changed = np.where(away <= SAME_MV, -1, at)  # also where a sample is missing
        changed[:, :1] = np.maximum(changed[:, :1], self._stands_since)
        since = np.maximum.accumulate(changed, axis=1)
        # A piece tells of what stands before its first sample, too: it may be known to have ended with that.
        before = np.concatenate([self._stands_since, since], axis=1)
        long = before <= np.arange(self._start - 1, self._start + flat.shape[1]) - (self._least - 1)
        found = []
        if long.any():
            size = self.n_samples
            for i in range(n):
                for lead in np.flatnonzero(long[:, i * size : (i + 1) * size + 1].any(axis=1)).tolist():
                    told = self._told(lead, before[lead, i * size :][: size + 1], flat[lead], i * size)
                    found.append((lead, i, *told))
        self._stands_since, self._previous = since[:, -1:].copy(), flat[:, -1:].copy()
        return found

    def _told(
        self, lead: int, since: npt.NDArray[np.int64], flat: npt.NDArray[np.floating], first: int
    ) -> tuple[tuple[Plateau, ...], Plateau | None]:
        """Plateaus of a piece that begins `first` samples after the start of `flat`."""
        edges = [*dict.fromkeys(since.tolist())]  # where each that stands in the piece or before it began
        stop = self._start + first + self.n_samples
        plateaus = []
        for begin, end in zip(edges, [*edges[1:], stop], strict=True):
            last = end - 1 - self._start
            value = float(flat[last]) if last >= 0 else float(self._previous[lead, 0])
            plateaus.append(Plateau(begin, end - 1, value) if end - begin >= self._least else None)
        return tuple(p for p in plateaus[:-1] if p is not None), plateaus[-1]


class Hops:
    """The latest pieces of one lead.

    Parameters
    ----------
    kept : int
        Pieces that are kept.
    """

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self.reset()

    def reset(self) -> None:
        """Forget the pieces."""
        self._hops: list[Hop] = []
        self.whole = 0
        """Latest pieces in a row in which no sample is missing."""

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

    def add(self, hop: Hop) -> None:
        """Take a piece up among the latest."""
        self._hops.append(hop)
        if len(self._hops) > self._kept:
            self._hops.pop(0)
        self.whole = self.whole + 1 if hop.whole else 0
