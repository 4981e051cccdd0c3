"""How large the QRS complexes of each lead are: what a noise's ratio is measured against."""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from assets.databases.mitbih import AAMI_CLASS
from assets.records.record import Annotations
from models.patients.artefacts.ratio import qrs_power

MEASURED_S = 300.0
"""Of a recording the first so many seconds are measured, as ``nst`` does; of a stream the latest."""

KNOWN_S = 6.0
"""A stream's level is known when so much of it has been heard, s."""

ASSUMED = 1.6**2 / 8
"""Power of QRS complexes that have not been heard, mV²: that of 1.6 mV from peak to peak."""

WINDOW_S = 1.5
"""In a window of this length there is a beat, but for the slowest rates, s."""

_QRS_S = 0.1
_LEAST_MV = 0.15
_LEAST_SHARE = 0.5

Powers = npt.NDArray[np.float64]


def from_annotations(signals: npt.NDArray[np.floating], known: Annotations, fs: float) -> Powers | None:
    """Measure at the reference beats, as the protocol has it; None where there are none.

    Parameters
    ----------
    signals : ndarray of float, shape (n, leads)
        mV.
    known : Annotations
        Of these samples, the first of which is sample 0.
    fs : float
        Rate, Hz.

    Returns
    -------
    ndarray of float64, shape (leads,)
        mV².
    """
    pairs = zip(known.sample.tolist(), known.symbol, strict=True)
    beats = np.array([at for at, symbol in pairs if symbol in AAMI_CLASS], dtype=np.int64)
    inside = beats[beats < len(signals)]
    inside = inside[np.isfinite(signals[inside]).all(axis=1)]
    if not len(inside):
        return None
    powers = [qrs_power(column, inside, fs) for column in signals.T]
    return np.array([power if power > _LEAST_MV**2 / 8 else ASSUMED for power in powers])


class Swings:
    """Measures without knowing the beats: how far each lead swings within 0.1 s, a window at a time.

    Parameters
    ----------
    leads : int
        How many.
    fs : float
        Rate, Hz.
    """

    def __init__(self, leads: int, fs: float) -> None:
        self.window = round(WINDOW_S * fs)
        self._reach = max(2, round(_QRS_S * fs))
        self._rest = np.zeros((0, leads), dtype=np.float32)
        self._windows: deque[Powers] = deque(maxlen=round(MEASURED_S / WINDOW_S))

    @property
    def windows(self) -> int:
        """How many windows have been heard of those that are remembered."""
        return len(self._windows)

    def hear(self, samples: npt.NDArray[np.float32]) -> None:
        """Take the next samples, shape (n, leads)."""
        waiting = np.concatenate([self._rest, samples])
        whole = len(waiting) // self.window * self.window
        for start in range(0, whole, self.window):
            pieces = np.lib.stride_tricks.sliding_window_view(
                waiting[start : start + self.window], self._reach, axis=0
            )[:: max(1, self._reach // 4)]
            self._windows.append(np.nan_to_num(np.ptp(pieces, axis=-1).max(axis=0)).astype(np.float64))
        self._rest = waiting[whole:].copy()

    def powers(self) -> Powers:
        """Give the power of the QRS complexes in each lead, mV²; `ASSUMED` where there are none.

        That of the median window, without those that swing less than half as far as the largest: they had no
        beat.
        """
        if not self._windows:
            return np.full(self._rest.shape[1], ASSUMED)
        heard = np.array(self._windows)
        powers = []
        for swings in heard.T:
            large = float(np.quantile(swings, 0.95))
            beats = swings[swings >= _LEAST_SHARE * large]
            powers.append(float(np.median(beats)) ** 2 / 8 if large >= _LEAST_MV else ASSUMED)
        return np.array(powers)
