"""What happens to a bed's alarms, told on to whoever listens in another thread."""

from __future__ import annotations

from collections import deque

from models.alarms.alarm import Alarm
from monitor.alarms.lifecycle import Entry

MOST_WAITING = 10_000
"""So much waits at most for one who does not come for it; the oldest goes."""


class Hearing:
    """A listener's own queue: the bed puts in, the listener takes out, each in a thread of its own.

    Parameters
    ----------
    before : tuple of Alarm
        The alarms that the bed knew of when the listening began.
    """

    def __init__(self, before: tuple[Alarm, ...] = ()) -> None:
        self.before = before
        self._waiting: deque[Alarm | Entry] = deque(maxlen=MOST_WAITING)

    def put(self, one: Alarm | Entry) -> None:
        """Tell of an alarm that began or ended, or of what happened to one at the bedside."""
        self._waiting.append(one)

    def take(self) -> tuple[Alarm | Entry, ...]:
        """Give, once, what has come since the last call, in its order."""
        # No more than there are now: where the bed is quicker than the listener, this ends.
        return tuple(self._waiting.popleft() for _ in range(len(self._waiting)))
