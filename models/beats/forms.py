"""A second form of a patient's normal beats: what comes often, alike, on time and no faster than usual.

A bundle branch block comes and goes, and its beats look ectopic though the rhythm does not change. A form
that has come so for a while is his own, and its beats are then held against each other instead of against the
others. Ectopic beats are early, or differ more, or come faster: of the 8487 class V beats in the first leads
of DS1 and half of the Supraventricular Database one was taken for such a form's, and 325 of the 4344 other
beats that would have raised an alert.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from statistics import median

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.signal.states import State, StateKind

OFTEN, WITHIN_S = 14, 60.0
"""A form is usual while so many other beats of it have come within so many s."""

ALIKE = 0.93
"""Beats are of one form if they correlate so well, each in the place that suits best."""

LATEST, EARLIEST = -0.25, 0.06
"""They come on time: premature by a share between these."""

NO_FASTER = 0.9
"""And each RR interval is no shorter than this share of the usual one: a ventricular rhythm is faster."""

USUAL_BEATS, FEWEST_USUAL = 60, 8
"""The usual interval and score are the medians of so many latest beats that raise no alert; fewer than the
second number are too few."""

MOST, WIDEST, FARTHEST = 1.7, 0.45, 2.2
"""They do not differ more than bundle branch blocks do: score, in units of the alert's threshold; log ratio
of the QRS width to the template's; log distance from the patient's beats above his baseline."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class _Seen:
    """A beat that may be of a new form."""

    at: int
    shape: Array
    score: float


class Forms:
    """Finds a patient's second form, beat by beat.

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
        self._intervals: deque[float] = deque(maxlen=USUAL_BEATS)
        self._scores: deque[float] = deque(maxlen=USUAL_BEATS)
        self._ended: list[State] = []
        self._open: State | None = None

    def learn_from(self, other: Forms) -> None:
        """Take over what is known of the same patient, as if it had just been seen."""
        self._seen = deque(_Seen(0, seen.shape, seen.score) for seen in other._seen)
        self._intervals, self._scores = other._intervals.copy(), other._scores.copy()

    def judge(
        self,
        r_peak: int,
        emitted: int,
        shifts: Array,
        score: float,
        *,
        widening: float,
        distance: float,
        premature: float,
        rr_s: float,
        learn: bool,
    ) -> float:
        """Give the score of a beat, which is less if it is of a form that is usual.

        Parameters
        ----------
        r_peak, emitted : int
            Its R peak, and the sample on whose arrival it was classified.
        shifts : ndarray, shape (n, rows)
            The beat in all the places where it may lie, each of mean zero.
        score : float
            In units of the alert's threshold; NaN where it is not known.
        widening, distance, premature : float
            As `models.beats.weighing.Measured` has them.
        rr_s : float
            RR interval that ended in it, s.
        learn : bool
            Whether anything may be learnt from it.
        """
        self._forget(r_peak, emitted)
        if not score >= 1:
            if learn and math.isfinite(score) and math.isfinite(rr_s):
                self._intervals.append(rr_s)
                self._scores.append(score)
            return score
        if not (
            len(self._intervals) >= FEWEST_USUAL
            and score <= MOST
            and widening <= WIDEST
            and distance <= FARTHEST
            and LATEST <= premature <= EARLIEST
            and rr_s >= NO_FASTER * median(self._intervals)
        ):
            return score
        unit = shifts / (np.sqrt((shifts**2).sum(axis=1, keepdims=True)) + 1e-9)
        alike = self._alike(unit)
        if learn:
            self._seen.append(_Seen(r_peak, unit[len(unit) // 2].copy(), score))
        if len(alike) < OFTEN:
            return score
        start = self._open.start if self._open is not None else alike[0].at
        known = self._open.known if self._open is not None else emitted
        why: str = phrase("it has come on time {n} times in a minute", n=len(alike) + 1)
        why = self._open.why if self._open is not None else why
        self._open = State(StateKind.NEW_FORM, start, r_peak, known, None, why)
        return min(score, score - median(seen.score for seen in alike) + median(self._scores))

    def states(self) -> tuple[State, ...]:
        """The states that ended since they were asked for, and last the one that goes on."""
        ended, self._ended = self._ended, []
        return (*ended, self._open) if self._open is not None else tuple(ended)

    def _forget(self, r_peak: int, emitted: int) -> None:
        while self._seen and r_peak - self._seen[0].at > self._within:
            self._seen.popleft()
        if self._open is not None and r_peak - self._open.end > self._within:
            over = self._open
            self._ended.append(State(over.kind, over.start, over.end, over.known, emitted, over.why))
            self._open = None

    def _alike(self, unit: Array) -> list[_Seen]:
        """The beats seen lately that are of the same form."""
        if not self._seen:
            return []
        same = (np.stack([seen.shape for seen in self._seen]) @ unit.T).max(axis=1) >= ALIKE
        return [seen for seen, is_same in zip(self._seen, same.tolist(), strict=True) if is_same]
