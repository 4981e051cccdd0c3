"""The signal-to-noise ratio of the noise-stress test: QRS complexes against noise, both as ``nst`` measures.

Moody GB, Muldrow WE, Mark RG. A noise stress test for arrhythmia detectors. *Computers in Cardiology*
11:381-384, 1984; the ratio is that of ``nst`` of the WFDB applications.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

RATIOS_DB = (24.0, 18.0, 12.0, 6.0, 0.0, -6.0)
"""Signal-to-noise ratios of the protocol, dB."""

TRIMMED = 0.05
"""Share of the noise's seconds, and of the beats, that is left out at either end when a power is measured."""

_QRS_S = 0.05


def noise_power(noise: npt.NDArray[np.floating], fs: float) -> float:
    """Give the power of a noise in mV²: the square of the mean deviation of its seconds, as ``nst`` measures.

    A second's deviation is the root mean square about its mean; the greatest and the least 5 % of the seconds
    are left out.

    Parameters
    ----------
    noise : ndarray of float, shape (n,)
        mV; a second or more.
    fs : float
        Its rate, Hz.

    Raises
    ------
    ValueError
        If there is less than a second.
    """
    n = round(fs)
    if len(noise) < n:
        raise ValueError("A noise's power is measured by the second: there is less than one.")
    seconds = noise[: len(noise) // n * n].astype(np.float64).reshape(-1, n)
    return float(_trimmed(seconds.std(axis=1)).mean() ** 2)


def qrs_power(signal: npt.NDArray[np.floating], beats: npt.NDArray[np.int64], fs: float) -> float:
    """Mean power of the QRS complexes in mV²: that of a sine that swings as far as they do within 50 ms.

    The greatest and the least 5 % are left out, as ``nst`` does.

    Parameters
    ----------
    signal : ndarray of float, shape (n,)
        mV; NaN in gaps.
    beats : ndarray of int64, shape (k,)
        Samples of the beats; one at least, not in a gap.
    fs : float
        Rate, Hz.
    """
    reach = round(_QRS_S * fs)
    windows = signal[(beats[:, None] + np.arange(-reach, reach + 1)).clip(0, len(signal) - 1)]
    swing = np.ptp(windows, axis=1)
    return float(np.mean(_trimmed(swing[np.isfinite(swing)])) ** 2 / 8)


def noise_gain(signal_power: float, power: float, ratio_db: float) -> float:
    """Give the factor that brings a noise of some power to a ratio, in dB, below (or above) the signal's."""
    return float(np.sqrt(signal_power / power / 10 ** (ratio_db / 10)))


def _trimmed(values: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    ordered = np.sort(values)
    return ordered[int(TRIMMED * len(ordered)) : max(1, int(np.ceil((1 - TRIMMED) * len(ordered))))]
