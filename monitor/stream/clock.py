"""The replay clock: the one place where wall time becomes a position in a record."""

from __future__ import annotations

import time
from collections.abc import Callable

MIN_SPEED = 0.25
"""Slowest replay, as a multiple of real time."""

MAX_PACED_SPEED = 8.0
"""Fastest replay that the clock still paces; above it stands ``max``, paced by the analysis."""


def check_pace(speed: float) -> None:
    """Refuse a speed that no clock can keep.

    Raises
    ------
    ValueError
        If `speed` lies outside 0.25 to 8.
    """
    if not MIN_SPEED <= speed <= MAX_PACED_SPEED:
        raise ValueError(f"speed must lie between {MIN_SPEED:g} and {MAX_PACED_SPEED:g}, not {speed:g}.")


class ReplayClock:
    """Position = anchor + elapsed x fs x speed, from one monotonic clock.

    The anchor moves only when something about the pace changes (play, pause, seek, speed), and then it moves
    to the exact position of that moment. Nothing is ever summed up frame by frame, so nothing can drift.

    Parameters
    ----------
    fs : float
        Sampling frequency in Hz.
    now : callable, optional
        A monotonic clock in seconds.
    """

    def __init__(self, fs: float, now: Callable[[], float] = time.monotonic) -> None:
        if not fs > 0:
            raise ValueError(f"fs must be positive, not {fs}.")
        self._fs = fs
        self._now = now
        self._speed = 1.0
        self._running = False
        self._anchor_time = now()
        self._anchor_position = 0.0

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._running

    @property
    def speed(self) -> float:
        """Replay speed as a multiple of real time."""
        return self._speed

    def position(self) -> float:
        """Position in samples, fractional."""
        if not self._running:
            return self._anchor_position
        return self._anchor_position + (self._now() - self._anchor_time) * self._fs * self._speed

    def play(self) -> None:
        """Let time pass from the present position."""
        self.move_to(self.position())
        self._running = True

    def pause(self) -> None:
        """Freeze time at the present position."""
        self.move_to(self.position())
        self._running = False

    def set_speed(self, speed: float) -> None:
        """Change the pace from now on.

        Raises
        ------
        ValueError
            If `speed` lies outside 0.25 to 8.
        """
        check_pace(speed)
        self.move_to(self.position())
        self._speed = speed

    def move_to(self, position: float) -> None:
        """Put the position (in samples, may be fractional) without a change of pace."""
        self._anchor_position = position
        self._anchor_time = self._now()
