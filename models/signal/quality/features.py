"""What is measured of a stretch of one second to tell noise from heartbeats.

A clean signal is quiet between its beats whatever they look like, and noise leaves no quiet place: so ectopic
beats are no noise. What is quiet is said in shares of the usual height of this patient's beats.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.signal.frontend import MODEL_FS

WINDOW_ROWS = 120
"""A stretch is so many rows long, 1 s. A longer one would speak of a short artefact long after its end."""

HOP_ROWS = 60
"""A stretch ends every so many rows, 0.5 s."""

USUAL, USUAL_QUANTILE = 32, 0.75
"""The usual height is this quantile of the heights of so many latest stretches, 16 s: some hold no beat if
the heart is slow, and a short artefact is higher than any."""

LEAST_USUAL_MV = 0.25
"""But no less than this, mV: where there are no beats at all, what is left of the signal is the line, and no
noise. Of the leads of DS1 and the half of SVDB at hand one has beats as low (101's second), the
others have half as high again."""

REACH_ROWS = 12
"""The signal is as lively as it ranges within so many rows, 0.1 s: the width of a QRS complex."""

QUANTILES = (0.1, 0.25, 0.5, 0.9)
"""Quantiles of the liveliness: the first two are those of the quietest places."""

BANDS_HZ = ((0.4, 2.0), (2.0, 5.0), (5.0, 12.0), (12.0, 20.0), (20.0, 40.0))
"""Bands of which the share in the power is taken, Hz; the third is the QRS complex's."""

LEAST_HEIGHT_MV, LEAST_SHARE, LEAST_POWER = 0.05, 1e-3, 1e-4
"""Added before logarithms are taken: noise of a converter that is always there (mV, share, mV²)."""

NAMES = (
    "quiet10",
    "quiet25",
    "quiet50",
    "quiet90",
    "bend",
    "wander",
    "kurtosis",
    *(f"{low:g}-{high:g} Hz" for low, high in BANDS_HZ),
    "height",
    "usual height",
)
"""What is measured, all as natural logarithms: liveliness at its quantiles, the median of the second
difference and the range of the drift that the front end took off; kurtosis; shares of the bands; the greatest
liveliness. What has the unit mV is in shares of the usual height, which comes last, in mV."""

_IN_MV = (0, 1, 2, 3, 4, 5, len(NAMES) - 2)
_HANN = np.hanning(WINDOW_ROWS)
_FREQUENCY = np.fft.rfftfreq(WINDOW_ROWS, 1 / MODEL_FS)
_IN_BANDS = np.stack([(low <= _FREQUENCY) & (high > _FREQUENCY) for low, high in BANDS_HZ]).astype(float)
_SCALE = 2 / ((_HANN**2).sum() * WINDOW_ROWS)
_RANKS = [round(q * (WINDOW_ROWS - REACH_ROWS)) for q in QUANTILES]
_MIDDLE = (WINDOW_ROWS - 2) // 2

Array = npt.NDArray[np.float64]


def measure(value: Array, drift: Array) -> Array:
    """Measure stretches, all but what is relative to the usual height.

    Parameters
    ----------
    value : ndarray of float64, shape (..., WINDOW_ROWS)
        Rows of the front end, mV; finite.
    drift : ndarray of float64, shape (..., WINDOW_ROWS)
        What the front end's high-pass took off, mV; finite.

    Returns
    -------
    ndarray of float64, shape (..., len(NAMES) - 1)
        As `relative` takes them; the last column is the stretch's height, mV.
    """
    lively = value[..., REACH_ROWS - 1 :].copy()
    lowest = lively.copy()
    for back in range(1, REACH_ROWS):  # a dozen passes over whole arrays cost less than a window a row
        earlier = value[..., REACH_ROWS - 1 - back : WINDOW_ROWS - back]
        np.maximum(lively, earlier, out=lively)
        np.minimum(lowest, earlier, out=lowest)
    lively -= lowest
    lively.sort(axis=-1)
    bend = np.abs(value[..., 2:] - 2 * value[..., 1:-1] + value[..., :-2])
    bend.partition(_MIDDLE, axis=-1)
    wander = drift.max(axis=-1, keepdims=True) - drift.min(axis=-1, keepdims=True)
    away = value - value.mean(axis=-1, keepdims=True)
    square = away * away
    spread = square.mean(axis=-1, keepdims=True)
    kurtosis = (square * square).mean(axis=-1, keepdims=True) / (spread * spread + LEAST_POWER**2)
    transformed = np.fft.rfft(value * _HANN, axis=-1)
    power = (transformed.real**2 + transformed.imag**2) @ _IN_BANDS.T * _SCALE
    share = power / (power.sum(axis=-1, keepdims=True) + LEAST_POWER)
    return np.concatenate(
        [
            lively[..., _RANKS],
            bend[..., _MIDDLE : _MIDDLE + 1],
            wander,
            np.log(kurtosis + LEAST_SHARE),
            np.log(share + LEAST_SHARE),
            lively[..., -1:],
        ],
        axis=-1,
    )


def usual_height(latest: Array) -> Array:
    """Give the usual height of a patient's beats: of the latest `USUAL` stretches, a high quantile.

    Parameters
    ----------
    latest : ndarray of float64, shape (..., USUAL)
        Heights, mV; NaN where there is none.

    Returns
    -------
    ndarray of float64, shape (...)
        mV; NaN where there is no height at all.
    """
    ordered = np.sort(latest, axis=-1)  # NaN comes last
    known = np.isfinite(ordered).sum(axis=-1)
    rank = (USUAL_QUANTILE * (known - 1)).astype(np.intp).clip(0)
    return np.maximum(np.take_along_axis(ordered, rank[..., None], axis=-1)[..., 0], LEAST_USUAL_MV)


def relative(measured: Array, usual: Array) -> Array:
    """Put what was measured in relation to the usual height.

    Parameters
    ----------
    measured : ndarray of float64, shape (..., len(NAMES) - 1)
        As `measure` gives it.
    usual : ndarray of float64, shape (...)
        mV.

    Returns
    -------
    ndarray of float64, shape (..., len(NAMES))
        `NAMES`.
    """
    height = usual[..., None] + LEAST_HEIGHT_MV
    given = measured.copy()
    for i in _IN_MV:
        given[..., i] = np.log(given[..., i] / height[..., 0] + LEAST_SHARE)
    return np.concatenate([given, np.log(height)], axis=-1)
