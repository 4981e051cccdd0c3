"""What time it is in a ward: the time that passes, or the same without the waiting."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod


class Pace(ABC):
    """A clock in seconds that never goes back, and how one waits for it."""

    @abstractmethod
    def now(self) -> float:
        """Seconds since some moment."""

    @abstractmethod
    def wait(self, seconds: float) -> None:
        """Let so much time pass."""


class RealTime(Pace):
    """Time as it passes."""

    def now(self) -> float:
        """Seconds since some moment."""
        return time.perf_counter()

    def wait(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(seconds)


class NoWaiting(Pace):
    """Time as it passes while something is done, but nothing is waited for: the clock is put on instead.

    A ward at this pace does what it does in real time, with the same lags, and takes only as long as its
    analysis.
    """

    def __init__(self) -> None:
        self._skipped = 0.0

    def now(self) -> float:
        """Seconds since some moment."""
        return time.perf_counter() + self._skipped

    def wait(self, seconds: float) -> None:
        """Put the clock on."""
        self._skipped += max(0.0, seconds)
