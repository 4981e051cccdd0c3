"""Ventricular flutter and fibrillation: large waves without a rest in between and without QRS complexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.phrase import phrase
from models.rhythm.states import Ruling
from models.signal.frontend import MODEL_FS, FrontEndRows
from models.signal.latest import Latest
from models.signal.states import StateKind

WINDOW_ROWS, HOP_ROWS = 360, 60
"""The latest 3 s are looked at every half second."""

TIMES = 2
"""So many looks in a row must find it."""

ONE, SEVERAL, BACK = 0.89, 1.18, 0.4
"""Beat-likeness (`beat_likeness`) of one lead, and the mean of several, below which it is flutter or
fibrillation; and how far above that it is over. In DS1 and the half of SVDB no other record comes below: both
leads of ventricular tachycardias from 1.20 (205, 861 and 869), a first lead alone from 0.90 (865, fast and
full of artefacts), while both leads of 207 do in each of six episodes, its first lead alone in five."""

REST = 6
"""Over for so many looks in a row, it has ended."""

STEP_ROWS, STILL_SHARE = 12, 0.15
"""The signal rests in a piece of 0.1 s where it ranges over less than this share of the whole."""

LOW_HZ, BROAD_HZ, LOW_SHARE = (2.5, 8.0), (0.5, 30.0), 0.5
"""At least this share of the power of the broad band must lie in the low one, in which flutter and
fibrillation have nearly all: wander lies below it, muscle noise above."""

LEAST_MV = 0.2
"""Waves that range over less are too fine to be told from noise, mV: coarse fibrillation has more."""

_HZ = np.fft.rfftfreq(WINDOW_ROWS, 1 / MODEL_FS)
_LOW = (_HZ >= LOW_HZ[0]) & (_HZ <= LOW_HZ[1])
_BROAD = (_HZ >= BROAD_HZ[0]) & (_HZ <= BROAD_HZ[1])
_TAPER = np.hanning(WINDOW_ROWS)
_WHY = phrase("waves without a rest and without QRS complexes")


def beat_likeness(x: npt.NDArray[np.float64], enough: float = np.inf) -> float:
    """Say how much of a stretch of signal looks like beats with rest between them.

    It is the sum of three measures, each near 0 for a sine wave: the leak of a filter that takes out waves of
    the signal's own mean period (Kuo and Dillman, Computers in Cardiology 1978), the share of time in which
    the signal rests, and twice its steepest step as a share of its range.

    Parameters
    ----------
    x : ndarray of float64, shape (`WINDOW_ROWS`,)
        Rows of the front end, mV; all finite.
    enough : float
        From here on the value does not matter, and may be given too low.

    Returns
    -------
    float
        About 0.6 in flutter and 2 for beats; infinite where the waves are too small, too slow or too fast.
    """
    span = float(np.ptp(x))
    if span < LEAST_MV:
        return float("inf")
    steps = np.abs(np.diff(x))
    pieces = x.reshape(-1, STEP_ROWS)
    rests = np.mean(pieces.max(axis=1) - pieces.min(axis=1) < STILL_SHARE * span)
    found = float(rests + 2 * steps.max() / span)
    if found >= enough:
        return found
    level = x - x.mean()
    size = np.abs(level)
    half = int(np.pi * size.sum() / steps.sum() + 0.5)  # half the mean period of a sine wave
    half = min(max(half, 2), WINDOW_ROWS // 2)
    found += float(np.abs(level[half:] + level[:-half]).sum() / (size[half:] + size[:-half]).sum())
    if found >= enough:
        return found
    power = np.abs(np.fft.rfft(level * _TAPER)) ** 2
    return found if power[_LOW].sum() >= LOW_SHARE * power[_BROAD].sum() else float("inf")


@dataclass(frozen=True)
class Look:
    """What was known as of a row.

    Attributes
    ----------
    index : int
        Of the row; while it goes on, of the last one that showed it.
    emitted : int
        Sample on whose arrival it was known.
    ruling : Ruling
        What is the case.
    """

    index: int
    emitted: int
    ruling: Ruling


class Flutter:
    """Looks for it in the leads of one heart; the same however the stream is cut.

    A lead of which a part of the window is missing has no vote. Once it is found, neither has one whose waves
    are too small, too slow or too fast, as long as another still shows it: fibrillation may grow fine in a
    lead, or a lead be disturbed, and the heart fibrillates on.

    Parameters
    ----------
    leads : int
        How many there are.
    """

    def __init__(self, leads: int = 1) -> None:
        self._value = Latest(leads, WINDOW_ROWS, np.nan, np.float64)
        self._index = Latest(1, WINDOW_ROWS, 0, np.int64)
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next row is row 0."""
        self._rows = 0
        self._value.reset()
        self._index.reset()
        self._times = self._rests = 0
        self._first = self._last = 0
        self.ruling = Ruling(None, 0)

    def push(self, leads: Sequence[FrontEndRows]) -> list[Look]:
        """Take the next rows of every lead, which come in step; give what each look found."""
        first, k = self._rows, len(leads[0])
        if not k:
            return []
        self._rows += k
        value = self._value.extend(np.stack([np.where(rows.valid, rows.value, np.nan) for rows in leads]))
        index = self._index.extend(leads[0].index[None])[0]
        looks = []
        for row in range((first // HOP_ROWS + 1) * HOP_ROWS, self._rows + 1, HOP_ROWS):
            stop = row - first + WINDOW_ROWS
            piece = slice(stop - WINDOW_ROWS, stop)
            last = int(index[stop - 1])
            self._look(value[:, piece], int(index[piece.start]), last)
            shown = last if self.ruling.kind is None else self._last
            looks.append(Look(shown, int(leads[0].emitted[row - first - 1]), self.ruling))
        return looks

    def _look(self, value: npt.NDArray[np.float64], first: int, last: int) -> None:
        whole = value[np.isfinite(value).all(axis=1)]
        going_on = self.ruling.kind is not None
        found, goes_on = self._goes_on(whole) if going_on else self._begins(whole)
        self._times = self._times + 1 if found else 0
        if self._times == 1:
            self._first = first
        if goes_on:
            self._last, self._rests = last, 0
        elif going_on:
            self._rests += 1
        if not going_on and self._times >= TIMES:
            self.ruling = Ruling(StateKind.FLUTTER, self._first, _WHY)
        elif going_on and self._rests >= REST:
            self._rests = 0
            self.ruling = Ruling(None, self._last)

    @staticmethod
    def _begins(whole: npt.NDArray[np.float64]) -> tuple[bool, bool]:
        """Whether the leads show it, and whether enough to go on; most often they are far off."""
        limit = ONE if len(whole) == 1 else SEVERAL
        # A lead alone cannot bring the mean down below what the others leave of it.
        enough = (limit + BACK) * max(len(whole), 1)
        found = 0.0 if len(whole) else float("inf")
        for lead in whole:
            found += beat_likeness(np.ascontiguousarray(lead), enough - found)
            if found >= enough:
                break
        mean = found / max(len(whole), 1)
        return mean < limit, mean < limit + BACK

    @staticmethod
    def _goes_on(whole: npt.NDArray[np.float64]) -> tuple[bool, bool]:
        """The same once it is known."""
        each = np.array([beat_likeness(np.ascontiguousarray(lead)) for lead in whole])
        showing = each[np.isfinite(each)]
        if not len(showing):
            return False, False
        mean, limit = float(showing.mean()), ONE if len(showing) == 1 else SEVERAL
        return len(showing) == len(each) and mean < limit, mean < limit + BACK
