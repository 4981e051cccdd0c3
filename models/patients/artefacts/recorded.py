"""Real noise: the records of the MIT-BIH Noise Stress Test Database.

The first half of a noise record's time is for choosing, and for what is played; the second for judging.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assets.records.open import open_record

NOISES = ("bw", "em", "ma")
"""The noise records: baseline wander, electrode motion, muscle noise."""


class Half(Enum):
    """Which half of the noise's time is taken."""

    CHOOSING = 0
    JUDGING = 1


@dataclass(frozen=True)
class Noise:
    """One noise record.

    Attributes
    ----------
    name : str
        One of `NOISES`.
    fs : float
        Its rate, Hz.
    signals : ndarray of float32, shape (n, channels)
        mV.
    """

    name: str
    fs: float
    signals: npt.NDArray[np.float32]

    def part(self, half: Half) -> Noise:
        """Give one half of its time."""
        middle = len(self.signals) // 2
        kept = self.signals[:middle] if half is Half.CHOOSING else self.signals[middle:]
        return replace(self, signals=kept)

    def at(self, fs: float) -> Noise:
        """Give the same at another rate, Hz."""
        if fs == self.fs:
            return self
        from scipy.signal import resample_poly  # takes long to import, and sources are named before the trace

        ratio = Fraction(fs / self.fs).limit_denominator(1000)
        signals = resample_poly(self.signals.astype(np.float64), ratio.numerator, ratio.denominator, axis=0)
        return replace(self, fs=fs, signals=signals.astype(np.float32))


def read_noise(name: str, data_dir: str | Path | None, cache_dir: str | Path | None = None) -> Noise:
    """Read a noise record of the catalogue; their headers have no gain, and WFDB's default is taken.

    Raises
    ------
    assets.errors.AssetError
        If it cannot be had.
    """
    record = open_record(name, data_dir=data_dir, cache_dir=cache_dir)
    return Noise(name, record.fs, record.signals)
