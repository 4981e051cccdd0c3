"""The same records under other conditions: how far figures and false alarms hold."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from scipy.signal import butter, resample_poly, sosfiltfilt

from assets.records.record import Annotations, Record
from models.patients.artefacts.ratio import qrs_power
from training.data.dataset import read_beats

WANDER_HZ = (0.05, 0.5)
"""Band of the baseline wander, Hz: breathing and electrodes."""

MUSCLE_HZ = (20.0, 150.0)
"""Band of the muscle noise, Hz (less where the sampling rate is lower)."""

_SEED = 2004


@dataclass(frozen=True)
class Condition:
    """What is done to a record; a function from record to record, the same each time.

    Attributes
    ----------
    gain : float
        Factor; negative inverts.
    lead : int
        Column that is taken as the first lead.
    fs : float or None
        Rate to resample to, Hz.
    wander_db, muscle_db : float or None
        Signal-to-noise ratio of noise that is added throughout: the QRS complexes' power (mean squared
        peak-to-peak amplitude over 8) against the noise's, as in ``nst`` of the WFDB applications.
    """

    gain: float = 1.0
    lead: int = 0
    fs: float | None = None
    wander_db: float | None = None
    muscle_db: float | None = None

    def __call__(self, record: Record) -> Record:
        """Change a record.

        Raises
        ------
        ValueError
            If it lacks the lead, or its annotations.
        """
        if self.lead >= len(record.leads):
            raise ValueError(f"Record {record.name} has no lead {self.lead + 1}.")
        signal = record.signals[:, self.lead].astype(np.float64)
        rng = np.random.default_rng([_SEED, zlib.crc32(record.name.encode())])
        for ratio, band in ((self.wander_db, WANDER_HZ), (self.muscle_db, MUSCLE_HZ)):
            if ratio is not None:
                noise = band_noise(len(signal), record.fs, band, rng)
                signal = signal + noise * np.sqrt(record_power(record, signal) / 10 ** (ratio / 10))
        signal = signal * self.gain
        changed = replace(record, leads=(record.leads[self.lead],), signals=_column(signal))
        return changed if self.fs is None else resampled(changed, self.fs)


CONDITIONS: Mapping[str, Condition] = {
    "inverted": Condition(gain=-1.0),
    "gain × 0.5": Condition(gain=0.5),
    "gain × 2": Condition(gain=2.0),
    "second lead": Condition(lead=1),
    "250 Hz": Condition(fs=250.0),
    "baseline wander 24 dB": Condition(wander_db=24.0),
    "baseline wander 12 dB": Condition(wander_db=12.0),
    "muscle noise 24 dB": Condition(muscle_db=24.0),
    "muscle noise 12 dB": Condition(muscle_db=12.0),
}
"""The conditions of the robustness table."""


def band_noise(
    n_samples: int, fs: float, band: tuple[float, float], rng: np.random.Generator
) -> npt.NDArray[np.float64]:
    """Draw Gaussian noise in a band, of power 1.

    Parameters
    ----------
    n_samples : int
        Length.
    fs : float
        Rate, Hz.
    band : tuple of float
        Its edges, Hz; the upper one is kept below half of `fs`.
    rng : Generator
        Where from.

    Returns
    -------
    ndarray of float64, shape (n_samples,)
    """
    sos = butter(2, (band[0], min(band[1], 0.45 * fs)), "bandpass", fs=fs, output="sos")
    noise: npt.NDArray[np.float64] = sosfiltfilt(sos, rng.standard_normal(n_samples))
    return noise / noise.std()


def record_power(record: Record, signal: npt.NDArray[np.float64]) -> float:
    """Mean power of the QRS complexes in mV², from peak to peak within 50 ms of the reference beats.

    Raises
    ------
    ValueError
        If the record has no beats.
    """
    beats = read_beats(record).sample
    if not len(beats):
        raise ValueError(f"Record {record.name} has no beats to take a signal's power from.")
    return qrs_power(signal, beats, record.fs)


def resampled(record: Record, fs: float) -> Record:
    """Resample a record; its annotations move with it.

    Parameters
    ----------
    record : Record
        Without gaps.
    fs : float
        New rate, Hz.
    """
    ratio = Fraction(fs / record.fs).limit_denominator(1000)
    signals = resample_poly(record.signals.astype(np.float64), ratio.numerator, ratio.denominator, axis=0)
    notes = record.annotations
    if notes is not None:
        moved = np.round(notes.sample * (fs / record.fs)).astype(np.int64).clip(0, len(signals) - 1)
        notes = Annotations(moved, notes.symbol, notes.aux_note)
    return replace(record, fs=fs, signals=signals.astype(np.float32), annotations=notes)


def _column(signal: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    return signal.astype(np.float32)[:, None]
