"""Pulses in a stretch of arterial pressure or of a pleth: onsets by the slope sum; whether they are alike.

The slope sum function is that of Zong, Heldt, Moody and Mark, "An open-source algorithm to detect onset of
arterial blood pressure pulses", Computers in Cardiology 30:259-262, 2003: the upstrokes within 128 ms added
up, which tells the one steep rise of a pulse from the dicrotic wave. There the threshold follows the stream;
here a stretch of some seconds is judged as a whole, a fixed delay behind it, so that a stream gives the same
however it is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SLOPE_S = 0.128
"""Length of the slope sum, s (Zong et al. 2003)."""

CUTOFF_HZ = 16.0
"""Pressures are low-passed here, Hz (Zong et al. 2003)."""

WORKING_HZ = 125.0
"""About the rate at which pulses are looked for, Hz."""

SHARE = 0.3
"""An upstroke counts from this share of the usual one on: dicrotic waves reach a tenth to a fifth."""

APART_S = 0.22
"""Two pulses are no nearer than this, s: 270 a minute."""

SHAPE_S = 0.26
"""So much of each pulse, from its onset, is compared, s: the upstroke and the top."""

ALIKE = 0.86
"""A pulse belongs to the others if it correlates with them by this much (Orphanidou et al., "Signal-quality
indices for the electrocardiogram and photoplethysmogram", IEEE J. Biomed. Health Inform. 19:832, 2015)."""

SHORT = 0.65
"""Of fast pulses no more than this share of the usual interval."""

BACK_S = 0.24
"""The foot of an upstroke lies no farther before the highest slope sum, s."""

RISES = 0.1
"""A signal rises where it does so at more than this share of the steepest place."""

_BLOCK_S = 2.0
_KERNELS: dict[tuple[float, int], npt.NDArray[np.float64]] = {}

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Pulses:
    """Pulses of a stretch; indices count from its first sample.

    Attributes
    ----------
    onset, peak : ndarray of int64, shape (n,)
        Foot of the upstroke, and the highest value up to the next foot.
    alike : ndarray of bool, shape (n,)
        Whether each has the shape of the others.
    signal : ndarray of float64
        The stretch, low-passed, at a rate `step` times lower than it came.
    step : int
        Samples of the stretch in one of `signal`.
    """

    onset: Indices
    peak: Indices
    alike: npt.NDArray[np.bool_]
    signal: Floats
    step: int

    def __len__(self) -> int:
        return len(self.onset)


def find_pulses(samples: Floats, fs: float, least: float = 0.0) -> Pulses:
    """Find the pulses in a stretch.

    Parameters
    ----------
    samples : ndarray of float64, shape (n,)
        Finite; some seconds.
    fs : float
        Sampling frequency, Hz.
    least : float
        An upstroke of less than this is none, in the signal's unit.

    Returns
    -------
    Pulses
        The last may still be under way: its top is only that of what has been heard.
    """
    from scipy.signal import find_peaks  # here, so that the trace moves before it is loaded

    step = max(1, round(fs / WORKING_HZ))
    rate = fs / step
    x = _low_passed(samples, fs, step)
    rising = np.maximum(np.diff(x, prepend=x[0]), 0.0)
    total = np.cumsum(rising)
    window = max(1, round(SLOPE_S * rate))
    slope = total.copy()
    slope[window:] -= total[:-window]
    usual = _usual(slope, rate)
    height = max(SHARE * usual, least)
    none = np.zeros(0, dtype=np.int64)
    if usual <= 0 or height <= 0:
        return Pulses(none, none, np.zeros(0, dtype=bool), x, step)
    found, _ = find_peaks(
        slope, height=height, distance=max(1, round(APART_S * rate)), prominence=0.6 * height
    )
    onset = _feet(x, found, rate)
    peak = _tops(x, onset)
    return Pulses(onset * step, peak * step, _alike(x, onset, rate), x, step)


def _low_passed(samples: Floats, fs: float, step: int) -> Floats:
    from scipy.signal import firwin

    half = round(0.05 * fs)
    kernel = _KERNELS.get((fs, half))
    if kernel is None:
        kernel = _KERNELS[fs, half] = firwin(2 * half + 1, CUTOFF_HZ, fs=fs)
    padded = np.concatenate([np.full(half, samples[0]), samples, np.full(half, samples[-1])])
    smooth: Floats = np.convolve(padded, kernel, mode="valid")[::step]
    return smooth


def _usual(slope: Floats, rate: float) -> float:
    """Height of the usual upstroke: the upper quartile of the highest in each block.

    So one artefact, or a block without a beat, says nothing.
    """
    block = round(_BLOCK_S * rate)
    n = len(slope) // block
    if n < 1:
        return float(slope.max(initial=0.0))
    highest = slope[len(slope) - n * block :].reshape(n, block).max(axis=1)
    return float(np.sort(highest)[max(0, int(0.75 * n) - 1) if n > 2 else 0])


def _feet(x: Floats, found: Indices, rate: float) -> Indices:
    """Where each upstroke begins: going back from its steepest place, where it no longer rises."""
    back = round(BACK_S * rate)
    slope = np.diff(x, prepend=x[0])
    feet: list[int] = []
    for place in found.tolist():
        first = max(0, place - back, feet[-1] + 1 if feet else 0)
        piece = slope[first : place + 1]
        steepest = int(np.argmax(piece))
        level = np.flatnonzero(piece[: steepest + 1] <= RISES * piece[steepest])
        feet.append(first + int(level[-1]) if len(level) else first)
    return np.array(feet, dtype=np.int64)


def _tops(x: Floats, onset: Indices) -> Indices:
    stops = np.append(onset[1:], len(x))[: len(onset)]  # where there is no pulse, there is no last one
    return np.array(
        [a + int(np.argmax(x[a:b])) for a, b in zip(onset.tolist(), stops.tolist(), strict=True)],
        dtype=np.int64,
    )


def _alike(x: Floats, onset: Indices, rate: float) -> npt.NDArray[np.bool_]:
    length = round(SHAPE_S * rate)
    if len(onset) > 1:
        length = max(4, min(length, round(SHORT * float(np.median(np.diff(onset))))))
    whole = onset + length <= len(x)
    alike = np.zeros(len(onset), dtype=bool)
    if whole.sum() < 2:
        return alike
    shapes = x[onset[whole, None] + np.arange(length)]
    shapes = shapes - shapes.mean(axis=1, keepdims=True)
    norm = np.linalg.norm(shapes, axis=1)
    norm[norm == 0] = np.inf
    usual = np.median(shapes / norm[:, None], axis=0)
    size = float(np.linalg.norm(usual))
    if size > 0:
        alike[whole] = shapes @ usual / norm / size >= ALIKE
    return alike
