"""From what is measured of a beat to one score: the arithmetic that `models.beats.weights.Weighing` sets.

It works on one beat as it comes and on many beats at once, so that a weighing can be tried on measures that
were taken before (`training.fits.weighing`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from models.beats.weights import Weighing

MOST_PREMATURE = 0.4
"""Being premature by more than this share counts no further."""

NOISE_REFERENCE = -2.7
"""Log of the noise in a clean recording, in patient amplitudes: there nothing is taken off the score."""

Values = Any
"""A float, or an array of float64 with an entry a beat."""


@dataclass(frozen=True)
class Measured:
    """What is measured of a beat, or of n beats; none of it depends on how it is weighed.

    Attributes
    ----------
    distance, unlikeness, error, forecast, reconstruction : float or ndarray, shape (n,)
        Each of `models.beats.weights.MEASURES`, less the patient's own baseline.
    widening : float or ndarray, shape (n,)
        Log ratio of the QRS width to the template's.
    noise, noise_lately : float or ndarray, shape (n,)
        Log of the noise in the beat, and the greatest of the latest beats', in patient amplitudes.
    premature : float or ndarray, shape (n,)
        ``1 - rr / usual rr``.

    NaN stands for what could not be measured. Without one of the first two, `widening` or `noise` there is no
    score; any other adds nothing then.
    """

    distance: Values
    unlikeness: Values
    error: Values
    forecast: Values
    reconstruction: Values
    widening: Values
    noise: Values
    noise_lately: Values
    premature: Values


def template_verdict(measured: Measured, how: Weighing) -> npt.NDArray[np.float64]:
    """Say how far a beat is from the patient's usual ones.

    Returns
    -------
    ndarray of float64, of the shape of what was measured
    """
    near = np.minimum(measured.distance, how.saturation)
    verdict: npt.NDArray[np.float64] = (
        near + how.unlikeness * measured.unlikeness + how.widening * measured.widening
    )
    return verdict


def weigh(measured: Measured, how: Weighing) -> npt.NDArray[np.float64]:
    """Put what is measured of a beat together.

    Parameters
    ----------
    measured : Measured
        Of one beat, or of n.
    how : Weighing
        Weights.

    Returns
    -------
    ndarray of float64, of the shape of what was measured
        Score before it is divided by the threshold; NaN where the beat could not be judged.
    """
    score = template_verdict(measured, how) - how.noise * (measured.noise - NOISE_REFERENCE)
    score = score - how.noise_lately * _known(measured.noise_lately - NOISE_REFERENCE)
    score = score + how.autoencoder * _known(measured.error)
    score = score + how.forecast * _known(measured.forecast)
    score = score + how.reconstruction * _known(measured.reconstruction)
    return score + how.rhythm * np.clip(_known(measured.premature), 0.0, MOST_PREMATURE)


def _known(x: Values) -> Values:
    """Give 0 for what is not known."""
    if isinstance(x, float):
        return x if math.isfinite(x) else 0.0
    return np.where(np.isfinite(x), x, 0.0)
