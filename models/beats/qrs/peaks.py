"""From the QRS network's log odds to beats: which of their peaks are beats, and where the R peaks lie.

`models.beats.qrs.detector` puts it behind the network on one lead, `models.batch` on many patients.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import partial

import numpy as np
import numpy.typing as npt

from models.beats.qrs.weights import ROWS_A_STEP
from models.signal.frontend import MODEL_FS
from models.signal.latest import Latest
from models.signal.median import median

THRESHOLD = 0.0
"""Log odds from which a peak of the network's output is a beat: as likely as not. On the fitted patients
(DS1) a threshold of 0.3 makes missed and false beats equally many; it is less certain of unseen ones."""

PEAK_S = 2 * ROWS_A_STEP / MODEL_FS
"""A peak is greatest within this much on either side, s; on the later side this is waited for."""

REFRACTORY_S = 0.2
"""No beat follows another sooner, s: Pan J, Tompkins WJ, IEEE Trans Biomed Eng 32(3):230-236, 1985."""

BEFORE_S, AFTER_S = 2 / MODEL_FS, 6 / MODEL_FS
"""The R peak is looked for from so long before the network's peak to so long after it, s."""

MIN_HEIGHT_MV = 0.05
"""Nothing lower is a beat, mV: a third of the 0.15 mV below which monitors need not respond (ANSI/AAMI EC13),
since some patients' ectopic beats are as low as 0.1 mV in the first lead."""

LEVEL_S = 0.15
"""The isoelectric level is the median within this on either side of a beat, s."""

POLARITY_WEIGHT = 0.3
"""How much the usual direction of the patient's R peaks is preferred where both directions are as large."""

POLARITY_MEMORY = 0.9
"""Share of the usual direction that a beat leaves standing."""


@dataclass(frozen=True)
class Beats:
    """Beats in the order of time.

    Attributes
    ----------
    index : ndarray of int64, shape (n,)
        Source sample of each R peak; strictly increasing.
    emitted : ndarray of int64, shape (n,)
        Source sample on whose arrival the beat was reported.
    amplitude : ndarray of float32, shape (n,)
        Height of the R peak above the level around the beat in mV, as the front end passes it; negative where
        the complex points down.
    """

    index: npt.NDArray[np.int64]
    emitted: npt.NDArray[np.int64]
    amplitude: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.index)

    @staticmethod
    def of(found: list[tuple[int, int, float]]) -> Beats:
        """Give beats from their R peak, when it was reported, and amplitude."""
        if not found:
            return _NONE
        index, when, amplitude = zip(*found, strict=True)
        return Beats(
            np.array(index, dtype=np.int64),
            np.array(when, dtype=np.int64),
            np.array(amplitude, dtype=np.float32),
        )

    @staticmethod
    def concatenate(parts: list[Beats]) -> Beats:
        """Join beats that follow each other.

        Raises
        ------
        ValueError
            If `parts` is empty.
        """
        if len(parts) == 1:
            return parts[0]
        return Beats(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Beats)))


_NONE = Beats(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))


class StepPicker:
    """Which peaks of the network's log odds are beats.

    Parameters
    ----------
    lookahead : int
        Steps by which the log odds lag behind the R peak (`models.beats.qrs.weights.QrsConfig.lookahead`).
    threshold : float
        Log odds from which a peak is a beat.
    """

    def __init__(self, lookahead: int, threshold: float = THRESHOLD) -> None:
        self._threshold = threshold
        self._lookahead = lookahead
        self.wait = round(PEAK_S * MODEL_FS) // ROWS_A_STEP
        """Steps on either side of a peak."""
        self._refractory = round(REFRACTORY_S * MODEL_FS) // ROWS_A_STEP
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next step is step 0."""
        self._n_steps = 0
        self._odds = np.full(2 * self.wait, -np.inf, dtype=np.float32)
        self._last = -self._refractory

    def push(self, odds: npt.NDArray[np.float32]) -> Iterator[tuple[int, int, Callable[[], None]]]:
        """Take the log odds of the next steps (shape (k,)); all that is yielded is to be looked at.

        Yields
        ------
        row : int
            Row near which the R peak lies.
        complete : int
            Row that completed the peak.
        accept : callable
            To be called if there is an R peak: no other one follows soon.
        """
        new = len(odds)
        if not new:
            return
        odds = np.concatenate([self._odds, odds])
        high = np.flatnonzero(odds[self.wait : self.wait + new] > self._threshold)
        if len(high):
            windows = odds[high[:, None] + np.arange(2 * self.wait + 1)]
            high = high[windows.argmax(axis=1) == self.wait]
        for i in high.tolist():
            step = self._n_steps + i - self.wait
            if step - self._last >= self._refractory:
                complete = ROWS_A_STEP * (self._n_steps + i) + ROWS_A_STEP - 1
                yield ROWS_A_STEP * (step - self._lookahead), complete, partial(self._accept, step)
        self._n_steps += new
        self._odds = odds[new:].copy()

    def _accept(self, step: int) -> None:
        self._last = step


class Locator:
    """Finds the R peak near a row of one lead.

    Parameters
    ----------
    fs : float
        Source rate, Hz.
    lookahead, wait : int
        Of the `StepPicker`, steps.
    """

    def __init__(self, fs: float, lookahead: int, wait: int) -> None:
        self.fs = fs
        self._before, self._after = round(BEFORE_S * MODEL_FS), round(AFTER_S * MODEL_FS)
        self._around = round(LEVEL_S * MODEL_FS)
        self._keep = ROWS_A_STEP * (lookahead + 2 * wait + 1) + max(self._around, self._before + 1)
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient: the next row is row 0."""
        self._n_rows = 0
        self._latest = Latest(1, self._keep, np.nan, np.float64)
        self._value = self._latest.rows[0]
        self._polarity = 0.0

    def take(self, value: npt.NDArray[np.floating]) -> None:
        """Take the next rows (shape (n,), mV; NaN is a gap)."""
        self._value = self._latest.extend(value[None])[0]
        self._n_rows += len(value)

    def find(self, row: int) -> tuple[int, float] | None:
        """Find the R peak near a row of those taken last, or shortly before them.

        Returns
        -------
        tuple of int and float, or None
            Source sample and amplitude in mV; None where there is none.
        """
        value, at = self._value, row - self._n_rows + len(self._value)
        near = value[max(0, at - self._around) : at + self._around + 1]
        near = near[np.isfinite(near)]
        window = value[at - self._before - 1 : at + self._after + 2]  # one more on each side to interpolate
        inner = window[1:-1]
        if not np.isfinite(inner).any():
            return None
        level = median(near)
        away = np.where(np.isfinite(inner), inner - level, 0.0)
        up = float(away.max()) * (1 + POLARITY_WEIGHT * self._polarity)
        down = -float(away.min()) * (1 - POLARITY_WEIGHT * self._polarity)
        sign = 1.0 if up >= down else -1.0
        top = int(np.argmax(sign * away))
        if sign * away[top] < MIN_HEIGHT_MV:
            return None
        left, middle, right = (sign * window[top : top + 3]).tolist()
        bend = left - 2 * middle + right
        # The vertex of the parabola through the three, if it is a peak at all.
        shift = 0.5 * (left - right) / bend if bend < 0 and left <= middle >= right else 0.0
        peak = (row - self._before + top + shift) * (self.fs / MODEL_FS)
        if peak < -0.5:
            return None  # before the start
        self._polarity = POLARITY_MEMORY * self._polarity + (1 - POLARITY_MEMORY) * sign
        return math.floor(peak + 0.5), float(away[top])


class PeakPicker:
    """From the network's log odds to R peaks in the signal, on one lead.

    Parameters
    ----------
    fs : float
        Source rate, Hz.
    lookahead : int
        Steps by which the log odds lag behind the R peak (`models.beats.qrs.weights.QrsConfig.lookahead`).
    threshold : float
        Log odds from which a peak is a beat.
    """

    def __init__(self, fs: float, lookahead: int, threshold: float = THRESHOLD) -> None:
        self._picker = StepPicker(lookahead, threshold)
        self._locator = Locator(fs, lookahead, self._picker.wait)
        self.wait_s = longest_wait_s(fs, lookahead, self._picker.wait)
        """Longest wait for the rows after an R peak, s."""
        self.reset()

    def reset(self) -> None:
        """Forget the stream and the patient: the next row is row 0."""
        self._picker.reset()
        self._locator.reset()
        self._n_rows = 0

    def push(
        self,
        value: npt.NDArray[np.floating],
        emitted: npt.NDArray[np.int64],
        odds: npt.NDArray[np.float32],
    ) -> Beats:
        """Take the next rows and the log odds of the steps that they complete.

        Parameters
        ----------
        value : ndarray of float, shape (n,)
            `FrontEndRows.value`, mV; NaN is a gap.
        emitted : ndarray of int64, shape (n,)
            Source sample on whose arrival each row came out.
        odds : ndarray of float32, shape (k,)
            From `models.beats.qrs.network.QrsStream.push` of these rows.

        Returns
        -------
        Beats
            The completed beats; often none.
        """
        found: list[tuple[int, int, float]] = []
        self._locator.take(value)
        for row, complete, accept in self._picker.push(odds):
            beat = self._locator.find(row)
            if beat is not None:
                accept()
                found.append((beat[0], int(emitted[complete - self._n_rows]), beat[1]))
        self._n_rows += len(value)
        return Beats.of(found)


def longest_wait_s(fs: float, lookahead: int, wait: int) -> float:
    """Longest wait for the rows after an R peak, s, with so many steps of lookahead and about a peak."""
    rows = ROWS_A_STEP * (lookahead + wait) + ROWS_A_STEP - 1 + round(BEFORE_S * MODEL_FS)
    rows_and_shift = rows + 0.5  # interpolation moves a peak by up to half a row
    return math.ceil(rows_and_shift * fs / MODEL_FS) / fs
