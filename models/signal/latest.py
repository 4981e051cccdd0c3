"""The latest rows of one or more streams, in one array in which the next ones find room."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

ROOM = 32
"""Rows that find room before the latest ones are moved to the front again."""


class Latest:
    """The latest rows, to which others are added: to add a few costs a copy of these few.

    Parameters
    ----------
    streams : int
        Streams that run in step.
    kept : int
        Latest rows that are kept.
    fill : float or bool
        What stands before the first row.
    dtype : dtype
        Of the rows.
    shape : tuple of int, optional
        Of one row of one stream.
    """

    def __init__(
        self,
        streams: int,
        kept: int,
        fill: float,
        dtype: npt.DTypeLike = np.float32,
        shape: tuple[int, ...] = (),
    ) -> None:
        self.kept = kept
        self._fill = fill
        self._line: npt.NDArray[Any] = np.empty((streams, kept + ROOM, *shape), dtype=dtype)
        self.reset()

    def reset(self) -> None:
        """Forget the rows."""
        self._line[:, : self.kept] = self._fill
        self._end = self.kept

    def extend(self, rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Add rows.

        Parameters
        ----------
        rows : ndarray, shape (streams, k, ...)
            The next ones.

        Returns
        -------
        ndarray, shape (streams, kept + k, ...)
            Those that were kept, and these after them; to be read until the next are added.
        """
        k, begin = rows.shape[1], self._end - self.kept
        if self._end + k > self._line.shape[1]:
            if self.kept + k > self._line.shape[1]:  # a long push: it has no room here
                joined = np.concatenate([self._line[:, begin : self._end], rows], axis=1)
                self._line[:, : self.kept] = joined[:, k:]
                self._end = self.kept
                return joined
            self._line[:, : self.kept] = self._line[:, begin : self._end]
            begin, self._end = 0, self.kept
        self._line[:, self._end : self._end + k] = rows
        self._end += k
        return self._line[:, begin : self._end]

    @property
    def rows(self) -> npt.NDArray[Any]:
        """The rows that are kept, shape (streams, kept, ...); to be read until the next are added."""
        return self._line[:, self._end - self.kept : self._end]
