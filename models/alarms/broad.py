"""Whether beats are broad, where none was narrow so far: of a usual form nothing is known yet."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from models.alarms.waves import Waves

HALF_S = 0.16
"""So far before and after an R peak its complex is looked for, s, but no farther than half an interval."""

LEAST_INTERVAL_S = 0.25
"""Of 240 beats a minute, s."""

SMOOTH_S = 0.012
"""Slopes are means over so long, s."""

STEEP = 0.2
"""A complex lasts where the signal moves by no less than this share of its steepest slope."""

BROAD_S = 0.075
"""A complex that is this long in every lead is broad, s. By this measure, which leaves out the slow ends of a
complex, the normal beats of 17 of 20 patients of DS1 have .042 to .069 in the lead that has least, those of a
block of the left bundle .097, the ventricular ones of most .067 to .117 (medians of five minutes); simulated
sinus rhythm and supraventricular tachycardia .052, ventricular tachycardia .088."""

LEAST_MV = 0.1
"""A lead that ranges over less, mV, says nothing of a complex."""


class Broad:
    """Measures beats one after the other, until one is not broad.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self._smooth = np.ones(max(1, round(SMOOTH_S * fs))) / max(1, round(SMOOTH_S * fs))
        self._over = False

    def beat(self, r_peak: int, rr_s: float, waves: Waves) -> bool:
        """Take the next beat; whether it and all before it are broad.

        Parameters
        ----------
        r_peak : int
            Its R peak, source sample.
        rr_s : float
            The interval before it, s; NaN where it is not known.
        waves : Waves
            What the leads look like.
        """
        if self._over:
            return False
        interval = 2 * HALF_S if math.isnan(rr_s) else max(rr_s, LEAST_INTERVAL_S)
        half = round(min(HALF_S, interval / 2) * self._fs)
        lasts = [self._length(around, half) for around in waves.around(r_peak, half)]
        known = [length for length in lasts if length is not None]
        self._over = not known or min(known) < BROAD_S
        return not self._over

    def _length(self, lead: npt.NDArray[np.float32], half: int) -> float | None:
        """How long a complex is in a piece of a lead around it, s; None where that cannot be seen."""
        around = lead.astype(np.float64)
        if len(around) < 2 * half + 1 or not np.isfinite(around).all() or np.ptp(around) < LEAST_MV:
            return None
        slopes = np.abs(np.convolve(np.gradient(around), self._smooth, mode="valid"))
        steepest = np.sort(slopes)[-3]  # a single one may be a pacing pulse
        return float(np.count_nonzero(slopes > STEEP * steepest) / self._fs)
