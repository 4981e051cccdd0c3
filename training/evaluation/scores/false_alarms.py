"""The one definition of a false alarm, for scores of every sample and for scores of single beats."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from training.evaluation.beats import alarms
from training.evaluation.protocol import Truth


class FalseAlarms:
    """The false alarms of one score on one record, at any threshold.

    A score alarms when it reaches the threshold, and again each second that it stays there
    (`training.evaluation.beats.alarms`). Alarms count only at times that `Truth.quiet` leaves: after the
    first five minutes; not about a beat that is not of class N, from 0.1 s before its R peak to 1 s after it;
    not in ventricular flutter nor within a second after it; all later by the detector's delay.

    Parameters
    ----------
    truth : Truth
        The record's reference.
    score : ndarray of float, shape (k,)
        NaN never alarms.
    index : ndarray of int64, shape (k,), optional
        Sample of each score, increasing; if left out, every sample has a score.
    delay : int, optional
        How much later than what it describes each score stands in `index`, samples. 0 where `index` says what
        is described, the detector's declared delay where it says when the score came out.
    """

    def __init__(
        self,
        truth: Truth,
        score: npt.NDArray[np.floating],
        index: npt.NDArray[np.int64] | None = None,
        delay: int = 0,
    ) -> None:
        self._fs = truth.fs
        quiet = truth.quiet(delay)
        if index is None:
            self._time = np.flatnonzero(quiet)
            self._score = score[self._time]
        else:
            within = (index >= 0) & (index < truth.n_samples)
            counted = within & quiet[np.where(within, index, 0)]
            self._time, self._score = index[counted], score[counted]

    def at(self, threshold: float) -> npt.NDArray[np.int64]:
        """Give the samples of the false alarms at a threshold, in the time base of `index`."""
        return self._time[alarms(self._score, threshold, self._fs, self._time)]
