"""How far a lead reaches up and down, so that it can be shown whole, and whether it has a signal at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from monitor.ui.kit.language import tr

LOOK_S = 10.0
"""A lead is judged by so many of its newest seconds."""

LEAST_S = 0.5
"""Less signal than this, in seconds, says nothing about a lead."""

SPIKE_S = 0.004
"""What is over so soon is no part of a complex: an impulse of a pacemaker lasts 2 ms, a QRS complex 60 ms and
more."""

ARTEFACT = 3.0
"""A second in which a lead reaches over more than so many times its usual span is an artefact, not a QRS."""

FLAT_S = 3.0
"""A lead that keeps one value for so long is flat: no heart is that still between two beats."""

NOTHING, FLAT = phrase("no signal"), phrase("flat line")
"""What is said of a lead that shows nothing of a heart."""


@dataclass(frozen=True)
class Extent:
    """Where a lead has been, in its own unit.

    Attributes
    ----------
    level : float
        Median.
    bottom, top : float
        Lowest and highest value of its complexes; pacing spikes and single artefacts are left out.
    """

    level: float
    bottom: float
    top: float

    @cached_property
    def span(self) -> float:
        """From the bottom to the top."""
        return self.top - self.bottom


def extent(samples: npt.NDArray[np.floating], fs: float) -> Extent | None:
    """Measure a lead.

    Parameters
    ----------
    samples : ndarray of float, shape (n,)
        Its newest samples; NaN is a gap.
    fs : float
        Sampling frequency in Hz.

    Returns
    -------
    Extent or None
        None where there is too little signal.
    """
    there = samples[np.isfinite(samples)]
    if len(there) < LEAST_S * fs:
        return None
    level = float(np.median(there))
    # A value counts if the lead stays there: the least of a few neighbours is high, or their greatest low.
    above = below = there
    for _ in range(round(SPIKE_S * fs)):
        above, below = np.minimum(above[1:], above[:-1]), np.maximum(below[1:], below[:-1])
    starts = np.arange(0, len(above), max(1, round(fs)))
    if len(starts) > 1 and len(above) - starts[-1] < LEAST_S * fs:
        starts = starts[:-1]
    low, high = np.minimum.reduceat(below, starts), np.maximum.reduceat(above, starts)
    spans = np.maximum(high - low, 0)
    usual = spans <= ARTEFACT * np.median(spans)
    return Extent(level, float(low[usual].min()), float(high[usual].max()))


def silence(samples: npt.NDArray[np.floating], visible: int, fs: float) -> str:
    """What is said of a lead that shows nothing of a heart; empty where it may show something.

    Parameters
    ----------
    samples : ndarray of float, shape (n,)
        Its newest samples; NaN is a gap.
    visible : int
        So many of them are on screen.
    fs : float
        Sampling frequency in Hz.
    """
    shown, last = samples[-visible:], samples[-round(FLAT_S * fs) :]
    if visible and len(shown) >= LEAST_S * fs and not np.isfinite(shown).any():
        return tr(NOTHING)
    if len(samples) >= FLAT_S * fs and np.ptp(last) == 0:
        return tr(FLAT)
    return ""
