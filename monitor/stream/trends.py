"""Trends of the source that is on: a value of each quantity every ten seconds, in bounded memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.alerts.analyzer import Analysis
from models.signal.states import StateKind
from models.vitals.signs import Sign

SLOT_S = 10.0
"""One value stands for so many seconds."""

KEPT_S = 3 * 24 * 3600
"""So many seconds are kept, three days: 4 MB."""

MINUTE_SLOTS = 6
"""Ectopic beats and the share of AF are told over a minute."""

_SECONDS, _RR, _BEATS, _ECTOPIC, _AF = range(5)
_SUMS = 5
_COUNTS = _SUMS + len(Sign)
_WIDTH = _COUNTS + len(Sign)

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class TrendTable:
    """Trends in the order of time, each NaN where nothing was known.

    Attributes
    ----------
    seconds : ndarray of float64, shape (n,)
        Middle of each slot, in the source's own time.
    heart_rate : ndarray of float32, shape (n,)
        A minute, by the mean RR interval.
    ectopic : ndarray of float32, shape (n,)
        Ectopic beats a minute, over the minute that ends there.
    fibrillation : ndarray of float32, shape (n,)
        Share of that minute in what may be atrial fibrillation, %.
    signs : dict of Sign to ndarray of float32, shape (n,)
        Means of the readings.
    """

    seconds: npt.NDArray[np.float64]
    heart_rate: Floats
    ectopic: Floats
    fibrillation: Floats
    signs: dict[Sign, Floats]


class Trends:
    """Adds up what the analysis brings, slot by slot; what is analysed again counts in the same mean.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    kept_s : float
        Length that is kept; the oldest goes first.
    """

    def __init__(self, fs: float, kept_s: float = KEPT_S) -> None:
        self._fs, self._most = fs, max(1, round(kept_s / SLOT_S))
        self._first = self._n = 0  # number of the first slot, and how many are in use
        self._table = np.zeros((0, _WIDTH), dtype=np.float32)

    def __len__(self) -> int:
        return self._n

    @property
    def told(self) -> frozenset[Sign]:
        """The vital signs of which there has been a figure, as far as they are kept."""
        counts = self._table[: self._n, _COUNTS:].max(axis=0, initial=0.0) > 0
        return frozenset(sign for sign in Sign if counts[sign.column])

    def take(self, start: int, stop: int, analysis: Analysis) -> None:
        """Take what an analysis said of samples `start` to before `stop`, and of those shortly before."""
        if stop <= start:
            return
        step = SLOT_S * self._fs
        self._reach(int((stop - 1) // step))
        for slot in range(int(start // step), int((stop - 1) // step) + 1):
            begin, end = max(start, slot * step), min(stop, (slot + 1) * step)
            self._add(np.array([slot]), _SECONDS, (end - begin) / self._fs)
        beats = analysis.beats
        if len(beats):
            known = np.isfinite(beats.rr_s)
            slots = (beats.index // step).astype(np.int64)
            self._add(slots[known], _RR, beats.rr_s[known])
            self._add(slots[known], _BEATS, 1.0)
            ectopic = analysis.ectopic[-len(beats) :]
            if len(ectopic) == len(beats):
                self._add(slots[ectopic], _ECTOPIC, 1.0)
        for state in analysis.states:
            if state.kind is StateKind.IRREGULAR and not state.withdrawn:
                last = min(stop - 1, state.end if state.over is not None else stop - 1)
                self._mark(int(state.start // step), int(last // step))
        readings = analysis.vitals
        if len(readings):
            slots = (readings.at // step).astype(np.int64)
            for sign in Sign:
                values = readings.of(sign)
                there = np.isfinite(values)
                self._add(slots[there], _SUMS + sign.column, values[there])
                self._add(slots[there], _COUNTS + sign.column, 1.0)

    def _reach(self, slot: int) -> None:
        """Make room up to a slot, and let go of the oldest."""
        if not self._n:
            self._first = max(0, slot - self._most + 1)
        too_many = slot + 1 - self._first - self._most
        if too_many > 0:
            kept = self._table[too_many:]
            self._table = np.zeros((self._most, _WIDTH), dtype=np.float32)
            self._table[: len(kept)] = kept
            self._first += too_many
            self._n = max(0, self._n - too_many)
        self._n = max(self._n, slot + 1 - self._first)
        if self._n > len(self._table):
            grown = np.zeros((min(self._most, self._n + 360), _WIDTH), dtype=np.float32)
            grown[: len(self._table)] = self._table
            self._table = grown

    def _add(self, slots: npt.NDArray[np.int64], column: int, values: npt.ArrayLike) -> None:
        places = slots - self._first
        inside = (places >= 0) & (places < len(self._table))
        given = np.broadcast_to(np.asarray(values, dtype=np.float32), places.shape)
        np.add.at(self._table[:, column], places[inside], given[inside])

    def _mark(self, first: int, last: int) -> None:
        lo, hi = max(0, first - self._first), last + 1 - self._first
        if hi > lo:
            self._table[lo:hi, _AF] = 1.0

    def table(self, first_s: float = 0.0, last_s: float = np.inf) -> TrendTable:
        """Give the trends from one second of the source to another."""
        lo = max(0, int(first_s // SLOT_S) - self._first)
        hi = self._n
        if np.isfinite(last_s):
            hi = min(hi, max(lo, int(last_s // SLOT_S) + 1 - self._first))
        # The minute before is looked at as well.
        begin = max(0, lo - MINUTE_SLOTS + 1)
        rows = self._table[begin:hi]
        seconds = rows[:, _SECONDS]
        analysed = seconds > 0
        with np.errstate(invalid="ignore", divide="ignore"):
            rate = np.where(rows[:, _BEATS] > 0, 60 * rows[:, _BEATS] / rows[:, _RR], np.nan)
            # As the alarm counts them: in the first minute not made more by scaling up.
            # Where no beat was seen within the minute, none can be said to have been ectopic or irregular.
            seen = analysed & (_running(rows[:, _BEATS]) > 0)
            ectopic = np.where(seen, _running(rows[:, _ECTOPIC]), np.nan)
            af = np.where(seen, 100 * _running(rows[:, _AF] * analysed) / _running(analysed), np.nan)
            counts = rows[:, _COUNTS:]
            means = np.where(counts > 0, rows[:, _SUMS:_COUNTS] / counts, np.nan)
        kept = slice(lo - begin, None)
        numbers = self._first + lo + np.arange(max(0, hi - lo), dtype=np.float64)
        middles: npt.NDArray[np.float64] = (numbers + 0.5) * SLOT_S
        return TrendTable(
            middles,
            rate[kept].astype(np.float32),
            ectopic[kept].astype(np.float32),
            af[kept].astype(np.float32),
            {sign: means[kept, sign.column].astype(np.float32) for sign in Sign},
        )


def _running(values: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
    """Sum of each value and those of the minute before it."""
    total = np.concatenate([np.zeros(1), np.cumsum(values, dtype=np.float64)])
    last = np.arange(1, len(total))
    summed: npt.NDArray[np.float64] = total[last] - total[np.maximum(0, last - MINUTE_SLOTS)]
    return summed
