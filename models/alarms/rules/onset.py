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

FORM = 3
"""So many ventricular beats in a row that come on time are another form of the rhythm's beats, and the
intervals between them are usual, too."""

LATE = 1.2
"""A single beat is no premature one if its interval is so many times the usual one: it fills a pause."""


class Onset:
    """Follows beats, one by one."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Forget the stream so far."""
        self._usual: deque[int] = deque(maxlen=INTERVALS)
        self._last: Beat | None = None
        self._in_a_row = 0  # ventricular beats of which none has broken the rhythm
        self.late = False
        """Whether the latest beat is ventricular and came so late that it fills a pause."""

    def breaks(self, beat: Beat) -> bool:
        """Take the next beat; whether it is ventricular, and not known to be on time or late.

        One that is too slight is passed over.
        """
        if beat.slight:
            return False
        last, self._last = self._last, beat
        interval = beat.r_peak - last.r_peak if last is not None and beat.whole else None
        usual = median(self._usual) if len(self._usual) >= FEWEST else None
        self.late = False
        if not beat.ventricular:
            self._in_a_row = 0
            if interval is not None and last is not None and not last.ventricular:
                self._usual.append(interval)
            return False
        if interval is None or usual is None:
            self._in_a_row = 0
            return True
        self.late = interval > LATE * usual
        # A form that goes on comes sooner little by little, as one breathes.
        formed = self._in_a_row >= FORM
        if interval < (1 - EARLY) * (min(usual, self._usual[-1]) if formed else usual):
            self._in_a_row = 0
            return True
        self._in_a_row += 1
        if formed and not self.late:
            self._usual.append(interval)
        return False
