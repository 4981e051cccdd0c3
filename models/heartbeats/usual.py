"""What is usual for a patient, learnt as his beats come: where they land, and how badly they are redrawn."""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

KEPT, FEWEST = 300, 8
"""Usual is the median of so many latest beats; of fewer than the second number nothing is."""

LEAST_ERROR = 1e-6
"""Added to a reconstruction error before its logarithm is taken."""

Array = npt.NDArray[np.float64]


class Usual:
    """The median of what was measured of the latest beats in one lead of one patient."""

    def __init__(self) -> None:
        self._latest: deque[Array] = deque(maxlen=KEPT)

    @property
    def value(self) -> Array | None:
        """What is usual, of the shape of what is measured; None while too few beats have come."""
        return None if len(self._latest) < FEWEST else np.asarray(np.median(np.stack(self._latest), axis=0))

    def take(self, measured: npt.ArrayLike) -> Array | None:
        """Count a beat among the latest.

        Parameters
        ----------
        measured : array_like of float
            A number, or some; what is not finite counts for nothing.

        Returns
        -------
        ndarray or None
            What was usual before.
        """
        before = self.value
        new = np.asarray(measured, dtype=np.float64)
        if np.isfinite(new).all():
            self._latest.append(new)
        return before
