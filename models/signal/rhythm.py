"""Heart rate and its variability from R peaks, as bedside monitors show them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.signal.uncounted import Uncounted

RATE_INTERVALS = 12
"""RR intervals that the heart rate is the mean of; this and the slow rule are chosen here, about what
bedside monitors do."""

SLOW_RATE_INTERVALS = 4
"""RR intervals that the heart rate is the mean of while it is slow."""

SLOW_RR_S, SLOW_RUN = 1.2, 3
"""The rate is slow while each of the last `SLOW_RUN` RR intervals is longer than `SLOW_RR_S`, s (below 50 a
minute)."""

EXPIRE_S = 4.0
"""Without a beat for so long there is no heart rate, s; a longer interval is a pause and no RR interval. The
usual asystole delay of bedside monitors."""

NO_BEAT_WHY = phrase("no beat for more than {seconds:.0f} s", seconds=EXPIRE_S)
"""Why there is no heart rate then."""

WINDOW_S = 300.0
"""Span of the variability, s: the 5 minutes of the Task Force of the ESC and NASPE, "Heart rate variability:
standards of measurement", Circulation 93(5):1043-1065, 1996."""

NORMAL_TOLERANCE = 0.2
"""An RR interval farther than this share from the running median is not taken as normal-to-normal: the usual
20 % filter for ectopic beats, which need no label then."""

MEDIAN_INTERVALS = 11
"""RR intervals, the newest included, of the running median."""

MIN_INTERVALS = 20
"""Fewest normal RR intervals (and pairs of them) that a variability is given for."""


@dataclass(frozen=True)
class Rhythm:
    """Rhythm at one moment; a figure is None where there is not enough to tell it by.

    While beats do not count (`models.signal.uncounted`), or none came for `EXPIRE_S`, no figure is told:
    those of before are not what is the case now.

    Attributes
    ----------
    at : int
        Source sample at which this holds.
    rate_bpm : float or None
        Heart rate, beats a minute.
    rr_s : float or None
        RR interval that the last beat ended, s.
    sdnn_ms : float or None
        Standard deviation of the normal RR intervals of the last 5 minutes, ms.
    rmssd_ms : float or None
        Root mean square of the differences between normal RR intervals that follow each other, ms.
    normal_share : float or None
        Share of the last 5 minutes' RR intervals that counted as normal. SDNN and RMSSD leave out RR
        intervals that differ by more than 20 % from the running median of 11, and those of ectopic beats;
        where this share is low they say little.
    why : str
        Why no figure is told, a clause in lower case; empty where they are, and before the first beats.
    """

    at: int
    rate_bpm: float | None = None
    rr_s: float | None = None
    sdnn_ms: float | None = None
    rmssd_ms: float | None = None
    normal_share: float | None = None
    why: str = ""


class HeartRate:
    """Heart rate, RR, SDNN and RMSSD from a stream of beats; the same at a moment however the beats came.

    Memory is bounded by the beats of `WINDOW_S`.

    Parameters
    ----------
    fs : float
        Rate of the beats' time base, Hz.

    Raises
    ------
    ValueError
        If `fs` is not positive.
    """

    def __init__(self, fs: float) -> None:
        if not (np.isfinite(fs) and fs > 0):
            raise ValueError(f"fs must be positive, not {fs!r}.")
        self.fs = float(fs)
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._last: int | None = None  # newest beat
        self._last_ectopic = False
        self._end = np.zeros(0, dtype=np.int64)  # sample at which each kept RR interval ended
        self._rr = np.zeros(0)  # s; NaN for a pause
        self._normal = np.zeros(0, dtype=bool)
        self._now = 0
        self._uncounted: tuple[Uncounted, ...] = ()
        self._told: Rhythm | None = None  # at the latest push; it holds until this sample if no beat comes
        self._holds = 0
        self._known_for: tuple[int | None, int | None, tuple[Uncounted, ...]] = (None, None, ())
        self._known: tuple[float | None, float | None, float | None] = (None, None, None)

    def push(
        self,
        beats: npt.ArrayLike,
        now: int,
        broken: npt.ArrayLike = False,
        uncounted: Sequence[Uncounted] = (),
        ectopic: npt.ArrayLike = False,
    ) -> Rhythm:
        """Take the beats found since the last push.

        Parameters
        ----------
        beats : array_like of int, shape (n,)
            R peaks (`models.beats.qrs.peaks.Beats.index`), source samples, increasing; may be empty.
        now : int
            Newest source sample of the stream, which never goes back: what the rhythm is told for.
        broken : array_like of bool, shape (n,), optional
            Whether the time since the beat before is no RR interval, as some of the signal was missing.
        uncounted : sequence of Uncounted, optional
            Stretches known by `now` in which beats do not count, as far as they lie within `WINDOW_S`: an RR
            interval that has a part in one is none, and nothing is told while one goes on.
        ectopic : array_like of bool, shape (n,), optional
            Which of the beats are: an RR interval that one begins or ends is not normal, however regular a
            tachycardia of such beats is.

        Returns
        -------
        Rhythm

        Raises
        ------
        ValueError
            If `beats` is not one-dimensional or does not increase, or `now` goes back.
        """
        new = np.asarray(beats, dtype=np.int64)
        if new.ndim != 1:
            raise ValueError(f"beats must be one-dimensional, not of shape {new.shape}.")
        if now < self._now:
            raise ValueError(f"now must not go back from {self._now} to {now}.")
        stretches = tuple(uncounted)
        same = stretches == self._uncounted
        if same and not len(new) and self._told is not None and now < self._holds:
            self._now = int(now)
            return replace(self._told, at=self._now)
        self._uncounted = stretches
        times = new if self._last is None else np.append(self._last, new)
        gaps = np.diff(times)
        if (gaps <= 0).any():
            raise ValueError("beats must increase.")
        self._now = int(now)
        if len(times):
            self._last = int(times[-1])
        if len(gaps):
            no_interval = np.broadcast_to(np.asarray(broken, dtype=bool), new.shape)[len(new) - len(gaps) :]
            odd = np.append(self._last_ectopic, np.broadcast_to(np.asarray(ectopic, dtype=bool), new.shape))
            odd = odd[len(odd) - len(times) :]
            self._add(times[1:], np.where(no_interval, np.nan, gaps / self.fs), odd[1:] | odd[:-1])
        if len(new):
            self._last_ectopic = bool(np.broadcast_to(np.asarray(ectopic, dtype=bool), new.shape)[-1])
        self._drop()
        self._told, self._holds = self._read(), self._next_change()
        return self._told

    def _add(
        self, end: npt.NDArray[np.int64], interval: npt.NDArray[np.float64], odd: npt.NDArray[np.bool_]
    ) -> None:
        rr = np.concatenate([self._rr, np.where(interval > EXPIRE_S, np.nan, interval)])
        first = len(self._rr)
        # The running median needs MEDIAN_INTERVALS - 1 intervals from before the new ones.
        line = np.concatenate([np.full(MEDIAN_INTERVALS, np.nan), rr])[first + 1 :]
        windows = np.lib.stride_tricks.sliding_window_view(line, MEDIAN_INTERVALS)
        median = _median_of_known(windows)
        with np.errstate(invalid="ignore"):
            normal = (np.abs(rr[first:] - median) <= NORMAL_TOLERANCE * median) & ~odd
        self._end = np.concatenate([self._end, end])
        self._rr = rr
        self._normal = np.concatenate([self._normal, normal])

    def _drop(self) -> None:
        """Forget what neither the window nor the running median still needs."""
        keep = max(MEDIAN_INTERVALS, RATE_INTERVALS)
        old = int(np.searchsorted(self._end, self._window_start(), side="right"))
        old = max(0, min(old, len(self._end) - keep))
        self._end, self._rr, self._normal = self._end[old:], self._rr[old:], self._normal[old:]

    def _window_start(self) -> float:
        return self._now - WINDOW_S * self.fs

    def _next_change(self) -> int:
        """First sample at which the figures may be others than now, if no beat comes."""
        changes = [] if self._last is None else [math.floor(self._last + EXPIRE_S * self.fs) + 1]
        first = int(np.searchsorted(self._end, self._window_start(), side="right"))
        if first < len(self._end):
            changes.append(math.ceil(int(self._end[first]) + WINDOW_S * self.fs))
        return min((sample for sample in changes if sample > self._now), default=self._now)

    def _read(self) -> Rhythm:
        going_on = [stretch.why for stretch in self._uncounted if stretch.end is None]
        if going_on:
            return Rhythm(self._now, why=going_on[0])
        if self._last is None:
            return Rhythm(self._now)
        if self._now - self._last > EXPIRE_S * self.fs:
            return Rhythm(self._now, why=NO_BEAT_WHY)
        rate = interval = None
        # What counts begins with the last pause, or after the last stretch in which beats do not count.
        recent = np.where(self._outside(), self._rr, np.nan)[-RATE_INTERVALS:]
        pauses = np.flatnonzero(np.isnan(recent))
        recent = recent[pauses[-1] + 1 :] if len(pauses) else recent
        slow = recent[-SLOW_RUN:]
        if len(slow) == SLOW_RUN and (slow > SLOW_RR_S).all():
            recent = recent[-SLOW_RATE_INTERVALS:]
        if len(recent):
            rate, interval = 60.0 / float(recent.mean()), float(recent[-1])
        return Rhythm(self._now, rate, interval, *self._variability())

    def _outside(self) -> npt.NDArray[np.bool_]:
        """Whether each kept RR interval has no part in a stretch in which beats do not count."""
        outside = np.ones(len(self._rr), dtype=bool)
        began = self._end - np.nan_to_num(self._rr) * self.fs
        for stretch in self._uncounted:
            end = math.inf if stretch.end is None else stretch.end
            outside &= (self._end < stretch.start) | (began > end)
        return outside

    def _variability(self) -> tuple[float | None, float | None, float | None]:
        """SDNN, RMSSD (ms) and the normal share; worked out anew only when what they are told by changed."""
        first = int(np.searchsorted(self._end, self._window_start(), side="right"))
        key = (self._last, int(self._end[first]) if first < len(self._end) else None, self._uncounted)
        if key == self._known_for:
            return self._known
        outside = self._outside()[first:]
        rr, normal = self._rr[first:], self._normal[first:] & outside
        n_counted, n_normal = int((np.isfinite(rr) & outside).sum()), int(normal.sum())
        sdnn = float(rr[normal].std(ddof=1)) * 1e3 if n_normal >= MIN_INTERVALS else None
        pairs = normal[1:] & normal[:-1]
        rmssd = None
        if int(pairs.sum()) >= MIN_INTERVALS:
            rmssd = float(np.sqrt(np.mean(np.diff(rr)[pairs] ** 2))) * 1e3
        self._known_for, self._known = key, (sdnn, rmssd, n_normal / n_counted if n_counted else None)
        return self._known


def _median_of_known(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give what `numpy.nanmedian` gives of each row, in a tenth of the time; NaN where nothing is known."""
    ordered = np.sort(rows, axis=1)  # NaN comes last
    known = np.count_nonzero(~np.isnan(rows), axis=1)
    at = np.arange(len(rows))
    return np.asarray((ordered[at, (known - 1) // 2] + ordered[at, known // 2]) / 2)
