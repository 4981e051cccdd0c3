"""What the vital signs of a stretch come to: the middle, the spread, and the extremes with their moments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.vitals.readings import Readings
from models.vitals.signs import Sign


@dataclass(frozen=True)
class VitalFigures:
    """One sign over a stretch, in its unit.

    Attributes
    ----------
    sign : Sign
        Which.
    median, p5, p95 : float
        Quantiles of its readings, one a second.
    lowest, highest : float
        The extremes.
    lowest_at, highest_at : int
        Samples on whose arrival each was first read.
    told : float
        Share of the readings that have a figure, over 0 to 1.
    """

    sign: Sign
    median: float
    p5: float
    p95: float
    lowest: float
    highest: float
    lowest_at: int
    highest_at: int
    told: float


def vital_figures(readings: Readings) -> tuple[VitalFigures, ...]:
    """Put readings in figures, those signs alone that were ever read, in the order of `Sign`."""
    found = []
    for sign in Sign:
        values = readings.of(sign)
        finite = np.isfinite(values)
        known, at = values[finite], readings.at[finite]
        if not len(known):
            continue
        low, middle, high = np.quantile(known, (0.05, 0.5, 0.95)).tolist()
        least, most = int(np.argmin(known)), int(np.argmax(known))
        found.append(
            VitalFigures(
                sign,
                middle,
                low,
                high,
                float(known[least]),
                float(known[most]),
                int(at[least]),
                int(at[most]),
                len(known) / len(values),
            )
        )
    return tuple(found)
