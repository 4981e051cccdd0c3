"""A tachycardia of broad beats that was there from the first beat on: nothing is known to be usual."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from statistics import median

from models.alarms.limits import Limits
from models.alarms.seen import Beat

REGULAR = 0.15
"""Each interval is within this share of the median one: fibrillation over a bundle branch block is not."""


WITHIN_S = 30.0
"""It is one within so long of the first beat, s: whatever the beats look like, by then they are usual."""


class FromTheFirst:
    """Follows beats, one by one, from the first of a stream until one is not broad.

    They are tachycardia at the limits of an extreme one: that is a lethal alarm in any case, and of broad
    beats a ventricular one is presumed (Page et al., Circulation 133(14):e506-e574, 2016).
    Below that rate a bundle branch block or a pacemaker would be called so, too.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source, Hz.
    limits : Limits
        In force.
    apart : int
        Beats farther apart than this are not in a row, samples.
    """

    def __init__(self, fs: float, limits: Limits, apart: int) -> None:
        self._fs, self._apart = fs, apart
        self.limits = limits
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self.beats: deque[Beat] = deque()
        """The latest ones, as many as an extreme tachycardia is judged by."""
        self._over, self._start = False, 0
        self.on = False
        """Whether they are a tachycardia."""

    def take(self, beat: Beat) -> bool:
        """Take the next beat; whether they are a tachycardia now."""
        if self._over:
            return False
        last = self.beats[-1] if self.beats else None
        apart = last is not None and (not beat.whole or beat.r_peak - last.r_peak > self._apart)
        self._start = beat.r_peak if last is None else self._start
        late = not self.on and beat.r_peak - self._start > WITHIN_S * self._fs
        if not beat.broad or apart or late:
            self._over, self.on = True, False
            self.beats.clear()
            return False
        self.beats.append(beat)
        while len(self.beats) > self.limits.extreme_high_beats:
            self.beats.popleft()
        self.on = len(self.beats) >= self.limits.extreme_high_beats and self._fast()
        return self.on

    def _fast(self) -> bool:
        intervals = [after.r_peak - before.r_peak for before, after in pairwise(self.beats)]
        usual = median(intervals)
        even = all(abs(one - usual) <= REGULAR * usual for one in intervals)
        return even and 60 * self._fs / usual > self.limits.extreme_high_bpm
