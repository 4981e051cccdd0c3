"""The breath, from the impedance of the chest or a belt: its rate, and for how long there was none.

Breaths are counted as by Schäfer and Kratky, "Estimation of breathing rate from respiratory sinus arrhythmia:
comparison of various methods", Ann. Biomed. Eng. 36:476-485, 2008: a wave counts from a share of the usual
height on, so that what the heart adds to the lead is no breath.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.vitals.gates import filled, gate
from models.vitals.signs import Quality

WINDOW_S = 30.0
"""The rate is that of the breaths of so many of the newest seconds."""

LEAST_S = 12.0
"""Less than this tells nothing, s."""

WORKING_HZ = 10.0
"""About the rate at which breaths are looked for, Hz."""

BAND_HZ = (0.08, 1.5)
"""A breath lasts from 0.7 to 12 s: 5 to 90 a minute."""

SHARE = 0.3
"""A wave counts as a breath from this share of the usual one's height on (Schäfer and Kratky: of the upper
quartile)."""

REMEMBERED_S = 60.0
"""What a usual breath is, is told by those of so many seconds, also when there are none any more."""

SETTLED_S = 1.0
"""The top of a breath is known so long after it, s."""

LEAST_OHM = 0.2
"""A change of the chest's impedance by less than this is no breath, Ohm; bedside monitors ask for as much."""

MOST_SPREAD = 0.6
"""Intervals that spread by more than this share of their mean are noise; so are heights."""

_FILTERS: dict[float, npt.NDArray[np.float64]] = {}


@dataclass(frozen=True)
class BreathFigures:
    """What a stretch says.

    Attributes
    ----------
    quality : Quality
        Whether it says anything.
    rate : float or None
        Breaths a minute.
    since_s : float or None
        Seconds since the top of the last breath; None where no breath has been heard, or the lead is no good.
    """

    quality: Quality
    rate: float | None = None
    since_s: float | None = None


class BreathMeter:
    """Reads the breath from a lead, second by second.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    least : float
        A wave of less than this is no breath, in the lead's unit; 0 where its unit means nothing. Where it is
        known, who has never breathed is breathless from the first sample on.
    """

    window_s = WINDOW_S

    def __init__(self, fs: float, least: float = 0.0) -> None:
        self._fs, self._least = fs, least
        self._heights: deque[tuple[int, float]] = deque()  # sample and height of breaths
        self._last: int | None = None  # top of the last breath

    def read(self, samples: npt.NDArray[np.float32], at: int) -> BreathFigures:
        """Read the newest seconds, the last of which is sample `at`; as `models.vitals.pressure`."""
        fs = self._fs
        from scipy.signal import find_peaks, sosfiltfilt  # here, so that the trace moves before it is loaded

        if len(samples) < LEAST_S * fs:
            return BreathFigures(Quality.WAITING)
        quality = gate(samples, fs)
        if quality is not Quality.GOOD:
            self._last = None  # nobody knows whether there were breaths
            return BreathFigures(quality)
        step = max(1, round(fs / WORKING_HZ))
        n = len(samples) // step
        x = filled(samples)[len(samples) - n * step :].reshape(n, step).mean(axis=1)
        rate_hz = fs / step
        y = sosfiltfilt(_band(rate_hz), x)
        tops, told = find_peaks(y, prominence=max(1e-9, self._least), distance=max(1, round(0.5 * rate_hz)))
        heights = told["prominences"]
        usual = self._usual(heights, at)
        breaths = (heights >= SHARE * usual) & (tops < n - round(SETTLED_S * rate_hz))
        tops, heights = tops[breaths], heights[breaths]
        if self._last is None and self._least:
            self._last = at - len(samples) + 1
        self._note(at - (n - 1 - tops) * step, heights, at)
        since = None if self._last is None else (at - self._last) / fs
        if len(tops) < 2:
            return BreathFigures(Quality.NO_BREATH if since is not None else Quality.WAITING, None, since)
        intervals = np.diff(tops) / rate_hz
        if len(intervals) >= 3 and (
            intervals.std() > MOST_SPREAD * intervals.mean() or heights.std() > MOST_SPREAD * heights.mean()
        ):
            return BreathFigures(Quality.NOISY, None, since)
        return BreathFigures(Quality.GOOD, 60.0 / float(intervals.mean()), since)

    def _usual(self, heights: npt.NDArray[np.float64], at: int) -> float:
        """Height of a usual breath: of what is remembered, else of the stretch; 0 where nothing is.

        The last three breaths are never forgotten: what is left of the signal when somebody has stopped
        breathing is no usual breath.
        """
        known = [height for sample, height in self._heights if sample >= at - REMEMBERED_S * self._fs]
        if len(known) < 3:
            known = [height for _, height in self._heights]
        if len(known) < 3:
            known = heights.tolist()
        return float(np.quantile(known, 0.75)) if known else 0.0

    def _note(self, tops: npt.NDArray[np.int64], heights: npt.NDArray[np.float64], at: int) -> None:
        apart = 0.5 * self._fs
        for top, height in zip(tops.tolist(), heights.tolist(), strict=True):
            if self._last is None or top > self._last + apart:
                self._last = top
                self._heights.append((top, height))
        while len(self._heights) > 3 and self._heights[0][0] < at - REMEMBERED_S * self._fs:
            self._heights.popleft()


def _band(rate_hz: float) -> npt.NDArray[np.float64]:
    from scipy.signal import butter

    if rate_hz not in _FILTERS:
        _FILTERS[rate_hz] = butter(2, BAND_HZ, btype="bandpass", fs=rate_hz, output="sos")
    return _FILTERS[rate_hz]
