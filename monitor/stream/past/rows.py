"""Rows that the analysis gave, kept by the sample that they describe; they may come in any order of time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

Found = tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]
"""Sample indices, shape (n,), and values, shape (n_values, n)."""

_FIRST_CAPACITY = 256


class Rows(Protocol):
    """A table that can be looked at."""

    def between(self, start: float, stop: float, margin: int = 0) -> Found:
        """Rows with start <= index < stop, and `margin` more on either side."""


class _Block:
    """Rows of one stretch of time, by growing index, which is kept as the distance from `base`."""

    def __init__(self, base: int, n_values: int) -> None:
        self.n = 0
        self._base = base
        self._index = np.empty(_FIRST_CAPACITY, dtype=np.int32)
        self._values = np.empty((n_values, _FIRST_CAPACITY), dtype=np.float32)

    @property
    def index(self) -> npt.NDArray[np.int64]:
        return self._index[: self.n] + np.int64(self._base)

    @property
    def values(self) -> npt.NDArray[np.float32]:
        return self._values[:, : self.n]

    def add(self, index: npt.NDArray[np.int64], values: npt.NDArray[np.float32]) -> None:
        offset = index - self._base
        in_order = not self.n or offset[0] > self._index[self.n - 1]
        stop = self.n + len(index)
        if stop > len(self._index):
            room = max(stop, 2 * len(self._index)) - self.n
            self._index = np.concatenate([self._index[: self.n], np.empty(room, dtype=np.int32)])
            new = np.empty((len(self._values), room), dtype=np.float32)
            self._values = np.concatenate([self.values, new], axis=1)
        self._index[self.n : stop] = offset
        self._values[:, self.n : stop] = values
        self.n = stop
        if not in_order:  # a stretch that was left out is filled in
            # Into new arrays: what was read before is a view of the old ones.
            order = np.argsort(self._index[:stop], kind="stable")
            self._index, self._values = self._index[order], self._values[:, order]


class RowArchive:
    """Tables of (sample index, values), one a key, of which so many rows are kept in all.

    Rows lie in blocks of time. Where there are too many, the block that was written to longest ago goes
    first, whole.

    Parameters
    ----------
    n_values : int
        Number of values a row.
    block : int
        Samples a block.
    capacity : int or None
        Number of rows that are kept, but for those that share a block with what goes; None keeps all.
    gap : int or None
        Neighbours farther apart than so many samples have a stretch without rows between them: `between`
        puts a row of NaN there, so that no line is drawn across. None looks for no gaps.
    """

    def __init__(
        self, n_values: int, block: int, capacity: int | None = None, gap: int | None = None
    ) -> None:
        self._n_values, self._block, self._capacity, self._gap = n_values, max(1, block), capacity, gap
        self._blocks: OrderedDict[tuple[Hashable, int], _Block] = OrderedDict()
        self._n = 0

    def __len__(self) -> int:
        return self._n

    def add(self, key: Hashable, index: npt.NDArray[np.int64], *values: npt.NDArray[np.floating]) -> None:
        """Add rows of one table, each array of shape (n,); `index` grows strictly."""
        if not len(index):
            return
        rows = np.stack([np.asarray(v, dtype=np.float32) for v in values])
        number = index // self._block
        edges = [0, *(np.flatnonzero(np.diff(number)) + 1).tolist(), len(index)]
        for first, stop in pairwise(edges):
            at = int(number[first])
            block = self._blocks.get((key, at))
            if block is None:
                block = self._blocks[key, at] = _Block(at * self._block, self._n_values)
            block.add(index[first:stop], rows[:, first:stop])
            self._blocks.move_to_end((key, at))
        self._n += len(index)
        while self._capacity is not None and self._n > self._capacity and len(self._blocks) > 1:
            self._n -= self._blocks.popitem(last=False)[1].n

    def between(self, key: Hashable, start: float, stop: float, margin: int = 0) -> Found:
        """Rows of one table with start <= index < stop, and up to `margin` more on either side.

        Returns
        -------
        index : ndarray of int64, shape (n,)
            Sample indices, increasing.
        values : ndarray of float32, shape (n_values, n)
            Values; not to be written to.
        """
        stop = max(start, stop)
        beside = margin > 0
        numbers = range(int(start // self._block) - beside, int(stop // self._block) + beside + 1)
        blocks = [b for b in (self._blocks.get((key, i)) for i in numbers) if b is not None]
        if not blocks:
            return np.zeros(0, dtype=np.int64), np.zeros((self._n_values, 0), dtype=np.float32)
        if len(blocks) == 1:
            index, values = blocks[0].index, blocks[0].values
        else:
            index = np.concatenate([b.index for b in blocks])
            values = np.concatenate([b.values for b in blocks], axis=1)
        lo, hi = (int(i) for i in np.searchsorted(index, (start, stop)))
        rows = slice(max(0, lo - margin), hi + margin)
        return self._broken(index[rows], values[:, rows])

    def _broken(self, index: npt.NDArray[np.int64], values: npt.NDArray[np.float32]) -> Found:
        """Put a row of NaN into each gap."""
        if self._gap is None or len(index) < 2:
            return index, values
        after = np.flatnonzero(np.diff(index) > self._gap) + 1
        if not len(after):
            return index, values
        return np.insert(index, after, index[after - 1] + 1), np.insert(values, after, np.nan, axis=1)
