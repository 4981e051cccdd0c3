"""Where no figure may be told: gaps, flat lines, clipped signals."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.vitals.signs import Quality

FLAT_S = 3.0
"""A lead that keeps one value for so long is flat, s: between two beats none is that still."""

MISSING = 0.05
"""With more than this share of its samples missing a stretch tells nothing."""

AT_TOP, AT_BOTTOM = 0.15, 0.4
"""A lead that spends more than this share of its time at its very highest, or lowest, value is clipped; near
the foot of a pulse a coarse converter gives one value for long."""


def gate(samples: npt.NDArray[np.floating], fs: float) -> Quality:
    """Say whether a stretch of a lead can be read at all.

    Parameters
    ----------
    samples : ndarray of float, shape (n,)
        Its newest samples, some seconds of them; NaN is a gap.
    fs : float
        Sampling frequency, Hz.

    Returns
    -------
    Quality
        `GOOD`, `GAP`, `FLAT` or `CLIPPED`.
    """
    finite = np.isfinite(samples)
    if finite.mean() < 1 - MISSING or not finite[-1]:
        return Quality.GAP
    last = samples[-round(FLAT_S * fs) :]
    last = last[np.isfinite(last)]
    if np.ptp(last) == 0:
        return Quality.FLAT
    there = samples[finite]
    top, bottom = there.max(), there.min()
    if (there == top).mean() > AT_TOP or (there == bottom).mean() > AT_BOTTOM:
        return Quality.CLIPPED
    return Quality.GOOD


def filled(samples: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """Bridge the few gaps that `gate` lets pass by straight lines."""
    values = np.asarray(samples, dtype=np.float64)
    missing = ~np.isfinite(values)
    if missing.any():
        places = np.arange(len(values))
        values = values.copy()
        values[missing] = np.interp(places[missing], places[~missing], values[~missing])
    return values
