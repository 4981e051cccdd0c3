"""What lay between two beats: whether it is a pause of the heart, or beats may have been missed in it."""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from models.signal.frontend import MODEL_FS
from models.signal.median import median

LONG = 1.5
"""An RR interval longer than the usual one by this factor is a pause, or holds a beat that was not found: the
compensatory pause after a premature beat is seldom longer."""

LONGEST_S = 10.0
"""Nothing is said of a longer interval, s: so much of the signal is remembered."""

REACH_ROWS = 12
"""The signal is as lively as it ranges within so many rows, 0.1 s: the width of a QRS complex."""

QUIET_SHARE = 0.25
"""Share of what the signal ranges over in the patient's QRS complexes. Where it stays below this all the time
there was no beat; T waves are slower, and P waves lower. In the first leads of DS1 this finds 93 % of the
1096 long intervals in which no beat was missed, and takes 4 of the 26 in which one was for a pause (12 of 546
in the second leads)."""

STEADY_SHARE = 0.6
"""Share of the same over which the whole of a pause may range, its wander included. Each of 981 pauses of DS1
stays below; a lead that has lost contact drifts farther, without a wave (208 at 21:11)."""

AFTER_ROWS, BEFORE_ROWS = 54, 20
"""So many rows after the first beat, 0.45 s with its T wave, and before the second, 0.17 s, are theirs."""

OWN_ROWS = (-2, 14)
"""Rows about the R peak in which the signal is as lively as the QRS complex is, as liveliness lags behind."""

BEATS = 12
"""Latest beats of whose liveliness the median is taken."""

_WIDENING = (1, 2, 4, REACH_ROWS - 8)
"""By so much two windows lie apart that together are the next wider one: 2, 4, 8 and `REACH_ROWS` rows."""


class Between:
    """Remembers the latest rows of a lead, and says what lay between two beats.

    The same however the rows are cut.
    """

    def __init__(self) -> None:
        self._keep = round(LONGEST_S * MODEL_FS) + OWN_ROWS[1] + 2 * AFTER_ROWS
        self.reset()

    def reset(self) -> None:
        """Forget the stream: the next row is row 0."""
        self._rows = 0
        self._tail = np.full(REACH_ROWS - 1, np.nan, dtype=np.float32)
        self._lively = np.full(self._keep, np.nan, dtype=np.float32)
        self._line = np.full(self._keep, np.nan, dtype=np.float32)
        self._own: deque[float] = deque(maxlen=BEATS)

    def push(self, value: npt.NDArray[np.float32], baseline: npt.NDArray[np.float32]) -> None:
        """Take the next rows of the front end and the drift it took off, shape (k,), mV; NaN is a gap."""
        if not len(value):
            return
        line = np.concatenate([self._tail, value])
        highest, lowest = line, line
        for wide in _WIDENING:  # windows twice as wide each time: a few passes instead of a window a row
            highest = np.maximum(highest[wide:], highest[:-wide])
            lowest = np.minimum(lowest[wide:], lowest[:-wide])
        lively = highest - lowest
        self._rows += len(value)
        self._tail = line[len(value) :].copy()
        self._lively = np.concatenate([self._lively, lively])
        self._line = np.concatenate([self._line, value + baseline])

    def forget(self) -> None:
        """Forget the rows that no beat still to come can need."""
        self._lively = self._lively[-self._keep :].copy()
        self._line = self._line[-self._keep :].copy()

    def add(self, beat: int) -> None:
        """Remember how lively a beat is, whose R peak is in this row."""
        own = self._of(self._lively, beat + OWN_ROWS[0], beat + OWN_ROWS[1])
        if len(own) and np.isfinite(own).all():
            self._own.append(float(own.max()))

    def broken(self, first: int, second: int) -> bool:
        """Whether some of the signal between rows `first` and `second` is missing."""
        between = self._of(
            self._lively, first + REACH_ROWS, second
        )  # a missing row leaves its trace for so many
        forgotten = first + REACH_ROWS < self._rows - len(self._lively)
        too_long = second - first > LONGEST_S * MODEL_FS
        return forgotten or too_long or not bool(np.isfinite(between).all())

    def quiet(self, first: int, second: int) -> bool:
        """Whether the signal shows that there was no beat between those in rows `first` and `second`."""
        if not self._own or self.broken(first, second):
            return False
        own = median(self._own)
        first, stop = first + AFTER_ROWS, second - BEFORE_ROWS
        lively, line = self._of(self._lively, first, stop), self._of(self._line, first, stop)
        quiet = lively.max(initial=0.0) < QUIET_SHARE * own
        return bool(quiet and not (len(line) and np.ptp(line) >= STEADY_SHARE * own))

    def _of(self, rows: npt.NDArray[np.float32], first: int, stop: int) -> npt.NDArray[np.float32]:
        begin = self._rows - len(rows)
        return rows[max(0, first - begin) : max(0, stop - begin)]
