"""One axis of a picture of curves: its ends, plain or logarithmic, and what is written beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from monitor.ui.kit.figures import in_figures
from monitor.ui.kit.plots.curves import ticks

POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Axis:
    """One axis.

    Attributes
    ----------
    low, high : float or None
        Its ends; where None, those of the curves.
    log : bool
        Whether equal ways are equal factors.
    ticks : sequence of float
        What is written beside it; where empty, round numbers.
    percent : bool
        Whether shares are written as percents.
    """

    low: float | None = None
    high: float | None = None
    log: bool = False
    ticks: Sequence[float] = ()
    percent: bool = False

    def scaled(self, values: npt.ArrayLike) -> Values:
        """Values as places along the axis; what a logarithm has none for is not a number."""
        plain = np.asarray(values, np.float64)
        if not self.log:
            return plain
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(plain > 0, np.log10(plain), np.nan)

    def range(self, values: Values) -> tuple[float, float]:
        """Both ends, as places, for the places of all curves."""
        finite = values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
        room = 0.05 * (high - low) or 0.5
        low = low - room if self.low is None else float(self.scaled(self.low))
        high = high + room if self.high is None else float(self.scaled(self.high))
        return low, max(high, low + 1e-9)

    def marks(self, low: float, high: float, most: int) -> list[tuple[float, str]]:
        """Places and words of what is written beside it."""
        if self.ticks:
            places = [(float(self.scaled(value)), self._say(value)) for value in self.ticks]
            return [(place, words) for place, words in places if low - 1e-9 <= place <= high + 1e-9]
        if not self.log:
            return [(value, self._say(value)) for value in ticks(low, high, most)]
        step = max(1, math.ceil((high - low) / most))
        powers = range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1, step)
        return [(float(p), "1" if p == 0 else f"10{str(p).translate(POWERS)}") for p in powers]

    def _say(self, value: float) -> str:
        return f"{in_figures(100 * value)} %" if self.percent else in_figures(value)
