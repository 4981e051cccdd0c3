"""Alerts about what others found to last: one while it goes on, and once it is over."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from models.alerts.events import Event
from models.alerts.watcher import Block


class Lasting(Protocol):
    """A stretch with its last sample, and the sample on whose arrival it was known to be over, if it is."""

    @property
    def end(self) -> int:
        """Its last sample, as far as it is known."""

    @property
    def over(self) -> int | None:
        """Sample on whose arrival it was known to have ended; None while it goes on."""


Found = TypeVar("Found", bound=Lasting)


class LastingWatch(ABC, Generic[Found]):
    """Watch for something that each block tells of: all that ended in it, and what goes on.

    Parameters
    ----------
    fs : float
        Sampling frequency of the source in Hz.
    """

    def __init__(self, fs: float) -> None:
        self.start_at(0)

    def start_at(self, sample: int) -> None:
        """Forget the stream so far; the next sample is this one of the source."""
        self._open: Found | None = None
        self._stop = sample

    def push(self, block: Block) -> list[Event]:
        """Take the next block; give what ended in it."""
        self._stop = block.stop
        found = tuple(self.found(block))
        self._open = next((one for one in found if one.over is None), None)
        return [self.event(one, one.end, one.over) for one in found if one.over is not None]

    @property
    def open(self) -> Event | None:
        """The one that is going on."""
        if self._open is None:
            return None
        return self.event(self._open, self._stop - 1, self._stop - 1)

    def finish(self) -> list[Event]:
        """Give the one in which the stream ended."""
        return [self.open] if self.open is not None else []

    @abstractmethod
    def found(self, block: Block) -> Iterable[Found]:
        """Give what a block tells of it."""

    @abstractmethod
    def event(self, found: Found, end: int, emitted: int) -> Event:
        """Give the alert about one, up to sample `end`, as it was known at sample `emitted`."""
