"""Variability of the heart rate and breath of a simulated patient, beside those of healthy adults."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.signal import welch

from models.patients.patient import Patient

FS, SECONDS = 250, 300
RATES = (50, 60, 75, 100)

LF_HZ, HF_HZ = (0.04, 0.15), (0.15, 0.40)
"""Bands of the Task Force of the ESC and NASPE, "Heart rate variability: standards of measurement",
Circulation 93(5):1043-1065, 1996."""

_RESAMPLED_HZ = 4.0


@dataclass(frozen=True)
class Spectrum:
    """Of five minutes of sinus rhythm.

    Attributes
    ----------
    rate : float
        Beats a minute.
    sdnn : float
        Standard deviation of the RR intervals, ms.
    lf_hz, hf_hz : float
        Where the spectrum of the intervals is highest in either band, Hz.
    ratio : float
        Power in the lower band over that in the higher one.
    breaths : float
        Breaths a minute, by the spectrum of the respiration.
    """

    rate: float
    sdnn: float
    lf_hz: float
    hf_hz: float
    ratio: float
    breaths: float


def measure_spectrum(rate: float, seed: int = 1) -> Spectrum:
    """Measure a patient in sinus rhythm."""
    block = Patient("sinus", {"rate": rate}, seed=seed, fs=FS, vitals=True).read(SECONDS * FS)
    notes = block.annotations
    peaks = notes.sample[[symbol == "N" for symbol in notes.symbol]] / FS
    rr = np.diff(peaks)
    times = np.arange(peaks[1], peaks[-1], 1 / _RESAMPLED_HZ)
    hz, power = _spectrum(np.interp(times, peaks[1:], rr), _RESAMPLED_HZ, 64)
    low, high = ((hz >= first) & (hz < last) for first, last in (LF_HZ, HF_HZ))
    breath_hz, breath = _spectrum(block.samples[:, -1].astype(np.float64), FS, 60)
    return Spectrum(
        60 / float(rr.mean()),
        1000 * float(rr.std()),
        float(hz[low][power[low].argmax()]),
        float(hz[high][power[high].argmax()]),
        float(power[low].sum() / power[high].sum()),
        60 * float(breath_hz[breath.argmax()]),
    )


def _spectrum(
    x: npt.NDArray[np.float64], fs: float, seconds: float
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    hz, power = welch(x, fs, nperseg=min(round(seconds * fs), len(x)), detrend="linear")
    return hz, power


def spectrum_table(spectra: list[Spectrum]) -> str:
    """Give the figures as a Markdown table; its first row is what textbooks say of healthy adults at rest.

    SDNN of five minutes and LF/HF after Nunan, Sandercock and Brodie, "A quantitative systematic review of
    normal values for short-term heart rate variability in healthy adults", Pacing Clin. Electrophysiol.
    33:1407-1417, 2010; bands after the Task Force (1996).
    """
    rows = [
        "| sinus rhythm | SDNN (ms) | peak in LF (Hz) | peak in HF (Hz) | LF/HF | breaths a minute |",
        "| --- " * 6 + "|",
        "| healthy adults | 32 to 93 | 0.04 to 0.15 | 0.15 to 0.40 | 1.1 to 11.6 | 12 to 20 |",
    ]
    rows += [
        f"| {one.rate:.0f} a minute | {one.sdnn:.0f} | {one.lf_hz:.2f} | {one.hf_hz:.2f} | {one.ratio:.2f} "
        f"| {one.breaths:.0f} |"
        for one in spectra
    ]
    return "\n".join(rows)
