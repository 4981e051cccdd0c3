"""Whether beats drop out of a regular rhythm: what comes after one interval is not early, it is on time.

In a block of the second degree, Mobitz II or two to one, the atria go on at their own pace, and now and then
one of their waves is not conducted: each RR interval is one, two or three of the same length (Barold and
Hayes, "Second-degree atrioventricular block: a reappraisal", *Mayo Clin Proc* 76(1), 2001). Where most last
two, one that lasts one looks as early as an atrial premature beat does. That has another P wave, and a pause
of its own length.
"""

from __future__ import annotations

import math
from collections import deque

from models.signal.median import median

LATEST = 8
"""So many intervals before a beat count, and the one that ended in it."""

WITHIN = 0.12
"""Each may be off its multiple by this share of it: breathing changes the pace."""

MOST = 3
"""One of them is longer than one length at least, and none longer than so many."""


class Dropped:
    """Remembers the latest RR intervals of a heart."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the stream."""
        self._latest: deque[float] = deque(maxlen=LATEST + 1)

    def take(self, rr_s: float) -> bool:
        """Take the next RR interval, s; NaN where it is not known.

        Returns
        -------
        bool
            Whether it is one length, of which the intervals before it are one, two or three.
        """
        if not math.isfinite(rr_s):
            self._latest.clear()
            return False
        self._latest.append(rr_s)
        if len(self._latest) <= LATEST:
            return False
        lengths = [round(interval / rr_s) for interval in self._latest]
        if not (min(lengths) == 1 and 1 < max(lengths) <= MOST):
            return False
        each = [interval / length for interval, length in zip(self._latest, lengths, strict=True)]
        usual = median(each)
        return all(abs(one / usual - 1) <= WITHIN for one in each)
