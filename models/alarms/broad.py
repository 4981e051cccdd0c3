"""Whether beats are broad, where none was narrow so far: of a usual form nothing is known yet."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from models.alerts.watcher import Block

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

KEPT_S = 2.0
"""So much of the signal is kept, s: a beat is told much sooner."""


class Broad:
    """Measures beats one after the other, until one is not broad.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    leads : int
        How many leads are analysed together.
    """

    def __init__(self, fs: float, leads: int) -> None:
        self._fs, self._kept = fs, round(KEPT_S * fs)
        self._smooth = np.ones(max(1, round(SMOOTH_S * fs))) / max(1, round(SMOOTH_S * fs))
        self._each: list[npt.NDArray[np.float32]] = [np.zeros(0, dtype=np.float32)] * leads
        self._stop = 0
        self._over = False

    def take(self, block: Block) -> None:
        """Take the next block."""
        if self._over:
            return
        self._stop = block.stop
        for i, own in enumerate(block.leads or (block,)):
            self._each[i] = np.concatenate([self._each[i][-self._kept :], own.samples])

    def beat(self, r_peak: int, rr_s: float) -> bool:
        """Take the next beat; whether it and all before it are broad.

        Parameters
        ----------
        r_peak : int
            Its R peak, source sample.
        rr_s : float
            The interval before it, s; NaN where it is not known.
        """
        if self._over:
            return False
        interval = 2 * HALF_S if math.isnan(rr_s) else max(rr_s, LEAST_INTERVAL_S)
        half = round(min(HALF_S, interval / 2) * self._fs)
        lasts = [self._length(lead, r_peak, half) for lead in self._each]
        known = [length for length in lasts if length is not None]
        self._over = not known or min(known) < BROAD_S
        if self._over:
            self._each = [np.zeros(0, dtype=np.float32)] * len(self._each)
        return not self._over

    def _length(self, lead: npt.NDArray[np.float32], r_peak: int, half: int) -> float | None:
        """How long a complex is in a lead, s; None where that cannot be seen."""
        at = len(lead) - (self._stop - r_peak)
        around = lead[max(0, at - half) : at + half + 1].astype(np.float64)
        if len(around) < 2 * half + 1 or not np.isfinite(around).all() or np.ptp(around) < LEAST_MV:
            return None
        slopes = np.abs(np.convolve(np.gradient(around), self._smooth, mode="valid"))
        steepest = np.sort(slopes)[-3]  # a single one may be a pacing pulse
        return float(np.count_nonzero(slopes > STEEP * steepest) / self._fs)
