"""Finds while a lead is recorded where its signal is doubtful or unusable, and by what it is disturbed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.signal.frontend import FrontEndRows
from models.signal.quality.features import (
    HOP_ROWS,
    NAMES,
    USUAL,
    WINDOW_ROWS,
    measure,
    relative,
    usual_height,
)
from models.signal.quality.mains import Mains
from models.signal.quality.weights import HUM, KIND, KIND_CONSTANT, KINDS, NOISY, NOISY_CONSTANT
from models.signal.states import State, StateKind

SMOOTHED = 3
"""The log-odds are averaged over so many judgements, the latest 2 s in all."""

MOST = 4.0
"""No judgement counts for more than these log-odds either way: a short artefact is soon forgotten."""

DOUBTFUL, UNUSABLE = 0.0, 1.5
"""Mean log-odds of noise from which on a signal is doubtful, and unusable."""

BACK = 1.0
"""It is as good again once the log-odds have stayed so far below the level for `REST` judgements."""

REST = 2
"""So many judgements, 1 s; after long noise more."""

LATELY, SHORT, MOST_REST = 60, 8, 30
"""For each judgement by which it was unusable among so many latest ones (30 s), but for the first so many, a
signal must have been better for one more until it is believed again, up to so many (15 s)."""

BEGAN_S = 2.0
"""A state is said to have begun so long before it was known, s: that much had to be seen of it."""

LEAST_S = 1.0
"""A state lasts so long at least, s."""

HUM_SECONDS = 2
"""Mains hum makes a signal doubtful once it has been there for so many seconds, and until it has been gone
for as many."""

_GOOD, _DOUBTFUL, _UNUSABLE = 0, 1, 2
_TAIL = WINDOW_ROWS - HOP_ROWS


@dataclass(frozen=True)
class Judged:
    """What one `QualityFinder.push` gives.

    Attributes
    ----------
    unusable : ndarray of bool, shape (k,), or (streams, k)
        Of each row whether the signal was known to be unusable when the row arrived.
    states : tuple of tuple of State, an entry a stream
        Of each, states that ended, and last the one that goes on, if there is one.
    """

    unusable: npt.NDArray[np.bool_]
    states: tuple[tuple[State, ...], ...]

    def of(self, stream: int = 0) -> tuple[State, ...]:
        """Give the states of one of the streams."""
        return self.states[stream]


class QualityFinder:
    """Judges the signal of one lead, or of several in step; the same however the streams are cut.

    Each judgement takes the latest second, and three of them, half a second apart, are averaged: strong noise
    is known within 3 s, and so is its end if it was short. Where a part of the latest 2 s is missing, or the
    signal is at fault, nothing is said of it.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    streams : int, optional
        How many leads run in step; one, without that axis, if left out.
    """

    def __init__(self, fs: float, streams: int | None = None) -> None:
        self.fs = float(fs)
        self._one = streams is None
        self._n = streams or 1
        self._mains = Mains(fs)
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next sample is sample 0."""
        n = self._n
        self._value = np.full((n, _TAIL), np.nan, dtype=np.float32)
        self._drift = np.full((n, _TAIL), np.nan, dtype=np.float32)
        self._kept: list[FrontEndRows] = []  # those that came since
        self._rows = 0
        self._second: list[npt.NDArray[np.floating]] = []
        self._waiting = 0
        self._samples = 0
        # Last sample of each second that is complete, and of which streams it hums in.
        self._hum_at: list[tuple[int, npt.NDArray[np.bool_]]] = []
        self._hummed = np.zeros(n, dtype=np.int64)  # seconds in a row with, below 0 without
        self._humming = np.zeros(n, dtype=bool)
        self._heights = np.full((n, USUAL), np.nan)
        self._odds = np.full((n, SMOOTHED), np.nan)
        self._kinds = np.zeros((n, SMOOTHED, len(KINDS)))
        self._below = np.zeros((n, 2), dtype=np.int64)  # judgements in a row below either level
        self._level = np.zeros(n, dtype=np.int64)
        self._bad = np.zeros((n, LATELY), dtype=bool)  # by which judgements of late it was unusable
        self._open: list[State | None] = [None] * n
        self._free = [0] * n  # first sample after the latest state

    def push(self, samples: npt.NDArray[np.floating], rows: FrontEndRows) -> Judged:
        """Take the next samples and the rows that they completed.

        Parameters
        ----------
        samples : ndarray of float, shape (n,), or (streams, n)
            mV; NaN is a gap.
        rows : FrontEndRows
            As the front end gave them.
        """
        self._listen(samples if samples.ndim == 2 else samples[None])
        first, k = self._rows, len(rows)
        self._rows += k
        if k:
            self._kept.append(rows)
        unusable = np.zeros((self._n, k), dtype=bool)
        ended: list[list[State]] = [[] for _ in range(self._n)]
        at = 0
        begin = first // HOP_ROWS * HOP_ROWS - _TAIL  # row of the first that is kept
        if self._rows // HOP_ROWS > first // HOP_ROWS:
            value, drift = self._line()
            for row in range((first // HOP_ROWS + 1) * HOP_ROWS, self._rows + 1, HOP_ROWS):
                last = row - 1 - first  # of the pushed rows, the one with which the piece is complete
                unusable[:, at : last + 1] = (self._level == _UNUSABLE)[:, None]
                at = last + 1
                piece = slice(row - WINDOW_ROWS - begin, row - begin)
                index, emitted = int(rows.index[last]), int(rows.emitted[last])
                self._judge(value[:, piece], drift[:, piece], index, emitted, ended)
            keep = self._rows % HOP_ROWS + _TAIL
            self._value, self._drift = value[:, -keep:].copy(), drift[:, -keep:].copy()
        unusable[:, at:] = (self._level == _UNUSABLE)[:, None]
        states = tuple(
            tuple(over) if going_on is None else (*over, going_on)
            for over, going_on in zip(ended, self._open, strict=True)
        )
        return Judged(unusable[0] if self._one else unusable, states)

    def _line(self) -> tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]:
        """Give the rows that are kept, with NaN where they are not valid, shape (streams, rows)."""
        valid = np.concatenate([np.atleast_2d(rows.valid) for rows in self._kept], axis=1)
        value = np.concatenate([np.atleast_2d(rows.value) for rows in self._kept], axis=1)
        drift = np.concatenate([np.atleast_2d(rows.baseline) for rows in self._kept], axis=1)
        self._kept = []
        return (
            np.concatenate([self._value, np.where(valid, value, np.float32(np.nan))], axis=1),
            np.concatenate([self._drift, drift], axis=1),
        )

    def _listen(self, samples: npt.NDArray[np.floating]) -> None:
        """Look for mains hum in each second that is complete."""
        n = self._mains.n_samples
        self._second.append(samples)
        self._waiting += samples.shape[1]
        if self._waiting < n:
            return
        line = np.concatenate(self._second, axis=1)
        for start in range(0, line.shape[1] - n + 1, n):
            self._samples += n
            self._hum_at.append((self._samples - 1, self._mains.hums(line[:, start : start + n])))
        self._waiting = line.shape[1] % n
        self._second = [line[:, line.shape[1] - self._waiting :].copy()]

    def _judge(
        self,
        value: npt.NDArray[np.floating],
        drift: npt.NDArray[np.floating],
        index: int,
        emitted: int,
        ended: list[list[State]],
    ) -> None:
        """Judge the latest stretch, which ends in a row of this index."""
        while self._hum_at and self._hum_at[0][0] <= emitted:
            hums = self._hum_at.pop(0)[1]
            self._hummed = np.where(hums, np.maximum(self._hummed, 0) + 1, np.minimum(self._hummed, 0) - 1)
            self._humming = (self._hummed >= HUM_SECONDS) | (self._humming & (self._hummed > -HUM_SECONDS))
        whole = np.isfinite(value).all(axis=1)
        measured = np.zeros((self._n, len(NAMES)))
        if whole.any():
            found = measure(value[whole].astype(np.float64), drift[whole].astype(np.float64))
            self._heights[whole] = np.column_stack([self._heights[whole, 1:], found[:, -1]])
            measured[whole] = relative(found, usual_height(self._heights[whole]))
        odds = np.where(whole, np.clip(measured @ NOISY + NOISY_CONSTANT, -MOST, MOST), np.nan)
        self._odds = np.column_stack([self._odds[:, 1:], odds])
        self._kinds = np.concatenate(
            [self._kinds[:, 1:], (measured @ KIND.T + KIND_CONSTANT)[:, None]], axis=1
        )
        level = self._lasting(self._decide(whole), index)
        for stream in np.flatnonzero(level != self._level).tolist():
            over = self._change(stream, int(level[stream]), index, emitted)
            if over is not None:
                ended[stream].append(over)
        self._level = level
        for stream in np.flatnonzero(level != _GOOD).tolist():
            going_on = self._open[stream]
            assert going_on is not None
            self._open[stream] = replace(going_on, end=max(going_on.start, index))

    def _decide(self, whole: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """How good each signal is now; it gets worse at once, and better only after a while."""
        odds = np.where(whole, self._odds.mean(axis=1), np.nan)
        levels = np.array([DOUBTFUL, UNUSABLE])
        self._below = np.where(odds[:, None] < levels - BACK, self._below + 1, 0)
        self._bad = np.column_stack([self._bad[:, 1:], odds >= UNUSABLE])
        rest = np.clip(REST + self._bad.sum(axis=1) - SHORT, REST, MOST_REST)
        rests = np.column_stack([np.full(self._n, REST), rest])
        stays = (self._level[:, None] > [_GOOD, _DOUBTFUL]) & (self._below < rests)
        doubtful, unusable = ((odds[:, None] >= levels) | (stays & np.isfinite(odds)[:, None])).T
        doubtful = doubtful | (self._humming & whole)
        level: npt.NDArray[np.int64] = np.where(unusable, _UNUSABLE, np.where(doubtful, _DOUBTFUL, _GOOD))
        return level

    def _lasting(self, level: npt.NDArray[np.int64], index: int) -> npt.NDArray[np.int64]:
        """Levels, but no change of one that has begun just now."""
        least = round(LEAST_S * self.fs)
        young = [state is not None and index - state.start < least for state in self._open]
        lasting: npt.NDArray[np.int64] = np.where(young, self._level, level)
        return lasting

    def _change(self, stream: int, level: int, index: int, emitted: int) -> State | None:
        """Begin a stream's next state; give the one that is over, if there was one."""
        over, was = self._open[stream], self._level[stream]
        began = index - round(BEGAN_S * self.fs)
        if over is not None:
            end = max(over.start + round(LEAST_S * self.fs), began) if level > was else index
            over = replace(over, end=end, over=emitted)
            self._free[stream] = end + 1
        self._open[stream] = None
        if level != _GOOD:
            kind = StateKind.UNUSABLE if level == _UNUSABLE else StateKind.DOUBTFUL
            start = max(began, self._free[stream])
            self._open[stream] = State(kind, start, max(start, index), emitted, None, self._why(stream, over))
        return over

    def _why(self, stream: int, over: State | None) -> str:
        """Say what disturbs a signal that is not good."""
        if self._odds[stream].mean() >= DOUBTFUL:
            return KINDS[int(self._kinds[stream].mean(axis=0).argmax())]
        return HUM if self._humming[stream] or over is None else over.why
