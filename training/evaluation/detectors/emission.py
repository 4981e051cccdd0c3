"""From scores that come out now and then to a score that is known at every sample."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from training.evaluation.protocol import SILENT

PULSE_S = 0.2
"""A beat's score stands so long, s. The next beat's window begins 0.1 s before it, and no beat follows
another within 0.3 s but rarely, so that a score does not reach into the next beat's window."""


def hold(
    emitted: npt.NDArray[np.int64], score: npt.NDArray[np.floating], n_samples: int
) -> npt.NDArray[np.float32]:
    """Let each score stand until the next one comes out.

    Parameters
    ----------
    emitted : ndarray of int64, shape (k,)
        Sample on whose arrival each score came out; never decreasing; of several at one the last stands.
    score : ndarray of float, shape (k,)
        NaN where there is none.
    n_samples : int
        Length of the stream.

    Returns
    -------
    ndarray of float32, shape (n_samples,)
        `SILENT` where there is no score, and as the least one.
    """
    places = np.searchsorted(emitted, np.arange(n_samples), side="right")
    padded = np.concatenate([[SILENT], np.nan_to_num(score, nan=SILENT)]).astype(np.float32)
    held: npt.NDArray[np.float32] = np.maximum(padded[places], np.float32(SILENT))
    return held


def pulses(
    emitted: npt.NDArray[np.int64], score: npt.NDArray[np.floating], n_samples: int, fs: float
) -> npt.NDArray[np.float32]:
    """Let each beat's score stand for `PULSE_S`, or until the next one comes out.

    Parameters
    ----------
    emitted : ndarray of int64, shape (k,)
        Sample on whose arrival each score came out; never decreasing.
    score : ndarray of float, shape (k,)
        NaN where there is none.
    n_samples : int
        Length of the stream.
    fs : float
        Its rate, Hz.

    Returns
    -------
    ndarray of float32, shape (n_samples,)
        `SILENT` between the beats.
    """
    end = emitted + round(PULSE_S * fs)
    followed = np.append(emitted[1:], np.iinfo(np.int64).max) <= end
    times = np.stack([emitted, np.where(followed, emitted, end)], axis=1)
    values = np.stack([score, np.where(followed, score, SILENT)], axis=1)
    return hold(times.ravel(), values.ravel(), n_samples)


def delayed(value: npt.NDArray[np.float32], samples: int) -> npt.NDArray[np.float32]:
    """Give a score out later by so many samples."""
    late = np.full_like(value, SILENT)
    late[samples:] = value[: len(value) - samples]
    return late
