"""What speaks for a beat from above the ventricles that came early: its moment, its P wave, its QRS complex.

All of it is known when the beat has been classified: nothing waits for the next beat.
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np
import numpy.typing as npt

from models.beats.scores import BeatScores
from models.rhythm.windows import ATRIAL, SHIFTS, VENTRICULAR, Windows

EVIDENCE = (
    "early", "early_lately", "early_usual", "before", "before_last", "shortest", "rank", "jitter", "spread",
    "p_like", "p_off", "p_size", "p_usual", "qrs_like", "qrs_off", "qrs_size", "score", "template",
    "score_before", "early_before", "many_early",
)  # fmt: skip
"""What is known of each beat, in the order of the columns.

``early``: share by which it came before its time by the latest intervals (`BeatScores.premature`);
``early_lately``, ``early_usual``: by the latest 24 usual intervals and by the latest 100 between beats of
ordinary shape; ``before``, ``before_last``: by the interval before and the one before that; ``shortest``: by
the shortest of the latest 12. ``rank``: share of the latest 48 intervals that were no longer by 3 %.
``jitter``: log of the median change from interval to interval; ``spread``: log of the usual intervals' median
distance from their median. ``p_like``: correlation with the patient's usual signal before R, ``p_off``: log
of the distance from it, less the usual one; ``p_size``, ``p_usual``: logs of its size and of the usual one's.
``qrs_like``, ``qrs_off``, ``qrs_size``: the same of the QRS complex. ``score``, ``template``: verdicts of the
beat classifier. ``score_before``, ``early_before``: of the beat before; ``many_early``: how many of the
latest 8 came early."""

LIMITS = {
    "early": (-0.3, 0.6), "early_lately": (-0.3, 0.6), "early_usual": (-0.3, 0.6), "before": (-0.6, 0.6),
    "before_last": (-0.6, 0.6), "shortest": (-0.6, 0.6), "p_off": (-2, 4), "p_size": (-2, 3),
    "p_usual": (-3, 4), "qrs_off": (-2, 4), "qrs_size": (-1, 1), "score": (-2, 3), "template": (-2, 3),
    "score_before": (-2, 3), "early_before": (-0.5, 0.5),
}  # fmt: skip
"""What goes beyond these counts no further."""

USUAL, ORDINARY, RANKED, LATEST, FEWEST = 24, 100, 48, 12, 4
"""Intervals that are remembered: usual, between beats of ordinary shape, ranked, any; and how few do."""

NEAR = 0.15
"""An interval no farther than this from the median of the usual ones, or of the latest, is usual."""

EARLY = 0.12
"""A beat early by more than this counts into ``many_early``."""

TEMPLATE_BEATS, FEWEST_BEATS, REFRESH_BEATS = 24, 8, 4
"""Ordinary beats on time whose median is the usual signal; how few will do; how often it is taken anew."""

SPREADS = 64
"""Ordinary distances from the usual signal that are remembered."""

FLOOR = 0.005
"""Least distance from the usual signal that counts, in QRS amplitudes."""

_SHIFTED = np.arange(2 * SHIFTS + 1)[:, None] + np.arange(VENTRICULAR[1] - VENTRICULAR[0])
_LOW = np.array([LIMITS.get(name, (-10, 10))[0] for name in EVIDENCE])
_HIGH = np.array([LIMITS.get(name, (-10, 10))[1] for name in EVIDENCE])


class Evidence:
    """Gathers what speaks for each beat of a lead being supraventricular and early.

    The same however the stream is cut.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient."""
        self._usual: deque[float] = deque(maxlen=USUAL)
        self._ordinary: deque[float] = deque(maxlen=ORDINARY)
        self._ranked: deque[float] = deque(maxlen=RANKED)
        self._latest: deque[float] = deque(maxlen=LATEST)
        self._off: deque[float] = deque(maxlen=RANKED)
        self._changes: deque[float] = deque(maxlen=32)
        self._early: deque[bool] = deque(maxlen=8)
        self._before = self._before_last = math.nan  # the two intervals before
        self._score_before = self._early_before = math.nan
        self._p: deque[npt.NDArray[np.float64]] = deque(maxlen=TEMPLATE_BEATS)
        self._qrs: deque[npt.NDArray[np.float64]] = deque(maxlen=TEMPLATE_BEATS)
        self._p_off: deque[float] = deque(maxlen=SPREADS)
        self._qrs_off: deque[float] = deque(maxlen=SPREADS)
        self._p_usual: npt.NDArray[np.float64] | None = None
        self._qrs_usual = np.zeros(VENTRICULAR[1] - VENTRICULAR[0])
        self._amplitude = 1.0
        self._until_refresh = 0

    def learn_from(self, other: Evidence) -> None:
        """Take over the patient's usual signal; nothing of the stream."""
        self._p, self._qrs = other._p.copy(), other._qrs.copy()
        self._p_off, self._qrs_off = other._p_off.copy(), other._qrs_off.copy()
        self._p_usual, self._qrs_usual = other._p_usual, other._qrs_usual
        self._amplitude, self._until_refresh = other._amplitude, other._until_refresh

    def take(self, windows: Windows, beats: BeatScores, i: int) -> npt.NDArray[np.float64]:
        """Give what is known of the next beat, shape (`EVIDENCE`,), and remember it; 0 is not known."""
        rr, score = float(beats.rr_s[i]), float(beats.score[i])
        ordinary = score < 1
        moment = self._moment(rr)
        shape = self._shape(windows, int(beats.index[i]), ordinary and self._on_time(rr))
        early = moment[0]
        given = np.array(
            [
                float(beats.premature[i]),
                *moment,
                *shape,
                score,
                float(beats.template[i]),
                self._score_before,
                self._early_before,
                float(sum(self._early)),
            ]
        )
        self._remember(rr, ordinary, early)
        self._score_before, self._early_before = score, early
        given[np.isnan(given)] = 0.0
        return np.minimum(np.maximum(given, _LOW), _HIGH)

    def _on_time(self, rr: float) -> bool:
        if not math.isfinite(rr):
            return False
        return len(self._usual) < FEWEST or abs(1 - rr / _median(self._usual)) < NEAR

    def _moment(self, rr: float) -> list[float]:
        """What is known of when the beat came, from ``early_lately`` to ``spread``."""
        nan = math.nan
        known = len(self._usual) >= FEWEST and math.isfinite(rr)
        early = 1 - rr / _median(self._usual) if known else nan
        usual = 1 - rr / _median(self._ordinary) if known else nan
        shortest = 1 - rr / min(self._latest) if self._latest else nan
        rank = nan
        if len(self._ranked) >= 8 and math.isfinite(rr):
            rank = sum(x < 1.03 * rr for x in self._ranked) / len(self._ranked)
        jitter = _median(self._changes) if len(self._changes) >= 6 else 0.0
        spread = _median(self._off) if len(self._off) >= 6 else 0.0
        return [
            early,
            usual,
            1 - rr / self._before,
            1 - rr / self._before_last,
            shortest,
            rank,
            math.log(max(jitter, 0.004)),
            math.log(max(spread, 0.004)),
        ]

    def _shape(self, windows: Windows, r_peak: int, usual: bool) -> list[float]:
        """What is known of the P wave and the QRS complex, from ``p_like`` to ``qrs_size``."""
        p = windows.about(r_peak, *ATRIAL)
        wide = windows.about(r_peak, VENTRICULAR[0] - SHIFTS, VENTRICULAR[1] + SHIFTS)
        if p is None or wide is None:
            return [math.nan] * 7
        given = [math.nan] * 7
        if self._p_usual is not None:
            like, at = _best(wide, self._qrs_usual)
            centred = _centred(p)
            p_off = math.log(_rms(centred - self._p_usual) / self._amplitude + FLOOR)
            qrs_off = math.log(_rms(at - self._qrs_usual) / self._amplitude + FLOOR)
            usually = _median(self._p_off) if len(self._p_off) >= FEWEST else -3.5
            qrs_usually = _median(self._qrs_off) if len(self._qrs_off) >= FEWEST else -3.5
            size = math.log(_rms(self._p_usual) / self._amplitude + FLOOR)
            given = [
                _correlation(p, self._p_usual),
                p_off - usually,
                math.log(_rms(centred) / self._amplitude + FLOOR) - size,
                size - usually,
                like,
                qrs_off - qrs_usually,
                math.log((float(at.max() - at.min()) + 0.01) / (self._amplitude + 0.01)),
            ]
            if usual:
                self._p_off.append(p_off)
                self._qrs_off.append(qrs_off)
        if usual:
            self._p.append(_centred(p))
            self._qrs.append(wide[SHIFTS:-SHIFTS])
            self._refresh()
        return given

    def _refresh(self) -> None:
        self._until_refresh -= 1
        if len(self._p) < FEWEST_BEATS or self._until_refresh > 0:
            return
        self._until_refresh = REFRESH_BEATS
        self._p_usual = np.median(np.array(self._p), axis=0)
        self._qrs_usual = np.median(np.array(self._qrs), axis=0)
        self._amplitude = max(float(np.ptp(self._qrs_usual)), 1e-3)

    def _remember(self, rr: float, ordinary: bool, early: float) -> None:
        """Count an interval among those that later ones are compared with."""
        if math.isfinite(rr):
            if ordinary and not self._score_before >= 1:
                self._ordinary.append(rr)
                self._ranked.append(rr)
                lately = list(self._ordinary)[-USUAL:]
                if self._on_time(rr) or abs(1 - rr / _median(lately)) < NEAR:
                    self._usual.append(rr)
                if len(self._usual) >= FEWEST:
                    self._off.append(abs(1 - rr / _median(self._usual)))
                if math.isfinite(self._before):
                    self._changes.append(abs(rr - self._before) / rr)
            self._latest.append(rr)
            self._early.append(early > EARLY)
        self._before, self._before_last = rr, self._before


def _median(values: deque[float] | list[float]) -> float:
    # Of a few numbers, sorting in Python takes a tenth of what NumPy takes.
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else 0.5 * (ordered[middle - 1] + ordered[middle])


def _centred(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    # As x.mean() takes it, without what that call costs for a few numbers.
    return np.asarray(x - np.add.reduce(x) / len(x))


def _rms(x: npt.NDArray[np.float64]) -> float:
    return math.sqrt(float(x @ x) / len(x))


def _correlation(x: npt.NDArray[np.float64], usual: npt.NDArray[np.float64]) -> float:
    x, usual = _centred(x), _centred(usual)
    size = math.sqrt(float(x @ x) * float(usual @ usual))
    return float(x @ usual) / size if size > 0 else 0.0


def _best(
    wide: npt.NDArray[np.float64], usual: npt.NDArray[np.float64]
) -> tuple[float, npt.NDArray[np.float64]]:
    """Greatest correlation over the shifts, and the signal so shifted."""
    every = wide[_SHIFTED]
    centred = every - np.add.reduce(every, axis=1, keepdims=True) / every.shape[1]
    usual = _centred(usual)
    size = np.sqrt((centred * centred).sum(axis=1) * float(usual @ usual))
    like = (centred @ usual) / np.maximum(size, 1e-9)
    best = int(like.argmax())
    return float(like[best]), every[best]
