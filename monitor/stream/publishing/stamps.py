"""When each sample was played, by the clock of the network's streams."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

APART_S = 0.25
"""Where the stamps would lie so far from the present moment, they begin anew there, s."""

FOLLOW = 0.02
"""By so much of the distance the stamps follow the present moment with each block."""

KEPT = 1000
"""So many stretches are remembered for marks that come later: minutes of steady play."""


@dataclass
class _Stretch:
    """Samples `start` to `stop`: the first was played at `at_s`, each of the others `step_s` later."""

    start: int
    stop: int
    at_s: float
    step_s: float


class Stamps:
    """Even stamps for samples that are played in blocks at a steady pace.

    Parameters
    ----------
    fs : float
        Samples a second of what is played.
    """

    def __init__(self, fs: float) -> None:
        self._fs = fs
        self._stretches: deque[_Stretch] = deque(maxlen=KEPT)
        self._last_s = -math.inf

    def of(self, start: int, n: int, speed: float, now: float) -> npt.NDArray[np.float64]:
        """Give the stamps of the next block.

        Parameters
        ----------
        start, n : int
            Its first sample, and how many they are; the last of them is being played now.
        speed : float
            How many times as fast as they were taken they are played; infinite for as fast as can be.
        now : float
            The present moment, s.

        Returns
        -------
        ndarray of float64, shape (n,)
            In s, each later than the one before.
        """
        step = 1.0 / (self._fs * speed) if math.isfinite(speed) else max(0.0, now - self._last_s) / n
        # A step that is lost in rounding beside so large a figure as the clock's is none.
        if not math.isfinite(step) or step < 4 * math.ulp(now):
            step = 1.0 / self._fs
        at = now - (n - 1) * step
        last = self._stretches[-1] if self._stretches else None
        if last is not None and last.stop == start and last.step_s == step:
            due = last.at_s + (start - last.start) * step
            if abs(at - due) <= APART_S:
                at = due + FOLLOW * (at - due)
        at = max(at, math.nextafter(self._last_s, math.inf)) if math.isfinite(self._last_s) else at
        self._stretches.append(_Stretch(start, start + n, at, step))
        stamps = np.asarray(at + np.arange(n) * step, dtype=np.float64)
        self._last_s = float(stamps[-1])
        return stamps

    def when(self, sample: int) -> float | None:
        """When a sample was played last, s; None where that is not known any more, or is still to come."""
        for stretch in reversed(self._stretches):
            if stretch.start <= sample < stretch.stop:
                return stretch.at_s + (sample - stretch.start) * stretch.step_s
        return None
