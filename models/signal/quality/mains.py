"""Mains hum, in the samples as they come: the front end leaves too little of it to be seen."""

from __future__ import annotations

from functools import cache

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
        self._fs = float(fs)

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
        waves, tones = _waves(self._fs)
        if not tones or not whole.any():
            return found
        kept = second[whole]
        size = np.abs((kept - kept.mean(axis=1, keepdims=True)) @ waves)
        found[whole] = np.logical_or.reduce(
            [
                (size[:, own] >= HUM_MV) & (size[:, own] >= STANDS_OUT * size[:, beside].max(axis=1))
                for own, beside in tones
            ]
        )
        return found


@cache
def _waves(fs: float) -> tuple[npt.NDArray[np.complex64], tuple[tuple[int, tuple[int, ...]], ...]]:
    """Waves of a second at a rate (Hz), and of each mains tone the columns of its own and of those beside."""
    tones = [hz for hz in MAINS_HZ if hz < BELOW * fs]
    n = round(fs)
    asked = [hz + by for hz in tones for by in (0.0, *BESIDE_HZ) if hz + by < fs / 2]
    window = np.hanning(n)
    waves = np.exp(-2j * np.pi * np.outer(np.arange(n) / fs, asked)) * window[:, None] * (2 / window.sum())
    columns = tuple(
        (asked.index(hz), tuple(i for i, other in enumerate(asked) if other - hz in BESIDE_HZ))
        for hz in tones
    )
    return waves.astype(np.complex64), columns
