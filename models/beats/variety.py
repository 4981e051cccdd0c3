"""Ectopic beats of many different forms within a minute: rather artefacts that look like beats.

A patient's ectopic beats come again in a few forms. Where an electrode moves nearly each beat differs from
the patient's, and from the others that do: second by second it looks like heartbeats, and only their variety
tells. It counts for beats that come on time, and for any while even the ordinary beats are unlike the
patient's: a heart with ectopic beats of many forms and a clean signal has early ones.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.beats.templates import of_length_one, of_one_form
from models.signal.median import median

WITHIN_S = 60.0
"""Ectopic beats are held against those of so many latest s."""

ALIKE = 0.9
"""Two are of one form if they correlate so well, each in the place that suits best."""

COMPANIONS = 2
"""A beat is of a form of its own while fewer others than this have come of it."""

FASTEST_S = 0.3
"""What follows an R peak sooner than this, s, is rather a wave of flutter, which tells nothing of others."""

FEW, MANY = 3, 13
"""As many beats of forms of their own say nothing, and so many all that can be said."""

EARLY = 0.15
"""Of a beat that is premature by this share or more, its own moment says that it is ectopic."""

ORDINARY_BEATS, FEWEST_ORDINARY = 30, 8
"""So many latest beats that raise no alert tell how unlike the patient the ordinary ones are now; fewer than
the second number tell nothing."""

RESTLESS, WILD = 0.3, 0.6
"""Median score of these, in units of the alert's threshold, from which on they are unlike, and quite so."""

Array = npt.NDArray[np.float64]


@dataclass
class _Seen:
    """An ectopic beat, and how many others have come of its form."""

    at: int
    shape: Array
    companions: int


class Variety:
    """Lowers the score of beats that are ectopic in a minute of many forms; one lead's, beat by beat.

    Parameters
    ----------
    fs : float
        Source rate, Hz.
    """

    def __init__(self, fs: float) -> None:
        self._within = round(WITHIN_S * fs)
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient."""
        self._seen: deque[_Seen] = deque()
        self._ordinary: deque[float] = deque(maxlen=ORDINARY_BEATS)

    def judge(self, r_peak: int, shifts: Array, score: float, *, premature: float, rr_s: float) -> float:
        """Give the score of a beat, which is up to half as high where ectopic beats are of many forms.

        Parameters
        ----------
        r_peak : int
            Its R peak, source samples.
        shifts : ndarray, shape (n, rows)
            The beat in all the places where it may lie, each of mean zero.
        score : float
            In units of the alert's threshold; NaN where it is not known.
        premature : float
            As `models.beats.weighing.Measured` has it.
        rr_s : float
            RR interval that ended in it, s; NaN where it is not known.
        """
        while self._seen and r_peak - self._seen[0].at > self._within:
            self._seen.popleft()
        wave = rr_s < FASTEST_S
        if not score >= 1:
            if score < 1 and not wave:
                self._ordinary.append(score)
            return score
        unit = of_length_one(shifts)
        same = of_one_form([seen.shape for seen in self._seen], unit, ALIKE)
        alike = [seen for seen, is_same in zip(self._seen, same, strict=True) if is_same]
        others = self._others(len(alike))
        if not wave:
            for seen in alike:
                seen.companions += 1
            self._seen.append(_Seen(r_peak, unit[len(unit) // 2].copy(), len(alike)))
        return score / (1 + others * max(_on_time(premature), self._restless()))

    def _others(self, alike: int) -> float:
        """How much the beats of late are of many forms, and of others than one with so many alike: 0 to 1."""
        if not self._seen:
            return 0.0
        alone = sum(seen.companions < COMPANIONS for seen in self._seen)
        return min(max((alone - FEW) / (MANY - FEW), 0.0), 1.0) * (1 - alike / len(self._seen))

    def _restless(self) -> float:
        """How unlike the patient's the ordinary beats of late are, 0 to 1."""
        if len(self._ordinary) < FEWEST_ORDINARY:
            return 0.0
        return min(max((median(self._ordinary) - RESTLESS) / (WILD - RESTLESS), 0.0), 1.0)


def _on_time(premature: float) -> float:
    """How much a beat came on time, 0 to 1; one whose moment is not known, as after a pause, did not."""
    return min(max(1 - premature / EARLY, 0.0), 1.0) if premature == premature else 0.0
