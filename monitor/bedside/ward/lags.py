"""How late the analysis is, counted in bounded memory however long a ward runs."""

from __future__ import annotations

import math

import numpy as np

STEP_S = 0.001
"""Lags are told apart by this, s."""

LONGEST_S = 60.0
"""Longer lags count as this, s."""


class Lags:
    """Counts lags, weighted by how much signal had each."""

    def __init__(self) -> None:
        self._counts = np.zeros(round(LONGEST_S / STEP_S) + 1, dtype=np.int64)

    def add(self, lag_s: float, weight: int = 1) -> None:
        """Count a lag, s, `weight` times."""
        place = math.ceil(max(0.0, min(lag_s, LONGEST_S)) / STEP_S - 1e-9)
        self._counts[place] += weight

    def quantile(self, share: float) -> float | None:
        """Give the lag that `share` of all do not pass, s, rounded up to a millisecond; None without any."""
        total = int(self._counts.sum())
        if not total:
            return None
        reached = np.searchsorted(np.cumsum(self._counts), math.ceil(share * total))
        return float(reached) * STEP_S
