"""A second form of a patient's normal beats: what comes often, alike, on time and no faster than usual.

A bundle branch block comes and goes, and its beats look ectopic though the rhythm does not change. A form
that has come so for a while is his own, also when it comes again within half an hour, and its beats are then
held against each other instead of against the others. Ectopic beats are early, or differ more, or come
faster. What follows the usual P wave at the usual distance, beat after beat, was conducted from the atria:
such a form may differ as it likes, and is his own sooner. Of the beats that a lead alone would raise an
alert about, in both leads of DS1 and half of the Supraventricular Database, none of the 15 845 of class V is
taken for such a form's, and 639 of the 3196 of class N are.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, replace
from statistics import median

import numpy as np
import numpy.typing as npt
from scipy.signal import detrend

from assets.phrase import phrase
from models.beats.templates import of_length_one, of_one_form
from models.signal.states import State, StateKind

OFTEN, WITHIN_S = 14, 60.0
"""A form is usual while so many other beats of it have come within so many s."""

OFTEN_CONDUCTED = 7
"""One that is conducted is usual while so many have come, each right after another of its beats. A fusion
beat has a P wave too, and comes alone."""

KEPT_S, MOST_KEPT = 1800.0, 8
"""What was usual once is known again for so long, s; so many forms are kept."""

DIFFERENT = 0.7
"""Beats from this score on are of another form than the usual one, in units of the alert's threshold."""

ONE_FORM = 0.97
"""What is kept of two forms that correlate so well is one form's."""

ALIKE = 0.93
"""Beats are of one form if they correlate so well, each in the place that suits best."""

LATEST, EARLIEST = -0.25, 0.08
"""They come on time: premature by a share between these."""

NO_FASTER = 0.9
"""And each RR interval is no shorter than this share of the usual one: a ventricular rhythm is faster."""

EARLIEST_CONDUCTED, NO_FASTER_CONDUCTED = 0.1, 0.8
"""The same of what is conducted: a block may come when the heart is faster."""

P_ROWS, P_SHIFTS = (-25, -10), range(-5, 3)
"""The P wave lies in these rows about the R peak, 0.21 to 0.09 s before it, or so many rows later: the peak
of a broad QRS complex comes later."""

P_LEAST_MV = 0.01
"""Where the P wave of the usual beats, less a straight line, has a lower RMS than this, mV, none is seen."""

P_ALIKE, P_SIZE = 0.9, (0.6, 1.6)
"""It is the usual one if it correlates so well with it, and is as high as it by a factor between these."""

USUAL_BEATS, FEWEST_USUAL = 60, 8
"""The usual interval and score are the medians of so many latest beats that raise no alert; fewer than the
second number are too few."""

MOST, WIDEST, FARTHEST = 1.7, 0.45, 2.2
"""They do not differ more than bundle branch blocks do: score, in units of the alert's threshold; log ratio
of the QRS width to the template's; log distance from the patient's beats above his baseline."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class _Seen:
    """A beat that may be of a new form: shape of length 1, and in mV; its number in the stream.

    `near` says whether it differs no more than a bundle branch block, and comes no faster.
    """

    at: int
    number: int
    unit: Array
    beat: Array
    score: float
    near: bool


@dataclass(frozen=True)
class _Usual:
    """A form that is or was usual: when last and since when, shape of length 1, median score, and why.

    `conducted` says whether it may differ as it likes.
    """

    at: int
    since: int
    unit: Array
    score: float
    why: str
    conducted: bool


class Forms:
    """Finds a patient's second form, beat by beat.

    Parameters
    ----------
    fs : float
        Source rate, Hz.
    before : int
        Rows of a beat before its R peak. Where they are too few for a P wave, none is seen.
    """

    def __init__(self, fs: float, before: int) -> None:
        self._before = before
        self._within, self._kept_for = round(WITHIN_S * fs), round(KEPT_S * fs)
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient."""
        self._number = 0
        self._seen: deque[_Seen] = deque()
        self._usual: deque[_Usual] = deque(maxlen=MOST_KEPT)
        self._intervals: deque[float] = deque(maxlen=USUAL_BEATS)
        self._scores: deque[float] = deque(maxlen=USUAL_BEATS)
        self._beats: deque[Array] = deque(maxlen=USUAL_BEATS)
        self._ended: list[State] = []
        self._open: State | None = None

    def learn_from(self, other: Forms) -> None:
        """Take over what is known of the same patient, as if it had just been seen."""
        self._number = other._number
        self._seen = deque(replace(seen, at=0) for seen in other._seen)
        self._usual = deque((replace(usual, at=0) for usual in other._usual), maxlen=MOST_KEPT)
        self._intervals, self._scores = other._intervals.copy(), other._scores.copy()
        self._beats = other._beats.copy()

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
            The beat in all the places where it may lie, mV, each of mean zero.
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
        self._number += 1
        beat = shifts[len(shifts) // 2]
        if not score >= 1 and learn and math.isfinite(score) and math.isfinite(rr_s):
            self._intervals.append(rr_s)
            self._scores.append(score)
            self._beats.append(beat.copy())
        if not score >= DIFFERENT or len(self._intervals) < FEWEST_USUAL:
            return score
        pace = rr_s / median(self._intervals)
        if not (premature <= EARLIEST_CONDUCTED and pace >= NO_FASTER_CONDUCTED):
            return score
        alike = score <= MOST and widening <= WIDEST and distance <= FARTHEST
        near = alike and LATEST <= premature <= EARLIEST and pace >= NO_FASTER
        units = of_length_one(shifts)
        form = self._form(r_peak, units, near=near) if score >= 1 else None
        if learn:
            unit = units[len(units) // 2].copy()
            self._seen.append(_Seen(r_peak, self._number, unit, beat.copy(), score, near))
        if form is None:
            return score
        begun = self._open or State(StateKind.NEW_FORM, form.since, r_peak, emitted, None, form.why)
        self._open = replace(begun, end=r_peak)
        less = min(score, score - form.score + median(self._scores))
        if learn and less < 1 and math.isfinite(rr_s):
            self._intervals.append(rr_s)
        return less

    def states(self) -> tuple[State, ...]:
        """The states that ended since they were asked for, and last the one that goes on."""
        ended, self._ended = self._ended, []
        return (*ended, self._open) if self._open is not None else tuple(ended)

    def _forget(self, r_peak: int, emitted: int) -> None:
        while self._seen and r_peak - self._seen[0].at > self._within:
            self._seen.popleft()
        while self._usual and r_peak - self._usual[0].at > self._kept_for:
            self._usual.popleft()
        if self._open is not None and r_peak - self._open.end > self._within:
            over = self._open
            self._ended.append(State(over.kind, over.start, over.end, over.known, emitted, over.why))
            self._open = None

    def _form(self, r_peak: int, units: Array, *, near: bool) -> _Usual | None:
        """The usual form that a beat is of: one that comes often, or one that was usual before."""
        same = of_one_form([seen.unit for seen in self._seen], units, ALIKE)
        alike = [seen for seen, is_same in zip(self._seen, same, strict=True) if is_same]
        close = [seen for seen in alike if seen.near] if near else []
        if len(close) >= OFTEN and self._conducted(close) is not False:
            return self._keep(r_peak, close, conducted=False)
        numbers = {seen.number for seen in alike}
        if sum(number - 1 in numbers for number in numbers) >= OFTEN_CONDUCTED and self._conducted(alike):
            return self._keep(r_peak, alike, conducted=True)
        for usual in self._usual:
            if (near or usual.conducted) and any(of_one_form([usual.unit], units, ALIKE)):
                return replace(usual, since=r_peak)
        return None

    def _keep(self, r_peak: int, alike: list[_Seen], *, conducted: bool) -> _Usual:
        """Keep the form of these beats as a usual one."""
        unit = np.median(np.stack([seen.unit for seen in alike]), axis=0)
        unit /= np.sqrt(unit @ unit) + 1e-9
        why: str = phrase("it has come on time {n} times in a minute", n=len(alike) + 1)
        score = median(seen.score for seen in alike)
        form = _Usual(r_peak, alike[0].at, unit, score, why, conducted)
        others = (usual for usual in self._usual if float(usual.unit @ unit) < ONE_FORM)
        self._usual = deque([*others, form], maxlen=MOST_KEPT)
        return form

    def _conducted(self, alike: list[_Seen]) -> bool | None:
        """Whether the usual P wave comes before these beats; None where the usual beats show none."""
        first, stop = (self._before + row for row in P_ROWS)
        if first + P_SHIFTS.start < 0:
            return None
        usual = detrend(np.median(np.stack(self._beats), axis=0)[first:stop])
        power = float(usual @ usual)
        if power < P_LEAST_MV**2 * len(usual):
            return None
        form = np.median(np.stack([seen.beat for seen in alike]), axis=0)
        waves = detrend(np.stack([form[first + by : stop + by] for by in P_SHIFTS]))
        shared = waves @ usual
        likeness = shared / np.sqrt(power * (waves**2).sum(axis=1) + 1e-12)
        best = int(likeness.argmax())
        return bool(likeness[best] >= P_ALIKE and P_SIZE[0] <= shared[best] / power <= P_SIZE[1])
