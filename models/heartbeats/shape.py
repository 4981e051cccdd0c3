"""One heartbeat as a shape: cut about its R peak, of mean zero and of its own size, whatever lead it is from.

The size is taken away so that the shape alone counts: a beat of a thick chest wall lies where its taller twin
lies. What is left has a mean square of 1, so a mean squared error is a share of the beat.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.signal.version import MODEL_FS

BEFORE, AFTER = 30, 48
"""Rows (1/120 s) before and after the R peak: from the P wave to most of the T wave."""

ROWS = BEFORE + 1 + AFTER
"""Rows of a beat."""

LEAST_MV = 0.02
"""A beat whose standard deviation is less than this is a flat line and has no shape, mV."""

LEAD_IN_S = 4.0
"""Signal before a beat in which the front end settles, s: its slowest part falls by e every 0.45 s."""

TIMES = np.arange(-BEFORE, AFTER + 1) / MODEL_FS
"""Time of each row from the R peak, s."""

Array = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Shapes:
    """Beats, and what was taken off them.

    Attributes
    ----------
    shape : ndarray of float32, shape (..., ROWS)
        Of mean 0 and mean square 1; NaN where a beat is not whole or is flat.
    mean, size : ndarray of float32, shape (...)
        Mean and standard deviation that it had, mV.
    """

    shape: Array
    mean: Array
    size: Array

    @property
    def whole(self) -> npt.NDArray[np.bool_]:
        """Which of the beats have a shape."""
        return np.asarray(np.isfinite(self.shape[..., 0]))


def shapes(beats: npt.NDArray[np.floating]) -> Shapes:
    """Take mean and size off beats in mV, shape (..., ROWS); NaN is a gap."""
    mean = beats.mean(axis=-1)
    size = beats.std(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shape = (beats - mean[..., None]) / np.where(size >= LEAST_MV, size, np.nan)[..., None]
    return Shapes(shape.astype(np.float32), mean.astype(np.float32), size.astype(np.float32))


def cut(value: Array, row: npt.NDArray[np.integer]) -> Array:
    """Cut beats out of front-end rows.

    Parameters
    ----------
    value : ndarray, shape (k, leads)
        mV at `MODEL_FS`; NaN where not valid.
    row : ndarray of int, shape (n,)
        Row of each R peak.

    Returns
    -------
    ndarray of float32, shape (n, leads, ROWS)
        NaN beyond the rows' ends.
    """
    beyond = ((BEFORE, AFTER), (0, 0))
    padded = np.pad(value.astype(np.float32), beyond, constant_values=np.nan)
    return np.ascontiguousarray(padded[row[:, None] + np.arange(ROWS)].swapaxes(1, 2))


def beats_of(samples: npt.NDArray[np.floating], fs: float, peaks: npt.NDArray[np.integer]) -> Array:
    """Put a stretch of signal through the front end and cut its beats out.

    Parameters
    ----------
    samples : ndarray, shape (n, leads)
        mV; it should begin `LEAD_IN_S` before the first beat.
    fs : float
        Rate, Hz.
    peaks : ndarray of int, shape (k,)
        R peaks, samples of the stretch.

    Returns
    -------
    ndarray of float32, shape (k, leads, ROWS)
        mV; NaN where a beat is not whole, or so near to the beginning that the front end had not settled.

    Raises
    ------
    ValueError
        If `fs` is one that the front end refuses.
    """
    from models.signal.frontend import FrontEnd  # its filters take a second to load: for a thread to do

    rows = FrontEnd(fs, samples.shape[1]).push(samples.T)
    value = np.where(rows.valid, rows.value, np.float32(np.nan)).T
    row = np.floor(np.asarray(peaks) * (MODEL_FS / fs) + 0.5).astype(np.int64)
    return cut(value, np.clip(row, 0, max(0, len(value) - 1)))
