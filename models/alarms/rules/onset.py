"""Whether ventricular beats in a row break the rhythm, or are only another form of its beats."""

from __future__ import annotations

from collections import deque
from statistics import median

from models.alarms.seen import Beat

EARLY = 0.1
"""A beat breaks the rhythm if it comes earlier than the usual interval by this share of it: a bundle branch
block, a pacemaker or an escape rhythm comes on time, or late."""

INTERVALS, FEWEST = 8, 4
"""The usual interval is the median of so many latest ones between beats that are not ventricular; with fewer
than the second number nothing is usual, and any ventricular beat breaks the rhythm."""


class Onset:
    """Follows beats, one by one."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._usual: deque[int] = deque(maxlen=INTERVALS)
        self._last: Beat | None = None

    def breaks(self, beat: Beat) -> bool:
        """Take the next beat; whether it is ventricular, and not known to be on time or late."""
        last, self._last = self._last, beat
        interval = beat.r_peak - last.r_peak if last is not None and beat.whole else None
        if not beat.ventricular:
            if interval is not None and last is not None and not last.ventricular:
                self._usual.append(interval)
            return False
        if interval is None or len(self._usual) < FEWEST:
            return True
        return interval < (1 - EARLY) * median(self._usual)
