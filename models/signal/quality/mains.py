"""Mains hum, in the samples as they come: the front end leaves too little of it to be seen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

MAINS_HZ = (50.0, 60.0)
"""Mains frequencies, Hz."""

BESIDE_HZ = (-5.0, 5.0)
"""A hum stands out from what there is so far beside it, Hz: a QRS complex has a little of everything."""

BELOW = 0.49
"""Tones up to this share of the sampling rate are looked for."""

HUM_MV, STANDS_OUT = 0.05, 4.0
"""Amplitude from which a tone is a hum, mV, and its ratio to the greatest beside it."""


class Mains:
    """Looks for mains hum in stretches of one second.

    Parameters
    ----------
    fs : float
        Sampling frequency, Hz.
    """

    def __init__(self, fs: float) -> None:
        self.n_samples = round(fs)
        self._tones = [hz for hz in MAINS_HZ if hz < BELOW * fs]
        time, window = np.arange(self.n_samples) / fs, np.hanning(self.n_samples)
        asked = [hz + by for hz in self._tones for by in (0.0, *BESIDE_HZ) if hz + by < fs / 2]
        self._own = [asked.index(hz) for hz in self._tones]
        self._beside = [[i for i, hz in enumerate(asked) if hz - tone in BESIDE_HZ] for tone in self._tones]
        self._waves = np.asarray(
            np.exp(-2j * np.pi * np.outer(time, asked)) * window[:, None] * (2 / window.sum())
        ).astype(np.complex64)

    def hums(self, second: npt.NDArray[np.floating]) -> npt.NDArray[np.bool_]:
        """Say of which leads there is a hum.

        Parameters
        ----------
        second : ndarray of float, shape (streams, n_samples)
            mV; where a sample is not finite there is none.

        Returns
        -------
        ndarray of bool, shape (streams,)
        """
        found = np.zeros(len(second), dtype=bool)
        whole = np.isfinite(second).all(axis=1)
        if not self._tones or not whole.any():
            return found
        kept = second[whole]
        size = np.abs((kept - kept.mean(axis=1, keepdims=True)) @ self._waves)
        found[whole] = np.logical_or.reduce(
            [
                (size[:, own] >= HUM_MV) & (size[:, own] >= STANDS_OUT * size[:, beside].max(axis=1))
                for own, beside in zip(self._own, self._beside, strict=True)
            ]
        )
        return found
