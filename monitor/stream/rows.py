"""What a stream brought lately, in bounded memory: rows with a growing sample index and some values each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


class RowHistory:
    """A growing table of (sample index, values), of which the newest `capacity` rows are kept.

    The rows lie contiguous in a buffer twice that long, so that looking at a stretch costs no copy and
    appending costs one move of the whole table every `capacity` rows.

    Parameters
    ----------
    capacity : int
        Number of rows that are surely kept.
    n_values : int
        Number of values a row.
    """

    def __init__(self, capacity: int, n_values: int) -> None:
        self._capacity = capacity
        self._index = np.zeros(2 * capacity, dtype=np.int64)
        self._values = np.zeros((n_values, 2 * capacity), dtype=np.float32)
        self._n = 0

    def __len__(self) -> int:
        return self._n

    def clear(self) -> None:
        """Forget everything."""
        self._n = 0

    def append(self, index: npt.NDArray[np.int64], *values: npt.NDArray[np.floating]) -> None:
        """Add rows, each array of shape (n,); `index` grows strictly and goes on from the last row."""
        index = index[-self._capacity :]
        k = len(index)
        if self._n + k > len(self._index):
            keep = self._capacity
            self._index[:keep] = self._index[self._n - keep : self._n]
            self._values[:, :keep] = self._values[:, self._n - keep : self._n]
            self._n = keep
        self._index[self._n : self._n + k] = index
        for row, new in zip(self._values, values, strict=True):
            row[self._n : self._n + k] = new[-self._capacity :]
        self._n += k

    def between(
        self, start: float, stop: float, margin: int = 0
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Rows with start <= index < stop, and `margin` more on either side.

        Returns
        -------
        index : ndarray of int64, shape (n,)
            Sample indices; a view.
        values : ndarray of float32, shape (n_values, n)
            Values; a view.
        """
        lo, hi = np.searchsorted(self._index[: self._n], (start, stop))
        rows = slice(max(0, lo - margin), min(self._n, hi + margin))
        return self._index[rows], self._values[:, rows]
