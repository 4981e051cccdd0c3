"""Real noise mixed into records by the protocol of the noise-stress test.

Moody GB, Muldrow WE, Mark RG. A noise stress test for arrhythmia detectors. *Computers in Cardiology*
11:381-384, 1984; the ratio is that of ``nst`` of the WFDB applications. The first half of a noise record's
time is for choosing, the second for judging.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.signal import resample_poly

from assets.records.open import open_record
from assets.records.record import Record
from training.evaluation.robustness import qrs_power

NOISES = ("bw", "em", "ma")
"""The noise records: baseline wander, electrode motion, muscle noise."""

RATIOS_DB = (24.0, 18.0, 12.0, 6.0, 0.0, -6.0)
"""Signal-to-noise ratios of the protocol, dB."""

LEARN_S, TURN_S = 300.0, 120.0
"""Without noise for the first so many s, then with and without it in turn for so many s each."""

TRIMMED = 0.05
"""Share of the noise's seconds that is left out at either end when its power is measured, as ``nst`` does."""

_SEED = 1984


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
        ratio = Fraction(fs / self.fs).limit_denominator(1000)
        signals = resample_poly(self.signals.astype(np.float64), ratio.numerator, ratio.denominator, axis=0)
        return replace(self, fs=fs, signals=signals.astype(np.float32))


def read_noise(name: str, data_dir: Path | None) -> Noise:
    """Read a noise record of the catalogue; their headers have no gain, and WFDB's default is taken.

    Raises
    ------
    assets.errors.AssetError
        If it cannot be had.
    """
    record = open_record(name, data_dir=data_dir)
    return Noise(name, record.fs, record.signals)


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
    spread = np.sort(seconds.std(axis=1))
    kept = spread[int(TRIMMED * len(spread)) : max(1, int(np.ceil((1 - TRIMMED) * len(spread))))]
    return float(kept.mean() ** 2)


def noisy_spans(n_samples: int, fs: float) -> list[tuple[int, int]]:
    """Give the stretches with noise of a record, from the first sample to before the second."""
    learn, turn = round(LEARN_S * fs), round(TURN_S * fs)
    return [(start, min(start + turn, n_samples)) for start in range(learn, n_samples, 2 * turn)]


@dataclass(frozen=True)
class Stress:
    """Noise added to every lead of a record; a function from record to record, the same each time.

    Attributes
    ----------
    noise : Noise
        Where the noise is from; its channels are paired with the record's leads in turn.
    ratio_db : float
        Signal-to-noise ratio, dB.
    half : Half
        Which half of the noise's time is taken; it is begun at a place that depends on the record's name,
        and over again at its end.
    """

    noise: Noise
    ratio_db: float
    half: Half = Half.JUDGING

    def __call__(self, record: Record) -> Record:
        """Add the noise.

        Raises
        ------
        ValueError
            If the record has no beats to take the signal's power from.
        """
        noise = self.noise.part(self.half).at(record.fs)
        rng = np.random.default_rng([_SEED, zlib.crc32(record.name.encode())])
        begin = int(rng.integers(len(noise.signals)))
        signals = record.signals.astype(np.float64)
        for lead in range(signals.shape[1]):
            channel = noise.signals[:, lead % noise.signals.shape[1]].astype(np.float64)
            signal, power = qrs_power(record, signals[:, lead]), noise_power(channel, noise.fs)
            gain = np.sqrt(signal / power / 10 ** (self.ratio_db / 10))
            at = begin
            for start, stop in noisy_spans(record.n_samples, record.fs):
                added = gain * channel.take(range(at, at + stop - start), mode="wrap")
                signals[start:stop, lead] += added - added[0]  # no step where it begins, as in ``nst``
                at += stop - start
        return replace(record, signals=signals.astype(np.float32))


def shortened(record: Record, seconds: float) -> Record:
    """Give the first so many seconds of a record, with their annotations."""
    n = min(record.n_samples, round(seconds * record.fs))
    notes = record.annotations
    if notes is not None:
        kept = int(np.searchsorted(notes.sample, n))
        notes = replace(
            notes, sample=notes.sample[:kept], symbol=notes.symbol[:kept], aux_note=notes.aux_note[:kept]
        )
    return replace(record, signals=record.signals[:n], annotations=notes)
