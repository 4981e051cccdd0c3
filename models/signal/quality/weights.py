"""How the measures of a stretch are weighed: written by hand from what ``ecg-train noise --fit`` prints.

Fitted on every second record of DS1 and of the half of the Supraventricular Database at hand, both leads,
with the first half of each noise record's time mixed in at 24 to -6 dB. Judged on the other records and the
second half of the time: log-odds above 0 were found in 85 % of the stretches in which the noise had half to
all of the QRS complexes' amplitude, in 97 % of those with more, and in 1.2 % of those without any noise,
ectopic beats and all; the kind of the noise was right in 87 %.
"""

from __future__ import annotations

import numpy as np

from assets.phrase import phrase

NOISY = np.array(
    [1.444, 0.465, 1.473, -0.481, 0.060, 1.633, -0.690, 0.414, -0.242, -0.309, 0.196, -0.062, -1.306, 1.212]
)
"""Weights of `models.signal.quality.features.NAMES` in the log-odds that a stretch is noisy."""

NOISY_CONSTANT = 8.683
"""Added to it."""

WANDER, MOTION = phrase("baseline wander"), phrase("electrode motion")
MUSCLE, HUM = phrase("muscle noise"), phrase("mains hum")

KINDS = (WANDER, MOTION, MUSCLE)
"""What a noisy stretch may be disturbed by."""

KIND = np.array(
    [
        [1.33, 0.15, -5.60, -0.19, 2.88, 2.02, 0.02, 0.34, 0.06, 0.39, 0.33, -0.76, 0.51, -0.57],
        [2.30, 2.31, 4.09, -0.58, -7.97, -1.46, -0.18, 0.48, 1.16, 0.59, 0.27, -0.05, 0.47, -0.50],
        [-4.68, -3.20, 1.82, 0.65, 6.66, -1.34, -0.26, -0.42, -0.40, -0.44, -0.58, 1.07, -0.76, 0.91],
    ]
)
"""Weights of the same in the log-odds of each of `KINDS`, in a noisy stretch."""

KIND_CONSTANT = np.array([4.51, -7.74, 3.87])
"""Added to them."""
